/**
 * One shape of problem for every stage: what is wrong, where, and what to do.
 */

/** A point in a text, as unist has it: 1-based line and column, 0-based offset. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a text, from its first character to just after its last. */
export interface Place {
  readonly start: Point;
  readonly end: Point;
}

/** An `error` fails a production build; a `warning` and an `info` do not. */
export type Severity = 'error' | 'warning' | 'info';

/** One problem of a description. */
export interface Diagnostic {
  /** Stable kebab-case name of the kind of problem, such as `unknown-word`. */
  readonly rule: string;
  /** One sentence that says what is wrong, with values in backticks. */
  readonly message: string;
  /** Where in the text of the block it is. */
  readonly place?: Place;
  readonly severity: Severity;
  /** What to do about it, one sentence. */
  readonly hint?: string;
  /** Page that explains the rule. */
  readonly url?: string;
}

/** What a stage says of a problem; the reporter fills in the rest. */
export interface Problem {
  readonly rule: string;
  readonly message: string;
  readonly place?: Place | undefined;
  readonly severity?: Severity;
  readonly hint?: string | undefined;
}

const documentation = 'https://nnfig.github.io/nnfig/docs/reference/problems';

/**
 * Most errors that one block reports, and most of what is less than an error; a text with more
 * is not read by a person. They are counted apart, so that warnings never hide an error.
 */
const limit = 100;

/**
 * Collects the problems of one block: each once, however many copies of a
 * repeated block have it.
 */
export class Reporter {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  #errors = 0;

  /**
   * Adds a problem, unless the same one was added before.
   *
   * @param problem What is wrong and where.
   */
  report(problem: Problem): void {
    const { severity = 'error' } = problem;
    const isError = severity === 'error';
    if (isError ? this.full : this.#diagnostics.length - this.#errors >= limit) return;
    const at = problem.place?.start.offset ?? -1;
    const key = `${problem.rule}\n${at}\n${problem.message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (isError) this.#errors += 1;
    this.#diagnostics.push({
      rule: problem.rule,
      message: problem.message,
      severity,
      ...(problem.place && { place: problem.place }),
      ...(problem.hint !== undefined && { hint: problem.hint }),
      url: `${documentation}#${problem.rule}`,
    });
  }

  /** Whether no more errors are kept: what is said of further ones need not be worked out. */
  get full(): boolean {
    return this.#errors >= limit;
  }

  /** Whether any problem is an error. */
  get failed(): boolean {
    return this.#errors > 0;
  }

  /** @returns All problems so far, in the order of the text; those without a place come first. */
  get diagnostics(): Diagnostic[] {
    const offset = (diagnostic: Diagnostic) => diagnostic.place?.start.offset ?? -1;
    return [...this.#diagnostics].sort((a, b) => offset(a) - offset(b));
  }
}
