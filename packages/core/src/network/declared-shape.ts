/** Sizes that are said around a description. */
import type { Problem } from '../diagnostics.js';

/** Sizes that stand around a text, without the batch axis, such as `input: 3x227x227`. */
export interface DeclaredShape {
  readonly sizes: readonly number[];
  /**
   * Reports a problem where the sizes are said.
   *
   * @param problem What is wrong; it has no place of its own.
   */
  report(problem: Problem): void;
}
