/** The words that a description may use: operations, their attributes, blocks and sizes. */
import type * as z from 'zod';
import { findOperation, operations } from '../ops/index.js';
import type { Operation } from '../ops/operation.js';
import { suggestion } from '../suggest.js';
import { isPlainName } from './values.js';

/** What is known while a line is read. */
export interface Vocabulary {
  /** Blocks by name, with the names of their parameters. */
  readonly blocks: ReadonlyMap<string, readonly string[]>;
  /** Names of sizes: `dims:`, the parameters of the block around, `s` and `in`. */
  readonly sizes: ReadonlySet<string>;
}

/** Words that steps are built from and that no tensor or block can be called. */
export const structureWords = ['residual', 'from', 'group', 'repeat', 'identity', 'layers'];

/** Short and framework names of attributes, and the canonical ones. */
const attributeAliases: Readonly<Record<string, string>> = {
  k: 'kernel',
  kernel_size: 'kernel',
  s: 'stride',
  strides: 'stride',
  p: 'padding',
  pad: 'padding',
  d: 'dilation',
  g: 'groups',
  group: 'groups',
  units: 'out',
  filters: 'out',
  channels: 'out',
  features: 'out',
  width: 'out',
  num_heads: 'heads',
};

/**
 * Gives the canonical name of an attribute.
 *
 * @param operation The operation.
 * @param key The attribute as written.
 * @returns Its name, or nothing when the operation has none such.
 */
export function attributeName(operation: Operation, key: string): string | undefined {
  const attributes = operation.attributes.shape;
  if (Object.hasOwn(attributes, key)) return key;
  const alias = Object.hasOwn(attributeAliases, key) ? attributeAliases[key] : undefined;
  return alias !== undefined && Object.hasOwn(attributes, alias) ? alias : undefined;
}

/** Whether a schema takes a given word as one of its listed values, and whether it is a flag. */
function takes(schema: z.core.$ZodType, word: string | true): boolean {
  const def = schema._zod.def as unknown as { type: string } & Record<string, unknown>;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nullable':
    case 'nonoptional':
    case 'readonly':
      return takes(def.innerType as z.core.$ZodType, word);
    case 'pipe':
      return takes(def.in as z.core.$ZodType, word);
    case 'union':
      return (def.options as z.core.$ZodType[]).some((option) => takes(option, word));
    case 'enum':
      return word !== true && Object.values(def.entries as Record<string, string>).includes(word);
    case 'literal':
      return (def.values as unknown[]).includes(word);
    case 'boolean':
      return word === true;
    default:
      return false;
  }
}

/** What a bare word says of an attribute. */
export interface WordMeaning {
  readonly attribute: string;
  readonly value: string | boolean;
}

/**
 * Finds the attribute that a bare word sets: a flag of that name (`causal`, `no-bias`),
 * or one that lists it among its values (`same`).
 *
 * @param operation The operation.
 * @param word The word.
 * @returns What it sets, or nothing.
 */
export function wordMeaning(operation: Operation, word: string): WordMeaning | undefined {
  const attributes = operation.attributes.shape as Record<string, z.core.$ZodType>;
  const flag = (name: string) =>
    Object.hasOwn(attributes, name) && takes(attributes[name] as z.core.$ZodType, true);
  if (flag(word)) return { attribute: word, value: true };
  const negated = /^no[-_]?(\w+)$/.exec(word)?.[1];
  if (negated !== undefined && flag(negated)) return { attribute: negated, value: false };
  for (const [attribute, schema] of Object.entries(attributes)) {
    if (takes(schema, word)) return { attribute, value: word };
  }
  return undefined;
}

/**
 * Says what role a word has on the line of another operation.
 *
 * @param word The word.
 * @returns The operation and `norm` or `act`; nothing for other words.
 */
export function followerRole(word: string): { op: string; role: 'norm' | 'act' } | undefined {
  const operation = findOperation(word);
  if (operation?.category === 'normalization') return { op: operation.name, role: 'norm' };
  if (operation?.category === 'activation') return { op: operation.name, role: 'act' };
  return undefined;
}

/** @returns Every name of every operation. */
export function operationWords(): string[] {
  return operations.flatMap((operation) => [operation.name, ...(operation.aliases ?? [])]);
}

/**
 * @param role Which of the two; both unless given.
 * @returns Names of the normalisations and activations.
 */
export function followerWords(role?: 'norm' | 'act'): string[] {
  return operations
    .filter(
      ({ category }) =>
        (category === 'normalization' && role !== 'act') ||
        (category === 'activation' && role !== 'norm'),
    )
    .flatMap((operation) => [operation.name, ...(operation.aliases ?? [])]);
}

/**
 * Says what to write instead of a word that is no normalisation or no activation.
 *
 * @param word What was written.
 * @param role Which of the two it stands for.
 * @returns One sentence.
 */
export function followerHint(word: string, role: 'norm' | 'act'): string | undefined {
  const other = followerRole(word);
  if (other && other.role !== role) return `Write \`${other.role}=${word}\`.`;
  return suggestion(word, [...followerWords(role), 'none'], 'Use `none` for nothing.');
}

/**
 * Lists the words that a line of an operation may hold.
 *
 * @param operation The operation.
 * @returns Flags, listed values, keys, and followers if it takes them.
 */
export function lineWords(operation: Operation): string[] {
  const words: string[] = [];
  for (const [name, schema] of Object.entries(operation.attributes.shape)) {
    words.push(name);
    for (const word of ['same', 'valid', 'causal', 'floor', 'ceil', 'nearest', 'bilinear']) {
      if (takes(schema as z.core.$ZodType, word)) words.push(word);
    }
  }
  return operation.composable ? [...words, ...followerWords()] : words;
}

/**
 * Says why a name cannot be given to a tensor, a block or a size.
 *
 * @param name The name.
 * @param blocks Names of blocks, which are taken too.
 * @returns One sentence, or nothing when it can.
 */
export function nameProblem(name: string, blocks: ReadonlySet<string>): string | undefined {
  if (!isPlainName(name)) {
    return `\`${name}\` is no name: a name starts with a letter and goes on with letters, digits and \`_\``;
  }
  if (structureWords.includes(name) || findOperation(name)) {
    return `\`${name}\` already is the name of an operation`;
  }
  if (blocks.has(name)) return `\`${name}\` already is the name of a block`;
  return undefined;
}
