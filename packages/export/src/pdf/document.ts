/** An empty PDF of one page, with what it says of itself. */
import { cleanText } from 'nnfig/writers';
import type { Figure } from '../figure.js';
import { ExportError } from '../problems.js';

/** A px is 1/96 inch, a point 1/72. */
export const pointsPerPx = 0.75;

/** Longest side of a page that readers must show, 200 inches: ISO 32000-1, annex C.2. */
const mostPoints = 14_400;

/**
 * Opens a document for a figure.
 *
 * @param figure The figure.
 * @returns A document with its page.
 * @throws {ExportError} If the page would be too large.
 */
export async function openDocument(figure: Figure): Promise<PDFKit.PDFDocument> {
  const options = documentOptions(figure);
  const { default: PDFDocument } = await import('pdfkit');
  // Readers smooth an image that they enlarge, as browsers do, only where it asks for it.
  class FigureDocument extends PDFDocument {
    override ref(data: Record<string, unknown>): PDFKit.PDFKitReference {
      return super.ref(data?.Subtype === 'Image' ? { ...data, Interpolate: true } : data);
    }
  }
  return new FigureDocument(options);
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
