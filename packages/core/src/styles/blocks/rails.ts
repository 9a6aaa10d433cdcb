/** Lines at 45° from and to the faces that are turned to the viewer, and what they may not touch. */
import { overlaps } from '../../scene/overlap.js';
import type { XY } from '../../scene/shapes.js';
import { moved, type Shape } from './clearance.js';
import type { End } from './model.js';
import { project, slant } from './oblique.js';
import type { SizedBlock } from './placement.js';

/** Overlaps below this, in px, are touching. */
const tolerance = 0.5;

/** The middle of a near face: `x` in space, and how far it is drawn down and to the left. */
export interface Near {
  readonly x: number;
  readonly depth: number;
}

/**
 * @param end An end of a link.
 * @param size Lengths of each block.
 * @param x West of each block.
 * @returns Where a line at 45° leaves it or comes to it.
 */
export function near(
  { block, box }: End,
  size: (index: number) => SizedBlock,
  x: readonly number[],
): Near {
  const { boxes, width, radius } = size(block);
  const own = boxes[box];
  return {
    x: (x[block] ?? 0) + (own ? own.x + own.width / 2 : width / 2),
    // A line at 45° ends at the rim of a ball.
    depth: own ? (slant * own.depth) / 2 : radius * Math.SQRT1_2,
  };
}

/**
 * @param block A block.
 * @param west Where its west is drawn.
 * @returns What its boxes and texts cover.
 */
export function shapesOf({ outlines, labels }: SizedBlock, west: XY): Shape[] {
  return [...outlines, ...labels].map((shape) => moved(shape, west.x, west.y));
}

/**
 * A line as a thin shape.
 *
 * @param from Its start.
 * @param to Its end.
 * @param width Its width, with the room beside it.
 * @returns The shape.
 */
export function rail(from: XY, to: XY, width: number): Shape {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const across = {
    x: (-(to.y - from.y) / length) * (width / 2),
    y: ((to.x - from.x) / length) * (width / 2),
  };
  return [
    { x: from.x + across.x, y: from.y + across.y },
    { x: to.x + across.x, y: to.y + across.y },
    { x: to.x - across.x, y: to.y - across.y },
    { x: from.x - across.x, y: from.y - across.y },
  ];
}

/**
 * @param shapes Some shapes.
 * @param taken Others.
 * @returns Whether any of them overlap.
 */
export function collides(shapes: readonly Shape[], taken: readonly Shape[]): boolean {
  return shapes.some((shape) => taken.some((other) => overlaps(shape, other, tolerance)));
}

/**
 * Whether a shape is where a branch leaves or ends, which its lines meet.
 *
 * @param shape The shape.
 * @param start Where the branch leaves.
 * @param end Where it ends.
 * @returns Whether it holds one of them.
 */
export function meant(shape: Shape, start: Near, end: Near): boolean {
  const holds = ({ x, depth }: Near) => {
    const point = project({ x, y: 0, z: depth / slant });
    const xs = shape.map((each) => each.x);
    const ys = shape.map((each) => each.y);
    return (
      point.x >= Math.min(...xs) - 1 &&
      point.x <= Math.max(...xs) + 1 &&
      point.y >= Math.min(...ys) - 1 &&
      point.y <= Math.max(...ys) + 1
    );
  };
  return holds(start) || holds(end);
}
