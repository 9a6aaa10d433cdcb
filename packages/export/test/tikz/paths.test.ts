import type { PathCommand } from 'nnfig/writers';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/tikz/numbers.js';
import { longestPath, pathTexts } from '../../src/tikz/paths.js';
import { ink } from '../drawings.js';

const point = (x: number, y: number) => `(${decimal(x)},${decimal(y)})`;

const lines = (commands: readonly PathCommand[], paint: object = { stroke: ink }) =>
  pathTexts(commands, paint, point).map(({ lines, options }) => [...options, ...lines].join('|'));

describe('pathTexts', () => {
  test('writes lines, curves, gaps and closed shapes', () => {
    expect(
      lines([
        ['M', 0, 0],
        ['L', 1.005, -2],
        ['C', 1, 2, 3, 4, 5, 6],
      ]),
    ).toEqual(['(0,0) -- (1,-2) .. controls (1,2) and (3,4) .. (5,6)']);
    expect(lines([['M', 0, 0], ['L', 9, 0], ['L', 0, 9], ['Z'], ['M', 1, 1], ['L', 2, 2]])).toEqual(
      ['(0,0) -- (9,0) -- (0,9) -- cycle|(1,1) -- (2,2)'],
    );
  });

  test('goes on from the start of a closed shape', () => {
    expect(lines([['M', 5, 5], ['L', 9, 0], ['Z'], ['L', 7, 7]])).toEqual([
      '(5,5) -- (9,0) -- cycle|(5,5) -- (7,7)',
    ]);
  });

  test('names rectangles, also those with round corners', () => {
    const box: PathCommand[] = [['M', 1, 2], ['L', 11, 2], ['L', 11, 7], ['L', 1, 7], ['Z']];
    expect(lines(box)).toEqual(['(1,2) rectangle (11,7)']);
    expect(lines(box, { stroke: ink, dash: [2, 1] })).toEqual([
      '(1,2) -- (11,2) -- (11,7) -- (1,7) -- cycle',
    ]);
    const k = 2 * (1 - (4 / 3) * (Math.SQRT2 - 1));
    const round: PathCommand[] = [
      ['M', 2, 0],
      ['L', 18, 0],
      ['C', 20 - k, 0, 20, k, 20, 2],
      ['L', 20, 8],
      ['C', 20, 10 - k, 20 - k, 10, 18, 10],
      ['L', 2, 10],
      ['C', k, 10, 0, 10 - k, 0, 8],
      ['L', 0, 2],
      ['C', 0, k, k, 0, 2, 0],
      ['Z'],
    ];
    expect(lines(round)).toEqual([String.raw`rounded corners=2\nnfigpx|(0,0) rectangle (20,10)`]);
  });

  test('paints nothing where there is nothing to paint', () => {
    expect(
      lines(
        [
          ['M', 0, 0],
          ['L', 1, 1],
        ],
        {},
      ),
    ).toEqual([]);
    expect(
      lines(
        [
          ['M', 0, 0],
          ['L', 1, 1],
        ],
        { stroke: ink, strokeWidth: 0 },
      ),
    ).toEqual([]);
    expect(lines([['M', 0, 0]])).toEqual([]);
    expect(lines([])).toEqual([]);
  });

  test('cuts long outlines into pieces that TeX can hold', () => {
    const many = Array.from({ length: 8832 }, (_, index): PathCommand[] => [
      ['M', 0, index],
      ['L', 9, index],
    ]).flat();
    const pieces = pathTexts(many, { stroke: ink }, point);
    expect(pieces).toHaveLength(Math.ceil((2 * 8832) / longestPath));
    expect(Math.max(...pieces.map(({ lines }) => lines.length))).toBe(longestPath / 2);
    expect(pieces.flatMap(({ lines }) => lines)).toHaveLength(8832);
  });

  test('cuts areas only if none is a hole in another', () => {
    const triangle = (x: number, turn: 1 | -1): PathCommand[] => [
      ['M', x, 0],
      ['L', x + turn, 0],
      ['L', x, 1],
      ['Z'],
    ];
    const same = Array.from({ length: 400 }, (_, index) => triangle(index, 1)).flat();
    const mixed = [...same, ...triangle(0, -1)];
    expect(pathTexts(same, { fill: ink }, point).length).toBeGreaterThan(1);
    expect(pathTexts(mixed, { fill: ink }, point)).toHaveLength(1);
    expect(pathTexts(same, { fill: ink, stroke: ink }, point)).toHaveLength(1);
  });

  test('keeps lines of text short enough to read', () => {
    const zigzag = Array.from(
      { length: 100 },
      (_, index): PathCommand => [index === 0 ? 'M' : 'L', index * 10.25, index % 2],
    );
    const [piece] = pathTexts(zigzag, { stroke: ink }, point);
    expect(Math.max(...(piece?.lines ?? []).map((line) => line.length))).toBeLessThanOrEqual(120);
  });
});

test.each([
  [1.005, '1'],
  [-0.001, '0'],
  [12.5, '12.5'],
  [1e-9, '0'],
  [1e21, '1000000000'],
  [Number.NaN, '0'],
  [100, '100'],
])('decimal writes %s as %s', (value, text) => {
  expect(decimal(value)).toBe(text);
});
