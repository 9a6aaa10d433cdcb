/** Says in sentences what a schema finds wrong. */
import type * as z from 'zod';
import { listOf, suggestion } from './suggest.js';

/** One thing that a schema finds wrong. */
export interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  /** Whether it is the key at the path, not its value. */
  readonly key: boolean;
  readonly rule: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * Writes any value short enough for a message.
 *
 * @param value The value.
 * @returns It in backticks, at most about 40 characters long.
 */
export function quote(value: unknown): string {
  // JSON has no word for numbers that are infinite or none.
  const simple = typeof value === 'string' || typeof value === 'number';
  const text = simple ? String(value) : (JSON.stringify(value) ?? String(value));
  const clean = text.replaceAll('`', "'").replace(/\s+/g, ' ');
  return `\`${clean.length > 40 ? `${clean.slice(0, 37)}…` : clean}\``;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}

type Issue = z.core.$ZodIssue;

const nouns: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  boolean: '`true` or `false`',
  array: 'a list',
  tuple: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

/** What a schema would have taken, in words. */
function expected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return nouns[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return listOf(issue.values.map(String));
    case 'invalid_union': {
      const [, said] = /^`[^`]+` must be (.*), not `/.exec(issue.message) ?? [];
      if (said !== undefined) return said;
      const parts = issue.errors.flatMap((errors) => errors.slice(0, 1).map(expected));
      return [...new Set(parts)].join(', or ');
    }
    case 'too_small':
      if (issue.origin === 'array' || issue.origin === 'string') {
        return `at least ${issue.minimum} long`;
      }
      return issue.inclusive === false ? `above ${issue.minimum}` : `at least ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'array' || issue.origin === 'string') {
        return `at most ${issue.maximum} long`;
      }
      return issue.inclusive === false ? `below ${issue.maximum}` : `at most ${issue.maximum}`;
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    default:
      return issue.message;
  }
}

/** Of the alternatives of a union, the one that a value is meant to be says best what is wrong inside it. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find(
    ([first]) => first && (first.path.length > 0 || first.code === 'unrecognized_keys'),
  );
  if (!meant) return [issue];
  return meant.flatMap((inner) =>
    innermost({ ...inner, path: [...issue.path, ...inner.path] } as Issue),
  );
}

/** What a schema is wrapped in: the same value, or one of many. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
}

/**
 * The keys that a schema knows at each path, for suggestions.
 *
 * @param schema The schema.
 * @returns What says the keys of the map at a path; none where there is no map.
 */
export function keysOf(
  schema: z.core.$ZodType,
): (path: readonly PropertyKey[]) => readonly string[] {
  const at = (found: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] => {
    const { innerType, element, valueType, options, shape } = found._zod.def as Definition;
    if (innerType) return at(innerType, path);
    if (options)
      return options.map((option) => at(option, path)).find(({ length }) => length > 0) ?? [];
    const [key, ...rest] = path;
    if (key === undefined) return shape ? Object.keys(shape) : [];
    const next = shape?.[String(key)] ?? element ?? valueType;
    return next ? at(next, rest) : [];
  };
  return (path) => at(schema, path);
}

/**
 * Turns a schema's findings into sentences.
 *
 * @param error What the schema threw or returned.
 * @param input The value that was checked.
 * @param subject What the value belongs to, in words, such as `` `conv` ``.
 * @param known Keys that the schema knows, for suggestions: one list, or what says them by path.
 * @returns One problem a finding.
 */
export function explain(
  error: z.core.$ZodError,
  input: unknown,
  subject: string,
  known: readonly string[] | ((path: readonly PropertyKey[]) => readonly string[]),
): SchemaProblem[] {
  const knownAt = (path: readonly PropertyKey[]): readonly string[] => {
    if (typeof known === 'function') return known(path);
    return path.length === 0 ? known : [];
  };
  return error.issues.flatMap(innermost).flatMap((issue): SchemaProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      const keys = knownAt(issue.path);
      const owner = issue.path.length > 0 ? quote(issue.path.map(String).join('.')) : subject;
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        key: true,
        rule: 'unknown-key',
        message: `${owner} has no ${quote(key)}`,
        hint: suggestion(key, keys, keys.length > 0 ? `It has ${listOf(keys, 'and')}.` : undefined),
      }));
    }
    const path = issue.path;
    // Which item of a list it is, its value says well enough.
    const keys = path.filter((part) => typeof part !== 'number');
    const name = keys.length > 0 ? quote(keys.map(String).join('.')) : 'the value';
    const value = valueAt(input, path);
    if (value === undefined) {
      // Some schemas say themselves what is missing, and what to write.
      const [, missing, advice] = /^(.* needs .*): (write .*)$/.exec(issue.message) ?? [];
      return [
        {
          path: path.slice(0, -1),
          key: false,
          rule: 'missing-value',
          message: missing ?? `${subject} needs ${name}`,
          hint:
            advice !== undefined
              ? `${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`
              : issue.code === 'custom'
                ? issue.message
                : `Say ${expected(issue)}.`,
        },
      ];
    }
    const single = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    const wantsText = issue.code === 'invalid_type' && issue.expected === 'string';
    return [
      {
        path,
        key: false,
        rule: 'wrong-value',
        message:
          issue.code === 'custom'
            ? `${name} of ${subject} is ${quote(value)}: ${issue.message}`
            : `${name} of ${subject} must be ${expected(issue)}, not ${quote(value)}`,
        hint:
          typeof value === 'string' && single.length > 1
            ? suggestion(value, single, `Use ${listOf(single)}.`)
            : wantsText && (typeof value === 'number' || typeof value === 'boolean')
              ? `Put it in quotes: \`'${String(value)}'\`.`
              : undefined,
      },
    ];
  });
}
