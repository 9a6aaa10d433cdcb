/**
 * Reads protobuf's text format, as far as texts have it: fields with scalars, messages and
 * lists, comments, separators, extension names. It goes on after an error, so that several
 * are found at once.
 */
import type { Field, Message, Scalar, SyntaxProblem } from './message.js';
import { readNumber, readNumberWord } from './numbers.js';
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

class Parser {
  readonly problems: SyntaxProblem[] = [];
  readonly #scanner: Scanner;

  constructor(readonly text: string) {
    this.#scanner = new Scanner(text);
  }

  #report(start: number, end: number, message: string, hint: string, fatal = false): void {
    this.problems.push({ start, end, message, hint, ...(fatal && { fatal }) });
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
      `\`${name}\` is never closed`,
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
          ? [`\`${token}\` cannot close \`${title}\``, `Write \`${closer}\` in its place.`]
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
    this.#report(start, end, `\`${clip(token)}\`${what}`, 'Write a field, such as `name: "data"`.');
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
    this.#value(fields, `[${name}]`, start, scanner.end, depth);
  }

  #field(fields: Field[], depth: number): void {
    const scanner = this.#scanner;
    const { token: name, start, end } = scanner;
    scanner.next();
    this.#value(fields, name, start, end, depth);
  }

  /** Reads what stands after the name of a field. */
  #value(fields: Field[], name: string, start: number, end: number, depth: number): void {
    const scanner = this.#scanner;
    const colon = scanner.isMark(':');
    if (colon) scanner.next();
    if (scanner.isMark('{') || scanner.isMark('<')) {
      const value = this.#nested(name, start, depth);
      if (value) fields.push({ name, start, value });
      return;
    }
    if (colon && scanner.isMark('[')) {
      this.#list(fields, name, start, depth);
      return;
    }
    const isWord = scanner.kind === 'word';
    const value = this.#scalar();
    // `pad: stride: 1` has no value for `pad`, but a field `stride`.
    const isName = isWord && (scanner.isMark(':') || scanner.isMark('{'));
    if (value === undefined || isName) {
      this.#report(
        start,
        end,
        `\`${name}\` has no value`,
        `Write one after it, such as \`${name}: 1\`.`,
      );
      fields.push({ name, start, value: unknownAt(end) });
      if (value && isName) this.#value(fields, value.text, value.start, value.end, depth);
      return;
    }
    if (!colon) {
      this.#report(
        start,
        value.end,
        `\`${name}\` needs a colon before its value`,
        `Write \`${name}: ${clip(this.text.slice(value.start, value.end))}\`.`,
      );
    }
    fields.push({ name, start, value });
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
  #list(fields: Field[], name: string, start: number, depth: number): void {
    const scanner = this.#scanner;
    const { start: from, end } = scanner;
    scanner.next();
    while (!scanner.isMark(']')) {
      if (scanner.isMark(',')) {
        scanner.next();
        continue;
      }
      const value =
        scanner.isMark('{') || scanner.isMark('<')
          ? this.#nested(name, scanner.start, depth)
          : this.#scalar();
      if (value === undefined || scanner.isMark(':')) {
        this.#report(
          from,
          end,
          `the list of \`${name}\` is never closed`,
          'Write `]` after its last value.',
          true,
        );
        return;
      }
      fields.push({ name, start, value });
    }
    scanner.next();
  }

  #scalar(): Scalar | undefined {
    const scanner = this.#scanner;
    if (scanner.kind === 'string') return this.#string();
    const { start } = scanner;
    const negative = scanner.isMark('-');
    if (negative) scanner.next();
    const { kind, token, end } = scanner;
    if (kind !== 'word' && kind !== 'number') {
      if (!negative) return undefined;
      this.#report(start, start + 1, '`-` has no number after it', 'Write one, such as `-1`.');
      return unknownAt(start + 1);
    }
    scanner.next();
    const size = kind === 'number' ? readNumber(token) : readNumberWord(token);
    if (size === undefined) {
      if (kind === 'word' && !negative) {
        return { kind: 'word', text: token, number: Number.NaN, start, end };
      }
      const text = clip(this.text.slice(start, end));
      this.#report(
        start,
        end,
        `\`${text}\` is no number`,
        'Write digits, such as `3`, `0.5` or `1e-3`; put a text in quotes.',
      );
      return { ...unknownAt(start), end };
    }
    const text = negative ? `-${token}` : token;
    // Words that are numbers stay words, too: nothing keeps an enum from having one of them.
    const isWord = kind === 'word' && !negative;
    return { kind: isWord ? 'word' : 'number', text, number: negative ? -size : size, start, end };
  }

  /** Strings that stand side by side are one. */
  #string(): Scalar {
    const scanner = this.#scanner;
    const { start } = scanner;
    let text = '';
    let end = start;
    while (scanner.kind === 'string') {
      text += scanner.string;
      end = scanner.end;
      if (!scanner.closed) {
        const quote = this.text[scanner.start] ?? '"';
        this.#report(
          scanner.start,
          end,
          'this string has no end on its line',
          `Close it with \`${quote}\`.`,
        );
      }
      scanner.next();
    }
    return { kind: 'string', text, number: Number.NaN, start, end };
  }
}

function unknownAt(at: number): Scalar {
  return { kind: 'unknown', text: '', number: Number.NaN, start: at, end: at };
}

function clip(text: string): string {
  const clean = text.replaceAll('`', "'");
  return clean.length > 40 ? `${clean.slice(0, 37)}…` : clean;
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
