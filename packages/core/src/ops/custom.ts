import * as z from 'zod';
import { flag, whole, wording } from './attributes.js';
import { type Category, defineOperation, OperationError } from './operation.js';
import { channelAxis, sizeAt, withSize } from './shapes.js';

const count = (name: string) => whole(name, 0).default(0);

/** What it may be coloured as; `input` is what a tensor is called that nothing names. */
const kinds = [
  'convolution',
  'pooling',
  'dense',
  'normalization',
  'activation',
  'regularization',
  'reshape',
  'merge',
  'resample',
  'embedding',
  'attention',
  'recurrent',
  'other',
] as const satisfies readonly Category[];

/** Anything else: it has the name, the shape and the numbers that the description gives it. */
export const op = defineOperation({
  name: 'op',
  aliases: ['custom'],
  category: 'other',
  title: 'Operation',
  summary: 'An operation that nnfig does not know, with the numbers it is given.',
  attributes: z.strictObject({
    name: z
      .string(wording('name', 'a word', '`op` needs a name: write `op Name out=512 params=1000`'))
      .min(1)
      .describe('What it is called in the figure.'),
    out: z
      .union(
        [whole('out'), z.array(whole('out')).min(1)],
        wording('out', 'a number of channels or features, or a whole shape'),
      )
      .optional()
      .describe(
        'Width of the output, or its shape without the batch axis; as the input unless given.',
      ),
    shapes: z
      .array(z.array(whole('shapes')).min(1), wording('shapes', 'a list of shapes'))
      .min(1)
      .optional()
      .describe('Whole shapes of all its outputs, batch axis first, in place of `out`.'),
    params: count('params').describe('Trainable numbers.'),
    buffers: count('buffers').describe('Numbers that are kept but not trained.'),
    macs: count('macs').describe('Multiply-accumulates.'),
    kind: z.enum(kinds).default('other').describe('What kind of operation it is, for its colour.'),
    counted: flag('counted', true).describe(
      'Whether its parameters and multiply-accumulates are known; those of the whole network are not where they are not.',
    ),
  }),
  positional: ['out'],
  size: 'out',
  inputs: { min: 0, max: Number.POSITIVE_INFINITY },
  outputs({ attributes: { name, out, shapes }, inputs, context }) {
    if (shapes !== undefined) return shapes;
    const shape = inputs[0];
    if (Array.isArray(out)) return [[shape === undefined ? 1 : sizeAt(shape, 0), ...out]];
    if (shape === undefined) {
      throw new OperationError(
        `\`op ${name}\` has no input and no shape`,
        'Write the shape of its output, such as `out=64x56x56`.',
        'out',
      );
    }
    if (typeof out !== 'number') return [shape];
    return [withSize(shape, channelAxis(shape, context), out)];
  },
  parameters: ({ attributes }) => attributes.params,
  buffers: ({ attributes }) => attributes.buffers,
  macs: ({ attributes }) => attributes.macs,
  isCounted: ({ counted }) => counted,
  featureMap: ({ attributes, context, outputs }) =>
    Array.isArray(attributes.out) || attributes.shapes !== undefined
      ? (outputs[0]?.length ?? 0) >= 4
      : context.featureMap,
  label: ({ name }) => name,
});
