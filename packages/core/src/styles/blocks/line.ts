/**
 * Blocks along a line: the longest path from left to right, other chains beside
 * it, connections past blocks in arches over it.
 */
import { moved } from './clearance.js';
import { gapBetween, reachOf, trunkAfter } from './gaps.js';
import { type Chain, findLanes } from './lanes.js';
import type { BlockGraph, Link } from './model.js';
import type { Point } from './oblique.js';
import type { Placement, Route, SizedBlock, Spacing } from './placement.js';
import { type Area, areaOf, Skyline } from './skyline.js';

/** A text reaches past at most so many blocks. */
const neighbours = 4;

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
 * @returns Where everything stands, in one line.
 */
export function layoutLine(
  graph: BlockGraph,
  sized: readonly SizedBlock[],
  spacing: Spacing,
): Line {
  const { spine, chains } = findLanes(graph);
  const place = new Map(spine.map((block, index) => [block, index]));
  const laneOf = sized.map(() => -1);
  chains.forEach((chain, index) => {
    for (const block of chain.blocks) laneOf[block] = index;
  });
  const lanes: readonly (readonly number[])[] = [spine, ...chains.map(({ blocks }) => blocks)];
  const previous = new Map<number, number>();
  for (const lane of lanes) {
    lane.forEach((block, index) => {
      const before = lane[index - 1];
      if (before !== undefined) previous.set(block, before);
    });
  }

  const size = (index: number) => sized[index] as SizedBlock;
  const isBall = (index: number) => size(index).radius > 0;
  const crosses = ({ from, to }: Link) => laneOf[from.block] !== laneOf[to.block];
  const outgoing = new Set(graph.links.filter(crosses).map(({ from }) => from.block));
  const incoming = new Set(graph.links.filter(crosses).map(({ to }) => to.block));
  const trunks = (before: number, after: number) => ({
    out: outgoing.has(before),
    in: incoming.has(after) && !isBall(after),
  });
  const gap = (before: number, after: number) =>
    gapBetween(size(before), size(after), trunks(before, after), spacing);

  // From left to right: after what it takes from, and after what stands before it.
  const x: number[] = [];
  const sources = sized.map((): number[] => []);
  for (const { from, to } of graph.links) sources[to.block]?.push(from.block);
  for (const index of sized.keys()) {
    let at = 0;
    const others = sources[index]?.filter((source) => laneOf[source] !== laneOf[index]) ?? [];
    for (const source of others) {
      at = Math.max(at, (x[source] ?? 0) + size(source).width + gap(source, index));
    }
    let before = previous.get(index);
    for (let count = 0; before !== undefined && count < neighbours; count++) {
      const own = gap(before, index);
      const start = (x[before] ?? 0) + size(before).width;
      // Only texts can reach so far; the gap of the arrow is for the next block.
      at = Math.max(
        at,
        start + (count === 0 ? own : own - spacing.gap - reachOf(size(index)).left),
      );
      before = previous.get(before);
    }
    x[index] = at;
  }
  alignRight(chains, x, size, gap);

  const y = sized.map(() => 0);
  const skyline = new Skyline();
  for (const index of spine) addBlock(skyline, size(index), x[index] ?? 0, 0);
  const lines = new Map<number, { left: number; right: number }>();
  const width = (chain: Chain) => {
    const left = Math.min(...chain.blocks.map((block) => x[block] ?? 0));
    const starts = chain.sources.map((source) => trunkX(source));
    const ends = chain.targets.map((target) => entryX(target));
    const last = chain.blocks.at(-1) as number;
    return {
      left: Math.min(left, ...starts),
      right: Math.max((x[last] ?? 0) + size(last).width, ...ends),
    };
  };
  const trunkX = (source: number) =>
    (x[source] ?? 0) + size(source).width + trunkAfter(size(source), spacing.margin);
  const entryX = (target: number) =>
    isBall(target)
      ? (x[target] ?? 0) + size(target).radius
      : (x[target] ?? 0) - reachOf(size(target)).left - 2 * spacing.margin;

  const ways = sides(chains);
  const byLength = chains
    .map((chain, index) => ({ chain, index, ...width(chain) }))
    .sort((a, b) => a.right - a.left - (b.right - b.left) || a.index - b.index);
  for (const { chain, index, left, right } of byLength) {
    lines.set(index, { left, right });
    const areas = chain.blocks.flatMap((block) => areasOf(size(block), x[block] ?? 0, 0));
    areas.push({ left, right, top: -1, bottom: 1 });
    const at =
      ways[index] === 'above'
        ? skyline.above(areas, spacing.margin)
        : skyline.below(areas, spacing.margin);
    for (const block of chain.blocks) {
      y[block] = at;
      addBlock(skyline, size(block), x[block] ?? 0, at);
    }
    skyline.add({ left, right, top: at - 1, bottom: at + 1 });
  }

  const point = (atX: number, atY: number): Point => ({ x: atX, y: atY, z: 0 });
  const eastOf = ({ block, box }: Link['from']) => {
    const part = size(block).boxes[box];
    const east = part ? part.x + part.width : size(block).width;
    return point(
      (x[block] ?? 0) + (box === size(block).boxes.length - 1 ? size(block).width : east),
      y[block] ?? 0,
    );
  };
  const routes: Route[] = [];
  const skips: Link[] = [];
  for (const link of graph.links) {
    const { from, to } = link;
    const target = point(x[to.block] ?? 0, y[to.block] ?? 0);
    const start = eastOf(from);
    const whole = from.box >= size(from.block).boxes.length - 1;
    if (laneOf[from.block] === laneOf[to.block]) {
      if (previous.get(to.block) === from.block && whole && to.box === 0) {
        routes.push({ kind: 'flow', points: [start, target], before: to.block, link });
      } else skips.push(link);
      continue;
    }
    const trunk = trunkX(from.block);
    const entry = entryX(to.block);
    const begins = place.has(from.block) || laneOf[to.block] !== -1;
    const points = [start];
    if (begins && previous.get(to.block) === undefined) {
      points.push(point(trunk, start.y), point(trunk, target.y), target);
    } else if (isBall(to.block)) {
      const below = start.y > target.y;
      points.push(
        point(entry, start.y),
        point(entry, target.y + size(to.block).radius * (below ? 1 : -1)),
      );
    } else {
      points.push(point(entry, start.y), point(entry, target.y), target);
    }
    routes.push({ kind: 'flow', points, before: to.block, link });
  }
  routes.push(...arches(skips, sized, x, y, skyline, spacing));

  const first = (block: number) => place.get(block);
  const spans = sized.map((_, index): readonly [number, number] => {
    const own = first(index);
    if (own !== undefined) return [own, own];
    return [0, spine.length - 1];
  });
  const around = chains.map((chain) => {
    const from = chain.sources.map((source) => spans[source]?.[0] ?? 0);
    const to = chain.targets.map((target) => spans[target]?.[1] ?? spine.length - 1);
    return [Math.min(spine.length - 1, ...from), Math.max(0, ...to)] as const;
  });
  const wests = sized.map((_, index) => point(x[index] ?? 0, y[index] ?? 0));
  return {
    wests,
    routes,
    order: [...sized.keys()].sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b),
    spine,
    spans: spans.map((span, index) => around[laneOf[index] ?? -1] ?? span),
  };
}

/** Chains stand as far to the right as what they lead to lets them. */
function alignRight(
  chains: readonly Chain[],
  x: number[],
  size: (index: number) => SizedBlock,
  gap: (before: number, after: number) => number,
): void {
  for (const { blocks, targets } of [...chains].reverse()) {
    let limit = Math.min(
      ...targets.map((target) => (x[target] ?? 0) - gap(blocks.at(-1) as number, target)),
    );
    if (!Number.isFinite(limit)) continue;
    for (let index = blocks.length - 1; index >= 0; index--) {
      const block = blocks[index] as number;
      x[block] = Math.max(x[block] ?? 0, limit - size(block).width);
      const before = blocks[index - 1];
      if (before !== undefined) limit = (x[block] ?? 0) - gap(before, block);
    }
  }
}

/** Chains between the same two blocks stand on both sides by turns; others below. */
function sides(chains: readonly Chain[]): readonly ('above' | 'below')[] {
  const counts = new Map<string, number>();
  return chains.map(({ sources, targets }) => {
    const key = `${sources.join()}>${targets.join()}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count % 2 === 1 ? 'above' : 'below';
  });
}

function areasOf(block: SizedBlock, x: number, y: number): Area[] {
  return [...block.outlines, ...block.labels].map((shape) => areaOf(moved(shape, x, y)));
}

function addBlock(skyline: Skyline, block: SizedBlock, x: number, y: number): void {
  for (const area of areasOf(block, x, y)) skyline.add(area);
}

/** Connections past blocks: up, across, down; the shorter ones under the longer ones. */
function arches(
  skips: readonly Link[],
  sized: readonly SizedBlock[],
  x: readonly number[],
  y: readonly number[],
  skyline: Skyline,
  { margin }: Spacing,
): Route[] {
  const middle = ({ block, box }: Link['from'], last: boolean) => {
    const size = sized[block] as SizedBlock;
    const own = size.boxes[box];
    if (!own) return { x: (x[block] ?? 0) + size.radius, top: -size.radius };
    const part = last ? own.parts.at(-1) : own.parts.find(({ part: each }) => each.kind === 'copy');
    const { x: start, width } = part ?? { x: 0, width: own.width };
    return { x: (x[block] ?? 0) + own.x + start + width / 2, top: -own.height / 2 };
  };
  const drafts = skips.map((link) => {
    const from = middle(link.from, true);
    const to = middle(link.to, false);
    return { link, from, to, span: to.x - from.x };
  });
  return drafts
    .sort((a, b) => a.span - b.span)
    .map(({ link, from, to }): Route => {
      const base = y[link.to.block] ?? 0;
      const line = { left: from.x, right: to.x, top: 0, bottom: 1 };
      const top = skyline.above([line], 2 * margin);
      skyline.add({ ...line, top, bottom: top + 1 });
      const point = (atX: number, atY: number): Point => ({ x: atX, y: atY, z: 0 });
      return {
        kind: 'skip',
        points: [
          point(from.x, base + from.top),
          point(from.x, top),
          point(to.x, top),
          point(to.x, base + to.top),
        ],
        before: link.to.block,
        link,
      };
    });
}
