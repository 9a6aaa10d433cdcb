/** Reads a whole block into the canonical tree. */
import type { ParsedNode, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Place } from '../diagnostics.js';
import { Reporter } from '../diagnostics.js';
import { listOf, nearest, suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import { readChain } from './chain.js';
import { readConvNetDraw } from './convnetdraw.js';
import { locate } from './locate.js';
import { isNothing, type Pairs } from './node-reader.js';
import { SpecReader } from './parts.js';
import { scalarText } from './scalar-text.js';
import type { Source } from './source.js';
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
  'from',
  'shapes',
] as const;

/** What only nnfig's own notation says of a network. */
const ownKeys: readonly string[] = ['defaults', 'blocks', 'layers', 'output', 'outputs'];

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
  /** Whether the text itself is wrong, so that the tree is only a part of what was meant. */
  readonly broken: boolean;
}

/**
 * Reads a block in nnfig's own notation.
 *
 * @param source Text of the block.
 * @param reporter Where problems go.
 * @param settings Whether it has but the settings of a network that stands elsewhere.
 * @returns The tree, as far as it could be read.
 */
export function readSpec(source: Source, reporter: Reporter, settings = false): Reading {
  const yaml = readYaml(source, reporter);
  const broken = yaml.brokenLines.size > 0;
  // Where the YAML is wrong, the lines around are not what was meant: only
  // problems on other lines are worth saying.
  const own = broken ? new Reporter() : reporter;
  const reader = new SpecReader(source, own);
  const spec = readRoot(yaml.root, reader, settings);
  if (broken) {
    for (const diagnostic of own.diagnostics) {
      const line = diagnostic.place?.start.line;
      const certain = ['unknown-operation', 'unknown-word', 'unknown-key'].includes(
        diagnostic.rule,
      );
      if (certain && line !== undefined && !yaml.brokenLines.has(line)) reporter.report(diagnostic);
    }
  }
  return { spec: broken ? { ...spec, drawing: new Map() } : spec, broken };
}

/**
 * Reads a text of ConvNetDraw.
 *
 * @param source The text.
 * @param reporter Where problems go.
 * @returns The tree, as far as it could be read.
 */
export function readCallsSpec(source: Source, reporter: Reporter): Reading {
  const broken = isTooLong(source, reporter);
  return { spec: emptySpec(broken ? {} : readConvNetDraw(source, reporter)), broken };
}

/**
 * Fills in what a description does not say.
 *
 * @param parts What it says.
 * @returns The whole tree.
 */
export function emptySpec(parts: Partial<Spec>): Spec {
  const layers = parts.layers ?? [];
  const blocks = parts.blocks ?? new Map<string, Block>();
  return {
    dims: new Map(),
    inputs: [],
    shapes: new Map(),
    defaults: new Map(),
    drawing: new Map(),
    ...parts,
    layers,
    blocks,
    defined: definitions({ layers, blocks }),
  };
}

function readRoot(root: ParsedNode | null, reader: SpecReader, settings: boolean): Spec {
  const whole = reader.source.place(0, 0);
  if (settings && !isMap(root)) {
    reader.report(
      'wrong-value',
      'what stands before `---` must be a map of keys and values',
      root ? reader.steps.placeOf(root) : whole,
      'Write `input: 3x227x227`, or leave the line `---` out.',
    );
    return emptySpec({});
  }
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
  return readMap(reader.steps.pairs(root as YAMLMap.Parsed), reader, settings);
}

function readMap(pairs: Pairs, reader: SpecReader, settings: boolean): Spec {
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
  const fromNode = node('from');
  const from = fromNode ? reader.file(fromNode) : undefined;
  const elsewhere = settings || known.has('from');
  if (elsewhere) refuseOwn(known, reader, settings);
  else refuseShapes(known, reader);
  const dims = reader.dims(node('dims') ?? null);
  const blocks = reader.readBlocks(node('blocks') ?? null);
  const inputs = reader.inputs(node('input'), node('inputs'), elsewhere);
  const shapes = reader.shapes(node('shapes') ?? null);
  const defaults = reader.defaults(node('defaults') ?? null);
  const layersNode = node('layers');
  const chain =
    isScalar(layersNode) && layersNode.value !== null
      ? readChain(scalarText(layersNode, reader.source), inputs.length === 0, reader.steps.context)
      : undefined;
  const layers = chain?.layers ?? reader.steps.steps(isNothing(layersNode) ? null : layersNode);
  const missing = layers.length === 0 && !elsewhere;
  if (missing && (!layersNode || !isSeq(layersNode) || layersNode.items.length === 0)) {
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
    ...(from && { from }),
    shapes,
    inputs: chain ? [...inputs, ...(chain.inputs ?? [])] : inputs,
    defaults,
    layers,
    ...(outputs && { outputs }),
    drawing,
  });
}

/** Reports what a block says of a network that stands elsewhere. */
function refuseOwn(known: Pairs, reader: SpecReader, settings: boolean): void {
  const where = settings ? 'the text after `---`' : 'the file of `from`';
  for (const key of settings ? [...ownKeys, 'from'] : ownKeys) {
    const pair = known.get(key);
    if (!pair) continue;
    reader.report(
      'given-twice',
      `${where} says what the network is, so the block cannot have \`${key}\` too`,
      reader.steps.placeOf(pair.key),
      `Leave \`${key}\` out.`,
    );
  }
}

/** Reports `shapes` where layers say their own. */
function refuseShapes(known: Pairs, reader: SpecReader): void {
  const pair = known.get('shapes');
  if (!pair) return;
  reader.report(
    'unknown-key',
    '`shapes` is for networks of other notations',
    reader.steps.placeOf(pair.key),
    'Write `out=256x6x6` on the line of the layer, or `=> 256x6x6` to check its shape.',
  );
}
