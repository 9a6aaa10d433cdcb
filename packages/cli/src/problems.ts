import type { Diagnostic } from 'nnfig';

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

/** A hint behind a message wants a full stop between them. */
function asSentence(message: string): string {
  return /[.!?:]$/.test(message) ? message : `${message}.`;
}

/**
 * Places the diagnostics of a description that is a file of its own.
 *
 * @param file Name of the file.
 * @param diagnostics What core reported.
 * @returns The same problems, in the file.
 */
export function placeInFile(file: string, diagnostics: readonly Diagnostic[]): PlacedProblem[] {
  return diagnostics.map(({ place, severity, message, hint }) => ({
    file,
    line: place?.start.line,
    column: place?.start.column,
    severity,
    message,
    hint,
  }));
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
