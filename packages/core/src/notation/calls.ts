/** Reads a text whose lines are calls, `conv(24, 24, 8)`: where each begins, its name and its arguments. */
import type { Reporter } from '../diagnostics.js';
import { quote } from '../validation.js';
import type { Source } from './source.js';

/** A stretch of the text, without spaces at its ends. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One call as it is written. */
export interface Call {
  readonly name: Stretch;
  readonly arguments: readonly Stretch[];
  readonly start: number;
  readonly end: number;
}

/** What to write where a line is no call. */
const example = 'Write `conv(24, 24, 8)`: a name, then height, width and channels in brackets.';

/** What a name cannot have: it would be a piece of a program. */
const noName = /[=;:,{}[\]"'`]|^[^\p{L}\p{N}$_]/u;

/** What stands between two calls of a line. */
const between = /[\s;]*/y;

/** Longest name that is read. */
const longestName = 60;

/**
 * Reads the calls of a text. A line may have several, with or without `;` between
 * them; `#` and `//` begin a comment, and so does a slash with a star.
 *
 * @param source The text.
 * @param reporter Where problems go.
 * @returns The calls, and nothing in place of each line that is none.
 */
export function readCalls(source: Source, reporter: Reporter): (Call | undefined)[] {
  const text = withoutComments(source.text);
  const calls: (Call | undefined)[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    calls.push(...callsOf(line, start));
    start += line.length + 1;
  }
  return calls;

  function report(message: string, from: number, to: number, hint = example): undefined {
    reporter.report({ rule: 'wrong-call', message, place: source.place(from, to), hint });
    return undefined;
  }

  function callsOf(line: string, offset: number): (Call | undefined)[] {
    const found: (Call | undefined)[] = [];
    let at = 0;
    while (at < line.length) {
      between.lastIndex = at;
      at += between.exec(line)?.[0].length ?? 0;
      if (at >= line.length) break;
      const open = line.indexOf('(', at);
      if (open < 0) {
        const rest = stretch(line, at, line.length, offset);
        const what =
          found.length > 0 ? 'stands after the brackets of a call' : 'is no call of a layer';
        found.push(report(`${quote(rest.text)} ${what}`, rest.start, rest.end));
        break;
      }
      const name = stretch(line, at, open, offset);
      const parts = argumentsOf(line, open, offset);
      if (!parts) {
        report(
          `the bracket after ${quote(name.text)} is not closed`,
          offset + open,
          offset + open + 1,
          'Write `)` after the channels; a call stands on one line.',
        );
        found.push(undefined);
        break;
      }
      at = parts.end;
      const call = { name, arguments: parts.found, start: name.start, end: offset + parts.end };
      found.push(hasName(call) ? call : undefined);
    }
    return found;
  }

  function hasName({ name }: Call): boolean {
    if (name.text === '') {
      report('a name is missing before the bracket', name.end, name.end + 1);
    } else if (noName.test(name.text)) {
      report(`${quote(name.text)} is no name of a layer`, name.start, name.end);
    } else if (name.text.length > longestName) {
      report(
        `a name has at most ${longestName} characters, and this one has ${name.text.length}`,
        name.start,
        name.end,
        'Shorten it.',
      );
    } else return true;
    return false;
  }
}

/** Spaces in place of comments, so that everything else stays where it is. */
function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\/|(?:#|\/\/|\/\*).*/g, (comment) => ' '.repeat(comment.length));
}

function stretch(line: string, from: number, to: number, offset: number): Stretch {
  const raw = line.slice(from, to);
  const text = raw.trim();
  const start = offset + from + (text === '' ? raw.length : raw.length - raw.trimStart().length);
  return { text, start, end: start + text.length };
}

/** What is between the brackets, parted at commas that no inner bracket holds. */
function argumentsOf(
  line: string,
  open: number,
  offset: number,
): { readonly found: readonly Stretch[]; readonly end: number } | undefined {
  const found: Stretch[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < line.length; at++) {
    const character = line[at];
    if (character === '(') depth++;
    else if (character === ')') depth--;
    if (depth === 0 || (depth === 1 && character === ',')) {
      found.push(stretch(line, from, at, offset));
      from = at + 1;
    }
    if (depth === 0) {
      const none = found.length === 1 && found[0]?.text === '';
      return { found: none ? [] : found, end: at + 1 };
    }
  }
  return undefined;
}

/** A line that begins as a call does. */
const callLine = /^\s*[^\s()#/:=-][^():=]*\(/;

/** What only nnfig's own notation begins a line with. */
const yamlLine = /^\s*(?:-\s|[\w"'-][^()#]*:(?:\s|$)|[\w$]+\([^)]*\)\s*:)|->/;

/**
 * Whether a text is a list of calls rather than a description in YAML.
 *
 * @param text The text.
 * @returns True when at least half of its lines begin as calls, and none as YAML.
 */
export function isCalls(text: string): boolean {
  const lines = withoutComments(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const calls = lines.filter((line) => callLine.test(line)).length;
  return calls > 0 && calls * 2 >= lines.length && !lines.some((line) => yamlLine.test(line));
}
