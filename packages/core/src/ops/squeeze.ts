import * as z from 'zod';
import { index, wording } from './attributes.js';
import { defineOperation, OperationError } from './operation.js';
import { inputAt, resolveAxis, sizeAt } from './shapes.js';

const keepsFeatureMap = (rank: number, before: boolean) => rank >= 4 || (rank === 3 && before);

/** Drops axes of size 1. */
export const squeeze = defineOperation({
  name: 'squeeze',
  category: 'reshape',
  title: 'Squeeze',
  summary: 'Drops an axis of size 1, or all of them.',
  attributes: z.strictObject({
    axis: index('axis').optional().describe('Axis to drop; all of size 1 unless given.'),
  }),
  positional: ['axis'],
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    if (attributes.axis === undefined) {
      return [shape.filter((size, axis) => axis === 0 || size !== 1)].map((kept) =>
        kept.length > 1 ? kept : [...kept, 1],
      );
    }
    const dropped = resolveAxis(attributes.axis, shape.length);
    if (sizeAt(shape, dropped) !== 1) {
      throw new OperationError(
        `\`squeeze\` drops axes of size 1, but axis \`${attributes.axis}\` is \`${sizeAt(shape, dropped)}\``,
        'Name another axis, or write `select` to keep one position of it.',
        'axis',
      );
    }
    return [shape.filter((_, axis) => axis !== dropped)];
  },
  featureMap: ({ context, outputs }) =>
    keepsFeatureMap(inputAt(outputs).length, context.featureMap) && context.featureMap,
});

/** Adds an axis of size 1. */
export const unsqueeze = defineOperation({
  name: 'unsqueeze',
  aliases: ['expanddims'],
  category: 'reshape',
  title: 'Unsqueeze',
  summary: 'Adds an axis of size 1.',
  attributes: z.strictObject({
    axis: z
      .int(wording('axis', 'a whole number', '`unsqueeze` needs an axis: write `unsqueeze 2`'))
      .describe('Place of the new axis in the output.'),
  }),
  positional: ['axis'],
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    const axis = resolveAxis(attributes.axis, shape.length + 1);
    return [[...shape.slice(0, axis), 1, ...shape.slice(axis)]];
  },
  featureMap: ({ context, outputs }) =>
    keepsFeatureMap(inputAt(outputs).length, context.featureMap),
});
