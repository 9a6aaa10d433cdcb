import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Exported, Format } from '@nnfig/export';
import type { Command } from 'commander';
import { type FenceResult, renderFence } from 'nnfig';
import {
  addBlockFlag,
  type BlockFlag,
  type Description,
  readDescription,
  reportProblems,
} from '../description.js';
import { Failure, misuse } from '../failure.js';
import {
  addExportFlags,
  checkFlags,
  chooseFormat,
  type ExportFlags,
  isBinary,
  writeFormat,
} from '../formats.js';
import type { Io } from '../io.js';
import { print, writeWhole } from '../output.js';
import { formatProblem } from '../problems.js';
import { addReadingFlags, type ReadingFlags, toReadingSettings } from '../reading.js';
import { addFigureFlags, type FigureFlags, toSettings } from '../settings.js';

interface Flags extends FigureFlags, ExportFlags, BlockFlag, ReadingFlags {
  readonly output?: string;
}

/** What is to be written, and where: a folder, a file, or standard output. */
interface Target {
  readonly format: Format | undefined;
  readonly folder?: string;
  readonly file?: string;
}

/**
 * Adds `nnfig render`: descriptions become figures.
 *
 * @param program The command line.
 * @param io Streams and current folder.
 */
export function addRender(program: Command, io: Io): void {
  const command = program
    .command('render')
    .summary('turn descriptions into SVG, PNG, PDF, LaTeX or PowerPoint')
    .description('Turn the descriptions of networks into SVG, PNG, PDF, LaTeX or PowerPoint.')
    .argument(
      '[files...]',
      'descriptions, or Markdown pages with one; `-` or nothing is standard input',
    )
    .option(
      '-o, --output <file>',
      'where to write: a file, whose extension is the format, or a folder; standard output unless given',
    );
  addBlockFlag(addReadingFlags(addExportFlags(addFigureFlags(command), io))).action(
    async (files: string[], flags: Flags) => {
      const target = await chooseTarget(files, flags, io);
      checkFlags(target.format, flags);
      if (files.length < 2) await renderFile(files[0], target, flags, io);
      else await renderAll(files, target, flags, io);
    },
  );
}

async function chooseTarget(files: readonly string[], flags: Flags, io: Io): Promise<Target> {
  const output = flags.output === '-' ? undefined : flags.output;
  if (output !== undefined) {
    if (await isFolder(output, io)) return { format: flags.format ?? 'svg', folder: output };
    for (const file of files) keepDescription(output, resolve(io.cwd, file), io);
  }
  if (files.length > 1) {
    throw misuse('several descriptions need a folder to be written to: -o with one that exists.');
  }
  const format = chooseFormat(flags, output);
  if (output !== undefined) return { format, file: output };
  if (isBinary(format) && flags.output === undefined && io.stdout.isTTY) {
    throw misuse(`a terminal cannot show ${format}; name a file with -o, or pipe it on.`);
  }
  return { format };
}

function keepDescription(output: string, description: string | undefined, io: Io): void {
  if (resolve(io.cwd, output) === description) {
    throw misuse(`\`${output}\` is the description itself; give -o another name.`);
  }
}

async function isFolder(path: string, io: Io): Promise<boolean> {
  const stats = await stat(resolve(io.cwd, path)).catch(() => undefined);
  return stats?.isDirectory() ?? false;
}

/** Each file on its own: a broken one does not keep the others from being written. */
async function renderAll(
  files: readonly string[],
  target: Target,
  flags: Flags,
  io: Io,
): Promise<void> {
  const names = new Map<string, string>();
  for (const file of files) {
    const name = nameIn(file, target);
    const twin = names.get(name);
    if (twin !== undefined) {
      throw misuse(`\`${twin}\` and \`${file}\` would both become \`${name}\`.`);
    }
    names.set(name, file);
  }
  let failed = 0;
  let exitCode: 1 | 2 = 1;
  for (const file of files) {
    try {
      await renderFile(file, target, flags, io);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      io.stderr.write(`${error.message}\n`);
      failed += 1;
      if (error.exitCode === 2) exitCode = 2;
    }
  }
  if (failed > 0) {
    throw new Failure(`nnfig: ${failed} of ${files.length} figures were not written.`, exitCode);
  }
}

async function renderFile(
  file: string | undefined,
  target: Target,
  flags: Flags,
  io: Io,
): Promise<void> {
  const description = await readDescription(file, flags, io);
  const path =
    target.folder === undefined
      ? target.file
      : join(target.folder, nameIn(description.path ?? '-', target));
  if (path !== undefined) keepDescription(path, description.path, io);
  const figure = draw(description, flags, io);
  const { content, files = {} } = await write(figure, description, target.format, path, flags, io);
  const beside = Object.entries(files);
  if (path === undefined) {
    if (beside.length > 0) {
      const names = beside.map(([name]) => `\`${name}\``).join(', ');
      throw misuse(`${names} must stand beside what is printed; name a file with -o.`);
    }
    print(content, io);
    return;
  }
  // The file that needs the others comes last, so that it is never without them.
  for (const [name, bytes] of beside) await writeWhole(join(dirname(path), name), bytes, io);
  await writeWhole(path, content, io);
}

function nameIn(file: string, { format }: Target): string {
  if (file === '-') {
    throw misuse(
      'standard input has no name that a file in a folder could have; name a file with -o.',
    );
  }
  return `${basename(file, extname(file))}.${format}`;
}

function draw(description: Description, flags: Flags, io: Io): FenceResult {
  const figure = renderFence({
    ...description.fence,
    overrides: { ...toSettings(flags), ...toReadingSettings(flags) },
  });
  reportProblems(description, figure.diagnostics, io);
  if (!figure.render) throw misuse(`\`${description.name}\` says \`render: false\`.`);
  if (figure.svg === undefined) throw misuse(`\`${description.name}\` describes no figure.`);
  return figure;
}

/** An SVG without a format, or with `--theme auto`, is for a page; all else stands alone. */
async function write(
  figure: FenceResult,
  { name }: Description,
  format: Format | undefined,
  path: string | undefined,
  flags: Flags,
  io: Io,
): Promise<Pick<Exported<string | Uint8Array>, 'content' | 'files'>> {
  if (format === undefined) return { content: `${figure.svg}\n` };
  if (format === 'svg' && flags.theme === 'auto') {
    if (flags.background === undefined && !flags.outlines) return { content: `${figure.svg}\n` };
    throw misuse('--theme auto is for an SVG in a page; take light or dark with these flags.');
  }
  const { warnings, ...written } = await writeFormat(figure, format, flags, name, path);
  for (const { severity, message, hint } of warnings) {
    io.stderr.write(`${formatProblem({ file: name, severity, message, hint })}\n`);
  }
  return written;
}
