/** Takes paths apart into what a hand draws in one go. */
import type { PathCommand } from '../scene.js';
import type { XY } from '../shapes.js';

/** A straight line, or smooth curves of one another, as points close to each other. */
export interface Piece {
  readonly kind: 'line' | 'curve';
  /** Ends of a line; at least five points of curves, at even distances. */
  readonly points: readonly XY[];
  readonly length: number;
}

/** What a path draws without lifting the pen. */
export interface Contour {
  readonly pieces: readonly Piece[];
}

type Curve = readonly [XY, XY, XY, XY];

/** Curves that meet at less than this angle are one, in radians. */
const smooth = 0.3;

/** Shorter lines cannot be seen. */
const shortest = 0.05;

/** Points of a curve are about so far from each other, in px, if there are then neither too few nor too many. */
const spacing = 14;
const [fewest, most] = [5, 17];

/**
 * Takes a path apart.
 *
 * @param commands The path.
 * @returns Its contours; those that have no length are left out.
 */
export function contoursOf(commands: readonly PathCommand[]): Contour[] {
  const contours: Piece[][] = [];
  let pieces: Piece[] = [];
  let curves: Curve[] = [];
  let at: XY = { x: 0, y: 0 };
  let start = at;
  const endCurves = () => {
    const piece = curves.length > 0 && curvePiece(curves);
    if (piece) pieces.push(piece);
    curves = [];
  };
  const lineTo = (to: XY) => {
    endCurves();
    const length = Math.hypot(to.x - at.x, to.y - at.y);
    if (length > shortest) pieces.push({ kind: 'line', points: [at, to], length });
    at = to;
  };
  const endContour = () => {
    endCurves();
    if (pieces.length > 0) contours.push(pieces);
    pieces = [];
  };
  for (const command of commands) {
    if (command[0] === 'M') {
      endContour();
      at = { x: command[1], y: command[2] };
      start = at;
    } else if (command[0] === 'L') lineTo({ x: command[1], y: command[2] });
    else if (command[0] === 'Z') {
      lineTo(start);
      endContour();
    } else {
      const [, x1, y1, x2, y2, x, y] = command;
      const curve: Curve = [at, { x: x1, y: y1 }, { x: x2, y: y2 }, { x, y }];
      const last = curves.at(-1);
      if (last && angleBetween(last, curve) > smooth) endCurves();
      curves.push(curve);
      at = curve[3];
    }
  }
  endContour();
  return contours.map((each) => ({ pieces: each }));
}

/** The last of two points that differ says where a curve comes from or goes to. */
function direction(points: readonly XY[]): number {
  const [end] = points;
  const other = points.find(({ x, y }) => Math.hypot(x - (end?.x ?? 0), y - (end?.y ?? 0)) > 1e-6);
  return end && other ? Math.atan2(other.y - end.y, other.x - end.x) : 0;
}

function angleBetween(a: Curve, b: Curve): number {
  const turned = direction([...a].reverse()) + Math.PI - direction(b);
  return Math.abs(Math.atan2(Math.sin(turned), Math.cos(turned)));
}

/** How finely curves are followed to measure them. */
const steps = 12;

function curvePiece(curves: readonly Curve[]): Piece | undefined {
  const fine = curves.flatMap((curve, index) =>
    Array.from({ length: index === 0 ? steps + 1 : steps }, (_, step) =>
      pointAt(curve, (step + (index === 0 ? 0 : 1)) / steps),
    ),
  );
  const lengths = [0];
  for (let index = 1; index < fine.length; index++) {
    const [a, b] = [fine[index - 1] as XY, fine[index] as XY];
    lengths.push((lengths.at(-1) ?? 0) + Math.hypot(b.x - a.x, b.y - a.y));
  }
  const length = lengths.at(-1) ?? 0;
  if (length <= shortest) return undefined;
  const count = Math.max(fewest, Math.min(most, Math.round(length / spacing)));
  let index = 0;
  const points = Array.from({ length: count }, (_, each) => {
    const target = (length * each) / (count - 1);
    while (index < fine.length - 2 && (lengths[index + 1] ?? 0) < target) index++;
    const [a, b] = [fine[index] as XY, fine[index + 1] as XY];
    const [before, after] = [lengths[index] ?? 0, lengths[index + 1] ?? 0];
    const share = after > before ? (target - before) / (after - before) : 0;
    return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
  });
  return { kind: 'curve', points, length };
}

function pointAt([a, b, c, d]: Curve, t: number): XY {
  const s = 1 - t;
  const at = (axis: 'x' | 'y') =>
    s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return { x: at('x'), y: at('y') };
}

/**
 * The corners of what a contour encloses.
 *
 * @param contour The contour.
 * @returns Its points; each piece ends where the next one begins, so that point comes once.
 */
export function cornersOf({ pieces }: Contour): XY[] {
  const last = pieces.at(-1)?.points.at(-1);
  return [...pieces.flatMap(({ points }) => points.slice(0, -1)), ...(last ? [last] : [])];
}

/**
 * How thick a face is: the side of a square, twice the width of a long band, whichever way it runs.
 *
 * @param contours Its outlines.
 * @returns Four times its area by the length of its outlines, in px.
 */
export function thicknessOf(contours: readonly Contour[]): number {
  let [area, length] = [0, 0];
  for (const contour of contours) {
    const corners = cornersOf(contour);
    corners.forEach((a, index) => {
      const b = corners[(index + 1) % corners.length] as XY;
      area += (a.x * b.y - b.x * a.y) / 2;
      length += Math.hypot(b.x - a.x, b.y - a.y);
    });
  }
  return length > 0 ? (4 * Math.abs(area)) / length : 0;
}
