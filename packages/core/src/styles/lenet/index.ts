/** The style `lenet`: NN-SVG's stacks of feature maps. */
import type { Network } from '../../network/network.js';
import type { Scene } from '../../scene/scene.js';
import { wrapText } from '../../scene/text.js';
import { type Chain, findChain } from '../chain.js';
import { withLegend } from '../kinds.js';
import { figuresById, labeller, labelValues, placeholders, tooltip } from '../labels.js';
import { ofColumn } from '../per-column.js';
import { type DrawContext, type DrawOverride, defineStyle } from '../style.js';
import { checkTemplate } from '../template.js';
import { type ColumnLook, draw } from './draw.js';
import { imagesOf } from './images.js';
import { type ColumnTexts, layout } from './layout.js';
import { legendOf } from './legend.js';
import { limited } from './limits.js';
import { coloursOf } from './looks.js';
import { type LenetOptions, options } from './options.js';

const slots = {
  map: '{channels}@{depth}×{height}×{width}',
  vector: '{units}',
  sequence: '{shape}',
  operation: '{op} {repeat}',
  detail: '{kernel} /{stride}',
} as const;

/** An operation with a longer name is written on several lines. */
const widestOperation = 7;

/** Stacks of feature maps, bars for vectors, kernels with their lines. */
export const lenet = defineStyle({
  name: 'lenet',
  title: 'LeNet',
  summary:
    'Stacks of feature maps with their sizes, kernels, and bars for vectors, as NN-SVG draws LeNet.',
  options,
  labels: {
    map: 'Size of a stack of maps, above it.',
    vector: 'Length of a vector, above its bar.',
    sequence: 'Size of a sequence, above it.',
    operation: 'What is done between two stacks, under the gap.',
    detail: 'More about it, on the line under that.',
  },
  refuses(network) {
    const chain = findChain(network);
    return typeof chain === 'string' ? chain : undefined;
  },
  draw: drawNetwork,
});

function drawNetwork(network: Network, given: LenetOptions, context: DrawContext): Scene {
  const chain = findChain(network, given.fold);
  if (typeof chain === 'string') {
    context.report({ rule: 'style-refuses', message: chain });
    return { children: [] };
  }
  const { columns } = chain;
  const resolved = limited(chain, given, context);
  const overrides = columns.map(({ id }) => context.override(id));
  const figures = figuresById(context.analysis);
  const placed = layout(chain, textsOf(chain, overrides, resolved, context), resolved);
  const counts = placed.columns.map(({ form }) => (form.kind === 'bar' ? 0 : form.offsets.length));
  const images = imagesOf(columns, counts, resolved, context);
  const looks = columns.map(
    (column, index): ColumnLook => ({
      column,
      tooltip: tooltip(column.labelled, figures),
      images: images[index] ?? [],
      ...coloursOf(column, overrides[index], resolved, context),
    }),
  );
  const drawing = draw(placed, looks, resolved, context);
  const entries = legendOf(placed, looks, resolved, context);
  return { children: withLegend(drawing, entries, context) };
}

/** The texts of each column; empty where the options leave them out. */
function textsOf(
  { columns }: Chain,
  overrides: readonly DrawOverride[],
  options: LenetOptions,
  context: DrawContext,
): ColumnTexts[] {
  const { fontSize, showSizes, showOperations, showDetails } = options;
  const figures = figuresById(context.analysis);
  const labels = labeller(slots, context, overrides);
  for (const [key, template] of Object.entries(options.operations ?? {})) {
    checkTemplate(template, Object.keys(placeholders), (problem) =>
      context.reportOption(['operations', key], problem),
    );
  }
  return columns.map((column, index): ColumnTexts => {
    const { labelled } = column;
    const values = labelValues(labelled, figures);
    const override = overrides[index];
    const own = ofColumn(options.operations, column)?.value;
    const operation = index > 0 && showOperations ? labels.override(own, 'operation', values) : '';
    return {
      size: showSizes ? labels.override(override?.label, labelled.reading, values) : '',
      operation: operation ? wrapText(operation, fontSize * widestOperation, fontSize) : [],
      detail: index > 0 && showDetails ? labels.override(override?.caption, 'detail', values) : '',
    };
  });
}
