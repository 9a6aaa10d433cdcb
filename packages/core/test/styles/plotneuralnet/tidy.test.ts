import { describe, expect, test } from 'vitest';
import { silhouette } from '../../../src/styles/blocks/oblique.js';
import { cuboidOf } from '../../../src/styles/blocks/placement.js';
import { areaOf } from '../../../src/styles/blocks/skyline.js';
import { plotneuralnet } from '../../../src/styles/plotneuralnet/index.js';
import { leaves } from '../../geometry.js';
import { fixtureText, networkOf } from '../descriptions.js';
import { everything, ownText } from './fixtures.js';
import { type Seen, seenOf } from './seen.js';
import { complaints } from './tidy.js';
import { chainOf, residualsOf, unusual } from './unusual.js';

/** Networks of each kind: chains, skips, branches, vectors, folds, rows. */
const several: readonly (readonly [name: string, text: string])[] = [
  ...['alexnet', 'vgg-16', 'resnet-18', 'fcn-8s', 'u-net', 'googlenet', 'transformer'].map(
    (name) => [name, fixtureText(name)] as const,
  ),
  ...['siamese', 'wide-and-deep', 'temporal-convolution', 'mlp-mixer-b-16'].map(
    (name) => [name, fixtureText(name)] as const,
  ),
  ['hed', ownText('hed')],
  ['fcn-32s', ownText('fcn-32s')],
  ['a merge of three branches', unusual['a merge of three branches'] ?? ''],
  ['two inputs that merge', unusual['two inputs that merge'] ?? ''],
];

const variants: readonly object[] = [
  { heights: 'all' },
  { heights: 'none', input: true },
  { wrap: 700 },
  { wrap: 'never', fold: 'never' },
  { fold: 'always' },
  { fontSize: 20 },
  { unit: 4, gap: 2 },
  { gap: 12, rowGap: 20 },
  { pooling: 'apart' },
  { pooling: 'before' },
  { concat: 'ball' },
  { concat: 'copy' },
  { concat: 'stack' },
  { join: false },
  { frusta: 'all' },
  { frusta: 'none', gradients: true },
  { spatialScale: 'linear', channelScale: 'sqrt' },
  { maxSize: 15, maxVector: 200 },
  { heads: 'end', lineWidth: 4 },
];

/** Hidden edges that are drawn: pieces of dashed paths. */
function hiddenEdges({ scene }: Seen): number {
  return leaves(scene)
    .filter(({ roles }) => roles.includes('hidden-edges'))
    .flatMap(({ node }) => (node.kind === 'path' ? node.commands : []))
    .filter(([name]) => name === 'L').length;
}

/** Parts and envelopes that are drawn, planes of images left out. */
function partCount({ blocks, figure }: Seen): number {
  return blocks
    .filter(({ kind }) => kind === 'boxes')
    .reduce((sum, { index }) => {
      const shown = figure.graph.blocks[index];
      const parts = shown?.boxes.flatMap((box) => box.parts) ?? [];
      return sum + parts.length + (shown?.kind === 'stack' ? 1 : 0);
    }, 0);
}

describe.each(everything)('%s', (_, text) => {
  test('is shown, and nothing touches what it should not', () => {
    expect(plotneuralnet.refuses(networkOf(text))).toBeUndefined();
    const seen = seenOf(text);
    expect(seen.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(complaints(seen)).toEqual({});
  });

  test('has three hidden edges for each part, and a head on each arrow', () => {
    const seen = seenOf(text);
    expect(hiddenEdges(seen)).toBe(3 * partCount(seen));
    const without = seen.arrows.filter(({ kind, heads }) => kind !== 'line' && heads.length === 0);
    expect(without).toEqual([]);
  });

  test.each(['line', 'u', 'sides'] as const)('is as tidy in layout %s', (layout) => {
    expect(complaints(seenOf(text, { layout }))).toEqual({});
  });
});

describe.each(variants)('with %o', (options) => {
  test.each(several)('%s is tidy', (_, text) => {
    expect(complaints(seenOf(text, options))).toEqual({});
  });
});

describe('with a legend', () => {
  test.each(['below', 'above', 'left', 'right', 'inside', 'auto'] as const)('%s', (legend) => {
    for (const name of ['fcn-8s', 'hed', 'u-net']) {
      const found = complaints(seenOf(ownText(name), {}, { legend }));
      expect(found).toEqual({});
    }
  });
});

describe('the checks', () => {
  const seen = seenOf(ownText('hed'));

  test('see each box where the layout has it', () => {
    const { placement, sized } = seen.figure;
    for (const { index, kind, outlines } of seen.blocks) {
      const west = placement.wests[index];
      if (kind !== 'boxes' || !west) continue;
      const expected = sized[index]?.boxes.map((box) => areaOf(silhouette(cuboidOf(box, west))));
      const found = outlines.slice(0, expected?.length).map(areaOf);
      const flat = (areas: readonly (typeof found)[number][] | undefined) =>
        areas?.flatMap((area) => Object.values(area).map((value) => Math.round(value * 100) / 100));
      expect(flat(found)).toEqual(flat(expected));
    }
  });

  test('know the ends of each arrow', () => {
    for (const { kind, ends } of seen.arrows) {
      expect(kind).not.toBe('line');
      expect(ends.length).toBeGreaterThan(0);
    }
  });

  test('complain of a drawing whose texts, arrows and boxes are moved', () => {
    const [first] = seen.blocks.filter(({ kind }) => kind === 'boxes');
    const [x, y] = [first?.outlines[0]?.[0]?.x ?? 0, first?.outlines[0]?.[0]?.y ?? 0];
    const style = { size: 12, fill: { light: '#000000', dark: '#ffffff' } };
    const text = { kind: 'text', x: x + 4, y, text: 'moved', ...style } as const;
    const arrow = {
      points: [
        { x: x - 50, y: y - 40 },
        { x: x + 400, y: y + 30 },
        { x: x + 400, y: y + 30 },
      ],
      heads: [
        [
          { x, y },
          { x: x + 9, y },
          { x: x + 9, y: y + 9 },
        ],
      ],
      kind: 'flow',
      ends: [],
      order: 1e6,
    } as const;
    const moved: Seen = {
      ...seen,
      scene: { children: [...seen.scene.children, text, text] },
      arrows: [...seen.arrows, arrow],
      blocks: [...seen.blocks].reverse(),
    };
    expect(Object.keys(complaints(moved))).toEqual([
      'texts that overlap',
      'texts on strokes',
      'texts on boxes',
      'texts on heads',
      'slanted pieces',
      'heads on foreign boxes',
      'arrows across faces',
      'wrong paint order',
    ]);
  });
});

describe('a network of a hundred layers', () => {
  test.each([
    ['a chain', chainOf(100), {}],
    ['residuals', residualsOf(50), {}],
    ['ResNet-101', ownText('hundred-layers'), {}],
    ['ResNet-50 without folds', fixtureText('resnet-50'), { fold: 'never' }],
  ])('of %s folds or wraps, and stays legible', (_, text, options) => {
    const seen = seenOf(text, options);
    expect(complaints(seen)).toEqual({});
    const { left, right } = areaOf(seen.blocks.flatMap(({ outlines }) => outlines.flat()));
    expect(right - left).toBeLessThanOrEqual(1900);
    const sizes = leaves(seen.scene).flatMap(({ node }) => (node.kind === 'text' ? node.size : []));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10.5);
  });
});
