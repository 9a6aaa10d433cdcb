/** One block for each option of `draw-convnet`, under headings. */
import { block } from './block.mjs';
import { digit } from './digit.mjs';

const small = `input: 1x28x28
layers:
  - conv 12 5x5
  - maxpool 2
  - flatten
  - dense 10`;

const pair = `input: 3x32x32
layers:
  - conv 16 5x5
  - maxpool 2`;

const units = `input: 1x12x12
layers:
  - flatten
  - dense 60
  - dense 12`;

const sizes = `input: 1x64x64
layers:
  - conv 4 8x8 /8
  - conv 4 8x8`;

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
const net = (options, network = small) => block('draw-convnet', options, network);

/** @type {import('./block.mjs').Heading[]} */
export const drawConvnet = [
  {
    heading: 'Sizes',
    options: {
      unit: net(['unit: 3.5']),
      scale: net(['scale: log'], sizes),
      mapSize: net(['mapSize: 60'], sizes),
      minSize: net(['minSize: 12'], sizes),
      layerWidth: net(['layerWidth: [24, 30, 50, 44]']),
    },
  },
  {
    heading: 'Stacks',
    options: {
      mapStep: net(['mapStep: [2, 4]'], pair),
      maxMaps: net(['maxMaps: all', 'mapStep: [1.5, 1.5]'], pair),
      unitSize: net(['unitSize: 3'], units),
      unitStep: net(['unitStep: [1, 2]'], units),
      maxUnits: net(['maxUnits: 10'], units),
      omit: net(['omit: false']),
      dots: net(['dots: 3', 'maxMaps: 11']),
      dotPlace: net(['dotPlace: middle'], pair),
      dotRadius: net(['dotRadius: 1']),
    },
  },
  {
    heading: 'Colours and lines',
    options: {
      mapColors: net(['mapColors: ["#cfe8d5", "#8fc9a3"]']),
      borderColor: net(['borderColor: "#a3402b"']),
      borderWidth: net(['borderWidth: 2']),
      dotColor: net(['dotColor: "#d03050"', 'dotRadius: 0.8']),
      kernelColor: net(['kernelColor: "#e0b000"']),
      lineColor: net(['lineColor: "#0b7a75"']),
      lineWidth: net(['lineWidth: 0.7']),
    },
  },
  {
    heading: 'Kernels and arrows',
    options: {
      kernels: net(['kernels: false']),
      kernelPlaces: net(['kernelPlaces: [[0.1, 0.1], [0.9, 0.9]]']),
      pointPlaces: net(['pointPlaces: [[0.9, 0.1]]']),
      arrows: net(['arrows: false']),
      image: net([`image: '${digit}'`]),
    },
  },
  {
    heading: 'Texts',
    options: {
      showHeaders: net(['showHeaders: false']),
      showCaptions: net(['showCaptions: false']),
      showKernels: net(['showKernels: false']),
      operations: net(['operations: {maxpool: Halve, dense: "To {units}"}']),
      headerGap: net(['headerGap: 10']),
      captionGap: net(['captionGap: 4']),
      captionShift: net(['captionShift: 24']),
      unitCaptionShift: net(['unitCaptionShift: 0']),
      fontSize: net(['fontSize: 18']),
    },
  },
  {
    heading: 'Layers and rows',
    options: {
      flatten: net(['flatten: false']),
      fold: net(['fold: always'], blocks),
      wrap: net(['wrap: 3'], long),
    },
  },
];
