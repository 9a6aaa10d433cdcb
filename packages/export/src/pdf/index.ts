/** A figure as a PDF of one page: vectors, and texts that can be searched and copied. */
import { buffer } from 'node:stream/consumers';
import { cleanText } from 'nnfig/writers';
import { type Drawing, type FigureOptions, figureOf } from '../figure.js';
import { convertImages } from '../images.js';
import type { Exported } from '../problems.js';
import { Typesetter } from '../text/typesetter.js';
import { openDocument, pointsPerPx } from './document.js';
import { drawNodes } from './draw.js';

/** What can be asked of a PDF. */
export interface PdfExportOptions extends FigureOptions {
  /** Paths of fonts for characters that the bundled ones lack. */
  readonly fonts?: readonly string[];
}

/**
 * Writes a figure as a PDF, the page as large as the figure.
 *
 * @param drawing What `render` of core returned, or a scene.
 * @param options What is asked.
 * @returns The bytes of the file, the same for the same figure, and warnings.
 * @throws {ExportError} If nothing is drawn, an option is wrong, or the page would be too large.
 */
export async function toPdf(
  drawing: Drawing,
  options: PdfExportOptions = {},
): Promise<Exported<Uint8Array>> {
  const figure = figureOf(drawing, options);
  const [scene, typesetter, document] = await Promise.all([
    convertImages(figure.scene),
    Typesetter.open(figure.scene, options.fonts),
    openDocument(figure),
  ]);
  const bytes = buffer(document);
  const content = document.struct(
    'Figure',
    { alt: cleanText(figure.description || figure.title) },
    () => {
      document.save();
      if (figure.background !== undefined) {
        document.rect(0, 0, document.page.width, document.page.height).fill(figure.background);
      }
      const scale = figure.zoom * pointsPerPx;
      document.scale(scale).translate(-figure.frame.left, -figure.frame.top);
      drawNodes(scene.children, { document, typesetter, theme: figure.theme });
      document.restore();
    },
  );
  document.addStructure(content);
  document.end();
  return { content: await bytes, warnings: typesetter.warnings };
}
