import * as z from 'zod';
import { flag, index, whole } from './attributes.js';
import { defineOperation, formatShape, type OperationCall, OperationError } from './operation.js';
import { inputAt, product, resolveAxis } from './shapes.js';

type DenseCall = OperationCall<{
  readonly axis?: number | undefined;
  readonly start?: number | undefined;
}>;

/** The axes that are its features: from the first to before the second. Caffe takes all of a feature map. */
function features({ attributes, inputs, context }: DenseCall): readonly [number, number] {
  const shape = inputAt(inputs);
  const { axis, start } = attributes;
  if (start !== undefined) return [resolveAxis(start, shape.length, 'start'), shape.length];
  if (axis !== undefined) {
    const one = resolveAxis(axis, shape.length);
    return [one, one + 1];
  }
  if (context.featureMap && shape.length >= 3) {
    if (context.profile === 'caffe') return [1, shape.length];
    throw new OperationError(
      `\`dense\` would act on the last axis alone, the width of the feature map \`${formatShape(shape)}\``,
      'Write `flatten` or `gap` before it, or `axis=1` for the channels.',
    );
  }
  return [shape.length - 1, shape.length];
}

const width = (call: DenseCall): number => product(inputAt(call.inputs).slice(...features(call)));

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
    start: index('start')
      .optional()
      .describe('First axis of those it takes as one, in place of `axis`; 1 is all of an example.'),
  }),
  positional: ['out'],
  composable: true,
  outputs(call) {
    const shape = inputAt(call.inputs);
    const [start, end] = features(call);
    return [[...shape.slice(0, start), call.attributes.out, ...shape.slice(end)]];
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
    const [start, end] = features(call);
    const channels = call.context.featureMap ? 1 : shape.length - 1;
    const one = start === channels && end === channels + 1;
    return shape.length === 2 || !one ? 'global' : undefined;
  },
  featureMap: (call) => call.context.featureMap && inputAt(call.outputs).length > 2,
  label: ({ out }) => `Dense ${out}`,
});
