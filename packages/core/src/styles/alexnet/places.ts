/** Where kernels stand on their maps. */
import type { Options } from './options.js';

/** A place on a map, from 0 to 1 along its width and its height. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
}

/** Seeded places keep this far from the rim. */
const rim = 0.12;

/**
 * Says where each kernel stands.
 *
 * @param options The options.
 * @returns A place for every number of a kernel; the last of a list stands for those after it.
 */
export function kernelPlaces({
  kernelPlace,
  kernelX,
  kernelY,
  seed,
}: Options): (index: number) => MapPlace {
  if (kernelPlace === 'fixed') return () => ({ x: kernelX, y: kernelY });
  if (kernelPlace === 'seeded') {
    return (index) => ({ x: seeded(seed, 2 * index), y: seeded(seed, 2 * index + 1) });
  }
  return (index) => {
    const [x, y] = kernelPlace[Math.min(index, kernelPlace.length - 1)] ?? [0.5, 0.5];
    return { x, y };
  };
}

/**
 * One number of a sequence, by the finalizer of MurmurHash3
 * (https://github.com/aappleby/smhasher/wiki/MurmurHash3).
 */
function seeded(seed: number, index: number): number {
  let hash = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  const share = ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  return rim + (1 - 2 * rim) * share;
}
