/**
 * Label templates: text with placeholders in braces, such as `{out} {kernel}`. In
 * a formula, braces around the name of a placeholder are one, all others are TeX's.
 */
import type { Place, Problem } from '../diagnostics.js';
import { segmentsOf, texOf } from '../scene/math.js';
import { suggestion } from '../suggest.js';

const placeholder = /\{([^{}]*)\}/g;

/**
 * Reports the placeholders of a template that do not exist; what is in braces in a
 * formula and is none is TeX.
 *
 * @param template The template.
 * @param known Names of placeholders.
 * @param report Where to report.
 * @param place Where the template is written.
 */
export function checkTemplate(
  template: string,
  known: readonly string[],
  report: (problem: Problem) => void,
  place?: Place,
): void {
  for (const [, name = ''] of placeholdersOf(template)) {
    if (known.includes(name)) continue;
    report({
      rule: 'unknown-placeholder',
      message: `no placeholder is called \`{${name}}\``,
      hint: suggestion(name, known, `Use ${known.map((word) => `\`{${word}}\``).join(', ')}.`),
      place,
    });
  }
}

function placeholdersOf(template: string): RegExpExecArray[] {
  return segmentsOf(template).flatMap(({ source, tex }) =>
    tex === undefined ? [...source.matchAll(placeholder)] : [],
  );
}

/** A value or a word stays; a separator stays between two that do; a bracket when something is in it. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'separator'; readonly text: string }
  | { readonly kind: 'bracket'; readonly open: string; readonly parts: readonly Part[] };

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '«': '»' };

/**
 * Fills a template. A placeholder without a value vanishes with the punctuation
 * that set it off, and so do brackets with nothing left in them; words stay. So
 * does a formula, unless a placeholder in it has no value.
 *
 * @param template Text with placeholders.
 * @param values What the placeholders stand for.
 * @param known Names of placeholders, for formulas, whose other braces are TeX's.
 * @returns The text, without spaces at its ends.
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | undefined>>,
  known: readonly string[] = Object.keys(values),
): string {
  const tokens = segmentsOf(template)
    .flatMap(({ source, tex }) =>
      tex === undefined ? tokenize(source, values) : [formula(source, values, known)],
    )
    .map(keepFormula);
  const parts: Part[] = [];
  while (tokens.length > 0) parts.push(...readParts(tokens, undefined));
  return (render(parts) ?? '').replace(/\s+/g, ' ').trim();
}

/** Not what every object has, such as a constructor. */
function given(name: string, values: Readonly<Record<string, string | undefined>>) {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

type Token = Exclude<Part, { kind: 'bracket' }>;

function tokenize(template: string, values: Readonly<Record<string, string | undefined>>): Token[] {
  const tokens: Token[] = [];
  const literal = (text: string) => {
    for (const [run] of text.matchAll(/[\p{L}\p{N}]+|[()[\]«»]|[^\p{L}\p{N}()[\]«»]+/gu)) {
      tokens.push({ kind: /^[\p{L}\p{N}]/u.test(run) ? 'text' : 'separator', text: run });
    }
  };
  let at = 0;
  for (const match of template.matchAll(placeholder)) {
    literal(template.slice(at, match.index));
    const value = given(match[1] ?? '', values);
    tokens.push(value ? { kind: 'text', text: value } : { kind: 'missing' });
    at = match.index + match[0].length;
  }
  literal(template.slice(at));
  return tokens;
}

/** A digit after a dollar would make it one that closes nothing, so a joiner that is not seen parts them. */
function keepFormula(token: Token, index: number, all: readonly Token[]): Token {
  const next = all[index + 1];
  const meet = token.kind === 'text' && token.text.endsWith('$') && next?.kind === 'text';
  return meet && /^\d/.test(next.text) ? { ...token, text: `${token.text}\u2060` } : token;
}

/** A formula with its values, in braces as the placeholders are; missing when one of them is. */
function formula(
  source: string,
  values: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): Token {
  let missing = false;
  const text = source.replace(placeholder, (group, name: string) => {
    if (!known.includes(name)) return group;
    const value = given(name, values);
    missing ||= !value;
    return `{${texOf(value ?? '')}}`;
  });
  return missing ? { kind: 'missing' } : { kind: 'text', text };
}

/** Takes tokens up to the closing bracket that is waited for. */
function readParts(tokens: Token[], end: string | undefined): Part[] {
  const parts: Part[] = [];
  for (let token = tokens.shift(); token; token = tokens.shift()) {
    if (token.kind === 'separator' && token.text === end) return parts;
    const closes = token.kind === 'separator' ? closing[token.text] : undefined;
    const closed = tokens.some((next) => next.kind === 'separator' && next.text === closes);
    if (token.kind === 'separator' && closes && closed) {
      parts.push({ kind: 'bracket', open: token.text, parts: readParts(tokens, closes) });
    } else {
      parts.push(token);
    }
  }
  return parts;
}

/** @returns The text, or nothing when all that it had was missing. */
function render(parts: readonly Part[]): string | undefined {
  const pieces = parts.map((part) => ({ part, text: textOf(part) }));
  let text = '';
  let separator: string | undefined;
  let gap = false;
  let any = false;
  for (const { part, text: piece } of pieces) {
    if (part.kind === 'separator') {
      // Of the separators around a gap, the first holds what is left together.
      if (gap && any) separator = separator || part.text;
      else if (!gap) separator = (separator ?? '') + part.text;
      continue;
    }
    if (piece === undefined) {
      gap = true;
      continue;
    }
    text += (separator ?? '') + piece;
    separator = undefined;
    gap = false;
    any = true;
  }
  if (!any) return gap ? undefined : (separator ?? '');
  return gap ? text : text + (separator ?? '');
}

function textOf(part: Part): string | undefined {
  if (part.kind === 'missing') return undefined;
  if (part.kind !== 'bracket') return part.text;
  const inner = render(part.parts);
  return inner === undefined ? undefined : part.open + inner + closing[part.open];
}
