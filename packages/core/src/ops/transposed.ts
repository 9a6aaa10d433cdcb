import * as z from 'zod';
import {
  dimensional,
  flag,
  formatSize,
  type Padding,
  type PerAxis,
  padding,
  perAxis,
  whole,
} from './attributes.js';
import { defineOperation, type OperationCall, OperationError } from './operation.js';
import { inputAt, product, requireDivisible, sizeAt } from './shapes.js';
import { eachAxis, eachSide, spatialSizes } from './spatial.js';

/** What a transposed convolution does on one axis. */
interface Enlargement {
  readonly kernel: number;
  readonly stride: number;
  readonly extent: number;
  readonly size: number;
  /** Cut from the start of the full output. */
  readonly before: number;
}

interface EnlargingAttributes {
  readonly kernel: PerAxis;
  readonly stride: PerAxis;
  readonly padding?: Padding | undefined;
  readonly dilation: PerAxis;
  readonly outputPadding?: PerAxis | undefined;
}

/**
 * Sizes the output, with `e` the dilated extent of the kernel and `op` the output padding.
 *
 * - Amounts: `(n − 1)·s − p₀ − p₁ + e + op` (PyTorch, ONNX).
 * - `same`: `n·s` (Keras, ONNX).
 * - `valid` in Keras, also when nothing is written: `n·s + max(e − s, 0)`.
 * - Keras with output padding: `(n − 1)·s + e − 2p + op`, where `p` is `⌊k / 2⌋` for `same`
 *   and 0 for `valid`.
 */
function enlarge({
  attributes,
  inputs,
  context,
}: OperationCall<EnlargingAttributes>): readonly Enlargement[] {
  const sizes = spatialSizes(inputAt(inputs), 'upconv');
  const axes = sizes.length;
  const kernels = eachAxis(attributes.kernel, axes, 'kernel');
  const strides = eachAxis(attributes.stride, axes, 'stride');
  const dilations = eachAxis(attributes.dilation, axes, 'dilation');
  const extra =
    attributes.outputPadding === undefined
      ? undefined
      : eachAxis(attributes.outputPadding, axes, 'outputPadding');
  const keras = context.profile === 'keras';
  const rule = attributes.padding ?? (keras ? 'valid' : 0);
  const sides = typeof rule === 'string' ? undefined : eachSide(rule, axes, 'padding');
  return sizes.map((input, axis) => {
    const kernel = kernels[axis] ?? 1;
    const stride = strides[axis] ?? 1;
    const dilation = dilations[axis] ?? 1;
    const extent = dilation * (kernel - 1) + 1;
    const outputPadding = extra?.[axis];
    if (outputPadding !== undefined && outputPadding >= Math.max(stride, dilation)) {
      throw new OperationError(
        `\`outputPadding\` \`${outputPadding}\` must be smaller than the stride \`${stride}\` or the dilation \`${dilation}\``,
        'Write a smaller one, or a larger stride.',
        'outputPadding',
      );
    }
    const full = (input - 1) * stride + extent;
    if (rule === 'same' && (outputPadding === undefined || !keras)) {
      const size = input * stride;
      return { kernel, stride, extent, size, before: Math.floor(Math.max(full - size, 0) / 2) };
    }
    if (rule === 'valid' && keras && outputPadding === undefined) {
      return {
        kernel,
        stride,
        extent,
        size: input * stride + Math.max(extent - stride, 0),
        before: 0,
      };
    }
    const half = rule === 'same' ? Math.floor(kernel / 2) : 0;
    const [before, after] = sides?.[axis] ?? [half, half];
    return { kernel, stride, extent, size: full - before - after + (outputPadding ?? 0), before };
  });
}

/** Transposed convolution (“deconvolution”, up-convolution of U-Net). */
export const upconv = defineOperation({
  name: 'upconv',
  aliases: [
    'deconv',
    'deconvolution',
    'convtranspose',
    'transposedconv',
    ...dimensional('deconv', 'convtranspose'),
    'conv1dtranspose',
    'conv2dtranspose',
    'conv3dtranspose',
  ],
  category: 'convolution',
  title: 'Transposed convolution',
  summary: 'Spreads each input position over a window of the output, and so enlarges.',
  attributes: z.strictObject({
    out: whole(
      'out',
      1,
      '`upconv` needs the number of its filters: write `upconv 64 2x2 /2`, or `out: 64`',
    ).describe('Number of filters, the channels of the output.'),
    kernel: perAxis(
      'kernel',
      1,
      '`upconv` needs the size of its kernel: write `upconv 64 2x2 /2`, or `kernel: 2`',
    ).describe('Size of the kernel, one for all axes or one for each.'),
    stride: perAxis('stride').default(1).describe('How many times larger the output is.'),
    padding: padding(['same', 'valid'])
      .optional()
      .describe(
        'How much is cut from the output, or the rule that decides it; nothing unless given.',
      ),
    outputPadding: perAxis('outputPadding', 0)
      .optional()
      .describe('Positions added at the end of the output.'),
    dilation: perAxis('dilation').default(1).describe('Distance between taps of the kernel.'),
    groups: whole('groups')
      .default(1)
      .describe('Parts that the channels are split into, each with its own filters.'),
    bias: flag('bias', true).describe('Whether each filter has a bias.'),
  }),
  positional: ['out', 'kernel'],
  size: 'kernel',
  composable: true,
  outputs(call) {
    const { out, groups } = call.attributes;
    const shape = inputAt(call.inputs);
    const sizes = enlarge(call).map(({ size }) => size);
    requireDivisible(sizeAt(shape, 1), groups, 'input channels');
    requireDivisible(out, groups, 'filters');
    return [[sizeAt(shape, 0), out, ...sizes]];
  },
  parameters(call) {
    const { out, groups, bias } = call.attributes;
    const taps = product(enlarge(call).map(({ kernel }) => kernel));
    return (out * sizeAt(inputAt(call.inputs), 1) * taps) / groups + (bias ? out : 0);
  },
  macs(call) {
    // Each input position is multiplied with the whole kernel, whatever is cut off afterwards.
    const { out, groups } = call.attributes;
    const taps = product(enlarge(call).map(({ kernel }) => kernel));
    return (product(inputAt(call.inputs)) * out * taps) / groups;
  },
  work: ({ attributes, outputs }) => ({
    additions: attributes.bias ? product(inputAt(outputs)) : 0,
  }),
  // Output o takes input i where o = i·s − p + t for a tap t, so it sees ⌈e / s⌉ inputs at most.
  windows: (call) =>
    enlarge(call).map(({ stride, extent, before }) => ({
      kernel: Math.ceil(extent / stride),
      stride: 1 / stride,
      dilation: 1,
      padding: Math.max(Math.floor((extent - 1 - before) / stride), 0),
    })),
  featureMap: () => true,
  label: ({ kernel }) => `UpConv ${formatSize(kernel)}`,
});
