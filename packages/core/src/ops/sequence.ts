/** What turns feature maps into sequences and prepares them for attention. */
import * as z from 'zod';
import { flag, whole } from './attributes.js';
import { defineOperation, OperationError } from './operation.js';
import { inputAt, product, requireSequence, sizeAt } from './shapes.js';
import { spatialSizes } from './spatial.js';

/** Makes one token of each position: `[N, C, H, W]` to `[N, H·W, C]`. */
export const tokens = defineOperation({
  name: 'tokens',
  aliases: ['tokenize'],
  category: 'reshape',
  title: 'Tokens',
  summary: 'Makes a sequence of the positions of a feature map.',
  attributes: z.strictObject({}),
  outputs({ inputs }) {
    const shape = inputAt(inputs);
    return [[sizeAt(shape, 0), product(spatialSizes(shape, 'tokens')), sizeAt(shape, 1)]];
  },
  featureMap: () => false,
});

/** Puts learned tokens before a sequence, as ViT does with its class token. */
export const classtoken = defineOperation({
  name: 'classtoken',
  aliases: ['clstoken'],
  category: 'embedding',
  title: 'Class token',
  summary: 'Puts learned tokens before a sequence.',
  attributes: z.strictObject({
    count: whole('count').default(1).describe('How many tokens.'),
  }),
  positional: ['count'],
  outputs({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    requireSequence(shape, context, 'classtoken');
    const length = sizeAt(shape, -2) + attributes.count;
    return [[...shape.slice(0, -2), length, sizeAt(shape, -1)]];
  },
  parameters: ({ attributes, inputs }) => attributes.count * sizeAt(inputAt(inputs), -1),
  featureMap: () => false,
});

/** Adds an embedding of the place to each position of a sequence. */
export const position = defineOperation({
  name: 'position',
  aliases: ['positionembedding', 'positionalembedding', 'positionalencoding', 'posembed'],
  category: 'embedding',
  title: 'Position embedding',
  summary: 'Adds an embedding of its place to each position of a sequence.',
  attributes: z.strictObject({
    max: whole('max')
      .optional()
      .describe('Longest sequence it can take; the length at hand unless given.'),
    fixed: flag('fixed', false).describe('Whether it is computed (sines), not learned.'),
    ids: whole('ids', 0)
      .default(0)
      .describe('Index numbers kept beside it, as BERT keeps its `position_ids`.'),
  }),
  positional: ['max'],
  outputs({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    requireSequence(shape, context, 'position');
    const length = sizeAt(shape, -2);
    if (attributes.max !== undefined && attributes.max < length) {
      throw new OperationError(
        `\`max\` \`${attributes.max}\` is shorter than the sequence, which has \`${length}\` positions`,
        `Write at least ${length}.`,
        'max',
      );
    }
    return [shape];
  },
  parameters({ attributes, inputs }) {
    const shape = inputAt(inputs);
    if (attributes.fixed) return 0;
    return (attributes.max ?? sizeAt(shape, -2)) * sizeAt(shape, -1);
  },
  work: ({ outputs }) => ({ additions: product(inputAt(outputs)) }),
  buffers: ({ attributes }) => attributes.ids,
  featureMap: () => false,
});
