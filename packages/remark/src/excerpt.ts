/** Lines of a file around a problem, marked. */
import type { Place } from 'nnfig/core';
import type { Source } from './source.js';

/** Columns that an excerpt shows of a long line. */
const breadth = 100;

/**
 * Quotes the line of a problem and the one before it, with the problem underlined.
 *
 * @param source
 *   File.
 * @param place
 *   Where the problem is.
 * @returns
 *   Lines of text; empty when the file does not have the place.
 */
export function excerpt(source: Source, place: Place): string {
  const { line, column } = place.start;
  const text = source.lines[line - 1];
  if (text === undefined || text === '') return '';
  const end = place.end.line === line ? place.end.column : text.length + 1;
  const from = Math.max(0, Math.min(column - 1 - breadth / 2, text.length - breadth));
  const gutter = String(line).length;
  const row = (number: number | string, content: string) =>
    `${String(number).padStart(gutter)} | ${content}`.trimEnd();

  const before = source.lines[line - 2];
  return [
    ...(line > 1 && before?.trim() ? [row(line - 1, crop(before, from))] : []),
    row(line, crop(text, from)),
    // Tabs are kept so that the marks stand below what they mark.
    row(
      '',
      crop(text, from)
        .slice(0, column - 1 - from)
        .replace(/[^\t]/g, ' ') +
        '^'.repeat(Math.max(1, Math.min(end, from + breadth + 1) - column)),
    ),
  ].join('\n');
}

function crop(text: string, from: number): string {
  return text.slice(from, from + breadth);
}
