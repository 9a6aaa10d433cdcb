/** Formulas in texts: `$…$` as pandoc reads it, set by MathJax when the first one is met. */
import { MathError } from './math-error.js';
import { outlineOf } from './math-outline.js';
import { svgOf } from './mathjax.js';
import type { MathOutline, TextRun } from './scene.js';

export { MathError };

/** A stretch of a text: a formula, or what stands between formulas. */
export interface Segment {
  /** As it is written, with dollars and escapes. */
  readonly source: string;
  /** TeX of a formula. */
  readonly tex?: string;
}

/** Greatest length of a formula, in characters. */
const longest = 2000;

/** Greatest depth of braces in braces. */
const deepest = 32;

/** Formulas that are remembered; a site has fewer. */
const mostRemembered = 500;

/**
 * Cuts a text at its formulas, by pandoc's rules: no space after the opening
 * dollar, none before the closing one, no digit after it; `\$` is a dollar.
 * In two dollars a formula is set in display style.
 *
 * @param text Any text.
 * @returns Its stretches, in order; their sources together are the text.
 */
export function segmentsOf(text: string): Segment[] {
  if (!text.includes('$')) return [{ source: text }];
  const segments: Segment[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    if (text[at] === '\\') at += 2;
    else if (text[at] !== '$') at += 1;
    else {
      const dollars = text[at + 1] === '$' ? 2 : 1;
      const end = closing(text, at + dollars, dollars);
      if (end === undefined) {
        at += dollars;
        continue;
      }
      if (at > from) segments.push({ source: text.slice(from, at) });
      const tex = text.slice(at + dollars, end);
      segments.push({
        source: text.slice(at, end + dollars),
        tex: dollars === 2 ? `\\displaystyle ${tex}` : tex,
      });
      from = at = end + dollars;
    }
  }
  if (from < text.length) segments.push({ source: text.slice(from) });
  return segments;
}

/** Not the tabs and breaks that YAML makes of `\t` and `\f`: these are parts of a formula gone wrong. */
const space = /[ \u00a0]/;

/** Where the formula that begins at an offset ends; nothing when it is none. */
function closing(text: string, start: number, dollars: number): number | undefined {
  if (dollars === 1 && space.test(text[start] ?? ' ')) return undefined;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '$') {
      if (at === start) return undefined;
      if (dollars === 2) return text[at + 1] === '$' ? at : undefined;
      const wrong = space.test(text[at - 1] as string) || /\d/.test(text[at + 1] ?? '');
      return wrong ? undefined : at;
    }
  }
  return undefined;
}

/**
 * Reads what stands between formulas.
 *
 * @param source The stretch as it is written.
 * @returns It without the escapes of dollars.
 */
export function literal(source: string): string {
  return source.replaceAll('\\$', '$');
}

/** Characters that mean something to TeX, as they are written in `\\text`. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '$\\backslash$',
  '^': '$\\textasciicircum$',
  '~': '$\\textasciitilde$',
};

/**
 * Writes a text so that it can stand in a formula.
 *
 * @param text The text, which may have formulas itself.
 * @returns Its TeX: a number as it is, words upright, the formulas in it as formulas.
 */
export function texOf(text: string): string {
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  return segmentsOf(text)
    .map(({ source, tex }) => {
      if (tex !== undefined) return `{${tex}}`;
      const escaped = literal(source).replace(
        /[\\{}$&#_^~%]/g,
        (one) => escapes[one] ?? `\\${one}`,
      );
      return `\\text{${escaped}}`;
    })
    .join('');
}

/**
 * Changes a text, but not its formulas.
 *
 * @param text The text.
 * @param change What becomes of a stretch between formulas.
 * @returns The changed text.
 */
export function outsideMath(text: string, change: (stretch: string) => string): string {
  return segmentsOf(text)
    .map(({ source, tex }) => (tex === undefined ? change(source) : source))
    .join('');
}

const remembered = new Map<string, MathOutline | MathError>();

/**
 * Sets a formula.
 *
 * @param tex Its TeX, without dollars.
 * @returns Its outlines.
 * @throws {MathError} If it is wrong, or MathJax is not loaded.
 */
export function typeset(tex: string): MathOutline {
  let found = remembered.get(tex);
  if (!found) {
    found = trySet(tex);
    // What is not loaded yet may be loaded later.
    if (!(found instanceof MathError && found.rule === 'math-not-loaded')) {
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(tex, found);
    }
  }
  if (found instanceof MathError) throw found;
  return found;
}

function trySet(tex: string): MathOutline | MathError {
  try {
    check(tex);
    return outlineOf(svgOf(tex), tex);
  } catch (error) {
    if (error instanceof MathError) return error;
    if (error instanceof RangeError) return new MathError('it is nested too deeply');
    // Anything but MathJax's own errors is a fault in it, which no text may bring out.
    return new MathError(isTexError(error) ? clean(error.message) : 'MathJax cannot set it');
  }
}

/** MathJax's errors are no instances of `Error`. */
function isTexError(error: unknown): error is { readonly message: string } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'id' in error &&
    'message' in error &&
    typeof error.message === 'string'
  );
}

/** A sentence of MathJax as the end of one: commands in backticks, no full stop. */
function clean(message: string): string {
  const quoted = message
    .replace(/^Undefined control sequence/, 'there is no command')
    .replaceAll('`', "'")
    .replace(/\\(?:[A-Za-z]+(?:\{\w+\})?|[^\sA-Za-z])/g, '`$&`')
    .replace(/'([^`'\s]+)'/g, '`$1`')
    .replace(/\.$/, '');
  return quoted.charAt(0).toLowerCase() + quoted.slice(1);
}

/** Commands of TeX that define, link, style or number; none of them only draws. */
const refused = new Set(
  `href url class cssId style data require def let gdef edef newcommand renewcommand providecommand
  newenvironment renewenvironment DeclareMathOperator DeclarePairedDelimiter DeclarePairedDelimiters
  DeclarePairedDelimiterX DeclarePairedDelimitersX DeclarePairedDelimiterXPP
  DeclarePairedDelimitersXPP Newextarrow mathtoolsset newtagform renewtagform usetagform color
  textcolor colorbox fcolorbox definecolor bbox toggle mathtip texttip mmlToken label ref eqref tag
  notag nonumber unicode`.split(/\s+/),
);

function check(tex: string): void {
  if (tex.length > longest) throw new MathError(`it is longer than ${longest} characters`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(tex)) {
    throw new MathError(
      'it has a line break or a control character',
      'bad-math',
      'In double quotes YAML reads a backslash itself, `\\f` or `\\n`: use single quotes.',
    );
  }
  let depth = 0;
  for (const [token, command] of tex.matchAll(/\\([A-Za-z]+)|\\[\s\S]|[{}%]/g)) {
    if (token === '{') depth++;
    else if (token === '}') depth--;
    else if (token === '%') throw new MathError('`%` begins a comment: write `\\%`');
    else if (command !== undefined && refused.has(command)) {
      throw new MathError(`\`\\${command}\` is left out of figures, whose formulas only draw`);
    }
    if (depth > deepest) throw new MathError('it is nested too deeply');
  }
}

/** Formulas of the drawing under way that could not be set, by their source. */
let problems: Map<string, MathError> | undefined;

/**
 * Notes the formulas that could not be set while a figure is drawn: they stand
 * there as they are written, until somebody says what is wrong with them.
 *
 * @param draw What draws the figure.
 * @returns Its result, and the problems by source of the formula, in order.
 */
export function notingMath<T>(draw: () => T): {
  readonly result: T;
  readonly problems: ReadonlyMap<string, MathError>;
} {
  const outer = problems;
  const noted = new Map<string, MathError>();
  problems = noted;
  try {
    return { result: draw(), problems: noted };
  } finally {
    problems = outer;
  }
}

/**
 * Cuts a text into what is drawn as text and what as a formula.
 *
 * @param text The text.
 * @returns Its pieces; a formula that cannot be set is text.
 */
export function mathRuns(text: string): TextRun[] {
  return segmentsOf(text).map(({ source, tex }): TextRun => {
    if (tex === undefined) return { text: literal(source) };
    const math = tryMath(source, tex);
    return math ? { text: source, math } : { text: source };
  });
}

function tryMath(source: string, tex: string): MathOutline | undefined {
  try {
    return typeset(tex);
  } catch (error) {
    if (!(error instanceof MathError)) throw error;
    problems?.set(source, error);
    return undefined;
  }
}
