/**
 * Receptive fields by forward interval propagation (Araujo, Norris and Sim, “Computing
 * Receptive Fields of Convolutional Neural Networks”, Distill, 2019).
 *
 * The first output position of a layer sees the input positions from `low` to `high`,
 * and its neighbours lie `jump` apart. A window of extent `e`, stride `s` and padding `p`
 * makes of that `low − p·jump`, `high + (e − 1 − p)·jump` and `jump·s`.
 *
 * Where an operation enlarges, `s` is a fraction and positions no longer see equally much:
 * what is said then lies between the least and the most that one of them sees.
 */
import type { Window } from '../ops/operation.js';
import type { AxisField } from './analysis.js';

/** What the first output position sees on one axis. */
interface Interval {
  readonly low: number;
  readonly high: number;
  readonly jump: number;
}

/** One interval a spatial axis, or all of the input; nothing when there is no axis to speak of. */
export type Sight = readonly Interval[] | 'global' | undefined;

/**
 * What an input sees of itself: each position is its own.
 *
 * @param axes Number of spatial axes.
 * @returns One interval for each; nothing when there are none.
 */
export function origin(axes: number): Sight {
  if (axes < 1) return undefined;
  return Array.from({ length: axes }, () => ({ low: 0, high: 0, jump: 1 }));
}

/**
 * Looks through the windows of an operation.
 *
 * @param sight What its input sees.
 * @param windows Its windows; `global` when every output sees every input, nothing when
 *   each sees the input at its own place.
 * @returns What its output sees.
 */
export function lookThrough(
  sight: Sight,
  windows: readonly Window[] | 'global' | undefined,
): Sight {
  if (windows === undefined || sight === 'global') return sight;
  if (windows === 'global') return 'global';
  // A sequence has no spatial axes until an operation slides over it.
  const intervals = sight ?? origin(windows.length);
  // Positions that were rearranged can no longer be told apart.
  if (intervals === undefined || intervals === 'global') return intervals;
  if (intervals.length !== windows.length) return 'global';
  return intervals.map(({ low, high, jump }, axis) => {
    const { kernel, stride, dilation, padding } = windows[axis] as Window;
    const extent = dilation * (kernel - 1) + 1;
    return {
      low: low - padding * jump,
      high: high + (extent - 1 - padding) * jump,
      jump: jump * stride,
    };
  });
}

/**
 * Merges what the branches see to the stretch that holds all of it.
 *
 * @param sights What each branch sees.
 * @param gates Whether one branch weighs the others: then one that sees all of the input
 *   does not count beside one that does not, as the literature has it for the gates of
 *   squeeze-and-excitation.
 * @returns What the merge sees.
 */
export function mergeSights(sights: readonly Sight[], gates: boolean): Sight {
  const local = sights.filter((sight) => sight !== undefined && sight !== 'global');
  const first = local[0];
  if (sights.includes('global') && (first === undefined || !gates)) return 'global';
  if (first === undefined) return undefined;
  if (local.some((sight) => sight.length !== first.length)) return 'global';
  return local.reduce((merged, sight) =>
    merged.map((one, axis) => {
      const other = sight[axis] ?? one;
      return {
        low: Math.min(one.low, other.low),
        high: Math.max(one.high, other.high),
        jump: Math.max(one.jump, other.jump),
      };
    }),
  );
}

/** Takes away the dust that fractions of strides leave. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * Measures what is seen.
 *
 * @param sight What an output sees.
 * @returns Size and stride on each axis; a size between two whole numbers is rounded up.
 */
export function toField(sight: Sight): readonly AxisField[] | 'global' | undefined {
  if (sight === undefined || sight === 'global') return sight;
  return sight.map(({ low, high, jump }) => ({
    size: Math.ceil(tidy(high - low + 1)),
    stride: tidy(jump),
  }));
}
