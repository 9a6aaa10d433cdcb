import * as z from 'zod';
import { flag } from './attributes.js';
import { cropToSmallest, cropWindows } from './cropping.js';
import {
  defineOperation,
  formatShape,
  type Operation,
  OperationError,
  type Shape,
  type Work,
} from './operation.js';
import { broadcast, inputAt, product } from './shapes.js';
import { repeatWork } from './work.js';

function mismatch(name: string, one: Shape, other: Shape, strict: boolean): OperationError {
  const crops =
    one.length > 2 && one.length === other.length && one[1] === other[1] && one[0] === other[0];
  const gates = Math.min(one.length, other.length) === 2 && Math.max(one.length, other.length) > 3;
  return new OperationError(
    `\`${name}\` needs ${strict ? 'equal shapes' : 'shapes that fit'}, but gets \`${formatShape(one)}\` and \`${formatShape(other)}\``,
    crops
      ? 'Bring both to one size, or write `crop` to cut to the smaller.'
      : gates
        ? 'Keep the pooled axes with `gap keep`, or add them with `unsqueeze`.'
        : 'Bring both to one shape, such as with a `conv` of 1×1 or a `dense`.',
  );
}

/** Element-wise merges stretch sizes of 1, as NumPy does; Caffe wants equal shapes. */
function merge(
  name: string,
  title: string,
  summary: string,
  /** What one number of the output takes. */
  work: (inputs: number) => Work,
  aliases: readonly string[],
  max = Number.POSITIVE_INFINITY,
): Operation {
  return defineOperation({
    name,
    aliases,
    category: 'merge',
    title,
    summary,
    attributes: z.strictObject({
      crop: flag('crop', false).describe('Whether larger feature maps are cut to the smallest.'),
    }),
    inputs: { min: 2, max },
    gates: name === 'mul',
    outputs({ attributes, inputs, context }) {
      const shapes = attributes.crop ? cropToSmallest(inputs, name) : inputs;
      const strict = context.profile === 'caffe';
      return [
        shapes.reduce((merged, shape) => {
          const common = broadcast(merged, shape);
          const equal =
            merged.length === shape.length && merged.every((size, axis) => size === shape[axis]);
          if (common === undefined || (strict && !equal))
            throw mismatch(name, merged, shape, strict);
          return common;
        }),
      ];
    },
    work: ({ inputs, outputs }) => repeatWork(product(inputAt(outputs)), work(inputs.length)),
    windows: ({ attributes, inputs, outputs }, input) =>
      attributes.crop ? cropWindows(inputAt(inputs, input), inputAt(outputs)) : undefined,
  });
}

const additionWork = (inputs: number): Work => ({ additions: inputs - 1 });
const comparisonWork = (inputs: number): Work => ({ comparisons: inputs - 1 });

/** Every merge of equal or stretchable shapes. */
export const merges: readonly Operation[] = [
  merge('add', 'Add', 'Adds its inputs.', additionWork, ['plus', 'eltwise']),
  merge(
    'sub',
    'Subtract',
    'Subtracts the second input from the first.',
    additionWork,
    ['subtract', 'minus'],
    2,
  ),
  merge(
    'mul',
    'Multiply',
    'Multiplies its inputs.',
    (inputs) => ({ multiplications: inputs - 1 }),
    ['multiply', 'times'],
  ),
  merge(
    'div',
    'Divide',
    'Divides the first input by the second.',
    () => ({ divisions: 1 }),
    ['divide'],
    2,
  ),
  merge('maximum', 'Maximum', 'Takes the largest of its inputs.', comparisonWork, []),
  merge('minimum', 'Minimum', 'Takes the smallest of its inputs.', comparisonWork, []),
  merge(
    'average',
    'Average',
    'Takes the mean of its inputs.',
    (inputs) => ({ additions: inputs - 1, divisions: 1 }),
    [],
  ),
];
