import * as z from 'zod';
import { dimensional, flag, formatSize, padding, perAxis, whole } from './attributes.js';
import { type CountedCall, defineOperation, type OperationCall } from './operation.js';
import { inputAt, product, sizeAt } from './shapes.js';
import { floorSize, type SlidingAttributes, slide, toWindows } from './spatial.js';

const slidings = ({ attributes, inputs, context }: OperationCall<SlidingAttributes>) =>
  slide(inputAt(inputs), attributes, context.profile, 'sepconv');

/** Weights of the depthwise and the pointwise convolution, without the bias. */
function weights(call: CountedCall<SlidingAttributes & { out: number; multiplier: number }>) {
  const between = sizeAt(inputAt(call.inputs), 1) * call.attributes.multiplier;
  const taps = product(slidings(call).map(({ kernel }) => kernel));
  return between * taps + between * call.attributes.out;
}

/**
 * Depthwise separable convolution with one bias, after the pointwise part, as Keras
 * `SeparableConv2D` has it (Chollet, Xception, 2017).
 */
export const sepconv = defineOperation({
  name: 'sepconv',
  aliases: ['separable', 'separableconv', ...dimensional('separableconv')],
  category: 'convolution',
  title: 'Separable convolution',
  summary: 'A depthwise convolution, then one of 1×1.',
  attributes: z.strictObject({
    out: whole(
      'out',
      1,
      '`sepconv` needs the number of its filters: write `sepconv 64 3x3`, or `out: 64`',
    ).describe('Number of filters, the channels of the output.'),
    kernel: perAxis(
      'kernel',
      1,
      '`sepconv` needs the size of its kernel: write `sepconv 64 3x3`, or `kernel: 3`',
    ).describe('Size of the depthwise kernel.'),
    stride: perAxis('stride').default(1).describe('Step of the depthwise kernel.'),
    padding: padding(['same', 'valid', 'causal'])
      .default(0)
      .describe('Zeros around the input, or the rule that decides them.'),
    dilation: perAxis('dilation').default(1).describe('Distance between taps of the kernel.'),
    multiplier: whole('multiplier').default(1).describe('Depthwise filters for each channel.'),
    bias: flag('bias', true).describe('Whether each filter has a bias.'),
  }),
  positional: ['out', 'kernel'],
  size: 'kernel',
  composable: true,
  outputs: (call) => [
    [sizeAt(inputAt(call.inputs), 0), call.attributes.out, ...slidings(call).map(floorSize)],
  ],
  parameters: (call) => weights(call) + (call.attributes.bias ? call.attributes.out : 0),
  macs(call) {
    const output = inputAt(call.outputs);
    return sizeAt(output, 0) * product(output.slice(2)) * weights(call);
  },
  work: ({ attributes, outputs }) => ({
    additions: attributes.bias ? product(inputAt(outputs)) : 0,
  }),
  windows: (call) => toWindows(slidings(call)),
  featureMap: () => true,
  label: ({ kernel }) => `SepConv ${formatSize(kernel)}`,
});
