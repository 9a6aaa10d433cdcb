/** Cuts a line into words, each with its place in the text of the block. */
import type { Place } from '../diagnostics.js';
import type { LineText } from './scalar-text.js';

/** One word of a line. */
export interface Token {
  readonly text: string;
  readonly place: Place;
}

/**
 * Cuts a text at white space; parentheses, brackets and quotes hold together.
 *
 * @param line The text.
 * @param from Where to start.
 * @param to Where to stop.
 * @returns Its words.
 */
export function tokenize(line: LineText, from = 0, to = line.text.length): Token[] {
  const tokens: Token[] = [];
  const { text } = line;
  let index = from;
  while (index < to) {
    if (/\s/.test(text[index] ?? '')) {
      index++;
      continue;
    }
    const start = index;
    let depth = 0;
    let quote = '';
    for (; index < to; index++) {
      const character = text[index] ?? '';
      if (quote !== '') {
        if (character === quote) quote = '';
      } else if (character === '"' || character === "'") quote = character;
      else if (character === '(' || character === '[') depth++;
      else if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
      else if (depth === 0 && /\s/.test(character)) break;
    }
    tokens.push({ text: text.slice(start, index), place: line.placeOf(start, index) });
  }
  return tokens;
}

/**
 * Cuts a chain (`784 -> 128 relu -> 10`) at its arrows.
 *
 * @param line The text.
 * @returns Bounds of its links; one when there is no arrow.
 */
export function links(line: LineText): { start: number; end: number }[] {
  const bounds: { start: number; end: number }[] = [];
  const arrow = /->|→/g;
  let start = 0;
  for (let match = arrow.exec(line.text); match; match = arrow.exec(line.text)) {
    bounds.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  bounds.push({ start, end: line.text.length });
  return bounds;
}
