/** Items in layers from side to side, and how much their connections cross. */

import type { Layers } from './layers.js';
import { type AllLinks, boxWeight, type Links, linksOf } from './links.js';
import { above, type Weave } from './weave.js';

/** Items layer by layer, and what joins each layer with the next. */
export interface Ordering extends AllLinks {
  /** Items of each layer, from side to side. */
  readonly layers: Int32Array[];
}

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
