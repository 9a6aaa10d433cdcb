/**
 * Attributes that many operations have, with messages that name the attribute,
 * say what it takes and show what it was given.
 */
import * as z from 'zod';

/** A size for every spatial axis, or one that all of them have. */
export type PerAxis = number | readonly number[];

/** Padding: one amount, one an axis, `[before, after]` pairs, or a rule. */
export type Padding =
  | PerAxis
  | readonly (readonly [number, number])[]
  | 'same'
  | 'valid'
  | 'causal';

interface Wording {
  readonly error: (issue: { readonly input?: unknown }) => string;
}

/**
 * Words the errors of one attribute.
 *
 * @param name Name of the attribute.
 * @param expected What it takes, as in "must be …".
 * @param missing What to say when a required one is not there.
 * @returns The `error` parameter of a schema.
 */
export function wording(name: string, expected: string, missing?: string): Wording {
  return {
    error: ({ input }) => {
      if (input === undefined && missing !== undefined) return missing;
      const value = typeof input === 'string' ? input : JSON.stringify(input);
      return `\`${name}\` must be ${expected}, not \`${value}\``;
    },
  };
}

/**
 * A whole number.
 *
 * @param name Name of the attribute.
 * @param min Smallest allowed value.
 * @param missing What to say when it is required and not there.
 * @returns The schema.
 */
export function whole(name: string, min = 1, missing?: string) {
  const words = wording(name, `a whole number of at least ${min}`, missing);
  return z.int(words).min(min, words);
}

/**
 * A position or an axis: a whole number that counts from the end when it is negative.
 *
 * @param name Name of the attribute.
 * @returns The schema.
 */
export function index(name: string) {
  return z.int(wording(name, 'a whole number'));
}

/**
 * One whole number for all spatial axes, or a list with one for each.
 *
 * @param name Name of the attribute.
 * @param min Smallest allowed value.
 * @param missing What to say when it is required and not there.
 * @returns The schema.
 */
export function perAxis(name: string, min = 1, missing?: string) {
  const words = wording(
    name,
    `a whole number of at least ${min}, or one for each spatial axis`,
    missing,
  );
  const one = z.int(words).min(min, words);
  return z.union([one, z.array(one).min(1, words)], words);
}

/**
 * Amounts on both sides of the spatial axes: one number, one an axis, or pairs.
 *
 * @param name Name of the attribute.
 * @returns The schema.
 */
export function amounts(name: string) {
  const words = wording(
    name,
    'a whole number, one for each spatial axis, or `[before, after]` for each',
  );
  return z.union(sides(words), words);
}

/** What amounts are written as; every part has the words, since a union passes on those of its parts. */
function sides(words: Wording) {
  const amount = z.int(words).min(0, words);
  return [
    amount,
    z.array(amount).min(1, words),
    z.array(z.tuple([amount, amount], words)).min(1, words),
  ] as const;
}

/**
 * Padding of a convolution or a pooling.
 *
 * @param rules Names of the rules that the operation knows.
 * @returns The schema.
 */
export function padding<const Rules extends readonly ('same' | 'valid' | 'causal')[]>(
  rules: Rules,
) {
  const names = rules.map((rule) => `\`${rule}\``).join(', ');
  const words = wording(
    'padding',
    `a whole number, one for each spatial axis, \`[before, after]\` for each, or ${names}`,
  );
  return z.union([...sides(words), z.enum(rules)], words);
}

/**
 * A switch.
 *
 * @param name Name of the attribute.
 * @param initial Its value when it is not given.
 * @returns The schema.
 */
export function flag(name: string, initial: boolean) {
  return z.boolean(wording(name, '`true` or `false`')).default(initial);
}

/**
 * A real number.
 *
 * @param name Name of the attribute.
 * @returns The schema.
 */
export function real(name: string) {
  return z.number(wording(name, 'a number'));
}

/**
 * One word out of a few.
 *
 * @param name Name of the attribute.
 * @param values The words.
 * @returns The schema.
 */
export function choice<const Values extends readonly string[]>(name: string, values: Values) {
  return z.enum(
    values,
    wording(name, `one of ${values.map((value) => `\`${value}\``).join(', ')}`),
  );
}

/**
 * Writes a size per axis for a label.
 *
 * @param size One size, or one an axis.
 * @returns `5×5`, or `5` when one size is all that is known.
 */
export function formatSize(size: PerAxis): string {
  return typeof size === 'number' ? String(size) : size.join('×');
}

/**
 * Names that a class has in the frameworks for one, two and three axes.
 *
 * @param names Names without the number, in lower case.
 * @returns `conv1d`, `conv2d` and `conv3d` for `conv`.
 */
export function dimensional(...names: readonly string[]): string[] {
  return names.flatMap((name) => [1, 2, 3].map((axes) => `${name}${axes}d`));
}
