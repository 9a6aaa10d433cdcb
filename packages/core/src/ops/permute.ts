import * as z from 'zod';
import { whole, wording } from './attributes.js';
import { defineOperation, type OperationCall, OperationError } from './operation.js';
import { inputAt, sizeAt } from './shapes.js';

/**
 * The order of all axes, batch first. With an entry for each axis it counts from the batch
 * axis at 0, as PyTorch does; with one less it leaves the batch out and counts from 1, as
 * Keras does.
 */
function fullOrder({ attributes, inputs }: OperationCall<{ order: readonly number[] }>) {
  const { order } = attributes;
  const rank = inputAt(inputs).length;
  const full = order.length === rank - 1 && !order.includes(0) ? [0, ...order] : order;
  const sorted = [...full].sort((a, b) => a - b);
  const fits = full.length === rank && sorted.every((axis, position) => axis === position);
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  if (!fits) {
    throw new OperationError(
      `\`order\` \`${order.join(' ')}\` is no order of the ${rank} axes of the input, batch included`,
      `Write each of ${axes.join(', ')} once, or leave out the 0.`,
      'order',
    );
  }
  if (full[0] !== 0) {
    throw new OperationError(
      `\`order\` \`${order.join(' ')}\` moves the batch axis`,
      'Write 0 first, or leave it out.',
      'order',
    );
  }
  return full;
}

/** Reorders axes. */
export const permute = defineOperation({
  name: 'permute',
  aliases: ['transpose'],
  category: 'reshape',
  title: 'Permute',
  summary: 'Reorders the axes.',
  attributes: z.strictObject({
    order: z
      .array(
        whole('order', 0),
        wording(
          'order',
          'a list of axes',
          '`permute` needs the new order of the axes: write `permute 0 2 1`',
        ),
      )
      .min(1)
      .describe('Old axes in their new order, with the batch axis 0 or without it.'),
  }),
  variadic: 'order',
  outputs(call) {
    const shape = inputAt(call.inputs);
    return [fullOrder(call).map((axis) => sizeAt(shape, axis))];
  },
  featureMap(call) {
    const order = fullOrder(call);
    // Channels-last is no feature map any more; the way back makes one again.
    return call.context.featureMap
      ? order[1] === 1
      : order.length >= 4 && order[1] === order.length - 1;
  },
});
