import { describe, expect, test } from 'vitest';
import type { Scene } from '../../../src/scene/scene.js';
import { circlesOf, pathsOf, segmentsOf, textsOf } from '../../geometry.js';
import { boxOf, drawn, faults, kernelsOf, lenet5, shapesOf, wordsOf } from './drawing.js';

const fills = (scene: Scene, column: number) =>
  shapesOf(scene)[column]?.map(({ paint }) => paint.fill?.light);

const gaps = (scene: Scene) => {
  const boxes = shapesOf(scene).map(boxOf);
  return boxes.slice(1).map(([left = 0], index) => left - (boxes[index]?.[2] ?? 0));
};

describe('gaps', () => {
  const bare = { showLabels: false };

  test('are one number, and another beside vectors', () => {
    const { scene } = drawn(lenet5, { ...bare, spacing: 50, vectorSpacing: 7 });
    expect(gaps(scene)).toEqual([50, 50, 50, 50, 7, 7, 7]);
  });

  test('are given one by one, also negative', () => {
    const spacing = [40, 0, -20, 12.5, -30, 3, 100];
    expect(gaps(drawn(lenet5, { ...bare, spacing }).scene)).toEqual(spacing);
  });

  test('never turn the order around', () => {
    const { scene } = drawn(lenet5, { ...bare, spacing: -100 });
    const lefts = shapesOf(scene).map((shapes) => boxOf(shapes)[0] ?? 0);
    for (const [index, left] of lefts.slice(1).entries()) {
      expect(left - (lefts[index] ?? 0)).toBeGreaterThanOrEqual(16);
    }
  });

  test('grow where labels need more', () => {
    for (const spacing of [-100, -40, 0]) {
      expect(faults(drawn(lenet5, { spacing, vectorSpacing: spacing }).scene)).toEqual([]);
    }
  });

  test('are as many as there are', () => {
    const { problems } = drawn(lenet5, { spacing: [1, 2] });
    expect(problems).toMatchObject([
      { rule: 'wrong-length', message: '`spacing` has 2 entries, but there are 7 gaps' },
    ]);
  });
});

describe('colours', () => {
  test('are two by turns, the hindmost map the first', () => {
    const { scene } = drawn(lenet5, { mapColors: ['#112233', '#ddeeff'] });
    expect(fills(scene, 1)?.slice(0, 3)).toEqual(['#112233', '#ddeeff', '#112233']);
    expect(fills(scene, 5)).toEqual(['#ddeeff']);
  });

  test('are one with a paler shade, and of bars another', () => {
    const { scene } = drawn(lenet5, { mapColors: '#000000', vectorColor: '#abcdef' });
    expect(fills(scene, 1)?.slice(0, 2)).toEqual(['#000000', '#737373']);
    expect(fills(scene, 6)).toEqual(['#abcdef']);
  });

  test('of one layer are those of `draw`', () => {
    const overrides = { first: { color: '#ff0000' }, dense3: { color: '#00ff00' } };
    const { scene } = drawn(lenet5, { mapColors: '#123456' }, { overrides });
    expect(fills(scene, 1)?.[0]).toBe('#ff0000');
    expect(fills(scene, 2)?.[0]).toBe('#123456');
    expect(fills(scene, 7)).toEqual(['#00ff00']);
  });

  test('of outlines and lines', () => {
    const { scene } = drawn(lenet5, {
      borderColor: '#0000ff',
      borderWidth: 2,
      lineColor: '#ff00ff',
      lineWidth: 0.3,
      opacity: 0.5,
    });
    const map = shapesOf(scene)[0]?.[0]?.paint;
    expect(map).toMatchObject({ strokeWidth: 2, fillOpacity: 0.5 });
    expect(map?.stroke?.light).toBe('#0000ff');
    const lines = pathsOf(scene, 'edges').filter(({ commands }) => commands.at(-1)?.[0] === 'L');
    expect(
      new Set(lines.map(({ paint }) => `${paint.stroke?.light} ${paint.strokeWidth}`)),
    ).toEqual(new Set(['#ff00ff 0.3']));
  });

  test('of the legend are left out where they say nothing', () => {
    const words = (options: object, context: object) =>
      wordsOf(drawn(lenet5, options, { legend: 'below', ...context }).scene);
    expect(words({}, {})).toContain('Pooling');
    expect(words({ mapColors: '#123456' }, {})).not.toContain('Pooling');
    expect(words({}, { paletteName: 'classic' })).not.toContain('Pooling');
  });
});

describe('vectors', () => {
  const lengths = (options: object) => {
    const { scene, problems } = drawn('input: 400\nlayers: [dense 100, dense 4]\n', options);
    const boxes = shapesOf(scene).map(boxOf);
    return { lengths: boxes.map(([, top = 0, , bottom = 0]) => bottom - top), problems };
  };

  test.each([
    [{ vectorScale: 50 }, [200, 50, 14]],
    [{ vectorScale: 100, vectorLength: 'sqrt' }, [200, 100, 20]],
    [{ vectorScale: 50, minVector: 2 }, [200, 50, 2]],
    [{}, [256, 64, 14]],
    [{ maxVector: 100, vectorLength: 'sqrt' }, [100, 50, 14]],
  ])('%j', (options, expected) => {
    expect(lengths(options)).toEqual({ lengths: expected, problems: [] });
  });

  test('that are cut are told', () => {
    const { lengths: cut, problems } = lengths({ vectorScale: 100 });
    expect(cut).toEqual([256, 100, 14]);
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        message:
          'At `vectorScale: 100` the bar of `input` would be 400 px long, so it is cut to `maxVector: 256`',
      },
    ]);
  });

  test('are as thick as is said', () => {
    const [bar] = shapesOf(drawn('input: 100\nlayers: [dense 5]\n', { vectorWidth: 30 }).scene);
    const [left = 0, , right = 0] = boxOf(bar ?? []);
    expect(right - left).toBe(130);
  });
});

describe('tall stacks', () => {
  const tall = 'input: 3x8x8\nlayers: [conv 300 3x3, conv 1200 3x3]\n';
  const counts = (options: object, text = tall) => {
    const { scene, problems } = drawn(text, options);
    return { maps: shapesOf(scene).map(({ length }) => length), problems, scene };
  };

  test('leave maps out, by dots', () => {
    const { maps, scene } = counts({});
    expect(maps).toEqual([3, 12, 12]);
    expect(circlesOf(scene)).toHaveLength(6);
    expect(wordsOf(scene)).toContain('1200@4×4');
  });

  test('have as many as is said', () => {
    expect(counts({ maxMaps: 20 }).maps).toEqual([3, 20, 20]);
    expect(counts({ maxMaps: 1 }).maps).toEqual([1, 1, 1]);
  });

  test('have all, up to a limit', () => {
    const { maps, problems, scene } = counts({ elide: false, mapGap: 1 });
    expect(maps).toEqual([3, 300, 1000]);
    expect(problems).toMatchObject([{ rule: 'too-large', severity: 'warning' }]);
    expect(circlesOf(scene)).toHaveLength(3);
    expect(faults(scene)).toEqual([]);
    const huge = `input: 900x8x8\nlayers: [${'conv 900 1x1, '.repeat(11)}conv 900 1x1]\n`;
    const fewer = counts({ elide: false, fold: 'never' }, huge);
    expect(fewer.maps[0]).toBe(24);
    expect(fewer.problems[0]?.message).toMatch(/^This figure would have 11700 maps/);
  });

  test('shift by what is said, also not at all', () => {
    const shift = (mapGap: number) => {
      const [, maps = []] = shapesOf(drawn(lenet5, { mapGap }).scene);
      const [first = [], second = []] = maps.map((map) => boxOf([map]));
      return (second[0] ?? 0) - (first[0] ?? 0);
    };
    expect([0, 3, 20].map(shift)).toEqual([0, 3, 20]);
  });
});

describe('kernels', () => {
  /** Where a kernel stands on its map, from 0 to 1. */
  const places = (options: object) => {
    const { scene, problems } = drawn(lenet5, options);
    const stacks = shapesOf(scene);
    const found = kernelsOf(scene).map((kernel, index) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = boxOf([kernel]);
      const front = stacks[index]?.at(-1);
      const [x = 0, y = 0, xEnd = 0, yEnd = 0] = boxOf(front ? [front] : []);
      const share = (at: number, from: number, to: number) =>
        Math.round((100 * (at - from)) / (to - from)) / 100;
      return [share(left, x, xEnd - (right - left)), share(top, y, yEnd - (bottom - top))];
    });
    return { found, problems };
  };

  test('stand at one place', () => {
    expect(places({}).found).toEqual(Array.from({ length: 4 }, () => [0.62, 0.3]));
    expect(places({ kernelX: 0, kernelY: 1 }).found[2]).toEqual([0, 1]);
  });

  test('stand at places that follow from the seed, off the rim', () => {
    const { found } = places({ kernels: 'seeded', seed: 1 });
    expect(found).toEqual(places({ kernels: 'seeded', seed: 1 }).found);
    expect(found).not.toEqual(places({ kernels: 'seeded', seed: 2 }).found);
    expect(new Set(found.map(String)).size).toBe(4);
    for (const share of found.flat()) {
      expect(share).toBeGreaterThanOrEqual(0.09);
      expect(share).toBeLessThanOrEqual(0.91);
    }
  });

  test('stand where a layer says, by its name or operation', () => {
    const kernelPlaces = { first: [0, 0], maxpool: [1, 1], maxpool2: [0.5, 0.5] };
    const { found, problems } = places({ kernelPlaces });
    expect(found).toEqual([
      [0, 0],
      [1, 1],
      [0.62, 0.3],
      [0.5, 0.5],
    ]);
    expect(problems).toEqual([]);
  });

  test('lead to the same place of the next map, when they have places of their own', () => {
    const { scene } = drawn(lenet5, { kernelPlaces: { first: [0.25, 0.75] } });
    const front = shapesOf(scene)[1]?.at(-1);
    const [left = 0, top = 0, right = 0, bottom = 0] = boxOf(front ? [front] : []);
    const [, one] = pathsOf(scene, 'edges');
    const end = one && segmentsOf(one).at(-1)?.[1];
    expect(end?.x).toBeCloseTo(left + 0.25 * (right - left), 6);
    expect(end?.y).toBeCloseTo(top + 0.75 * (bottom - top), 6);
  });

  test('are left out', () => {
    for (const kernels of ['none', false]) expect(places({ kernels }).found).toEqual([]);
  });

  test('of layers that do not exist are told', () => {
    const { problems } = places({ kernelPlaces: { frist: [0, 0] } });
    expect(problems).toMatchObject([{ rule: 'unknown-name', hint: 'Did you mean `first`?' }]);
  });
});

describe('texts', () => {
  test('are left out each by each', () => {
    const words = (options: object) => wordsOf(drawn(lenet5, options).scene);
    expect(words({ showSizes: false })).not.toContain('6@28×28');
    expect(words({ showSizes: false })).toContain('5×5');
    expect(words({ showOperations: false })).not.toContain('Convolution');
    expect(words({ showDetails: false })).not.toContain('5×5');
    expect(words({ showLabels: false })).toEqual([]);
  });

  test('under single gaps are what is said', () => {
    const operations = { maxpool: 'Max-Pool', first: '{out} filters', dense3: '' };
    const { scene, problems } = drawn(lenet5, { operations });
    expect(wordsOf(scene).filter((word) => /^(?:Max-Pool|6 filters|Dense)$/.test(word))).toEqual([
      '6 filters',
      'Max-Pool',
      'Max-Pool',
      'Dense',
      'Dense',
    ]);
    expect(problems).toEqual([]);
    expect(drawn(lenet5, { operations: { dense1: '{unit}' } }).problems).toMatchObject([
      { rule: 'unknown-placeholder' },
    ]);
  });

  test('stand in one row each', () => {
    const { scene } = drawn(lenet5, { spacing: [0, 90, -50, 10, 0, 0, 0] });
    const rows = new Set(textsOf(scene).map(({ y }) => Math.round(y)));
    expect(rows.size).toBe(3);
  });
});

describe('sizes', () => {
  test('of maps that are not square are right in both ways', () => {
    const text = 'input: 1x40x100\nlayers: [conv 4 8x20, maxpool 1x3]\n';
    const { scene } = drawn(text, { mapSize: 200 });
    const boxes = shapesOf(scene).map(([map]) => boxOf(map ? [map] : []));
    expect(boxes.map(([l = 0, t = 0, r = 0, b = 0]) => [r - l, b - t])).toEqual([
      [200, 80],
      [162, 66],
      [54, 66],
    ]);
    const kernels = kernelsOf(scene).map((kernel) => boxOf([kernel]));
    expect(kernels.map(([l = 0, t = 0, r = 0, b = 0]) => [r - l, b - t].map(Math.round))).toEqual([
      [40, 16],
      [6, 5],
    ]);
    for (const [index, [, top = 0, , bottom = 0]] of shapesOf(scene).map(boxOf).entries()) {
      const [, firstTop = 0, , firstBottom = 0] = boxOf(shapesOf(scene)[0] ?? []);
      expect(top + bottom, `stack ${index}`).toBeCloseTo(firstTop + firstBottom, 1);
    }
  });
});
