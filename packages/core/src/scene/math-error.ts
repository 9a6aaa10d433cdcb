/** Why a formula cannot be drawn. */
export class MathError extends Error {
  /**
   * @param message What is wrong, as the end of a sentence.
   * @param rule Rule of the diagnostic.
   * @param hint What to do about it, where there is more to say than of every formula.
   */
  constructor(
    message: string,
    readonly rule: 'bad-math' | 'math-not-loaded' = 'bad-math',
    readonly hint?: string,
  ) {
    super(message);
  }
}
