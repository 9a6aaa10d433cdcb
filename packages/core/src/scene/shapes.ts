/** Common shapes as paths. */
import type { Paint, PathCommand, PathNode } from './scene.js';

/** A point of a drawing. */
export interface XY {
  readonly x: number;
  readonly y: number;
}

/**
 * A path of any commands.
 *
 * @param commands Its commands.
 * @param paint How it is painted.
 * @returns The path.
 */
export function path(commands: readonly PathCommand[], paint: Paint): PathNode {
  return { kind: 'path', commands, paint };
}

/**
 * An open line through points.
 *
 * @param points At least two points.
 * @param paint How it is painted.
 * @returns The path.
 */
export function polyline(points: readonly XY[], paint: Paint): PathNode {
  return path(
    points.map(({ x, y }, index): PathCommand => [index === 0 ? 'M' : 'L', x, y]),
    paint,
  );
}

/**
 * A straight line.
 *
 * @param from Its start.
 * @param to Its end.
 * @param paint How it is painted.
 * @returns The path.
 */
export function line(from: XY, to: XY, paint: Paint): PathNode {
  return polyline([from, to], paint);
}

/**
 * A closed shape through points.
 *
 * @param points At least three points.
 * @param paint How it is painted.
 * @returns The path.
 */
export function polygon(points: readonly XY[], paint: Paint): PathNode {
  return path([...polyline(points, paint).commands, ['Z']], paint);
}

/** How far a Bézier's handles reach for a quarter of a circle of radius 1: 4/3·(√2−1). */
const quarter = (4 / 3) * (Math.SQRT2 - 1);

/**
 * A rectangle, its corners rounded if a radius is given.
 *
 * @param x Left edge.
 * @param y Top edge.
 * @param width Its width.
 * @param height Its height.
 * @param paint How it is painted.
 * @param radius Radius of the corners, at most half of the shorter side.
 * @returns The path.
 */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  paint: Paint,
  radius = 0,
): PathNode {
  const right = x + width;
  const bottom = y + height;
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) {
    const corners = [
      { x, y },
      { x: right, y },
      { x: right, y: bottom },
      { x, y: bottom },
    ];
    return polygon(corners, paint);
  }
  const k = r * (1 - quarter);
  return path(
    [
      ['M', x + r, y],
      ['L', right - r, y],
      ['C', right - k, y, right, y + k, right, y + r],
      ['L', right, bottom - r],
      ['C', right, bottom - k, right - k, bottom, right - r, bottom],
      ['L', x + r, bottom],
      ['C', x + k, bottom, x, bottom - k, x, bottom - r],
      ['L', x, y + r],
      ['C', x, y + k, x + k, y, x + r, y],
      ['Z'],
    ],
    paint,
  );
}
