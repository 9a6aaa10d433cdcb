/** The style `draw-convnet`: gwding's stacked squares. */
import type { Network } from '../../network/network.js';
import type { Scene } from '../../scene/scene.js';
import { findChain } from '../chain.js';
import { loadImage } from '../image-file.js';
import { withLegend } from '../kinds.js';
import { figuresById, tooltip } from '../labels.js';
import { type DrawContext, defineStyle } from '../style.js';
import { draw, type StackLook } from './draw.js';
import { withFlattened } from './flatten.js';
import { layout } from './layout.js';
import { legendOf } from './legend.js';
import { limited } from './limits.js';
import { coloursOf } from './looks.js';
import { type Options, options } from './options.js';
import { slots, textsOf } from './texts.js';

/** Stacks of squares with kernels, pyramids and dots, and stairs of dense units. */
export const drawConvnet = defineStyle({
  name: 'draw-convnet',
  title: 'draw_convnet',
  summary:
    'Stacks of squares with dots for those left out, kernels with pyramids, and stairs of dense units, as draw_convnet draws them.',
  options,
  labels: slots,
  refuses(network) {
    const chain = findChain(network);
    return typeof chain === 'string' ? chain : undefined;
  },
  draw: drawNetwork,
});

function drawNetwork(network: Network, given: Options, context: DrawContext): Scene {
  const found = findChain(network, given.fold);
  if (typeof found === 'string') {
    context.report({ rule: 'style-refuses', message: found });
    return { children: [] };
  }
  const chain = given.flatten ? withFlattened(found, network) : found;
  const resolved = limited(chain, given, context);
  const overrides = chain.columns.map(({ id }) => context.override(id));
  const figures = figuresById(context.analysis);
  const image = resolved.image && loadImage(resolved.image, ['image'], context);
  const looks = chain.columns.map((column, index): StackLook => {
    const colours = coloursOf(column, overrides[index], resolved, context);
    const shown = index === 0 && image ? { image } : {};
    return { column, tooltip: tooltip(column.labelled, figures), ...colours, ...shown };
  });
  const placed = layout(chain, textsOf(chain, overrides, resolved, context), resolved);
  const drawing = draw(placed, looks, resolved, context);
  const entries = legendOf(placed, looks, resolved, context);
  return { children: withLegend(drawing, entries, context) };
}
