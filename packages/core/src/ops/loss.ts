import * as z from 'zod';
import { flag, index, whole, wording } from './attributes.js';
import { defineOperation } from './operation.js';
import { inputAt, resolveAxis, sizeAt } from './shapes.js';

/** One number for the whole batch. */
const scalar = [1];

const many = { min: 1, max: Number.POSITIVE_INFINITY };

/** What training makes small: one number of predictions and what they should be. */
export const objective = defineOperation({
  name: 'objective',
  category: 'other',
  title: 'Loss',
  summary: 'Measures how wrong predictions are, as one number.',
  attributes: z.strictObject({
    name: z
      .string(wording('name', 'a word'))
      .min(1)
      .default('Loss')
      .describe('What it is called in the figure.'),
    predictions: flag('predictions', false).describe(
      'Whether the predictions are a second output, as after a softmax of its own.',
    ),
  }),
  inputs: many,
  outputs: ({ attributes, inputs }) =>
    attributes.predictions ? [scalar, inputAt(inputs)] : [scalar],
  windows: () => 'global',
  featureMap: () => false,
  label: ({ name }) => name,
});

/** Share of predictions that are right, among the best so many. */
export const accuracy = defineOperation({
  name: 'accuracy',
  category: 'other',
  title: 'Accuracy',
  summary: 'Measures which share of predictions is right.',
  attributes: z.strictObject({
    top: whole('top').default(1).describe('How many of the best classes may be the right one.'),
    axis: index('axis').default(1).describe('Axis of the classes.'),
    each: flag('each', false).describe('Whether the share of each class is a second output.'),
  }),
  positional: ['top'],
  inputs: many,
  outputs({ attributes, inputs }) {
    if (!attributes.each) return [scalar];
    const shape = inputAt(inputs);
    return [scalar, [sizeAt(shape, resolveAxis(attributes.axis, shape.length))]];
  },
  windows: () => 'global',
  featureMap: () => false,
  label: ({ top }) => (top === 1 ? 'Accuracy' : `Accuracy top ${top}`),
});
