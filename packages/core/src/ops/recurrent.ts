import * as z from 'zod';
import { flag, whole, wording } from './attributes.js';
import { defineOperation, type Operation, type OperationCall, type Work } from './operation.js';
import { inputAt, product, requireSequence, sizeAt } from './shapes.js';
import { repeatWork, sigmoidWork, tanhWork, totalWork } from './work.js';

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

type BiasedCall = OperationCall<RecurrentAttributes & { readonly bias: boolean }>;

/** Numbers that one unit adds in one step as biases. */
function biasesOf({ attributes, context }: BiasedCall, gates: number): number {
  const resets = (attributes as { resetafter?: boolean }).resetafter ?? false;
  if (!attributes.bias) return 0;
  return gates * (context.profile === 'torch' || resets ? 2 : 1);
}

/** How many networks there are, of as many units each. */
const copiesOf = ({ attributes: { layers, bidirectional } }: BiasedCall) =>
  layers * (bidirectional ? 2 : 1);

/**
 * One recurrent network. PyTorch has two biases for each gate, one of the input and one of
 * the state; Keras and Caffe have one, except in a GRU that resets after the product, which
 * has two. MACs are the products of input and state with their weights in every step; the
 * products of gates are element-wise and are work of its units.
 */
function recurrent(
  name: string,
  title: string,
  summary: string,
  gates: number,
  /** What one unit does in one step, once the sums of its gates are there. */
  unit: Work,
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
      const biases = copiesOf(call) * call.attributes.out * biasesOf(call, gates);
      return weights(call, gates) + biases;
    },
    macs: (call) => product(inputAt(call.inputs).slice(0, -1)) * weights(call, gates),
    work(call) {
      const steps = product(inputAt(call.inputs).slice(0, -1));
      const units = steps * copiesOf(call) * call.attributes.out;
      return repeatWork(units, totalWork(unit, { additions: biasesOf(call, gates) }));
    },
    windows: () => 'global',
    featureMap: () => false,
    label: ({ out, bidirectional }) => `${bidirectional ? 'Bi' : ''}${title} ${out}`,
  });
}

/** Elman's network: tanh of the sum. */
export const rnn = recurrent('rnn', 'RNN', 'A recurrent layer without gates.', 1, tanhWork, [
  'simplernn',
  'elman',
]);

/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997): c = f·c + i·g and h = o·tanh(c),
 * with a sigmoid each for i, f and o and a tanh for g.
 */
export const lstm = recurrent(
  'lstm',
  'LSTM',
  'A recurrent layer with a cell and three gates.',
  4,
  totalWork(repeatWork(3, sigmoidWork), repeatWork(2, tanhWork), {
    additions: 1,
    multiplications: 3,
  }),
  [],
);

/**
 * Gated recurrent unit (Cho et al., 2014): h = (1 − z)·n + z·h, with a sigmoid each for r and
 * z, and n a tanh into which r weighs the state.
 */
export const gru = recurrent(
  'gru',
  'GRU',
  'A recurrent layer with two gates.',
  3,
  totalWork(repeatWork(2, sigmoidWork), tanhWork, { additions: 2, multiplications: 3 }),
  [],
);
