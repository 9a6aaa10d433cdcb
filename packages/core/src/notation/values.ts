/** Values inside a line or in the long form, not yet evaluated. */
import { type Expression, ExpressionError, parseExpression } from './expression.js';
import type { Value } from './spec.js';

const plainName = /^[A-Za-z_]\w*$/;

/** What a name must be, for hints. */
export const nameRule = 'A name starts with a letter and goes on with letters, digits and `_`.';

/** Reads a sum; nothing when it isn't one. */
function tryExpression(text: string): Expression | undefined {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

/**
 * Reads a number or a sum: anything that starts with a digit, `$`, `-` or `(`,
 * or that joins names by operators.
 *
 * @param text Text of it.
 * @returns The value, or nothing when it is something else.
 */
export function numberValue(text: string): Value | undefined {
  if (/^-?(?:\d+(?:\.\d+)?|\.\d+)(?:e-?\d+)?$/i.test(text))
    return { kind: 'literal', value: Number(text) };
  const starts = /^[-\d$(.]/.test(text) || /^[A-Za-z_]\w*\s*[-+*/%]/.test(text);
  if (!starts) return undefined;
  const expression = tryExpression(text);
  return expression && { kind: 'expression', text, expression };
}

/** `3x3`, `$kx$k` and `4*$cx1` split where a number or a parameter follows; `Txd` at every x. */
function splitSizes(text: string): string[] {
  const parts = text.split(/[x×](?=[-\d$(])/);
  return parts.length > 1 && parts.every((part) => numberValue(part)) ? parts : text.split(/[x×]/);
}

/**
 * Splits a size such as `3x3` or `$k x 1` into its parts.
 *
 * @param text Text of it.
 * @param isName Whether a bare name is a known size, so that `Txd` can be read.
 * @returns A list of at least two values, or nothing.
 */
export function sizeValue(text: string, isName: (name: string) => boolean): Value | undefined {
  const spaced = text.split(/\s+[x×]\s+/);
  const parts = spaced.length > 1 ? spaced : splitSizes(text);
  if (parts.length < 2) return undefined;
  const items: Value[] = [];
  for (const part of parts) {
    const trimmed = part.trim();
    const number = numberValue(trimmed);
    if (number) items.push(number);
    else if (plainName.test(trimmed) && isName(trimmed)) {
      items.push({ kind: 'word', text: trimmed });
    } else return undefined;
  }
  return { kind: 'list', items };
}

/**
 * Reads the value of `key=value`.
 *
 * @param text Text after the `=`.
 * @param isName Whether a bare name is a known size.
 * @returns The value; a word when it is nothing else.
 */
export function attributeValue(text: string, isName: (name: string) => boolean): Value {
  if (text === 'true' || text === 'yes' || text === 'on') return { kind: 'literal', value: true };
  if (text === 'false' || text === 'no' || text === 'off') return { kind: 'literal', value: false };
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  if (quoted) return { kind: 'text', text: quoted[2] ?? '' };
  const number = numberValue(text);
  if (number) return number;
  const list = /^\[(.*)\]$/s.exec(text)?.[1] ?? text;
  if (list.includes(',') || list !== text) {
    return {
      kind: 'list',
      items: list.split(',').map((item) => attributeValue(item.trim(), isName)),
    };
  }
  return sizeValue(text, isName) ?? { kind: 'word', text };
}

/**
 * Turns a plain YAML value of the long form into a value.
 *
 * @param value What YAML gave.
 * @param isName Whether a bare name is a known size.
 * @returns The value; nothing for a map.
 */
export function plainValue(value: unknown, isName: (name: string) => boolean): Value | undefined {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
    return { kind: 'literal', value };
  }
  if (typeof value === 'string') {
    const read = attributeValue(value.trim(), isName);
    return read.kind === 'list' && value.includes(',') ? { kind: 'text', text: value } : read;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => plainValue(item, isName));
    return items.every((item) => item !== undefined) ? { kind: 'list', items } : undefined;
  }
  return undefined;
}

/**
 * @param text A word.
 * @returns Whether it can be the name of a tensor, a block or a size: a letter, then letters, digits and `_`.
 */
export function isPlainName(text: string): boolean {
  return plainName.test(text);
}
