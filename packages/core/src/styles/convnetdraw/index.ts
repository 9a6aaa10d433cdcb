/** The style `convnetdraw`: solid oblique cuboids, as ConvNetDraw draws them. */
import type { Network } from '../../network/network.js';
import type { Scene } from '../../scene/scene.js';
import { withLegend } from '../kinds.js';
import { figuresById, tooltip } from '../labels.js';
import { type DrawContext, defineStyle } from '../style.js';
import { findCuboids } from './cuboids.js';
import { draw } from './draw.js';
import { layout } from './layout.js';
import { legendOf } from './legend.js';
import { lookOf } from './looks.js';
import { type Options, options } from './options.js';
import { sizesOf } from './sizes.js';
import { slots, textsOf } from './texts.js';

/** A cuboid for each layer, three faces shaded, sizes above. */
export const convnetdraw = defineStyle({
  name: 'convnetdraw',
  title: 'ConvNetDraw',
  summary: 'Solid oblique cuboids with shaded faces and their sizes, as ConvNetDraw draws them.',
  options,
  labels: slots,
  refuses(network) {
    const cuboids = findCuboids(network);
    return typeof cuboids === 'string' ? cuboids : undefined;
  },
  draw: drawNetwork,
});

function drawNetwork(network: Network, given: Options, context: DrawContext): Scene {
  const cuboids = findCuboids(network, given.fold, given.small);
  if (typeof cuboids === 'string') {
    context.report({ rule: 'style-refuses', message: cuboids });
    return { children: [] };
  }
  const overrides = cuboids.map(({ id }) => context.override(id));
  const texts = textsOf(cuboids, overrides, given, context);
  const placed = layout(sizesOf(cuboids, given), texts, given);
  const looks = cuboids.map((cuboid, index) =>
    lookOf(cuboid, overrides[index] ?? {}, given, context),
  );
  const figures = figuresById(context.analysis);
  const drawings = cuboids.map(({ id, labelled }, index) => ({
    id,
    tooltip: tooltip(labelled, figures),
    look: looks[index] as (typeof looks)[number],
  }));
  const drawing = draw(placed, drawings, given, context.palette);
  return {
    children: withLegend(drawing, legendOf(cuboids, looks, given, context), context),
  };
}
