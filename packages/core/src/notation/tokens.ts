/** Cuts a line into words, each with its place in the text of the block. */
import type { ParsedNode } from 'yaml';
import { isScalar } from 'yaml';
import type { Place } from '../diagnostics.js';
import type { Source } from './source.js';

/** One word of a line. */
export interface Token {
  readonly text: string;
  readonly place: Place;
}

/** The text of a YAML scalar that can say where its parts stand. */
export interface LineText {
  readonly text: string;
  readonly place: Place;
  /** Place of the characters from `start` up to `end` of `text`. */
  placeOf(start: number, end: number): Place;
}

/**
 * Gives a scalar's text with exact places. In a plain or simply quoted scalar each
 * character has one; in a scalar with escapes or of block form the whole has.
 *
 * @param node A scalar node.
 * @param source Text of the block.
 * @returns The text.
 */
export function scalarText(node: ParsedNode, source: Source): LineText {
  const [start, end] = node.range;
  const place = source.place(start, end);
  const value = isScalar(node) ? String(node.value ?? '') : '';
  if (isScalar(node)) {
    const raw = source.text.slice(start, end);
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    const inner = quoted ? raw.slice(1, -1) : raw;
    const exact = node.type === 'PLAIN' || (quoted && inner === value);
    if (exact) {
      const offset = start + (quoted ? 1 : 0);
      return {
        text: inner,
        place,
        placeOf: (from, to) => source.place(offset + from, offset + to),
      };
    }
  }
  return { text: value, place, placeOf: () => place };
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
