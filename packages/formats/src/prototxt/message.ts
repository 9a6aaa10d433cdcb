/** The tree of a text in protobuf's text format. Every part knows where it stands. */

/** A number, a string, or a word such as `MAX` or `true`. */
export interface Scalar {
  /** `unknown` when it could not be read, after a report. */
  readonly kind: 'number' | 'string' | 'word' | 'unknown';
  /** What a string holds; anything else as it is written. */
  readonly text: string;
  /** Its value, if it is a number. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Fields between braces, or the whole text. */
export interface Message {
  readonly kind: 'message';
  /** In their order; what a list holds are fields of one name. */
  readonly fields: readonly Field[];
  readonly start: number;
  readonly end: number;
}

/** A name with its value. */
export interface Field {
  readonly name: string;
  /** Offset of the name. */
  readonly start: number;
  readonly value: Scalar | Message;
}

/** Something that is wrong with the text. */
export interface SyntaxProblem {
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
  /** Whether nobody can tell where what follows belongs. */
  readonly fatal?: boolean;
}
