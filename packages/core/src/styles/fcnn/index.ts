/** The node-link style: columns of circles, each joined with all of the next, as NN-SVG draws them. */
import type { Network } from '../../network/network.js';
import type { Scene } from '../../scene/scene.js';
import { withLegend } from '../kinds.js';
import { type DrawContext, defineStyle } from '../style.js';
import { columnsOf } from './columns.js';
import { draw } from './draw.js';
import { droppedUnits } from './dropout.js';
import { connect } from './edges.js';
import { highlightOf } from './highlight.js';
import { slots, templates } from './labels.js';
import { layout, shownUnits } from './layout.js';
import { legendOf } from './legend.js';
import { limited } from './limits.js';
import { looksOf } from './looks.js';
import { type Options, options } from './options.js';
import { checkLists } from './per-layer.js';
import { levelOf, scaleOf } from './scale.js';
import { unitTextsOf } from './unit-texts.js';
import { weightsOf } from './weights.js';

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
  checkLists(columns, given, context);
  const resolved = limited(columns, given, context);
  const shown = columns.map(({ shape }) => shownUnits(shape[1] ?? 0, resolved));
  const looks = looksOf(columns, resolved, context, templates);
  const texts = unitTextsOf(columns, shown, resolved, context);
  const dropped = columns.map((column, layer) =>
    droppedUnits(column, layer, shown[layer] ?? [], resolved),
  );
  const highlight = highlightOf(columns, shown, resolved, context);
  const placed = layout(
    columns.map(({ shape, biased }, index) => ({
      units: shape[1] ?? 0,
      bias: resolved.showBias && biased,
      label: looks[index]?.labelSize ?? { width: 0, height: 0 },
      beside: texts[index]?.besideExtent,
    })),
    resolved,
  );

  const scale = scaleOf(resolved, context);
  const weights = scale.tells ? weightsOf(columns, resolved, network.profile, context) : undefined;
  const gaps = connect(placed, dropped, (gap, { index: from }, { index: to = 0 }) => ({
    level: weights ? levelOf(weights.of(gap, from, to), weights.range) : 0,
    faded: !highlight.edge(gap, from, to),
  }));
  const layers = placed.map((column, index) => ({
    column,
    look: looks[index] as (typeof looks)[number],
    texts: texts[index] as (typeof texts)[number],
    dropped: dropped[index] as ReadonlySet<number>,
    first: index === 0,
    faded: (unit: number | undefined) => !highlight.unit(index, unit),
  }));
  const children = draw(layers, gaps, scale, resolved, context.palette);
  const entries = legendOf(columns, layers, weights && { scale, ...weights }, resolved, context);
  // The scale of weights may be asked for without a legend: it then stands below.
  const place = context.legend || 'below';
  return { children: withLegend(children, entries, { ...context, legend: place }) };
}
