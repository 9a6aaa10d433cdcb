/** Reads a whole block into the canonical tree. */
import type { ParsedNode, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Place } from '../diagnostics.js';
import { Reporter } from '../diagnostics.js';
import { findOperation } from '../ops/index.js';
import type { Profile } from '../ops/operation.js';
import { listOf, suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import { readChain } from './chain.js';
import { locate } from './locate.js';
import { Source } from './source.js';
import type {
  Block,
  DrawingKey,
  InputSpec,
  Located,
  Name,
  OperationDefaults,
  Parameter,
  Spec,
  Step,
} from './spec.js';
import { drawingKeys } from './spec.js';
import { StepReader } from './step.js';
import { scalarText } from './tokens.js';
import { isPlainName, plainValue } from './values.js';
import type { Vocabulary } from './vocabulary.js';
import { nameProblem, operationWords } from './vocabulary.js';
import { readYaml } from './yaml.js';

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

const profiles: readonly string[] = ['torch', 'keras', 'caffe'];

type Pairs = ReadonlyMap<string, { key: ParsedNode; value: ParsedNode | null }>;

/** Reads the parts of one block. */
class SpecReader {
  readonly blocks = new Map<string, readonly string[]>();
  readonly sizes = new Set<string>(['s', 'in']);
  readonly steps: StepReader;

  constructor(
    readonly source: Source,
    readonly reporter: Reporter,
  ) {
    this.steps = new StepReader(this.context(this.sizes));
  }

  context(sizes: ReadonlySet<string>) {
    const vocabulary: Vocabulary = { blocks: this.blocks, sizes };
    return { vocabulary, reporter: this.reporter, source: this.source };
  }

  report(rule: string, message: string, place: Place, hint?: string): void {
    this.reporter.report({ rule, message, place, hint });
  }

  /** The pairs of a part that must be a map; reports anything else. */
  map(key: string, node: ParsedNode | null, example: string): Pairs {
    if (isMap(node)) return this.steps.pairs(node as YAMLMap.Parsed);
    if (node && !(isScalar(node) && node.value === null)) {
      this.report('wrong-value', `\`${key}\` must be a map of keys and values`, this.steps.placeOf(node), `Write \`${example}\`.`);
    }
    return new Map();
  }

  dims(node: ParsedNode | null): Map<string, number> {
    const dims = new Map<string, number>();
    for (const [name, { key, value }] of this.map('dims', node, 'dims: {T: 64, d: 512}')) {
      const place = this.steps.placeOf(value ?? key);
      const problem = nameProblem(name, new Set());
      const size = isScalar(value) ? value.value : undefined;
      this.sizes.add(name);
      if (problem !== undefined) this.report('reserved-name', problem, this.steps.placeOf(key), 'Choose another name.');
      else if (typeof size !== 'number' || !Number.isFinite(size) || size <= 0) {
        this.report('wrong-value', `the size \`${name}\` must be a positive number, not ${quote(value?.toJSON() ?? null)}`, place);
      } else dims.set(name, size);
    }
    return dims;
  }

  inputs(input: ParsedNode | null | undefined, inputs: ParsedNode | null | undefined): InputSpec[] {
    const specs: InputSpec[] = [];
    const add = (name: string, node: ParsedNode, place: Place) => {
      const shape = this.steps.shape(node);
      if (shape) specs.push({ name, shape, place });
    };
    if (input) {
      if (isMap(input)) {
        this.report('wrong-value', '`input` is one shape', this.steps.placeOf(input), 'For several, write `inputs: {src: S x d, tgt: T x d}`.');
      } else add('input', input, this.steps.placeOf(input));
    }
    if (inputs) {
      for (const [name, { key, value }] of this.map('inputs', inputs, 'inputs: {src: S x d}')) {
        const place = this.steps.placeOf(key);
        const problem = nameProblem(name, new Set(this.blocks.keys()));
        if (problem !== undefined && name !== 'input') this.report('reserved-name', problem, place, 'Choose another name.');
        if (value) add(name, value, place);
        else this.report('missing-value', `input \`${name}\` has no shape`, place, 'Write `3x224x224`.');
      }
    }
    return specs;
  }

  defaults(node: ParsedNode | null): Map<string, OperationDefaults> {
    const defaults = new Map<string, OperationDefaults>();
    for (const [name, { key, value }] of this.map('defaults', node, 'defaults: {conv: {pad: same}}')) {
      const operation = findOperation(name);
      if (!operation) {
        this.report('unknown-operation', `there is no operation ${quote(name)}`, this.steps.placeOf(key), suggestion(name, operationWords()));
        continue;
      }
      const pairs = this.map(name, value, `${name}: {…}`);
      defaults.set(operation.name, this.steps.attributes(operation, pairs, []));
    }
    return defaults;
  }

  /** Reads `name(c, k=3)`. */
  signature(key: ParsedNode): { name: string; parameters: Parameter[] } | undefined {
    const text = isScalar(key) ? String(key.value) : '';
    const place = this.steps.placeOf(key);
    const match = /^\s*([^\s(]+)\s*(?:\((.*)\))?\s*$/s.exec(text);
    if (!match) {
      this.report('wrong-value', `${quote(text)} is no name of a block`, place, 'Write `bottleneck(c):`.');
      return undefined;
    }
    const parameters: Parameter[] = [];
    for (const part of (match[2] ?? '').split(',').map((piece) => piece.trim())) {
      if (part === '') continue;
      const [name = '', fallback] = part.replace(/^\$/, '').split('=').map((piece) => piece.trim());
      if (!isPlainName(name)) {
        this.report('wrong-value', `${quote(name)} is no name of a parameter`, place, 'A name starts with a letter and goes on with letters, digits and `_`.');
        continue;
      }
      if (parameters.some((parameter) => parameter.name === name)) {
        this.report('duplicate-name', `parameter ${quote(name)} stands twice`, place, 'Name each once.');
        continue;
      }
      const value = fallback === undefined ? undefined : plainValue(fallback, () => false);
      parameters.push({ name, ...(value && { default: { value, place } }) });
    }
    return { name: match[1] ?? '', parameters };
  }

  readBlocks(node: ParsedNode | null): Map<string, Block> {
    const blocks = new Map<string, Block>();
    const bodies: { name: string; parameters: Parameter[]; node: ParsedNode | null; place: Place }[] = [];
    // Names come first, so that blocks can call one another in any order.
    for (const { key, value } of this.map('blocks', node, 'blocks: {pair(c): [conv $c 3x3]}').values()) {
      const signature = this.signature(key);
      if (!signature) continue;
      const place = this.steps.placeOf(key);
      const { name, parameters } = signature;
      const problem = nameProblem(name, new Set());
      if (problem !== undefined) this.report('reserved-name', problem, place, 'Choose another name.');
      if (this.blocks.has(name)) {
        this.report('duplicate-name', `there are two blocks ${quote(name)}`, place, 'Give one of them another name.');
      }
      this.blocks.set(name, parameters.map((parameter) => parameter.name));
      bodies.push({ name, parameters, node: value, place });
    }
    for (const { name, parameters, node: body, place } of bodies) {
      const sizes = new Set([...this.sizes, ...parameters.map((parameter) => parameter.name)]);
      const reader = new StepReader(this.context(sizes));
      if (!body || (isScalar(body) && body.value === null)) {
        this.report('missing-step', `block \`${name}\` has no steps`, place, 'Give it a list of layers.');
      }
      blocks.set(name, { name, parameters, body: reader.steps(body), takesStride: mentionsStride(body, this.source), place });
    }
    return blocks;
  }

  profile(node: ParsedNode | null): Profile | undefined {
    const value = isScalar(node) ? String(node.value).toLowerCase() : '';
    if (profiles.includes(value)) return value as Profile;
    if (node) {
      this.report('wrong-value', `\`profile\` must be ${listOf(profiles)}, not ${quote(node.toJSON())}`, this.steps.placeOf(node), suggestion(value, profiles));
    }
    return undefined;
  }

  names(node: ParsedNode | null | undefined): Name[] | undefined {
    if (!node) return undefined;
    const names = this.steps.names({ key: node, value: node });
    return names.length > 0 ? names : undefined;
  }
}

/** Whether the text of a block's body asks for the stride of its call. */
function mentionsStride(body: ParsedNode | null, source: Source): boolean {
  if (!body) return false;
  return /(?:^|[\s[,])(?:each)?\/s\b|\$s\b|\bstride\s*[=:]\s*s\b/.test(source.text.slice(body.range[0], body.range[1]));
}

/** Collects where names are given, for messages about names used too early. */
function definitions(spec: { layers: readonly Step[]; blocks: ReadonlyMap<string, Block> }): Map<string, Place> {
  const found = new Map<string, Place>();
  const visit = (steps: readonly Step[]): void => {
    for (const step of steps) {
      for (const name of step.as) if (!found.has(name.text)) found.set(name.text, name.place);
      if (step.kind === 'residual') {
        visit(step.body);
        visit(step.shortcut ?? []);
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
}

/**
 * Reads a block.
 *
 * @param text Text of the block.
 * @param reporter Where problems go.
 * @returns The tree, as far as it could be read.
 */
export function readSpec(text: string, reporter: Reporter): Reading {
  const source = new Source(text);
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
      const certain = ['unknown-operation', 'unknown-word', 'unknown-key'].includes(diagnostic.rule);
      if (certain && line !== undefined && !yaml.brokenLines.has(line)) reporter.report(diagnostic);
    }
  }
  return { spec, broken };
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
  const node = (key: (typeof modelKeys)[number]) => pairs.get(key)?.value;
  for (const [key, { key: keyNode }] of pairs) {
    if (specKeys.includes(key)) continue;
    const place = reader.steps.placeOf(keyNode);
    if (/\s/.test(key)) {
      reader.report('yaml-map', `YAML takes ${quote(`${key}:`)} for a key, because of the \`: \``, place, 'Leave the colon out, or put the whole line in quotes.');
    } else reader.report('unknown-key', `a block has no ${quote(key)}`, place, suggestion(key, specKeys, `It has ${listOf(specKeys, 'and')}.`));
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
  const layers = chain?.layers ?? reader.steps.steps(layersNode ?? null);
  if (layers.length === 0 && (!layersNode || !isSeq(layersNode) || layersNode.items.length === 0)) {
    const key = pairs.get('layers')?.key;
    reader.report('missing-layers', 'the block has no `layers`', key ? reader.steps.placeOf(key) : reader.source.place(0, 0), 'Write `layers:` and a list of operations.');
  }
  const outputs = reader.names(node('outputs') ?? node('output'));
  const profile = pairs.has('profile') ? reader.profile(node('profile') ?? null) : undefined;
  const name = node('name');
  const drawing = new Map<DrawingKey, Located>();
  for (const key of drawingKeys) {
    const pair = pairs.get(key);
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
