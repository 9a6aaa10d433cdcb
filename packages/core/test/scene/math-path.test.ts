import { describe, expect, test } from 'vitest';
import { mapPath, multiply, readPath, readTransform } from '../../src/scene/math-path.js';

describe('readPath', () => {
  test('makes all commands absolute lines and cubic curves', () => {
    expect(readPath('M1 2H5V7h-1v-1l1 1L0 0z')).toEqual([
      ['M', 1, 2],
      ['L', 5, 2],
      ['L', 5, 7],
      ['L', 4, 7],
      ['L', 4, 6],
      ['L', 5, 7],
      ['L', 0, 0],
      ['Z'],
    ]);
  });

  test('goes on from the start of a closed path', () => {
    expect(readPath('m1 1l2 0zm1 1l1 0')).toEqual([
      ['M', 1, 1],
      ['L', 3, 1],
      ['Z'],
      ['M', 2, 2],
      ['L', 3, 2],
    ]);
  });

  test('raises quadratic curves by a degree, smooth ones too', () => {
    expect(readPath('M0 0Q3 3 6 0T12 0')).toEqual([
      ['M', 0, 0],
      ['C', 2, 2, 4, 2, 6, 0],
      ['C', 8, -2, 10, -2, 12, 0],
    ]);
    expect(readPath('M0 0q3 3 6 0t6 0')).toEqual(readPath('M0 0Q3 3 6 0T12 0'));
    // After anything else, a smooth curve starts straight.
    expect(readPath('M0 0T6 0')).toEqual([
      ['M', 0, 0],
      ['C', 0, 0, 2, 0, 6, 0],
    ]);
  });

  test('mirrors the control point of smooth cubic curves', () => {
    expect(readPath('M0 0C1 1 2 1 3 0S5 -1 6 0s2 1 3 0')).toEqual([
      ['M', 0, 0],
      ['C', 1, 1, 2, 1, 3, 0],
      ['C', 4, -1, 5, -1, 6, 0],
      ['C', 7, 1, 8, 1, 9, 0],
    ]);
  });

  test('reads numbers without spaces between them, and points that repeat a letter', () => {
    expect(readPath('M.5.5-1-2 3e1 4')).toEqual([
      ['M', 0.5, 0.5],
      ['L', -1, -2],
      ['L', 30, 4],
    ]);
  });

  test('refuses arcs rather than leaving them out', () => {
    expect(() => readPath('M0 0A1 1 0 0 1 2 2')).toThrow('path command A');
  });
});

describe('readTransform', () => {
  test.each([
    ['translate(3,4)', [1, 0, 0, 1, 3, 4]],
    ['translate(3)', [1, 0, 0, 1, 3, 0]],
    ['scale(2)', [2, 0, 0, 2, 0, 0]],
    ['scale(1,-1)', [1, 0, 0, -1, 0, 0]],
    // The last one is applied first.
    ['translate(10,20) scale(2)', [2, 0, 0, 2, 10, 20]],
    ['scale(2) translate(10,20)', [2, 0, 0, 2, 20, 40]],
  ])('%s', (text, matrix) => {
    expect(readTransform(text)).toEqual(matrix);
  });

  test('turns about a point', () => {
    const [a, b, c, d, e, f] = readTransform('rotate(90 1 1)');
    for (const [value, expected] of [
      [a, 0],
      [b, 1],
      [c, -1],
      [d, 0],
      [e, 2],
      [f, 0],
    ] as const) {
      expect(value).toBeCloseTo(expected);
    }
  });

  test('refuses what it does not know', () => {
    expect(() => readTransform('skewX(3)')).toThrow('transform skewX');
  });
});

test('multiply applies the inner one first', () => {
  expect(multiply([2, 0, 0, 2, 1, 1], [1, 0, 0, 1, 5, 6])).toEqual([2, 0, 0, 2, 11, 13]);
});

test('mapPath moves ends and control points', () => {
  const moved = mapPath([['M', 0, 1], ['C', 1, 2, 3, 4, 5, 6], ['Z']], (x, y) => [x + 10, -y]);
  expect(moved).toEqual([['M', 10, -1], ['C', 11, -2, 13, -4, 15, -6], ['Z']]);
});
