/** How far shapes must move to be clear of one another. */
import type { XY } from '../../scene/shapes.js';

/** A convex shape by its corners in order. */
export type Shape = readonly XY[];

/**
 * How far to move a shape to the right until it is clear of another.
 *
 * @param fixed What stays.
 * @param moved What moves along x.
 * @param margin Room to leave between them.
 * @returns The distance, negative when there is room to spare; −∞ where they are above one another anyway.
 */
export function clearance(fixed: Shape, moved: Shape, margin: number): number {
  const top = Math.max(least(fixed), least(moved) - margin);
  const bottom = Math.min(greatest(fixed), greatest(moved) + margin);
  if (top >= bottom) return Number.NEGATIVE_INFINITY;
  // The distance between two convex outlines along a line is a concave function
  // of the line, so that it is greatest at a corner of one or at the ends.
  const levels = [...fixed, ...moved].map(({ y }) => y).filter((y) => y > top && y < bottom);
  let most = Number.NEGATIVE_INFINITY;
  for (const level of [top, ...levels, bottom]) {
    const right = reach(fixed, level, 1);
    const left = -reach(moved, level, -1);
    most = Math.max(most, right - left);
  }
  return most + margin;
}

const least = (shape: Shape) => Math.min(...shape.map(({ y }) => y));
const greatest = (shape: Shape) => Math.max(...shape.map(({ y }) => y));

/** How far a shape reaches along x (or −x) at a height; at its nearest height when it is beside it. */
function reach(shape: Shape, level: number, sign: 1 | -1): number {
  const y = Math.max(least(shape), Math.min(greatest(shape), level));
  let most = Number.NEGATIVE_INFINITY;
  shape.forEach((a, index) => {
    const b = shape[(index + 1) % shape.length] as XY;
    if (Math.min(a.y, b.y) > y || Math.max(a.y, b.y) < y) return;
    const share = a.y === b.y ? 0 : (y - a.y) / (b.y - a.y);
    const at = a.y === b.y ? Math.max(sign * a.x, sign * b.x) : sign * (a.x + (b.x - a.x) * share);
    most = Math.max(most, at);
  });
  return most;
}

/**
 * Moves a shape.
 *
 * @param shape The shape.
 * @param x How far to the right.
 * @param y How far down.
 * @returns The moved shape.
 */
export function moved(shape: Shape, x: number, y: number): XY[] {
  return shape.map((point) => ({ x: point.x + x, y: point.y + y }));
}

/**
 * The stretch of a straight line that lies within a convex shape.
 *
 * @param from Start of the line.
 * @param to Its end.
 * @param shape The shape.
 * @returns From where to where, as shares of the line; nothing when it misses the shape.
 */
export function within(from: XY, to: XY, shape: Shape): readonly [number, number] | undefined {
  const centre = {
    x: shape.reduce((sum, { x }) => sum + x, 0) / shape.length,
    y: shape.reduce((sum, { y }) => sum + y, 0) / shape.length,
  };
  let start = 0;
  let end = 1;
  for (const [index, a] of shape.entries()) {
    const b = shape[(index + 1) % shape.length] as XY;
    const side = (p: XY) => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    const inward = Math.sign(side(centre)) || 1;
    const [f, t] = [side(from) * inward, side(to) * inward];
    if (f < 0 && t < 0) return undefined;
    if (f < 0) start = Math.max(start, f / (f - t));
    else if (t < 0) end = Math.min(end, f / (f - t));
  }
  return start < end ? [start, end] : undefined;
}
