import * as z from 'zod';
import { wording } from './attributes.js';
import { defineOperation, formatShape, OperationError } from './operation.js';
import { inputAt, product } from './shapes.js';

const words = wording(
  'shape',
  'a list of sizes, where 0 copies one and -1 is what is left',
  '`reshape` needs a shape: write `reshape 64x7x7`, or `shape: [64, 7, 7]`',
);
const size = z.int(words).min(-1, words);

/** Gives the same numbers another shape; the batch axis stays, as in Keras. */
export const reshape = defineOperation({
  name: 'reshape',
  aliases: ['view', 'unflatten'],
  category: 'reshape',
  title: 'Reshape',
  summary: 'Gives the same numbers another shape.',
  attributes: z.strictObject({
    shape: z
      .union([size, z.array(size).min(1)], words)
      .describe(
        'Sizes without the batch axis; 0 copies the size in that place, one -1 is what is left.',
      ),
  }),
  variadic: 'shape',
  size: 'shape',
  outputs({ attributes, inputs }) {
    const [batch = 1, ...old] = inputAt(inputs);
    const wanted = typeof attributes.shape === 'number' ? [attributes.shape] : attributes.shape;
    if (wanted.filter((one) => one === -1).length > 1) {
      throw new OperationError(
        `\`shape\` \`${wanted.join('x')}\` has more than one \`-1\``,
        'Write the sizes of all axes but one.',
        'shape',
      );
    }
    const copied = wanted.map((one, axis) => {
      if (one !== 0) return one;
      const same = old[axis];
      if (same !== undefined) return same;
      throw new OperationError(
        `\`shape\` \`${wanted.join('x')}\` copies axis ${axis + 1}, but the input \`${old.join('×')}\` has only ${old.length}`,
        'Write the size in place of that `0`.',
        'shape',
      );
    });
    const total = product(old);
    const known = product(copied.filter((one) => one !== -1));
    const shape = copied.map((one) => (one === -1 ? total / known : one));
    if (product(shape) === total && shape.every(Number.isInteger)) return [[batch, ...shape]];
    throw new OperationError(
      `\`reshape\` cannot make \`${wanted.join('×')}\` of \`${formatShape([batch, ...old])}\`, which holds \`${total}\` numbers`,
      'Write sizes with that product, or `-1` for one of them.',
      'shape',
    );
  },
  windows: ({ inputs, outputs }) =>
    inputAt(inputs).length > 2 && inputAt(outputs).length === 2 ? 'global' : undefined,
  featureMap: ({ outputs }) => inputAt(outputs).length >= 4,
});
