/** Cuts a text in protobuf's text format into words, numbers, strings and marks. */
import { unescaped } from './strings.js';

/** What a token is; of `mark`, `text[start]` says which. */
export type TokenKind = 'word' | 'number' | 'string' | 'mark' | 'strange' | 'end';

/** Codes of characters that begin or end tokens. */
const code = {
  tab: 9,
  newline: 10,
  return: 13,
  space: 32,
  quote: 34,
  hash: 35,
  apostrophe: 39,
  plus: 43,
  minus: 45,
  dot: 46,
  zero: 48,
  nine: 57,
  backslash: 92,
  underscore: 95,
  fixedSpace: 0xa0,
  byteOrderMark: 0xfeff,
} as const;

/** Marks that the format has a use for. */
const marks = new Set([...'{}<>[]:;,-/.'].map((mark) => mark.charCodeAt(0)));

const isDigit = (char: number) => char >= code.zero && char <= code.nine;

function isLetter(char: number): boolean {
  const lower = char | 32;
  return (lower >= 97 && lower <= 122) || char === code.underscore;
}

/** Stands on one token of a text at a time. */
export class Scanner {
  kind: TokenKind = 'end';
  start = 0;
  end = 0;
  /** Whether the string that it stands on is closed. */
  closed = true;

  /** @param text The text; the scanner stands on its first token. */
  constructor(readonly text: string) {
    this.next();
  }

  /** Code of the first character of the token. */
  get code(): number {
    return this.text.charCodeAt(this.start);
  }

  /** The token as it is written. */
  get token(): string {
    return this.text.slice(this.start, this.end);
  }

  /** What the string holds that it stands on. */
  get string(): string {
    const inner = this.text.slice(this.start + 1, this.closed ? this.end - 1 : this.end);
    return inner.includes('\\') ? unescaped(inner) : inner;
  }

  /**
   * @param mark A character.
   * @returns Whether it stands on that mark.
   */
  isMark(mark: string): boolean {
    return this.kind === 'mark' && this.text[this.start] === mark;
  }

  /** Goes on to the next token. */
  next(): void {
    const { text } = this;
    let at = this.end;
    let char = text.charCodeAt(at);
    for (;;) {
      if (char === code.hash) {
        const newline = text.indexOf('\n', at);
        at = newline < 0 ? text.length : newline;
      } else if (!isSpace(char)) break;
      else at++;
      char = text.charCodeAt(at);
    }
    this.start = at;
    if (at >= text.length) this.kind = 'end';
    else if (isLetter(char)) {
      this.kind = 'word';
      at = this.#wordEnd(at);
    } else if (isDigit(char) || (char === code.dot && isDigit(text.charCodeAt(at + 1)))) {
      this.kind = 'number';
      at = this.#numberEnd(at);
    } else if (char === code.quote || char === code.apostrophe) {
      this.kind = 'string';
      at = this.#stringEnd(at, char);
    } else if (marks.has(char)) {
      this.kind = 'mark';
      at++;
    } else {
      this.kind = 'strange';
      while (at < text.length && isStrange(text.charCodeAt(at))) at++;
    }
    this.end = at;
  }

  #wordEnd(at: number): number {
    let end = at + 1;
    let char = this.text.charCodeAt(end);
    while (isLetter(char) || isDigit(char)) char = this.text.charCodeAt(++end);
    return end;
  }

  /** Takes letters, too, so that `3x3` is one wrong number and not three odd tokens. */
  #numberEnd(at: number): number {
    const { text } = this;
    let end = at + 1;
    for (;;) {
      const char = text.charCodeAt(end);
      const exponent =
        (char === code.plus || char === code.minus) && (text.charCodeAt(end - 1) | 32) === 101;
      if (!isDigit(char) && !isLetter(char) && char !== code.dot && !exponent) return end;
      end++;
    }
  }

  #stringEnd(at: number, quote: number): number {
    const { text } = this;
    for (let end = at + 1; end < text.length; end++) {
      const char = text.charCodeAt(end);
      if (char === quote) {
        this.closed = true;
        return end + 1;
      }
      if (char === code.newline) {
        this.closed = false;
        return end;
      }
      // A backslash does not carry a string over the end of its line.
      if (char === code.backslash && text.charCodeAt(end + 1) !== code.newline) end++;
    }
    this.closed = false;
    return text.length;
  }
}

function isSpace(char: number): boolean {
  return (
    char === code.space ||
    (char >= code.tab && char <= code.return) ||
    char === code.byteOrderMark ||
    char === code.fixedSpace
  );
}

function isStrange(char: number): boolean {
  return !(
    isSpace(char) ||
    isLetter(char) ||
    isDigit(char) ||
    marks.has(char) ||
    char === code.quote ||
    char === code.apostrophe ||
    char === code.hash
  );
}
