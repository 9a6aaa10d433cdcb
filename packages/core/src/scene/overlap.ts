/** Whether convex shapes of a drawing overlap, by the separating axis theorem. */
import type { XY } from './shapes.js';

/**
 * @param a Corners of a convex polygon in order, or the ends of a line.
 * @param b Another.
 * @param least By how many px they must overlap to count; below 0, how near they may come.
 * @returns Whether they overlap by more than that.
 */
export function overlaps(a: readonly XY[], b: readonly XY[], least = 0): boolean {
  for (const shape of [a, b]) {
    for (let index = 0; index < shape.length; index++) {
      const from = shape[index] as XY;
      const to = shape[(index + 1) % shape.length] as XY;
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      if (length < 1e-12) continue;
      const across = { x: (from.y - to.y) / length, y: (to.x - from.x) / length };
      const [aLow, aHigh] = span(a, across);
      const [bLow, bHigh] = span(b, across);
      if (Math.min(aHigh - bLow, bHigh - aLow) <= least) return false;
    }
  }
  return true;
}

function span(points: readonly XY[], axis: XY): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { x, y } of points) {
    const at = x * axis.x + y * axis.y;
    if (at < low) low = at;
    if (at > high) high = at;
  }
  return [low, high];
}
