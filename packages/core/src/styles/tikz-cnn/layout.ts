/** From lanes to a line of blocks that can be broken into rows. */

import type { Line } from '../blocks/line.js';
import type { BlockGraph, Link } from '../blocks/model.js';
import type { Point } from '../blocks/oblique.js';
import { type LaneContext, placeLane } from './lanes.js';
import type { Placed } from './placed.js';
import { type Lane, laneTree } from './tree.js';

/** A figure in one line, and what hangs on its units. */
export interface CuboidLine extends Line {
  readonly units: Placed['units'];
  /** Blocks in branches that stand level. */
  readonly branched: ReadonlySet<number>;
}

/**
 * Lays out a figure.
 *
 * @param graph The cuboids and links.
 * @param contextOf All that lanes are laid out with, once it is known which blocks stand in branches.
 * @returns Where everything stands, in one line.
 */
export function layoutCuboids(
  graph: BlockGraph,
  context: Omit<LaneContext, 'graph' | 'linkOf'>,
): CuboidLine {
  const tree = laneTree(graph);
  const links = new Map<string, Link>();
  for (const link of graph.links) links.set(`${link.from.block} ${link.to.block}`, link);
  const placed = placeLane(tree, {
    ...context,
    graph,
    linkOf: (from, to) => links.get(`${from} ${to}`),
  });
  const spine = tree.items.flatMap((item) => (item.kind === 'block' ? [item.block] : []));
  const point = (x: number, y: number): Point => ({ x, y, z: 0 });
  const wests = graph.blocks.map((_, index) => {
    const { x, y } = placed.wests.get(index) ?? { x: 0, y: 0 };
    return point(x, y);
  });
  return {
    wests,
    routes: placed.connectors.map(({ kind, link, points }) => ({
      kind,
      link,
      points: points.map(({ x, y }) => point(x, y)),
      before: link.to.block,
    })),
    order: [...wests.keys()].sort((a, b) => (wests[a]?.x ?? 0) - (wests[b]?.x ?? 0) || a - b),
    spine,
    spans: spansOf(tree, spine, graph),
    units: placed.units,
    branched: branchedIn(tree),
  };
}

function blocksIn({ items, sides }: Lane): number[] {
  return [
    ...items.flatMap((item) =>
      item.kind === 'block' ? [item.block] : item.lanes.flatMap(blocksIn),
    ),
    ...sides.flatMap(({ lane }) => blocksIn(lane)),
  ];
}

function branchedIn(lane: Lane): Set<number> {
  const found = new Set<number>();
  const visit = ({ items, sides }: Lane) => {
    for (const item of items) {
      if (item.kind === 'block') continue;
      for (const own of item.lanes) for (const block of blocksIn(own)) found.add(block);
    }
    for (const side of sides) visit(side.lane);
  };
  visit(lane);
  return found;
}

/** Between which places of the spine each block belongs. */
function spansOf(
  tree: Lane,
  spine: readonly number[],
  { blocks }: BlockGraph,
): (readonly [number, number])[] {
  const last = Math.max(0, spine.length - 1);
  const spans = blocks.map((): readonly [number, number] => [0, last]);
  let place = -1;
  for (const item of tree.items) {
    if (item.kind === 'block') {
      place++;
      spans[item.block] = [place, place];
      continue;
    }
    const span = [Math.max(0, place), Math.min(last, place + 1)] as const;
    for (const block of item.lanes.flatMap(blocksIn)) spans[block] = span;
  }
  for (const { lane, sources, targets } of tree.sides) {
    // What begins by itself stands before what it leads to.
    const begins = sources.length > 0 ? sources : targets;
    const from = Math.min(last, ...begins.map((block) => spans[block]?.[0] ?? 0));
    const to = Math.max(from, ...targets.map((block) => spans[block]?.[1] ?? last));
    for (const block of blocksIn(lane)) spans[block] = [from, to];
  }
  return spans;
}
