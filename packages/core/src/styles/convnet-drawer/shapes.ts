/**
 * A box in convnet-drawer's projection: heights stand upright, widths fall to
 * the right, channels run to the right. The same for the bar of a vector.
 */
import { type Bounds, emptyBounds } from '../../scene/bounds.js';
import type { XY } from '../../scene/shapes.js';

/** A box or a bar in px, its centre line at the height `y`. */
export interface Shape {
  readonly kind: 'box' | 'bar';
  readonly left: number;
  readonly y: number;
  /** Height of a box; length of a bar. */
  readonly height: number;
  /** Where its width leads, to the right and down; nowhere for a bar. */
  readonly width: XY;
  /** Length of its channels; thickness of a bar. */
  readonly channels: number;
}

/** A straight edge. */
export type Edge = readonly [XY, XY];

/**
 * @param shape A box or a bar.
 * @returns The edges of the upright rectangle around it.
 */
export function extremes({ left, y, height, width, channels }: Shape) {
  const half = (height + width.y) / 2;
  return { left, right: left + width.x + channels, top: y - half, bottom: y + half };
}

/** A corner, each axis 0 or 1: from the top, from the back, from the first channel. */
function corner(shape: Shape, down: number, near: number, far: number): XY {
  const { left, y, height, width, channels } = shape;
  return {
    x: left + near * width.x + far * channels,
    y: y - (height + width.y) / 2 + near * width.y + down * height,
  };
}

/**
 * @param shape A box or a bar.
 * @returns The corners of its outline, clockwise from the left top one.
 */
export function outlineOf(shape: Shape): readonly XY[] {
  const at = (down: number, near: number, far: number) => corner(shape, down, near, far);
  if (shape.kind === 'bar') return [at(0, 0, 0), at(0, 0, 1), at(1, 0, 1), at(1, 0, 0)];
  return [at(0, 0, 0), at(0, 0, 1), at(0, 1, 1), at(1, 1, 1), at(1, 1, 0), at(1, 0, 0)];
}

/**
 * @param shape A box.
 * @returns The edges that its outline leaves out: those of the near corner at the top, which are
 *   seen, and those of the far one at the bottom, which are hidden.
 */
export function innerEdges(shape: Shape): {
  readonly visible: readonly Edge[];
  readonly hidden: readonly Edge[];
} {
  if (shape.kind === 'bar') return { visible: [], hidden: [] };
  const at = (down: number, near: number, far: number) => corner(shape, down, near, far);
  const [seen, unseen] = [at(0, 1, 0), at(1, 0, 1)];
  return {
    visible: [at(0, 0, 0), at(0, 1, 1), at(1, 1, 0)].map((end) => [seen, end]),
    hidden: [at(0, 0, 1), at(1, 1, 1), at(1, 0, 0)].map((end) => [unseen, end]),
  };
}

/**
 * Where the lines of a layer end: on the side of a box at a quarter of its
 * height and of its width, at the left of a bar at a quarter of its length.
 *
 * @param shape The map that the layer makes.
 * @returns The point.
 */
export function target({ left, y, height, width }: Shape): XY {
  return { x: left + width.x / 4, y: y - height / 4 - width.y / 4 };
}

/**
 * Where the outline of a shape crosses its centre line.
 *
 * @param shape The shape.
 * @returns The ends of the crossing.
 */
export function middleSpan(shape: Shape): { readonly left: number; readonly right: number } {
  const points = outlineOf(shape);
  const xs = points.flatMap((from, index): number[] => {
    const to = points[(index + 1) % points.length] as XY;
    const [a, b] = [from.y - shape.y, to.y - shape.y];
    if (a === b || a * b > 0) return [];
    return [from.x + ((to.x - from.x) * a) / (a - b)];
  });
  return { left: Math.min(...xs), right: Math.max(...xs) };
}

/**
 * @param points Corners.
 * @returns The edges of the upright rectangle around them.
 */
export function around(points: readonly XY[]): Bounds {
  let { left, top, right, bottom } = emptyBounds;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}
