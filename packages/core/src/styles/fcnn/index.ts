/** The node-link style: columns of circles, each joined with all of the next, as NN-SVG draws them. */
import type { Network } from '../../network/network.js';
import type { Scene } from '../../scene/scene.js';
import { kindsLegend } from '../kinds.js';
import { categoryOf } from '../labels.js';
import { type DrawContext, defineStyle } from '../style.js';
import { columnsOf, type NetworkColumn } from './columns.js';
import { draw } from './draw.js';
import { slots, templates } from './labels.js';
import { layout } from './layout.js';
import { looksOf } from './looks.js';
import { type Options, options } from './options.js';

/** More edges than a browser draws without a pause. */
const mostEdges = 50_000;

/** More circles in a layer than a page has room for. */
const tallestLayer = 1000;

/** Values of `maxNodes` to try in turn when a figure is too large. */
const shortenedTo = [16, 8, 4];

/** The style `fcnn`. */
export const fcnn = defineStyle({
  name: 'fcnn',
  title: 'Node-link',
  summary: 'Layers as columns of circles, each joined with all of the next.',
  options,
  labels: slots,
  refuses: (network) => columnsOf(network).refusal,
  draw: drawNetwork,
});

function drawNetwork(network: Network, given: Options, context: DrawContext): Scene {
  const { columns = [] } = columnsOf(network);
  const resolved = limited(columns, given, context);
  const looks = looksOf(columns, resolved, context, templates);
  const specs = columns.map(({ shape, biased }, index) => ({
    units: shape[1] ?? 0,
    bias: resolved.showBias && biased,
    label: looks[index]?.labelSize ?? { width: 0, height: 0 },
  }));
  const drawing = draw(layout(specs, resolved), looks, resolved, context.palette);
  if (!context.legend) return { children: drawing };
  const kinds = columns.map(({ stage }) => categoryOf(stage.layer));
  return { children: [...drawing, kindsLegend(drawing, kinds, context.palette)] };
}

/** The options as they are, or with shorter layers where a page could not show as many edges. */
function limited(columns: readonly NetworkColumn[], given: Options, context: DrawContext): Options {
  const shown = ({ elide, maxNodes }: Options) =>
    columns.map(({ shape }) =>
      Math.min(shape[1] ?? 0, elide ? maxNodes : Number.POSITIVE_INFINITY),
    );
  const edges = (options: Options) =>
    shown(options).reduce((sum, count, index, all) => sum + count * (all[index + 1] ?? 0), 0);
  const fits = (options: Options) =>
    edges(options) <= mostEdges && Math.max(0, ...shown(options)) <= tallestLayer;
  if (fits(given)) return given;

  const shorter = shortenedTo.map((maxNodes): Options => ({ ...given, elide: true, maxNodes }));
  const chosen = shorter.find(fits) ?? (shorter.at(-1) as Options);
  context.report({
    rule: 'too-large',
    severity: 'warning',
    message: `This figure would have ${edges(given)} edges, more than a page can show`,
    hint: `Its long layers are shortened as by \`maxNodes: ${chosen.maxNodes}\`; give \`maxNodes\` yourself to choose.`,
  });
  return chosen;
}
