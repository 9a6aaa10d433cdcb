/** The text of a Markdown file by lines. */
import type { Place, Point } from 'nnfig/core';
import type { VFile } from 'vfile';

/** A Markdown file as positions are reckoned in it. */
export interface Source {
  /** Lines without their endings; none when the file has no text. */
  readonly lines: readonly string[];
  /**
   * Finds a point.
   *
   * @param line
   *   Line, from 1.
   * @param column
   *   Column, from 1; one past the end of the line at most.
   * @returns
   *   The point with its offset.
   */
  point(line: number, column: number): Point;
  /**
   * Finds all of a line from a column on.
   *
   * @param line
   *   Line, from 1.
   * @param column
   *   Column it starts at, from 1.
   * @returns
   *   The place up to the end of the line.
   */
  rest(line: number, column: number): Place;
}

/**
 * Reads a file's text.
 *
 * @param file
 *   File.
 * @returns
 *   Its lines.
 */
export function readSource(file: VFile): Source {
  const text = String(file);
  const lines: string[] = [];
  const offsets: number[] = [];
  let start = 0;
  // The line endings that Markdown knows.
  for (const ending of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push(text.slice(start, ending.index));
    offsets.push(start);
    start = ending.index + ending[0].length;
  }
  lines.push(text.slice(start));
  offsets.push(start);

  const point = (line: number, column: number): Point => {
    const index = Math.min(Math.max(line, 1), lines.length) - 1;
    const inside = Math.min(Math.max(column, 1), (lines[index] ?? '').length + 1);
    return { line: index + 1, column: inside, offset: (offsets[index] ?? 0) + inside - 1 };
  };
  return {
    lines,
    point,
    rest: (line, column) => ({ start: point(line, column), end: point(line, Infinity) }),
  };
}
