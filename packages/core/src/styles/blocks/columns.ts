/** Where blocks stand along a line, from left to right. */
import { gapBetween, reachOf } from './gaps.js';
import type { Chain, Lanes } from './lanes.js';
import type { BlockGraph, Link } from './model.js';
import type { SizedBlock, Spacing } from './placement.js';

/** A text reaches past at most so many blocks. */
const neighbours = 4;

/**
 * Places blocks from left to right: each after what it takes from, and clear of
 * what stands before it in its lane.
 *
 * @param graph The blocks and links.
 * @param lanes Their lanes.
 * @param sized Their lengths.
 * @param spacing Distances.
 * @returns West of each block.
 */
export function columnsOf(
  graph: BlockGraph,
  { laneOf, previous, chains }: Lanes,
  sized: readonly SizedBlock[],
  spacing: Spacing,
): number[] {
  const size = (index: number) => sized[index] as SizedBlock;
  const crossing = graph.links.filter(
    ({ from, to }: Link) => laneOf[from.block] !== laneOf[to.block],
  );
  const outgoing = new Set(crossing.map(({ from }) => from.block));
  const incoming = new Set(crossing.map(({ to }) => to.block));
  const gap = (before: number, after: number) => {
    // Under a ball, connections come up to it.
    const under = size(before).radius > 0 && incoming.has(before);
    const trunks = { out: outgoing.has(before) || under, in: incoming.has(after) };
    return gapBetween(size(before), size(after), trunks, spacing);
  };

  const others = sized.map((): number[] => []);
  for (const { from, to } of crossing) others[to.block]?.push(from.block);
  const spans = sized.map(({ outlines, labels, width }) => {
    const xs = [...outlines, ...labels].flatMap((shape) => shape.map(({ x: at }) => at));
    return { left: -Math.min(0, ...xs), right: Math.max(0, ...xs) - width };
  });
  /** How far a block reaches with its texts, to the right and to the left. */
  const farthest = (index: number) => spans[index]?.right ?? 0;
  const nearest = (index: number) => spans[index]?.left ?? 0;
  const x: number[] = [];
  const east = (index: number) => (x[index] ?? 0) + size(index).width;
  for (const index of sized.keys()) {
    let at = Math.max(
      0,
      ...(others[index] ?? []).map((source) => east(source) + gap(source, index)),
    );
    let before = previous[index];
    for (let count = 0; before !== undefined && count < neighbours; count++) {
      if (count > 0 && at >= east(before) + farthest(before) + nearest(index) + spacing.margin) {
        before = previous[before];
        continue;
      }
      // Of what is further away only the texts count, not the gap for an arrow.
      const arrow = count === 0 ? 0 : spacing.gap + reachOf(size(index)).left;
      at = Math.max(at, east(before) + gap(before, index) - arrow);
      before = previous[before];
    }
    x[index] = at;
  }
  alignRight(chains, x, size, gap);
  return x;
}

/** Chains stand as far to the right as what they lead to lets them. */
function alignRight(
  chains: readonly Chain[],
  x: number[],
  size: (index: number) => SizedBlock,
  gap: (before: number, after: number) => number,
): void {
  for (const { blocks, targets } of [...chains].reverse()) {
    const last = blocks.at(-1) as number;
    let limit = Math.min(...targets.map((target) => (x[target] ?? 0) - gap(last, target)));
    if (!Number.isFinite(limit)) continue;
    for (let index = blocks.length - 1; index >= 0; index--) {
      const block = blocks[index] as number;
      x[block] = Math.max(x[block] ?? 0, limit - size(block).width);
      const before = blocks[index - 1];
      if (before !== undefined) limit = (x[block] ?? 0) - gap(before, block);
    }
  }
}
