import * as z from 'zod';
import { flag, index, whole } from './attributes.js';
import { defineOperation, OperationError } from './operation.js';
import { inputAt, product, resolveAxis, sizeAt, withSize } from './shapes.js';

/**
 * Finds where the largest values are. Along an axis, that axis becomes as long as there are
 * values to find; without one, all axes but the batch are one, as Caffe has it: `1×k`, or
 * `2×k` with the values beside their places.
 */
export const argmax = defineOperation({
  name: 'argmax',
  category: 'other',
  title: 'Argmax',
  summary: 'Finds where the largest values are.',
  attributes: z.strictObject({
    top: whole('top').default(1).describe('How many.'),
    axis: index('axis').optional().describe('Axis along which they are sought; all unless given.'),
    values: flag('values', false).describe(
      'Whether the values are given: in place of their places along an axis, else beside them.',
    ),
  }),
  positional: ['top'],
  outputs({ attributes: { top, axis, values }, inputs }) {
    const shape = inputAt(inputs);
    const along = axis === undefined ? undefined : resolveAxis(axis, shape.length);
    const count = along === undefined ? product(shape.slice(1)) : sizeAt(shape, along);
    if (top > count) {
      throw new OperationError(
        `\`top\` \`${top}\` is more than the \`${count}\` values that there are`,
        `Write at most ${count}.`,
        'top',
      );
    }
    if (along !== undefined) return [withSize(shape, along, top)];
    const ones = new Array<number>(Math.max(shape.length - 3, 0)).fill(1);
    return [[sizeAt(shape, 0), values ? 2 : 1, top, ...ones]];
  },
  work: ({ attributes: { top }, inputs, outputs }) => {
    const rows = product(inputAt(outputs)) / top;
    return { comparisons: top * (product(inputAt(inputs)) - rows) };
  },
  windows: ({ attributes: { axis } }) => (axis === undefined ? 'global' : undefined),
  featureMap: ({ attributes: { axis }, context }) => axis !== undefined && context.featureMap,
});
