/**
 * The oblique view of PlotNeuralNet and tikz_cnn: x to the right, y down, z
 * towards the viewer, drawn to the lower left at 45° (TikZ's default z vector
 * of −0.385 cm by −0.385 cm a cm).
 */
import type { XY } from '../../scene/shapes.js';

/** How far a length along z is drawn to the left, and as far down. */
export const slant = 0.385;

/** A point of the space, in px; y runs down. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A cuboid by the middle of its west face and its extents. */
export interface Cuboid {
  readonly west: Point;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/**
 * Draws a point.
 *
 * @param point The point.
 * @returns Where it is seen.
 */
export function project({ x, y, z }: Point): XY {
  return { x: x - slant * z, y: y + slant * z };
}

/** Where a point of a cuboid is along each axis: 0 at its west, top or far side, 1 at the other. */
type Share = readonly [x: number, y: number, z: number];

/**
 * A point of a cuboid, drawn.
 *
 * @param cuboid The cuboid.
 * @param share Where it is along x, y and z, from 0 (west, top, far) to 1 (east, bottom, near).
 * @returns Where it is seen.
 */
export function seen({ west, width, height, depth }: Cuboid, [x, y, z]: Share): XY {
  return project({
    x: west.x + width * x,
    y: west.y + height * (y - 0.5),
    z: west.z + depth * (z - 0.5),
  });
}

/** The faces that are seen, and the hidden edges behind them. */
export interface Faces {
  readonly front: readonly XY[];
  readonly top: readonly XY[];
  readonly right: readonly XY[];
  /** Edges behind: bottom of the far face, left of the bottom face, left of the far face. */
  readonly hidden: readonly (readonly [XY, XY])[];
}

/**
 * Draws a cuboid.
 *
 * @param cuboid The cuboid.
 * @returns Its faces.
 */
export function facesOf(cuboid: Cuboid): Faces {
  const at = (...share: Share) => seen(cuboid, share);
  const hiddenCorner = at(0, 1, 0);
  return {
    front: [at(0, 0, 1), at(1, 0, 1), at(1, 1, 1), at(0, 1, 1)],
    top: [at(0, 0, 1), at(1, 0, 1), at(1, 0, 0), at(0, 0, 0)],
    right: [at(1, 0, 1), at(1, 0, 0), at(1, 1, 0), at(1, 1, 1)],
    hidden: [
      [hiddenCorner, at(1, 1, 0)],
      [hiddenCorner, at(0, 1, 1)],
      [hiddenCorner, at(0, 0, 0)],
    ],
  };
}

/**
 * What a cuboid covers of the drawing.
 *
 * @param cuboid The cuboid.
 * @returns The corners of a convex hexagon.
 */
export function silhouette(cuboid: Cuboid): XY[] {
  const at = (...share: Share) => seen(cuboid, share);
  return [at(0, 0, 1), at(0, 0, 0), at(1, 0, 0), at(1, 1, 0), at(1, 1, 1), at(0, 1, 1)];
}

/**
 * The anchors of a cuboid by name, as PlotNeuralNet's `Box.sty` has them: its
 * centre, the middles of its faces, edges and corners. The four two-word
 * anchors without `near` or `far` are the middles of edges along z.
 */
export const anchors: Readonly<Record<string, Share>> = Object.fromEntries(
  (['near', '', 'far'] as const).flatMap((nearness) =>
    (['north', '', 'south'] as const).flatMap((height) =>
      (['west', '', 'east'] as const).flatMap((side): [string, Share][] => {
        const name = `${nearness}${height}${side}`;
        // PlotNeuralNet names no middles of the edges along x.
        if (nearness !== '' && height !== '' && side === '') return [];
        const share: Share = [
          side === 'west' ? 0 : side === 'east' ? 1 : 0.5,
          height === 'north' ? 0 : height === 'south' ? 1 : 0.5,
          nearness === 'near' ? 1 : nearness === 'far' ? 0 : 0.5,
        ];
        return [[name || 'anchor', share]];
      }),
    ),
  ),
);
