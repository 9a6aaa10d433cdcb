import * as z from 'zod';
import { choice, index } from './attributes.js';
import { defineOperation, type Work } from './operation.js';
import { inputAt, product, resolveAxis } from './shapes.js';
import { repeatWork } from './work.js';

/** What makes one number of so many. */
const works = {
  sum: (count) => ({ additions: count - 1 }),
  mean: (count) => ({ additions: count - 1, divisions: 1 }),
  // Taking the absolute value is one comparison.
  asum: (count) => ({ additions: count - 1, comparisons: count }),
  sumsq: (count) => ({ additions: count - 1, multiplications: count }),
  max: (count) => ({ comparisons: count - 1 }),
  min: (count) => ({ comparisons: count - 1 }),
} as const satisfies Readonly<Record<string, (count: number) => Work>>;

const kinds = ['sum', 'mean', 'asum', 'sumsq', 'max', 'min'] as const;

/** Makes one number of all from an axis on; from axis 0 on, one of the whole batch. */
export const reduce = defineOperation({
  name: 'reduce',
  aliases: ['reduction'],
  category: 'pooling',
  title: 'Reduction',
  summary: 'Makes one number of each tail of the axes.',
  attributes: z.strictObject({
    by: choice('by', kinds)
      .default('sum')
      .describe(
        'How: sum, mean, sum of absolute values (`asum`) or of squares (`sumsq`), largest or smallest.',
      ),
    start: index('start').default(1).describe('First axis that goes; 0 is the batch.'),
  }),
  outputs({ attributes, inputs }) {
    const shape = inputAt(inputs);
    if (attributes.start === 0) return [[1]];
    return [shape.slice(0, resolveAxis(attributes.start, shape.length, 'start'))];
  },
  work({ attributes, inputs, outputs }) {
    const count = product(inputAt(outputs));
    return repeatWork(count, works[attributes.by](product(inputAt(inputs)) / count));
  },
  windows: () => 'global',
  featureMap: () => false,
  label: ({ by }) => `Reduce ${by}`,
});
