/** Where the blocks of a line stand whose branches run towards the viewer. */
import { gapBetween } from './gaps.js';
import type { Link } from './model.js';
import type { SizedBlock, Spacing } from './placement.js';

/**
 * Places the line from left to right. A branch that leaves from the middle of a
 * near face at 45° must pass under the box before it, and one that comes back
 * under the last.
 *
 * @param spine The blocks of the line.
 * @param links All links.
 * @param onSpine Its blocks, to ask for.
 * @param size Lengths of each block.
 * @param spacing Distances.
 * @returns West of each block of the line.
 */
export function spineX(
  spine: readonly number[],
  links: readonly Link[],
  onSpine: ReadonlySet<number>,
  size: (index: number) => SizedBlock,
  spacing: Spacing,
): number[] {
  const x: number[] = [];
  const branching = new Map<number, number>();
  for (const { from, to } of links) {
    if (!onSpine.has(to.block)) branching.set(from.block, from.box);
    if (!onSpine.has(from.block))
      branching.set(to.block, Math.min(branching.get(to.block) ?? to.box, to.box));
  }
  spine.forEach((index, at) => {
    const before = spine[at - 1];
    if (before === undefined) {
      x[index] = 0;
      return;
    }
    const start = (x[before] ?? 0) + size(before).width;
    let open = gapBetween(size(before), size(index), { out: false, in: false }, spacing);
    const box = branching.get(index);
    if (box !== undefined) {
      const own = size(index).boxes[box];
      const middle = own ? own.x + own.width / 2 : 0;
      // Right of the line through (x, 0) at 45°, x + y of every corner is less.
      const corners = [...size(before).outlines, ...size(before).labels].flatMap((shape) =>
        shape.map((point) => point.x + point.y),
      );
      const most = Math.max(...corners) - size(before).width;
      open = Math.max(open, most + spacing.margin - middle);
    }
    x[index] = start + open;
  });
  return x;
}
