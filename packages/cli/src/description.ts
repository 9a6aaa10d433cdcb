import { type Command, InvalidArgumentError } from 'commander';
import type { Diagnostic, FigureSettings } from 'nnfig';
import { Failure, misuse } from './failure.js';
import { readSource, type Source } from './input.js';
import type { Io } from './io.js';
import { findBlocks } from './markdown.js';
import { formatProblem, type PlacedProblem, placeInFile, plural } from './problems.js';

/** The flag that chooses a block of a Markdown page. */
export interface BlockFlag {
  readonly block?: number;
}

/** One description of a network, from a file of its own or from a page. */
export interface Description {
  /** Name of the file. */
  readonly name: string;
  readonly path?: string | undefined;
  readonly text: string;
  /** What the fence says after ```nn. */
  readonly settings: FigureSettings;
  /** Carries places in the text on to the file. */
  place(diagnostics: readonly Diagnostic[]): PlacedProblem[];
}

/**
 * Adds `--block` to a command.
 *
 * @param command The command.
 * @returns The same command.
 */
export function addBlockFlag(command: Command): Command {
  return command.option(
    '--block <n>',
    'which ```nn block of a Markdown page; the first is 1',
    (text) => {
      if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Blocks are counted from 1.');
      return Number(text);
    },
  );
}

/**
 * Reads the description that a command is to work on.
 *
 * @param file Path, `-`, or nothing.
 * @param flags Which block of a page.
 * @param io Streams and current folder.
 * @returns The description.
 * @throws {Failure} If there is no such file or block.
 */
export async function readDescription(
  file: string | undefined,
  { block }: BlockFlag,
  io: Io,
): Promise<Description> {
  const source = await readSource(file, io);
  if (source.markdown) return chooseBlock(source, block ?? 1);
  if (block !== undefined) {
    throw misuse(`--block chooses a block of a Markdown page, and \`${source.name}\` is none.`);
  }
  const { name, path, text } = source;
  return { name, path, text, settings: {}, place: (problems) => placeInFile(name, problems) };
}

function chooseBlock(source: Source, number: number): Description {
  const blocks = findBlocks(source);
  const block = blocks[number - 1];
  if (block) return { name: source.name, path: source.path, ...block };
  throw misuse(
    blocks.length === 0
      ? `\`${source.name}\` has no \`\`\`nn block.`
      : `\`${source.name}\` has ${plural(blocks.length, '```nn block')}, so there is no block ${number}.`,
  );
}

/**
 * Prints the problems of a description on standard error.
 *
 * @param description The description.
 * @param diagnostics What core reported.
 * @param io Streams.
 * @throws {Failure} If any of them is an error; its message is all of them.
 */
export function reportProblems(
  description: Description,
  diagnostics: readonly Diagnostic[],
  io: Io,
): void {
  if (diagnostics.length === 0) return;
  const lines = description.place(diagnostics).map(formatProblem).join('\n');
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new Failure(lines, 1);
  io.stderr.write(`${lines}\n`);
}
