/** Reads a whole block into the canonical tree. */
import type { ParsedNode, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Place } from '../diagnostics.js';
import { Reporter } from '../diagnostics.js';
import { listOf, nearest, suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import { readChain } from './chain.js';
import { readConvNetDraw } from './convnetdraw.js';
import { type Format, formatOf } from './format.js';
import { locate } from './locate.js';
import { isNothing, type Pairs } from './node-reader.js';
import { SpecReader } from './parts.js';
import { scalarText } from './scalar-text.js';
import { Source } from './source.js';
import type { Block, DrawingKey, Located, Spec, Step } from './spec.js';
import { drawingKeys } from './spec.js';
import { isTooLong, readYaml } from './yaml.js';

/** Keys of the model part. */
const modelKeys = [
  'name',
  'profile',
  'dims',
  'input',
  'inputs',
  'defaults',
  'blocks',
  'layers',
  'output',
  'outputs',
] as const;

/** Every key that a block can have. */
export const specKeys: readonly string[] = [...modelKeys, ...drawingKeys];

/** Collects where names are given, for messages about names used too early. */
function definitions(spec: {
  layers: readonly Step[];
  blocks: ReadonlyMap<string, Block>;
}): Map<string, Place> {
  const found = new Map<string, Place>();
  const visit = (steps: readonly Step[]): void => {
    for (const step of steps) {
      for (const name of step.as) if (!found.has(name.text)) found.set(name.text, name.place);
      if (step.kind === 'residual') {
        visit(step.body);
        if (step.shortcut !== 'none') visit(step.shortcut ?? []);
      } else if (step.kind === 'group') visit(step.body);
      else if (step.kind === 'merge') {
        for (const branch of step.branches) if (branch.kind === 'steps') visit(branch.steps);
      }
    }
  };
  visit(spec.layers);
  return found;
}

/** What reading gives. */
export interface Reading {
  readonly spec: Spec;
  /** Whether the YAML itself is wrong, so that the tree is only a part of what was meant. */
  readonly broken: boolean;
  /** The notation that it was in. */
  readonly format: Format;
}

/**
 * Reads a block.
 *
 * @param text Text of the block.
 * @param reporter Where problems go.
 * @param named The notation that it is in; told from the text unless given.
 * @returns The tree, as far as it could be read.
 */
export function readSpec(text: string, reporter: Reporter, named?: Format): Reading {
  const source = new Source(text);
  const format = named ?? formatOf(text);
  if (format === 'convnetdraw') {
    const broken = isTooLong(source, reporter);
    return { spec: emptySpec(broken ? {} : readConvNetDraw(source, reporter)), broken, format };
  }
  const yaml = readYaml(source, reporter);
  const broken = yaml.brokenLines.size > 0;
  // Where the YAML is wrong, the lines around are not what was meant: only
  // problems on other lines are worth saying.
  const own = broken ? new Reporter() : reporter;
  const reader = new SpecReader(source, own);
  const spec = readRoot(yaml.root, reader);
  if (broken) {
    for (const diagnostic of own.diagnostics) {
      const line = diagnostic.place?.start.line;
      const certain = ['unknown-operation', 'unknown-word', 'unknown-key'].includes(
        diagnostic.rule,
      );
      if (certain && line !== undefined && !yaml.brokenLines.has(line)) reporter.report(diagnostic);
    }
  }
  return { spec: broken ? { ...spec, drawing: new Map() } : spec, broken, format };
}

function emptySpec(parts: Partial<Spec>): Spec {
  const layers = parts.layers ?? [];
  const blocks = parts.blocks ?? new Map<string, Block>();
  return {
    dims: new Map(),
    inputs: [],
    defaults: new Map(),
    drawing: new Map(),
    ...parts,
    layers,
    blocks,
    defined: definitions({ layers, blocks }),
  };
}

function readRoot(root: ParsedNode | null, reader: SpecReader): Spec {
  const whole = reader.source.place(0, 0);
  const example = 'Write `784 -> 128 relu -> 10 softmax`, or `input:` and `layers:`.';
  if (!root || (isScalar(root) && root.value === null)) {
    reader.report('empty-block', 'the block is empty', whole, example);
    return emptySpec({});
  }
  if (isScalar(root)) {
    const chain = readChain(scalarText(root, reader.source), true, reader.steps.context);
    return emptySpec(chain);
  }
  if (isSeq(root)) return emptySpec({ layers: reader.steps.steps(root) });
  if (!isMap(root)) {
    reader.report('wrong-value', 'a block is a map, a list or one line', whole, example);
    return emptySpec({});
  }
  return readMap(reader.steps.pairs(root as YAMLMap.Parsed), reader);
}

function readMap(pairs: Pairs, reader: SpecReader): Spec {
  const known = new Map([...pairs].filter(([key]) => specKeys.includes(key)));
  const node = (key: (typeof modelKeys)[number]) => known.get(key)?.value;
  for (const [key, pair] of pairs) {
    if (specKeys.includes(key) || reader.reporter.full) continue;
    // What a misspelt key says is read all the same, so that nothing seems to be missing.
    const meant = nearest(key, specKeys);
    if (meant !== undefined && !known.has(meant)) known.set(meant, pair);
    const place = reader.steps.placeOf(pair.key);
    if (/\s/.test(key)) {
      reader.report(
        'yaml-map',
        `YAML takes ${quote(`${key}:`)} for a key, because of the \`: \``,
        place,
        'Leave the colon out, or put the whole line in quotes.',
      );
    } else
      reader.report(
        'unknown-key',
        `a block has no ${quote(key)}`,
        place,
        suggestion(key, specKeys, `It has ${listOf(specKeys, 'and')}.`),
      );
  }
  const dims = reader.dims(node('dims') ?? null);
  const blocks = reader.readBlocks(node('blocks') ?? null);
  const inputs = reader.inputs(node('input'), node('inputs'));
  const defaults = reader.defaults(node('defaults') ?? null);
  const layersNode = node('layers');
  const chain =
    isScalar(layersNode) && layersNode.value !== null
      ? readChain(scalarText(layersNode, reader.source), inputs.length === 0, reader.steps.context)
      : undefined;
  const layers = chain?.layers ?? reader.steps.steps(isNothing(layersNode) ? null : layersNode);
  if (layers.length === 0 && (!layersNode || !isSeq(layersNode) || layersNode.items.length === 0)) {
    const key = known.get('layers')?.key;
    reader.report(
      'missing-layers',
      'the block has no `layers`',
      key ? reader.steps.placeOf(key) : reader.source.place(0, 0),
      'Write `layers:` and a list of operations.',
    );
  }
  const outputs = reader.names(node('outputs') ?? node('output'));
  const profile = known.has('profile') ? reader.profile(node('profile') ?? null) : undefined;
  const name = node('name');
  if (name && !isScalar(name)) {
    reader.report(
      'wrong-value',
      `\`name\` must be text, not ${quote(name.toJSON())}`,
      reader.steps.placeOf(name),
    );
  }
  const drawing = new Map<DrawingKey, Located>();
  for (const key of drawingKeys) {
    const pair = known.get(key);
    if (pair) drawing.set(key, locate(pair, reader.source));
  }
  return emptySpec({
    ...(isScalar(name) && name.value !== null && { name: String(name.value) }),
    ...(profile && { profile }),
    dims,
    blocks,
    inputs: chain ? [...inputs, ...(chain.inputs ?? [])] : inputs,
    defaults,
    layers,
    ...(outputs && { outputs }),
    drawing,
  });
}
