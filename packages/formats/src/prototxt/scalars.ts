/** Reads numbers, strings and words of protobuf's text format. */
import { quote } from 'nnfig/readers';
import type { Scalar, SyntaxProblem } from './message.js';
import { readNumber, readNumberWord } from './numbers.js';
import type { Scanner } from './scanner.js';

/** Takes problems. */
export type Report = (problem: SyntaxProblem) => void;

/**
 * A value that could not be read.
 *
 * @param start Where it begins.
 * @param end Where it ends.
 * @returns The value.
 */
export function unknownValue(start: number, end = start): Scalar {
  return { kind: 'unknown', text: '', number: Number.NaN, start, end };
}

/** Strings that stand side by side are one. */
function readString(scanner: Scanner, report: Report): Scalar {
  const { start } = scanner;
  const parts: string[] = [];
  let end = start;
  while (scanner.kind === 'string') {
    parts.push(scanner.string);
    end = scanner.end;
    if (!scanner.closed) {
      report({
        start: scanner.start,
        end,
        message: 'this string has no end on its line',
        hint: `Close it with \`${scanner.text[scanner.start]}\`.`,
      });
    }
    scanner.next();
  }
  return { kind: 'string', text: parts.join(''), number: Number.NaN, start, end };
}

/**
 * Reads the scalar that a scanner stands on.
 *
 * @param scanner The scanner; it goes on to what follows.
 * @param report Where problems go.
 * @returns The scalar; nothing when there is none.
 */
export function readScalar(scanner: Scanner, report: Report): Scalar | undefined {
  if (scanner.kind === 'string') return readString(scanner, report);
  const { start } = scanner;
  const negative = scanner.isMark('-');
  if (negative) scanner.next();
  const { kind, token, end } = scanner;
  if (kind !== 'word' && kind !== 'number') {
    if (!negative) return undefined;
    report({
      start,
      end: start + 1,
      message: '`-` has no number after it',
      hint: 'Write one, such as `-1`.',
    });
    return unknownValue(start, start + 1);
  }
  scanner.next();
  const size = kind === 'number' ? readNumber(token) : readNumberWord(token);
  if (size !== undefined) {
    const text = negative ? `-${token}` : token;
    // Words that are numbers stay words, too: nothing keeps an enum from having one of them.
    const isWord = kind === 'word' && !negative;
    return { kind: isWord ? 'word' : 'number', text, number: negative ? -size : size, start, end };
  }
  if (kind === 'word' && !negative) {
    return { kind: 'word', text: token, number: Number.NaN, start, end };
  }
  report({
    start,
    end,
    message: `${quote(scanner.text.slice(start, end))} is no number`,
    hint: 'Write digits, such as `3`, `0.5` or `1e-3`; put a text in quotes.',
  });
  return unknownValue(start, end);
}
