import * as z from 'zod';
import { perAxis } from './attributes.js';
import { defineOperation } from './operation.js';
import { inputAt } from './shapes.js';
import { eachAxis, spatialSizes } from './spatial.js';

/**
 * Puts values back to where a max pooling found them (Badrinarayanan, Kendall and Cipolla,
 * “SegNet”, 2017); the places are its second input, the rest is zeros.
 */
export const unpool = defineOperation({
  name: 'unpool',
  aliases: ['maxunpool', 'unpooling'],
  category: 'resample',
  title: 'Unpooling',
  summary: 'Puts values back to where a max pooling found them.',
  attributes: z.strictObject({
    scale: perAxis('scale').default(2).describe('How many times larger the output is.'),
    size: perAxis('size').optional().describe('Size of the output, in place of `scale`.'),
  }),
  positional: ['scale'],
  size: 'size',
  inputs: { min: 1, max: 2 },
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    const sizes = spatialSizes(shape, 'unpool');
    const scales = eachAxis(attributes.scale, sizes.length, 'scale');
    const { size = sizes.map((old, axis) => old * (scales[axis] ?? 1)) } = attributes;
    return [[...shape.slice(0, 2), ...eachAxis(size, sizes.length, 'size')]];
  },
  windows: ({ inputs, outputs }) =>
    inputAt(inputs)
      .slice(2)
      .map((old, axis) => ({
        kernel: 1,
        stride: old / (inputAt(outputs)[axis + 2] ?? old),
        dilation: 1,
        padding: 0,
      })),
  featureMap: () => true,
  label: () => 'Unpool',
});
