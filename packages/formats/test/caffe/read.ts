/** Reads a prototxt as an adapter does, and says shortly what came out. */

import {
  type DeclaredShape,
  type Layer,
  type Network,
  type Problem,
  Reporter,
  Source,
} from 'nnfig/readers';
import { analyze } from '../../../core/src/analysis/analyze.js';
import { caffe } from '../../src/index.js';

export interface Around {
  readonly input?: readonly number[];
  readonly inputs?: Readonly<Record<string, readonly number[]>>;
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  readonly phase?: 'train' | 'test';
  readonly batch?: number;
}

/** What is reported where sizes are said, not in the text. */
export const outside: string[] = [];

function declared(shapes: Around['shapes'] = {}): ReadonlyMap<string, DeclaredShape> {
  const report = ({ message }: Problem) => outside.push(message);
  return new Map(Object.entries(shapes).map(([name, sizes]) => [name, { sizes, report }]));
}

export interface Read {
  readonly network: Network | undefined;
  /** As `2:5 message`, warnings after a `?`. */
  readonly problems: readonly string[];
  readonly hints: readonly (string | undefined)[];
}

/** Reads a text. */
export function read(text: string, around: Around = {}): Read {
  const reporter = new Reporter();
  outside.length = 0;
  const { input, inputs, phase, batch = 1 } = around;
  const network = caffe.read(new Source(text), {
    reporter,
    batch,
    phase,
    inputs: declared({ ...(input && { '': input }), ...inputs }),
    shapes: declared(around.shapes),
  });
  const { diagnostics } = reporter;
  return {
    network,
    problems: diagnostics.map(({ place, message, severity }) => {
      const { line, column } = place?.start ?? {};
      return `${severity === 'warning' ? '?' : ''}${line}:${column} ${message}`;
    }),
    hints: diagnostics.map(({ hint }) => hint),
  };
}

/** Reads a text that has no problems. */
export function network(text: string, around?: Around): Network {
  const { network: found, problems } = read(text, around);
  if (!found || problems.length > 0) throw new Error(problems.join('\n'));
  return found;
}

/** A layer, and what it counts. */
export function layerOf(found: Network, id: string) {
  const entry = analyze(found).layers.find(({ layer }) => layer.id === id);
  if (!entry) throw new Error(`no layer ${id}`);
  const { layer, params, macs, buffers } = entry;
  return { ...layer, params, macs, buffers };
}

/** One layer behind inputs `data`, `b`, `c` of given shapes, batch axis first. */
export function one(
  layer: string,
  shapes: readonly (readonly number[])[] = [[1, 3, 8, 8]],
  batch = shapes[0]?.[0] ?? 1,
) {
  const names = ['data', 'b', 'c', 'd'];
  const inputs = shapes.map(
    (shape, index) =>
      `input: "${names[index]}" input_shape { ${shape.map((dim) => `dim: ${dim}`).join(' ')} }`,
  );
  const bottoms = shapes.map((_, index) => `bottom: "${names[index]}"`).join(' ');
  const tops = layer.includes('top:') ? '' : 'top: "out"';
  const text = `${inputs.join(' ')}\nlayer { name: "x" ${layer} ${bottoms} ${tops} }`;
  return layerOf(network(text, { batch }), 'x');
}

/** Shapes by layer. */
export function shapesOf({ layers }: Network): Record<string, string> {
  return Object.fromEntries(
    layers.map(({ id, outputs }: Layer) => [
      id,
      outputs.map((shape) => shape.join('x')).join(' + '),
    ]),
  );
}
