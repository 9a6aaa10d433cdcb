/** One block for each option of `plotneuralnet`, under headings. */
import { block } from './block.mjs';
import { digit } from './digit.mjs';

const small = `input: 3x64x64
defaults: {conv: {kernel: 3, pad: same, act: relu}}
layers:
  - conv 32 x2
  - maxpool 2
  - conv 64 x2`;

const deep = `input: 3x64x64
defaults: {conv: {kernel: 3, pad: same, act: relu}}
layers:
  - conv 16 x2
  - maxpool 2
  - conv 512 x2
  - maxpool 4
  - conv 32`;

const vectors = `input: 3x16x16
layers:
  - conv 32 3x3 p1 relu
  - flatten
  - dense 200 relu
  - dense 10 softmax`;

const encoder = `input: 1x64x64
defaults: {conv: {kernel: 3, pad: same, act: relu}}
layers:
  - conv 32 as e1
  - maxpool 2
  - conv 64 as e2
  - maxpool 2
  - conv 128
  - upsample 2
  - concat e2
  - conv 64
  - upsample 2
  - concat e1
  - conv 32`;

const residual = `input: 16x32x32
defaults: {conv: {kernel: 3, pad: same, act: relu}}
layers:
  - conv 32
  - residual: [conv 32, conv 32 act=none]`;

const blocks = `input: 3x64x64
defaults: {conv: {kernel: 3, pad: same, act: relu}}
blocks:
  twice(c): [conv $c, conv $c]
layers:
  - twice 32
  - maxpool 2
  - twice 64`;

const steps = `input: 3x64x64
defaults: {conv: {kernel: 3, act: relu}}
layers: [conv 16 /2 p1, conv 32 /2 p1, conv 64 /2 p1, conv 64 /2 p1]`;

const grey = `input: 1x28x28
layers: [conv 16 5x5 relu, conv 16 5x5 relu]`;

const segmenter = `input: 1x28x28
layers: [conv 16 3x3 p1 relu, conv 2 1x1, softmax]`;

const named = `input: 3x64x64
defaults: {conv: {kernel: 3, pad: same, act: relu}}
layers:
  - conv 32 x2 as first
  - maxpool 2
  - conv 64 x2 as second`;

/**
 * @param {readonly string[]} options Lines under `options:`.
 * @param {string} [network] The lines of the network.
 */
const net = (options, network = small) => block('plotneuralnet', options, network);

/** @type {import('./block.mjs').Heading[]} */
export const plotneuralnet = [
  {
    heading: 'Layout',
    options: {
      layout: net(['layout: line'], encoder),
      gap: net(['gap: 14']),
      wrap: net(['wrap: 240', 'gap: 12'], steps),
      rowGap: net(['rowGap: 16', 'wrap: 240', 'gap: 12'], steps),
      fold: net(['fold: always'], blocks),
    },
  },
  {
    heading: 'Boxes',
    options: {
      join: net(['join: false']),
      pooling: net(['pooling: apart']),
      concat: net(['layout: line', 'concat: ball'], encoder),
      bands: net(['bands: false']),
      input: net(['input: true']),
      frusta: net(['frusta: all'], steps),
    },
  },
  {
    heading: 'Sizes',
    options: {
      unit: net(['unit: 4']),
      spatialScale: net(['spatialScale: linear'], deep),
      maxSize: net(['maxSize: 24']),
      minSize: net(['spatialScale: linear', 'minSize: 16'], deep),
      channelScale: net(['channelScale: sqrt'], deep),
      maxWidth: net(['maxWidth: 20'], deep),
      minWidth: net(['minWidth: 8'], deep),
      slabWidth: net(['slabWidth: 4']),
      maxVector: net(['maxVector: 40'], vectors),
      barSize: net(['barSize: 6'], vectors),
      ball: net(['ball: 5'], residual),
    },
  },
  {
    heading: 'Images',
    options: {
      image: net([`image: '${digit}'`], grey),
      outputImage: net([`image: '${digit}'`, `outputImage: '${digit}'`], segmenter),
    },
  },
  {
    heading: 'Faces and edges',
    options: {
      opacity: net(['opacity: 0.9']),
      hiddenEdges: net(['hiddenEdges: none']),
      edgeWidth: net(['edgeWidth: 1.5']),
    },
  },
  {
    heading: 'Arrows',
    options: {
      heads: net(['heads: end']),
      lineWidth: net(['lineWidth: 4']),
      inputArrow: net(['inputArrow: false']),
      outputArrow: net(['outputArrow: false']),
      gradients: net(['gradients: true']),
      lines: net(
        ['gap: 9', 'lines:', '  - {from: first.north, to: second.north, route: over, label: loss}'],
        named,
      ),
    },
  },
  {
    heading: 'Texts',
    options: {
      heights: net(['heights: all']),
      fontSize: net(['fontSize: 18']),
      arrowFontSize: net(
        ['arrowFontSize: 30'],
        `${small}
labels: {input: $x$, output: $y$}`,
      ),
    },
  },
];
