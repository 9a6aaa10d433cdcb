/** Reads a fence's meta: `title="LeNet-5" style=lenet width=640 source no-legend`. */
import type { Place } from './diagnostics.js';

/** One word of a meta. */
export interface MetaEntry {
  readonly key: string;
  readonly value: string | number | boolean;
  /** Place of the whole word, in the meta. */
  readonly place: Place;
  /** Place of the value alone. */
  readonly valuePlace: Place;
}

const word = /([A-Za-z_][\w.-]*)(?:=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"']\S*))?)?/y;

/** A meta is one line, so a column is an offset and one. */
function placeOf(start: number, end: number): Place {
  return {
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  };
}

function plainValue(text: string): string | number | boolean {
  if (text === 'true') return true;
  if (text === 'false') return false;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/**
 * Reads a meta.
 *
 * @param meta Text after the language of the fence.
 * @returns Its words, and the places of what is none.
 */
export function parseMeta(meta: string): {
  entries: MetaEntry[];
  stray: { text: string; place: Place }[];
} {
  const entries: MetaEntry[] = [];
  const stray: { text: string; place: Place }[] = [];
  let index = 0;
  while (index < meta.length) {
    if (/\s/.test(meta[index] ?? '')) {
      index++;
      continue;
    }
    word.lastIndex = index;
    const match = word.exec(meta);
    const end = match ? word.lastIndex : index;
    const boundary = end >= meta.length || /\s/.test(meta[end] ?? '');
    if (!match || !boundary) {
      const rest = /^\S+/.exec(meta.slice(index))?.[0] ?? '';
      stray.push({ text: rest, place: placeOf(index, index + rest.length) });
      index += rest.length;
      continue;
    }
    const [whole, name = '', double, single, bare] = match;
    const quoted = (double ?? single)?.replace(/\\(.)/g, '$1');
    const place = placeOf(index, end);
    if (!whole.includes('=')) {
      const negated = /^no-(.+)$/.exec(name)?.[1];
      entries.push({
        key: negated ?? name,
        value: negated === undefined,
        place,
        valuePlace: place,
      });
    } else {
      const value = quoted ?? (bare === undefined ? '' : plainValue(bare));
      entries.push({ key: name, value, place, valuePlace: placeOf(index + name.length + 1, end) });
    }
    index = end;
  }
  return { entries, stray };
}
