/** Rows of a long chain, and levels of the skips over it. */
import { type Chain, rowLength, type Skip, wrappedLength } from './chain.js';

/** Height of one level of skips, in px. */
export const skipHeight = 16;
/** Gap under the lowest level, in px. */
export const skipGap = 5;

/** A skip and the level it runs on, 0 the lowest. */
export interface SkipPlan extends Skip {
  readonly level: number;
}

/** A bracket over a row: up from one label, across, and down to another. */
export interface PlacedSkip extends Skip {
  readonly fromX: number;
  readonly toX: number;
  /** Where it begins and ends. */
  readonly foot: number;
  /** Where it runs. */
  readonly top: number;
}

/**
 * Gives each skip a level, so that none runs into another: short ones low,
 * those around them above.
 *
 * @param skips The skips.
 * @returns The same, each with its level, shortest first.
 */
export function skipLevels(skips: readonly Skip[]): readonly SkipPlan[] {
  const placed: SkipPlan[] = [];
  const ordered = [...skips].sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  for (const skip of ordered) {
    const under = placed.filter(({ from, to }) => from < skip.to && skip.from < to);
    placed.push({ ...skip, level: Math.max(-1, ...under.map(({ level }) => level)) + 1 });
  }
  return placed;
}

/**
 * Breaks a chain into rows of nearly equal length, where no skip passes. It stays
 * one row when skips leave only uneven ones.
 *
 * @param chain The chain.
 * @param wrap Most columns in a row; `auto` for 14 in a single one and 10 in several.
 * @returns The index of the first column of each row.
 */
export function rowStarts(chain: Chain, wrap: 'auto' | 'never' | number): readonly number[] {
  const count = chain.columns.length;
  if (wrap === 'never' || count <= (wrap === 'auto' ? rowLength : wrap)) return [0];
  const most = wrap === 'auto' ? wrappedLength : wrap;
  const passed = new Set<number>();
  for (const { from, to } of chain.skips) {
    for (let index = from + 1; index <= to; index++) passed.add(index);
  }
  const rows = Math.ceil(count / most);
  const even = Math.ceil(count / rows);
  const starts = [0];
  let start = 0;
  while (count - start > even) {
    const next = breakAt(start, even, most, count, passed);
    if (next === undefined) break;
    starts.push(next);
    start = next;
  }
  const lengths = starts.map((first, row) => (starts[row + 1] ?? count) - first);
  // A row with a straggler or two reads worse than a long one.
  return Math.min(...lengths) < even / 2 ? [0] : starts;
}

/** Where the next row begins: as near to an even row as the skips let it. */
function breakAt(
  start: number,
  even: number,
  most: number,
  count: number,
  passed: ReadonlySet<number>,
): number | undefined {
  const free = (index: number) => index < count && !passed.has(index);
  for (let index = start + even; index > start + 1; index--) if (free(index)) return index;
  for (let index = start + even + 1; index <= Math.max(start + most, count - 1); index++) {
    if (free(index)) return index;
  }
  return undefined;
}

/**
 * @param plan The skips of a row.
 * @returns The height that they take above it.
 */
export function skipsHeight(plan: readonly SkipPlan[]): number {
  const levels = Math.max(0, ...plan.map(({ level }) => level + 1));
  return levels > 0 ? levels * skipHeight + skipGap : 0;
}
