/** One block for each option of `netscope`, under headings. */
import { block } from './block.mjs';

const short = `input: 1x28x28
layers:
  - conv 8 3x3 bn relu
  - gap
  - dense 10 softmax`;

const separate = `input: 8x16x16
layers:
  - conv 8 3x3 p1 relu
  - lrn
  - dropout
  - gap`;

const residual = `input: 8x16x16
blocks:
  basic(c):
    - residual: [conv $c 3x3 p1 bn]
    - relu
layers:
  - basic 8 x3
  - gap`;

const branches = `input: 8x16x16
defaults: {conv: {act: relu, pad: same}}
layers:
  - concat:
      - conv 8 1x1
      - [conv 4 1x1, conv 8 3x3]
      - [maxpool 3 /1 p1, conv 4 1x1]`;

const long = `input: 3x64x64
defaults: {conv: {act: relu, pad: same}}
layers:
  - conv 16 3x3
  - maxpool 2
  - conv 32 3x3
  - maxpool 2
  - conv 64 3x3
  - gap
  - dense 128 relu
  - dense 10 softmax`;

/**
 * @param {readonly string[]} options Lines under `options:`.
 * @param {string} [network] The lines of the network.
 */
const net = (options, network = short) => block('netscope', options, network);

/** @type {import('./block.mjs').Heading[]} */
export const netscope = [
  {
    heading: 'Order',
    options: {
      direction: net(['direction: right'], branches),
      columns: net(['columns: 3'], long),
      nodeGap: net(['nodeGap: 80'], branches),
      rankGap: net(['rankGap: 60']),
    },
  },
  {
    heading: 'Boxes',
    options: {
      stack: net(['stack: none'], separate),
      heat: net(['heat: macs'], long),
      ends: net(['ends: false']),
      fontSize: net(['fontSize: 18']),
    },
  },
  {
    heading: 'Around them',
    options: {
      collapse: net(['collapse: false'], residual),
      frames: net(['frames: false'], residual),
      shapes: net(['shapes: false']),
    },
  },
];
