/** Places the items of layers across: straight ways as straight lines, the others as near to the trunk as they may be. */
import { laneGap } from './flow.js';
import type { Layers } from './layers.js';
import { alignmentsOf, type Lines, linesOf } from './lines.js';
import type { Ordering } from './ordering.js';
import { above, type Weave } from './weave.js';

/** Where an item is in each of its layers. */
export interface Across {
  at(item: number, layer: number): number;
}

/** Lines at a time about which others are placed. */
const mostTrunks = 40;
/** Rounds in which lines are moved towards what they are joined with. */
const rounds = 6;

/** How far an item reaches to one side of its axis in a layer. */
export function reachOf(weave: Weave, layers: Layers, item: number, layer: number, side: -1 | 1) {
  const vertex = weave.vertices[item];
  if (vertex) return side < 0 ? -vertex.before : vertex.after;
  const strand = weave.strands[item - weave.vertices.length];
  if (!strand || strand.kind === 'bare') return 0;
  if (layer < (layers.bodyFirst[item] as number)) {
    return side < 0 ? -strand.topBefore : strand.topAfter;
  }
  if (layer > (layers.bodyLast[item] as number)) {
    return side < 0 ? -strand.bottomBefore : strand.bottomAfter;
  }
  return side < 0 ? -strand.before : strand.after;
}

/**
 * Places items across.
 *
 * @param weave The items.
 * @param layers Their layers.
 * @param ordering Their order in each.
 * @param nodeGap Least gap between boxes.
 * @returns Where they are; nothing where ways of boxes cross.
 */
export function across(
  weave: Weave,
  layers: Layers,
  ordering: Ordering,
  nodeGap: number,
): Across | undefined {
  const aligned = alignmentsOf(weave, layers, ordering);
  if (!aligned) return undefined;
  const lines = linesOf(weave, layers, aligned);
  const constraints = constraintsOf(weave, layers, ordering, lines, nodeGap);
  const places = placeLines(weave, lines, constraints);
  if (!places) return undefined;
  settle(weave, ordering, lines, constraints, places);
  return {
    at: (item, layer) => {
      const piece = lines.pieceAt(item, layer);
      return (places[lines.lineOf[piece] as number] as number) + (lines.offset[piece] as number);
    },
  };
}

/** Pairs of lines, one beside the other, and how far apart they have to be. */
interface Constraints {
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly apart: Float64Array;
  /** Indices of the pairs in which a line is the one before, and the one after, by line. */
  readonly following: readonly (readonly number[])[];
  readonly preceding: readonly (readonly number[])[];
}

function constraintsOf(
  weave: Weave,
  layers: Layers,
  ordering: Ordering,
  lines: Lines,
  nodeGap: number,
): Constraints {
  const best = new Map<number, number>();
  const isBox = (item: number, layer: number) =>
    weave.solid[item] === 1 &&
    layer >= (layers.bodyFirst[item] as number) &&
    layer <= (layers.bodyLast[item] as number);
  ordering.layers.forEach((items, layer) => {
    for (let index = 1; index < items.length; index++) {
      const [a, b] = [items[index - 1] as number, items[index] as number];
      const gap = isBox(a, layer) && isBox(b, layer) ? nodeGap : laneGap;
      const [p, q] = [lines.pieceAt(a, layer), lines.pieceAt(b, layer)];
      const distance =
        reachOf(weave, layers, a, layer, 1) +
        gap +
        reachOf(weave, layers, b, layer, -1) +
        (lines.offset[p] as number) -
        (lines.offset[q] as number);
      const key = (lines.lineOf[p] as number) * lines.count + (lines.lineOf[q] as number);
      const known = best.get(key);
      if (known === undefined || known < distance) best.set(key, distance);
    }
  });
  const before = new Int32Array(best.size);
  const after = new Int32Array(best.size);
  const apart = new Float64Array(best.size);
  const following: number[][] = Array.from({ length: lines.count }, () => []);
  const preceding: number[][] = Array.from({ length: lines.count }, () => []);
  let index = 0;
  for (const [key, distance] of best) {
    before[index] = Math.floor(key / lines.count);
    after[index] = key % lines.count;
    apart[index] = distance;
    following[before[index] as number]?.push(index);
    preceding[after[index] as number]?.push(index);
    index++;
  }
  return { before, after, apart, following, preceding };
}

/** A line, and those that are before and after it in some layer or by others between. */
interface Trunk {
  readonly line: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

function placeLines(
  weave: Weave,
  lines: Lines,
  constraints: Constraints,
): Float64Array | undefined {
  const order = topological(lines.count, constraints);
  if (!order) return undefined;
  const rank = new Int32Array(lines.count);
  order.forEach((line, index) => {
    rank[line] = index;
  });
  const byLength = [...order].sort(
    (a, b) => (lines.length[b] as number) - (lines.length[a] as number) || a - b,
  );
  const main = trunkOf(weave, lines);
  if (main >= 0) byLength.unshift(main);
  const open = new Uint8Array(lines.count).fill(1);
  const trunks: Trunk[] = [];
  for (const line of byLength) {
    if (trunks.length >= mostTrunks) break;
    if (open[line] === 0) continue;
    const { following, preceding, after, before } = constraints;
    const right = reachable(line, open, following, after);
    const left = reachable(line, open, preceding, before);
    const byRank = (a: number, b: number) => (rank[a] as number) - (rank[b] as number);
    trunks.push({ line, before: left.sort(byRank).reverse(), after: right.sort(byRank) });
    open[line] = 0;
    for (const other of left) open[other] = 0;
    for (const other of right) open[other] = 0;
  }
  const places = new Float64Array(lines.count);
  const placed = new Uint8Array(lines.count);
  const pushAfter = (line: number) => {
    let place = Number.NEGATIVE_INFINITY;
    for (const pair of constraints.preceding[line] as number[]) {
      const other = constraints.before[pair] as number;
      if (placed[other] === 0) continue;
      place = Math.max(place, (places[other] as number) + (constraints.apart[pair] as number));
    }
    places[line] = Number.isFinite(place) ? place : 0;
    placed[line] = 1;
  };
  const pushBefore = (line: number) => {
    let place = Number.POSITIVE_INFINITY;
    for (const pair of constraints.following[line] as number[]) {
      const other = constraints.after[pair] as number;
      if (placed[other] === 0) continue;
      place = Math.min(place, (places[other] as number) - (constraints.apart[pair] as number));
    }
    places[line] = Number.isFinite(place) ? place : 0;
    placed[line] = 1;
  };
  // What has nothing to do with any trunk comes first; it has only to keep apart from its own.
  for (const line of order) if (open[line] === 1) pushAfter(line);
  for (const { line, before, after } of trunks.reverse()) {
    placed[line] = 1;
    for (const other of after) pushAfter(other);
    for (const other of before) pushBefore(other);
  }
  return places;
}

/** The line on which what is before all goes on. */
function trunkOf({ vertices, strands, top }: Weave, lines: Lines): number {
  for (let index = 0; index < strands.length; index++) {
    const item = vertices.length + index;
    if (!strands[index]?.mainOut || top[item] !== above) continue;
    return lines.lineOfItem(item);
  }
  return -1;
}

function topological(count: number, { after, following, preceding }: Constraints) {
  const missing = Int32Array.from(preceding, (pairs) => pairs.length);
  const order: number[] = [];
  for (let line = 0; line < count; line++) if (missing[line] === 0) order.push(line);
  for (let index = 0; index < order.length; index++) {
    for (const pair of following[order[index] as number] as number[]) {
      const next = after[pair] as number;
      missing[next] = (missing[next] as number) - 1;
      if (missing[next] === 0) order.push(next);
    }
  }
  return order.length === count ? order : undefined;
}

function reachable(
  start: number,
  open: Uint8Array,
  pairs: readonly (readonly number[])[],
  ends: Int32Array,
): number[] {
  const found = new Set<number>();
  const stack = [start];
  for (let line = stack.pop(); line !== undefined; line = stack.pop()) {
    for (const pair of pairs[line] as readonly number[]) {
      const next = ends[pair] as number;
      if (open[next] === 0 || found.has(next)) continue;
      found.add(next);
      stack.push(next);
    }
  }
  return [...found];
}

/** Moves lines towards what they are joined with, as far as there is room; trunks stay. */
function settle(
  weave: Weave,
  ordering: Ordering,
  lines: Lines,
  constraints: Constraints,
  places: Float64Array,
): void {
  const wishes: { readonly other: number; readonly by: number }[][] = Array.from(
    { length: lines.count },
    () => [],
  );
  ordering.links.forEach((links, layer) => {
    for (let link = 0; link < links.upper.length; link++) {
      const [upper, lower] = [links.upper[link] as number, links.lower[link] as number];
      const [p, q] = [lines.pieceAt(upper, layer), lines.pieceAt(lower, layer + 1)];
      const [a, b] = [lines.lineOf[p] as number, lines.lineOf[q] as number];
      if (a === b) continue;
      const by = (lines.offset[p] as number) - (lines.offset[q] as number);
      wishes[b]?.push({ other: a, by });
      wishes[a]?.push({ other: b, by: -by });
    }
  });
  const fixed = trunkOf(weave, lines);
  const order = topological(lines.count, constraints) ?? [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 1) order.reverse();
    for (const line of order) {
      const wanted = wishes[line] as { readonly other: number; readonly by: number }[];
      if (line === fixed || wanted.length === 0) continue;
      const sorted = wanted
        .map(({ other, by }) => (places[other] as number) + by)
        .sort((a, b) => a - b);
      const lower = sorted[(sorted.length - 1) >> 1] as number;
      const upper = sorted[sorted.length >> 1] as number;
      let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (const pair of constraints.preceding[line] as number[]) {
        const other = places[constraints.before[pair] as number] as number;
        least = Math.max(least, other + (constraints.apart[pair] as number));
      }
      for (const pair of constraints.following[line] as number[]) {
        const other = places[constraints.after[pair] as number] as number;
        most = Math.min(most, other - (constraints.apart[pair] as number));
      }
      const place = places[line] as number;
      // Anywhere between the two middle wishes is as good; the nearest moves least.
      const wish = Math.max(lower, Math.min(upper, place));
      if (least <= most) places[line] = Math.max(least, Math.min(most, wish));
    }
  }
}
