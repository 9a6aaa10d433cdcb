/** One block for each option of `graph`, under headings. */
import { block } from './block.mjs';

const short = `input: 1x28x28
layers:
  - conv 8 3x3 bn relu
  - flatten
  - dense 10`;

const residual = `input: 8x16x16
blocks:
  basic(c):
    - residual: [conv $c 3x3 p1]
layers:
  - basic 8 x3
  - gap`;

const branches = `input: 8x16x16
layers:
  - concat:
      - [conv 8 1x1]
      - [conv 8 3x3 p1]`;

/**
 * @param {readonly string[]} options Lines under `options:`.
 * @param {string} [network] The lines of the network.
 */
const net = (options, network = short) => block('graph', options, network);

/** @type {import('./block.mjs').Heading[]} */
export const graph = [
  {
    heading: 'Order',
    options: {
      direction: net(['direction: right']),
      nodeGap: net(['nodeGap: 120'], branches),
      rankGap: net(['rankGap: 70']),
    },
  },
  {
    heading: 'Blocks',
    options: {
      collapse: net(['collapse: false'], residual),
      frames: net(['frames: false'], residual),
    },
  },
  {
    heading: 'Boxes',
    options: {
      shapes: net(['shapes: false']),
      attached: net(['attached: false']),
      fontSize: net(['fontSize: 18']),
    },
  },
];
