/** Connectors that spread before branches and join after them. */
import type { XY } from '../../scene/shapes.js';
import { type Shape, within } from '../blocks/clearance.js';

/**
 * A connector from a block to the first block of a branch.
 *
 * @param from Middle of the right face of the block.
 * @param to Middle of the left face of the other.
 * @param spread Where all branches have spread.
 * @param texts Texts of the block.
 * @param margin Room to leave.
 * @returns Its corners: straight to the height of the branch, then level.
 */
export function fanOut(
  from: XY,
  to: XY,
  spread: number,
  texts: readonly Shape[],
  margin: number,
): XY[] {
  const turn = { x: Math.min(spread, to.x), y: to.y };
  const right = rightOf(hit(from, turn, texts), margin);
  const stub = right !== undefined && right < turn.x ? [{ x: right, y: from.y }] : [];
  return withoutStops([from, ...stub, turn, to]);
}

/**
 * A connector from the last block of a branch to the block where all meet.
 *
 * @param from Middle of the right face of the branch's last block.
 * @param to Middle of the left face of the other.
 * @param join Where branches begin to come together.
 * @param texts Texts of the branches, and of the block.
 * @param margin Room to leave.
 * @returns Its corners: level, then straight.
 */
export function fanIn(
  from: XY,
  to: XY,
  join: number,
  texts: { readonly branches: readonly Shape[]; readonly block: readonly Shape[] },
  margin: number,
): XY[] {
  let turn = { x: Math.max(join, from.x), y: from.y };
  const right = rightOf(hit(turn, to, texts.branches), margin);
  if (right !== undefined && right < to.x) turn = { x: Math.max(turn.x, right), y: turn.y };
  const hits = hit(turn, to, texts.block);
  const left = Math.min(...hits.flatMap((shape) => shape.map(({ x }) => x))) - margin;
  const stub = hits.length > 0 && left > turn.x ? [{ x: left, y: to.y }] : [];
  return withoutStops([from, turn, ...stub, to]);
}

function hit(from: XY, to: XY, texts: readonly Shape[]): Shape[] {
  return texts.filter((shape) => within(from, to, shape) !== undefined);
}

function rightOf(shapes: readonly Shape[], margin: number): number | undefined {
  if (shapes.length === 0) return undefined;
  return Math.max(...shapes.flatMap((shape) => shape.map(({ x }) => x))) + margin;
}

function withoutStops(points: readonly XY[]): XY[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    return !before || Math.hypot(point.x - before.x, point.y - before.y) > 0.01;
  });
}
