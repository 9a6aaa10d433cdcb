/** Writes numbers for people, the same on every machine. */

const units = ['', 'K', 'M', 'G', 'T', 'P'];

/**
 * Writes a count to three digits with a unit: `25.6 M`, `4.09 G`; below 1000 exactly.
 *
 * @param count A whole number of at least 0.
 * @returns The number, a space and the unit.
 */
export function formatCount(count: number): string {
  let unit = 0;
  let value = count;
  // 999.5 would be written as 1000, so it goes to the next unit.
  while (value >= (unit === 0 ? 1000 : 999.5) && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  if (unit === 0) return String(count);
  const digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

/**
 * Writes a whole number with commas between thousands.
 *
 * @param value The number.
 * @returns `25,557,032`.
 */
export function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
