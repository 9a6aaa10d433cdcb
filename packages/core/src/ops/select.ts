import * as z from 'zod';
import { index, whole, wording } from './attributes.js';
import { defineOperation, type OperationCall, OperationError } from './operation.js';
import { inputAt, resolveAxis, sizeAt, withSize } from './shapes.js';

/** Takes one position of an axis, which goes away: the class token, the last step. */
export const select = defineOperation({
  name: 'select',
  category: 'reshape',
  title: 'Select',
  summary: 'Takes one position of an axis and drops the axis.',
  attributes: z.strictObject({
    index: index('index').default(0).describe('Which position; negative ones count from the end.'),
    axis: index('axis').default(1).describe('Axis it is taken from.'),
  }),
  positional: ['index'],
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    const axis = resolveAxis(attributes.axis, shape.length);
    const size = sizeAt(shape, axis);
    if (attributes.index >= size || attributes.index < -size) {
      throw new OperationError(
        `\`index\` \`${attributes.index}\` is beyond axis \`${attributes.axis}\`, which has \`${size}\` positions`,
        `Write a number from 0 to ${size - 1}, or from -1 to -${size}.`,
        'index',
      );
    }
    const kept = shape.filter((_, position) => position !== axis);
    return [kept.length > 1 ? kept : [...kept, 1]];
  },
  featureMap: ({ attributes, inputs, context, outputs }) =>
    context.featureMap &&
    inputAt(outputs).length >= 3 &&
    resolveAxis(attributes.axis, inputAt(inputs).length) !== 1,
});

interface SliceAttributes {
  readonly axis: number;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly step: number;
}

/** Bounds clamped as NumPy and ONNX do. */
function bounds({ attributes, inputs }: OperationCall<SliceAttributes>) {
  const shape = inputAt(inputs);
  const axis = resolveAxis(attributes.axis, shape.length);
  const size = sizeAt(shape, axis);
  const { step } = attributes;
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
  const clamp = (bound: number) => Math.min(Math.max(bound < 0 ? bound + size : bound, low), high);
  const from = attributes.from === undefined ? (step > 0 ? low : high) : clamp(attributes.from);
  const to = attributes.to === undefined ? (step > 0 ? high : low) : clamp(attributes.to);
  return { axis, size, from, count: Math.max(Math.ceil((to - from) / step), 0) };
}

/** Takes every `step`-th position of an axis between two bounds. */
export const slice = defineOperation({
  name: 'slice',
  category: 'reshape',
  title: 'Slice',
  summary: 'Takes a stretch of an axis.',
  attributes: z.strictObject({
    axis: index('axis').default(1).describe('Axis it is taken from.'),
    from: index('from').optional().describe('First position; negative ones count from the end.'),
    to: index('to')
      .optional()
      .describe('Position after the last; the end of the axis unless given.'),
    step: z
      .int(wording('step', 'a whole number other than 0'))
      .refine((step) => step !== 0, wording('step', 'a whole number other than 0'))
      .default(1)
      .describe('Distance between positions; negative ones go backwards.'),
  }),
  positional: ['from', 'to'],
  outputs(call) {
    const shape = inputAt(call.inputs);
    const { axis, size, count } = bounds(call);
    if (count > 0) return [withSize(shape, axis, count)];
    const { from = 'the start', to = 'the end' } = call.attributes;
    throw new OperationError(
      `\`slice\` from \`${from}\` to \`${to}\` takes nothing of axis \`${call.attributes.axis}\`, which has \`${size}\` positions`,
      `Write bounds between 0 and ${size}.`,
    );
  },
  windows(call) {
    const shape = inputAt(call.inputs);
    const { axis, from } = bounds(call);
    if (!call.context.featureMap || axis < 2) return undefined;
    return shape.slice(2).map((_, spatial) => ({
      kernel: 1,
      stride: spatial + 2 === axis ? Math.abs(call.attributes.step) : 1,
      dilation: 1,
      padding: spatial + 2 === axis ? -from : 0,
    }));
  },
});

/** Each part is an output, so an absurd number of them must not fill the memory. */
const mostParts = 1024;

const partsWords = wording('parts', `a whole number from 2 to ${mostParts}`);

/** Splits an axis into parts; the only operation with several outputs. */
export const split = defineOperation({
  name: 'split',
  aliases: ['chunk'],
  category: 'reshape',
  title: 'Split',
  summary: 'Cuts an axis into parts, each an output of its own.',
  attributes: z.strictObject({
    parts: z
      .int(partsWords)
      .min(2, partsWords)
      .max(mostParts, partsWords)
      .optional()
      .describe('How many equal parts.'),
    sizes: z
      .array(whole('sizes'), wording('sizes', 'a list of sizes'))
      .min(2)
      .optional()
      .describe('Size of each part, when they differ.'),
    axis: index('axis').default(1).describe('Axis that is cut.'),
  }),
  positional: ['parts'],
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    const axis = resolveAxis(attributes.axis, shape.length);
    const size = sizeAt(shape, axis);
    const { parts, sizes } = attributes;
    if ((parts === undefined) === (sizes === undefined)) {
      throw new OperationError(
        '`split` needs either the number of its parts or their sizes',
        'Write `split 2`, or `split sizes=[64, 32]`.',
        'parts',
      );
    }
    if (sizes !== undefined) {
      const total = sizes.reduce((sum, part) => sum + part, 0);
      if (total === size) return sizes.map((part) => withSize(shape, axis, part));
      throw new OperationError(
        `\`sizes\` \`${sizes.join(', ')}\` make \`${total}\`, but axis \`${attributes.axis}\` has \`${size}\``,
        `Write sizes that make ${size}.`,
        'sizes',
      );
    }
    const count = parts ?? 1;
    if (size % count !== 0) {
      throw new OperationError(
        `\`parts\` \`${count}\` does not divide axis \`${attributes.axis}\`, which has \`${size}\``,
        `Write a divisor of ${size}, or the \`sizes\` of the parts.`,
        'parts',
      );
    }
    return new Array<readonly number[]>(count).fill(withSize(shape, axis, size / count));
  },
});
