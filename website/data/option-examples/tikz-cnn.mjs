/** One block for each option of `tikz-cnn`, under headings. */
import { block } from './block.mjs';
import { digit } from './digit.mjs';

const pairs = `input: 3x64x64
defaults: {conv: {pad: same}}
layers:
  - conv 16 3x3 x2
  - conv 32 3x3 /2 x2
  - conv 64 3x3 /2 x2`;

const classifier = `input: 1x28x28
layers:
  - conv 16 5x5 /2
  - flatten
  - dense 100
  - dense 10`;

const diamond = `input: 3x32x32
defaults: {conv: {pad: same}}
layers:
  - conv 32 3x3 /2
  - add: [conv 16 3x3, conv 16 3x3]
  - conv 32 3x3`;

const autoencoder = `input: 1x28x28
layers:
  - conv 16 2x2 /2
  - upconv 1 2x2 /2`;

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
const net = (options, network = pairs) => block('tikz-cnn', options, network);

/** @type {import('./block.mjs').Heading[]} */
export const tikzCnn = [
  {
    heading: 'Sizes',
    options: {
      unit: net(['unit: 3']),
      spatialScale: net(['spatialScale: linear']),
      maxSize: net(['maxSize: 18']),
      minSize: net(['spatialScale: linear', 'minSize: 14']),
      channelScale: net(['channelScale: linear']),
      maxWidth: net(['maxWidth: 5']),
      minWidth: net(['minWidth: 8']),
      slabWidth: net(['slabWidth: 5'], blocks),
      maxVector: net(['maxVector: 50'], classifier),
      barSize: net(['barSize: 6'], classifier),
      vectors: net(['vectors: deep'], classifier),
      mergeWidth: net(['mergeWidth: 12'], diamond),
      planeWidth: net(['planeWidth: 3']),
    },
  },
  {
    heading: 'Gaps',
    options: {
      pairGap: net(['pairGap: 4']),
      gap: net(['gap: 10']),
      endGap: net(['endGap: 14']),
      branchGap: net(['branchGap: 30'], diamond),
      branchSpread: net(['branchSpread: 2'], diamond),
      wrap: net(['wrap: 240']),
      rowGap: net(['wrap: 240', 'rowGap: 2']),
    },
  },
  {
    heading: 'What is drawn',
    options: {
      fold: net(['fold: always'], blocks),
      connectors: net(['connectors: all']),
      repeatLabels: net(['repeatLabels: true']),
      input: net(['input: false']),
      image: net([`image: '${digit}'`], autoencoder),
      outputImage: net([`outputImage: '${digit}'`], autoencoder),
    },
  },
  {
    heading: 'Lines and texts',
    options: {
      edgeWidth: net(['edgeWidth: 2.5']),
      lineWidth: net(['lineWidth: 4'], diamond),
      fontSize: net(['fontSize: 18']),
    },
  },
];
