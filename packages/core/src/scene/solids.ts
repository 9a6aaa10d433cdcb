/** Convex solids of a world, and what a camera sees of them. */
import { type Camera, cross, dot, subtract, unit, type Vector } from './camera.js';
import type { XY } from './shapes.js';

/** A convex solid. */
export interface Solid {
  readonly vertices: readonly Vector[];
  /** Indices of the vertices around each face, counterclockwise as seen from outside. */
  readonly faces: readonly (readonly number[])[];
}

/** A plane: a point of it, and its normal. */
export interface Plane {
  readonly point: Vector;
  readonly normal: Vector;
}

/** Cosines below this count as edge-on. */
const edgeOn = 1e-9;

/**
 * A solid from faces whose corners may run either way round.
 *
 * @param vertices Its corners.
 * @param faces Indices of the corners of each face.
 * @returns The solid, every face counterclockwise as seen from outside.
 */
function oriented(vertices: readonly Vector[], faces: readonly (readonly number[])[]): Solid {
  const middle = centreOf(vertices);
  return {
    vertices,
    faces: faces.map((face) => {
      const corners = face.map((index) => vertices[index] as Vector);
      const outward = subtract(centreOf(corners), middle);
      return dot(normalOf(corners), outward) >= 0 ? face : [...face].reverse();
    }),
  };
}

function centreOf(points: readonly Vector[]): Vector {
  const mean = (axis: keyof Vector) =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return { x: mean('x'), y: mean('y'), z: mean('z') };
}

function normalOf(corners: readonly Vector[]): Vector {
  const [a, b, c] = corners as [Vector, Vector, Vector];
  return unit(cross(subtract(b, a), subtract(c, a)));
}

/**
 * A box along the axes. Its corners are numbered by bits: 1 for greater x, 2
 * for greater y, 4 for greater z.
 *
 * @param centre Its centre.
 * @param size Its extent along each axis.
 * @returns The box; its faces are −x, +x, −y, +y, −z, +z.
 */
export function box(centre: Vector, size: Vector): Solid {
  const vertices = Array.from({ length: 8 }, (_, index) => ({
    x: centre.x + size.x * ((index & 1) - 0.5),
    y: centre.y + size.y * (((index >> 1) & 1) - 0.5),
    z: centre.z + size.z * (((index >> 2) & 1) - 0.5),
  }));
  return oriented(vertices, [
    [0, 2, 6, 4],
    [1, 3, 7, 5],
    [0, 1, 5, 4],
    [2, 3, 7, 6],
    [0, 1, 3, 2],
    [4, 5, 7, 6],
  ]);
}

/**
 * A pyramid, or a cone of many sides.
 *
 * @param base Corners of its flat convex base, in order.
 * @param apex Its apex, off the plane of the base.
 * @returns The pyramid; its first face is the base.
 */
export function pyramid(base: readonly Vector[], apex: Vector): Solid {
  const sides = base.map((_, index) => [index, (index + 1) % base.length, base.length]);
  return oriented([...base, apex], [base.map((_, index) => index), ...sides]);
}

/**
 * A rectangle across the z axis, such as the base of a pyramid.
 *
 * @param centre Its centre.
 * @param width Its extent along x.
 * @param height Its extent along y.
 * @returns Its corners, in order.
 */
export function rectangleAcross(centre: Vector, width: number, height: number): Vector[] {
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x = 0, y = 0]) => ({
    x: centre.x + (x * width) / 2,
    y: centre.y + (y * height) / 2,
    z: centre.z,
  }));
}

/**
 * A circle across the z axis, such as the base of a cone, as a polygon.
 *
 * @param centre Its centre.
 * @param radius Its radius.
 * @param sides How many sides the polygon has.
 * @returns Its corners, in order.
 */
export function circleAcross(centre: Vector, radius: number, sides = 24): Vector[] {
  return Array.from({ length: sides }, (_, index) => {
    const angle = (2 * Math.PI * index) / sides;
    return {
      x: centre.x + radius * Math.cos(angle),
      y: centre.y + radius * Math.sin(angle),
      z: centre.z,
    };
  });
}

/**
 * The planes that bound a solid.
 *
 * @param solid The solid.
 * @returns One plane a face, the normal outwards.
 */
export function planesOf({ vertices, faces }: Solid): Plane[] {
  return faces.map((face) => {
    const corners = face.map((index) => vertices[index] as Vector);
    return { point: corners[0] as Vector, normal: normalOf(corners) };
  });
}

/** A face as it is drawn. */
export interface SeenFace {
  /** Which face of the solid. */
  readonly face: number;
  readonly normal: Vector;
  readonly points: readonly XY[];
}

/** An edge as it is drawn. */
export interface SeenEdge {
  /** Which corners of the solid it joins. */
  readonly corners: readonly [number, number];
  readonly from: XY;
  readonly to: XY;
  /** Whether it is on the outline: one of its faces is turned to the eye, the other is not. */
  readonly outline: boolean;
}

/** What a camera sees of a solid; faces that are edge-on count as turned away. */
export interface Sight {
  /** Faces turned away, seen through the others. */
  readonly back: readonly SeenFace[];
  /** Faces turned to the eye. */
  readonly front: readonly SeenFace[];
  /** Edges between faces that are turned away. */
  readonly hidden: readonly SeenEdge[];
  readonly visible: readonly SeenEdge[];
  /** What it covers of the drawing: a convex polygon. */
  readonly outline: readonly XY[];
}

/**
 * Looks at a solid.
 *
 * @param solid The solid.
 * @param camera The camera.
 * @returns Its faces and edges as they are drawn.
 */
export function look(solid: Solid, camera: Camera): Sight {
  const points = solid.vertices.map(camera.project);
  const planes = planesOf(solid);
  const turned = planes.map(({ normal, point }) => camera.facing(normal, point) > edgeOn);
  const seen = solid.faces.map(
    (face, index): SeenFace => ({
      face: index,
      normal: (planes[index] as Plane).normal,
      points: face.map((corner) => points[corner] as XY),
    }),
  );
  const edges = edgesOf(solid).map(({ corners, faces }) => {
    const count = faces.filter((face) => turned[face]).length;
    const [from, to] = corners.map((corner) => points[corner] as XY) as [XY, XY];
    return { shown: count > 0, edge: { corners, from, to, outline: count === 1 } };
  });
  return {
    back: seen.filter((_, index) => !turned[index]),
    front: seen.filter((_, index) => turned[index]),
    hidden: edges.filter(({ shown }) => !shown).map(({ edge }) => edge),
    visible: edges.filter(({ shown }) => shown).map(({ edge }) => edge),
    outline: convexHull(points),
  };
}

/** An edge of a solid: its corners, and the two faces that meet there. */
interface Edge {
  readonly corners: readonly [number, number];
  readonly faces: readonly number[];
}

/**
 * The edges of a solid.
 *
 * @param solid The solid.
 * @returns Each edge once, in the order of the faces.
 */
export function edgesOf(solid: Solid): readonly Edge[] {
  const edges = new Map<string, { corners: readonly [number, number]; faces: number[] }>();
  solid.faces.forEach((face, index) => {
    face.forEach((corner, at) => {
      const next = face[(at + 1) % face.length] as number;
      const corners = [Math.min(corner, next), Math.max(corner, next)] as const;
      const key = corners.join(' ');
      const edge = edges.get(key);
      if (edge) edge.faces.push(index);
      else edges.set(key, { corners, faces: [index] });
    });
  });
  return [...edges.values()];
}

/** Corners of a hull that are nearer to each other, in px, are one. */
const leastSide = 1e-6;

/**
 * The smallest convex polygon around points: Andrew's monotone chain.
 *
 * @param points The points.
 * @returns Its corners in order; fewer than three when the points lie on a line.
 */
export function convexHull(points: readonly XY[]): XY[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  // The turn is compared with 0 itself: with a tolerance, points above each
  // other but for a rounding error would push the outermost of them out.
  const half = (ordered: readonly XY[]) => {
    const chain: XY[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2) as XY, chain.at(-1) as XY, point) <= 0) {
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(sorted), ...half(sorted.reverse())];
  const corners = hull.filter((point, index) => {
    const next = hull[(index + 1) % hull.length] as XY;
    return Math.hypot(next.x - point.x, next.y - point.y) > leastSide;
  });
  const area = corners.reduce((sum, a, index) => {
    const b = corners[(index + 1) % corners.length] as XY;
    return sum + a.x * b.y - b.x * a.y;
  }, 0);
  return area > leastSide ? corners : corners.slice(0, 2);
}

/** Above 0 where the way from a over b to c turns towards greater y from greater x. */
function turn(a: XY, b: XY, c: XY): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
