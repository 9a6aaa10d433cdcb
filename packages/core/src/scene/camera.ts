/** Cameras: from points of a world to points of a drawing. The world is right-handed, y up. */
import type { XY } from './shapes.js';

/** A point or a direction of the world. */
export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What looks at a world. */
export interface Camera {
  /** @returns Where a point is drawn, y down. */
  project(point: Vector): XY;
  /**
   * On which side of a plane the eye is.
   *
   * @param normal Normal of the plane.
   * @param point A point of it.
   * @returns Cosine of the angle between the normal and the way to the eye: above 0 where the normal points to.
   */
  facing(normal: Vector, point: Vector): number;
}

/** Where a camera stands around the origin, in degrees. */
export interface Direction {
  /** 0 on the side of −x, so that z runs to the right; 90 on the side of z, so that x does. */
  readonly azimuth: number;
  /** 0 level with the origin, 90 straight above it. */
  readonly elevation: number;
}

/** The axes of a camera, of length 1. */
export interface Axes {
  readonly right: Vector;
  readonly up: Vector;
  /** From the origin to the eye. */
  readonly towards: Vector;
}

export const dot = (a: Vector, b: Vector): number => a.x * b.x + a.y * b.y + a.z * b.z;

export const cross = (a: Vector, b: Vector): Vector => ({
  x: a.y * b.z - a.z * b.y,
  y: a.z * b.x - a.x * b.z,
  z: a.x * b.y - a.y * b.x,
});

export const subtract = (a: Vector, b: Vector): Vector => ({
  x: a.x - b.x,
  y: a.y - b.y,
  z: a.z - b.z,
});

export const multiply = (a: Vector, factor: number): Vector => ({
  x: a.x * factor,
  y: a.y * factor,
  z: a.z * factor,
});

/** @returns The direction with length 1; none for no length. */
export function unit(a: Vector): Vector {
  const length = Math.hypot(a.x, a.y, a.z);
  return length === 0 ? a : multiply(a, 1 / length);
}

/**
 * The axes of a camera that looks at the origin.
 *
 * @param direction Where it stands.
 * @returns Its axes; right is always level, also straight above.
 */
export function axesOf({ azimuth, elevation }: Direction): Axes {
  const a = (azimuth * Math.PI) / 180;
  const e = (elevation * Math.PI) / 180;
  const towards = {
    x: -Math.cos(a) * Math.cos(e),
    y: Math.sin(e),
    z: Math.sin(a) * Math.cos(e),
  };
  const right = { x: Math.sin(a), y: 0, z: Math.cos(a) };
  return { right, up: cross(towards, right), towards };
}

/**
 * A camera whose rays are parallel. Orthonormal axes give an orthographic view,
 * others an oblique one: `right` and `up` say how far right and up each axis of
 * the world is drawn.
 *
 * @param right Drawn distance to the right for each unit of x, y and z.
 * @param up Drawn distance upwards for each unit of x, y and z.
 * @returns The camera.
 */
export function parallel(right: Vector, up: Vector): Camera {
  // What is drawn at one point lies along the cross product.
  const towards = unit(cross(right, up));
  return {
    project: (point) => ({ x: dot(right, point), y: -dot(up, point) }),
    facing: (normal) => dot(normal, towards),
  };
}

/**
 * An orthographic camera.
 *
 * @param direction Where it stands.
 * @param scale Drawn length of one unit.
 * @returns The camera.
 */
export function orthographic(direction: Direction, scale: number): Camera {
  const { right, up } = axesOf(direction);
  return parallel(multiply(right, scale), multiply(up, scale));
}

/**
 * A perspective camera that looks at the origin. What it looks at must lie
 * before it: see `nearest`.
 *
 * @param direction Where it stands.
 * @param scale Drawn length of one unit at the origin.
 * @param distance From the origin to the eye.
 * @returns The camera.
 */
export function perspective(direction: Direction, scale: number, distance: number): Camera {
  const { right, up, towards } = axesOf(direction);
  const eye = multiply(towards, distance);
  return {
    project(point) {
      const factor = (scale * distance) / (distance - dot(towards, point));
      return { x: dot(right, point) * factor, y: -dot(up, point) * factor };
    },
    facing: (normal, point) => dot(normal, unit(subtract(eye, point))),
  };
}

/**
 * How near points come to a camera.
 *
 * @param points The points.
 * @param direction Where the camera stands.
 * @returns How far the nearest lies from the origin towards the eye; a camera at this distance would touch it.
 */
export function nearest(points: readonly Vector[], direction: Direction): number {
  const { towards } = axesOf(direction);
  return Math.max(0, ...points.map((point) => dot(towards, point)));
}
