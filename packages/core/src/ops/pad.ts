import * as z from 'zod';
import { amounts, choice, dimensional, perAxis } from './attributes.js';
import { defineOperation, type OperationCall, OperationError } from './operation.js';
import { inputAt } from './shapes.js';
import { eachAxis, eachSide, nameAxes, spatialSizes } from './spatial.js';

type Amounts = number | readonly number[] | readonly (readonly [number, number])[];

/** Adds positions around the spatial axes. */
export const pad = defineOperation({
  name: 'pad',
  aliases: [
    ...dimensional('zeropadding', 'zeropad', 'constantpad', 'reflectionpad', 'replicationpad'),
  ],
  category: 'resample',
  title: 'Padding',
  summary: 'Adds positions around the spatial axes.',
  attributes: z.strictObject({
    padding: amounts('padding')
      .default(1)
      .describe('How many, on both sides or as `[before, after]`.'),
    mode: choice('mode', ['constant', 'reflect', 'replicate'])
      .default('constant')
      .describe('What the new positions hold.'),
  }),
  positional: ['padding'],
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    const sizes = spatialSizes(shape, 'pad');
    const sides = eachSide(attributes.padding, sizes.length, 'padding');
    return [
      [
        ...shape.slice(0, 2),
        ...sizes.map((size, axis) => size + (sides[axis]?.[0] ?? 0) + (sides[axis]?.[1] ?? 0)),
      ],
    ];
  },
  windows: ({ attributes, inputs }) =>
    eachSide(attributes.padding, inputAt(inputs).length - 2, 'padding').map(([before]) => ({
      kernel: 1,
      stride: 1,
      dilation: 1,
      padding: before,
    })),
  featureMap: () => true,
  label: () => 'Pad',
});

interface CropAttributes {
  readonly size?: number | readonly number[] | undefined;
  readonly amount?: Amounts | undefined;
}

/** Positions cut from both ends of each axis; a crop to a size is centred. */
function cuts({ attributes, inputs }: OperationCall<CropAttributes>) {
  const sizes = spatialSizes(inputAt(inputs), 'crop');
  const { size, amount } = attributes;
  if ((size === undefined) === (amount === undefined)) {
    throw new OperationError(
      '`crop` needs either a size or amounts',
      'Write `crop 32x32` to keep the middle, or `crop amount=2` to cut from every side.',
      'size',
    );
  }
  if (amount !== undefined) {
    return eachSide(amount, sizes.length, 'amount').map(([before, after], axis) => {
      const old = sizes[axis] ?? 0;
      if (before + after < old) return { before, size: old - before - after };
      throw new OperationError(
        `\`amount\` \`${before}\` and \`${after}\` leave nothing of the ${nameAxes(sizes.length)[axis]} \`${old}\``,
        'Cut less.',
        'amount',
      );
    });
  }
  return eachAxis(size ?? 1, sizes.length, 'size').map((wanted, axis) => {
    const old = sizes[axis] ?? 0;
    if (wanted <= old) return { before: Math.floor((old - wanted) / 2), size: wanted };
    throw new OperationError(
      `\`size\` \`${wanted}\` is larger than the input, whose ${nameAxes(sizes.length)[axis]} is \`${old}\``,
      'Write a smaller size, or `resize` or `pad` to enlarge.',
      'size',
    );
  });
}

/** Cuts positions from the ends of the spatial axes. */
export const crop = defineOperation({
  name: 'crop',
  aliases: ['centercrop', 'cropping', ...dimensional('cropping')],
  category: 'resample',
  title: 'Crop',
  summary: 'Cuts positions from the ends of the spatial axes.',
  attributes: z.strictObject({
    size: perAxis('size').optional().describe('Size of the middle that is kept.'),
    amount: amounts('amount')
      .optional()
      .describe('How many go, on both sides or as `[before, after]`.'),
  }),
  positional: ['size'],
  size: 'size',
  outputs: (call) => [[...inputAt(call.inputs).slice(0, 2), ...cuts(call).map(({ size }) => size)]],
  windows: (call) =>
    cuts(call).map(({ before }) => ({ kernel: 1, stride: 1, dilation: 1, padding: -before })),
  featureMap: () => true,
});
