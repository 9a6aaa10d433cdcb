import * as z from 'zod';
import { formatSize, perAxis, whole } from './attributes.js';
import { defineOperation, formatShape, OperationError } from './operation.js';
import { inputAt, product, sizeAt } from './shapes.js';
import { eachAxis, spatialSizes } from './spatial.js';

/**
 * Pools each region of a feature map to one size (Girshick, “Fast R-CNN”, 2015). The regions
 * are its second input, one a row, and the batch of its output. Position-sensitive pooling
 * (Dai et al., “R-FCN”, 2016) takes other channels for each cell, and so gives fewer.
 */
export const roipool = defineOperation({
  name: 'roipool',
  aliases: ['roipooling', 'roialign'],
  category: 'pooling',
  title: 'Region pooling',
  summary: 'Pools each region, a row of its second input, to one size.',
  attributes: z.strictObject({
    size: perAxis(
      'size',
      1,
      '`roipool` needs the size of its output: write `roipool 7x7`, or `size: 7`',
    ).describe('Size that each region is pooled to.'),
    out: whole('out').optional().describe('Number of channels; as the input unless given.'),
  }),
  positional: ['size'],
  size: 'size',
  inputs: { min: 2, max: 2 },
  outputs({ attributes, inputs }) {
    const features = inputAt(inputs);
    const regions = inputAt(inputs, 1);
    const sizes = spatialSizes(features, 'roipool');
    const size = eachAxis(attributes.size, sizes.length, 'size');
    const channels = sizeAt(features, 1);
    const { out = channels } = attributes;
    const cells = product(size);
    if (out !== channels && channels !== out * cells) {
      throw new OperationError(
        `\`out\` \`${out}\` takes \`${out * cells}\` channels, but gets \`${formatShape(features)}\``,
        `Give it ${out * cells} channels, or leave \`out\` out.`,
        'out',
      );
    }
    return [[sizeAt(regions, 0), out, ...size]];
  },
  // Nobody knows beforehand where the regions are.
  windows: () => 'global',
  featureMap: () => true,
  label: ({ size }) => `RoI pool ${formatSize(size)}`,
});
