/**
 * Areas as DrawingML fills them. SVG fills by the nonzero rule; a path of a
 * custom geometry is filled by the even-odd rule, in which parts that lie over
 * one another become holes. So what is no hole gets a path of its own.
 */
import { type Bounds, boundsOf } from 'nnfig/writers';
import { doubleArea, type Subpath } from '../shapes.js';

/** A stretch, and what is asked of it again and again. */
interface Ring {
  readonly subpath: Subpath;
  readonly bounds: Bounds;
  readonly turn: number;
  /** Its ends and points of its curves. */
  readonly points: readonly (readonly [number, number])[];
}

/** Points of a curve that stand for it. */
const steps = [0.25, 0.5, 0.75, 1] as const;

/**
 * Puts holes to the areas that they are in.
 *
 * @param subpaths Stretches of a path that is filled by the nonzero rule.
 * @returns The areas, in the order of their outlines, each followed by its holes.
 */
export function islandsOf(subpaths: readonly Subpath[]): Subpath[][] {
  if (subpaths.length < 2) return subpaths.map((subpath) => [subpath]);
  const rings = subpaths.map(ringOf);
  const islands = new Map<Ring, Subpath[]>();
  const holes: { readonly hole: Ring; readonly outer: Ring }[] = [];
  for (const ring of rings) {
    const outer = holding(ring, rings);
    if (outer) holes.push({ hole: ring, outer });
    else islands.set(ring, [ring.subpath]);
  }
  for (const { hole, outer } of holes) islands.get(outer)?.push(hole.subpath);
  return [...islands.values()];
}

/** What a hole is cut out of: the smallest area around it, when all around it together wind to nothing. */
function holding(ring: Ring, rings: readonly Ring[]): Ring | undefined {
  const around = rings.filter((other) => other !== ring && holds(other, ring));
  const winding = around.reduce((sum, { turn }) => sum + turn, ring.turn);
  if (winding !== 0) return undefined;
  return around
    .filter(({ turn }) => turn === -ring.turn)
    .reduce<Ring | undefined>(
      (least, each) => (least && sizeOf(least) <= sizeOf(each) ? least : each),
      undefined,
    );
}

function ringOf(subpath: Subpath): Ring {
  return {
    subpath,
    bounds: boundsOf({ kind: 'path', commands: subpath.commands, paint: {} }),
    turn: Math.sign(doubleArea(subpath)),
    points: pointsOf(subpath),
  };
}

function pointsOf({ commands }: Subpath): [number, number][] {
  const points: [number, number][] = [];
  for (const command of commands) {
    if (command[0] !== 'C') {
      points.push([command[1], command[2]]);
      continue;
    }
    const [fromX, fromY] = points.at(-1) ?? [0, 0];
    const [, x1, y1, x2, y2, x, y] = command;
    for (const t of steps) {
      points.push([cubic(fromX, x1, x2, x, t), cubic(fromY, y1, y2, y, t)]);
    }
  }
  return points;
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * d;
}

function sizeOf({ bounds }: Ring): number {
  return (bounds.right - bounds.left) * (bounds.bottom - bounds.top);
}

/** Whether one lies in the other as a whole. */
function holds(outer: Ring, inner: Ring): boolean {
  const [a, b] = [outer.bounds, inner.bounds];
  if (a.left > b.left || a.right < b.right || a.top > b.top || a.bottom < b.bottom) return false;
  return inner.points.every((point) => inside(point, outer.points));
}

/** By how many edges a ray to the right crosses. */
function inside(
  [x, y]: readonly [number, number],
  points: readonly (readonly [number, number])[],
): boolean {
  let within = false;
  points.forEach(([toX, toY], index) => {
    const [fromX, fromY] = points.at(index - 1) as readonly [number, number];
    if (fromY > y === toY > y) return;
    if (x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) within = !within;
  });
  return within;
}
