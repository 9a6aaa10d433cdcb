/** Networks in files that a block names: `from: ./deploy.prototxt`. */
import { type Diagnostic, type Place, Reporter } from './diagnostics.js';
import type { ModelReader, ReadContext } from './model-reader.js';
import { buildNetwork } from './network/build.js';
import type { Network } from './network/network.js';
import { findFormat, formatOf, formats } from './notation/format.js';
import { readCallsSpec, readSpec } from './notation/read.js';
import { Source } from './notation/source.js';
import type { Spec } from './notation/spec.js';
import type { Adapter } from './reading.js';
import type { SettingsLayer } from './settings.js';
import { suggestion } from './suggest.js';
import { quote } from './validation.js';

/** The text of a file that a block names. */
export interface ModelText {
  /** Path as the block has it. */
  readonly path: string;
  /** Where the block names it. */
  readonly place: Place;
  readonly source: Source;
  /** What reads it; nothing for nnfig's own notations. */
  readonly reader?: ModelReader;
  /** Whether it is a text of ConvNetDraw. */
  readonly calls: boolean;
}

/**
 * Reads the file that a block names.
 *
 * @param spec What the block says.
 * @param format Notation that the block says the file has; told from its name and content unless given.
 * @param block The block's own settings.
 * @param reporter Where problems go.
 * @param adapter Files and readers.
 * @returns The text; nothing when the block names none, and after a report.
 */
export function textOf(
  spec: Spec,
  format: string | undefined,
  block: SettingsLayer,
  reporter: Reporter,
  { read, readers = [] }: Adapter,
): ModelText | undefined {
  const { from } = spec;
  if (!from) return undefined;
  const { text: path, place } = from;
  const fail = (message: string, hint?: string): undefined => {
    reporter.report({ rule: 'unreadable-file', message, place, hint });
  };
  if (!read) {
    return fail(
      `\`from\` names the file ${quote(path)}, but no files can be read here`,
      'Write what is in the file into the block.',
    );
  }
  let text: string;
  try {
    text = read(path)
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
  } catch (error) {
    return fail(`${quote(path)} cannot be read: ${(error as Error).message}`);
  }
  const named = format === undefined ? undefined : findFormat(format, readers);
  if (format !== undefined && named === undefined) {
    reporter.report({
      rule: 'unknown-format',
      message: `there is no notation ${quote(format)}`,
      place: block.at(['format'], false),
      hint: suggestion(
        format,
        [...formats, ...readers.map(({ name }) => name)],
        'Leave `format` out, to have it told from the file.',
      ),
    });
    return undefined;
  }
  const byName = readers.find(({ extensions }) =>
    extensions.some((extension) => path.toLowerCase().endsWith(extension)),
  );
  const found = named ?? byName ?? formatOf(text, readers);
  const base = { path, place, source: new Source(text), calls: found === 'convnetdraw' };
  return typeof found === 'string' ? base : { ...base, reader: found };
}

/**
 * Reads a network from the text of a file. Problems in the file stand where the block
 * names it, and say where in the file they are.
 *
 * @param file The text.
 * @param context What is said around it.
 * @param reporter Where problems go.
 * @returns The network; nothing after an error.
 */
export function readModel(
  file: ModelText,
  context: Omit<ReadContext, 'reporter'>,
  reporter: Reporter,
): Network | undefined {
  const { reader, source, calls } = file;
  const own = new Reporter();
  let network: Network | undefined;
  if (reader) network = reader.read(source, { ...context, reporter: own });
  else {
    const { spec, broken } = calls ? readCallsSpec(source, own) : readSpec(source, own);
    if (spec.from) {
      own.report({
        rule: 'given-twice',
        message: 'a file that a block names cannot name another',
        place: spec.from.place,
        hint: 'Name that one in the block.',
      });
    } else if (!broken) {
      network = buildNetwork(spec, own, { batch: context.batch, inputs: context.inputs });
    }
  }
  for (const diagnostic of own.diagnostics) reporter.report(inBlock(diagnostic, file));
  return own.failed ? undefined : network;
}

/** A problem of a file as one of the block. */
function inBlock({ place, url: _, ...problem }: Diagnostic, file: ModelText): Diagnostic {
  const { line, column } = place?.start ?? {};
  const where = place ? `${file.path}:${line}:${column}` : file.path;
  return { ...problem, message: `in ${quote(where)}, ${problem.message}`, place: file.place };
}
