import * as z from 'zod';
import { flag, whole, wording } from './attributes.js';
import { defineOperation, type Operation, type OperationCall } from './operation.js';
import { inputAt, product, requireSequence, sizeAt } from './shapes.js';

interface RecurrentAttributes {
  readonly out: number;
  readonly layers: number;
  readonly bidirectional: boolean;
}

/** Sums over the stacked layers and directions: `gates·(in·h + h·h)` weights each. */
function weights({ attributes, inputs }: OperationCall<RecurrentAttributes>, gates: number) {
  const { out, layers, bidirectional } = attributes;
  const directions = bidirectional ? 2 : 1;
  const deeper = (layers - 1) * (directions * out + out);
  const first = sizeAt(inputAt(inputs), -1) + out;
  return directions * gates * out * (first + deeper);
}

/**
 * One recurrent network. PyTorch has two biases for each gate, one of the input and one of
 * the state; Keras and Caffe have one, except in a GRU that resets after the product, which
 * has two. MACs are the products of input and state with their weights in every step; the
 * products of gates are element-wise and do not count.
 */
function recurrent(
  name: string,
  title: string,
  summary: string,
  gates: number,
  aliases: readonly string[],
): Operation {
  return defineOperation({
    name,
    aliases,
    category: 'recurrent',
    title,
    summary,
    attributes: z.strictObject({
      out: whole(
        'out',
        1,
        `\`${name}\` needs the number of its units: write \`${name} 64\`, or \`out: 64\``,
      ).describe('Number of units.'),
      layers: whole('layers').default(1).describe('How many are stacked.'),
      bidirectional: flag('bidirectional', false).describe(
        'Whether a second one runs backwards; the output is twice as wide.',
      ),
      last: flag('last', false).describe('Whether only the last step is given, not every one.'),
      bias: flag('bias', true).describe('Whether gates have biases.'),
      ...(name === 'gru' && {
        resetafter: z
          .boolean(wording('resetafter', '`true` or `false`'))
          .default(true)
          .describe('Whether the reset gate acts after the product, which takes a second bias.'),
      }),
    }),
    positional: ['out'],
    outputs({ attributes, inputs, context }) {
      const shape = inputAt(inputs);
      requireSequence(shape, context, name);
      const width = attributes.out * (attributes.bidirectional ? 2 : 1);
      return [[...shape.slice(0, attributes.last ? -2 : -1), width]];
    },
    parameters(call) {
      const { out, layers, bidirectional, bias } = call.attributes;
      const resets = (call.attributes as { resetafter?: boolean }).resetafter ?? false;
      const biases = call.context.profile === 'torch' || resets ? 2 : 1;
      const each = bias ? biases * gates * out : 0;
      return weights(call, gates) + layers * (bidirectional ? 2 : 1) * each;
    },
    macs: (call) => product(inputAt(call.inputs).slice(0, -1)) * weights(call, gates),
    windows: () => 'global',
    featureMap: () => false,
    label: ({ out, bidirectional }) => `${bidirectional ? 'Bi' : ''}${title} ${out}`,
  });
}

/** Elman's network. */
export const rnn = recurrent('rnn', 'RNN', 'A recurrent layer without gates.', 1, [
  'simplernn',
  'elman',
]);

/** Long short-term memory (Hochreiter and Schmidhuber, 1997). */
export const lstm = recurrent(
  'lstm',
  'LSTM',
  'A recurrent layer with a cell and three gates.',
  4,
  [],
);

/** Gated recurrent unit (Cho et al., 2014). */
export const gru = recurrent('gru', 'GRU', 'A recurrent layer with two gates.', 3, []);
