import * as z from 'zod';
import { flag, index } from './attributes.js';
import { defineOperation } from './operation.js';
import { channelAxis, inputAt, product, sizeAt } from './shapes.js';

/** Multiplies each channel with a learned number: Caffe's `Scale`, ConvNeXt's layer scale. */
export const scale = defineOperation({
  name: 'scale',
  aliases: ['layerscale'],
  category: 'normalization',
  title: 'Scale',
  summary: 'Multiplies each channel with a learned number.',
  attributes: z.strictObject({
    axis: index('axis')
      .optional()
      .describe('Axis of the channels; 1 of a feature map, else the last.'),
    bias: flag('bias', false).describe('Whether a learned number is added, too.'),
  }),
  composable: true,
  outputs({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    channelAxis(shape, context, attributes.axis);
    return [shape];
  },
  parameters({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    return sizeAt(shape, channelAxis(shape, context, attributes.axis)) * (attributes.bias ? 2 : 1);
  },
  work({ attributes, outputs }) {
    const count = product(inputAt(outputs));
    return { multiplications: count, additions: attributes.bias ? count : 0 };
  },
});
