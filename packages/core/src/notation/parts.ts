/** Reads the parts of a block: sizes, inputs, defaults, blocks. */
import type { ParsedNode, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Place, Reporter } from '../diagnostics.js';
import { findOperation } from '../ops/index.js';
import type { Profile } from '../ops/operation.js';
import { listOf, suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import { isNothing, type Pairs, type StepContext } from './node-reader.js';
import type { Source } from './source.js';
import type { Block, Field, InputSpec, Name, OperationDefaults, Parameter } from './spec.js';
import { StepReader } from './step.js';
import { isPlainName, nameRule, plainValue } from './values.js';
import type { Vocabulary } from './vocabulary.js';
import { nameProblem, operationWords } from './vocabulary.js';

const profiles: readonly string[] = ['torch', 'keras', 'caffe'];

/** Reads the parts of one block. */
export class SpecReader {
  readonly blocks = new Map<string, readonly string[]>();
  readonly sizes = new Set<string>(['s', 'in']);
  readonly steps: StepReader;

  constructor(
    readonly source: Source,
    readonly reporter: Reporter,
  ) {
    this.steps = new StepReader(this.context(this.sizes));
  }

  context(sizes: ReadonlySet<string>): StepContext {
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
      this.report(
        'wrong-value',
        `\`${key}\` must be a map of keys and values`,
        this.steps.placeOf(node),
        `Write \`${example}\`.`,
      );
    }
    return new Map();
  }

  dims(node: ParsedNode | null): Map<string, number | undefined> {
    const dims = new Map<string, number | undefined>();
    for (const [name, { key, value }] of this.map('dims', node, 'dims: {T: 64, d: 512}')) {
      const place = this.steps.placeOf(value ?? key);
      const problem =
        name === 's'
          ? '`s` is the stride that a block is called with'
          : nameProblem(name, new Set());
      const size = isScalar(value) ? value.value : undefined;
      this.sizes.add(name);
      dims.set(name, undefined);
      if (problem !== undefined)
        this.report('reserved-name', problem, this.steps.placeOf(key), 'Choose another name.');
      else if (typeof size !== 'number' || !Number.isFinite(size) || size <= 0) {
        this.report(
          'wrong-value',
          `the size \`${name}\` must be a positive number, not ${quote(value?.toJSON() ?? null)}`,
          place,
        );
      } else dims.set(name, size);
    }
    return dims;
  }

  /**
   * @param input What `input` is.
   * @param inputs What `inputs` is.
   * @param foreign Whether the names are those of another notation, so that they may be any.
   */
  inputs(
    input: ParsedNode | null | undefined,
    inputs: ParsedNode | null | undefined,
    foreign = false,
  ): InputSpec[] {
    const specs: InputSpec[] = [];
    const wrong = inputs && !isMap(inputs);
    if (wrong) specs.push({ name: 'input', shape: undefined, place: this.steps.placeOf(inputs) });
    const add = (name: string, node: ParsedNode, place: Place) => {
      specs.push({ name, shape: this.steps.shape(node), place });
    };
    if (input) {
      if (isMap(input)) {
        this.report(
          'wrong-value',
          '`input` is one shape',
          this.steps.placeOf(input),
          'For several, write `inputs: {src: S x d, tgt: T x d}`.',
        );
        specs.push({ name: 'input', shape: undefined, place: this.steps.placeOf(input) });
      } else add('input', input, this.steps.placeOf(input));
    }
    if (inputs) {
      for (const [name, { key, value }] of this.map('inputs', inputs, 'inputs: {src: S x d}')) {
        const place = this.steps.placeOf(key);
        const problem = foreign ? undefined : nameProblem(name, new Set(this.blocks.keys()));
        if (problem !== undefined && name !== 'input')
          this.report('reserved-name', problem, place, 'Choose another name.');
        if (value) add(name, value, place);
        else {
          this.report(
            'missing-value',
            `input \`${name}\` has no shape`,
            place,
            'Write `3x224x224`.',
          );
          specs.push({ name, shape: undefined, place });
        }
      }
    }
    return specs;
  }

  /** Shapes by the names of layers. */
  shapes(node: ParsedNode | null): Map<string, Field> {
    const shapes = new Map<string, Field>();
    for (const [name, { key, value }] of this.map('shapes', node, 'shapes: {roi_pool: 256x6x6}')) {
      const shape = value ? this.steps.shape(value) : undefined;
      if (shape) shapes.set(name, shape);
      else if (!value) {
        this.report(
          'missing-value',
          `layer ${quote(name)} has no shape`,
          this.steps.placeOf(key),
          'Write `256x6x6`.',
        );
      }
    }
    return shapes;
  }

  /** The path of a file. */
  file(node: ParsedNode): Name | undefined {
    const place = this.steps.placeOf(node);
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') {
      return { text: node.value.trim(), place };
    }
    this.report(
      'wrong-value',
      `\`from\` must be the path of a file, not ${quote(node.toJSON())}`,
      place,
      'Write `from: ./deploy.prototxt`.',
    );
    return undefined;
  }

  defaults(node: ParsedNode | null): Map<string, OperationDefaults> {
    const defaults = new Map<string, OperationDefaults>();
    for (const [name, { key, value }] of this.map(
      'defaults',
      node,
      'defaults: {conv: {pad: same}}',
    )) {
      const operation = findOperation(name);
      if (!operation) {
        this.report(
          'unknown-operation',
          `there is no operation ${quote(name)}`,
          this.steps.placeOf(key),
          suggestion(name, operationWords()),
        );
        continue;
      }
      const pairs = this.map(name, value, `${name}: {…}`);
      defaults.set(operation.name, this.steps.attributes(operation, pairs, []));
    }
    return defaults;
  }

  /** Reads `name(c, k=3)`. */
  signature(
    key: ParsedNode,
  ): { name: string; parameters: Parameter[]; flawed: boolean } | undefined {
    const text = isScalar(key) ? String(key.value) : '';
    const place = this.steps.placeOf(key);
    const match = /^\s*([^\s()]+)\s*(?:\((.*)\))?\s*$/s.exec(text);
    if (!match) {
      this.report(
        'wrong-value',
        `${quote(text)} is no name of a block`,
        place,
        'Write `bottleneck(c):`.',
      );
      const name = /^\s*([A-Za-z_]\w*)/.exec(text)?.[1];
      return name === undefined ? undefined : { name, parameters: [], flawed: true };
    }
    let flawed = false;
    const parameters: Parameter[] = [];
    for (const part of (match[2] ?? '').split(',').map((piece) => piece.trim())) {
      if (part === '') continue;
      const [name = '', fallback] = part
        .replace(/^\$/, '')
        .split('=')
        .map((piece) => piece.trim());
      if (!isPlainName(name)) {
        this.report('wrong-value', `${quote(name)} is no name of a parameter`, place, nameRule);
        flawed = true;
        continue;
      }
      if (parameters.some((parameter) => parameter.name === name)) {
        this.report(
          'duplicate-name',
          `parameter ${quote(name)} stands twice`,
          place,
          'Name each once.',
        );
        flawed = true;
        continue;
      }
      const value = fallback === undefined ? undefined : plainValue(fallback, () => false);
      parameters.push({ name, ...(value && { default: { value, place } }) });
    }
    return { name: match[1] ?? '', parameters, flawed };
  }

  readBlocks(node: ParsedNode | null): Map<string, Block> {
    const blocks = new Map<string, Block>();
    const bodies: {
      name: string;
      parameters: Parameter[];
      flawed: boolean;
      node: ParsedNode | null;
      place: Place;
    }[] = [];
    // Names come first, so that blocks can call one another in any order.
    for (const { key, value } of this.map(
      'blocks',
      node,
      'blocks: {pair(c): [conv $c 3x3]}',
    ).values()) {
      const signature = this.signature(key);
      if (!signature) continue;
      const place = this.steps.placeOf(key);
      const { name, parameters, flawed } = signature;
      const problem = nameProblem(name, new Set());
      if (problem !== undefined)
        this.report('reserved-name', problem, place, 'Choose another name.');
      if (this.blocks.has(name)) {
        this.report(
          'duplicate-name',
          `there are two blocks ${quote(name)}`,
          place,
          'Give one of them another name.',
        );
        continue;
      }
      this.blocks.set(
        name,
        parameters.map((parameter) => parameter.name),
      );
      bodies.push({ name, parameters, flawed, node: value, place });
    }
    for (const { name, parameters, flawed, node: body, place } of bodies) {
      const sizes = new Set([...this.sizes, ...parameters.map((parameter) => parameter.name)]);
      const reader = new StepReader(this.context(sizes));
      const empty = isNothing(body) || (isSeq(body) && body.items.length === 0);
      if (empty) {
        this.report(
          'missing-step',
          `block \`${name}\` has no steps`,
          place,
          'Give it a list of layers.',
        );
      }
      blocks.set(name, {
        name,
        parameters,
        body: empty ? [] : reader.steps(body),
        takesStride: mentionsStride(body, this.source),
        place,
        ...((flawed || empty) && { flawed: true as const }),
      });
    }
    return blocks;
  }

  profile(node: ParsedNode | null): Profile | undefined {
    const value = isScalar(node) ? String(node.value).toLowerCase() : '';
    if (profiles.includes(value)) return value as Profile;
    if (node) {
      this.report(
        'wrong-value',
        `\`profile\` must be ${listOf(profiles)}, not ${quote(node.toJSON())}`,
        this.steps.placeOf(node),
        suggestion(value, profiles),
      );
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
  return /(?:^|[\s[,])(?:each)?\/s\b|\$s\b|\bstride\s*[=:]\s*s\b/.test(
    source.text.slice(body.range[0], body.range[1]),
  );
}
