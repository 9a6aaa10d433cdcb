import {
  type Analysis,
  type CostRow,
  type Counting,
  costRows,
  type Network,
  type Reference,
  type RowKind,
  type Shape,
  type Totals,
  type WorkCounts,
} from 'nnfig';

/** A tensor that goes into a network or comes out of it. */
export interface Endpoint {
  readonly id: string;
  readonly shape: Shape;
}

/** The figures of one row, as `analyze --json` prints them. */
export interface RowReport {
  /** Id of the layer; of the first, where a row stands for several. */
  readonly id: string;
  /** What a summary calls the row, such as `bottleneck ×3`. */
  readonly name?: string;
  /** Canonical name of the operation; what a summary says of several. */
  readonly op: string;
  /** How many layers a row of a summary stands for. */
  readonly layers?: number;
  /** Ids of the layers it takes its inputs from; `id:1` is the second output of `id`. */
  readonly inputs: readonly string[];
  /** Shape of its first output, batch axis first. */
  readonly shape: Shape;
  readonly params: number;
  readonly buffers: number;
  readonly macs: number;
  readonly work: WorkCounts;
  readonly activations: number;
  /** One number, a list where axes differ, `null` when it is not local. */
  readonly receptiveField: number | readonly number[] | null;
  readonly stride: number | readonly number[] | null;
}

/** The analysis of a network, as `analyze --json` prints it. */
export interface Report {
  readonly name: string;
  readonly counting: Counting;
  readonly inputs: readonly Endpoint[];
  readonly outputs: readonly Endpoint[];
  readonly layers: readonly RowReport[];
  readonly totals: Totals;
}

/**
 * Brings an analysis into the shape that the command prints.
 *
 * @param network The network.
 * @param analysis Its analysis.
 * @param kind Whether it has a row for each layer, or for each block.
 * @returns Plain data, keys in the order of the documentation.
 */
export function reportOf(network: Network, analysis: Analysis, kind: RowKind): Report {
  const layers = new Map(network.layers.map((layer) => [layer.id, layer]));
  const { layers: count, params, buffers, macs, flops, work, activations } = analysis.totals;
  const { uncounted, inexact } = analysis.totals;
  return {
    name: network.name,
    counting: analysis.counting,
    inputs: network.inputs.map((id) => ({ id, shape: layers.get(id)?.shape ?? [] })),
    outputs: network.outputs.map((output) => ({
      id: referenceName(output),
      shape: layers.get(output.layer)?.outputs[output.port] ?? [],
    })),
    layers: costRows(network, analysis, kind).map((row) => rowReport(row, kind)),
    totals: {
      layers: count,
      params,
      buffers,
      macs,
      flops,
      work,
      activations,
      ...(uncounted !== undefined && { uncounted }),
      ...(inexact && { inexact }),
    },
  };
}

function rowReport(row: CostRow, kind: RowKind): RowReport {
  const { id, name, operation, layers, shape, params, buffers, macs, work, activations } = row;
  const axes = row.field === 'global' || row.field?.length === 0 ? undefined : row.field;
  const [first] = layers;
  return {
    id,
    ...(kind === 'summary' && { name }),
    op: kind === 'layers' && first ? first.op : operation,
    ...(kind === 'summary' && { layers: layers.length }),
    inputs: first?.inputs.map(referenceName) ?? [],
    shape,
    params,
    buffers,
    macs,
    work,
    activations,
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
