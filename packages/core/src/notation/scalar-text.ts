/** Finds where the characters of a scalar stand in the source, whatever its form. */
import type { ParsedNode } from 'yaml';
import { isScalar } from 'yaml';
import type { Place } from '../diagnostics.js';
import type { Source } from './source.js';

/** The text of a YAML scalar that can say where its parts stand. */
export interface LineText {
  readonly text: string;
  readonly place: Place;
  /** Place of the characters from `start` up to `end` of `text`. */
  placeOf(start: number, end: number): Place;
}

/** Length of the escape at an offset of a text in double quotes. */
function escapeLength(raw: string, at: number): number {
  const digits = { x: 2, u: 4, U: 8 }[raw[at + 1] ?? ''];
  return 2 + (digits ?? 0);
}

/**
 * Aligns a value with how it is written. Both hold the same characters besides white
 * space, which YAML folds, and escapes, which stand for one character each.
 *
 * @returns Offset in `raw` of each character and of the end; nothing when they do not align.
 */
function align(value: string, raw: string, from: number, quote: string): number[] | undefined {
  const offsets: number[] = [];
  let at = from;
  for (const character of value) {
    const blank = /\s/.test(character);
    while (!blank && /\s/.test(raw[at] ?? '')) at++;
    let length = character.length;
    if (quote === '"' && raw[at] === '\\') length = escapeLength(raw, at);
    else if (quote === "'" && character === "'") length = 2;
    else if (blank && !/\s/.test(raw[at] ?? '')) length = 0;
    else if (!blank && !raw.startsWith(character, at)) return undefined;
    offsets.push(at);
    if (character.length > 1) offsets.push(length > 2 ? at : at + 1);
    at += length;
  }
  return [...offsets, at];
}

/** Where the text of a scalar begins in it: after a quote, or on the line after `>-`. */
function start(raw: string, quote: string, block: boolean): number {
  if (quote !== '') return 1;
  return block ? raw.indexOf('\n') + 1 : 0;
}

/**
 * Gives a scalar's text with exact places.
 *
 * @param node A scalar node.
 * @param source Text of the block.
 * @returns The text; its characters all have the place of the whole when they cannot be found.
 */
export function scalarText(node: ParsedNode, source: Source): LineText {
  const [from, to] = node.range;
  const raw = source.text.slice(from, to);
  const text = isScalar(node) ? String(node.value ?? '') : '';
  const type = isScalar(node) ? node.type : undefined;
  const quote = type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : '';
  const block = type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL';
  const whole = source.place(from, block ? from + raw.trimEnd().length : to);
  // A number or a word such as `true` is read as it is written.
  if (type === 'PLAIN' && !/\n/.test(raw)) {
    return { text: raw, place: whole, placeOf: (a, b) => source.place(from + a, from + b) };
  }
  const offsets = align(text, raw, start(raw, quote, block), quote);
  if (!offsets) return { text, place: whole, placeOf: () => whole };
  const offset = (index: number) => from + (offsets[index] ?? 0);
  return {
    text,
    place: whole,
    // The end is after the last character, not before the next: white space may lie between.
    placeOf: (a, b) => source.place(offset(a), b > a ? offset(b - 1) + unit(b) : offset(a)),
  };

  /** How many characters of the source the one before `end` takes. */
  function unit(end: number): number {
    const at = offsets?.[end - 1] ?? 0;
    if (quote === '"' && raw[at] === '\\') return escapeLength(raw, at);
    return quote === "'" && raw.startsWith("''", at) ? 2 : 1;
  }
}
