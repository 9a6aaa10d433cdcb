import * as z from 'zod';
import { flag, index } from './attributes.js';
import { cropToSmallest, cropWindows } from './cropping.js';
import { defineOperation, formatShape, OperationError } from './operation.js';
import { channelAxis, inputAt, sizeAt, sum, withSize } from './shapes.js';

/** Puts tensors side by side: channels of feature maps, features of anything else. */
export const concat = defineOperation({
  name: 'concat',
  aliases: ['concatenate', 'cat'],
  category: 'merge',
  title: 'Concatenate',
  summary: 'Puts its inputs side by side along an axis.',
  attributes: z.strictObject({
    axis: index('axis')
      .optional()
      .describe('Axis along which they stand; the channels of feature maps, else the last.'),
    crop: flag('crop', false).describe('Whether larger feature maps are cut to the smallest.'),
  }),
  inputs: { min: 2, max: Number.POSITIVE_INFINITY },
  outputs({ attributes, inputs, context }) {
    const shapes = attributes.crop ? cropToSmallest(inputs, 'concat') : inputs;
    const first = inputAt(shapes);
    const joined = channelAxis(first, context, attributes.axis);
    for (const shape of shapes) {
      const fits =
        shape.length === first.length &&
        shape.every((size, axis) => axis === joined || size === first[axis]);
      if (!fits) {
        throw new OperationError(
          `\`concat\` needs shapes that differ only in axis \`${joined}\`, but gets \`${formatShape(first)}\` and \`${formatShape(shape)}\``,
          first.length > 2 && shape.length === first.length && joined === 1
            ? 'Bring all to one size, or write `crop` to cut to the smallest.'
            : 'Bring all to one shape, or name another `axis`.',
        );
      }
    }
    return [withSize(first, joined, sum(shapes.map((shape) => sizeAt(shape, joined))))];
  },
  windows: ({ attributes, inputs, outputs }, input) =>
    attributes.crop ? cropWindows(inputAt(inputs, input), inputAt(outputs)) : undefined,
});
