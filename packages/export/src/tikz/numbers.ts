/** Numbers as TeX reads them. */

/**
 * Writes a number with at most so many decimals: no exponent, no `-0`, no trailing zeros.
 *
 * @param value Any number; what is not finite becomes 0.
 * @param decimals Most digits after the point.
 * @returns Such as `12.5`.
 */
export function decimal(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return '0';
  const text = Math.max(-1e9, Math.min(1e9, value)).toFixed(decimals);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}
