import { describe, expect, it, test } from 'vitest';
import { boundsOf } from '../../src/scene/bounds.js';
import { type LegendEntry, type LegendOptions, legend } from '../../src/scene/legend.js';
import { drawSample, type Sample, sampleSize } from '../../src/scene/legend-samples.js';
import type { Colour, SceneNode } from '../../src/scene/scene.js';
import { line, rectangle } from '../../src/scene/shapes.js';
import { outside, overlappingTexts, textsOf, textsOnCircles, textsOnStrokes } from '../geometry.js';

const ink: Colour = { light: '#000000', dark: '#ffffff' };
const box: Sample = { kind: 'box', fill: ink, outline: ink };
const entries = ['Convolution', 'Pooling', 'Normalization', 'Activation', 'Dense', 'Attention'].map(
  (label): LegendEntry => ({ label, sample: box }),
);

/** A drawing that fills its bounds. */
const block = (width: number, height: number, x = 0, y = 0): SceneNode =>
  rectangle(x, y, width, height, { fill: ink });

const at = (place: LegendOptions['place'], more: Partial<LegendOptions> = {}): LegendOptions => ({
  place,
  ink,
  frame: ink,
  ...more,
});

function drawn(
  drawing: readonly SceneNode[],
  options: LegendOptions,
  list: readonly LegendEntry[] = entries,
) {
  const found = legend(list, drawing, options);
  if (!found) throw new Error('there is no legend');
  const scene = { children: [...drawing, found.node] };
  expect(overlappingTexts(scene)).toEqual([]);
  expect(textsOnStrokes(scene)).toEqual([]);
  expect(outside(scene)).toEqual([]);
  const texts = textsOf(scene);
  const columns = new Set(texts.map(({ x }) => x)).size;
  const rows = new Set(texts.map(({ y }) => y)).size;
  return { ...found, bounds: boundsOf(found.node), texts, columns, rows };
}

describe('below', () => {
  it('wraps to the width of the drawing in columns, and stands centred', () => {
    const { bounds, texts, columns, rows, place } = drawn([block(300, 50, 100)], at('below'));
    expect([place, rows, columns]).toEqual(['below', 2, 3]);
    expect(texts.map(({ text }) => text)).toEqual(entries.map(({ label }) => label));
    expect(bounds.left).toBeGreaterThanOrEqual(99.5);
    expect(bounds.right).toBeLessThanOrEqual(400.5);
    expect((bounds.left + bounds.right) / 2).toBeCloseTo(250, -0.5);
    expect(bounds.top).toBeGreaterThan(65);
  });

  it('lists one column after the other', () => {
    const { texts } = drawn([block(300, 50)], at('below'));
    const first = texts.filter(({ x }) => x === texts[0]?.x);
    expect(first.map(({ text }) => text)).toEqual(['Convolution', 'Pooling']);
  });

  it('may be wider than a narrow drawing', () => {
    expect(drawn([block(10, 10)], at('below'), entries.slice(0, 2)).rows).toBe(1);
  });

  it('has its title over the entries', () => {
    const { texts } = drawn([block(300, 50)], at('below', { title: 'Kinds' }));
    const [title, ...others] = texts;
    expect(title).toMatchObject({ text: 'Kinds', weight: 'bold' });
    expect(Math.min(...others.map(({ y }) => y)) - (title?.y ?? 0)).toBe(20);
  });
});

describe('beside', () => {
  test.each([
    ['left', { right: -28 }],
    ['right', { left: 328 }],
  ] as const)('%s of the drawing it is one column', (place, edges) => {
    const { bounds, columns, rows } = drawn([block(300, 200)], at(place));
    expect([columns, rows]).toEqual([1, 6]);
    for (const [edge, value] of Object.entries(edges)) {
      expect(Math.abs(bounds[edge as 'left'] - value)).toBeLessThan(1);
    }
    expect((bounds.top + bounds.bottom) / 2).toBeCloseTo(100, -0.5);
  });

  it('stands at the top of a long drawing', () => {
    expect(drawn([block(300, 2000)], at('right')).bounds.top).toBeCloseTo(0, -1);
  });

  it('stands above', () => {
    const { bounds } = drawn([block(300, 200)], at('above'));
    expect(bounds.bottom).toBeLessThan(-15);
    expect(bounds.bottom).toBeGreaterThan(-25);
  });
});

describe('within', () => {
  const diagonal = [line({ x: 0, y: 0 }, { x: 500, y: 400 }, { stroke: ink, strokeWidth: 4 })];

  it('takes the corner that a diagonal leaves', () => {
    const { place, bounds } = drawn(diagonal, at('auto'));
    expect(place).toBe('inside');
    expect(bounds.right).toBeCloseTo(boundsOf({ children: diagonal }).right, -0.5);
    expect(bounds.top).toBeCloseTo(boundsOf({ children: diagonal }).top, -0.5);
  });

  it('takes the other corner when the first is taken', () => {
    const { place, bounds } = drawn([...diagonal, block(30, 30, 460, 0)], at('auto'));
    expect(place).toBe('inside');
    expect(bounds.left).toBeLessThan(10);
    expect(bounds.bottom).toBeGreaterThan(390);
  });

  it('takes the middle of an edge between two columns', () => {
    const gate = [block(100, 400), block(100, 400, 500), block(600, 200, 0, 200)];
    const { place, bounds } = drawn(gate, at('auto'));
    expect(place).toBe('inside');
    expect((bounds.left + bounds.right) / 2).toBeCloseTo(300, -1);
    expect(bounds.top).toBeCloseTo(0, -0.5);
  });

  const ring = [
    block(600, 50),
    block(600, 50, 0, 450),
    block(50, 500),
    block(50, 500, 550),
  ] as const;

  it('takes a hole only when it is asked to', () => {
    expect(drawn(ring, at('auto')).place).toBe('below');
    const { place, bounds } = drawn(ring, at('inside'));
    expect(place).toBe('inside');
    expect((bounds.left + bounds.right) / 2).toBeCloseTo(300, -1.5);
  });

  it('does not take the inside of an unfilled frame', () => {
    const frame = [rectangle(0, 0, 600, 500, { stroke: ink })];
    expect(drawn(frame, at('inside')).place).toBe('below');
  });

  it('stands below where there is no room', () => {
    expect(drawn([block(300, 200)], at('auto')).place).toBe('below');
    expect(drawn([block(300, 200)], at('inside')).place).toBe('below');
  });
});

it('is nothing for no entries, and for an empty drawing', () => {
  expect(legend([], [block(10, 10)], at('below'))).toBeUndefined();
  expect(legend(entries, [], at('below'))).toBeUndefined();
});

describe('samples', () => {
  const samples: readonly Sample[] = [
    box,
    { kind: 'box', fill: ink, outline: ink, band: { fill: ink, opacity: 0.6 } },
    { kind: 'box', outline: ink, dash: [3, 2] },
    { kind: 'ball', fill: ink, outline: ink, symbol: '+' },
    { kind: 'ball', fill: ink, outline: ink, symbol: '+1' },
    { kind: 'line', stroke: ink, width: 1, head: 'none' },
    { kind: 'line', stroke: ink, width: 2, head: 'end', opacity: 0.7 },
    { kind: 'line', stroke: ink, width: 9, head: 'middle', headShape: 'stealth', dash: [4, 3] },
  ];

  it.each(samples)('%j stay within their room', (sample) => {
    const { width, height } = sampleSize(sample);
    const nodes = drawSample(sample, { x: 100, y: 50 }, ink);
    const { left, top, right, bottom } = boundsOf({ children: nodes });
    // The bounds of a stroke reach past its blunt ends too.
    const past = sample.kind === 'line' ? 2 : 0.5;
    expect(left).toBeGreaterThanOrEqual(100 - width / 2 - past);
    expect(right).toBeLessThanOrEqual(100 + width / 2 + past);
    expect(top).toBeGreaterThanOrEqual(50 - height / 2 - 0.5);
    expect(bottom).toBeLessThanOrEqual(50 + height / 2 + 0.5);
    expect(textsOnCircles({ children: nodes })).toEqual([]);
  });

  it('align their labels, but for a wide one', () => {
    const wide: Sample = { kind: 'picture', width: 90, height: 10, draw: () => [] };
    const list = samples.slice(0, 6).map((sample, index) => ({ label: `${index}`, sample }));
    const { texts } = drawn([block(300, 100)], at('right'), [
      ...list,
      { label: 'w', sample: wide },
    ]);
    const labels = texts.filter(({ text }) => /^[0-5w]$/.test(text));
    expect(new Set(labels.map(({ x }) => x))).toEqual(new Set([328 + 28 + 7, 328 + 90 + 7]));
  });

  it('make room for a high label', () => {
    const list = [
      { label: 'low', sample: box },
      { label: '$\\frac{\\partial L}{\\partial E}$', sample: box },
      { label: 'last', sample: box },
    ];
    const { texts } = drawn([block(300, 100)], at('right'), list);
    const [low, high, last] = texts.map(({ y }) => y) as [number, number, number];
    expect(high - low).toBeGreaterThan(20.5);
    expect(last - high).toBeGreaterThan(20.5);
  });
});
