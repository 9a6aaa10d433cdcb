/** One block for each option of `convnetdraw`, under headings. */
import { block } from './block.mjs';

const lenet = `input: 1x28x28
layers:
  - conv 8 5x5
  - relu
  - maxpool 2
  - conv 16 3x3
  - relu
  - maxpool 2
  - flatten
  - dense 10
  - softmax`;

const alexnet = `input: 3x227x227
layers:
  - conv 96 11x11 /4
  - maxpool 3 /2
  - conv 256 5x5 p2
  - maxpool 3 /2
  - conv 384 3x3 p1
  - flatten
  - dense 4096
  - dense 1000`;

const spectrogram = `input: 1x40x160
layers:
  - conv 8 5x5
  - maxpool 2
  - conv 16 5x5
  - gap
  - dense 4`;

const blocks = `input: 3x32x32
blocks:
  twice(c): [conv $c 3x3 p1 bn relu, conv $c 3x3 p1]
layers:
  - twice 8 x3
  - maxpool 2
  - twice 16 x3`;

/**
 * @param {readonly string[]} options Lines under `options:`.
 * @param {string} [network] The lines of the network.
 */
const net = (options, network = lenet) => block('convnetdraw', options, network);

/** @type {import('./block.mjs').Heading[]} */
export const convnetdraw = [
  {
    heading: 'Sizes',
    options: {
      scale: net(['scale: log'], alexnet),
      zoomX: net(['zoomX: 8']),
      zoomY: net(['zoomY: 2']),
      zoomZ: net(['zoomZ: 2'], spectrogram),
      ratio1: net(['ratio1: 600']),
      ratio2: net(['ratio2: 150']),
      maxSize: net(['maxSize: 90'], alexnet),
      maxLength: net(['maxLength: 60'], alexnet),
      minSize: net(['minSize: 16'], alexnet),
    },
  },
  {
    heading: 'Gaps',
    options: {
      gap: net(['gap: 24']),
      wrap: net(['wrap: 320'], alexnet),
      rowGap: net(['wrap: 320', 'rowGap: 90'], alexnet),
    },
  },
  {
    heading: 'What is drawn',
    options: {
      small: net(['small: none']),
      fold: net(['fold: always'], blocks),
    },
  },
  {
    heading: 'Faces and texts',
    options: {
      blackAndWhite: net(['blackAndWhite: true']),
      showLabels: net(['showLabels: false']),
      fontSize: net(['fontSize: 16']),
      edgeWidth: net(['edgeWidth: 2']),
    },
  },
];
