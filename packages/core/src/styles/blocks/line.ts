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
  const goesOn = (link: Link) => isStep(link, lanes, sized);
  const skips = graph.links.filter(
    (link) => lanes.laneOf[link.from.block] === lanes.laneOf[link.to.block] && !goesOn(link),
  );
  const heights = heightsOf(lanes, skips, draft);
  const others = graph.links.filter((link) => !skips.includes(link));
  const direct = routesOf(others, lanes, draft, heights.y, goesOn);
  const { routes, arches } = archesOver(skips, direct, draft, heights);
  const { y } = heights;
  return {
    wests: sized.map((_, index) => ({ x: x[index] ?? 0, y: y[index] ?? 0, z: 0 })),
    routes: [...routes, ...arches],
    order: [...sized.keys()].sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b),
    spine: lanes.spine,
    spans: spansOf(lanes, sized.length),
  };
}

/** Whether a link leads from the end of a block to the next one of its lane. */
function isStep(
  { from, to }: Link,
  { laneOf, previous }: Lanes,
  sized: readonly SizedBlock[],
): boolean {
  const last = (sized[from.block]?.boxes.length ?? 0) - 1;
  const next = laneOf[from.block] === laneOf[to.block] && previous[to.block] === from.block;
  return next && from.box >= last && to.box === 0;
}

/** Straight connections, and those that change the lane. */
function routesOf(
  links: readonly Link[],
  { laneOf, previous }: Lanes,
  draft: LineDraft,
  y: readonly number[],
  goesOn: (link: Link) => boolean,
): readonly Route[] {
  const { sized, x } = draft;
  const size = (index: number) => sized[index] as SizedBlock;
  const point = (atX: number, atY: number): Point => ({ x: atX, y: atY, z: 0 });
  const onward = new Set(links.filter(goesOn).map(({ from }) => from.block));
  return links.map((link): Route => {
    const { from, to } = link;
    const { boxes, width } = size(from.block);
    const box = boxes[from.box];
    const east = (x[from.block] ?? 0) + (box ? box.x + box.width : width);
    const start = point(east, y[from.block] ?? 0);
    const target = point(x[to.block] ?? 0, y[to.block] ?? 0);
    const through = (...points: Point[]): Route => ({
      kind: 'flow',
      points,
      before: to.block,
      link,
    });
    if (goesOn(link)) return through(start, target);
    if (previous[to.block] === undefined && laneOf[to.block] !== -1) {
      const trunk = trunkX(draft, from.block);
      // Where the line goes on, a branch begins on it.
      const along = onward.has(from.block) ? [] : [start];
      return through(...along, point(trunk, start.y), point(trunk, target.y), target);
    }
    const entry = entryX(draft, to.block);
    const { radius } = size(to.block);
    const rim = target.y + (start.y > target.y ? radius : -radius);
    return radius > 0
      ? through(start, point(entry, start.y), point(entry, rim))
      : through(start, point(entry, start.y), point(entry, target.y), target);
  });
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
