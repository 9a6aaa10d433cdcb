import * as z from 'zod';
import { dimensional, flag, formatSize, padding, perAxis, whole } from './attributes.js';
import { defineOperation, type OperationCall } from './operation.js';
import { inputAt, product, requireDivisible, sizeAt } from './shapes.js';
import {
  ceilSizes,
  floorSize,
  remembered,
  type SlidingAttributes,
  slide,
  toWindows,
} from './spatial.js';

const slidings = remembered(({ attributes, inputs, context }: OperationCall<SlidingAttributes>) =>
  slide(inputAt(inputs), attributes, context.profile, 'conv'),
);

/** Convolution over one to three spatial axes, grouped or dilated if asked. */
export const conv = defineOperation({
  name: 'conv',
  aliases: ['convolution', ...dimensional('conv', 'convolution')],
  category: 'convolution',
  title: 'Convolution',
  summary: 'Slides filters over the spatial axes.',
  attributes: z.strictObject({
    out: whole(
      'out',
      1,
      '`conv` needs the number of its filters: write `conv 64 3x3`, or `out: 64`',
    ).describe('Number of filters, the channels of the output.'),
    kernel: perAxis(
      'kernel',
      1,
      '`conv` needs the size of its kernel: write `conv 64 3x3`, or `kernel: 3`',
    ).describe('Size of the kernel, one for all axes or one for each.'),
    stride: perAxis('stride').default(1).describe('Step of the kernel.'),
    padding: padding(['same', 'valid', 'causal'])
      .default(0)
      .describe('Zeros around the input, or the rule that decides them.'),
    dilation: perAxis('dilation').default(1).describe('Distance between taps of the kernel.'),
    groups: whole('groups')
      .default(1)
      .describe('Parts that the channels are split into, each with its own filters.'),
    bias: flag('bias', true).describe('Whether each filter has a bias.'),
    ceil: flag('ceil', false).describe('Whether a window may hang over the end.'),
  }),
  positional: ['out', 'kernel'],
  size: 'kernel',
  composable: true,
  outputs(call) {
    const { attributes, inputs, context } = call;
    const shape = inputAt(inputs);
    const windows = slidings(call);
    requireDivisible(sizeAt(shape, 1), attributes.groups, 'input channels');
    requireDivisible(attributes.out, attributes.groups, 'filters');
    const sizes = attributes.ceil ? ceilSizes(windows, context.profile) : windows.map(floorSize);
    return [[sizeAt(shape, 0), attributes.out, ...sizes]];
  },
  parameters(call) {
    const { out, groups, bias } = call.attributes;
    const taps = product(slidings(call).map(({ kernel }) => kernel));
    return (out * sizeAt(inputAt(call.inputs), 1) * taps) / groups + (bias ? out : 0);
  },
  macs(call) {
    const taps = product(slidings(call).map(({ kernel }) => kernel));
    const channels = sizeAt(inputAt(call.inputs), 1) / call.attributes.groups;
    return product(inputAt(call.outputs)) * channels * taps;
  },
  work: ({ attributes, outputs }) => ({
    additions: attributes.bias ? product(inputAt(outputs)) : 0,
  }),
  windows: (call) => toWindows(slidings(call)),
  featureMap: () => true,
  label: ({ kernel }) => `Conv ${formatSize(kernel)}`,
});
