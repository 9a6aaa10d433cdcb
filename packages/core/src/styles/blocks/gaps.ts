/** How far apart blocks of one line stand. */
import { clearance, moved, type Shape } from './clearance.js';
import type { SizedBlock, Spacing } from './placement.js';

/** How far a block is seen to the left of its west, and to the right of its east. */
export interface Reach {
  readonly left: number;
  readonly right: number;
}

/**
 * Measures how far a block is seen beyond its faces on the line through their middles.
 *
 * @param block The block.
 * @returns The reach to both sides, in px.
 */
export function reachOf(block: SizedBlock): Reach {
  const xs = block.outlines.flatMap((shape) => shape.map(({ x }) => x));
  return { left: -Math.min(...xs), right: Math.max(...xs) - block.width };
}

/** Share of the face that an arrow comes from, beyond its middle, that the arrow is seen past. */
const seenShare = 0.3;

/** Vertical lines between two blocks of a line. */
export interface Trunks {
  /** A connection leaves the line after the first block. */
  readonly out: boolean;
  /** A connection comes to the line before the second block. */
  readonly in: boolean;
}

/**
 * The distance from the east of a block to the west of the next, so that the
 * arrow between them is seen and their texts are clear of each other.
 *
 * @param before The block on the left.
 * @param after The one on the right.
 * @param trunks Lines that run up or down between them.
 * @param spacing Distances.
 * @returns The distance in px.
 */
export function gapBetween(
  before: SizedBlock,
  after: SizedBlock,
  trunks: Trunks,
  { gap, margin }: Spacing,
): number {
  const [a, b] = [reachOf(before), reachOf(after)];
  const lines = Number(trunks.out) + Number(trunks.in);
  const round = before.radius > 0 || after.radius > 0;
  let open = b.left + gap + (round ? a.right : seenShare * a.right);
  if (lines > 0) {
    const left = Math.max(b.left, ...after.labels.flatMap((shape) => shape.map(({ x }) => -x)));
    const trunk = trunkAfter(before, margin) + (lines - 1) * 2 * margin;
    open = Math.max(open, trunk + 2 * margin + left);
  }
  const start = before.width + open;
  return open + Math.max(0, ...texts(before, after).map(push(start, margin)));
}

/** Pairs that may not touch: texts with texts, texts with boxes. Boxes may cover boxes. */
function texts(before: SizedBlock, after: SizedBlock): [Shape, Shape][] {
  const pairs = (a: readonly Shape[], b: readonly Shape[]) =>
    a.flatMap((one) => b.map((other): [Shape, Shape] => [one, other]));
  return [
    ...pairs(before.labels, after.labels),
    ...pairs(before.labels, after.outlines),
    ...pairs(before.outlines, after.labels),
    // The far end of a bar would be behind a box beside it.
    ...(isBar(before) && !isBar(after) ? pairs(before.outlines, after.outlines) : []),
  ];
}

function isBar({ block }: SizedBlock): boolean {
  return block.boxes.at(-1)?.parts.at(-1)?.extent.kind === 'bar';
}

const push =
  (start: number, margin: number) =>
  ([fixed, free]: [Shape, Shape]) =>
    clearance(fixed, moved(free, start, 0), margin);

/**
 * Where the line runs up or down after a block: clear of all that is seen of it.
 *
 * @param block The block.
 * @param margin Room to leave.
 * @returns Distance from its east, in px.
 */
export function trunkAfter(block: SizedBlock, margin: number): number {
  const texts = block.labels.flatMap((shape) => shape.map(({ x }) => x - block.width));
  return Math.max(reachOf(block).right, ...texts) + margin;
}
