import * as z from 'zod';
import { flag, index, wording } from './attributes.js';
import { defineOperation, type OperationCall, type Shape } from './operation.js';
import { inputAt, product, resolveAxis, sizeAt } from './shapes.js';
import { repeatWork, rootMeanSquareWork, standardizeWork, totalWork } from './work.js';

const axis = z
  .union(
    [index('axis'), z.array(index('axis')).min(1)],
    wording('axis', 'a whole number, or a list of them'),
  )
  .optional()
  .describe('Axis or axes it normalizes; the channels of an image, else the last.');

type NormalizedCall = OperationCall<{ axis?: number | readonly number[] | undefined }>;

/** Axes it normalizes: the channels of a feature map of two or more spatial axes, else the last. */
function normalizedAxes({ attributes, inputs, context }: NormalizedCall): readonly number[] {
  const rank = inputAt(inputs).length;
  const { axis } = attributes;
  if (axis === undefined) return [context.featureMap && rank >= 4 ? 1 : rank - 1];
  return (typeof axis === 'number' ? [axis] : axis).map((one) => resolveAxis(one, rank));
}

function normalized(call: NormalizedCall): number {
  const shape = inputAt(call.inputs);
  return product([...new Set(normalizedAxes(call))].map((one) => sizeAt(shape, one)));
}

function unchanged(call: NormalizedCall): readonly Shape[] {
  normalizedAxes(call);
  return [inputAt(call.inputs)];
}

/** Layer normalization (Ba, Kiros and Hinton, 2016). */
export const layernorm = defineOperation({
  name: 'layernorm',
  aliases: ['ln', 'layernormalization', 'layernorm2d'],
  category: 'normalization',
  title: 'Layer normalization',
  summary: 'Normalizes the features of each position.',
  attributes: z.strictObject({
    axis,
    affine: flag('affine', true).describe('Whether it trains γ and β at all.'),
    bias: flag('bias', true).describe('Whether it trains β.'),
  }),
  composable: true,
  outputs: unchanged,
  parameters(call) {
    const { affine, bias } = call.attributes;
    return affine ? normalized(call) * (bias ? 2 : 1) : 0;
  },
  work(call) {
    const { affine, bias } = call.attributes;
    const [count, length] = [product(inputAt(call.outputs)), normalized(call)];
    return totalWork(repeatWork(count / length, standardizeWork(length)), {
      multiplications: affine ? count : 0,
      additions: affine && bias ? count : 0,
    });
  },
  label: () => 'LN',
});

/** Root mean square normalization (Zhang and Sennrich, 2019): γ only. */
export const rmsnorm = defineOperation({
  name: 'rmsnorm',
  aliases: ['rms', 'rmsnormalization'],
  category: 'normalization',
  title: 'RMS normalization',
  summary: 'Divides the features of each position by their root mean square.',
  attributes: z.strictObject({
    axis,
    affine: flag('affine', true).describe('Whether it trains γ.'),
  }),
  composable: true,
  outputs: unchanged,
  parameters: (call) => (call.attributes.affine ? normalized(call) : 0),
  work(call) {
    const [count, length] = [product(inputAt(call.outputs)), normalized(call)];
    return totalWork(repeatWork(count / length, rootMeanSquareWork(length)), {
      multiplications: call.attributes.affine ? count : 0,
    });
  },
  label: () => 'RMSNorm',
});
