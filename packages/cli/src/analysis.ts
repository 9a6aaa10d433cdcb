import type { Analysis, LayerAnalysis, Network, Reference, Shape, Totals } from 'nnfig';

/** A tensor that goes into a network or comes out of it. */
export interface Endpoint {
  readonly id: string;
  readonly shape: Shape;
}

/** The figures of one layer, as `analyze --json` prints them. */
export interface LayerReport {
  readonly id: string;
  readonly op: string;
  /** Ids of the layers it takes its inputs from; `id:1` is the second output of `id`. */
  readonly inputs: readonly string[];
  /** Shape of its first output, batch axis first. */
  readonly shape: Shape;
  readonly params: number;
  readonly buffers: number;
  readonly macs: number;
  /** One number, a list where axes differ, `null` when it is not local. */
  readonly receptiveField: number | readonly number[] | null;
  readonly stride: number | readonly number[] | null;
}

/** The analysis of a network, as `analyze --json` prints it. */
export interface Report {
  readonly name: string;
  readonly inputs: readonly Endpoint[];
  readonly outputs: readonly Endpoint[];
  readonly layers: readonly LayerReport[];
  readonly totals: Totals;
}

/**
 * Brings an analysis into the shape that the command prints.
 *
 * @param network The network.
 * @param analysis Its analysis.
 * @returns Plain data, keys in the order of the documentation.
 */
export function reportOf(network: Network, analysis: Analysis): Report {
  const layers = new Map(network.layers.map((layer) => [layer.id, layer]));
  const inputs = new Set(network.inputs);
  const { layers: count, params, buffers, macs, flops, activations, uncounted } = analysis.totals;
  return {
    name: network.name,
    inputs: network.inputs.map((id) => ({ id, shape: layers.get(id)?.shape ?? [] })),
    outputs: network.outputs.map((output) => ({
      id: referenceName(output),
      shape: layers.get(output.layer)?.outputs[output.port] ?? [],
    })),
    layers: analysis.layers.filter(({ layer }) => !inputs.has(layer.id)).map(layerReport),
    totals: {
      layers: count,
      params,
      buffers,
      macs,
      flops,
      activations,
      ...(uncounted !== undefined && { uncounted }),
    },
  };
}

function layerReport({ layer, shape, params, buffers, macs, field }: LayerAnalysis): LayerReport {
  const axes = field === 'global' || field?.length === 0 ? undefined : field;
  return {
    id: layer.id,
    op: layer.op,
    inputs: layer.inputs.map(referenceName),
    shape,
    params,
    buffers,
    macs,
    receptiveField: axes ? shorten(axes.map(({ size }) => size)) : null,
    stride: axes ? shorten(axes.map(({ stride }) => stride)) : null,
  };
}

function referenceName({ layer, port }: Reference): string {
  return port === 0 ? layer : `${layer}:${port}`;
}

/** Axes that agree are one number. */
function shorten(values: readonly number[]): number | readonly number[] {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : values;
}
