import * as z from 'zod';
import { index, whole } from './attributes.js';
import { defineOperation } from './operation.js';
import { inputAt, resolveAxis, sizeAt, withSize } from './shapes.js';

/** Repeats what there is along an axis. */
export const tile = defineOperation({
  name: 'tile',
  category: 'reshape',
  title: 'Tile',
  summary: 'Repeats its input along an axis.',
  attributes: z.strictObject({
    times: whole('times', 1, '`tile` needs how many times: write `tile 2`, or `times: 2`').describe(
      'How many times.',
    ),
    axis: index('axis').default(1).describe('Axis along which copies stand.'),
  }),
  positional: ['times'],
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    const axis = resolveAxis(attributes.axis, shape.length);
    return [withSize(shape, axis, sizeAt(shape, axis) * attributes.times)];
  },
  label: ({ times }) => `Tile ×${times}`,
});
