/** Lines with rounded corners and heads that end at outlines. */
import type { PathCommand } from '../scene/scene.js';
import type { XY } from '../scene/shapes.js';

/** A line through points, its corners rounded. */
export interface Rounded {
  readonly points: readonly XY[];
  readonly radius: number;
}

const distance = (a: XY, b: XY) => Math.hypot(b.x - a.x, b.y - a.y);

/** The point that lies a length from one point towards another. */
function towards(from: XY, to: XY, length: number): XY {
  const whole = distance(from, to);
  const share = whole === 0 ? 0 : length / whole;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/**
 * Rounds the corners of a line. A corner between short pieces gets a smaller radius.
 *
 * @param line Its points and the radius.
 * @returns The commands of its path.
 */
export function roundedLine({ points, radius }: Rounded): PathCommand[] {
  const [first] = points;
  if (!first) return [];
  const commands: PathCommand[] = [['M', first.x, first.y]];
  points.forEach((corner, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before) return;
    if (!after) {
      commands.push(['L', corner.x, corner.y]);
      return;
    }
    const reach = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    const start = towards(corner, before, reach);
    const end = towards(corner, after, reach);
    // A handle of 0.55 of the radius makes the cubic nearly a quarter of a circle.
    const a = towards(start, corner, reach * 0.55);
    const b = towards(end, corner, reach * 0.55);
    commands.push(['L', start.x, start.y], ['C', a.x, a.y, b.x, b.y, end.x, end.y]);
  });
  return commands;
}

/** A head, and what of the line is left before it. */
export interface Arrowhead {
  readonly shaft: readonly XY[];
  readonly triangle: readonly XY[];
}

/**
 * Puts a head at the end of a line, its tip at the last point.
 *
 * @param points The points of the line, at least two.
 * @param length Length of the head.
 * @param width Width of the head.
 * @returns The head, and the line up to it.
 */
export function arrowhead(points: readonly XY[], length = 7, width = 6): Arrowhead {
  const tip = points.at(-1) as XY;
  const before = points.at(-2) as XY;
  const whole = distance(before, tip) || 1;
  const base = towards(tip, before, length);
  const side = {
    x: (-(tip.y - before.y) / whole) * (width / 2),
    y: ((tip.x - before.x) / whole) * (width / 2),
  };
  // The line ends inside the head, so that no gap shows between them.
  const end = towards(tip, before, Math.min(length * 0.8, whole));
  return {
    shaft: [...points.slice(0, -1), end],
    triangle: [
      tip,
      { x: base.x + side.x, y: base.y + side.y },
      { x: base.x - side.x, y: base.y - side.y },
    ],
  };
}
