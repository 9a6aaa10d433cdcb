/** Where kernels stand on their maps, and where their lines lead. */

import { hashed } from '../../scene/hashed.js';
import type { Column } from '../chain.js';
import { ofColumn } from '../per-column.js';
import type { LenetOptions } from './options.js';

/** A place on a map, from 0 to 1 along its width and its height. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
}

/** Where a kernel stands on one map, and the point of the next that it computes. */
export interface KernelPlace {
  readonly kernel: MapPlace;
  readonly point: MapPlace;
}

/** Seeded places keep this far from the rim, as those of NN-SVG do. */
const rim = 0.1;

/**
 * Says where the kernel of a column stands on the maps before it.
 *
 * @param column The column that it computes.
 * @param index Which one it is.
 * @param options The style's options.
 * @returns Its place; nothing when kernels are not shown.
 */
export function kernelPlace(
  column: Column,
  index: number,
  options: LenetOptions,
): KernelPlace | undefined {
  const { kernels, kernelX, kernelY, seed } = options;
  if (kernels === false || kernels === 'none') return undefined;
  const chosen = ofColumn(options.kernelPlaces, column)?.value;
  if (chosen) return same({ x: chosen[0], y: chosen[1] });
  if (kernels === 'seeded') {
    const axis = (which: number) => rim + (1 - 2 * rim) * hashed(seed, index, which);
    return same({ x: axis(0), y: axis(1) });
  }
  return { kernel: { x: kernelX, y: kernelY }, point: clearPoint(kernelX, kernelY) };
}

/** What a kernel computes stands at the same place of the next map. */
function same(place: MapPlace): KernelPlace {
  return { kernel: place, point: place };
}

/** When all kernels stand at one place, lines end beside it, so that they miss the next kernel. */
function clearPoint(kernelX: number, kernelY: number): MapPlace {
  return { x: 0.28, y: kernelX < 0.5 && kernelY > 0.45 ? 0.2 : 0.6 };
}
