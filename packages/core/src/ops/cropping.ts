/** How a merge cuts feature maps of several sizes to the smallest, as U-Net does. */
import { OperationError, type Shape, type Window } from './operation.js';
import { inputAt } from './shapes.js';

/**
 * Cuts the spatial axes of all inputs to their smallest sizes.
 *
 * @param inputs Shapes of one rank.
 * @param name Name of the operation, for the message.
 * @returns The shapes after the cut.
 * @throws {OperationError} If they have no spatial axes, or not equally many.
 */
export function cropToSmallest(inputs: readonly Shape[], name: string): readonly Shape[] {
  const rank = inputAt(inputs).length;
  if (rank < 3 || inputs.some((shape) => shape.length !== rank)) {
    throw new OperationError(
      `\`${name}\` with \`crop\` needs feature maps with equally many axes`,
      'Leave out `crop`, or bring its inputs to one form.',
      'crop',
    );
  }
  const smallest = inputs.reduce((least, shape) =>
    least.map((size, axis) => Math.min(size, shape[axis] ?? size)),
  );
  return inputs.map((shape) => [...shape.slice(0, 2), ...smallest.slice(2)]);
}

/**
 * Says where the middle that is kept lies on one input.
 *
 * @param shape Shape of the input.
 * @param output Shape of the output.
 * @returns One window an axis, moved by what is cut before it.
 */
export function cropWindows(shape: Shape, output: Shape): readonly Window[] {
  return shape.slice(2).map((size, axis) => ({
    kernel: 1,
    stride: 1,
    dilation: 1,
    // What is cut before the middle moves it, as padding would the other way.
    padding: 0 - Math.floor((size - (output[axis + 2] ?? size)) / 2),
  }));
}
