/**
 * Blocks in a U: maps become smaller downwards on the left and larger upwards
 * on the right, skips run level from one limb to the other.
 */
import { moved } from './clearance.js';
import { gapBetween, reachOf, trunkAfter } from './gaps.js';
import { findLanes } from './lanes.js';
import type { BlockGraph, End, Link } from './model.js';
import type { Point } from './oblique.js';
import type { Placement, Route, SizedBlock, Spacing } from './placement.js';
import { type Area, areaOf, Skyline } from './skyline.js';

/** A map of at most this share of the one before it stands a level lower. */
const smaller = 0.67;

/**
 * Lays blocks out in a U.
 *
 * @param graph The blocks and links, poolings glued before what they feed.
 * @param sized The blocks with their lengths.
 * @param spacing Distances.
 * @returns Where everything stands; nothing when a block stands beside the path or in the way of a skip.
 */
export function layoutU(
  graph: BlockGraph,
  sized: readonly SizedBlock[],
  spacing: Spacing,
): Placement | undefined {
  const { spine, chains } = findLanes(graph);
  if (chains.length > 0) return undefined;
  const { gap, margin } = spacing;
  const size = (index: number) => sized[index] as SizedBlock;
  const place = new Map(spine.map((block, index) => [block, index]));
  const levels = levelsOf(graph, spine, place);

  if (!fits(graph, spine, place, levels, (index) => size(index).radius > 0)) return undefined;

  const x: number[] = [];
  const middle = (index: number) => (x[index] ?? 0) + size(index).width / 2;
  spine.forEach((index, at) => {
    const before = spine[at - 1];
    if (before === undefined) {
      x[index] = 0;
      return;
    }
    const east = (x[before] ?? 0) + size(before).width;
    const [level, last] = [levels[index] ?? 0, levels[before] ?? 0];
    if (level < last) {
      // What merges with the other limb stands over what comes up to it.
      x[index] = middle(before) - size(index).width / 2;
    } else if (level > last) {
      const trunk = trunkAfter(size(before), margin);
      x[index] = east + trunk + gap + reachOf(size(index)).left;
    } else {
      x[index] = east + gapBetween(size(before), size(index), { out: false, in: false }, spacing);
    }
  });

  const y = levelHeights(spine, levels, x, size, spacing);
  const point = (atX: number, atY: number): Point => ({ x: atX, y: atY, z: 0 });
  const yOf = (index: number) => y[levels[index] ?? 0] ?? 0;
  const eastOf = ({ block, box }: End) => {
    const { boxes, width } = size(block);
    const own = boxes[box];
    return point((x[block] ?? 0) + (own ? own.x + own.width : width), yOf(block));
  };
  const after = ({ from, to }: Link) => place.get(to.block) === (place.get(from.block) ?? 0) + 1;
  const skipping = new Set(
    graph.links.filter((link) => !after(link)).map(({ from }) => from.block),
  );
  const routes = graph.links.map((link): Route => {
    const { from, to } = link;
    const start = eastOf(from);
    const end = point(x[to.block] ?? 0, yOf(to.block));
    const [a, b] = [levels[from.block] ?? 0, levels[to.block] ?? 0];
    const base = { before: to.block, link };
    if (!after(link)) return { ...base, kind: 'skip', points: level(start, end) };
    if (a === b) return { ...base, kind: 'flow', points: [start, end] };
    if (b < a) {
      const top = size(from.block).boxes.at(-1)?.height ?? 2 * size(from.block).radius;
      const centre = middle(from.block);
      const { radius } = size(to.block);
      const points = [point(centre, start.y - top / 2), point(centre, end.y + radius)];
      return { ...base, kind: 'flow', points };
    }
    const trunk = start.x + trunkAfter(size(from.block), margin);
    // Where a skip goes on level, the way down begins on it.
    const along = skipping.has(from.block) ? [] : [start];
    const points = [...along, point(trunk, start.y), point(trunk, end.y), end];
    return { ...base, kind: 'flow', points };
  });
  return {
    wests: sized.map((_, index) => point(x[index] ?? 0, yOf(index))),
    routes,
    order: [...sized.keys()].sort(
      (a, b) => (levels[b] ?? 0) - (levels[a] ?? 0) || (x[a] ?? 0) - (x[b] ?? 0),
    ),
  };
}

/** Whether paths come up to balls alone, and nothing stands between the ends of a skip on its level. */
function fits(
  { links }: BlockGraph,
  spine: readonly number[],
  place: ReadonlyMap<number, number>,
  levels: readonly number[],
  isBall: (index: number) => boolean,
): boolean {
  const rises = spine.every((index, at) => {
    const before = spine[at - 1];
    return before === undefined || (levels[index] ?? 0) >= (levels[before] ?? 0) || isBall(index);
  });
  const clear = links.every(({ from, to }) => {
    const [start, end] = [place.get(from.block) ?? 0, place.get(to.block) ?? 0];
    const between = spine.slice(start + 1, end);
    return between.every((index) => levels[index] !== levels[to.block]);
  });
  return rises && clear;
}

/** A straight line, or one with a step where its ends are not level. */
function level(start: Point, end: Point): Point[] {
  if (start.y === end.y) return [start, end];
  const half = (start.x + end.x) / 2;
  return [start, { ...start, x: half }, { ...end, x: half }, end];
}

/** Levels from the top: down with each smaller map, up to where a skip comes from. */
function levelsOf(
  graph: BlockGraph,
  spine: readonly number[],
  place: ReadonlyMap<number, number>,
): readonly number[] {
  const levels: number[] = graph.blocks.map(() => 0);
  const skips = new Map<number, number>();
  for (const { from, to } of graph.links) {
    const [a, b] = [place.get(from.block) ?? 0, place.get(to.block) ?? 0];
    if (b > a + 1) skips.set(to.block, from.block);
  }
  const side = (index: number) => {
    const block = graph.blocks[index];
    const extent = block?.boxes.at(-1)?.parts.at(-1)?.extent;
    return extent?.kind === 'box' ? extent.height : undefined;
  };
  let last: number | undefined;
  spine.forEach((index, at) => {
    const before = spine[at - 1];
    const above = before === undefined ? 0 : (levels[before] ?? 0);
    const source = skips.get(index);
    const own = side(index);
    const shrinks = own !== undefined && last !== undefined && own <= last * smaller;
    levels[index] = source === undefined ? above + (shrinks ? 1 : 0) : (levels[source] ?? 0);
    last = own ?? last;
  });
  return levels;
}

/** Each level as high as it can stand under those above it. */
function levelHeights(
  spine: readonly number[],
  levels: readonly number[],
  x: readonly number[],
  size: (index: number) => SizedBlock,
  { gap, margin }: Spacing,
): readonly number[] {
  const depth = Math.max(0, ...levels);
  const skyline = new Skyline();
  const heights: number[] = [];
  for (let row = 0; row <= depth; row++) {
    const blocks = spine.filter((index) => levels[index] === row);
    const areas = blocks.flatMap((index): Area[] => {
      const { outlines, labels } = size(index);
      return [...outlines, ...labels].map((shape) => areaOf(moved(shape, x[index] ?? 0, 0)));
    });
    const least = (heights.at(-1) ?? 0) + 2 * gap;
    const at = row === 0 ? 0 : Math.max(least, skyline.below(areas, 2 * margin));
    heights.push(at);
    for (const area of areas) {
      skyline.add({ ...area, top: area.top + at, bottom: area.bottom + at });
    }
  }
  return heights;
}
