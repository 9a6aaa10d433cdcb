/** What is written at layers: a word for what each does, unless the description says more. */
import type { LayerAnalysis } from '../../analysis/analysis.js';
import type { Category } from '../../ops/operation.js';
import type { Block } from '../blocks/model.js';
import { categoryOf, type Labeller, labeller, labelValues, operationTitle } from '../labels.js';
import type { DrawContext, DrawOverride } from '../style.js';

/** What can be labelled, each with what it labels. */
export const slots = {
  label: 'Under a layer: its name, or a word for what it does, unless this says it.',
  caption: 'On the line under that.',
} as const;

/** What is written under a block. */
export interface BlockText {
  readonly label: string;
  readonly caption: string;
}

/** Words of tikz_cnn, and others as short, for operations. */
const operationWords: Readonly<Record<string, string>> = {
  upconv: 'deconv',
  add: 'sum',
  sub: 'difference',
  mul: 'product',
  matmul: 'product',
  max: 'max',
  concat: 'concat',
  input: '',
};

const categoryWords: Partial<Record<Category, string>> = {
  convolution: 'conv',
  pooling: 'pool',
  dense: 'fc',
  resample: 'up',
  normalization: 'norm',
};

/** A repeated layer has this before its count. */
const times = '×';

/**
 * Writes the texts of all blocks.
 *
 * @param blocks The blocks.
 * @param overrideOf What `draw:` says of a layer.
 * @param figures From `figuresById`.
 * @param context The templates of the description.
 * @returns The text of each block.
 */
export function textsOf(
  blocks: readonly Block[],
  overrideOf: (layer: string) => DrawOverride,
  figures: ReadonlyMap<string, LayerAnalysis>,
  context: DrawContext,
): readonly BlockText[] {
  const overrides = blocks.map(({ layers }) => layers.map(overrideOf));
  const fill: Labeller<keyof typeof slots> = labeller(
    { label: '', caption: '' },
    context,
    overrides.flat(),
  );
  const named = new Set<string>();
  return blocks.map((block, index): BlockText => {
    const part = block.boxes.at(-1)?.parts[0];
    const labelled = part && block.boxes.length === 1 ? part.labelled : block.labelled;
    const values = labelValues(labelled, figures);
    const said = overrides[index] ?? [];
    const label = said.find((each) => each.label !== undefined)?.label;
    const caption = said.find((each) => each.caption !== undefined)?.caption;
    const group = block.group !== undefined && named.has(block.group);
    if (block.group !== undefined) named.add(block.group);
    return {
      label:
        label !== undefined || context.labels.label !== undefined
          ? fill.override(label, 'label', values)
          : group
            ? ''
            : usualText(block),
      caption: fill.override(caption, 'caption', values),
    };
  });
}

/** The name of a block, or a word for what it does. */
function usualText(block: Block): string {
  const { caption = '' } = block;
  if (caption !== '' && !caption.startsWith(times)) return caption;
  return `${wordOf(block)} ${caption}`.trim();
}

function wordOf({ boxes, labelled }: Block): string {
  const layer = boxes.at(-1)?.parts[0]?.labelled.layer ?? labelled.layer;
  const { op } = layer;
  return (
    operationWords[op] ??
    categoryWords[categoryOf(layer)] ??
    (op === 'op' ? operationTitle(layer) : op)
  );
}
