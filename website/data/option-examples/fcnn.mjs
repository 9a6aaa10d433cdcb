/** One block for each option of `fcnn`, under headings. */
import { block } from './block.mjs';

/**
 * @param {readonly string[]} options Lines under `options:`.
 * @param {string} [layers] The network.
 */
const net = (options, layers = '3 -> 4 -> 2') => block('fcnn', options, `layers: ${layers}`);

const dropout = `layers:
  - input 5
  - dense 6 relu
  - dropout 0.5
  - dense 2`;

/** @type {import('./block.mjs').Heading[]} */
export const fcnn = [
  {
    heading: 'The network',
    options: {
      direction: net(['direction: up', 'layerGap: 60']),
      layerGap: net(['layerGap: [60, 140]']),
      maxNodes: net(['maxNodes: 5'], '784 -> 12 -> 3'),
      elide: net(['elide: false', 'maxNodes: 5', 'nodeDiameter: 8', 'nodeGap: 4'], '20 -> 12 -> 6'),
      showLabels: net(['showLabels: false']),
      fontSize: net(['fontSize: 16']),
    },
  },
  {
    heading: 'Circles',
    options: {
      nodeDiameter: net(['nodeDiameter: 34']),
      nodeGap: net(['nodeGap: [8, 4, 40]']),
      nodeFill: net(['nodeFill:', '  - "#cfe6fb"', '  - null', '  - ["#f6ca80", "#b7dfc3"]']),
      nodeOutline: net(['nodeOutline: "#a3402b"']),
      nodeOutlineWidth: net(['nodeOutlineWidth: 3']),
    },
  },
  {
    heading: 'Units',
    options: {
      nodeLabels: net(['nodeLabels: ["x_{i}", null, [cat, dog]]', 'nodeDiameter: 28']),
      nodeLabelPlace: net(['nodeLabels: ["x_{i}", null, "y_{i}"]', 'nodeLabelPlace: beside']),
      inputValues: net(['inputValues: [0.2, -1.4, 3]']),
      outputValues: net(['outputValues: [0.93, 0.07]']),
      showBias: net(['showBias: true']),
      biasLabel: net(['showBias: true', 'biasLabel: b']),
      showDropout: block('fcnn', ['showDropout: true'], dropout),
      highlight: net(['highlight: {layer: 1, unit: 2}', 'edgeWidth: 1']),
    },
  },
  {
    heading: 'Edges',
    options: {
      edgeWidth: net(['edgeWidth: 2']),
      edgeWidthBy: net(['weights: random', 'edgeWidth: 4', 'edgeWidthBy: weight']),
      edgeOpacity: net(['edgeOpacity: 0.3', 'edgeWidth: 2']),
      edgeOpacityBy: net(['weights: random', 'edgeWidth: 2', 'edgeOpacityBy: weight']),
      edgeColor: net(['edgeColor: "#0b7a75"', 'edgeWidth: 1.5']),
      edgeColorBy: net([
        'weights: random',
        'edgeWidth: 2',
        'edgeWidthBy: weight',
        'edgeColorBy: weight',
      ]),
      negativeEdgeColor: net(['weights: random', 'edgeWidth: 2', 'negativeEdgeColor: "#7b3294"']),
      zeroEdgeColor: net(['weights: random', 'edgeWidth: 2', 'zeroEdgeColor: "#d8c35a"']),
      positiveEdgeColor: net(['weights: random', 'edgeWidth: 2', 'positiveEdgeColor: "#008837"']),
      edgeCurve: net(['edgeCurve: bezier']),
      arrowheads: net(['arrowheads: open', 'edgeWidth: 1']),
      arrowheadSize: net(['arrowheads: solid', 'arrowheadSize: 14']),
    },
  },
  {
    heading: 'Weights',
    options: {
      weights: net(['weights: [[[1, -1], [0.5, 0], [-0.2, 0.8]]]', 'edgeWidth: 2'], '2 -> 3'),
      biases: net(
        [
          'weights: [[[1, -1], [0.5, 0.3]]]',
          'biases: [[0.9, -0.6]]',
          'showBias: true',
          'edgeWidth: 2',
        ],
        '2 -> 2',
      ),
      weightRange: net(
        ['weights: [[[1, -1], [0.5, 0.1]]]', 'weightRange: 4', 'edgeWidth: 2'],
        '2 -> 2',
      ),
      seed: net(['weights: random', 'seed: 12', 'edgeWidth: 2']),
      weightLegend: net(['weights: random', 'weightLegend: true', 'edgeWidth: 2']),
    },
  },
];
