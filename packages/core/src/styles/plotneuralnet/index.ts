/** The style `plotneuralnet`: translucent boxes in space, as PlotNeuralNet draws them by LaTeX. */
import type { Network } from '../../network/network.js';
import type { Scene } from '../../scene/scene.js';
import { refusal } from '../blocks/refusal.js';
import { type DrawContext, defineStyle } from '../style.js';
import { arrange } from './arrange.js';
import { draw } from './draw.js';
import { type Options, options } from './options.js';
import { slots } from './texts.js';

/** Banded boxes, glued poolings, balls, arches and frusta. */
export const plotneuralnet = defineStyle({
  name: 'plotneuralnet',
  title: 'PlotNeuralNet',
  summary:
    'Translucent boxes in space, concatenated and banded, with balls, skips and branches, as PlotNeuralNet draws them.',
  options,
  labels: slots,
  drawKeys: ['size', 'opacity'],
  refuses: refusal,
  draw: drawNetwork,
});

function drawNetwork(network: Network, given: Options, context: DrawContext): Scene {
  return draw(arrange(network, given, context), given, context);
}
