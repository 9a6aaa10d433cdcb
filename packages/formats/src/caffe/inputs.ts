/** Sizes of the inputs: what the file says of them, and what is said around it. */
import { type DeclaredShape, quote, type ReadContext, suggestion } from 'nnfig/readers';
import { batchOfData, shapesOfData } from './data.js';
import type { BlobName, CaffeLayer } from './layer.js';
import type { Problems, Span } from './problems.js';
import { ruleOf } from './rules/index.js';
import type { Consumer, Node, Wiring } from './wiring.js';

/** What one top of an input is, before its size is settled. */
interface Top {
  readonly blob: string;
  /** Whole shape in the file. */
  readonly said: readonly number[] | undefined;
  /** Whether the shape of anything hangs on its own. */
  readonly needed: boolean;
  /** Whether its first axis counts regions, such as 300 proposals. */
  readonly regions: boolean;
  /** Whether its first axis counts steps of a sequence, or goes into one that does. */
  readonly steps: boolean;
}

/** An input of the network: what it gives, and where problems of it stand. */
interface Input {
  readonly node: number;
  readonly name: string;
  readonly span: Span;
  readonly tops: readonly Top[];
}

/** Whole shapes by node, one a top; nothing where a size is lacking, after a report. */
export type InputShapes = ReadonlyMap<number, readonly (readonly number[] | undefined)[]>;

/** Whether a node is an input: it has no bottoms, and no rule says what it gives. */
export function isInput(node: Node): boolean {
  if (node.kind === 'input') return true;
  const { layer } = node;
  return layer.bottoms.length === 0 && layer.tops.length > 0 && ruleOf(layer) === undefined;
}

/** Whether what a layer gives depends on the size of one of its bottoms. */
function needs({ layer, bottom }: Consumer): boolean {
  const { labels = Number.POSITIVE_INFINITY } = ruleOf(layer) ?? { labels: 1 };
  return bottom < labels;
}

/** Blobs that go into sequences, however many layers later. */
function blobsOfSequences({ nodes }: Wiring): ReadonlySet<string> {
  const makers = new Map<string, CaffeLayer[]>();
  const blobs = new Set<string>();
  const waiting: string[] = [];
  const add = (names: readonly BlobName[]) => {
    for (const { text } of names) {
      if (blobs.has(text)) continue;
      blobs.add(text);
      waiting.push(text);
    }
  };
  for (const node of nodes) {
    if (node.kind !== 'layer') continue;
    for (const { text } of node.layer.tops) {
      const list = makers.get(text);
      if (list) list.push(node.layer);
      else makers.set(text, [node.layer]);
    }
    if (ruleOf(node.layer)?.sequence) add(node.layer.bottoms);
  }
  for (let blob = waiting.pop(); blob !== undefined; blob = waiting.pop()) {
    for (const layer of makers.get(blob) ?? []) add(layer.bottoms);
  }
  return blobs;
}

function inputsOf(wiring: Wiring): Input[] {
  const sequences = blobsOfSequences(wiring);
  const topOf = (blob: string, said: readonly number[] | undefined): Top => {
    const consumers = wiring.consumers.get(blob) ?? [];
    return {
      blob,
      said,
      needed: consumers.some(needs),
      regions: consumers.some(({ layer, bottom }) => ruleOf(layer)?.regions === bottom),
      steps: sequences.has(blob),
    };
  };
  return wiring.nodes.flatMap((node, index): Input[] => {
    if (!isInput(node)) return [];
    if (node.kind === 'input') {
      const { blob, sizes, span } = node.input;
      return [{ node: index, name: blob, span, tops: [topOf(blob, sizes)] }];
    }
    const { layer } = node;
    const said = shapesOfData(layer);
    const tops = layer.tops.map(({ text }, top) => topOf(text, said[top]));
    return [{ node: index, name: layer.name, span: layer.span, tops }];
  });
}

/** The top that sizes without a name are for: the first that lacks some, else the first of all. */
function unnamedTop(inputs: readonly Input[]): Top | undefined {
  const tops = inputs.flatMap((input) => input.tops);
  return tops.find(({ said, needed }) => needed && said === undefined) ?? tops[0];
}

/** The top of a name: a blob, or the layer that gives it. */
function namedTop(inputs: readonly Input[], name: string): Top | undefined {
  const tops = inputs.flatMap((input) => input.tops);
  return (
    tops.find(({ blob }) => blob === name) ?? inputs.find((input) => input.name === name)?.tops[0]
  );
}

/** Finds which top each of the declared sizes is for. */
function assign(
  inputs: readonly Input[],
  declared: ReadContext['inputs'],
): ReadonlyMap<Top, DeclaredShape> {
  const found = new Map<Top, DeclaredShape>();
  const names = inputs.flatMap(({ name, tops }) => [name, ...tops.map(({ blob }) => blob)]);
  for (const [name, shape] of declared) {
    const top = name === '' ? unnamedTop(inputs) : namedTop(inputs, name);
    if (top) {
      // What is said by name goes before what is said of the first one.
      if (name !== '' || !found.has(top)) found.set(top, shape);
      continue;
    }
    shape.report({
      rule: 'unknown-name',
      message: name === '' ? 'the network has no input' : `the network has no input ${quote(name)}`,
      hint: suggestion(name, new Set(names)),
    });
  }
  return found;
}

/** The whole shape of declared sizes, which leave out the batch axis unless the first axis is none. */
function shapeOfDeclared(
  { sizes }: DeclaredShape,
  { said, regions, steps }: Top,
  batch: number,
): readonly number[] {
  if (regions) return sizes.length === 1 ? [said?.[0] ?? 1, ...sizes] : sizes;
  if (!steps) return [batch, ...sizes];
  return said && said.length === sizes.length + 1 ? [said[0] ?? 1, ...sizes] : sizes;
}

function shapeOfFile({ said, regions, steps, needed }: Top, batch: number) {
  if (said) return regions || steps || said.length === 0 ? said : [batch, ...said.slice(1)];
  if (regions) return [1, 5];
  return needed ? undefined : [batch];
}

/**
 * Settles the sizes of all inputs. The batch is what it is set to, except where the first
 * axis of an input counts something else; a label without a size is one number an example.
 *
 * @param wiring The wiring, which tells what inputs are used for.
 * @param context Sizes that are said around the file, and the batch.
 * @param problems Where problems go: an input that lacks its size, and a name that is none.
 * @returns Their shapes.
 */
export function sizeInputs(wiring: Wiring, context: ReadContext, problems: Problems): InputShapes {
  const inputs = inputsOf(wiring);
  const declared = assign(inputs, context.inputs);
  const lacking: { readonly input: Input; readonly top: Top }[] = [];
  const shapes = new Map(
    inputs.map((input) => [
      input.node,
      input.tops.map((top) => {
        const own = declared.get(top);
        const shape = own
          ? shapeOfDeclared(own, top, context.batch)
          : shapeOfFile(top, context.batch);
        if (!shape) lacking.push({ input, top });
        return shape;
      }),
    ]),
  );
  const blobs = lacking.slice(0, 4).map(({ top }) => `${top.blob}: 3x227x227`);
  const more = lacking.length > blobs.length ? ', …' : '';
  const entry =
    blobs.length === 1 && context.inputs.size === 0
      ? 'input: 3x227x227'
      : `inputs: {${blobs.join(', ')}${more}}`;
  for (const { input, top } of lacking) {
    const bare = input.tops.length === 1 && top.blob === input.name;
    problems.error(
      'missing-size',
      `${quote(input.name)} does not say how large ${bare ? 'it' : `its blob ${quote(top.blob)}`} is`,
      input.span,
      `Say it around the network, without the batch: \`${entry}\`.`,
    );
  }
  return shapes;
}

/**
 * Finds the size of the batch axis in the file, which a `Reshape` may have written out.
 *
 * @param wiring The wiring.
 * @returns That of the first input that says one; else 1.
 */
export function batchOfFile({ nodes }: Wiring): number {
  for (const node of nodes) {
    if (!isInput(node)) continue;
    const batch =
      node.kind === 'input'
        ? node.input.sizes?.[0]
        : (batchOfData(node.layer) ?? shapesOfData(node.layer)[0]?.[0]);
    if (batch !== undefined) return batch;
  }
  return 1;
}
