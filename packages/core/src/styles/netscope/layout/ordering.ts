/** Items in layers from side to side, and how much their connections cross. */

import { greatest } from './extremes.js';
import type { Vertex, Wire } from './flow.js';
import type { Layers } from './layers.js';
import { bottomWire, topWire } from './outputs.js';
import { above, type Weave } from './weave.js';

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

/** Items layer by layer, and what joins each layer with the next. */
export interface Ordering {
  /** Items of each layer, from side to side. */
  readonly layers: Int32Array[];
  readonly links: readonly Links[];
  /** The most fixed ends on a side of an item. */
  readonly ends: number;
}

/** How bad it is to cross a box, the longest way, a lane between its ends, and anything else. */
const [boxWeight, trunkWeight, laneWeight, usualWeight] = [50, 4, 1.25, 1];

/**
 * Orders by given numbers.
 *
 * @param weave The items.
 * @param layers Their layers.
 * @param numbers A number for each item.
 * @returns The order.
 */
export function orderBy(weave: Weave, layers: Layers, numbers: Float64Array): Ordering {
  const counts = new Int32Array(layers.count);
  for (let item = 0; item < weave.count; item++) {
    const last = layers.last[item] as number;
    for (let layer = layers.first[item] as number; layer <= last; layer++) {
      counts[layer] = (counts[layer] as number) + 1;
    }
  }
  const filled = Array.from(counts, (count) => new Int32Array(count));
  const at = new Int32Array(layers.count);
  const sorted = Array.from({ length: weave.count }, (_, item) => item);
  sorted.sort((a, b) => (numbers[a] as number) - (numbers[b] as number) || a - b);
  for (const item of sorted) {
    const last = layers.last[item] as number;
    for (let layer = layers.first[item] as number; layer <= last; layer++) {
      const index = at[layer] as number;
      (filled[layer] as Int32Array)[index] = item;
      at[layer] = index + 1;
    }
  }
  return { layers: filled, ...linksOf(weave, layers) };
}

function linksOf(weave: Weave, layers: Layers): Pick<Ordering, 'links' | 'ends'> {
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

/**
 * Adds up how bad the crossings of an order are.
 *
 * @param ordering The order.
 * @param count How many items there are.
 * @returns 0 where nothing crosses.
 */
export function crossings({ layers, links, ends }: Ordering, count: number): number {
  const at = new Int32Array(count);
  const next = new Int32Array(count);
  const scratch = scratchFor(links, count * ends);
  let sum = 0;
  links.forEach((between, layer) => {
    if (between.upper.length < 2) return;
    place(layers[layer] as Int32Array, at);
    place(layers[layer + 1] as Int32Array, next);
    sum += crossingsBetween(between, at, next, ends, scratch);
  });
  return sum;
}

/**
 * Whether an order makes connections cross boxes, which cannot be drawn.
 *
 * @param ordering The order.
 * @param count How many items there are.
 * @returns Whether it does.
 */
export function crossesBox({ layers, links, ends }: Ordering, count: number): boolean {
  const at = new Int32Array(count);
  const next = new Int32Array(count);
  const scratch = scratchFor(links, count * ends);
  return links.some((between, layer) => {
    if (!between.weight.includes(boxWeight)) return false;
    place(layers[layer] as Int32Array, at);
    place(layers[layer + 1] as Int32Array, next);
    const weigh = (box: number) => {
      const weight = between.weight.map((own) => (own === boxWeight ? box : 1));
      return crossingsBetween({ ...between, weight }, at, next, ends, scratch);
    };
    return weigh(2) > weigh(1);
  });
}

/**
 * Notes the places of items in their layer.
 *
 * @param items The layer.
 * @param at Where the place of each item is noted.
 */
export function place(items: Int32Array, at: Int32Array): void {
  for (let index = 0; index < items.length; index++) at[items[index] as number] = index;
}

/** Room that counting needs, kept from layer to layer. */
interface Scratch {
  readonly order: Int32Array;
  readonly offsets: Int32Array;
  readonly tree: Float64Array;
}

function scratchFor(links: readonly Links[], count: number): Scratch {
  const most = links.reduce((longest, { upper }) => Math.max(longest, upper.length), 0);
  return {
    order: new Int32Array(most),
    offsets: new Int32Array(count + 2),
    tree: new Float64Array(count + 2),
  };
}

/** Weighs pairs of links in different order at both ends, with a tree of sums. */
function crossingsBetween(
  { upper, lower, weight, upperEnd, lowerEnd }: Links,
  at: Int32Array,
  next: Int32Array,
  ends: number,
  { order, offsets, tree }: Scratch,
): number {
  const count = upper.length;
  const start = (link: number) =>
    (at[upper[link] as number] as number) * ends + (upperEnd[link] as number);
  const end = (link: number) =>
    (next[lower[link] as number] as number) * ends + (lowerEnd[link] as number);
  // Links by their upper ends; the few that share one, by their lower ends.
  let width = 0;
  let starts = 0;
  for (let link = 0; link < count; link++) {
    starts = Math.max(starts, start(link) + 1);
    width = Math.max(width, end(link) + 1);
  }
  offsets.fill(0, 0, starts + 1);
  for (let link = 0; link < count; link++) {
    offsets[start(link) + 1] = (offsets[start(link) + 1] as number) + 1;
  }
  for (let place = 1; place <= starts; place++) {
    offsets[place] = (offsets[place] as number) + (offsets[place - 1] as number);
  }
  for (let link = 0; link < count; link++) {
    const place = offsets[start(link)] as number;
    offsets[start(link)] = place + 1;
    order[place] = link;
  }
  for (let index = 1; index < count; index++) {
    const link = order[index] as number;
    let before = index - 1;
    for (; before >= 0; before--) {
      const other = order[before] as number;
      if (start(other) !== start(link) || end(other) <= end(link)) break;
      order[before + 1] = other;
    }
    order[before + 1] = link;
  }
  tree.fill(0, 0, width + 1);
  let total = 0;
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const link = order[index] as number;
    const own = weight[link] as number;
    const position = end(link) + 1;
    let before = 0;
    for (let node = position; node > 0; node -= node & -node) before += tree[node] as number;
    sum += own * Math.max(total - before, 0);
    total += own;
    for (let node = position; node <= width; node += node & -node) {
      tree[node] = (tree[node] as number) + own;
    }
  }
  return sum;
}

/**
 * Numbers to begin with where crossings cannot be avoided: the trunk first, and
 * what passes longer further out.
 *
 * @param weave The items.
 * @param layers Their layers.
 * @returns A number for each item.
 */
export function numbersAsWritten(weave: Weave, layers: Layers): Float64Array {
  const { vertices, strands, count, top } = weave;
  const numbers = new Float64Array(count);
  for (let item = vertices.length; item < count; item++) {
    const strand = strands[item - vertices.length];
    const span = (layers.last[item] as number) - (layers.first[item] as number);
    const trunk = strand?.mainOut && top[item] !== above;
    const bare = strand?.kind === 'bare';
    numbers[item] = trunk ? 0 : (bare ? layers.count : 0) + span + 1;
  }
  return numbers;
}
