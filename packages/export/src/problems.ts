import type { Diagnostic } from 'nnfig';

/** Why a figure cannot be exported: what is wrong, and what to do. */
export class ExportError extends Error {
  override readonly name = 'ExportError';

  /**
   * @param rule Stable kebab-case name of the kind of problem.
   * @param message What is wrong, values in backticks, without a full stop.
   * @param hint What to do, one sentence.
   */
  constructor(
    readonly rule: string,
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/**
 * Something that the exported figure does not show as it should.
 *
 * @param rule Stable kebab-case name of the kind of problem.
 * @param message What is wrong, values in backticks, without a full stop.
 * @param hint What to do, one sentence.
 * @returns A warning.
 */
export function warning(rule: string, message: string, hint: string): Diagnostic {
  return { rule, message, hint, severity: 'warning' };
}

/** A written figure. */
export interface Exported<Content> {
  readonly content: Content;
  /** What it does not show as it should, such as characters that no font has. */
  readonly warnings: readonly Diagnostic[];
  /** Files that have to stand beside it, by name: the images of a `.tex`. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}
