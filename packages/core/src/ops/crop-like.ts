import * as z from 'zod';
import { index, perAxis } from './attributes.js';
import { defineOperation, type OperationCall, OperationError } from './operation.js';
import { inputAt, resolveAxis, sizeAt } from './shapes.js';

interface CropAttributes {
  readonly axis: number;
  readonly offset: number | readonly number[];
}

/** What is cut before each axis that is cropped, and the first of these axes. */
function cuts({ attributes, inputs }: OperationCall<CropAttributes>) {
  const shape = inputAt(inputs);
  const reference = inputAt(inputs, 1);
  if (shape.length !== reference.length) {
    throw new OperationError(
      `\`croplike\` needs inputs of equally many axes, but gets \`${shape.join('×')}\` and \`${reference.join('×')}\``,
      'Bring both to one form.',
    );
  }
  const first = resolveAxis(attributes.axis, shape.length);
  const { offset } = attributes;
  const count = shape.length - first;
  if (typeof offset !== 'number' && offset.length !== 1 && offset.length !== count) {
    throw new OperationError(
      `\`offset\` has ${offset.length} values, but ${count} axes are cropped`,
      'Write one for all, or one for each.',
      'offset',
    );
  }
  const before = shape.slice(first).map((size, position) => {
    const at =
      typeof offset === 'number' ? offset : (offset[offset.length === 1 ? 0 : position] ?? 0);
    const kept = sizeAt(reference, first + position);
    if (at + kept <= size) return at;
    throw new OperationError(
      `axis \`${first + position}\` has \`${size}\` positions, too few to keep \`${kept}\` from \`${at}\` on`,
      'Crop the larger of the two inputs, or from further left.',
      'offset',
    );
  });
  return { first, before };
}

/** Cuts its first input to the size of its second, as FCN does before it adds streams. */
export const croplike = defineOperation({
  name: 'croplike',
  category: 'resample',
  title: 'Crop like',
  summary: 'Cuts its first input to the size of its second.',
  attributes: z.strictObject({
    axis: index('axis').default(2).describe('First axis that is cropped.'),
    offset: perAxis('offset', 0)
      .default(0)
      .describe('How many positions go before what is kept, for all axes or for each.'),
  }),
  inputs: { min: 2, max: 2 },
  outputs(call) {
    const { first } = cuts(call);
    return [[...inputAt(call.inputs).slice(0, first), ...inputAt(call.inputs, 1).slice(first)]];
  },
  windows(call, input) {
    const shape = inputAt(call.inputs);
    if (shape.length < 3 || input > 0) return undefined;
    const { first, before } = cuts(call);
    return shape.slice(2).map((_, spatial) => ({
      kernel: 1,
      stride: 1,
      dilation: 1,
      padding: 0 - (before[spatial + 2 - first] ?? 0),
    }));
  },
  label: () => 'Crop',
});
