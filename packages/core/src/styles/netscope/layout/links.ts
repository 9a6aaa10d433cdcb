/** What joins each layer of a weave with the next. */
import { greatest } from './extremes.js';
import type { Vertex, Wire } from './flow.js';
import type { Layers } from './layers.js';
import { bottomWire, topWire } from './outputs.js';
import type { Weave } from './weave.js';

/** What joins a layer with the next. */
export interface Links {
  /** Items in the layer, and those in the next that they are joined with. */
  readonly upper: Int32Array;
  readonly lower: Int32Array;
  /** Which of the fixed ends of those items each link has, from side to side; 0 where ends are free. */
  readonly upperEnd: Int32Array;
  readonly lowerEnd: Int32Array;
  /** The item that goes from the one to the other: itself, or the strand that joins them. */
  readonly item: Int32Array;
  /** How bad it is to cross each. */
  readonly weight: Float64Array;
}

/** The links of all layers. */
export interface AllLinks {
  /** Between each layer and the next. */
  readonly links: readonly Links[];
  /** The most fixed ends on a side of an item. */
  readonly ends: number;
}

/** How bad it is to cross a box, the longest way, a lane between its ends, and anything else. */
export const boxWeight = 50;
const [trunkWeight, laneWeight, usualWeight] = [4, 1.25, 1];

/**
 * Lists what joins each layer with the next.
 *
 * @param weave The items.
 * @param layers Their layers.
 * @returns The links.
 */
export function linksOf(weave: Weave, layers: Layers): AllLinks {
  const found = Array.from({ length: Math.max(layers.count - 1, 0) }, () => new LinkList());
  const { vertices, strands, count, top, bottom } = weave;
  const exits = vertices.map(({ outWires }) => placesOf(outWires, ({ exit }) => exit));
  const entries = vertices.map(({ inWires }) => placesOf(inWires, ({ entry }) => entry));
  for (let item = 0; item < count; item++) {
    const [first, last] = [layers.first[item] as number, layers.last[item] as number];
    const strand = strands[item - vertices.length];
    const isTrunk = strand?.mainOut && strand.mainIn;
    for (let layer = first; layer < last; layer++) {
      const weight = isTrunk ? trunkWeight : laneWeight;
      const own = passesBox(layers, item, layer) ? boxWeight : weight;
      found[layer]?.add(item, item, item, own, 0, 0);
    }
    if (!strand) continue;
    const weight = isTrunk ? trunkWeight : usualWeight;
    const [start, end] = [top[item] as number, bottom[item] as number];
    const exit = exits[start]?.size ? exits[start].get(topWire(strand)?.exit) : 0;
    const entry = entries[end]?.size ? entries[end].get(bottomWire(strand)?.entry) : 0;
    if (last < first) {
      if (start >= 0 && end >= 0) found[last]?.add(start, end, item, weight, exit ?? 0, entry ?? 0);
      continue;
    }
    if (start >= 0) found[first - 1]?.add(start, item, item, weight, exit ?? 0, 0);
    if (end >= 0) found[last]?.add(item, end, item, weight, 0, entry ?? 0);
  }
  const most = greatest(
    [...exits, ...entries].map(({ size }) => size),
    1,
  );
  return { links: found.map((list) => list.links()), ends: most };
}

/** Fixed ends of a vertex by their places from side to side. */
function placesOf(
  wires: readonly Wire[],
  endOf: (wire: Wire) => Vertex | undefined,
): ReadonlyMap<Vertex | undefined, number> {
  const ends = new Set<Vertex>();
  for (const wire of wires) {
    const end = endOf(wire);
    if (end) ends.add(end);
  }
  if (ends.size < 2) return new Map();
  return new Map([...ends].sort((a, b) => a.x - b.x).map((end, place) => [end, place]));
}

/** Links while they are collected. */
class LinkList {
  readonly #columns: number[][] = [[], [], [], [], [], []];

  add(...values: [number, number, number, number, number, number]): void {
    values.forEach((value, column) => {
      this.#columns[column]?.push(value);
    });
  }

  links(): Links {
    const [upper, lower, item, weight, upperEnd, lowerEnd] = this.#columns as [
      ...[number[], number[], number[], number[], number[], number[]],
    ];
    return {
      upper: Int32Array.from(upper),
      lower: Int32Array.from(lower),
      item: Int32Array.from(item),
      weight: Float64Array.from(weight),
      upperEnd: Int32Array.from(upperEnd),
      lowerEnd: Int32Array.from(lowerEnd),
    };
  }
}

/**
 * Whether an item has a box that goes from one layer on into the next.
 *
 * @param layers The layers.
 * @param item The item.
 * @param layer The first of the two.
 * @returns Whether it has.
 */
export const passesBox = (layers: Layers, item: number, layer: number): boolean =>
  (layers.bodyFirst[item] as number) <= layer && (layers.bodyLast[item] as number) > layer;
