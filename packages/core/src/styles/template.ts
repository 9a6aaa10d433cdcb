/** Label templates: text with placeholders in braces, such as `{out} {kernel}`. */
import type { Place, Problem } from '../diagnostics.js';
import { suggestion } from '../suggest.js';

const placeholder = /\{([^{}]*)\}/g;

/**
 * Reports the placeholders of a template that do not exist.
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
  for (const [, name = ''] of template.matchAll(placeholder)) {
    if (known.includes(name)) continue;
    report({
      rule: 'unknown-placeholder',
      message: `no placeholder is called \`{${name}}\``,
      hint: suggestion(name, known, `Use ${known.map((word) => `\`{${word}}\``).join(', ')}.`),
      place,
    });
  }
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
 * that set it off, and so do brackets with nothing left in them; words stay.
 *
 * @param template Text with placeholders.
 * @param values What the placeholders stand for.
 * @returns The text, without spaces at its ends.
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const tokens = tokenize(template, values);
  const parts: Part[] = [];
  while (tokens.length > 0) parts.push(...readParts(tokens, undefined));
  return (render(parts) ?? '').replace(/\s+/g, ' ').trim();
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
    const value = values[match[1] ?? ''];
    tokens.push(value ? { kind: 'text', text: value } : { kind: 'missing' });
    at = match.index + match[0].length;
  }
  literal(template.slice(at));
  return tokens;
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
