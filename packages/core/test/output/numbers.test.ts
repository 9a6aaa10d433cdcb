import { describe, expect, it } from 'vitest';
import { pathData, round } from '../../src/output/numbers.js';
import type { PathCommand } from '../../src/scene/scene.js';

describe('round', () => {
  it('keeps hundredths and has no negative zero, exponent or infinity', () => {
    expect([1.005, 2.345, -1.999, 1e-9].map(round)).toEqual([1, 2.35, -2, 0]);
    expect(Object.is(round(-0.001), 0)).toBe(true);
    expect(String(round(1e30))).toBe('1000000000');
    expect(round(Number.NaN)).toBe(0);
    expect(round(Number.NEGATIVE_INFINITY)).toBe(0);
  });
});

describe('pathData', () => {
  it('writes whichever of absolute and relative is shorter', () => {
    const commands: PathCommand[] = [
      ['M', 100, 100],
      ['L', 101, 99.5],
      ['L', 0, 0],
    ];
    expect(pathData(commands)).toBe('M100 100l1-.5L0 0');
  });

  it('writes straight lines along an axis with one number', () => {
    const commands: PathCommand[] = [['M', 0, 0], ['L', 1000, 0], ['L', 1000, 7], ['Z']];
    expect(pathData(commands)).toBe('M0 0H1000V7Z');
  });

  it('goes on from the start of a closed shape', () => {
    const commands: PathCommand[] = [['M', 100, 100], ['L', 300, 300], ['Z'], ['L', 101, 101]];
    expect(pathData(commands)).toBe('M100 100L300 300Zl1 1');
  });

  it('does not add up rounding errors', () => {
    const steps = Array.from(
      { length: 300 },
      (_, index): PathCommand => [index === 0 ? 'M' : 'L', 1000 + index / 3, 1000 + index / 7],
    );
    let [x, y] = [0, 0];
    for (const [, letter = '', rest = ''] of pathData(steps).matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
      const [a = 0, b = 0] = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
      if (letter === 'M' || letter === 'L') [x, y] = [a, b];
      else if (letter === 'h') x += a;
      else if (letter === 'v') y += a;
      else if (letter === 'H') x = a;
      else if (letter === 'V') y = a;
      else [x, y] = [x + a, y + b];
    }
    expect(x).toBeCloseTo(1000 + 299 / 3, 1.5);
    expect(y).toBeCloseTo(1000 + 299 / 7, 1.5);
  });
});
