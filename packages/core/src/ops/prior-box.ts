import * as z from 'zod';
import { whole } from './attributes.js';
import { defineOperation } from './operation.js';
import { inputAt, product } from './shapes.js';
import { spatialSizes } from './spatial.js';

/**
 * Boxes of several sizes around each position (Liu et al., “SSD”, 2016): corners in one row,
 * variances in the other. Images of a batch share them.
 */
export const priorbox = defineOperation({
  name: 'priorbox',
  category: 'other',
  title: 'Prior boxes',
  summary: 'Lays boxes of several sizes around each position.',
  attributes: z.strictObject({
    boxes: whole(
      'boxes',
      1,
      '`priorbox` needs the number of boxes at a position: write `priorbox 6`, or `boxes: 6`',
    ).describe('How many at each position.'),
  }),
  positional: ['boxes'],
  inputs: { min: 1, max: 2 },
  outputs({ attributes, inputs }) {
    const positions = product(spatialSizes(inputAt(inputs), 'priorbox'));
    return [[1, 2, positions * attributes.boxes * 4]];
  },
  // Only sizes matter, not what is in the map.
  windows: () => 'global',
  featureMap: () => false,
  label: ({ boxes }) => `Prior boxes ${boxes}`,
});
