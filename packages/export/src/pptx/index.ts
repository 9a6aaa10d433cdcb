/** A figure as a slide of native shapes and text boxes, which can be edited. */
import type { Diagnostic } from 'nnfig';
import { type Drawing, type FigureOptions, figureOf } from '../figure.js';
import { convertImages } from '../images.js';
import { ExportError, type Exported, warning } from '../problems.js';
import { imagesOf, straightenImages } from './images.js';
import { packSlide } from './package.js';
import { type SlideSize, slideOf, slideSizes } from './slide.js';
import { ShapeTree } from './tree.js';

/** What can be asked of a presentation. */
export interface PptxExportOptions extends FigureOptions {
  /**
   * `figure` makes the slide as large as the figure; on one of `16:9` or `4:3` the figure is as
   * large as there is room for, or has the `width` that is given. `figure` unless given.
   */
  readonly slide?: SlideSize;
}

/**
 * Writes a figure as a presentation of one slide, for PowerPoint, Keynote, Google Slides and
 * LibreOffice: each layer a group, each text a text box.
 *
 * @param drawing What `render` of core returned, or a scene.
 * @param options What is asked.
 * @returns The bytes of the file, the same for the same figure, and warnings.
 * @throws {ExportError} If nothing is drawn, an option is wrong, or an image cannot be read.
 */
export async function toPptx(
  drawing: Drawing,
  options: PptxExportOptions = {},
): Promise<Exported<Uint8Array>> {
  const size = options.slide ?? 'figure';
  if (!slideSizes.includes(size)) {
    throw new ExportError(
      'wrong-slide',
      `there is no slide \`${size}\``,
      'It is `figure`, `16:9` or `4:3`.',
    );
  }
  const figure = figureOf(drawing, options);
  const slide = slideOf(figure, size, options.width === undefined);
  const scene = await straightenImages(await convertImages(figure.scene), figure.zoom);
  const warnings: Diagnostic[] = [...slide.warnings];
  const content = await packSlide(figure, slide, imagesOf(scene), (imageIds) => {
    const { scale } = slide;
    const left = slide.left - figure.frame.left * scale;
    const top = slide.top - figure.frame.top * scale;
    const tree = new ShapeTree({ theme: figure.theme, scale, left, top }, imageIds);
    const xml = tree.write(scene, {
      name: figure.title,
      title: figure.title,
      description: figure.description || figure.title,
    });
    if (tree.enlarged > 0) warnings.push(tooSmall(tree.enlarged));
    return xml;
  });
  return { content, warnings };
}

function tooSmall(count: number): Diagnostic {
  const texts = count === 1 ? 'a text is' : `${count} texts are`;
  return warning(
    'pptx-text-size',
    `${texts} smaller than 1 point, the least that a slide can have, and larger than drawn`,
    'Give a larger width or slide, or a layout that folds or wraps.',
  );
}
