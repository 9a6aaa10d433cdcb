/** A figure as a PDF of one page: vectors, and texts that can be searched and copied. */
import { buffer } from 'node:stream/consumers';
import { cleanText } from 'nnfig/writers';
import { type Drawing, type Figure, type FigureOptions, figureOf } from '../figure.js';
import { convertImages } from '../images.js';
import { ExportError, type Exported } from '../problems.js';
import { Typesetter } from '../text/typesetter.js';
import { drawNodes } from './draw.js';

/** What can be asked of a PDF. */
export interface PdfExportOptions extends FigureOptions {
  /** Paths of fonts for characters that the bundled ones lack. */
  readonly fonts?: readonly string[];
}

/** A px is 1/96 inch, a point 1/72. */
const pointsPerPx = 0.75;

/** Longest side of a page that readers must show, 200 inches: ISO 32000-1, annex C.2. */
const mostPoints = 14_400;

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
  const [scene, typesetter, { default: PDFDocument }] = await Promise.all([
    convertImages(figure.scene),
    Typesetter.open(figure.scene, options.fonts),
    import('pdfkit'),
  ]);
  const document = new PDFDocument(documentOptions(figure));
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

function documentOptions(figure: Figure): PDFKit.PDFDocumentOptions {
  const size: [number, number] = [figure.width * pointsPerPx, figure.height * pointsPerPx];
  if (Math.max(...size) > mostPoints) {
    throw new ExportError(
      'too-large',
      `the page would be ${Math.round(size[0])} × ${Math.round(size[1])} points large, and PDF ends at ${mostPoints}`,
      'Choose a smaller width.',
    );
  }
  return {
    size,
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en',
    info: {
      Title: metadata(figure.title),
      ...(figure.caption && { Subject: metadata(figure.caption) }),
      Creator: 'nnfig',
      Producer: 'nnfig',
      // The library wants a date, and a true one would make each file a new one.
      CreationDate: new Date(0),
    },
  };
}

/**
 * The library writes a text into XML by its `toString`, and does not escape it;
 * where it is no XML it takes the `valueOf`.
 */
class XmlText extends String {
  override toString(): string {
    const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
    return this.valueOf().replace(/[&<>]/g, (character) => entities[character] ?? character);
  }
}

function metadata(text: string): string {
  // An object that is a string in every way that the library asks for.
  return new XmlText(cleanText(text)) as unknown as string;
}
