/** Moves items within their layers until few connections cross. */
import type { Links } from './links.js';
import { crossings, type Ordering, place } from './ordering.js';

/** Sweeps up and down at most, and items in layers that are looked at in all of them. */
const mostSweeps = 24;
const mostLooks = 1_000_000;
/** Sweeps without any gain after which it is enough. */
const patience = 6;
/** Items in layers up to which neighbours are tried the other way round. */
const mostSwapped = 8_000;
/** How much the place of a lane in the next layer counts, against that of a connection. */
const laneWeight = 3;

/**
 * Improves an order: sweeps down and up put each item in the middle of those it
 * is joined with (Sugiyama, Tagawa, Toda, 1981), then neighbours change places
 * where that crosses less. The best order that was met is kept.
 *
 * @param ordering The order to begin with; it is changed.
 * @param count How many items there are.
 * @returns How bad the crossings are that are left.
 */
export function uncross(ordering: Ordering, count: number): number {
  const { layers } = ordering;
  const size = layers.reduce((sum, layer) => sum + layer.length, 0);
  const sweeps = Math.min(mostSweeps, Math.max(2, Math.floor(mostLooks / Math.max(size, 1))));
  let best = crossings(ordering, count);
  let kept = layers.map((layer) => layer.slice());
  let since = 0;
  for (let sweep = 0; sweep < sweeps && best > 0 && since < patience; sweep++) {
    runThrough(ordering, count, sweep % 2 === 0);
    if (size <= mostSwapped) swapNeighbours(ordering, count);
    const found = crossings(ordering, count);
    since++;
    if (found >= best) continue;
    best = found;
    kept = layers.map((layer) => layer.slice());
    since = 0;
  }
  kept.forEach((layer, index) => {
    layers[index] = layer;
  });
  return best;
}

/** Sorts each layer by where the items before it, or after it, are on average. */
function runThrough({ layers, links, ends }: Ordering, count: number, down: boolean): void {
  const at = new Float64Array(count);
  const sums = new Float64Array(count);
  const weights = new Float64Array(count);
  const last = layers.length - 1;
  for (let step = 1; step <= last; step++) {
    const layer = down ? step : last - step;
    const fixed = layers[down ? layer - 1 : layer + 1] as Int32Array;
    const moved = layers[layer] as Int32Array;
    const between = links[down ? layer - 1 : layer] as Links;
    const { upper, lower } = between;
    const [from, to] = down ? [upper, lower] : [lower, upper];
    const end = down ? between.upperEnd : between.lowerEnd;
    // Of fixed ends each has its share of the place of its item.
    const part = 1 / (ends * Math.max(fixed.length - 1, 1));
    const share = (index: number, length: number) => (length > 1 ? index / (length - 1) : 0.5);
    fixed.forEach((item, index) => {
      at[item] = share(index, fixed.length);
    });
    for (const item of moved) {
      sums[item] = 0;
      weights[item] = 0;
    }
    for (let link = 0; link < from.length; link++) {
      const [source, target] = [from[link] as number, to[link] as number];
      const weight = source === target ? laneWeight : 1;
      sums[target] =
        (sums[target] as number) + weight * ((at[source] as number) + part * (end[link] as number));
      weights[target] = (weights[target] as number) + weight;
    }
    // What is joined with nothing stays where it is.
    moved.forEach((item, index) => {
      const weight = weights[item] as number;
      at[item] = weight > 0 ? (sums[item] as number) / weight : share(index, moved.length);
    });
    moved.sort((a, b) => (at[a] as number) - (at[b] as number));
  }
}

/** Places of what an item is joined with, and how bad it is to cross the connection to each. */
interface Neighbour {
  readonly place: number;
  readonly weight: number;
}

/** Changes the places of neighbours as long as that crosses less. */
function swapNeighbours(ordering: Ordering, count: number): void {
  const position = new Int32Array(count);
  for (let round = 0; round < 4; round++) {
    let improved = false;
    for (let layer = 0; layer < ordering.layers.length; layer++) {
      const items = ordering.layers[layer] as Int32Array;
      const ups = neighbours(ordering, layer, -1, position);
      const downs = neighbours(ordering, layer, 1, position);
      for (let index = 0; index + 1 < items.length; index++) {
        const [a, b] = [items[index] as number, items[index + 1] as number];
        if (gain(ups.get(a), ups.get(b)) + gain(downs.get(a), downs.get(b)) < 1e-9) continue;
        items[index] = b;
        items[index + 1] = a;
        improved = true;
      }
    }
    if (!improved) return;
  }
}

/** How much less two items cross when they change places, seen from one side. */
function gain(
  first: readonly Neighbour[] | undefined,
  second: readonly Neighbour[] | undefined,
): number {
  let sum = 0;
  for (const a of first ?? []) {
    for (const b of second ?? []) sum += Math.sign(a.place - b.place) * a.weight * b.weight;
  }
  return sum;
}

/** For each item of a layer what it is joined with in the layer before or after. */
function neighbours(
  { layers, links, ends }: Ordering,
  layer: number,
  step: -1 | 1,
  position: Int32Array,
): Map<number, Neighbour[]> {
  const found = new Map<number, Neighbour[]>();
  const other = layers[layer + step];
  const between = links[step < 0 ? layer - 1 : layer];
  if (!other || !between) return found;
  place(other, position);
  const { upper, lower, weight, upperEnd, lowerEnd } = between;
  const [own, theirs] = step < 0 ? [lower, upper] : [upper, lower];
  const end = step < 0 ? upperEnd : lowerEnd;
  own.forEach((item, link) => {
    const joined = {
      place: (position[theirs[link] as number] as number) + (end[link] as number) / ends,
      weight: weight[link] as number,
    };
    const known = found.get(item);
    if (known) known.push(joined);
    else found.set(item, [joined]);
  });
  return found;
}
