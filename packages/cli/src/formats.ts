import { basename, extname, resolve } from 'node:path';
import type { Exported, ExportOptions, Format } from '@nnfig/export';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { FenceResult } from 'nnfig';
import { Failure, misuse } from './failure.js';
import type { Io } from './io.js';
import { asSentence } from './problems.js';

/** What can be written, by extension. */
export const formats = ['svg', 'png', 'pdf', 'tex', 'pptx'] as const satisfies readonly Format[];

/** Formats that a terminal cannot show. */
const binary: ReadonlySet<Format> = new Set(['png', 'pdf', 'pptx']);

/** Flags of exported files, as commander hands them over. */
export interface ExportFlags {
  readonly format?: Format;
  readonly scale?: number;
  readonly background?: string;
  readonly font?: readonly string[];
  readonly outlines?: true;
  readonly fragment?: true;
  readonly serif?: true;
  readonly slide?: 'figure' | '16:9' | '4:3';
  readonly theme?: 'auto' | 'light' | 'dark';
}

/** Which formats have use for a flag. */
const uses: Readonly<Record<Exclude<keyof ExportFlags, 'format' | 'theme'>, readonly Format[]>> = {
  scale: ['png'],
  background: formats,
  font: ['svg', 'png', 'pdf'],
  outlines: ['svg'],
  fragment: ['tex'],
  serif: ['tex'],
  slide: ['pptx'],
};

/**
 * Adds the flags of exported files to a command.
 *
 * @param command The command.
 * @param io Current folder, from which paths of fonts start.
 * @returns The same command.
 */
export function addExportFlags(command: Command, { cwd }: Pick<Io, 'cwd'>): Command {
  return command
    .addOption(
      new Option(
        '--format <format>',
        'format of the file; by the extension of -o unless given',
      ).choices(formats),
    )
    .option('--scale <n>', 'PNG: pixels for one px of the figure (default: 2)', parseScale)
    .option('--background <colour>', '`transparent`, `white`, `black` or such as `#f6f8fa`')
    .option(
      '--font <file>',
      'font for characters that the bundled ones lack; may be given again',
      (path: string, previous: readonly string[] = []) => [...previous, resolve(cwd, path)],
    )
    .option('--outlines', 'SVG: draw the glyphs of texts, the same on every machine')
    .option('--fragment', 'LaTeX: the picture alone, to \\input into a document')
    .option('--serif', 'LaTeX: set texts in the serif of papers instead of Helvetica')
    .addOption(
      new Option(
        '--slide <size>',
        'PPTX: size of the slide; as large as the figure unless given',
      ).choices(['figure', '16:9', '4:3']),
    );
}

function parseScale(text: string): number {
  const scale = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || scale <= 0) {
    throw new InvalidArgumentError('It is a number such as 3 or 1.5.');
  }
  return scale;
}

/**
 * Finds the format that is asked for.
 *
 * @param flags `--format`.
 * @param file The file after `-o`, if it says one.
 * @returns The format; nothing for an SVG that is printed to stand in a page.
 * @throws {Failure} If the file has no ending of a format.
 */
export function chooseFormat(
  { format }: ExportFlags,
  file: string | undefined,
): Format | undefined {
  if (format !== undefined || file === undefined) return format;
  const ending = extname(file).slice(1).toLowerCase();
  const found = formats.find((each) => each === ending);
  if (found) return found;
  const endings = formats.map((each) => `.${each}`).join(', ');
  throw misuse(
    `\`${file}\` does not say its format; give -o one of ${endings}, or name it with --format.`,
  );
}

/**
 * Checks that a format has use for every flag.
 *
 * @param format The format, if any.
 * @param flags The flags.
 * @throws {Failure} If it has not.
 */
export function checkFlags(format: Format | undefined, flags: ExportFlags): void {
  for (const [flag, users] of Object.entries(uses) as [keyof typeof uses, readonly Format[]][]) {
    if (flags[flag] === undefined || (format && users.includes(format))) continue;
    throw misuse(
      format
        ? `--${flag} is for ${users.join(', ')}, not for ${format}.`
        : `--${flag} is for files of a format; add --format ${users[0]}, or -o with a file.`,
    );
  }
  if (flags.font && format === 'svg' && !flags.outlines) {
    throw misuse('--font has no effect on an SVG whose texts stay texts; add --outlines.');
  }
  if (flags.theme === 'auto' && format && format !== 'svg') {
    throw misuse(`--theme auto follows a page, and ${format} has none; take light or dark.`);
  }
}

/**
 * Whether bytes of a format would garble a terminal.
 *
 * @param format The format, if any.
 * @returns Whether they are no text.
 */
export function isBinary(format: Format | undefined): boolean {
  return format !== undefined && binary.has(format);
}

/**
 * Writes a figure in a format.
 *
 * @param figure What core drew.
 * @param format The format.
 * @param flags How.
 * @param name Name of the description, for messages.
 * @param file Where it is to be written, unless it is printed: images beside a `.tex` take its name.
 * @returns The bytes, warnings, and files that have to stand beside it.
 * @throws {Failure} If the format cannot show it, or a flag is wrong.
 */
export async function writeFormat(
  figure: FenceResult,
  format: Format,
  flags: ExportFlags,
  name: string,
  file: string | undefined,
): Promise<Exported<Uint8Array>> {
  const { exportFigure, ExportError } = await import('@nnfig/export');
  const { scale, background, font, outlines, fragment, serif, slide } = flags;
  const options = {
    format,
    ...(scale !== undefined && { scale }),
    ...(background !== undefined && { background }),
    ...(font && { fonts: font }),
    ...(outlines && { text: 'outlines' }),
    ...(fragment && { document: false }),
    ...(serif && { font: 'serif' }),
    ...(slide && { slide }),
    ...(format === 'tex' && file !== undefined && { name: basename(file, extname(file)) }),
  } as ExportOptions;
  try {
    return await exportFigure(figure, options);
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    const sentence = `${asSentence(error.message)} ${error.hint}`;
    throw error.rule.startsWith('wrong-')
      ? misuse(sentence)
      : new Failure(`${name}  ${sentence}`, 1);
  }
}
