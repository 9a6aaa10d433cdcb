import * as z from 'zod';
import { whole } from './attributes.js';
import { defineOperation, OperationError } from './operation.js';
import { inputAt, requireDivisible, sizeAt } from './shapes.js';
import { nameAxes, spatialSizes } from './spatial.js';

const factor = whole('factor')
  .default(2)
  .describe('How many times larger or smaller each axis is.');

/** Moves channels into space (Shi et al., 2016): `C·r²×H×W` to `C×rH×rW`. */
export const pixelshuffle = defineOperation({
  name: 'pixelshuffle',
  aliases: ['depthtospace', 'subpixel'],
  category: 'resample',
  title: 'Pixel shuffle',
  summary: 'Enlarges the spatial axes with values from the channels.',
  attributes: z.strictObject({ factor }),
  positional: ['factor'],
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    const sizes = spatialSizes(shape, 'pixelshuffle');
    const block = attributes.factor ** sizes.length;
    const channels = sizeAt(shape, 1);
    if (channels % block !== 0) {
      throw new OperationError(
        `\`factor\` \`${attributes.factor}\` takes \`${block}\` channels for one, which does not divide \`${channels}\``,
        `Give it a multiple of ${block} channels.`,
        'factor',
      );
    }
    const larger = sizes.map((size) => size * attributes.factor);
    return [[sizeAt(shape, 0), channels / block, ...larger]];
  },
  windows: ({ attributes, inputs }) =>
    inputAt(inputs)
      .slice(2)
      .map(() => ({ kernel: 1, stride: 1 / attributes.factor, dilation: 1, padding: 0 })),
  featureMap: () => true,
  label: ({ factor }) => `Pixel shuffle ×${factor}`,
});

/** Moves space into channels: `C×rH×rW` to `C·r²×H×W`. */
export const pixelunshuffle = defineOperation({
  name: 'pixelunshuffle',
  aliases: ['spacetodepth', 'reorg'],
  category: 'resample',
  title: 'Pixel unshuffle',
  summary: 'Moves blocks of positions into the channels.',
  attributes: z.strictObject({ factor }),
  positional: ['factor'],
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    const sizes = spatialSizes(shape, 'pixelunshuffle');
    const smaller = sizes.map((size, axis) => {
      if (size % attributes.factor === 0) return size / attributes.factor;
      throw new OperationError(
        `\`factor\` \`${attributes.factor}\` does not divide the ${nameAxes(sizes.length)[axis]} \`${size}\``,
        'Crop or pad before it, or write another factor.',
        'factor',
      );
    });
    const channels = sizeAt(shape, 1) * attributes.factor ** sizes.length;
    return [[sizeAt(shape, 0), channels, ...smaller]];
  },
  windows: ({ attributes: { factor }, inputs }) =>
    inputAt(inputs)
      .slice(2)
      .map(() => ({ kernel: factor, stride: factor, dilation: 1, padding: 0 })),
  featureMap: () => true,
  label: ({ factor }) => `Pixel unshuffle ×${factor}`,
});

/** Channel shuffle of ShuffleNet (Zhang et al., 2018). */
export const shuffle = defineOperation({
  name: 'shuffle',
  aliases: ['channelshuffle', 'shufflechannel'],
  category: 'reshape',
  title: 'Channel shuffle',
  summary: 'Interleaves groups of channels.',
  attributes: z.strictObject({
    groups: whole('groups').default(2).describe('Number of groups; it divides the channels.'),
  }),
  positional: ['groups'],
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    requireDivisible(sizeAt(shape, 1), attributes.groups, 'channels');
    return [shape];
  },
});
