/**
 * Blocks along a line: the longest path from left to right, other chains beside
 * it, connections past blocks in arches over it.
 */
import { archesOver } from './arches.js';
import { columnsOf } from './columns.js';
import { heightsOf } from './heights.js';
import { findLanes, type Lanes } from './lanes.js';
import type { BlockGraph, Link } from './model.js';
import type { Point } from './oblique.js';
import type { Placement, Route, SizedBlock, Spacing } from './placement.js';
import { entryX, type LineDraft, trunkX } from './trunks.js';

/** A line before it is broken into rows. */
export interface Line extends Placement {
  readonly spine: readonly number[];
  /** For each block, the first and the last place of the spine that it belongs between. */
  readonly spans: readonly (readonly [number, number])[];
}

/**
 * Lays blocks out along a line.
 *
 * @param graph The blocks and links.
 * @param sized The blocks with their lengths.
 * @param spacing Distances.
 * @returns Where everything stands, in one line. About linear time.
 */
export function layoutLine(
  graph: BlockGraph,
  sized: readonly SizedBlock[],
  spacing: Spacing,
): Line {
  const lanes = findLanes(graph);
  const x = columnsOf(graph, lanes, sized, spacing);
  const draft: LineDraft = { sized, spacing, x };
  const { y, skyline } = heightsOf(lanes, draft);
  const { direct, skips } = routesOf(graph, lanes, draft, y);
  return {
    wests: sized.map((_, index) => ({ x: x[index] ?? 0, y: y[index] ?? 0, z: 0 })),
    routes: [...direct, ...archesOver(skips, draft, y, skyline)],
    order: [...sized.keys()].sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b),
    spine: lanes.spine,
    spans: spansOf(lanes, sized.length),
  };
}

/** Straight connections and those that change the lane; links past blocks of one lane are left to arches. */
function routesOf(
  graph: BlockGraph,
  { laneOf, previous }: Lanes,
  draft: LineDraft,
  y: readonly number[],
): { readonly direct: readonly Route[]; readonly skips: readonly Link[] } {
  const { sized, x } = draft;
  const size = (index: number) => sized[index] as SizedBlock;
  const point = (atX: number, atY: number): Point => ({ x: atX, y: atY, z: 0 });
  const direct: Route[] = [];
  const skips: Link[] = [];
  const onward = new Set(previous.filter((block) => block !== undefined));
  for (const link of graph.links) {
    const { from, to } = link;
    const { boxes, width } = size(from.block);
    const box = boxes[from.box];
    const east = (x[from.block] ?? 0) + (box ? box.x + box.width : width);
    const start = point(east, y[from.block] ?? 0);
    const target = point(x[to.block] ?? 0, y[to.block] ?? 0);
    const add = (...points: Point[]) =>
      direct.push({ kind: 'flow', points, before: to.block, link });
    const before = previous[to.block];
    if (laneOf[from.block] === laneOf[to.block]) {
      const last = from.box >= boxes.length - 1;
      if (before === from.block && last && to.box === 0) add(start, target);
      else skips.push(link);
    } else if (before === undefined && laneOf[to.block] !== -1) {
      const trunk = trunkX(draft, from.block);
      // Where the line goes on, a branch begins on it.
      const along = onward.has(from.block) ? [] : [start];
      add(...along, point(trunk, start.y), point(trunk, target.y), target);
    } else {
      const entry = entryX(draft, to.block);
      const { radius } = size(to.block);
      const rim = target.y + (start.y > target.y ? radius : -radius);
      if (radius > 0) add(start, point(entry, start.y), point(entry, rim));
      else add(start, point(entry, start.y), point(entry, target.y), target);
    }
  }
  return { direct, skips };
}

/** Between which places of the spine each block stands; rows are broken where no block spans. */
function spansOf({ spine, chains, laneOf }: Lanes, count: number): Line['spans'] {
  const last = spine.length - 1;
  const spans = Array.from({ length: count }, (): readonly [number, number] => [0, last]);
  spine.forEach((block, index) => {
    spans[block] = [index, index];
  });
  const around = chains.map(({ sources, targets }): readonly [number, number] => [
    // A chain begins after its source, so that the two may stand in different rows.
    Math.min(last, ...sources.map((source) => (spans[source]?.[0] ?? 0) + 1)),
    Math.max(0, ...targets.map((target) => spans[target]?.[1] ?? last)),
  ]);
  return spans.map((span, index) => around[laneOf[index] ?? -1] ?? span);
}
