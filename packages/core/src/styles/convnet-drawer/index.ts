/** The style `convnet-drawer`: wireframe boxes with kernels and captions, as convnet-drawer draws them. */
import type { Network } from '../../network/network.js';
import type { Scene } from '../../scene/scene.js';
import { type DrawContext, defineStyle } from '../style.js';
import { arrange } from './arrange.js';
import { draw } from './draw.js';
import { findMaps } from './maps.js';
import { type Options, options } from './options.js';
import { slots } from './texts.js';

/** Maps as wireframes, kernels in them, two lines to the next, captions under the gaps. */
export const convnetDrawer = defineStyle({
  name: 'convnet-drawer',
  title: 'convnet-drawer',
  summary:
    'Wireframe boxes with kernels, and two lines of text for each layer, as convnet-drawer draws them.',
  options,
  labels: slots,
  refuses(network) {
    const found = findMaps(network);
    return typeof found === 'string' ? found : undefined;
  },
  draw: drawNetwork,
});

function drawNetwork(network: Network, given: Options, context: DrawContext): Scene {
  const figure = arrange(network, given, context);
  if (typeof figure !== 'string') return draw(figure, given, context);
  context.report({ rule: 'style-refuses', message: figure });
  return { children: [] };
}
