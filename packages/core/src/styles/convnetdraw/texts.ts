/** What is written at cuboids. */
import { wrapText } from '../../scene/text.js';
import {
  figuresById,
  type Labelled,
  type LabelValues,
  labeller,
  labelValues,
  operationTitle,
} from '../labels.js';
import type { DrawContext, DrawOverride } from '../style.js';
import type { Cuboid } from './cuboids.js';
import type { Options } from './options.js';

/** The slots, each with what it labels. */
export const slots = {
  map: 'Size of a map, above it.',
  vector: 'Length of a vector, above it.',
  sequence: 'Size of a sequence, above it.',
  name: 'Name of a layer, under it: of layers that nnfig does not know, unless this says more.',
  block: 'Name of a folded block, under it.',
} as const;

/** Names are broken at this many font sizes. */
const widestName = 7;

/** The texts of one cuboid. */
export interface CuboidTexts {
  /** Above it; empty for none. */
  readonly size: string;
  /** Under it. */
  readonly name: readonly string[];
}

/**
 * Fills the templates of each cuboid.
 *
 * @param cuboids The cuboids.
 * @param overrides What `draw:` says of each.
 * @param options The options.
 * @param context Templates and figures.
 * @returns The texts.
 */
export function textsOf(
  cuboids: readonly Cuboid[],
  overrides: readonly DrawOverride[],
  { fontSize, showLabels }: Options,
  context: DrawContext,
): CuboidTexts[] {
  if (!showLabels) return cuboids.map(() => ({ size: '', name: [] }));
  const figures = figuresById(context.analysis);
  const named = '{op} {repeat}';
  const templates = {
    map: '',
    vector: '',
    sequence: '',
    name: '{repeat}',
    unknown: named,
    block: named,
  };
  const labels = labeller(templates, context, overrides);
  return cuboids.map(({ labelled }, index): CuboidTexts => {
    const values: LabelValues = labelValues(labelled, figures);
    const { reading, block, layer } = labelled;
    const override = overrides[index];
    const isUnknown = layer.op === 'op' && !isWord(operationTitle(layer));
    const single = isUnknown && context.labels.name === undefined ? 'unknown' : 'name';
    const slot = block === undefined ? single : 'block';
    const name = labels.override(override?.label, slot, values);
    const caption = override?.caption ? labels.override(override.caption, slot, values) : '';
    return {
      size:
        context.labels[reading] === undefined ? sizeText(labelled) : labels.fill(reading, values),
      name: [name, caption]
        .filter((text) => text !== '')
        .flatMap((text) => wrapText(text, widestName * fontSize, fontSize)),
    };
  });
}

/** Layers that ConvNetDraw knows have colours of their own, so that they need no name. */
function isWord(name: string): boolean {
  return ['input', 'conv', 'relu', 'pool', 'fullyconn', 'softmax'].includes(name.toLowerCase());
}

/** As ConvNetDraw writes it, channels last. */
function sizeText({ reading, shape }: Pick<Labelled, 'reading' | 'shape'>): string {
  if (reading === 'vector') return `1x1x${shape[1] ?? 1}`;
  if (reading === 'sequence') return shape.slice(1).join('x');
  return [...shape.slice(2), shape[1] ?? 1].join('x');
}
