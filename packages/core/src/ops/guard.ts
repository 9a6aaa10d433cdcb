/** Checks that hold for every operation, whatever its own rules say. */
import { type CountedCall, formatShape, type Operation, OperationError } from './operation.js';
import { product } from './shapes.js';

/**
 * Adds the checks that hold for every operation to its shape rule: the number of
 * inputs fits, each size is a whole number of at least 1, and no shape, parameter or
 * MAC count is beyond the whole numbers that JavaScript holds exactly.
 *
 * @param operation The operation.
 * @returns The same with the checks.
 */
export function guarded(operation: Operation): Operation {
  return {
    ...operation,
    outputs(call) {
      requireInputCount(operation, call.inputs.length);
      const outputs = operation.outputs(call);
      const counted = { ...call, outputs };
      for (const shape of outputs) requireSizes(operation.name, shape);
      requireCounts(operation, counted);
      return outputs;
    },
  };
}

function requireInputCount({ name, inputs }: Operation, count: number): void {
  const { min, max } = inputs ?? { min: 1, max: 1 };
  if (count >= min && count <= max) return;
  const expected =
    min === max
      ? `${min}`
      : max === Number.POSITIVE_INFINITY
        ? `at least ${min}`
        : `${min} to ${max}`;
  throw new OperationError(
    `\`${name}\` takes ${expected} ${expected === '1' ? 'input' : 'inputs'}, but has ${count}`,
    count < min
      ? 'Name its inputs after it, or give a list of branches.'
      : 'Leave some of them out.',
    undefined,
    'input-count',
  );
}

function requireSizes(name: string, shape: readonly number[]): void {
  if (shape.some((size) => !(size >= 1))) {
    throw new OperationError(
      `\`${name}\` would give the shape \`${formatShape(shape)}\`, in which nothing is left`,
      'Use a smaller kernel or stride, more padding, or a larger input.',
    );
  }
  if (shape.some((size) => !Number.isSafeInteger(size)) || !Number.isSafeInteger(product(shape))) {
    throw absurd(`\`${name}\` would give the shape \`${formatShape(shape)}\``);
  }
}

function requireCounts({ name, parameters, buffers, macs }: Operation, call: CountedCall): void {
  requireExact(name, parameters?.(call), 'parameters');
  requireExact(name, buffers?.(call), 'buffers');
  requireExact(name, macs?.(call), 'multiply-accumulates');
}

function requireExact(name: string, count = 0, what = ''): void {
  if (!Number.isSafeInteger(count)) throw absurd(`\`${name}\` would have \`${count}\` ${what}`);
}

function absurd(message: string): OperationError {
  return new OperationError(
    `${message}, too many to count exactly`,
    'Check the sizes that lead here.',
    undefined,
    'absurd-size',
  );
}
