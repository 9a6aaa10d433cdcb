/** The oblique view: fronts as they are, depth up to the right. */
import type { XY } from '../../scene/shapes.js';
import type { Size } from './sizes.js';

/** How a length of depth is drawn, to the right and up. */
export interface Slant {
  readonly right: number;
  readonly up: number;
}

/** The three faces that are seen, each by its corners. */
export interface Faces {
  readonly front: readonly XY[];
  readonly right: readonly XY[];
  readonly top: readonly XY[];
}

/**
 * Draws a cuboid.
 *
 * @param size Its lengths.
 * @param corner Left bottom corner of its front.
 * @param slant How depth is drawn.
 * @returns Its faces.
 */
export function facesOf(size: Size, corner: XY, slant: Slant): Faces {
  const at = (x: number, y: number, z: number): XY => ({
    x: corner.x + size.width * x + size.depth * slant.right * z,
    y: corner.y - size.height * y - size.depth * slant.up * z,
  });
  return {
    front: [at(0, 1, 0), at(1, 1, 0), at(1, 0, 0), at(0, 0, 0)],
    right: [at(1, 1, 0), at(1, 1, 1), at(1, 0, 1), at(1, 0, 0)],
    top: [at(0, 1, 0), at(0, 1, 1), at(1, 1, 1), at(1, 1, 0)],
  };
}

/**
 * What a cuboid covers of the drawing.
 *
 * @param faces Its faces.
 * @returns The corners of a convex hexagon.
 */
export function outlineOf({ front, right, top }: Faces): XY[] {
  const [leftTop, , , leftBottom] = front;
  const [, farTop, farBottom, rightBottom] = right;
  const [, far] = top;
  return [leftTop, far, farTop, farBottom, rightBottom, leftBottom].filter(
    (point) => point !== undefined,
  );
}
