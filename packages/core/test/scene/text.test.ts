import { describe, expect, it } from 'vitest';
import { measureText, wrapText } from '../../src/scene/text.js';

describe('measureText', () => {
  // The published widths of Helvetica, in thousandths: H 722, i 222, d 556, e 556, n 556.
  it('has the widths of Helvetica', () => {
    expect(measureText('Hidden', 1000)).toBeCloseTo(722 + 222 + 556 + 556 + 556 + 556, -0.7);
    expect(measureText('W', 1000)).toBeCloseTo(944, -0.5);
  });

  it('has a bold weight', () => {
    expect(measureText('A', 2048, 'bold')).toBe(1479);
    expect(measureText('A', 2048)).toBe(1366);
  });

  it('scales with the size and adds up', () => {
    expect(measureText('conv', 24)).toBe(2 * measureText('conv', 12));
    expect(measureText('convpool', 12)).toBeCloseTo(
      measureText('conv', 12) + measureText('pool', 12),
    );
    expect(measureText('', 12)).toBe(0);
  });

  it('knows what figures write beyond ASCII', () => {
    expect(measureText('×', 2048)).toBe(1196);
    for (const character of 'ℝ∈⁰¹²³⁴⁵⁶⁷⁸⁹ₙλαЖč→≤∑⊕…') {
      const width = measureText(character, 1);
      expect(width, character).toBeGreaterThan(0.2);
      expect(width, character).toBeLessThan(1.1);
    }
  });

  it('gives marks no width, and unknown characters enough', () => {
    expect(measureText('e\u0301', 10)).toBe(measureText('e', 10));
    expect(measureText('層', 10)).toBe(10);
    expect(measureText('🧠', 10)).toBe(12.5);
    expect(measureText('\ud800', 10)).toBe(10);
  });
});

describe('wrapText', () => {
  it('breaks at spaces and keeps a long word whole', () => {
    expect(wrapText('one two three', 50, 12)).toEqual(['one two', 'three']);
    expect(wrapText('extraordinarily long', 20, 12)).toEqual(['extraordinarily', 'long']);
    expect(wrapText('one', Number.POSITIVE_INFINITY, 12)).toEqual(['one']);
  });

  it('does not break at a no-break space', () => {
    expect(wrapText('one\u00a0two three', 20, 12)).toEqual(['one\u00a0two', 'three']);
  });
});
