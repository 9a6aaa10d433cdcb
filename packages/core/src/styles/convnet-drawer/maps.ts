/** A chain as convnet-drawer sees it: feature maps, and the layers between them. */
import { isAttachable } from '../../network/coalesce.js';
import type { Layer, Network } from '../../network/network.js';
import type { Category } from '../../ops/operation.js';
import { type Chain, type Column, findChain, type Skip } from '../chain.js';
import { type Extent, extentOf } from '../extent.js';
import { type Labelled, readShape } from '../labels.js';

/** A map or a vector. */
export interface FeatureMap {
  /** Id of the layer, or of the block, that makes it. */
  readonly id: string;
  /** What it is; a flatten in the stage of its layer is a map of its own. */
  readonly labelled: Labelled;
  readonly category: Category;
  /** Heights and widths in positions; a sequence, or a map with one axis, is 1 wide. */
  readonly extent: Extent;
}

/** How a layer is shown: a kernel with two lines, two dashed lines, an arrow, or by its text alone. */
export type TieKind = 'kernel' | 'dense' | 'arrow' | 'text';

/** The layer from one map to the next. */
export interface Tie {
  readonly kind: TieKind;
  /** Height and width of its kernel in positions. */
  readonly kernel?: readonly [number, number];
  /** Padding layers before it, whose maps are left out. */
  readonly paddings: readonly Layer[];
}

/** All that a figure shows. */
export interface Maps {
  readonly maps: readonly FeatureMap[];
  /** From each map to the next, one fewer than maps. */
  readonly ties: readonly Tie[];
  readonly skips: readonly Skip[];
}

/** More maps in a chain than a reader follows. */
const mostMaps = 60;

/**
 * Finds the maps of a network.
 *
 * @param network The network.
 * @param folding Whether blocks stand as one map.
 * @returns The maps, or a sentence that says why they cannot be shown.
 */
export function findMaps(
  network: Network,
  folding: 'auto' | 'always' | 'never' = 'auto',
): Maps | string {
  const chain = findChain(network, folding);
  if (typeof chain === 'string') return chain;
  const found = mapsOf(withFollowers(chain, network));
  const count = found.maps.length;
  return count > mostMaps
    ? `It shows at most ${mostMaps} maps, but this network has ${count}`
    : found;
}

/**
 * Gives each column what follows on it: a chain leaves out what stands alone and
 * only rescales or flattens, such as a flatten after a repeated layer.
 */
function withFollowers({ columns, skips }: Chain, network: Network): Chain {
  const byId = new Map(network.layers.map((layer) => [layer.id, layer]));
  const last = byId.get(network.outputs[0]?.layer ?? '');
  return {
    skips,
    columns: columns.map((column, index): Column => {
      const { labelled } = column;
      const own = new Set(labelled.layers.map(({ id }) => id));
      const next = columns[index + 1]?.labelled.layers[0];
      const followers: Layer[] = [];
      let at = next ? byId.get(next.inputs[0]?.layer ?? '') : last;
      while (at && !own.has(at.id) && isAttachable(at)) {
        followers.unshift(at);
        at = byId.get(at.inputs[0]?.layer ?? '');
      }
      const attached = labelled.attached;
      // What is inside of a block is not told of it.
      const within = labelled.block === undefined ? 0 : attached.findIndex(isFlatten);
      return {
        ...column,
        labelled: {
          ...labelled,
          attached: [...(within < 0 ? [] : attached.slice(within)), ...followers],
          layers: [...labelled.layers, ...followers],
        },
      };
    }),
  };
}

const isFlatten = ({ op }: Layer): boolean => op === 'flatten';

function mapsOf({ columns, skips }: Chain): Maps {
  const ends = new Set(skips.flatMap(({ from, to }) => [from, to]));
  const maps: FeatureMap[] = [];
  const ties: Tie[] = [];
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  let paddings: Layer[] = [];
  columns.forEach((column, index) => {
    const inside = index > 0 && index < columns.length - 1 && !ends.has(index);
    if (inside && isPadding(column)) {
      paddings.push(column.labelled.layer, ...column.labelled.attached);
      return;
    }
    const before = maps.at(-1);
    const own = split(column, before);
    first.set(index, maps.length);
    own.forEach((map, part) => {
      const source = part === 0 ? before : own[0];
      if (source) ties.push(part === 0 ? tieOf(source, map, column, paddings) : flattening);
      maps.push(map);
    });
    last.set(index, maps.length - 1);
    paddings = [];
  });
  return {
    maps,
    ties,
    skips: skips.map(({ from, to }) => ({ from: last.get(from) ?? 0, to: first.get(to) ?? 0 })),
  };
}

const flattening: Tie = { kind: 'text', paddings: [] };

function isPadding({ labelled: { layer, block } }: Column): boolean {
  return layer.op === 'pad' && block === undefined;
}

/** A column as one map, or as a map and the vector that it is flattened to. */
function split({ id, category, kernel, labelled }: Column, before?: FeatureMap): FeatureMap[] {
  // A convolution to a single position makes a map of that size, unless it reads a vector.
  const spatial =
    labelled.shape.length > 2 && kernel !== undefined && before?.extent.kind !== 'bar';
  const reading = spatial && labelled.reading === 'vector' ? 'map' : labelled.reading;
  const read: Labelled = { ...labelled, reading };
  const extent = standing(read);
  const { attached } = labelled;
  const at = attached.findIndex(isFlatten);
  const flatten = attached[at];
  if (!flatten || extent.kind === 'bar') return [{ id, labelled: read, category, extent }];
  const rest = attached.slice(at);
  const own: Labelled = {
    layer: flatten,
    attached: rest.slice(1),
    layers: rest,
    shape: flatten.shape,
    reading: readShape(flatten.shape, false),
  };
  const taken = new Set(rest);
  return [
    {
      id,
      category,
      extent,
      labelled: {
        ...read,
        attached: attached.slice(0, at),
        layers: labelled.layers.filter((layer) => !taken.has(layer)),
      },
    },
    { id: flatten.id, labelled: own, category: 'reshape', extent: standing(own) },
  ];
}

/** A map with one axis stands upright. */
function standing(labelled: Labelled): Extent {
  const extent = extentOf(labelled);
  const upright = labelled.reading === 'map' && labelled.shape.length === 3;
  return upright ? { ...extent, height: extent.width, width: 1 } : extent;
}

function tieOf(before: FeatureMap, after: FeatureMap, column: Column, paddings: Layer[]): Tie {
  const { labelled, kernel } = column;
  const to = after.extent.kind;
  const plain = labelled.block === undefined;
  if (before.extent.kind === 'bar') {
    // A convolution of a single position joins all with all, as a dense layer does.
    const full = plain && to === 'bar' && (column.category === 'dense' || kernel !== undefined);
    return { kind: full ? 'dense' : 'arrow', paddings };
  }
  if (kernel) {
    const upright = before.labelled.shape.length === 3;
    return { kind: 'kernel', kernel: upright ? [kernel[1], 1] : kernel, paddings };
  }
  const joins = labelled.layer.op === 'flatten' || column.category === 'pooling';
  return { kind: plain && to === 'bar' && joins ? 'text' : 'arrow', paddings };
}
