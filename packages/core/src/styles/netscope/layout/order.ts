/** Orders items within layers, so that few connections cross. */
import type { Layers } from './layers.js';
import { above, type Weave } from './weave.js';

/** Items layer by layer, and what joins each layer with the next. */
export interface Ordering {
  /** Items of each layer, from side to side. */
  readonly layers: Int32Array[];
  /** For each layer, the items in it and in the next that are joined, two by two. */
  readonly links: readonly Int32Array[];
}

/** Crossing a box counts as this many crossings. */
const throughBox = 50;
/** Sweeps up and down at most, and items in layers that are looked at in all of them. */
const mostSweeps = 24;
const mostLooks = 1_500_000;
/** Items in layers up to which neighbours are tried the other way round. */
const mostSwapped = 20_000;

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
  return { layers: filled, links: linksOf(weave, layers) };
}

function linksOf(weave: Weave, layers: Layers): Int32Array[] {
  const links: number[][] = Array.from({ length: Math.max(layers.count - 1, 0) }, () => []);
  const { vertices, count, top, bottom } = weave;
  for (let item = 0; item < count; item++) {
    const [first, last] = [layers.first[item] as number, layers.last[item] as number];
    for (let layer = first; layer < last; layer++) links[layer]?.push(item, item);
    if (item < vertices.length) continue;
    const [start, end] = [top[item] as number, bottom[item] as number];
    if (last < first) {
      if (start >= 0 && end >= 0) links[last]?.push(start, end);
      continue;
    }
    if (start >= 0) links[first - 1]?.push(start, item);
    if (end >= 0) links[last]?.push(item, end);
  }
  return links.map((pairs) => Int32Array.from(pairs));
}

/** Crossings of an order; what crosses a box counts for many. */
export function crossings(weave: Weave, layers: Layers, ordering: Ordering): number {
  const at = new Int32Array(weave.count);
  const next = new Int32Array(weave.count);
  let sum = 0;
  ordering.links.forEach((links, layer) => {
    place(ordering.layers[layer] as Int32Array, at);
    place(ordering.layers[layer + 1] as Int32Array, next);
    sum += crossingsBetween(links, at, next, (item) => passesBox(layers, item, layer));
  });
  return sum;
}

function place(items: Int32Array, at: Int32Array): void {
  for (let index = 0; index < items.length; index++) at[items[index] as number] = index;
}

/** Whether an item has a box from one layer on into the next. */
const passesBox = (layers: Layers, item: number, layer: number): boolean =>
  (layers.bodyFirst[item] as number) <= layer && (layers.bodyLast[item] as number) > layer;

/** Counts pairs of links in different order at both ends, with a tree of sums. */
function crossingsBetween(
  links: Int32Array,
  at: Int32Array,
  next: Int32Array,
  isHeavy: (item: number) => boolean,
): number {
  const count = links.length / 2;
  if (count < 2) return 0;
  const order = new Int32Array(count);
  let width = 0;
  for (let link = 0; link < count; link++) {
    order[link] = link;
    width = Math.max(width, (next[links[2 * link + 1] as number] as number) + 1);
  }
  const start = (link: number) => at[links[2 * link] as number] as number;
  const end = (link: number) => next[links[2 * link + 1] as number] as number;
  order.sort((a, b) => start(a) - start(b) || end(a) - end(b));
  const tree = new Float64Array(width + 1);
  let total = 0;
  let sum = 0;
  for (const link of order) {
    const item = links[2 * link] as number;
    const weight = item === links[2 * link + 1] && isHeavy(item) ? throughBox : 1;
    const position = end(link) + 1;
    let before = 0;
    for (let node = position; node > 0; node -= node & -node) before += tree[node] as number;
    sum += weight * (total - before);
    total += weight;
    for (let node = position; node <= width; node += node & -node) {
      tree[node] = (tree[node] as number) + weight;
    }
  }
  return sum;
}

/** Whether a connection goes across a box that reaches from one layer into the next. */
export function crossesBox(weave: Weave, layers: Layers, ordering: Ordering): boolean {
  const at = new Int32Array(weave.count);
  const next = new Int32Array(weave.count);
  return ordering.links.some((links, layer) => {
    place(ordering.layers[layer] as Int32Array, at);
    place(ordering.layers[layer + 1] as Int32Array, next);
    const weigh = (heavy: number) =>
      crossingsBetween(links, at, next, (item) => heavy > 1 && passesBox(layers, item, layer));
    return weigh(throughBox) > weigh(1);
  });
}

/**
 * Improves an order: sweeps down and up put each item in the middle of those it
 * is joined with (Sugiyama, Tagawa, Toda, 1981), then neighbours change places
 * where that crosses less. The best order that was met is kept.
 *
 * @param weave The items.
 * @param layers Their layers.
 * @param start The order to begin with; it is changed.
 * @returns How many crossings are left.
 */
export function uncross(weave: Weave, layers: Layers, start: Ordering): number {
  const { links } = start;
  const size = start.layers.reduce((sum, layer) => sum + layer.length, 0);
  const sweeps = Math.min(mostSweeps, Math.max(2, Math.floor(mostLooks / Math.max(size, 1))));
  let best = crossings(weave, layers, start);
  let kept = start.layers.map((layer) => layer.slice());
  const sums = new Float64Array(weave.count);
  const weights = new Float64Array(weave.count);
  const at = new Float64Array(weave.count);
  let since = 0;
  for (let sweep = 0; sweep < sweeps && best > 0 && since < 6; sweep++) {
    const down = sweep % 2 === 0;
    const last = start.layers.length - 1;
    for (let step = 1; step <= last; step++) {
      const layer = down ? step : last - step;
      const fixed = start.layers[down ? layer - 1 : layer + 1] as Int32Array;
      const moved = start.layers[layer] as Int32Array;
      fixed.forEach((item, index) => {
        at[item] = fixed.length > 1 ? index / (fixed.length - 1) : 0.5;
      });
      for (const item of moved) {
        sums[item] = 0;
        weights[item] = 0;
      }
      const pairs = links[down ? layer - 1 : layer] as Int32Array;
      // What is in both layers is measured where it was, before its own place is written over.
      for (let link = 0; link < pairs.length; link += 2) {
        const [upper, lower] = [pairs[link] as number, pairs[link + 1] as number];
        const [from, to] = down ? [upper, lower] : [lower, upper];
        const weight = from === to ? 3 : 1;
        sums[to] = (sums[to] as number) + weight * (at[from] as number);
        weights[to] = (weights[to] as number) + weight;
      }
      const middle = new Map<number, number>();
      moved.forEach((item, index) => {
        const weight = weights[item] as number;
        const own = moved.length > 1 ? index / (moved.length - 1) : 0.5;
        middle.set(item, weight > 0 ? (sums[item] as number) / weight : own);
      });
      moved.sort((a, b) => (middle.get(a) as number) - (middle.get(b) as number));
    }
    if (size <= mostSwapped) swapNeighbours(weave, layers, start);
    const found = crossings(weave, layers, start);
    if (found < best) {
      best = found;
      kept = start.layers.map((layer) => layer.slice());
      since = 0;
    } else {
      since++;
    }
  }
  kept.forEach((layer, index) => {
    start.layers[index] = layer;
  });
  return best;
}

/** Changes the places of neighbours as long as that crosses less. */
function swapNeighbours(weave: Weave, layers: Layers, ordering: Ordering): void {
  const position = new Int32Array(weave.count);
  for (let round = 0; round < 4; round++) {
    let improved = false;
    for (let layer = 0; layer < ordering.layers.length; layer++) {
      const items = ordering.layers[layer] as Int32Array;
      const ups = neighbours(ordering, layer, -1, position);
      const downs = neighbours(ordering, layer, 1, position);
      for (let index = 0; index + 1 < items.length; index++) {
        const [a, b] = [items[index] as number, items[index + 1] as number];
        const heavy = (item: number, step: number) =>
          passesBox(layers, item, step < 0 ? layer - 1 : layer) ? throughBox : 1;
        const gain =
          inversions(ups.get(a), ups.get(b)) * heavy(a, -1) * heavy(b, -1) +
          inversions(downs.get(a), downs.get(b)) * heavy(a, 1) * heavy(b, 1);
        if (gain <= 0) continue;
        items[index] = b;
        items[index + 1] = a;
        improved = true;
      }
    }
    if (!improved) return;
  }
}

/** How many crossings two items lose when they change places, seen from one side. */
function inversions(first: readonly number[] | undefined, second: readonly number[] | undefined) {
  let gain = 0;
  for (const a of first ?? []) {
    for (const b of second ?? []) {
      if (a > b) gain++;
      else if (a < b) gain--;
    }
  }
  return gain;
}

/** For each item of a layer the places of those that it is joined with in the layer before or after. */
function neighbours(
  { layers, links }: Ordering,
  layer: number,
  step: -1 | 1,
  position: Int32Array,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const other = layers[layer + step];
  const pairs = links[step < 0 ? layer - 1 : layer];
  if (!other || !pairs) return found;
  place(other, position);
  for (let link = 0; link < pairs.length; link += 2) {
    const [upper, lower] = [pairs[link] as number, pairs[link + 1] as number];
    const [own, theirs] = step < 0 ? [lower, upper] : [upper, lower];
    const at = position[theirs] as number;
    const places = found.get(own);
    if (places) places.push(at);
    else found.set(own, [at]);
  }
  return found;
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
