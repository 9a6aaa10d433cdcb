import * as z from 'zod';
import { flag, index, wording } from './attributes.js';
import {
  defineOperation,
  type Operation,
  type OperationCall,
  OperationError,
  type Shape,
  type Work,
} from './operation.js';
import { channelAxis, inputAt, product } from './shapes.js';

interface ChannelwiseAttributes {
  readonly axis?: number | undefined;
  readonly axes: number | 'rest';
}

/**
 * Sizes of what is learned: those of the channels, or of as many axes from there as are
 * asked for; with a second input, that input stands in its place, from the batch axis on if
 * it likes.
 */
function learnedShape(call: OperationCall<ChannelwiseAttributes>, name: string): Shape {
  const { attributes, inputs, context } = call;
  const shape = inputAt(inputs);
  const other = inputs[1];
  const whole = attributes.axis === 0 && other !== undefined;
  const from = whole ? 0 : channelAxis(shape, context, attributes.axis);
  const count = other?.length ?? (attributes.axes === 'rest' ? shape.length : attributes.axes);
  const own = shape.slice(from, from + count);
  if (attributes.axes !== 'rest' && other === undefined && own.length < count) {
    throw new OperationError(
      `\`axes\` \`${count}\` is more than there are from axis \`${from}\` on`,
      `Write at most ${own.length}.`,
      'axes',
    );
  }
  if (other && (own.length !== other.length || own.some((size, axis) => size !== other[axis]))) {
    throw new OperationError(
      `\`${name}\` needs a second input of \`${own.join('×')}\`, but gets \`${other.join('×')}\``,
      'Give it the sizes of the first one from that axis on.',
    );
  }
  return own;
}

/** What acts on channels alike, with learned numbers or with those of a second input. */
function channelwise(
  entry: Pick<Operation, 'name' | 'aliases' | 'title' | 'summary'> & {
    readonly acts: string;
    readonly work: keyof Work;
    /** Whether a bias may follow. */
    readonly biased: boolean;
  },
): Operation {
  const { name, biased } = entry;
  return defineOperation({
    name,
    aliases: entry.aliases ?? [],
    category: 'normalization',
    title: entry.title,
    summary: entry.summary,
    attributes: z.strictObject({
      axis: index('axis')
        .optional()
        .describe('Axis of the channels; 1 of a feature map, else the last.'),
      axes: z
        .union(
          [z.int().min(0), z.literal('rest')],
          wording('axes', 'a number of axes, or `rest` for all from there on'),
        )
        .default(1)
        .describe(`How many axes from there on have numbers of their own; 0 ${entry.acts} one.`),
      ...(biased && {
        bias: flag('bias', false).describe('Whether a learned number is added, too.'),
      }),
    }),
    composable: true,
    inputs: { min: 1, max: 2 },
    outputs(call) {
      learnedShape(call, name);
      return [inputAt(call.inputs)];
    },
    parameters(call) {
      const count = product(learnedShape(call, name));
      const bias = (call.attributes as { bias?: boolean }).bias === true;
      return (call.inputs.length > 1 ? 0 : count) + (bias ? count : 0);
    },
    work({ attributes, outputs }) {
      const count = product(inputAt(outputs));
      const bias = (attributes as { bias?: boolean }).bias === true;
      return { [entry.work]: count, ...(bias && { additions: count }) };
    },
  });
}

/** Multiplies each channel with a learned number: Caffe's `Scale`, ConvNeXt's layer scale. */
export const scale = channelwise({
  name: 'scale',
  aliases: ['layerscale'],
  title: 'Scale',
  summary: 'Multiplies each channel with a learned number, or with that of a second input.',
  acts: 'multiplies with',
  work: 'multiplications',
  biased: true,
});

/** Adds a learned number to each channel: Caffe's `Bias`. */
export const shift = channelwise({
  name: 'shift',
  aliases: ['addbias'],
  title: 'Shift',
  summary: 'Adds a learned number to each channel, or that of a second input.',
  acts: 'adds',
  work: 'additions',
  biased: false,
});
