/** Where connections between lanes run up and down. */
import { reachOf, trunkAfter } from './gaps.js';
import type { SizedBlock, Spacing } from './placement.js';

/** A line whose blocks stand one after another, not yet above one another. */
export interface LineDraft {
  readonly sized: readonly SizedBlock[];
  readonly spacing: Spacing;
  /** West of each block. */
  readonly x: readonly number[];
}

/**
 * Where a connection leaves the lane of its source.
 *
 * @param draft The line.
 * @param source The block that it comes from.
 * @returns Its x.
 */
export function trunkX({ sized, spacing, x }: LineDraft, source: number): number {
  const block = sized[source] as SizedBlock;
  return (x[source] ?? 0) + block.width + trunkAfter(block, spacing.margin);
}

/**
 * Where a connection comes to the lane of its target.
 *
 * @param draft The line.
 * @param target The block that it leads to.
 * @returns Its x: the middle of a ball, or before a box.
 */
export function entryX({ sized, spacing, x }: LineDraft, target: number): number {
  const block = sized[target] as SizedBlock;
  const west = x[target] ?? 0;
  if (block.radius > 0) return west + block.radius;
  const texts = block.labels.flatMap((shape) => shape.map(({ x: at }) => -at));
  return west - Math.max(reachOf(block).left, ...texts) - 2 * spacing.margin;
}
