/** Reads steps whose key is an operation or a block. */
import type { ParsedNode, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import { findOperation } from '../ops/index.js';
import type { Operation } from '../ops/operation.js';
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import { readLine } from './line.js';
import { readLongForm } from './long-form.js';
import type { Pair, Pairs } from './node-reader.js';
import { scalarText } from './scalar-text.js';
import type { Branch, Field, Step } from './spec.js';
import type { StepReader } from './step.js';
import { type Token, tokenize } from './tokens.js';
import { isPlainName } from './values.js';
import { attributeName } from './vocabulary.js';

/**
 * Reads a step whose key is an operation: `conv: {out: 64}`, `conv: 64 3x3`, `concat: [a, b]`.
 *
 * @param reader What reads its parts.
 * @param node The whole step.
 * @param pairs Its keys and values.
 * @param key The operation as written.
 * @param pair The pair of that key.
 * @param operation The operation.
 * @returns The step.
 */
export function readKeyed(
  reader: StepReader,
  node: YAMLMap.Parsed,
  pairs: Pairs,
  key: string,
  pair: Pair,
  operation: Operation,
): Step {
  const { value } = pair;
  const isMerge = operation.category === 'merge' && (operation.inputs?.max ?? 1) > 1;
  if (isMerge && isSeq(value)) {
    let flawed = false;
    const attributes = new Map<string, Field>();
    const base = ['as', 'repeat', 'expect', 'from', key];
    for (const [name, other] of pairs) {
      if (base.includes(name)) continue;
      const attribute = attributeName(operation, name);
      const field = attribute === undefined ? undefined : reader.field(name, other);
      if (attribute !== undefined && field) attributes.set(attribute, field);
      else flawed = true;
      if (attribute === undefined) {
        const known = [...Object.keys(operation.attributes.shape), 'as', 'expect'];
        reader.report(
          'unknown-key',
          `\`${operation.name}\` has no ${quote(name)}`,
          reader.placeOf(other.key),
          suggestion(name, known),
        );
      }
    }
    return {
      kind: 'merge',
      ...reader.base(node, pairs),
      op: operation.name,
      opPlace: reader.placeOf(pair.key),
      branches: value.items.flatMap((item) => readBranch(reader, item as ParsedNode)),
      attributes,
      ...(flawed && { flawed }),
    };
  }
  if (isMap(value)) {
    const inner = reader.pairs(value as YAMLMap.Parsed);
    reader.rest(pairs, [key], `the step \`${key}\``, alone(key, operation));
    return readLongForm(reader, node, new Map([...inner]), pair, operation.name);
  }
  reader.rest(pairs, [key], `the step \`${key}\``, alone(key, operation));
  const head = { text: key, place: reader.placeOf(pair.key) };
  const line =
    value && isScalar(value) && value.value !== null
      ? scalarText(value, reader.context.source)
      : undefined;
  if (value && !line && !isScalar(value)) {
    reader.report(
      'wrong-value',
      `\`${key}\` takes a line or a map, not a list`,
      reader.placeOf(value),
      'Write `- conv 64 3x3` or `{op: conv, out: 64, kernel: 3}`.',
    );
    return { kind: 'broken', ...reader.base(node, pairs) };
  }
  return lineOf([head, ...(line ? tokenize(line) : [])], reader);
}

/**
 * Reads a step whose key is a block: `bottleneck: 64 x3`, `up: [512, e4]`.
 *
 * @param reader What reads its parts.
 * @param node The whole step.
 * @param pairs Its keys and values.
 * @param key The block.
 * @param pair The pair of that key.
 * @returns The call.
 */
export function readKeyedCall(
  reader: StepReader,
  node: YAMLMap.Parsed,
  pairs: Pairs,
  key: string,
  pair: Pair,
): Step {
  const { value } = pair;
  if (isMap(value))
    return readLongForm(reader, node, reader.pairs(value as YAMLMap.Parsed), pair, key);
  reader.rest(pairs, [key], `the step \`${key}\``, alone(key));
  const nodes = isSeq(value) ? (value.items as ParsedNode[]) : value ? [value] : [];
  const tokens = nodes.flatMap((item) =>
    isScalar(item) ? tokenize(scalarText(item, reader.context.source)) : [],
  );
  return lineOf([{ text: key, place: reader.placeOf(pair.key) }, ...tokens], reader);
}

/** Reads a line that has at least one word. */
function lineOf(words: readonly [Token, ...Token[]], reader: StepReader): Step {
  return readLine(words, reader.context) as Step;
}

/** How a step is written whose key is its operation or block. */
function alone(key: string, operation?: Operation): string {
  const words = operation && !operation.size ? '10' : '64 3x3';
  return `Write all of it on one line, such as \`- ${key} ${words}\`, or in a map: \`- {op: ${key}, …}\`.`;
}

/** One branch of a merge: a name, `identity`, or steps. */
function readBranch(reader: StepReader, node: ParsedNode): Branch[] {
  const place = reader.placeOf(node);
  if (isScalar(node) && node.value !== null) {
    const text = String(node.value).trim();
    if (text === 'identity') return [{ kind: 'steps', steps: [], place }];
    const bare = text.replace(/^\$/, '');
    const isStep = findOperation(text) !== undefined || reader.context.vocabulary.blocks.has(text);
    if (isPlainName(bare) && !isStep) return [{ kind: 'name', name: { text: bare, place } }];
  }
  return [{ kind: 'steps', steps: reader.steps(node), place }];
}
