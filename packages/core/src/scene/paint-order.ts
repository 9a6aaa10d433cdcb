/**
 * In which order solids are painted, so that what is nearer covers what is
 * farther. Two convex solids that do not meet are parted by a plane: the one on
 * the eye's side of it can hide the other, never the other way round. So every
 * pair whose outlines overlap says which comes first, and a topological sort
 * joins the pairs. This is exact for any camera; solids that overlap in a ring
 * have no order at all, and fall back to the order in which they were given.
 * Solids along one axis never make a ring.
 */
import { type Camera, cross, dot, subtract, unit, type Vector } from './camera.js';
import { overlaps } from './overlap.js';
import type { XY } from './shapes.js';
import { convexHull, edgesOf, type Plane, planesOf, type Solid } from './solids.js';

/** Solids may reach this far over the plane between them, in units. */
const tolerance = 1e-6;

/** Outlines that overlap by less, in px, do not hide each other. */
const leastOverlap = 1e-6;

/** Cosines below this count as edge-on: neither side hides the other. */
const edgeOn = 1e-9;

/** Something to paint that fills a solid, or stays within it. */
export interface Painted {
  readonly solid: Solid;
}

/**
 * Orders solids that do not meet.
 *
 * @param items What to paint.
 * @param camera What looks at it.
 * @returns The items, the farthest first.
 */
export function paintOrder<Item extends Painted>(
  items: readonly Item[],
  camera: Camera,
): readonly Item[] {
  const outlines = items.map(({ solid }) => convexHull(solid.vertices.map(camera.project)));
  // What must be painted before each item.
  const before = items.map(() => new Set<number>());
  items.forEach((a, i) => {
    items.slice(i + 1).forEach((b, offset) => {
      const j = i + 1 + offset;
      if (!overlaps(outlines[i] as XY[], outlines[j] as XY[], leastOverlap)) return;
      const side = nearer(a.solid, b.solid, camera);
      if (side < 0) before[j]?.add(i);
      else if (side > 0) before[i]?.add(j);
    });
  });
  return sorted(before).map((index) => items[index] as Item);
}

/** Takes again and again the first that waits for nothing; in a ring, the first of all. */
function sorted(before: readonly ReadonlySet<number>[]): number[] {
  const left = new Set(before.keys());
  const order: number[] = [];
  while (left.size > 0) {
    const waiting = [...left];
    const free = waiting.find((index) => ![...(before[index] ?? [])].some((at) => left.has(at)));
    const next = free ?? (waiting[0] as number);
    left.delete(next);
    order.push(next);
  }
  return order;
}

/**
 * Which of two solids can hide the other.
 *
 * @param a One solid.
 * @param b Another that does not meet it.
 * @param camera What looks at them.
 * @returns Below 0 when b can hide a, above 0 when a can hide b, 0 when neither can.
 */
export function nearer(a: Solid, b: Solid, camera: Camera): number {
  const plane = partingPlane(a, b);
  if (!plane) return 0;
  const facing = camera.facing(plane.normal, plane.point);
  return Math.abs(facing) < edgeOn ? 0 : -Math.sign(facing);
}

/**
 * A plane between two convex solids: that of a face of one, or one along an edge of each.
 *
 * @param a One solid, behind the plane.
 * @param b The other, in front of it.
 * @returns The plane; nothing when they meet.
 */
export function partingPlane(a: Solid, b: Solid): Plane | undefined {
  for (const plane of planesOf(a)) if (isBefore(b, plane)) return plane;
  for (const plane of planesOf(b)) if (isBefore(a, plane)) return opposite(plane);
  for (const along of directions(a)) {
    for (const across of directions(b)) {
      const normal = unit(cross(along, across));
      const plane = dot(normal, normal) > 0.5 ? between(a, b, normal) : undefined;
      if (plane) return plane;
    }
  }
  return undefined;
}

function isBefore({ vertices }: Solid, { normal, point }: Plane): boolean {
  return vertices.every((vertex) => dot(normal, subtract(vertex, point)) >= -tolerance);
}

function opposite({ point, normal }: Plane): Plane {
  return { point, normal: { x: -normal.x, y: -normal.y, z: -normal.z } };
}

/** Directions of the edges of a solid. */
function directions(solid: Solid): Vector[] {
  return edgesOf(solid).map(({ corners: [from, to] }) =>
    subtract(solid.vertices[to] as Vector, solid.vertices[from] as Vector),
  );
}

function between(a: Solid, b: Solid, normal: Vector): Plane | undefined {
  const farthest = (solid: Solid, direction: Vector) =>
    solid.vertices.reduce((best, vertex) =>
      dot(direction, vertex) > dot(direction, best) ? vertex : best,
    );
  for (const way of [normal, opposite({ point: normal, normal }).normal]) {
    const plane = { point: farthest(a, way), normal: way };
    if (isBefore(b, plane)) return plane;
  }
  return undefined;
}
