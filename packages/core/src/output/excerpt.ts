/** The line that a problem is on, with a mark under what is wrong. */
import type { Place } from '../diagnostics.js';

/** Longest stretch of a line to show. */
const longest = 100;

/** How much to show before the mark when a line is longer. */
const before = 40;

/**
 * Cuts out the line where a place starts, and marks the place under it.
 *
 * @param text The text that the place is in.
 * @param place A stretch of it.
 * @param firstLine Number of its first line; 1 unless given.
 * @returns Two lines: `3 | - cnov 64 3x3` and carets under `cnov`.
 */
export function excerpt(text: string, place: Place, firstLine = 1): string {
  const { start, end } = place;
  const full = (text.split(/\r\n|\r|\n/)[start.line - 1] ?? '').replace(/\t/g, ' ');
  const last = end.line === start.line ? end.column - 1 : full.length;
  const cut = full.length > longest ? Math.max(0, start.column - 1 - before) : 0;
  const line = full.slice(cut, cut + longest);
  const lead = cut > 0 ? '…' : '';
  const from = start.column - 1 - cut;
  const length = Math.max(1, Math.min(last - cut, line.length) - from);
  const number = String(start.line + firstLine - 1);
  const gutter = `${' '.repeat(number.length)} | `;
  const shown = `${number} | ${lead}${line}${cut + longest < full.length ? '…' : ''}`;
  return `${shown}\n${gutter}${' '.repeat(lead.length + from)}${'^'.repeat(length)}`;
}
