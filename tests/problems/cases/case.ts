/** A block that is wrong, and everything that is to be said of it. */
export interface Case {
  readonly name: string;
  readonly text: string;
  /**
   * Every problem, in the order of the text: `3:5-3:9 rule: message → hint`. A warning has
   * that word before its rule. `[…]` stands for any text, where a list would be long.
   */
  readonly problems: readonly string[];
}

/**
 * @param parts Lines.
 * @returns One text.
 */
export function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}

/**
 * Writes layers after an image of three channels; the first stands on line 3, in column 5.
 *
 * @param steps What stands after the `- ` of each item.
 * @returns The block.
 */
export function layers(...steps: readonly string[]): string {
  return lines('input: 3x32x32', 'layers:', ...steps.map((step) => `  - ${step}`));
}
