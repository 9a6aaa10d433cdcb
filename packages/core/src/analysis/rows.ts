/** The rows of a table of costs: each layer by itself, or what belongs together as one. */
import type { Group, Layer, Network } from '../network/network.js';
import { findOperation } from '../ops/index.js';
import type { Shape } from '../ops/operation.js';
import { sum } from '../ops/shapes.js';
import { totalWork } from '../ops/work.js';
import type { Analysis, LayerAnalysis } from './analysis.js';
import { summedLayers } from './analyze.js';

/** What a table has a row for. */
export type RowKind = 'summary' | 'layers';

/** One row: a layer, or several that stand one after another. */
export interface CostRow extends Omit<LayerAnalysis, 'layer'> {
  /** Id of its first layer. */
  readonly id: string;
  /**
   * Id of the layer; name of the block, or its id where several have that name, or
   * `bottleneck ×3` for the copies of one.
   */
  readonly name: string;
  /** What it does: `Convolution, ReLU`; `7 layers` of a block. */
  readonly operation: string;
  readonly layers: readonly Layer[];
  /** Shapes that its first layer takes. */
  readonly inputs: readonly Shape[];
}

/** What layers of one row have in common. */
interface Key {
  readonly id: string;
  /** The outermost block that they stand in, if any. */
  readonly group?: Group;
}

/**
 * Makes the rows of a table of costs.
 *
 * @param network The network.
 * @param analysis Its analysis.
 * @param kind `layers` has a row for each layer; `summary` has one for each outermost block,
 *   for all copies of a repeated one, and for what is written on one line (convolution,
 *   normalization, activation).
 * @returns The rows in the network's order; they add up to the totals.
 */
export function costRows(network: Network, analysis: Analysis, kind: RowKind): readonly CostRow[] {
  const layers = new Map(network.layers.map((layer) => [layer.id, layer]));
  const shapesInto = (layer: Layer) =>
    layer.inputs.map(({ layer: id, port }): Shape => layers.get(id)?.outputs[port] ?? []);
  const entries = summedLayers(analysis);
  if (kind === 'layers') {
    return entries.map((entry) => ({
      ...figuresOf([entry], entry),
      id: entry.layer.id,
      name: entry.layer.id,
      operation: operationTitle(entry.layer),
      layers: [entry.layer],
      inputs: shapesInto(entry.layer),
    }));
  }
  const blocks = outermostBlocks(network);
  return runsOf(entries, (layer) => keyOf(layer, blocks)).map(
    ({ key, entries: [first, ...rest] }) => {
      const members = [first, ...rest].map(({ layer }) => layer);
      return {
        ...figuresOf([first, ...rest], rest.at(-1) ?? first),
        id: first.layer.id,
        name: key.group ? blockName(key.group, members, blocks) : first.layer.id,
        operation:
          key.group && members.length > 1
            ? `${members.length} layers`
            : members.map(operationTitle).join(', '),
        layers: members,
        inputs: shapesInto(first.layer),
      };
    },
  );
}

/** Sums of several layers; shape and receptive field are those of the last. */
function figuresOf(entries: readonly LayerAnalysis[], { shape, field }: LayerAnalysis) {
  return {
    shape,
    params: sum(entries.map(({ params }) => params)),
    buffers: sum(entries.map(({ buffers }) => buffers)),
    macs: sum(entries.map(({ macs }) => macs)),
    work: totalWork(...entries.map(({ work }) => work)),
    activations: sum(entries.map(({ activations }) => activations)),
    ...(field && { field }),
  };
}

/**
 * Names an operation for people.
 *
 * @param layer A layer.
 * @returns Its title, such as `Max pooling`; the name of one that the description names itself.
 */
function operationTitle(layer: Layer): string {
  const { name } = layer.attributes;
  if (typeof name === 'string') return name;
  return findOperation(layer.op)?.title ?? layer.op;
}

/** The outermost blocks of a network. */
interface Blocks {
  /** The block around each group. */
  readonly tops: ReadonlyMap<string, Group>;
  /** How many there are of each name. */
  readonly named: ReadonlyMap<string, number>;
}

/** A branch is no block: what stands in it by itself has no name to speak of. */
function outermostBlocks(network: Network): Blocks {
  const tops = new Map<string, Group>();
  const named = new Map<string, number>();
  for (const group of network.groups) {
    const around = group.parent === undefined ? undefined : tops.get(group.parent);
    const top = around && around.kind !== 'branch' ? around : group;
    tops.set(group.id, top);
    if (top === group) named.set(group.name, (named.get(group.name) ?? 0) + 1);
  }
  return { tops, named };
}

function keyOf(layer: Layer, { tops }: Blocks): Key {
  const group = layer.group === undefined ? undefined : tops.get(layer.group);
  if (!group || group.kind === 'branch') return { id: `unit ${layer.unit}` };
  return { id: group.repeat ? `repeat ${group.repeat.key}` : `group ${group.id}`, group };
}

function blockName(group: Group, members: readonly Layer[], blocks: Blocks): string {
  const copies = new Set(members.map((layer) => blocks.tops.get(layer.group ?? '')?.id)).size;
  if (copies > 1) return `${group.name} ×${copies}`;
  return (blocks.named.get(group.name) ?? 0) > 1 ? group.id : group.name;
}

type NonEmpty<T> = [T, ...T[]];

/** Parts a list where the key changes. */
function runsOf(entries: readonly LayerAnalysis[], keyOfLayer: (layer: Layer) => Key) {
  const runs: { readonly key: Key; readonly entries: NonEmpty<LayerAnalysis> }[] = [];
  for (const entry of entries) {
    const key = keyOfLayer(entry.layer);
    const last = runs.at(-1);
    if (last?.key.id === key.id) last.entries.push(entry);
    else runs.push({ key, entries: [entry] });
  }
  return runs;
}
