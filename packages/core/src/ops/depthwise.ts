import * as z from 'zod';
import { dimensional, flag, formatSize, padding, perAxis, whole } from './attributes.js';
import { defineOperation, type OperationCall } from './operation.js';
import { inputAt, product, sizeAt } from './shapes.js';
import { floorSize, type SlidingAttributes, slide, toWindows } from './spatial.js';

const slidings = ({ attributes, inputs, context }: OperationCall<SlidingAttributes>) =>
  slide(inputAt(inputs), attributes, context.profile, 'dwconv');

/** Depthwise convolution: each channel has filters of its own (MobileNet, Keras `DepthwiseConv2D`). */
export const dwconv = defineOperation({
  name: 'dwconv',
  aliases: ['depthwise', 'convdw', 'depthwiseconv', ...dimensional('depthwiseconv')],
  category: 'convolution',
  title: 'Depthwise convolution',
  summary: 'Slides filters over each channel on its own.',
  attributes: z.strictObject({
    kernel: perAxis(
      'kernel',
      1,
      '`dwconv` needs the size of its kernel: write `dwconv 3x3`, or `kernel: 3`',
    ).describe('Size of the kernel, one for all axes or one for each.'),
    stride: perAxis('stride').default(1).describe('Step of the kernel.'),
    padding: padding(['same', 'valid', 'causal'])
      .default(0)
      .describe('Zeros around the input, or the rule that decides them.'),
    dilation: perAxis('dilation').default(1).describe('Distance between taps of the kernel.'),
    multiplier: whole('multiplier').default(1).describe('Filters for each channel.'),
    bias: flag('bias', true).describe('Whether each filter has a bias.'),
  }),
  positional: ['kernel'],
  size: 'kernel',
  composable: true,
  outputs(call) {
    const shape = inputAt(call.inputs);
    const sizes = slidings(call).map(floorSize);
    return [[sizeAt(shape, 0), sizeAt(shape, 1) * call.attributes.multiplier, ...sizes]];
  },
  parameters(call) {
    const filters = sizeAt(inputAt(call.outputs), 1);
    const taps = product(slidings(call).map(({ kernel }) => kernel));
    return filters * taps + (call.attributes.bias ? filters : 0);
  },
  macs: (call) =>
    product(inputAt(call.outputs)) * product(slidings(call).map(({ kernel }) => kernel)),
  work: ({ attributes, outputs }) => ({
    additions: attributes.bias ? product(inputAt(outputs)) : 0,
  }),
  windows: (call) => toWindows(slidings(call)),
  featureMap: () => true,
  label: ({ kernel }) => `DWConv ${formatSize(kernel)}`,
});
