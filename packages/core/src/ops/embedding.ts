import * as z from 'zod';
import { flag, whole } from './attributes.js';
import { defineOperation } from './operation.js';
import { inputAt, product } from './shapes.js';

/** Looks up a learned vector for each index: `[N, T]` to `[N, T, out]`. */
export const embedding = defineOperation({
  name: 'embedding',
  aliases: ['embed'],
  category: 'embedding',
  title: 'Embedding',
  summary: 'Looks up a learned vector for each index.',
  attributes: z.strictObject({
    out: whole(
      'out',
      1,
      '`embedding` needs the width of its vectors: write `embedding 512 vocab=37000`',
    ).describe('Width of a vector.'),
    vocab: whole(
      'vocab',
      1,
      '`embedding` needs the number of its vectors: write `embedding 512 vocab=37000`',
    ).describe('Number of vectors, the size of the vocabulary.'),
    bias: flag('bias', false).describe('Whether a learned vector is added to each.'),
    ids: whole('ids', 0)
      .default(0)
      .describe('Index numbers kept beside it, as BERT keeps its `token_type_ids`.'),
  }),
  positional: ['out', 'vocab'],
  outputs: ({ attributes, inputs }) => [[...inputAt(inputs), attributes.out]],
  parameters: ({ attributes: { vocab, out, bias } }) => (vocab + (bias ? 1 : 0)) * out,
  work: ({ attributes, outputs }) => ({
    additions: attributes.bias ? product(inputAt(outputs)) : 0,
  }),
  buffers: ({ attributes }) => attributes.ids,
  featureMap: () => false,
  label: ({ out }) => `Embedding ${out}`,
});
