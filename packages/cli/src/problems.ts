import type { Diagnostic, Place } from 'nnfig';

/** A problem and where in which file it is, ready to print. */
export interface PlacedProblem {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * Writes a problem as one line: `path:line:col  message`, the hint behind it.
 *
 * @param problem The problem.
 * @returns The line, without its newline.
 */
export function formatProblem(problem: PlacedProblem): string {
  const { file, line, column, severity } = problem;
  const where = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const kind = severity === 'error' ? '' : `${severity}: `;
  const text = problem.hint ? `${asSentence(problem.message)} ${problem.hint}` : problem.message;
  return `${where}  ${kind}${text.replace(/\s*\n\s*/g, ' ')}`;
}

/**
 * Ends a message, so that a hint can follow.
 *
 * @param message A message, with a full stop or without.
 * @returns The message as a sentence.
 */
export function asSentence(message: string): string {
  return /[.!?:]$/.test(message) ? message : `${message}.`;
}

/**
 * Puts a diagnostic of core into a file.
 *
 * @param file Name of the file.
 * @param diagnostic The diagnostic.
 * @param place Where it is in the file, if anywhere.
 * @returns The problem, ready to print.
 */
export function placeProblem(
  file: string,
  { severity, message, hint }: Diagnostic,
  place: Place | undefined,
): PlacedProblem {
  return { file, line: place?.start.line, column: place?.start.column, severity, message, hint };
}

/**
 * Counts what is counted in a summary: `1 error`, `2 errors`.
 *
 * @param count How many.
 * @param noun Its singular, which takes an `s`.
 * @returns The count and the noun.
 */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
