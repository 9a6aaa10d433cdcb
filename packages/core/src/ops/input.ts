import * as z from 'zod';
import { whole, wording } from './attributes.js';
import { defineOperation } from './operation.js';

const words = wording(
  'shape',
  'a list of sizes',
  '`input` needs a shape: write `input: 3x224x224`',
);

/** An input: the only shape that a description has to say. */
export const input = defineOperation({
  name: 'input',
  aliases: ['inputlayer'],
  category: 'input',
  title: 'Input',
  summary: 'A tensor that the network is given; three axes or more make it a feature map.',
  attributes: z.strictObject({
    shape: z
      .union([whole('shape'), z.array(whole('shape'))], words)
      .describe(
        'Sizes without the batch axis, channels first, such as `3x224x224`; none for one number an example.',
      ),
    batch: whole('batch').default(1).describe('Size of the batch axis.'),
    further: z
      .array(z.array(whole('further')).min(1), wording('further', 'a list of shapes'))
      .optional()
      .describe('Whole shapes of what it gives besides, such as labels, batch axis first.'),
  }),
  variadic: 'shape',
  size: 'shape',
  inputs: { min: 0, max: 0 },
  outputs: ({ attributes: { shape, batch, further } }) => [
    [batch, ...(typeof shape === 'number' ? [shape] : shape)],
    ...(further ?? []),
  ],
  featureMap: ({ outputs }) => (outputs[0]?.length ?? 0) >= 4,
});
