import { expect, it } from 'vitest';
import { formatCount } from '../../src/analysis/format.js';

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.00 K'],
  [9994, '9.99 K'],
  [9995, '10.0 K'],
  [61_706, '61.7 K'],
  [99_950, '100 K'],
  [416_520, '417 K'],
  [999_499, '999 K'],
  [999_500, '1.00 M'],
  [25_557_032, '25.6 M'],
  [4_089_184_256, '4.09 G'],
  [150_428_424_448, '150 G'],
  [2_894_069_760_000, '2.89 T'],
  [Number.MAX_SAFE_INTEGER, '9.01 P'],
])('writes %i as %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});
