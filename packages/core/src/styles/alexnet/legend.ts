/** What the legend of an AlexNet figure lists. */
import type { LegendEntry } from '../../scene/legend.js';
import type { PictureSample } from '../../scene/legend-samples.js';
import { polygon, rectangle } from '../../scene/shapes.js';
import type { Column } from '../chain.js';
import { type KindUse, kindsLegend, type LineUse, ownName } from '../kinds.js';
import type { DrawContext } from '../style.js';
import { arrowWidth } from './draw.js';
import type { TensorLook } from './looks.js';
import type { Options } from './options.js';
import type { Part } from './parts.js';

/**
 * Lists what is in a figure. One colour for all tensors does not say what a
 * layer does; then only kernels and arrows are listed.
 *
 * @param columns The tensors.
 * @param looks What each is painted with.
 * @param parts What is painted.
 * @param options The options.
 * @param context Palette and overrides.
 * @returns The entries.
 */
export function legendOf(
  columns: readonly Column[],
  looks: readonly TensorLook[],
  parts: readonly Part[],
  options: Options,
  context: DrawContext,
): LegendEntry[] {
  const tellsKinds = context.paletteName !== 'classic' && options.color === undefined;
  // A ray passes two faces of a box.
  const fillOpacity = 1 - (1 - options.opacity) ** 2;
  const kind = ({ id, category, labelled }: Column, index: number): KindUse => {
    const { fill, outline } = looks[index] as TensorLook;
    const own = ownName(labelled.layer, context.override(id));
    const sample = { kind: 'box', fill, fillOpacity, outline } as const;
    return { category, sample, ...(own && { own }) };
  };
  const lines: LineUse[] = [];
  const pyramids = parts.filter((part) => part.kind === 'pyramid').map(({ index }) => index);
  const first = looks[Math.min(...pyramids)];
  if (first) lines.push({ kind: 'kernel', sample: pyramid(first, options) });
  if (parts.some((part) => part.kind === 'arrow')) {
    const { ink } = context.palette;
    const sample = { kind: 'line', stroke: ink, width: arrowWidth(options), head: 'end' } as const;
    lines.push({ kind: 'flow', sample });
  }
  return kindsLegend(tellsKinds ? columns.map(kind) : [], lines);
}

const width = 28;
const height = 12;
const depth = 6;

/** A kernel from the side, and its pyramid. */
function pyramid(look: TensorLook, options: Options): PictureSample {
  const edge = { stroke: look.kernelOutline, strokeWidth: 0.75, join: 'round' } as const;
  const fillOpacity = options.kernelOpacity;
  return {
    kind: 'picture',
    width,
    height,
    draw: (x, y) => [
      polygon(
        [
          { x: x + depth, y },
          { x: x + width, y: y + height / 2 },
          { x: x + depth, y: y + height },
        ],
        { fill: look.pyramid, fillOpacity, ...edge },
      ),
      rectangle(x, y, depth, height, { fill: look.kernel, fillOpacity, ...edge }),
    ],
  };
}
