/** Problems as messages of a file. */
import type { Code, Parents } from 'mdast';
import type { Diagnostic, Place } from 'nnfig/core';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { excerpt } from './excerpt.js';
import type { Source } from './source.js';

/** Name of the plugin, as messages carry it. */
const origin = 'remark-nnfig';

/** Records one problem at its place in the file and returns the message. */
export type Report = (
  diagnostic: Diagnostic,
  place: Place | undefined,
  node: Code,
  ancestors: readonly Parents[],
) => VFileMessage;

/**
 * Makes the function that records the problems of one file, each once.
 *
 * @param file
 *   File.
 * @param source
 *   Its text.
 * @param fatal
 *   Whether errors are fatal; else they are warnings.
 * @returns
 *   The function.
 */
export function createReporter(file: VFile, source: Source, fatal: boolean): Report {
  const seen = new Map<string, VFileMessage>();

  return (diagnostic, place, node, ancestors) => {
    // Front matter is read for each block, its problems are reported for the first.
    const key = JSON.stringify([diagnostic.rule, diagnostic.message, place]);
    const known = place && seen.get(key);
    if (known) return known;

    const message = file.message(diagnostic.message, {
      ancestors: [...ancestors, node],
      place,
      ruleId: diagnostic.rule,
      source: origin,
    });
    message.fatal = severities[diagnostic.severity];
    if (message.fatal && !fatal) message.fatal = false;
    if (diagnostic.url !== undefined) message.url = diagnostic.url;

    const marked = place && excerpt(source, place);
    const note = [diagnostic.hint, marked && `\`\`\`text\n${marked}\n\`\`\``].filter(Boolean);
    if (note.length > 0) message.note = note.join('\n\n');

    const actual = place && textAt(source, place);
    const expected = suggestions(diagnostic.hint);
    if (actual && diagnostic.place) message.actual = actual;
    if (expected.length > 0) message.expected = expected;
    seen.set(key, message);
    return message;
  };
}

const severities = { error: true, warning: false, info: undefined } as const;

/**
 * Makes the error that stops a file.
 *
 * @param errors
 *   Fatal messages of the file, at least one.
 * @returns
 *   The message itself when it is the only one, else one that names the first,
 *   says how many more there are, and lists them in its note.
 */
export function createFailure(errors: readonly [VFileMessage, ...VFileMessage[]]): VFileMessage {
  const [first, ...others] = errors;
  if (others.length === 0) return first;
  const more = others.length === 1 ? '1 more problem' : `${others.length} more problems`;
  const failure = new VFileMessage(`${first.reason} (and ${more} in this file)`, {
    ancestors: first.ancestors,
    cause: first,
    place: first.place,
    ruleId: first.ruleId,
    source: first.source,
  });
  failure.fatal = true;
  failure.file = first.file;
  failure.name = first.name;
  if (first.url !== undefined) failure.url = first.url;
  const list = others.map((message) => `* ${message.line}:${message.column}: ${message.reason}`);
  failure.note = [first.note, list.join('\n')].filter(Boolean).join('\n\n');
  return failure;
}

function textAt(source: Source, { start, end }: Place): string | undefined {
  if (start.line !== end.line) return undefined;
  return source.lines[start.line - 1]?.slice(start.column - 1, end.column - 1);
}

/** The words that a hint such as "Did you mean `maxpool`?" or "Use `torch` or `keras`." offers. */
function suggestions(hint: string | undefined): string[] {
  const offer = /^(?:Did you mean|Use) ((?:`[^`]+`|, | or |, or )+)[?.]/.exec(hint ?? '')?.[1];
  return [...(offer ?? '').matchAll(/`([^`]+)`/g)].flatMap((match) => match[1] ?? []);
}
