/** One block for each option of `alexnet`, under headings. */
import { block } from './block.mjs';
import { digit } from './digit.mjs';

const small = `input: 3x64x64
layers:
  - conv 16 7x7 /2
  - flatten
  - dense 100`;

const pooled = `input: 3x64x64
layers:
  - conv 16 7x7 /2
  - maxpool 2
  - conv 32 3x3`;

const grey = `input: 1x28x28
layers:
  - conv 16 5x5 /2`;

const blocks = `input: 3x32x32
blocks:
  twice(c): [conv $c 3x3 p1 relu, conv $c 3x3 p1 relu]
layers:
  - twice 8
  - maxpool 2
  - twice 16`;

/**
 * @param {readonly string[]} options Lines under `options:`.
 * @param {string} [network] The lines of the network.
 */
const net = (options, network = small) => block('alexnet', options, network);

/** @type {import('./block.mjs').Heading[]} */
export const alexnet = [
  {
    heading: 'Camera',
    options: {
      view: net(['view: isometric']),
      azimuth: net(['azimuth: 60']),
      elevation: net(['elevation: 50']),
      projection: net(['projection: perspective']),
      distance: net(['projection: perspective', 'distance: 1.6']),
      zoom: net(['zoom: 3']),
    },
  },
  {
    heading: 'Sizes',
    options: {
      layerGap: net(['layerGap: 70']),
      sideScale: net(['sideScale: linear']),
      sideFactor: net(['sideFactor: 6']),
      depthScale: net(['depthScale: linear'], pooled),
      depthFactor: net(['depthFactor: 20']),
      vectorScale: net(
        ['vectorScale: sqrt'],
        `input: 3x64x64
layers:
  - flatten
  - dense 400
  - dense 20`,
      ),
      vectorFactor: net(['vectorFactor: 20']),
      minSize: net(['minSize: 14'], grey),
    },
  },
  {
    heading: 'Kernels',
    options: {
      kernels: net(['kernels: false']),
      kernelScale: net(['kernelScale: share']),
      kernelFactor: net(['kernelFactor: 2.5']),
      kernelPlace: net(['kernelPlace: [[0.1, 0.1]]']),
      kernelX: net(['kernelPlace: fixed', 'kernelX: 0.1']),
      kernelY: net(['kernelPlace: fixed', 'kernelY: 0.1']),
      seed: net(['seed: 2'], pooled),
    },
  },
  {
    heading: 'Layers',
    options: {
      showPooling: net(['showPooling: false'], pooled),
      fold: net(['fold: always'], blocks),
    },
  },
  {
    heading: 'Colours and faces',
    options: {
      color: net(['color: "#d9b7e8"']),
      kernelColor: net(['kernelColor: "#7c3aa0"']),
      pyramidColor: net(['pyramidColor: "#e07a1f"']),
      opacity: net(['opacity: 1']),
      kernelOpacity: net(['kernelOpacity: 0.9']),
      borderWidth: net(['borderWidth: 2']),
      hiddenEdges: net(['hiddenEdges: dashed']),
      shading: net(['shading: false']),
    },
  },
  {
    heading: 'Image',
    options: {
      image: net([`image: '${digit}'`], grey),
      imageOpacity: net([`image: '${digit}'`, 'imageOpacity: 0.4'], grey),
      imageFlip: net([`image: '${digit}'`, 'imageFlip: true'], grey),
    },
  },
  {
    heading: 'Texts',
    options: {
      showLabels: net(['showLabels: false']),
      kernelLabels: net(['kernelLabels: sides', 'kernelFactor: 2.5', 'zoom: 3']),
      fontSize: net(['fontSize: 16']),
    },
  },
];
