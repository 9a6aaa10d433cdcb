/** What the legend of a figure lists. */
import type { LegendEntry } from '../../scene/legend.js';
import type { PictureSample } from '../../scene/legend-samples.js';
import type { Colour, Paint } from '../../scene/scene.js';
import { path, polygon } from '../../scene/shapes.js';
import { type KindUse, kindsLegend, type LineUse, ownName } from '../kinds.js';
import { arrowhead, roundedLine } from '../lines.js';
import type { DrawContext } from '../style.js';
import { pyramid, type StackLook } from './draw.js';
import type { Layout } from './layout.js';
import { lineColour } from './looks.js';
import type { Options } from './options.js';

const width = 28;
const height = 12;

/**
 * Lists what is in a figure. Greys by turns, and colours that the options give
 * to all stacks, do not say what a layer does; then only lines are listed.
 *
 * @param layout The layout.
 * @param looks What each stack is painted with.
 * @param options The options.
 * @param context Palette and overrides.
 * @returns The entries.
 */
export function legendOf(
  layout: Layout,
  looks: readonly StackLook[],
  options: Options,
  context: DrawContext,
): LegendEntry[] {
  const tellsKinds = context.paletteName !== 'classic' && options.mapColors === undefined;
  const kinds = looks.map(({ column, shades, outline }): KindUse => {
    const own = ownName(column.labelled.layer, context.override(column.id));
    const sample = { kind: 'box', fill: shades[1], outline } as const;
    return { category: column.category, sample, ...(own && { own }) };
  });
  const stroke = lineColour(options, context);
  const lines: LineUse[] = [];
  const kernel = layout.ties.find((tie) => tie.kind === 'kernel');
  const source = kernel && looks[kernel.column - 1];
  if (source) lines.push({ kind: 'kernel', sample: kernelPicture(source.kernel, stroke) });
  if (layout.skips.length > 0) lines.push({ kind: 'skip', sample: bracket(stroke) });
  if (layout.turns.length > 0 || layout.ties.some((tie) => tie.kind === 'arrow')) {
    const sample = { kind: 'line', stroke, width: options.lineWidth, head: 'end' } as const;
    lines.push({ kind: 'flow', sample });
  }
  return kindsLegend(tellsKinds ? kinds : [], lines);
}

/** A kernel whose corners are tied to a point. */
function kernelPicture(fill: Colour, stroke: Colour): PictureSample {
  const side = 9;
  const thin: Paint = { stroke, strokeWidth: 1, cap: 'round' };
  return {
    kind: 'picture',
    width,
    height,
    draw(x, y) {
      const box = { x: x + 1, y: y + (height - side) / 2, width: side, height: side };
      const point = { x: x + width - 1, y: y + height / 2 };
      return pyramid(box, point, { fill, stroke, strokeWidth: 0.75 }, thin);
    },
  };
}

/** An arrow over what is between. */
function bracket(stroke: Colour): PictureSample {
  return {
    kind: 'picture',
    width,
    height,
    draw(x, y) {
      const bottom = y + height;
      const points = [
        { x: x + 3, y: bottom },
        { x: x + 3, y: y + 1 },
        { x: x + width - 3, y: y + 1 },
        { x: x + width - 3, y: bottom },
      ];
      const tip = arrowhead(points, 6, 6);
      const commands = roundedLine({ points: tip.shaft, radius: 4 });
      const edge: Paint = { stroke, strokeWidth: 1, cap: 'round', join: 'round' };
      return [path(commands, edge), polygon(tip.triangle, { fill: stroke })];
    },
  };
}
