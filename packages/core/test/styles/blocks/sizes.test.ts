import { describe, expect, test } from 'vitest';
import type { PartKind } from '../../../src/styles/blocks/model.js';
import { type SizeOptions, sizeParts } from '../../../src/styles/blocks/sizes.js';
import type { Extent } from '../../../src/styles/extent.js';
import type { DrawOverride } from '../../../src/styles/style.js';
import { partOf } from './shown.js';

const options: SizeOptions = {
  unit: 1,
  spatialScale: 'log',
  maxSize: 40,
  minSize: 3,
  channelScale: 'log',
  maxWidth: 10,
  minWidth: 2,
  slabWidth: 1,
  maxVector: 80,
  barSize: 3,
};

const map = (side: number, depth = 8, width = side): Extent => ({
  kind: 'box',
  height: side,
  width,
  depth,
});

const bar = (units: number): Extent => ({ kind: 'bar', height: units, width: 1, depth: 1 });

/** Width, height and depth of parts in blocks of their own. */
function sizes(
  extents: readonly Extent[],
  given: Partial<SizeOptions> = {},
  kind: PartKind = 'convolution',
  override: DrawOverride = {},
): number[][] {
  const parts = extents.map((extent, index) => ({ ...partOf(`p${index}`), extent, kind }));
  const blocks = parts.map((part) => ({
    kind: 'boxes' as const,
    id: part.id,
    boxes: [{ parts: [part] }],
    names: [],
    layers: [],
    labelled: part.labelled,
  }));
  const found = sizeParts(blocks, { ...options, ...given }, () => override);
  return parts.map((part) => {
    const { width, height, depth } = found.get(part) ?? { width: 0, height: 0, depth: 0 };
    return [width, height, depth].map((value) => Math.round(value * 100) / 100);
  });
}

const heights = (sides: readonly number[], given: Partial<SizeOptions> = {}) =>
  sizes(
    sides.map((side) => map(side)),
    given,
  ).map(([, height]) => height);

const widths = (depths: readonly number[], given: Partial<SizeOptions> = {}) =>
  sizes(
    depths.map((depth) => map(8, depth)),
    given,
  ).map(([width]) => width);

const lengths = (units: readonly number[], given: Partial<SizeOptions> = {}) =>
  sizes(units.map(bar), given).map(([, , depth]) => depth);

describe('heights', () => {
  test('of halvings are near to 40, 35, 30, 23, 15, 10, which PlotNeuralNet has by hand', () => {
    expect(heights([224, 112, 56, 28, 14, 7])).toEqual([40, 33.8, 27.6, 21.4, 15.2, 9]);
  });

  test('end at the floor, by smaller steps, however small a map is', () => {
    expect(heights([256, 16, 1])).toEqual([40, 21.5, 3]);
    expect(heights([100_000, 1])).toEqual([40, 3]);
  });

  test('are those of the ceiling for one size', () => {
    expect(heights([7, 7])).toEqual([40, 40]);
    expect(heights([1])).toEqual([40]);
  });

  test('follow the other scales down to the floor', () => {
    expect(heights([224, 56, 14, 1], { spatialScale: 'sqrt' })).toEqual([40, 20, 10, 3]);
    expect(heights([224, 56, 14, 1], { spatialScale: 'linear' })).toEqual([40, 10, 3, 3]);
    expect(heights([224, 56], { maxSize: 80, spatialScale: 'linear' })).toEqual([80, 20]);
  });

  test('and depths are apart, and share a scale', () => {
    expect(sizes([map(128, 8, 512)])).toEqual([[2, 27.6, 40]]);
  });
});

describe('widths', () => {
  test('of doublings add a share of that of 4096 channels', () => {
    expect(widths([64, 128, 256, 512, 1024, 4096])).toEqual([2.02, 3.35, 4.68, 6.01, 7.34, 10]);
  });

  test('have a floor, and a ceiling where there are more channels', () => {
    expect(widths([1, 3, 32])).toEqual([2, 2, 2]);
    expect(widths([65_536, 4096])).toEqual([10, 4.68]);
  });

  test('follow the other scales, by the most channels', () => {
    expect(widths([512, 256, 128, 3], { channelScale: 'linear' })).toEqual([10, 5, 2.5, 2]);
    expect(widths([512, 128, 3], { channelScale: 'sqrt', maxWidth: 20 })).toEqual([20, 10, 2]);
  });

  test.each(['pooling', 'unpooling', 'softmax', 'input'] as const)('of %s are thin', (kind) => {
    expect(sizes([map(8, 4096)], {}, kind)[0]?.[0]).toBe(1);
    expect(sizes([map(8, 4096)], { slabWidth: 1.5 }, kind)[0]?.[0]).toBe(1.5);
  });
});

describe('vectors', () => {
  test('are bars whose length is the logarithm of their units', () => {
    expect(sizes([bar(4096), bar(64), bar(2)])).toEqual([
      [3, 3, 80],
      [3, 3, 40],
      [3, 3, 6.67],
    ]);
  });

  test('have a floor and a ceiling', () => {
    expect(lengths([4096, 1], { maxVector: 10 })).toEqual([10, 3]);
    expect(lengths([1_000_000])).toEqual([80]);
    expect(lengths([1])).toEqual([80]);
  });

  test('are half as thick for softmaxes', () => {
    expect(sizes([bar(1000)], {}, 'softmax')).toEqual([[1.5, 3, 80]]);
  });
});

describe('sizes by hand', () => {
  test('go before the scales, in units', () => {
    const size = { width: 7, height: 20, depth: 20 };
    expect(sizes([map(7)], { unit: 6 }, 'other', { size })).toEqual([[42, 120, 120]]);
    expect(sizes([bar(64)], {}, 'dense', { size: { depth: 25 } })).toEqual([[3, 3, 25]]);
    expect(sizes([map(8)], {}, 'convolution', { size: { width: 0.5 } })).toEqual([[0.5, 40, 40]]);
  });

  test('of one part give the others of its box their height and depth, not their width', () => {
    const parts = [partOf('a'), partOf('b')];
    const block = {
      kind: 'boxes' as const,
      id: 'a',
      boxes: [{ parts }],
      names: [],
      layers: [],
      labelled: partOf('a').labelled,
    };
    const found = sizeParts([block], options, ({ id }) =>
      id === 'a' ? { size: { width: 9, height: 5, depth: 6 } } : {},
    );
    expect(parts.map((part) => found.get(part))).toEqual([
      { width: 9, height: 5, depth: 6 },
      { width: 2, height: 5, depth: 6 },
    ]);
  });
});
