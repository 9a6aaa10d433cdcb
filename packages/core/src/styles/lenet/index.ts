/** The style `lenet`: NN-SVG's stacks of feature maps. */
import { wrapText } from '../../scene/text.js';
import { kindsLegend } from '../kinds.js';
import { figuresById, type Labelled, labeller, labelValues, tooltip } from '../labels.js';
import { mix } from '../shade.js';
import { type DrawContext, type DrawOverride, defineStyle } from '../style.js';
import { type Chain, type Column, findChain } from './chain.js';
import { type ColumnLook, draw } from './draw.js';
import { type ColumnTexts, layout } from './layout.js';
import { options } from './options.js';

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
  draw(network, resolved, context) {
    const chain = findChain(network, resolved.fold);
    if (typeof chain === 'string') {
      context.report({ rule: 'style-refuses', message: chain });
      return { children: [] };
    }
    const overrides = chain.columns.map(({ id }) => context.override(id));
    const figures = figuresById(context.analysis);
    const labels = labeller(slots, context, overrides);
    const texts = chain.columns.map(({ labelled }, index): ColumnTexts => {
      const values = labelValues(labelled, figures);
      const override = overrides[index];
      const size = slotOf(labelled);
      const operation = index === 0 ? '' : labels.fill('operation', values);
      return {
        size: labels.override(override?.label, size, values),
        operation: operation
          ? wrapText(operation, resolved.fontSize * widestOperation, resolved.fontSize)
          : [],
        detail: index === 0 ? '' : labels.override(override?.caption, 'detail', values),
      };
    });
    const placed = layout(chain, texts, resolved);
    const looks = chain.columns.map(
      (column, index): ColumnLook => ({
        column,
        tooltip: tooltip(column.labelled, figures),
        ...colours(column, context, overrides[index]),
      }),
    );
    const drawing = draw(placed, looks, resolved, context);
    return { children: context.legend ? [...drawing, keys(drawing, chain, context)] : drawing };
  },
});

function slotOf({ reading }: Labelled): 'map' | 'vector' | 'sequence' {
  return reading;
}

function keys(drawing: Parameters<typeof kindsLegend>[0], chain: Chain, context: DrawContext) {
  return kindsLegend(
    drawing,
    chain.columns.map(({ category }) => category),
    context.palette,
  );
}

/** Maps take turns between two shades, as in NN-SVG: its greys, or the kind's colour and a paler one. */
function colours(
  { category }: Column,
  { palette, paletteName }: DrawContext,
  override: DrawOverride | undefined,
): Pick<ColumnLook, 'shades' | 'outline'> {
  const outline = palette.outline[category];
  if (override?.color !== undefined) {
    const own = { light: override.color, dark: override.color };
    return { shades: [own, mix(own, palette.surface, 0.4, 'alt')], outline };
  }
  if (paletteName === 'classic') {
    return { shades: [palette.category.input, palette.category.convolution], outline };
  }
  const own = palette.category[category];
  return { shades: [own, mix(own, palette.surface, 0.45, 'alt')], outline };
}
