import * as z from 'zod';
import { flag } from './attributes.js';
import { defineOperation, formatShape, type OperationCall, OperationError } from './operation.js';
import { broadcast, inputAt, product, sizeAt } from './shapes.js';

/** The operands after transposition, vectors as matrices. */
function operands({ attributes, inputs }: OperationCall<{ transpose: boolean }>) {
  const a = inputAt(inputs, 0);
  const b = inputAt(inputs, 1);
  const left = a.length === 1 ? [1, ...a] : a;
  const given = b.length === 1 ? [...b, 1] : b;
  const right =
    attributes.transpose && b.length > 1
      ? [...given.slice(0, -2), sizeAt(given, -1), sizeAt(given, -2)]
      : given;
  return { a, b, left, right };
}

/** Product of matrices along the last two axes; those before them stretch, as NumPy does. */
export const matmul = defineOperation({
  name: 'matmul',
  aliases: ['bmm', 'dot'],
  category: 'merge',
  title: 'Matrix product',
  summary: 'Multiplies two inputs as matrices along their last two axes.',
  attributes: z.strictObject({
    transpose: flag('transpose', false).describe(
      'Whether the second one is turned first, as in Q·Kᵀ.',
    ),
  }),
  inputs: { min: 2, max: 2 },
  outputs(call) {
    const { a, b, left, right } = operands(call);
    const batch = broadcast(left.slice(0, -2), right.slice(0, -2));
    if (batch === undefined || sizeAt(left, -1) !== sizeAt(right, -2)) {
      throw new OperationError(
        `\`matmul\` cannot multiply \`${formatShape(a)}\` with \`${formatShape(b)}\`${call.attributes.transpose ? ' transposed' : ''}`,
        'The last size of the first must be the last but one of the second; `transpose` turns the second.',
      );
    }
    const rows = a.length === 1 ? [] : [sizeAt(left, -2)];
    const columns = b.length === 1 ? [] : [sizeAt(right, -1)];
    const shape = [...batch, ...rows, ...columns];
    return [shape.length > 0 ? shape : [1]];
  },
  macs(call) {
    return product(inputAt(call.outputs)) * sizeAt(operands(call).left, -1);
  },
  windows: () => 'global',
});
