import * as z from 'zod';
import { dimensional, flag, index } from './attributes.js';
import { defineOperation } from './operation.js';
import { channelAxis, inputAt, product, sizeAt } from './shapes.js';

/**
 * Batch normalization (Ioffe and Szegedy, 2015): γ and β for each of C channels.
 *
 * All profiles train 2C numbers; they differ in what is kept beside them. PyTorch keeps
 * the running mean and variance and a counter of batches, 2C + 1. Keras keeps mean and
 * variance, 2C, and its summary adds them to the parameters as non-trainable. Caffe splits
 * the work: `BatchNorm` keeps mean, variance and a factor, 2C + 1; `Scale` trains 2C.
 *
 * In inference all of these are known, so that each number is multiplied once and added to once.
 */
export const batchnorm = defineOperation({
  name: 'batchnorm',
  aliases: ['bn', 'batchnormalization', 'syncbatchnorm', ...dimensional('batchnorm')],
  category: 'normalization',
  title: 'Batch normalization',
  summary: 'Normalizes each channel over the batch.',
  attributes: z.strictObject({
    axis: index('axis')
      .optional()
      .describe('Axis of the channels; 1 of a feature map, else the last.'),
    affine: flag('affine', true).describe('Whether it trains a scale and a centre at all.'),
    scale: flag('scale', true).describe('Whether it trains γ.'),
    center: flag('center', true).describe('Whether it trains β.'),
  }),
  composable: true,
  outputs({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    channelAxis(shape, context, attributes.axis);
    return [shape];
  },
  parameters({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    if (!attributes.affine) return 0;
    const channels = sizeAt(shape, channelAxis(shape, context, attributes.axis));
    return channels * (Number(attributes.scale) + Number(attributes.center));
  },
  buffers({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    const channels = sizeAt(shape, channelAxis(shape, context, attributes.axis));
    return 2 * channels + (context.profile === 'keras' ? 0 : 1);
  },
  work({ outputs }) {
    const count = product(inputAt(outputs));
    return { additions: count, multiplications: count };
  },
  label: () => 'BN',
});
