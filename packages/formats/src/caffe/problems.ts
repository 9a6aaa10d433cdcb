/** Problems of a prototxt, at offsets of its text. */
import type { Place, Reporter, Source } from 'nnfig/readers';

/** A stretch of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Reports problems where they stand in the text. */
export class Problems {
  /**
   * @param source The text.
   * @param reporter Where problems go.
   */
  constructor(
    readonly source: Source,
    readonly reporter: Reporter,
  ) {}

  /**
   * @param span A stretch of the text.
   * @returns Its lines and columns.
   */
  place({ start, end }: Span): Place {
    return this.source.place(start, end);
  }

  /**
   * @param offset An offset in the text.
   * @returns Its line, for messages that name a second place.
   */
  line(offset: number): number {
    return this.source.point(offset).line;
  }

  /**
   * Reports an error.
   *
   * @param rule Kind of problem.
   * @param message What is wrong.
   * @param span Where.
   * @param hint What to do.
   */
  error(rule: string, message: string, span: Span, hint?: string): void {
    this.reporter.report({ rule, message, place: this.place(span), hint });
  }

  /**
   * Reports what need not be wrong.
   *
   * @param rule Kind of problem.
   * @param message What is odd.
   * @param span Where.
   * @param hint What to do.
   */
  warn(rule: string, message: string, span: Span, hint?: string): void {
    this.reporter.report({ rule, message, place: this.place(span), hint, severity: 'warning' });
  }
}
