/** One block for each option of `lenet`, under headings. */
import { block } from './block.mjs';
import { digit } from './digit.mjs';

const small = `input: 1x28x28
layers:
  - conv 6 5x5
  - maxpool 2
  - flatten
  - dense 10`;

const deep = `input: 1x28x28
layers:
  - conv 32 5x5
  - flatten
  - dense 10`;

const vectors = `input: 4x12x12
layers:
  - flatten
  - dense 120
  - dense 30`;

const long = `input: 1x32x32
layers:
  - conv 4 5x5
  - maxpool 2
  - conv 6 3x3
  - maxpool 2
  - conv 8 3x3`;

const blocks = `input: 3x32x32
blocks:
  twice(c): [conv $c 3x3 p1 relu, conv $c 3x3 p1 relu]
layers:
  - twice 4
  - maxpool 2
  - twice 8`;

/**
 * @param {readonly string[]} options Lines under `options:`.
 * @param {string} [network] The lines of the network.
 */
const net = (options, network = small) => block('lenet', options, network);

/** @type {import('./block.mjs').Heading[]} */
export const lenet = [
  {
    heading: 'Maps',
    options: {
      scale: net(['scale: log']),
      mapSize: net(['mapSize: 60']),
      minSize: net(
        ['minSize: 40', 'mapSize: 90'],
        `input: 1x64x64
layers:
  - conv 4 8x8 /8
  - conv 4 8x8`,
      ),
      mapGap: net(['mapGap: 16', 'mapSize: 80']),
      maxMaps: net(['maxMaps: 5', 'mapSize: 80'], deep),
      elide: net(['elide: false', 'mapGap: 4', 'mapSize: 80'], deep),
      spacing: net(['spacing: [10, 90, 0]', 'mapSize: 80']),
    },
  },
  {
    heading: 'Vectors',
    options: {
      vectorSpacing: net(['vectorSpacing: 40', 'mapSize: 60'], vectors),
      vectorLength: net(['vectorLength: sqrt', 'mapSize: 60'], vectors),
      vectorScale: net(['vectorScale: 60', 'mapSize: 60'], vectors),
      minVector: net(['minVector: 60', 'mapSize: 60'], vectors),
      maxVector: net(['maxVector: 80', 'mapSize: 60'], vectors),
      vectorWidth: net(['vectorWidth: 24', 'mapSize: 60'], vectors),
    },
  },
  {
    heading: 'Colours and lines',
    options: {
      mapColors: net(['mapColors: ["#cfe8d5", "#8fc9a3"]', 'mapSize: 80']),
      vectorColor: net(['vectorColor: "#f2cc8f"', 'mapSize: 80']),
      opacity: net(['opacity: 0.3', 'mapSize: 80']),
      borderWidth: net(['borderWidth: 2.5', 'mapSize: 80']),
      borderColor: net(['borderColor: "#a3402b"', 'mapSize: 80']),
      lineWidth: net(['lineWidth: 2', 'mapSize: 80']),
      lineColor: net(['lineColor: "#0b7a75"', 'mapSize: 80']),
    },
  },
  {
    heading: 'Kernels',
    options: {
      kernels: net(['kernels: seeded', 'mapSize: 80']),
      kernelX: net(['kernelX: 0', 'mapSize: 80']),
      kernelY: net(['kernelY: 1', 'mapSize: 80']),
      kernelPlaces: net(['kernelPlaces: {conv: [0.1, 0.9], maxpool: [0.9, 0.1]}', 'mapSize: 80']),
      seed: net(['kernels: seeded', 'seed: 3', 'mapSize: 80']),
    },
  },
  {
    heading: 'Images',
    options: {
      image: net([`image: '${digit}'`]),
      images: net([`images: {input: '${digit}'}`, 'mapSize: 80']),
      imageOpacity: net([`image: '${digit}'`, 'imageOpacity: 0.4']),
    },
  },
  {
    heading: 'Texts',
    options: {
      showLabels: net(['showLabels: false', 'mapSize: 80']),
      showSizes: net(['showSizes: false', 'mapSize: 80']),
      showOperations: net(['showOperations: false', 'mapSize: 80']),
      showDetails: net(['showDetails: false', 'mapSize: 80']),
      operations: net(['operations: {maxpool: halve, dense: "to {units}"}', 'mapSize: 80']),
      fontSize: net(['fontSize: 18', 'mapSize: 80']),
    },
  },
  {
    heading: 'Long networks',
    options: {
      fold: net(['fold: always', 'mapSize: 80'], blocks),
      wrap: net(['wrap: 3', 'mapSize: 60'], long),
    },
  },
];
