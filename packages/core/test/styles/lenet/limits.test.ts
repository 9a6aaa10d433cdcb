import { describe, expect, test } from 'vitest';
import { layersOf, leaves } from '../../geometry.js';
import { boxOf, drawn, faults, lenet5, messagesOf, shapesOf } from './drawing.js';

test('sizes beyond reason keep a figure', () => {
  const text = 'input: 5000x1x100000\nlayers: [conv 1 1x1, flatten, dense 1000000, dense 1]\n';
  for (const scale of ['linear', 'sqrt', 'log', 'auto']) {
    const { scene } = drawn(text, { scale });
    expect(faults(scene)).toEqual([]);
    const [left = 0, top = 0, right = 0, bottom = 0] = boxOf(shapesOf(scene).flat());
    expect(right - left).toBeLessThan(2000);
    expect(bottom - top).toBeLessThan(600);
    expect(layersOf(scene)).toHaveLength(4);
  }
});

describe('values beyond reason give a message', () => {
  test.each([
    ['{mapSize: 0}', /mapSize/],
    ['{mapSize: 1000000}', /mapSize/],
    ['{mapSize: .nan}', /mapSize/],
    ['{mapGap: -8}', /mapGap/],
    ['{spacing: -1000}', /spacing/],
    ['{spacing: [1, .inf]}', /spacing/],
    ['{spacing: []}', /spacing/],
    ['{vectorScale: 0}', /vectorScale/],
    ['{maxMaps: 0}', /maxMaps/],
    ['{maxMaps: 2.5}', /maxMaps/],
    ['{opacity: 0}', /opacity/],
    ['{borderWidth: -1}', /borderWidth/],
    ['{fontSize: 0}', /fontSize/],
    ['{kernels: random}', /kernels/],
    ['{kernelPlaces: {first: [2, 0]}}', /kernelPlaces/],
    ['{seed: -1}', /seed/],
    ["{mapColors: ['#12']}", /mapColors/],
    ['{borderColor: red}', /borderColor/],
    ['{colour: 3}', /has no `colour`/],
  ])('%s', (options, message) => {
    const messages = messagesOf(`options: ${options}\n`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(message);
  });
});

describe('no text touches what is not its own', () => {
  test.each([
    { scale: 'log' },
    { scale: 'sqrt', mapSize: 300 },
    { mapSize: 16, minSize: 2 },
    { mapGap: 30 },
    { mapGap: 0 },
    { maxMaps: 2 },
    { maxMaps: 1 },
    { spacing: 200, vectorSpacing: 90 },
    { spacing: [-100, 100, -100, 100, -100, 100, -100] },
    { vectorLength: 'sqrt', vectorScale: 200 },
    { maxVector: 16, minVector: 2, vectorWidth: 60 },
    { kernels: 'seeded', seed: 5 },
    { kernels: 'none', spacing: -100 },
    { kernelX: 1, kernelY: 1 },
    { kernelX: 0, kernelY: 1 },
    { fontSize: 6 },
    { fontSize: 40 },
    { showSizes: false, spacing: -60 },
    { showOperations: false, spacing: -60 },
    { borderWidth: 4 },
    { borderWidth: 0, spacing: -100 },
    { wrap: 3 },
    { wrap: 4, spacing: -100 },
    { fold: 'always' },
  ])('%j', (options) => {
    expect(faults(drawn(lenet5, options).scene)).toEqual([]);
    const three =
      'input: 3x224x224\nlayers: [conv 64 7x7 /2 p3, maxpool 3 /2 p1, flatten, dense 9]\n';
    const spacing =
      'spacing' in options && Array.isArray(options.spacing) ? [-90, 0, 9, 9] : undefined;
    expect(faults(drawn(three, spacing ? { spacing } : options).scene)).toEqual([]);
  });

  test('nor is there anything without a text', () => {
    expect(leaves(drawn(lenet5, { showLabels: false }).scene).length).toBeGreaterThan(20);
  });
});
