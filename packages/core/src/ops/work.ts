/**
 * How elementary operations are counted: each formula as it is written for inference, with
 * nothing folded away but what inference knows beforehand.
 *
 * - A sum of n numbers is n − 1 additions, the largest of n is n − 1 comparisons, a mean is a
 *   sum and one division. Windows count in full, also where they lie in padding.
 * - Subtractions are additions. Changing a sign and copying are nothing.
 * - Exponentials, logarithms, powers, roots, sines and the error function are one exponential.
 */
import type { Work } from './operation.js';

/** The kinds of work, in the order in which they are shown. */
export const workKinds = [
  'comparisons',
  'additions',
  'multiplications',
  'divisions',
  'exponentials',
] as const satisfies readonly (keyof Work)[];

/** Work with every kind said. */
export type WorkCounts = Required<Work>;

/**
 * Adds work.
 *
 * @param parts What is done, one after another.
 * @returns How much it is in all.
 */
export function totalWork(...parts: readonly Work[]): WorkCounts {
  let [comparisons, additions, multiplications, divisions, exponentials] = [0, 0, 0, 0, 0];
  for (const part of parts) {
    comparisons += part.comparisons ?? 0;
    additions += part.additions ?? 0;
    multiplications += part.multiplications ?? 0;
    divisions += part.divisions ?? 0;
    exponentials += part.exponentials ?? 0;
  }
  return { comparisons, additions, multiplications, divisions, exponentials };
}

/**
 * Repeats work.
 *
 * @param count How many times.
 * @param work What is done each time.
 * @returns How much it is in all.
 */
export function repeatWork(
  count: number,
  { comparisons = 0, additions = 0, multiplications = 0, divisions = 0, exponentials = 0 }: Work,
): WorkCounts {
  return {
    comparisons: count * comparisons,
    additions: count * additions,
    multiplications: count * multiplications,
    divisions: count * divisions,
    exponentials: count * exponentials,
  };
}

/** 1 / (1 + e⁻ˣ). */
export const sigmoidWork: Work = { additions: 1, divisions: 1, exponentials: 1 };

/** (1 − e⁻²ˣ) / (1 + e⁻²ˣ). */
export const tanhWork: Work = { additions: 2, multiplications: 1, divisions: 1, exponentials: 1 };

/** x·Φ(x) with Φ(x) = ½·(1 + erf(x / √2)). */
export const geluWork: Work = { additions: 1, multiplications: 3, exponentials: 1 };

/** x·σ(x). */
export const siluWork: Work = { ...sigmoidWork, multiplications: 1 };

/**
 * Softmax over one row: eˣ by its sum. Implementations subtract the largest first, which the
 * formula does not.
 *
 * @param length Numbers in the row.
 * @returns The work of the row.
 */
export function softmaxWork(length: number): Work {
  return { additions: length - 1, divisions: length, exponentials: length };
}

/**
 * Brings one row to a mean of 0 and a variance of 1: (x − μ) / √(σ² + ε), with mean and
 * variance of the row itself.
 *
 * @param length Numbers in the row.
 * @returns The work of the row, before γ and β.
 */
export function standardizeWork(length: number): Work {
  return {
    // The mean, the differences, the variance, ε.
    additions: length - 1 + length + (length - 1) + 1,
    multiplications: length,
    divisions: 2 + length,
    exponentials: 1,
  };
}

/**
 * Divides one row by its root mean square: x / √(mean(x²) + ε).
 *
 * @param length Numbers in the row.
 * @returns The work of the row, before γ.
 */
export function rootMeanSquareWork(length: number): Work {
  return { additions: length, multiplications: length, divisions: length + 1, exponentials: 1 };
}
