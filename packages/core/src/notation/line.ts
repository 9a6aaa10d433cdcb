/** Reads one line of the shorthand: `conv 64 7x7 /2 p3 bn relu x3 as c1 => 64x56x56`. */
import { findOperation } from '../ops/index.js';
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import { readCall } from './call-line.js';
import { readLayer } from './layer-line.js';
import { LineReader, type ReadContext } from './line-reader.js';
import type { Step } from './spec.js';
import type { Token } from './tokens.js';
import { isPlainName } from './values.js';
import { operationWords } from './vocabulary.js';

/** Reads `3x3/2` as the two words that it is. */
function splitKernelStride(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const match = /^(\d+(?:[x×]\d+)+)(\/\d+(?:[x×]\d+)*)$/.exec(token.text);
    return match
      ? [
          { text: match[1] ?? '', place: token.place },
          { text: match[2] ?? '', place: token.place },
        ]
      : [token];
  });
}

/**
 * Reads a line of the shorthand.
 *
 * @param words Its words, at least one.
 * @param context What is known and where problems go.
 * @returns The step, or nothing when there are no words.
 */
export function readLine(words: readonly Token[], context: ReadContext): Step | undefined {
  const tokens = splitKernelStride(words);
  const reader = new LineReader(tokens, context);
  const first = reader.take();
  if (!first) return undefined;
  if (context.vocabulary.blocks.has(first.text)) return readCall(reader, first);
  if (first.text === 'from') {
    const name = reader.take();
    if (!name) {
      reader.report(
        'missing-name',
        'a name is missing after `from`',
        first.place,
        'Write `from: e1`.',
      );
      return { kind: 'broken', ...reader.base() };
    }
    for (let rest = reader.take(); rest; rest = reader.take()) {
      if (!reader.common(rest)) {
        reader.report(
          'unknown-word',
          `\`from\` takes one name; here is ${quote(rest.text)} too`,
          rest.place,
          'To join tensors use `concat` or `add`.',
        );
      }
    }
    return {
      kind: 'from',
      ...reader.base(),
      name: { text: name.text.replace(/^\$/, ''), place: name.place },
    };
  }
  const operation = findOperation(first.text);
  if (operation) return readLayer(reader, operation, first);
  if (context.reporter.full) return { kind: 'broken', ...reader.base() };
  const known = [...operationWords(), ...context.vocabulary.blocks.keys(), 'residual', 'from'];
  const isNumber = /^[\d$-]/.test(first.text);
  const called = /^([A-Za-z_]\w*)\(/.exec(first.text)?.[1];
  reader.report(
    'unknown-operation',
    isNumber
      ? `a line starts with an operation, not with ${quote(first.text)}`
      : `there is no operation or block ${quote(first.text)}`,
    first.place,
    isNumber
      ? `Did you mean \`dense ${first.text}\` or \`conv ${first.text} 3x3\`?`
      : called !== undefined
        ? 'Write no parentheses, and spaces between the words: `conv 64 3x3 relu`.'
        : suggestion(
            first.text,
            known,
            `For anything else write \`op ${isPlainName(first.text) ? first.text : 'Name'}\`.`,
          ),
  );
  // What any line can carry still holds: the names it gives are not missing elsewhere.
  for (let word = reader.take(); word; word = reader.take()) reader.common(word);
  return { kind: 'broken', ...reader.base() };
}
