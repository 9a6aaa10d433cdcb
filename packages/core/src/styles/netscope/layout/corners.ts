/** Lines with round corners. */
import type { PathCommand } from '../../../scene/scene.js';

/** Of corners. */
export const radius = 8;
/** Length of a handle that makes a quarter of a circle of one. */
const quarter = 0.5523;

/**
 * A line through points at right angles, with round corners.
 *
 * @param points The points.
 * @returns Its commands, the first to the first point.
 */
export function rounded(points: readonly (readonly [number, number])[]): PathCommand[] {
  const commands: PathCommand[] = [['L', ...(points[0] as [number, number])]];
  for (let at = 1; at + 1 < points.length; at++) {
    const [before, corner, after] = [points[at - 1], points[at], points[at + 1]] as [
      [number, number],
      [number, number],
      [number, number],
    ];
    const towards = (from: readonly [number, number], share: number): [number, number] => {
      const [dx, dy] = [from[0] - corner[0], from[1] - corner[1]];
      const length = Math.hypot(dx, dy);
      const part = (Math.min(radius, length / 2) * share) / Math.max(length, 1e-9);
      return [corner[0] + dx * part, corner[1] + dy * part];
    };
    commands.push(['L', ...towards(before, 1)]);
    commands.push([
      'C',
      ...towards(before, 1 - quarter),
      ...towards(after, 1 - quarter),
      ...towards(after, 1),
    ]);
  }
  commands.push(['L', ...(points.at(-1) as [number, number])]);
  return commands;
}
