/** Room for paths beside a lane. */
import type { SidePiece } from './beside.js';
import type { GapContext } from './gaps.js';
import { areasOf, type Placed } from './placed.js';

/**
 * Moves what follows to the right until each path beside has room between its ends.
 *
 * @param pieces What stands in the lane, each with its west in the origin.
 * @param at Where each stands; it is changed.
 * @param sides The paths beside.
 * @param context Sizes and distances.
 */
export function makeRoom(
  pieces: readonly { readonly placed: Placed }[],
  at: number[],
  sides: readonly SidePiece[],
  { sized, distances }: GapContext,
): void {
  const pieceOf = new Map(
    pieces.flatMap(({ placed }, index) => [...placed.wests.keys()].map((block) => [block, index])),
  );
  const x = (block: number) => {
    const index = pieceOf.get(block);
    const west = index === undefined ? undefined : pieces[index]?.placed.wests.get(block);
    return west && index !== undefined ? west.x + (at[index] ?? 0) : undefined;
  };
  for (const { placed, sources, targets } of sides) {
    const middle = (block: number) => {
      const west = x(block);
      return west === undefined ? [] : [west + (sized[block]?.width ?? 0) / 2];
    };
    const left = Math.max(...sources.flatMap(middle));
    const right = Math.min(...targets.flatMap(middle));
    if (!Number.isFinite(left) || !Number.isFinite(right)) continue;
    const areas = areasOf(placed);
    const need =
      Math.max(...areas.map((area) => area.right)) - Math.min(...areas.map((area) => area.left));
    const missing = need + 4 * distances.margin - (right - left);
    const from = Math.min(...targets.flatMap((block) => pieceOf.get(block) ?? []));
    if (missing <= 0 || !Number.isFinite(from)) continue;
    for (let index = from; index < at.length; index++) at[index] = (at[index] ?? 0) + missing;
  }
}
