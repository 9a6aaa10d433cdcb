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
  const resolved = { ...given, elide: given.elide || mustElide(columns, context) };
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

/** Whether a network is so large that its layers are shortened although the options say otherwise. */
function mustElide(columns: readonly NetworkColumn[], context: DrawContext): boolean {
  const units = columns.map(({ shape }) => shape[1] ?? 0);
  const edges = units.slice(1).reduce((sum, count, index) => sum + count * (units[index] ?? 0), 0);
  if (edges <= mostEdges && Math.max(0, ...units) <= tallestLayer) return false;
  context.report({
    rule: 'too-large',
    severity: 'warning',
    message: `With \`elide: false\` this figure would have ${edges} edges, more than a page can show`,
    hint: 'Its long layers are shortened; leave out `elide: false`, or raise `maxNodes`.',
  });
  return true;
}
