import * as z from 'zod';
import { dimensional, wording } from './attributes.js';
import { defineOperation, type Operation } from './operation.js';
import { inputAt } from './shapes.js';

const words = wording('rate', 'a number of at least 0');

type Row = readonly [name: string, title: string, summary: string, aliases?: readonly string[]];

const table: readonly Row[] = [
  ['dropout', 'Dropout', 'Sets random values to zero while it is trained.'],
  [
    'spatialdropout',
    'Spatial dropout',
    'Sets random channels to zero while it is trained.',
    dimensional('spatialdropout', 'dropout'),
  ],
  ['alphadropout', 'Alpha dropout', 'Dropout that keeps mean and variance, for SELU.'],
  ['gaussiandropout', 'Gaussian dropout', 'Multiplies with random factors while it is trained.'],
  ['noise', 'Noise', 'Adds random values while it is trained.', ['gaussiannoise']],
  [
    'stochasticdepth',
    'Stochastic depth',
    'Leaves out a branch at random while it is trained.',
    ['droppath'],
  ],
];

/** Everything that acts only in training: shapes stay, nothing is counted. */
export const regularizations: readonly Operation[] = table.map(
  ([name, title, summary, aliases = []]) =>
    defineOperation({
      name,
      aliases,
      category: 'regularization',
      title,
      summary,
      attributes: z.strictObject({
        rate: z
          .number(words)
          .min(0, words)
          .default(0.5)
          .describe('How much is dropped, or the deviation of the noise.'),
      }),
      positional: ['rate'],
      outputs: ({ inputs }) => [inputAt(inputs)],
    }),
);
