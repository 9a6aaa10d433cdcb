/** Reads the long form of a layer or of a call: a map whose `op` names it. */
import type { YAMLMap } from 'yaml';
import { isScalar } from 'yaml';
import { findOperation } from '../ops/index.js';
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import type { NodeReader, Pair, Pairs } from './node-reader.js';
import type { CallShare, Field, Step } from './spec.js';
import { operationWords } from './vocabulary.js';

/**
 * Reads `{op: conv, out: 64, kernel: 7, stride: 2, norm: bn}`, the canonical form.
 *
 * @param reader What reads its parts.
 * @param node The whole step.
 * @param pairs Its keys and values.
 * @param op The pair that names the operation.
 * @param given The operation, when the key itself names it.
 * @returns The layer or the call.
 */
export function readLongForm(
  reader: NodeReader,
  node: YAMLMap.Parsed,
  pairs: Pairs,
  op: Pair,
  given?: string,
): Step {
  const value = op.value;
  const name = given ?? (isScalar(value) ? String(value.value) : '');
  const opPlace = given === undefined && value ? reader.placeOf(value) : reader.placeOf(op.key);
  if (reader.context.vocabulary.blocks.has(name)) return readLongCall(reader, node, pairs, name);
  const operation = findOperation(name);
  if (!operation) {
    const known = [...operationWords(), ...reader.context.vocabulary.blocks.keys()];
    reader.report(
      'unknown-operation',
      `there is no operation or block ${quote(name)}`,
      opPlace,
      suggestion(name, known, 'For anything else write `{op: op, name: Name}`.'),
    );
    return { kind: 'broken', ...reader.base(node, pairs) };
  }
  const { attributes, followers, flawed } = reader.attributes(operation, pairs, [
    'op',
    'as',
    'repeat',
    'each',
    'expect',
    'from',
    'share',
    'with',
    'kv',
  ]);
  const [share] = reader.names(pairs.get('share'));
  return {
    kind: 'layer',
    ...reader.base(node, pairs),
    op: operation.name,
    opPlace,
    attributes,
    followers,
    operands: [...reader.names(pairs.get('with')), ...reader.names(pairs.get('kv'))],
    each: reader.flag('each', pairs.get('each')),
    ...(share && { share }),
    ...(flawed && { flawed }),
  };
}

/** `{op: bottleneck, c: 64, stride: 2, repeat: 4}`. */
function readLongCall(reader: NodeReader, node: YAMLMap.Parsed, pairs: Pairs, block: string): Step {
  const parameters = reader.context.vocabulary.blocks.get(block) ?? [];
  const base = ['op', 'as', 'repeat', 'each', 'expect', 'from', 'stride', 'share'];
  const stray = reader.rest(pairs, [...base, ...parameters], `block \`${block}\``);
  const named = new Map<string, Field>();
  for (const parameter of parameters) {
    const pair = pairs.get(parameter);
    const field = pair && reader.field(parameter, pair);
    if (field) named.set(parameter, field);
  }
  const stride = pairs.get('stride');
  const share = parameters.includes('share') ? undefined : readShare(reader, pairs.get('share'));
  const field =
    stride && !parameters.includes('stride') ? reader.field('stride', stride) : undefined;
  return {
    kind: 'call',
    ...reader.base(node, pairs),
    block,
    arguments: [],
    named,
    ...(field && { stride: field }),
    each: reader.flag('each', pairs.get('each')),
    ...(share && { share }),
    ...(stray && { flawed: true as const }),
  };
}

/** `share: true` is the first copy of the call itself; a name is another call. */
function readShare(reader: NodeReader, pair: Pair | undefined): CallShare | undefined {
  if (!pair) return undefined;
  const value = pair.value?.toJSON() as unknown;
  const place = reader.placeOf(pair.value ?? pair.key);
  if (value === false) return undefined;
  if (value === true) return { place };
  const [name] = reader.names(pair);
  return name && { name, place };
}
