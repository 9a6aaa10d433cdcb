/** Figures as LaTeX: a standalone document, or a picture to `\input` into one. */
import { type Drawing, type FigureOptions, figureOf } from '../figure.js';
import { convertImages } from '../images.js';
import { ExportError, type Exported, warning } from '../problems.js';
import { cleanLine } from './clean.js';
import { fragment, standalone } from './document.js';
import { ImageFiles } from './images.js';
import { decimal } from './numbers.js';
import { Picture } from './picture.js';
import { Styles } from './styles.js';

/** What can be asked of a `.tex` file. */
export interface TexExportOptions extends FigureOptions {
  /** `false` for the `tikzpicture` alone, for a document that has its own preamble. */
  readonly document?: boolean;
  /** `serif` sets all text in Latin Modern; `sans`, in Helvetica, unless given. */
  readonly font?: 'sans' | 'serif';
  /** Name of the file without its ending, for those of its images; `figure` unless given. */
  readonly name?: string;
}

/** Longest side of a page of PDF, in big points. */
const longestSide = 14_400;

/** Big points of a px at 96 px an inch. */
const pointsPerPixel = 0.75;

/**
 * Writes a figure as LaTeX with TikZ, for pdflatex; images of any format as PNG or JPEG.
 *
 * @param drawing What `render` of core returned, or a scene.
 * @param options What is asked.
 * @returns The text of the file, its images, and what is not shown as in the SVG.
 * @throws {ExportError} If nothing is drawn, an option is wrong, or an image cannot be read.
 */
export async function toTex(
  drawing: Drawing,
  options: TexExportOptions = {},
): Promise<Exported<string>> {
  const scene = drawing.scene && (await convertImages(drawing.scene));
  return tikz({ ...drawing, ...(scene && { scene }) }, options);
}

/**
 * The same without a wait; a frame stands for an image that is neither PNG nor JPEG.
 *
 * @param drawing What `render` of core returned, or a scene.
 * @param options What is asked.
 * @returns The text of the file, its images, and what is not shown as in the SVG.
 * @throws {ExportError} If nothing is drawn, or an option is wrong.
 */
export function tikz(drawing: Drawing, options: TexExportOptions = {}): Exported<string> {
  const { document = true, font = 'sans', name = 'figure' } = options;
  if (font !== 'sans' && font !== 'serif') {
    throw new ExportError('wrong-font', `there is no font \`${font}\``, 'It is `sans` or `serif`.');
  }
  const figure = figureOf(drawing, options);
  const styles = new Styles(figure.theme);
  const images = new ImageFiles(name);
  const picture = new Picture(figure, styles, images);
  picture.write();
  const warnings = [...picture.warnings];
  const side = Math.max(figure.width, figure.height);
  const shrink = Math.min(1, longestSide / (side * pointsPerPixel));
  if (shrink < 1) {
    warnings.push(
      warning(
        'tex-size',
        `the figure is \`${Math.round(side)}\` px long, longer than a page can be: it is drawn at ${decimal(100 * shrink, 1)} % of its size`,
        'Give a width, or a layout that folds or wraps.',
      ),
    );
  }
  const parts = {
    title: cleanLine(figure.title),
    caption: cleanLine(figure.caption),
    description: cleanLine(figure.description),
    unit: decimal(pointsPerPixel * figure.zoom * shrink, 5),
    serif: font === 'serif',
    needs: picture.needs,
    colours: styles.colours,
    styles: styles.styles,
    picture: picture.lines,
  };
  const lines = document ? standalone(parts) : fragment(parts);
  return { content: `${lines.join('\n')}\n`, warnings, files: images.files };
}
