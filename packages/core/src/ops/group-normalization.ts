import * as z from 'zod';
import { dimensional, flag, whole } from './attributes.js';
import { defineOperation } from './operation.js';
import { channelAxis, inputAt, requireDivisible, sizeAt } from './shapes.js';

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
  label: () => 'IN',
});

/** Local response normalization across channels (Krizhevsky, Sutskever and Hinton, 2012). */
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
  label: () => 'LRN',
});
