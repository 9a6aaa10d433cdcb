/** The style `tikz-cnn`: opaque cuboids, as tikz_cnn draws them by LaTeX. */
import type { Network } from '../../network/network.js';
import type { Scene } from '../../scene/scene.js';
import { refusal } from '../blocks/refusal.js';
import { withLegend } from '../kinds.js';
import { type DrawContext, defineStyle } from '../style.js';
import { arrange } from './arrange.js';
import { draw } from './draw.js';
import { legendOf } from './legend.js';
import { type Options, options } from './options.js';
import { slots } from './texts.js';

/** A cuboid for each layer, pairs of one size, branches one above the other. */
export const tikzCnn = defineStyle({
  name: 'tikz-cnn',
  title: 'tikz_cnn',
  summary:
    'Opaque cuboids, each layer one, in pairs of one size, with branches one above the other, as tikz_cnn draws them.',
  options,
  labels: slots,
  drawKeys: ['size', 'opacity'],
  refuses: refusal,
  draw: drawNetwork,
});

function drawNetwork(network: Network, given: Options, context: DrawContext): Scene {
  const figure = arrange(network, given, context);
  const drawing = draw(figure, given, context);
  return { children: withLegend(drawing, legendOf(figure, given, context), context) };
}
