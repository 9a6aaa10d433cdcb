import { expect, it } from 'vitest';
import { boundsOf } from '../../src/scene/bounds.js';
import { type LegendEntry, legend } from '../../src/scene/legend.js';
import type { Colour } from '../../src/scene/scene.js';
import { outside, overlappingTexts, textsOf, textsOnStrokes } from '../geometry.js';

const ink: Colour = { light: '#000000', dark: '#ffffff' };
const entries = ['Convolution', 'Pooling', 'Normalization', 'Activation', 'Dense', 'Attention'].map(
  (label): LegendEntry => ({ label, fill: ink, outline: ink }),
);

it('wraps to the width of the drawing and stands centred under it', () => {
  const drawing = { left: 100, top: 0, right: 400, bottom: 50 };
  const group = legend(entries, drawing, ink);
  const scene = { children: [group] };
  expect(new Set(textsOf(scene).map(({ y }) => y)).size).toBe(2);
  expect(textsOf(scene).map(({ text }) => text)).toEqual(entries.map(({ label }) => label));
  const { left, top, right } = boundsOf(group);
  expect(left).toBeGreaterThanOrEqual(99.5);
  expect(right).toBeLessThanOrEqual(400.5);
  expect((left + right) / 2).toBeCloseTo(250, -0.5);
  expect(top).toBeGreaterThan(60);
  expect(overlappingTexts(scene)).toEqual([]);
  expect(textsOnStrokes(scene)).toEqual([]);
  expect(outside(scene)).toEqual([]);
});

it('may be wider than a narrow drawing, and is empty for no entries', () => {
  const narrow = { left: 0, top: 0, right: 10, bottom: 10 };
  const scene = { children: [legend(entries.slice(0, 2), narrow, ink)] };
  expect(new Set(textsOf(scene).map(({ y }) => y)).size).toBe(1);
  expect(legend([], narrow, ink).children).toEqual([]);
});
