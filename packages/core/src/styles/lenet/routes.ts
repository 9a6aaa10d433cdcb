/** Lines past columns: skips over a row, and turns from one row to the next. */
import type { XY } from '../../scene/shapes.js';
import { type PlacedSkip, type SkipPlan, skipGap, skipHeight } from '../rows.js';
import type { PlacedColumn } from './layout.js';
import { clearance, leftAt, rightAt } from './links.js';
import { labelCentre } from './stack.js';

/** From a row to the line that goes on to the next. */
const turnGap = 18;

/**
 * Brackets from label to label; a column that both begins and ends skips has them side by side.
 *
 * @param plan The skips of a row.
 * @param columns All columns so far.
 * @param bottom Where the labels begin.
 * @returns The skips in their places.
 */
export function placeSkips(
  plan: readonly SkipPlan[],
  columns: readonly PlacedColumn[],
  bottom: number,
): PlacedSkip[] {
  const begins = new Set(plan.map(({ from }) => from));
  const ends = new Set(plan.map(({ to }) => to));
  return plan.map(({ from, to, level }) => {
    const fromX = labelCentre(columns[from] as PlacedColumn) + (ends.has(from) ? 7 : 0);
    const toX = labelCentre(columns[to] as PlacedColumn) - (begins.has(to) ? 7 : 0);
    const foot = bottom - skipGap;
    return { from, to, fromX, toX, foot, top: foot - (level + 1) * skipHeight };
  });
}

/**
 * A line from the right end of a row, under it, to the left end of the next.
 *
 * @param from The last column of the row.
 * @param to The first of the next.
 * @param rowRight Where the row ends.
 * @param y Where the line runs back.
 * @returns Its corners.
 */
export function turn(from: PlacedColumn, to: PlacedColumn, rowRight: number, y: number): XY[] {
  const startY = from.y + from.form.extent.height / 2;
  const endY = to.y + to.form.extent.height / 2;
  const right = rowRight + turnGap;
  const left = -turnGap;
  return [
    { x: rightAt(from, startY) + clearance, y: startY },
    { x: right, y: startY },
    { x: right, y },
    { x: left, y },
    { x: left, y: endY },
    { x: leftAt(to, endY) - clearance, y: endY },
  ];
}
