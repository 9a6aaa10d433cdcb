/** Networks built by hand, for tests of what comes after the notation. */
import type { Analysis } from '../src/analysis/analysis.js';
import type { Problem } from '../src/diagnostics.js';
import type { Layer, Network } from '../src/network/network.js';
import type { Attributes, Shape } from '../src/ops/operation.js';
import { totalWork } from '../src/ops/work.js';
import type { LegendPlace } from '../src/scene/legend.js';
import { palettes } from '../src/styles/palette.js';
import type { DrawContext, DrawOverride } from '../src/styles/style.js';

/** One layer of a chain: its operation, its output and what it says of itself. */
export interface Step {
  readonly op: string;
  /** Batch axis first; the shape before it unless given. */
  readonly shape?: Shape;
  readonly attributes?: Attributes;
  readonly id?: string;
  /** Written on the line of the layer before it. */
  readonly joined?: boolean;
}

/** An input of these sizes, for one example. */
export const input = (...sizes: number[]): Step => ({ op: 'input', shape: [1, ...sizes] });

/** A layer of any operation. */
export const layer = (op: string, sizes: readonly number[], attributes: Attributes = {}): Step => ({
  op,
  shape: [1, ...sizes],
  attributes,
});

/** A dense layer and what follows it on its line, such as `relu`. */
export const dense = (width: number, ...after: string[]): Step[] => [
  layer('dense', [width], { out: width, bias: true }),
  ...after.map((op): Step => ({ op, joined: true })),
];

/**
 * A network that is one sequence of layers.
 *
 * @param steps Its layers, in order; arrays are spliced in.
 * @param name Its name.
 * @returns The network; ids are the operations, numbered from 1.
 */
export function chain(steps: readonly (Step | readonly Step[])[], name = 'chain'): Network {
  const layers: Layer[] = [];
  const counts = new Map<string, number>();
  for (const step of steps.flat() as Step[]) {
    const before = layers.at(-1);
    const count = (counts.get(step.op) ?? 0) + 1;
    counts.set(step.op, count);
    const id = step.id ?? `${step.op}${count}`;
    const shape = step.shape ?? before?.shape ?? [];
    layers.push({
      id,
      op: step.op,
      attributes: step.attributes ?? {},
      inputs: before ? [{ layer: before.id, port: 0 }] : [],
      shape,
      outputs: [shape],
      featureMap: (before?.shape.length ?? 0) > 3,
      unit: step.joined && before ? before.unit : id,
    });
  }
  const [first] = layers;
  const last = layers.at(-1);
  return {
    name,
    profile: 'torch',
    layers,
    groups: [],
    inputs: first?.op === 'input' ? [first.id] : [],
    outputs: last ? [{ layer: last.id, port: 0 }] : [],
  };
}

/** A network of vectors: `perceptron(16, 12, 10, 1)`. */
export const perceptron = (first: number, ...widths: number[]): Network =>
  chain([input(first), ...widths.map((width) => dense(width))]);

/** An analysis that counts nothing. */
export function blankAnalysis(network: Network): Analysis {
  const work = totalWork();
  return {
    counting: 'nnfig',
    layers: network.layers.map((each) => ({
      layer: each,
      shape: each.shape,
      params: 0,
      buffers: 0,
      macs: 0,
      work,
      activations: 0,
    })),
    totals: { layers: 0, params: 0, buffers: 0, macs: 0, flops: 0, work, activations: 0 },
  };
}

/** What a test may say of the context that it draws in. */
export interface ContextOptions {
  readonly analysis?: Analysis;
  readonly paletteName?: 'nnfig' | 'classic';
  readonly labels?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, DrawOverride>>;
  readonly legend?: LegendPlace | false;
  readonly read?: (path: string) => string;
}

/**
 * A context to draw in.
 *
 * @param network The network.
 * @param options What differs from the defaults.
 * @returns The context, with the problems that a style reports.
 */
export function drawContext(
  network: Network,
  options: ContextOptions = {},
): DrawContext & { readonly problems: readonly Problem[] } {
  const { paletteName = 'nnfig', labels = {}, overrides = {}, legend = false } = options;
  const problems: Problem[] = [];
  return {
    analysis: options.analysis ?? blankAnalysis(network),
    palette: palettes[paletteName],
    paletteName,
    labels,
    legend,
    override: (id) => overrides[id] ?? {},
    report: (problem) => problems.push(problem),
    reportOption: (_, problem) => problems.push(problem),
    reportSetting: (_, problem) => problems.push(problem),
    reportLabel: (_, problem) => problems.push(problem),
    ...(options.read && { read: options.read }),
    problems,
  };
}
