/** Positions in the text of a block. */
import { LineCounter } from 'yaml';
import type { Place, Point } from '../diagnostics.js';

/** The text of a block, which turns offsets into lines and columns. */
export class Source {
  readonly #lines = new LineCounter();

  /** @param text Text of the block. */
  constructor(readonly text: string) {
    this.#lines.addNewLine(0);
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      this.#lines.addNewLine(end + 1);
    }
  }

  /**
   * @param offset 0-based offset in the text.
   * @returns Its line and column.
   */
  point(offset: number): Point {
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    const { line, col } = this.#lines.linePos(bounded);
    return { line: Math.max(line, 1), column: Math.max(col, 1), offset: bounded };
  }

  /**
   * @param start Offset of the first character.
   * @param end Offset after the last character.
   * @returns The stretch between them.
   */
  place(start: number, end: number): Place {
    return { start: this.point(start), end: this.point(Math.max(start, end)) };
  }
}
