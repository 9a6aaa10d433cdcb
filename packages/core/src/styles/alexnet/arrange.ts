/** World, camera and labels, fitted to each other. */
import type { Problem } from '../../diagnostics.js';
import type { Camera, Vector } from '../../scene/camera.js';
import { box } from '../../scene/solids.js';
import type { Column } from '../chain.js';
import { extentOf } from '../extent.js';
import { type Labelling, placeLabels, type TensorTexts } from './labels.js';
import { layout, type World } from './layout.js';
import type { Options } from './options.js';
import { type Part, partsOf } from './parts.js';
import { cameraFor } from './views.js';

/** How much larger the gap before a box may grow for labels, in units. */
const growth = [0, 4, 8, 14, 20, 28];

/** A world, seen. */
export interface View {
  readonly camera: Camera;
  readonly parts: readonly Part[];
  readonly labelling: Labelling;
}

/**
 * Places everything. Gaps grow until each label has the place that it should
 * have; where none will do, the best is taken.
 *
 * @param columns The tensors.
 * @param texts The texts of each.
 * @param options The options.
 * @returns What is to draw, or what is wrong with the camera.
 */
export function arrange(
  columns: readonly Column[],
  texts: readonly TensorTexts[],
  options: Options,
): View | Problem {
  const specs = columns.map((column) => ({
    extent: extentOf(column.labelled),
    ...(column.kernel && { kernel: column.kernel }),
  }));
  let best: View | undefined;
  const badness = ({ labelling: { crowded, strayed } }: View) => 3 * crowded + strayed;
  for (const more of growth) {
    const world = layout(specs, options, more);
    const found = cameraFor(cornersOf(world), options);
    if ('rule' in found) return best ?? found;
    const parts = partsOf(world, found.camera);
    const view = { camera: found.camera, parts, labelling: placeLabels(parts, texts, options) };
    if (!best || badness(view) < badness(best)) best = view;
    if (badness(best) === 0) break;
  }
  return best as View;
}

function cornersOf({ tensors }: World): Vector[] {
  return tensors.flatMap(({ centre, size }) => box(centre, size).vertices);
}
