import * as z from 'zod';
import { index } from './attributes.js';
import { defineOperation, type OperationCall, OperationError } from './operation.js';
import { inputAt, product, resolveAxis } from './shapes.js';

function range({ attributes, inputs }: OperationCall<{ from: number; to: number }>) {
  const rank = inputAt(inputs).length;
  const from = resolveAxis(attributes.from, rank, 'from');
  const to = resolveAxis(attributes.to, rank, 'to');
  if (from > to) {
    throw new OperationError(
      `\`from\` \`${attributes.from}\` comes after \`to\` \`${attributes.to}\``,
      'Write the first of the two axes as `from`.',
      'from',
    );
  }
  return { from, to, rank };
}

/** Merges neighbouring axes into one; all but the batch unless told otherwise. */
export const flatten = defineOperation({
  name: 'flatten',
  category: 'reshape',
  title: 'Flatten',
  summary: 'Merges axes into one.',
  attributes: z.strictObject({
    from: index('from').default(1).describe('First axis that is merged.'),
    to: index('to').default(-1).describe('Last axis that is merged.'),
  }),
  outputs(call) {
    const shape = inputAt(call.inputs);
    const { from, to } = range(call);
    return [[...shape.slice(0, from), product(shape.slice(from, to + 1)), ...shape.slice(to + 1)]];
  },
  // What merges positions alone keeps them; with the channels they are gone.
  windows(call) {
    const { from, rank } = range(call);
    return rank > 2 && from === 1 ? 'global' : undefined;
  },
  featureMap: (call) => call.context.featureMap && range(call).from > 1,
});
