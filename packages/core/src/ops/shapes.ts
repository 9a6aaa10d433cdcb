/** Arithmetic on whole shapes that the rules of many operations share. */
import { formatShape, type OperationContext, OperationError, type Shape } from './operation.js';

/**
 * Multiplies sizes.
 *
 * @param sizes The sizes.
 * @returns Their product; 1 when there are none.
 */
export function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1);
}

/**
 * Adds numbers.
 *
 * @param numbers The numbers.
 * @returns Their sum.
 */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * Takes one input of a call.
 *
 * @param inputs All of them.
 * @param position Which one.
 * @returns Its shape.
 * @throws {OperationError} If there are fewer.
 */
export function inputAt(inputs: readonly Shape[], position = 0): Shape {
  const shape = inputs[position];
  if (shape === undefined) {
    throw new OperationError(
      `it needs ${position + 1} inputs, but has ${inputs.length}`,
      undefined,
      undefined,
      'input-count',
    );
  }
  return shape;
}

/**
 * Takes one size of a shape.
 *
 * @param shape The shape.
 * @param axis Which axis; negative ones count from the end.
 * @returns The size; 1 where there is no such axis.
 */
export function sizeAt(shape: Shape, axis: number): number {
  return shape.at(axis) ?? 1;
}

/**
 * Finds the axis that an attribute means.
 *
 * @param axis Axis from 1 (0 is the batch), or from the end when negative.
 * @param rank Number of axes, batch included.
 * @param attribute Attribute that says it.
 * @returns The axis, counted from the batch axis at 0.
 * @throws {OperationError} If there is no such axis, or it is the batch axis.
 */
export function resolveAxis(axis: number, rank: number, attribute = 'axis'): number {
  const resolved = axis < 0 ? axis + rank : axis;
  if (resolved < 1 || resolved >= rank) {
    throw new OperationError(
      `\`${attribute}\` \`${axis}\` is not an axis of this input, which has ${rank} with the batch axis`,
      `Write a number from 1 to ${rank - 1} (0 is the batch axis), or from -1 to ${1 - rank} to count from the end.`,
      attribute,
    );
  }
  return resolved;
}

/**
 * Finds the axis of the channels or features.
 *
 * @param shape Shape of the input.
 * @param context Says whether it is a feature map.
 * @param axis What the attribute `axis` says, if anything.
 * @returns Axis 1 of a feature map, the last one of anything else, or the one that is given.
 * @throws {OperationError} If the given axis does not exist.
 */
export function channelAxis(shape: Shape, context: OperationContext, axis?: number): number {
  if (axis !== undefined) return resolveAxis(axis, shape.length);
  return context.featureMap ? Math.min(1, shape.length - 1) : shape.length - 1;
}

/**
 * Replaces one size.
 *
 * @param shape The shape.
 * @param axis Which axis, from 0.
 * @param size The new size.
 * @returns A new shape.
 */
export function withSize(shape: Shape, axis: number, size: number): Shape {
  return shape.map((old, position) => (position === axis ? size : old));
}

/**
 * Stretches two shapes to one, as NumPy and ONNX do: right-aligned, sizes of 1 stretch.
 *
 * @param a One shape.
 * @param b The other.
 * @returns The common shape, or nothing when they do not fit.
 */
export function broadcast(a: Shape, b: Shape): Shape | undefined {
  const rank = Math.max(a.length, b.length);
  const sizes: number[] = [];
  for (let axis = -rank; axis < 0; axis++) {
    const one = sizeAt(a, axis);
    const other = sizeAt(b, axis);
    if (one !== other && one !== 1 && other !== 1) return undefined;
    sizes.push(Math.max(one, other));
  }
  return sizes;
}

/**
 * Says that groups do not divide the channels.
 *
 * @param size Number of channels.
 * @param groups Number of groups.
 * @param what What the channels are, such as `input channels`.
 * @throws {OperationError} Unless they divide evenly.
 */
export function requireDivisible(size: number, groups: number, what: string): void {
  if (size % groups === 0) return;
  throw new OperationError(
    `\`groups\` \`${groups}\` does not divide the \`${size}\` ${what}`,
    `Write a divisor of ${size}.`,
    'groups',
  );
}

/**
 * Says that an operation needs a sequence.
 *
 * @param shape Shape of the input.
 * @param context Says whether it is a feature map.
 * @param operation Name of the operation.
 * @throws {OperationError} Unless the shape is positions and features, and no feature map.
 */
export function requireSequence(shape: Shape, context: OperationContext, operation: string): void {
  const image = context.featureMap && shape.length > 3;
  if (shape.length >= 3 && !image) return;
  throw new OperationError(
    `\`${operation}\` needs a sequence (positions × features), but gets \`${formatShape(shape)}\``,
    image
      ? 'Write `tokens` before it, to make a sequence of the positions.'
      : 'Give the input two axes, such as `input: 64x512`, or write `embedding` before it.',
  );
}
