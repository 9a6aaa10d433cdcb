import * as z from 'zod';
import { flag } from './attributes.js';
import { defineOperation } from './operation.js';
import { channelAxis, inputAt, product, sizeAt } from './shapes.js';
import { repeatWork, standardizeWork, totalWork } from './work.js';

/** Mean and variance normalization: each map to a mean of 0 and a variance of 1, with nothing learned. */
export const mvn = defineOperation({
  name: 'mvn',
  aliases: ['meanvariancenormalization'],
  category: 'normalization',
  title: 'Mean-variance normalization',
  summary: 'Brings each map of each example to a mean of 0 and a variance of 1.',
  attributes: z.strictObject({
    variance: flag('variance', true).describe('Whether the variance is normalized, too.'),
    across: flag('across', false).describe('Whether all channels are one, not each its own.'),
  }),
  composable: true,
  outputs: ({ inputs }) => [inputAt(inputs)],
  work({ attributes: { variance, across }, outputs }) {
    const shape = inputAt(outputs);
    const rows = sizeAt(shape, 0) * (across ? 1 : sizeAt(shape, 1));
    const length = product(shape) / rows;
    const row = variance ? standardizeWork(length) : { additions: 2 * length - 1, divisions: 1 };
    return repeatWork(rows, row);
  },
  label: () => 'MVN',
});

/** L2 normalization with a learned scale (Liu, Rabinovich and Berg, “ParseNet”, 2015; SSD). */
export const l2norm = defineOperation({
  name: 'l2norm',
  aliases: ['normalize', 'l2normalize', 'l2normalization'],
  category: 'normalization',
  title: 'L2 normalization',
  summary: 'Divides the channels of each position by their length, and scales them.',
  attributes: z.strictObject({
    spatial: flag('spatial', false).describe('Whether all positions are one, not each its own.'),
    scale: flag('scale', true).describe('Whether it trains scales.'),
    shared: flag('shared', false).describe('Whether all channels have one scale.'),
  }),
  composable: true,
  outputs: ({ inputs }) => [inputAt(inputs)],
  parameters({ attributes: { scale, shared }, inputs, context }) {
    const shape = inputAt(inputs);
    if (!scale) return 0;
    return shared ? 1 : sizeAt(shape, channelAxis(shape, context));
  },
  work({ attributes: { spatial, scale }, outputs, context }) {
    const shape = inputAt(outputs);
    const count = product(shape);
    const length = spatial ? count / sizeAt(shape, 0) : sizeAt(shape, channelAxis(shape, context));
    const row = {
      multiplications: length,
      additions: length - 1,
      divisions: length,
      exponentials: 1,
    };
    return totalWork(repeatWork(count / length, row), scale ? { multiplications: count } : {});
  },
  label: () => 'L2 norm',
});
