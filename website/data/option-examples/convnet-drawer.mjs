/** One block for each option of `convnet-drawer`, under headings. */
import { block } from './block.mjs';

const small = `input: 3x64x64
layers:
  - conv 16 5x5 /2
  - maxpool 2
  - flatten
  - dense 100`;

const boxes = `input: 3x64x64
layers:
  - conv 32 5x5 /2
  - conv 64 3x3`;

const vectors = `layers:
  - input 400
  - dense 100
  - dense 10`;

const annotated = `input: 3x64x64
layers:
  - conv 32 5x5 /2 bn relu
  - maxpool 2
  - dropout 0.5`;

const blocks = `input: 3x32x32
blocks:
  twice(c): [conv $c 3x3 p1, conv $c 3x3 p1]
layers:
  - twice 8
  - maxpool 2
  - twice 16`;

const longer = `input: 3x32x32
layers:
  - conv 16 3x3
  - conv 16 3x3
  - conv 16 3x3
  - conv 16 3x3`;

/**
 * @param {readonly string[]} options Lines under `options:`.
 * @param {string} [network] The lines of the network.
 */
const net = (options, network = small) => block('convnet-drawer', options, network);

/** @type {import('./block.mjs').Heading[]} */
export const convnetDrawer = [
  {
    heading: 'Places',
    options: {
      layout: net(['layout: classic']),
      interLayerMargin: net(['interLayerMargin: 100'], boxes),
      textMargin: net(['textMargin: 24'], boxes),
      boundingBoxMargin: net(['boundingBoxMargin: 60'], boxes),
      wrap: net(['wrap: 300'], longer),
      rowGap: net(['wrap: 300', 'rowGap: 80'], longer),
    },
  },
  {
    heading: 'Sizes',
    options: {
      theta: net(['theta: -60'], boxes),
      ratio: net(['ratio: 0.3'], boxes),
      channelScale: net(['channelScale: 0.9'], boxes),
      spatialScale: net(['spatialScale: 2'], boxes),
      minSize: net(['minSize: 30']),
      oneDimWidth: net(['oneDimWidth: 16'], vectors),
      maxLength: net(['maxLength: 60']),
    },
  },
  {
    heading: 'Layers',
    options: {
      kernels: net(['kernels: false'], boxes),
      hiddenEdges: net(['hiddenEdges: none'], boxes),
      fold: net(['fold: always'], blocks),
    },
  },
  {
    heading: 'Colours and lines',
    options: {
      lineColorFeatureMap: net(['lineColorFeatureMap: "#b3261e"']),
      lineColorLayer: net(['lineColorLayer: "#d1680f"']),
      layerColors: net(['layerColors: kinds']),
      lineWidth: net(['lineWidth: 2'], boxes),
    },
  },
  {
    heading: 'Texts',
    options: {
      textSize: net(['textSize: 20'], boxes),
      textColorFeatureMap: net(['textColorFeatureMap: "#b3261e"'], boxes),
      textColorLayer: net(['textColorLayer: "#d1680f"'], boxes),
      annotations: net(['annotations: false'], annotated),
    },
  },
];
