/** Numbers that look random and are the same on every machine. */

/**
 * A number from some whole numbers, by the finalizer of MurmurHash3
 * (https://github.com/aappleby/smhasher/wiki/MurmurHash3) over each.
 *
 * @param keys Whole numbers; another one anywhere gives another result.
 * @returns A number of at least 0, below 1.
 */
export function hashed(...keys: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const key of keys) {
    hash = Math.imul(hash ^ key, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 2 ** 32;
}
