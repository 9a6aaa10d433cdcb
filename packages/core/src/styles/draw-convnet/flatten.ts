/** Stacks for what flattens maps: a chain has none for it, as it computes nothing. */
import type { Layer, Network } from '../../network/network.js';
import type { Chain, Column } from '../chain.js';

/**
 * Adds a stack of units wherever maps are flattened.
 *
 * @param chain The chain of a network.
 * @param network The network.
 * @returns The chain with these stacks in their places.
 */
export function withFlattened(chain: Chain, network: Network): Chain {
  const layers = new Map(network.layers.map((layer) => [layer.id, layer]));
  const columnOf = new Map<string, number>();
  chain.columns.forEach(({ labelled }, index) => {
    for (const { id } of labelled.layers) columnOf.set(id, index);
  });
  /** The stack that a layer belongs to, or that it stands on where it has none. */
  const sourceOf = (layer: Layer): number | undefined => {
    const [input] = layer.inputs;
    const before = input && layers.get(input.layer);
    return columnOf.get(layer.id) ?? (before && sourceOf(before));
  };
  const flattened = new Map<number, Layer>();
  for (const layer of network.layers) {
    if (layer.op !== 'flatten' || layer.shape.length !== 2) continue;
    const source = sourceOf(layer);
    const column = source === undefined ? undefined : chain.columns[source];
    if (source === undefined || !column || column.id === layer.id) continue;
    // A block keeps what is within it, and one position is a vector already.
    const { reading, block } = column.labelled;
    if (block === undefined && reading !== 'vector') flattened.set(source, layer);
  }
  if (flattened.size === 0) return chain;
  const moved = (index: number) =>
    index + [...flattened.keys()].filter((source) => source < index).length;
  return {
    columns: chain.columns.flatMap((column, index) => {
      const layer = flattened.get(index);
      return layer ? split(column, layer) : [column];
    }),
    skips: chain.skips.map(({ from, to }) => ({ from: moved(from), to: moved(to) })),
  };
}

/** A stack before it is flattened, and after it: what follows on the line is done to the vector. */
function split(column: Column, layer: Layer): Column[] {
  const { labelled } = column;
  const at = labelled.attached.findIndex(({ id }) => id === layer.id);
  const before = at < 0 ? labelled.attached : labelled.attached.slice(0, at);
  const after = at < 0 ? [] : labelled.attached.slice(at + 1);
  const moved = new Set([layer, ...after].map(({ id }) => id));
  const vector: Column = {
    id: layer.id,
    category: 'reshape',
    labelled: {
      layer,
      attached: after,
      layers: [layer, ...after],
      shape: layer.shape,
      reading: 'vector',
    },
  };
  const layers = labelled.layers.filter(({ id }) => !moved.has(id));
  return [{ ...column, labelled: { ...labelled, attached: before, layers } }, vector];
}
