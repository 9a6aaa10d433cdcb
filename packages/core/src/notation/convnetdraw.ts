/**
 * Reads the text of ConvNetDraw: a line `name(height, width, channels)` for each
 * layer, its output shape alone. What the text does not say, such as kernels, is
 * not made up: a convolution is an operation of which the shape is known.
 */
import type { Place, Reporter } from '../diagnostics.js';
import { findOperation } from '../ops/index.js';
import type { Category } from '../ops/operation.js';
import { quote } from '../validation.js';
import { type Size, sizeOf } from './call-sizes.js';
import { type Call, readCalls, type Stretch } from './calls.js';
import type { Source } from './source.js';
import type { Field, InputSpec, LayerStep, Step, Value } from './spec.js';

/** What a call says, once its sizes are worked out. */
interface Layer {
  readonly call: Call;
  /** Name as it is written. */
  readonly name: string;
  readonly size: Size;
}

/** What the words of ConvNetDraw do, where nnfig's words for it are others. */
const kinds: Readonly<Record<string, Category>> = {
  pool: 'pooling',
  fullyconn: 'dense',
};

/** Reads one text. */
class ConvNetDrawReader {
  readonly inputs: InputSpec[] = [];
  readonly layers: Step[] = [];
  /** What the layer before gives; nothing at the start and after a problem. */
  #current: Size | undefined;
  #isVector = false;

  constructor(
    readonly source: Source,
    readonly reporter: Reporter,
  ) {}

  read(): void {
    for (const call of readCalls(this.source, this.reporter)) {
      const size = call && sizeOf(call, this.source, this.reporter);
      if (call && size) this.#layer({ call, name: call.name.text, size });
      else this.#broken(call);
    }
  }

  #broken(call: Call | undefined): void {
    this.#current = undefined;
    const place = call ? this.#place(call) : this.source.place(0, 0);
    this.layers.push({ kind: 'broken', place, as: [] });
  }

  #place({ start, end }: { readonly start: number; readonly end: number }): Place {
    return this.source.place(start, end);
  }

  #report(rule: string, message: string, place: Place, hint: string): void {
    this.reporter.report({ rule, message, place, hint });
  }

  #layer(layer: Layer): void {
    const word = layer.name.toLowerCase();
    const { size } = layer;
    const first = this.inputs.length === 0 && this.layers.every(({ kind }) => kind === 'broken');
    if (word === 'input' && first) this.#input(layer);
    else if (word === 'fullyconn' && this.#current && isPoint(size)) this.#dense(layer, size[2]);
    else if (word === 'relu' && this.#current) this.#activation(layer, word);
    else if (word === 'softmax' && this.#current && same(size, this.#current)) {
      this.#activation(layer, word);
    } else {
      if (word === 'input') this.#late(layer);
      if (word === 'pool') this.#checkPool(layer);
      this.#other(layer, word);
    }
    this.#current = size;
  }

  /** A tensor of one position is a vector. */
  #input({ call, size }: Layer): void {
    this.#isVector = isPoint(size);
    this.inputs.push({
      name: 'input',
      shape: this.#shape(call, size),
      place: this.#place(call),
    });
  }

  /** Sizes in the order of nnfig, channels first; a vector stays one. */
  #shape(call: Call, size: Size): Field {
    const [first, , last] = call.arguments as readonly [Stretch, Stretch, Stretch];
    const [height, width, channels] = size;
    const sizes = this.#isVector && isPoint(size) ? [channels] : [channels, height, width];
    return {
      value: { kind: 'list', items: sizes.map(literal) },
      place: this.source.place(first.start, last.end),
    };
  }

  #add(call: Call, op: string, attributes: Iterable<readonly [string, Field]> = []): void {
    const step: LayerStep = {
      kind: 'layer',
      place: this.#place(call),
      as: [],
      op,
      opPlace: this.#place(call.name),
      attributes: new Map(attributes),
      followers: [],
      operands: [],
      each: false,
    };
    this.layers.push(step);
  }

  /** Every unit takes all of the map, so that the map is a vector first. */
  #dense({ call }: Layer, units: number): void {
    if (!this.#isVector) this.#add(call, 'flatten');
    const [, , channels] = call.arguments as readonly [Stretch, Stretch, Stretch];
    this.#add(call, 'dense', [['out', { value: literal(units), place: this.#place(channels) }]]);
    this.#isVector = true;
  }

  #activation({ call, size }: Layer, op: string): void {
    const before = this.#current;
    if (before && !same(size, before)) {
      this.#report(
        'shape-mismatch',
        `${quote(call.name.text)} keeps the size ${quote(before.join('x'))}, but says ${quote(size.join('x'))}`,
        this.#shape(call, size).place,
        `Write \`${call.name.text}(${before.join(', ')})\`.`,
      );
    }
    this.#add(call, op);
  }

  #late({ call }: Layer): void {
    this.reporter.report({
      rule: 'late-input',
      severity: 'warning',
      message: 'an `input` after other layers is drawn as one of them',
      place: this.#place(call.name),
      hint: 'Begin the text with it, or give it another name.',
    });
  }

  /** A pooling works on each channel by itself, and never makes maps larger. */
  #checkPool({ call, size }: Layer): void {
    const before = this.#current;
    if (!before) return;
    const [, , channels] = call.arguments as readonly [Stretch, Stretch, Stretch];
    const keeps = size[2] === before[2];
    if (keeps && size[0] <= before[0] && size[1] <= before[1]) return;
    this.#report(
      'shape-mismatch',
      keeps
        ? `${quote(call.name.text)} makes no map larger, but ${quote(before.join('x'))} becomes ${quote(size.join('x'))}`
        : `${quote(call.name.text)} keeps the ${quote(before[2])} channels of ${quote(before.join('x'))}, but says ${quote(size[2])}`,
      keeps ? this.#shape(call, size).place : this.#place(channels),
      keeps
        ? 'Check the sizes, or give it another name, such as `upsample`.'
        : `Write \`${before[2]}\`, or give it another name.`,
    );
  }

  /** An operation of which its name and its output are known; a pooling is known to cost nothing. */
  #other({ call, name, size }: Layer, word: string): void {
    const place = this.#place(call.name);
    const known = findOperation(word.replace(/[\s_-]+/g, ''))?.category ?? 'other';
    const kind = Object.hasOwn(kinds, word) ? (kinds[word] as Category) : known;
    this.#add(call, 'op', [
      ['name', { value: { kind: 'text', text: name }, place }],
      ['out', this.#shape(call, size)],
      ...(kind === 'other' || kind === 'input'
        ? []
        : [['kind', { value: { kind: 'text', text: kind }, place }] as const]),
      ...(word === 'pool'
        ? []
        : [['counted', { value: { kind: 'literal', value: false }, place }] as const]),
    ]);
    this.#isVector &&= isPoint(size);
  }
}

const literal = (value: number): Value => ({ kind: 'literal', value });

const isPoint = ([height, width]: Size) => height === 1 && width === 1;

const same = (a: Size, b: Size) => a.every((size, axis) => size === b[axis]);

/**
 * Reads a text of ConvNetDraw.
 *
 * @param source The text.
 * @param reporter Where problems go.
 * @returns The input, if it begins with one, and the layers, as their long form would give them.
 */
export function readConvNetDraw(
  source: Source,
  reporter: Reporter,
): { readonly inputs: readonly InputSpec[]; readonly layers: readonly Step[] } {
  const reader = new ConvNetDrawReader(source, reporter);
  reader.read();
  if (reader.inputs.length + reader.layers.length === 0) {
    reporter.report({
      rule: 'empty-block',
      message: 'the block is empty',
      place: source.place(0, 0),
      hint: 'Write a line such as `input(28, 28, 1)` for each layer.',
    });
  }
  return { inputs: reader.inputs, layers: reader.layers };
}
