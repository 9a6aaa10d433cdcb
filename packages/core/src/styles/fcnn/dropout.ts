/** Units that a dropout leaves out. */

import { hashed } from '../../scene/hashed.js';
import type { NetworkColumn } from './columns.js';
import type { Options } from './options.js';

/** Operations that set units to zero. */
const dropouts: ReadonlySet<string> = new Set(['dropout', 'alphadropout']);

/**
 * How much of a layer is dropped.
 *
 * @param column The layer.
 * @returns The rate of its dropout; 0 without one.
 */
export function dropoutRate({ attached }: NetworkColumn): number {
  const rate = attached.find(({ op }) => dropouts.has(op))?.attributes.rate;
  return typeof rate === 'number' ? Math.min(rate, 1) : 0;
}

/**
 * Chooses the units of a layer that are dropped: the rate of those that are
 * shown, rounded, but never all.
 *
 * @param column The layer.
 * @param layer Its number.
 * @param shown Its units that are shown.
 * @param options Whether to, and the seed.
 * @returns The units.
 */
export function droppedUnits(
  column: NetworkColumn,
  layer: number,
  shown: readonly number[],
  { showDropout, seed }: Options,
): ReadonlySet<number> {
  if (!showDropout) return new Set();
  const count = Math.min(Math.round(dropoutRate(column) * shown.length), shown.length - 1);
  const drawn = shown
    .map((unit) => ({ unit, lot: hashed(seed, 0x6472, layer, unit) }))
    .sort((a, b) => a.lot - b.lot || a.unit - b.unit);
  return new Set(drawn.slice(0, count).map(({ unit }) => unit));
}
