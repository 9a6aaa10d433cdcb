/** Extremes of lists of any length; as arguments of a function there cannot be many. */

/**
 * The least of some numbers.
 *
 * @param numbers The numbers.
 * @param limit What it is at most.
 * @returns The least of them and the limit.
 */
export function least(numbers: Iterable<number>, limit = Number.POSITIVE_INFINITY): number {
  let found = limit;
  for (const number of numbers) found = Math.min(found, number);
  return found;
}

/**
 * The greatest of some numbers.
 *
 * @param numbers The numbers.
 * @param limit What it is at least.
 * @returns The greatest of them and the limit.
 */
export function greatest(numbers: Iterable<number>, limit = Number.NEGATIVE_INFINITY): number {
  let found = limit;
  for (const number of numbers) found = Math.max(found, number);
  return found;
}
