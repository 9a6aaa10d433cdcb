import type { Drawing } from './figure.js';
import { type PdfExportOptions, toPdf } from './pdf/index.js';
import { type PngExportOptions, toPng } from './png.js';
import { type PptxExportOptions, toPptx } from './pptx/index.js';
import { ExportError, type Exported } from './problems.js';
import { type SvgExportOptions, toSvg } from './svg.js';
import { type TexExportOptions, toTex } from './tikz/index.js';

/** Formats of exported figures, by the extensions of their files. */
export const formats = ['svg', 'png', 'pdf', 'tex', 'pptx'] as const;

/** A format of exported figures. */
export type Format = (typeof formats)[number];

/** A format, and what can be asked of it. */
export type ExportOptions =
  | ({ readonly format: 'svg' } & SvgExportOptions)
  | ({ readonly format: 'png' } & PngExportOptions)
  | ({ readonly format: 'pdf' } & PdfExportOptions)
  | ({ readonly format: 'tex' } & TexExportOptions)
  | ({ readonly format: 'pptx' } & PptxExportOptions);

/**
 * Writes a figure in any format.
 *
 * @param drawing What `render` of core returned, or a scene.
 * @param options The format, and what is asked of it.
 * @returns The bytes of the file (of a text, in UTF-8), and warnings.
 * @throws {ExportError} If nothing is drawn, an option is wrong, or the format cannot show it.
 */
export async function exportFigure(
  drawing: Drawing,
  options: ExportOptions,
): Promise<Exported<Uint8Array>> {
  switch (options.format) {
    case 'svg':
      return encode(await toSvg(drawing, options));
    case 'png':
      return toPng(drawing, options);
    case 'pdf':
      return toPdf(drawing, options);
    case 'tex':
      return encode(await toTex(drawing, options));
    case 'pptx':
      return toPptx(drawing, options);
    default:
      throw new ExportError(
        'unknown-format',
        `there is no format \`${(options as { format: string }).format}\``,
        `There are ${formats.map((format) => `\`${format}\``).join(', ')}.`,
      );
  }
}

function encode({ content, ...rest }: Exported<string>): Exported<Uint8Array> {
  return { ...rest, content: new TextEncoder().encode(content) };
}
