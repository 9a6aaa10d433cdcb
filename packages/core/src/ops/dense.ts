import * as z from 'zod';
import { flag, index, whole } from './attributes.js';
import { defineOperation, formatShape, type OperationCall, OperationError } from './operation.js';
import { inputAt, product, resolveAxis, sizeAt, withSize } from './shapes.js';

/** The axis it acts on, or `all` when Caffe's rule flattens the input first. */
function denseAxis({
  attributes,
  inputs,
  context,
}: OperationCall<{ axis?: number | undefined }>): number | 'all' {
  const shape = inputAt(inputs);
  if (attributes.axis !== undefined) return resolveAxis(attributes.axis, shape.length);
  if (context.featureMap && shape.length >= 3) {
    if (context.profile === 'caffe') return 'all';
    throw new OperationError(
      `\`dense\` would act on the last axis alone, the width of the feature map \`${formatShape(shape)}\``,
      'Write `flatten` or `gap` before it, or `axis=1` for the channels.',
    );
  }
  return shape.length - 1;
}

function width(call: OperationCall<{ axis?: number | undefined }>): number {
  const shape = inputAt(call.inputs);
  const axis = denseAxis(call);
  return axis === 'all' ? product(shape.slice(1)) : sizeAt(shape, axis);
}

/** Fully connected layer; on a sequence it acts on the features of each position. */
export const dense = defineOperation({
  name: 'dense',
  aliases: ['linear', 'fc', 'fullyconnected', 'innerproduct', 'gemm'],
  category: 'dense',
  title: 'Dense',
  summary: 'Connects every input feature with every output feature.',
  attributes: z.strictObject({
    out: whole(
      'out',
      1,
      '`dense` needs the number of its units: write `dense 10`, or `out: 10`',
    ).describe('Number of units.'),
    bias: flag('bias', true).describe('Whether each unit has a bias.'),
    axis: index('axis').optional().describe('Axis it acts on; the last unless given.'),
  }),
  positional: ['out'],
  composable: true,
  outputs(call) {
    const shape = inputAt(call.inputs);
    const axis = denseAxis(call);
    const { out } = call.attributes;
    return [axis === 'all' ? [sizeAt(shape, 0), out] : withSize(shape, axis, out)];
  },
  parameters(call) {
    const { out, bias } = call.attributes;
    return width(call) * out + (bias ? out : 0);
  },
  macs: (call) => product(inputAt(call.outputs)) * width(call),
  work: ({ attributes, outputs }) => ({
    additions: attributes.bias ? product(inputAt(outputs)) : 0,
  }),
  windows(call) {
    const shape = inputAt(call.inputs);
    const axis = denseAxis(call);
    const features = call.context.featureMap ? 1 : shape.length - 1;
    return shape.length === 2 || axis !== features ? 'global' : undefined;
  },
  featureMap: (call) => call.context.featureMap && inputAt(call.outputs).length > 2,
  label: ({ out }) => `Dense ${out}`,
});
