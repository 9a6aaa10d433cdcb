import { cleanText } from 'nnfig/writers';
import { type Drawing, type FigureOptions, figureOf } from './figure.js';
import { convertImages } from './images.js';
import { addFacts } from './png-chunks.js';
import { ExportError, type Exported } from './problems.js';
import { svgOf } from './svg.js';
import { outlineTexts } from './text/outlines.js';
import { Typesetter } from './text/typesetter.js';

/** What can be asked of a PNG. */
export interface PngExportOptions extends FigureOptions {
  /** Pixels of the picture for one px of the figure; 2 unless given. */
  readonly scale?: number;
  /** Paths of fonts for characters that the bundled ones lack. */
  readonly fonts?: readonly string[];
}

/** Of a picture, so that it fits into the memory of any machine (1 GB): 16384 × 16384. */
const mostPixels = 2 ** 28;

/**
 * Draws a figure as a PNG.
 *
 * @param drawing What `render` of core returned, or a scene.
 * @param options What is asked.
 * @returns The bytes of the file, and warnings.
 * @throws {ExportError} If nothing is drawn, an option is wrong, or the picture would be too large.
 */
export async function toPng(
  drawing: Drawing,
  options: PngExportOptions = {},
): Promise<Exported<Uint8Array>> {
  const figure = figureOf(drawing, options);
  const scale = checkScale(options.scale ?? 2, figure.width, figure.height);
  const typesetter = await Typesetter.open(figure.scene, options.fonts);
  const scene = outlineTexts(await convertImages(figure.scene), typesetter);
  const { Resvg } = await import('@resvg/resvg-js');
  const picture = new Resvg(svgOf(figure, scene), {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false },
    // Every image is in the file, so nothing is looked for elsewhere.
    logLevel: 'off',
  }).render();
  const content = addFacts(picture.asPng(), {
    resolution: 96 * scale,
    texts: { Title: cleanText(figure.title), Description: cleanText(figure.description) },
  });
  return { content, warnings: typesetter.warnings };
}

function checkScale(scale: number, width: number, height: number): number {
  if (!(scale > 0 && scale <= 100)) {
    throw new ExportError(
      'wrong-scale',
      `\`${scale}\` is no scale`,
      'It is a number from 0.01 to 100.',
    );
  }
  const [wide, high] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  if (wide * high > mostPixels) {
    throw new ExportError(
      'too-large',
      `the picture would have ${wide} × ${high} pixels`,
      'Choose a smaller scale or width, or export a PDF or an SVG.',
    );
  }
  return scale;
}
