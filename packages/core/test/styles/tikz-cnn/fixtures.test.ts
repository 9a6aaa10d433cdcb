import { describe, expect, it, test } from 'vitest';
import { boundsOf } from '../../../src/scene/bounds.js';
import { tikzCnn } from '../../../src/styles/tikz-cnn/index.js';
import { fixtures, fixtureText, networkOf } from '../descriptions.js';
import { drawn, expectTidy } from './drawing.js';

describe('every fixture', () => {
  const shown = fixtures.filter(
    (name) => tikzCnn.refuses(networkOf(fixtureText(name))) === undefined,
  );

  it('can be shown', () => {
    expect(shown).toEqual(fixtures);
  });

  test.each(shown)('%s is tidy', (name) => {
    expectTidy(drawn(fixtureText(name)).scene);
  });

  test.each(shown)('%s is tidy in one row with all connectors', (name) => {
    expectTidy(drawn(fixtureText(name), { connectors: 'all', wrap: 'never' }).scene);
  });

  test.each(shown)('%s is tidy unfolded', (name) => {
    expectTidy(drawn(fixtureText(name), { fold: 'never' }).scene);
  });
});

describe('large networks', () => {
  it('break into rows, each within the width', () => {
    const text = `input: 3x64x64\nlayers: [conv 64 3x3 p1 x60]`;
    const { scene } = drawn(text, { repeatLabels: true, fold: 'never' });
    const { left, right, bottom, top } = boundsOf(scene);
    expect(right - left).toBeLessThan(2100);
    expect(bottom - top).toBeGreaterThan(500);
    expectTidy(scene);
  });

  it('of more than 600 layers are refused', () => {
    const layers = Array.from({ length: 601 }, (_, index) => `conv ${(index % 7) + 1} 1x1`);
    const network = networkOf(`input: 3x8x8\nlayers: [${layers.join(', ')}]`);
    expect(tikzCnn.refuses(network)).toContain('at most 600 layers');
  });
});
