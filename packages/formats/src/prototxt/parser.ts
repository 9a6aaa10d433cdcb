/**
 * Reads protobuf's text format, as far as texts have it: fields with scalars, messages and
 * lists, comments, separators, extension names. It goes on after an error, so that several
 * are found at once.
 */
import { quote } from 'nnfig/readers';
import type { Field, Message, Scalar, SyntaxProblem } from './message.js';
import { readScalar, unknownValue } from './scalars.js';
import { Scanner } from './scanner.js';
import { openedBeforeEnd } from './unclosed.js';

/** Deepest nesting, as in protobuf itself. */
const deepest = 100;

/** A text, read as far as it could be. */
export interface Parsed {
  readonly root: Message;
  readonly problems: readonly SyntaxProblem[];
}

/** A message that is being read. */
interface Opened {
  /** How it begins, for messages: `layer {`. */
  readonly title: string;
  readonly start: number;
  /** The mark that closes it; nothing for the whole text. */
  readonly closer: '}' | '>' | undefined;
  readonly depth: number;
}

/** The name of a field. */
interface Label {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

class Parser {
  readonly problems: SyntaxProblem[] = [];
  readonly #scanner: Scanner;

  constructor(readonly text: string) {
    this.#scanner = new Scanner(text);
  }

  readonly #take = (problem: SyntaxProblem): void => {
    this.problems.push(problem);
  };

  #report(start: number, end: number, message: string, hint: string, fatal = false): void {
    this.#take({ start, end, message, hint, ...(fatal && { fatal }) });
  }

  /** Reads fields up to the mark that closes them. */
  message(opened: Opened): Message {
    const scanner = this.#scanner;
    const fields: Field[] = [];
    for (;;) {
      if (scanner.kind === 'word') this.#field(fields, opened.depth);
      else if (scanner.kind === 'end') {
        const message = this.#close(fields, opened, scanner.start);
        if (opened.closer) this.#reportUnclosed(message, opened);
        return message;
      } else if (scanner.isMark(';') || scanner.isMark(',')) scanner.next();
      else if (opened.closer && scanner.isMark(opened.closer)) {
        const { end } = scanner;
        scanner.next();
        return this.#close(fields, opened, end);
      } else if (scanner.isMark('[')) this.#extension(fields, opened.depth);
      else this.#strange(opened);
    }
  }

  #close(fields: readonly Field[], { start }: Opened, end: number): Message {
    return { kind: 'message', fields, start, end };
  }

  /** One brace that is missing leaves all around it open; it is said once, where it is likely missing. */
  #reportUnclosed(message: Message, { title, start, closer = '}' }: Opened): void {
    if (this.problems.some(({ fatal }) => fatal)) return;
    const inner = openedBeforeEnd(this.text, message);
    const [from, name] = inner ? [inner.start, `${inner.name} {`] : [start, title];
    this.#report(
      from,
      from + name.length,
      `${quote(name)} is never closed`,
      `Write \`${inner ? '}' : closer}\` where it ends.`,
      true,
    );
  }

  /** What cannot begin a field; a run of it is one problem. */
  #strange({ title, closer }: Opened): void {
    const scanner = this.#scanner;
    const { start, end, token } = scanner;
    if (scanner.isMark('}') || scanner.isMark('>') || scanner.isMark(']')) {
      const [message, hint] =
        closer && !scanner.isMark(']')
          ? [`\`${token}\` cannot close ${quote(title)}`, `Write \`${closer}\` in its place.`]
          : [
              `this \`${token}\` closes nothing`,
              'Leave it out, or look above it for one that closes too early.',
            ];
      this.#report(start, end, message, hint, !scanner.isMark(']'));
      scanner.next();
      return;
    }
    if (scanner.isMark('{') || scanner.isMark('<')) {
      this.#report(start, end, `this \`${token}\` has no name before it`, 'Write `layer {`.', true);
      this.#skipNested();
      return;
    }
    const row = scanner.kind;
    const what =
      row === 'number' || row === 'string' ? ' is a value without a name' : ' does not belong here';
    this.#report(start, end, `${quote(token)}${what}`, 'Write a field, such as `name: "data"`.');
    do scanner.next();
    while (
      scanner.kind === row &&
      row !== 'end' &&
      !'{}<>[],;'.includes(this.text[scanner.start] ?? '')
    );
  }

  /** `[a.b]`: an extension, or with a `/` the type of an `Any`. */
  #extension(fields: Field[], depth: number): void {
    const scanner = this.#scanner;
    const { start } = scanner;
    scanner.next();
    const from = scanner.start;
    while (scanner.kind === 'word' || ['.', '/', '-'].some((mark) => scanner.isMark(mark))) {
      scanner.next();
    }
    const name = this.text.slice(from, scanner.start).trim();
    if (!scanner.isMark(']') || name === '') {
      this.#report(
        start,
        scanner.start,
        'this is no name of an extension',
        'Write `[package.name]`.',
      );
      return;
    }
    scanner.next();
    this.#values(fields, { name: `[${name}]`, start, end: scanner.end }, depth);
  }

  #field(fields: Field[], depth: number): void {
    const { token: name, start, end } = this.#scanner;
    this.#scanner.next();
    this.#values(fields, { name, start, end }, depth);
  }

  /** Reads what stands after a name; that may turn out to be another name. */
  #values(fields: Field[], first: Label, depth: number): void {
    let label: Label | undefined = first;
    while (label) label = this.#value(fields, label, depth);
  }

  #value(fields: Field[], label: Label, depth: number): Label | undefined {
    const scanner = this.#scanner;
    const { name, start } = label;
    const colon = scanner.isMark(':');
    if (colon) scanner.next();
    if (scanner.isMark('{') || scanner.isMark('<')) {
      const value = this.#nested(name, start, depth);
      if (value) fields.push({ name, start, value });
      return undefined;
    }
    if (colon && scanner.isMark('[')) return this.#list(fields, label, depth);
    const value = readScalar(scanner, this.#take);
    // `pad: stride: 1` has no value for `pad`, but a field `stride`.
    const next = value && this.#asLabel(value);
    if (value === undefined || next) {
      this.#report(
        start,
        label.end,
        `${quote(name)} has no value`,
        `Write one after it, such as ${quote(`${name}: 1`)}.`,
      );
      fields.push({ name, start, value: unknownValue(label.end) });
      return next;
    }
    if (!colon) {
      this.#report(
        start,
        value.end,
        `${quote(name)} needs a colon before its value`,
        `Write ${quote(`${name}: ${this.text.slice(value.start, value.end)}`)}.`,
      );
    }
    fields.push({ name, start, value });
    return undefined;
  }

  /** The name of a field where a value was wanted. */
  #asLabel({ kind, text, start, end }: Scalar): Label | undefined {
    const scanner = this.#scanner;
    const isName = kind === 'word' && (scanner.isMark(':') || scanner.isMark('{'));
    return isName ? { name: text, start, end } : undefined;
  }

  #nested(name: string, start: number, depth: number): Message | undefined {
    const scanner = this.#scanner;
    const closer = scanner.isMark('<') ? '>' : '}';
    if (depth >= deepest) {
      this.#report(
        start,
        scanner.end,
        `messages are nested more than ${deepest} deep`,
        'Check the braces.',
        true,
      );
      this.#skipNested();
      return undefined;
    }
    scanner.next();
    return this.message({
      title: `${name} ${closer === '>' ? '<' : '{'}`,
      start,
      closer,
      depth: depth + 1,
    });
  }

  /** Leaves out a message with all that is in it. */
  #skipNested(): void {
    const scanner = this.#scanner;
    let open = 0;
    do {
      if (scanner.isMark('{') || scanner.isMark('<')) open++;
      if (scanner.isMark('}') || scanner.isMark('>')) open--;
      scanner.next();
    } while (open > 0 && scanner.kind !== 'end');
  }

  /** `[a, b]` is `a` and `b` as fields of one name. */
  #list(fields: Field[], { name, start }: Label, depth: number): Label | undefined {
    const scanner = this.#scanner;
    const { start: from, end } = scanner;
    scanner.next();
    for (;;) {
      if (scanner.isMark(']')) {
        scanner.next();
        return undefined;
      }
      if (scanner.isMark(',')) {
        scanner.next();
        continue;
      }
      if (scanner.isMark('{') || scanner.isMark('<')) {
        const value = this.#nested(name, scanner.start, depth);
        if (value) fields.push({ name, start, value });
        continue;
      }
      const value = readScalar(scanner, this.#take);
      const next = value && this.#asLabel(value);
      if (value && !next) {
        fields.push({ name, start, value });
        continue;
      }
      const hint = 'Write `]` after its last value.';
      this.#report(from, end, `the list of ${quote(name)} is never closed`, hint, true);
      return next;
    }
  }
}

/**
 * Reads a text in protobuf's text format.
 *
 * @param text The text.
 * @returns Its fields as far as they could be read, and what is wrong. Linear time.
 */
export function parse(text: string): Parsed {
  const parser = new Parser(text);
  const root = parser.message({ title: '', start: 0, closer: undefined, depth: 0 });
  return { root, problems: parser.problems };
}
