import * as z from 'zod';
import { dimensional, flag, whole } from './attributes.js';
import { defineOperation, type Shape, type Work } from './operation.js';
import { channelAxis, inputAt, product, requireDivisible, sizeAt } from './shapes.js';
import { repeatWork, standardizeWork, totalWork } from './work.js';

/** Standardizes so many rows of equal length, then applies γ and β. */
function rowsWork(shape: Shape, rows: number, affine: boolean): Work {
  const count = product(shape);
  const after = affine ? { multiplications: count, additions: count } : {};
  return totalWork(repeatWork(rows, standardizeWork(count / rows)), after);
}

/** Group normalization (Wu and He, 2018). */
export const groupnorm = defineOperation({
  name: 'groupnorm',
  aliases: ['gn', 'groupnormalization'],
  category: 'normalization',
  title: 'Group normalization',
  summary: 'Normalizes groups of channels of each example.',
  attributes: z.strictObject({
    groups: whole('groups').default(32).describe('Number of groups; it divides the channels.'),
    affine: flag('affine', true).describe('Whether it trains γ and β.'),
  }),
  positional: ['groups'],
  composable: true,
  outputs({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    requireDivisible(sizeAt(shape, channelAxis(shape, context)), attributes.groups, 'channels');
    return [shape];
  },
  parameters({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    return attributes.affine ? 2 * sizeAt(shape, channelAxis(shape, context)) : 0;
  },
  work({ attributes: { affine, groups }, outputs }) {
    const shape = inputAt(outputs);
    return rowsWork(shape, sizeAt(shape, 0) * groups, affine);
  },
  label: () => 'GN',
});

/** Instance normalization (Ulyanov, Vedaldi and Lempitsky, 2016); as in PyTorch it trains nothing unless asked. */
export const instancenorm = defineOperation({
  name: 'instancenorm',
  aliases: ['instancenormalization', ...dimensional('instancenorm')],
  category: 'normalization',
  title: 'Instance normalization',
  summary: 'Normalizes each channel of each example.',
  attributes: z.strictObject({
    affine: flag('affine', false).describe('Whether it trains γ and β.'),
  }),
  composable: true,
  outputs: ({ inputs }) => [inputAt(inputs)],
  parameters({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    return attributes.affine ? 2 * sizeAt(shape, channelAxis(shape, context)) : 0;
  },
  work({ attributes: { affine }, outputs, context }) {
    const shape = inputAt(outputs);
    return rowsWork(shape, sizeAt(shape, 0) * sizeAt(shape, channelAxis(shape, context)), affine);
  },
  label: () => 'IN',
});

/**
 * Local response normalization across channels (Krizhevsky, Sutskever and Hinton, 2012):
 * x / (k + α·Σx²)^β. Each number is squared once.
 */
export const lrn = defineOperation({
  name: 'lrn',
  aliases: ['localresponsenorm', 'localresponsenormalization'],
  category: 'normalization',
  title: 'Local response normalization',
  summary: 'Divides each value by the energy of the channels beside it.',
  attributes: z.strictObject({
    size: whole('size').default(5).describe('Number of channels that are summed.'),
  }),
  positional: ['size'],
  composable: true,
  outputs: ({ inputs }) => [inputAt(inputs)],
  work: ({ attributes: { size }, outputs }) =>
    repeatWork(product(inputAt(outputs)), {
      additions: size,
      multiplications: 2,
      divisions: 1,
      exponentials: 1,
    }),
  label: () => 'LRN',
});
