/** The legend of a figure whose colours say what kind of operation a layer is. */
import type { Category } from '../ops/operation.js';
import { boundsOf } from '../scene/bounds.js';
import { legend } from '../scene/legend.js';
import type { SceneNode } from '../scene/scene.js';
import { categories } from './palette.js';
import type { Palette } from './style.js';

const titles: Readonly<Record<Category, string>> = {
  input: 'Input',
  convolution: 'Convolution',
  pooling: 'Pooling',
  dense: 'Dense',
  normalization: 'Normalization',
  activation: 'Activation',
  regularization: 'Regularization',
  reshape: 'Reshape',
  merge: 'Merge',
  resample: 'Resampling',
  embedding: 'Embedding',
  attention: 'Attention',
  recurrent: 'Recurrent',
  other: 'Other',
};

/**
 * The legend under a drawing.
 *
 * @param drawing What is drawn so far.
 * @param present Kinds of operation in it.
 * @param palette Its colours.
 * @returns The legend, its entries in the order that every figure has.
 */
export function kindsLegend(
  drawing: readonly SceneNode[],
  present: Iterable<Category>,
  palette: Palette,
): SceneNode {
  const shown = new Set(present);
  const entries = categories
    .filter((category) => shown.has(category))
    .map((category) => ({
      label: titles[category],
      fill: palette.category[category],
      outline: palette.outline[category],
    }));
  return legend(entries, boundsOf({ children: drawing }), palette.ink);
}
