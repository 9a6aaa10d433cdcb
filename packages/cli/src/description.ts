import { extname } from 'node:path';
import { readers } from '@nnfig/formats';
import { type Command, InvalidArgumentError } from 'commander';
import type { Adapter, Fence, FenceDiagnostic } from 'nnfig';
import { Failure, misuse } from './failure.js';
import { fileReader } from './files.js';
import { readSource, type Source } from './input.js';
import type { Io } from './io.js';
import { findBlocks } from './markdown.js';
import { asSentence, formatProblem, type PlacedProblem, placeProblem, plural } from './problems.js';

/** The flag that chooses a block of a Markdown page. */
export interface BlockFlag {
  readonly block?: number;
}

/** One description of a network, from a file of its own or from a page. */
export interface Description {
  /** Name of the file. */
  readonly name: string;
  /** Its absolute path, unless it is standard input. */
  readonly path?: string | undefined;
  readonly fence: Fence;
  /** Carries the place of a problem on to the file. */
  place(diagnostic: FenceDiagnostic): PlacedProblem;
}

/**
 * Adds `--block` to a command.
 *
 * @param command The command.
 * @returns The same command.
 */
export function addBlockFlag(command: Command): Command {
  const what = 'which ```nn block of a Markdown page; the first is 1';
  return command.option('--block <n>', what, (text) => {
    if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Blocks are counted from 1.');
    return Number(text);
  });
}

/**
 * Reads the description that a command is to work on.
 *
 * @param file Path, `-`, or nothing.
 * @param flags Which block of a page.
 * @param io Streams and current folder.
 * @returns The description.
 * @throws {Failure} If there is no such file or block, or the page is no MDX.
 */
export async function readDescription(
  file: string | undefined,
  { block }: BlockFlag,
  io: Io,
): Promise<Description> {
  const source = await readSource(file, io);
  const adapter = { read: fileReader(source, io), readers };
  if (source.markdown) return chooseBlock(source, block ?? 1, adapter);
  if (block !== undefined) {
    throw misuse(`--block chooses a block of a Markdown page, and \`${source.name}\` is none.`);
  }
  const { name, path, text } = source;
  const format = formatOfName(name);
  return {
    name,
    path,
    fence: {
      value: text.replace(/\r\n?/g, '\n'),
      ...(format !== undefined && { settings: { format } }),
      ...adapter,
    },
    place: (diagnostic) => placeProblem(name, diagnostic, diagnostic.place),
  };
}

/** The notation of a file by its extension, so that one that is broken at its beginning is known. */
function formatOfName(name: string): string | undefined {
  const extension = extname(name).toLowerCase();
  return readers.find(({ extensions }) => extensions.includes(extension))?.name;
}

function chooseBlock(source: Source, number: number, adapter: Adapter): Description {
  const blocks = findBlocks(source);
  const block = blocks[number - 1];
  if (block) {
    const { fence, place } = block;
    return { name: source.name, path: source.path, fence: { ...fence, ...adapter }, place };
  }
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
  diagnostics: readonly FenceDiagnostic[],
  io: Io,
): void {
  if (diagnostics.length === 0) return;
  const lines = diagnostics.map((diagnostic) =>
    diagnostic.where === 'overrides'
      ? `nnfig: ${asSentence(diagnostic.message)} ${diagnostic.hint ?? ''}`.trimEnd()
      : formatProblem(description.place(diagnostic)),
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const flags = errors.every(({ where }) => where === 'overrides');
    throw new Failure(lines.join('\n'), flags ? 2 : 1);
  }
  io.stderr.write(`${lines.join('\n')}\n`);
}
