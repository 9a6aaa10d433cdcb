import { describe, expect, test } from 'vitest';
import { render } from '../../../src/render.js';
import { plotneuralnet } from '../../../src/styles/plotneuralnet/index.js';
import { leaves, outside, textsOf } from '../../geometry.js';
import { networkOf } from '../descriptions.js';
import { everything, ownText } from './fixtures.js';
import { seenOf } from './seen.js';
import { pyramidOf } from './unusual.js';

const style = { style: 'plotneuralnet' };

describe('the bytes', () => {
  test.each(everything)('of %s are the same every time, and hold no nonsense', (_, text) => {
    const { svg, diagnostics } = render(text, {}, style);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(render(text, {}, style).svg).toBe(svg);
  });

  test('are few', () => {
    for (const name of ['fcn-8s', 'u-net', 'u-net-u', 'hed', 'vgg-16']) {
      expect(render(ownText(name)).svg?.length, name).toBeLessThan(80_000);
    }
  });
});

describe('too many layers', () => {
  /** Sizes that change, so that nothing is folded. */
  const long = (count: number) =>
    `input: 3x64x64\nlayers:\n${Array.from({ length: count }, (_, index) => `  - conv ${1 + (index % 97)} 3x3 p1`).join('\n')}`;

  test('are refused, with their number', () => {
    expect(plotneuralnet.refuses(networkOf(long(600)))).toBe(
      'it draws at most 600 layers, but with its blocks folded the network still has 601',
    );
    const { svg, diagnostics } = render(long(600), {}, style);
    expect(svg).toBeUndefined();
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['style-cannot-show']);
  });

  test('are none below, and none where blocks are folded', () => {
    expect(plotneuralnet.refuses(networkOf(long(599)))).toBeUndefined();
    const folded = `input: 8x8x8\nblocks:\n  b: [conv 8 3x3 p1, conv 8 1x1]\nlayers:\n  - b x900`;
    expect(plotneuralnet.refuses(networkOf(folded))).toBeUndefined();
    expect(textsOf(seenOf(folded).scene).some(({ text }) => text.includes('×900'))).toBe(true);
  });

  test('of a chain that is drawn are in rows of the width that is asked', () => {
    for (const wrap of [500, 900, 1900] as const) {
      const { svg } = render(long(300), {}, { ...style, options: { wrap, join: false } });
      const width = Number(/ width="(\d+)/.exec(svg ?? '')?.[1]);
      // Beside the boxes there are labels, what is seen of their depth, and lines between the rows.
      expect(width).toBeLessThan(wrap + 260);
    }
  });
});

describe('what does not end a figure', () => {
  test.each([
    [
      'a map of a hundred thousand pixels a side',
      'input: 3x100000x100000\nlayers: [conv 8 3x3 p1]',
    ],
    ['a vector of a billion units', 'input: 1000000000\nlayers: [dense 2]'],
    ['a million channels', 'input: 3x8x8\nlayers: [conv 1000000 1x1]'],
    ['maps of one pixel', 'input: 1x1x1\nlayers: [conv 1 1x1]'],
    ['a long name', `input: 3x8x8\nlayers: [conv 8 3x3 as ${'a'.repeat(150)}]`],
    ['sixteen levels', pyramidOf(14)],
  ])('%s', (_, text) => {
    const seen = seenOf(text);
    expect(outside(seen.scene)).toEqual([]);
    const sizes = leaves(seen.scene).filter(({ node }) => node.kind === 'path');
    expect(sizes.length).toBeGreaterThan(0);
  });

  test.each([
    { layout: 'round' },
    { gap: 0 },
    { gap: Number.NaN },
    { unit: 1e6 },
    { wrap: 100 },
    { maxSize: 0 },
    { heights: true },
    { lines: [{ from: 'a.east' }] },
    { lines: [{ from: 'a.east', to: 'b.west', route: 'around' }] },
    { lines: [{ from: 'a.east', to: 'b.west', color: 'red' }] },
    { opacity: 1.1 },
    { ball: 0 },
    { gapp: 3 },
  ])('options %o are refused', (options) => {
    expect(plotneuralnet.options.safeParse(options).success).toBe(false);
  });

  test('defaults are those of PlotNeuralNet, in units of 0.2 cm', () => {
    expect(plotneuralnet.options.parse({})).toMatchObject({
      maxSize: 40,
      barSize: 3,
      slabWidth: 1,
      ball: 2.5,
      layout: 'auto',
      concat: 'auto',
    });
  });
});

describe('hand-placed lines', () => {
  const network =
    'input: 3x64x64\nlayers: [conv 8 3x3 p1 as a, maxpool 2, conv 8 3x3 p1 as b, maxpool 2, conv 8 3x3 p1 as c]';
  const drawn = (lines: readonly object[]) =>
    seenOf(network, { lines }).arrows.filter(({ kind }) => kind === 'line');

  test.each([
    ['straight', 2],
    ['elbow', 3],
    ['z', 4],
    ['over', 4],
    ['under', 4],
    ['front', 4],
  ])('of route %s have %d corners', (route, count) => {
    const [line] = drawn([{ from: 'a.near', to: 'c.near', route }]);
    expect(line?.points).toHaveLength(count);
    expect(line?.heads.length).toBeGreaterThan(0);
  });

  test('end where the anchors are', () => {
    const [line] = drawn([{ from: 'a.nearsoutheast', to: 'b.farnorthwest' }]);
    const { sized, placement } = seenOf(network).figure;
    const box = sized[0]?.boxes[0];
    const west = placement.wests[0];
    const reach = (0.385 * (box?.depth ?? 0)) / 2;
    expect(line?.points[0]?.x).toBeCloseTo((west?.x ?? 0) + (box?.width ?? 0) - reach, 6);
    expect(line?.points[0]?.y).toBeCloseTo((west?.y ?? 0) + (box?.height ?? 0) / 2 + reach, 6);
  });

  test('over and under pass all boxes', () => {
    const seen = seenOf(network, {
      lines: [
        { from: 'a.north', to: 'c.north', route: 'over' },
        { from: 'a.south', to: 'c.south', route: 'under' },
      ],
    });
    const ys = seen.blocks.flatMap(({ outlines }) => outlines.flat().map(({ y }) => y));
    const [over, under] = seen.arrows.filter(({ kind }) => kind === 'line');
    expect(over?.points[1]?.y).toBeLessThan(Math.min(...ys));
    expect(under?.points[1]?.y).toBeGreaterThan(Math.max(...ys));
  });

  test('that are dashed are thin and have no head unless asked', () => {
    expect(drawn([{ from: 'a', to: 'c', dashed: true }])[0]?.heads).toEqual([]);
    expect(drawn([{ from: 'a', to: 'c', dashed: true, head: 'end' }])[0]?.heads).toHaveLength(1);
  });

  test('that lead to nowhere are reported', () => {
    const rules = (from: string) =>
      seenOf(network, { lines: [{ from, to: 'c.west' }] }).diagnostics.map(
        ({ message }) => message,
      );
    expect(rules('aa.east')).toEqual(['`lines` names `aa`, but no box is called so']);
    expect(rules('a.eest')).toEqual(['a box has no anchor `eest`']);
    expect(rules('a.east')).toEqual([]);
  });
});

describe('an image in a file', () => {
  const text = (file: string) =>
    `style: plotneuralnet\noptions: {image: ${file}}\ninput: 3x8x8\nlayers: [conv 8 3x3 p1]`;
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  test('is read by the reader that is given', () => {
    const asked: unknown[] = [];
    const { svg, diagnostics } = render(
      text('cat.png'),
      {},
      {},
      {
        read: (...given) => {
          asked.push(given);
          return png;
        },
      },
    );
    expect(diagnostics).toEqual([]);
    expect(asked).toEqual([['cat.png', 'base64']]);
    expect(svg).toContain(`data:image/png;base64,${png}`);
  });

  test('that cannot be read, or is none, is reported where it is named', () => {
    const problems = (read: () => string) =>
      render(text('cat.png'), {}, {}, { read }).diagnostics.map(({ rule, message, place }) => [
        rule,
        message,
        place?.start.line,
        place?.start.column,
        place?.end.column,
      ]);
    const missing = () => {
      throw new Error('there is no such file');
    };
    expect(problems(missing)).toEqual([
      ['unreadable-file', '`cat.png` cannot be read: there is no such file', 2, 18, 25],
    ]);
    const [problem] = problems(() => 'PHN2Zz48L3N2Zz4=');
    expect(problem?.slice(2)).toEqual([2, 18, 25]);
    expect(problem?.[1]).toMatch(/`cat.png`/);
  });
});
