import { expect, test } from 'vitest';
import { randomNetwork } from './random.js';
import { seenOf } from './seen.js';
import { complaints } from './tidy.js';

const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

test('the networks are of many kinds', () => {
  const texts = seeds.map(randomNetwork);
  expect(new Set(texts).size).toBe(seeds.length);
  for (const word of ['residual', 'concat: [', 'concat n', 'upsample', 'group', 'softmax', 'gap']) {
    expect(texts.filter((text) => text.includes(word)).length, word).toBeGreaterThan(10);
  }
});

test.each(seeds)('network %i is tidy', (seed) => {
  const text = randomNetwork(seed);
  expect(complaints(seenOf(text)), text).toEqual({});
});

test.each(seeds.slice(0, 50))('network %i is tidy in one row, with all heights', (seed) => {
  const text = randomNetwork(seed);
  const found = complaints(seenOf(text, { layout: 'line', wrap: 'never', heights: 'all' }));
  expect(found, text).toEqual({});
});
