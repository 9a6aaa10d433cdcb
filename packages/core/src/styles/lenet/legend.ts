/** What the legend of a LeNet figure lists. */
import type { LegendEntry } from '../../scene/legend.js';
import type { PictureSample, Sample } from '../../scene/legend-samples.js';
import type { Colour, Paint } from '../../scene/scene.js';
import { line, path, polygon, rectangle } from '../../scene/shapes.js';
import { type KindUse, kindsLegend, type LineUse, ownName } from '../kinds.js';
import { arrowhead, roundedLine } from '../lines.js';
import type { DrawContext } from '../style.js';
import type { ColumnLook } from './draw.js';
import type { LenetLayout } from './layout.js';
import { lineColour } from './looks.js';
import type { LenetOptions } from './options.js';

/**
 * Lists what is in a figure. Greys by turns, and colours that the options give
 * to all maps, do not say what a layer does; then only lines are listed.
 *
 * @param placed The layout.
 * @param looks What each column is painted with.
 * @param options The options.
 * @param context Palette and overrides.
 * @returns The entries.
 */
export function legendOf(
  placed: LenetLayout,
  looks: readonly ColumnLook[],
  options: LenetOptions,
  context: DrawContext,
): LegendEntry[] {
  const tellsKinds = context.paletteName !== 'classic' && options.mapColors === undefined;
  const { opacity: fillOpacity } = options;
  const kind = ({ column, shades, bar, outline }: ColumnLook, index: number): KindUse => {
    const fill = placed.columns[index]?.form.kind === 'bar' ? bar : shades[0];
    const sample: Sample = { kind: 'box', fill, fillOpacity, outline };
    const own = ownName(column.labelled.layer, context.override(column.id));
    return { category: column.category, sample, ...(own && { own }) };
  };
  return kindsLegend(tellsKinds ? looks.map(kind) : [], linesOf(placed, looks, options, context));
}

function linesOf(
  { links, skips, turns }: LenetLayout,
  looks: readonly ColumnLook[],
  options: LenetOptions,
  context: DrawContext,
): LineUse[] {
  const stroke = lineColour(options, context);
  const width = options.lineWidth ?? 1;
  const kernel = links.find((link) => link.kind === 'kernel');
  const flows = links.some((link) => link.kind === 'arrow') || turns.length > 0;
  // A pooling to one position ends in a bar too, but connects nothing in full.
  const full = links.some(
    (link) => link.kind === 'fan' && looks[link.column]?.column.category === 'dense',
  );
  const outline = looks[(kernel?.column ?? 1) - 1]?.outline ?? stroke;
  return [
    ...(flows
      ? [{ kind: 'flow', sample: { kind: 'line', stroke, width, head: 'end' } } as const]
      : []),
    ...(skips.length > 0 ? [{ kind: 'skip', sample: bracket(stroke, width) } as const] : []),
    ...(kernel ? [{ kind: 'kernel', sample: kernelPicture(outline, stroke) } as const] : []),
    ...(full ? [{ kind: 'full', sample: fanPicture(stroke) } as const] : []),
  ];
}

const pictureWidth = 28;
const pictureHeight = 12;

/** An arrow over what is between. */
function bracket(stroke: Colour, strokeWidth: number): PictureSample {
  const edge: Paint = { stroke, strokeWidth, cap: 'round', join: 'round' };
  return {
    kind: 'picture',
    width: pictureWidth,
    height: pictureHeight,
    draw(x, y) {
      const bottom = y + pictureHeight;
      const points = [
        { x: x + 3, y: bottom },
        { x: x + 3, y: y + 1 },
        { x: x + pictureWidth - 3, y: y + 1 },
        { x: x + pictureWidth - 3, y: bottom },
      ];
      const tip = arrowhead(points, 6, 6);
      const commands = roundedLine({ points: tip.shaft, radius: 4 });
      return [path(commands, edge), polygon(tip.triangle, { fill: stroke })];
    },
  };
}

/** A small square whose right corners are tied to a point. */
function kernelPicture(outline: Colour, stroke: Colour): PictureSample {
  const side = 10;
  const thin: Paint = { stroke, strokeWidth: 0.75, cap: 'round' };
  return {
    kind: 'picture',
    width: pictureWidth,
    height: pictureHeight,
    draw(x, y) {
      const top = y + (pictureHeight - side) / 2;
      const point = { x: x + pictureWidth, y: y + pictureHeight / 2 };
      return [
        rectangle(x, top, side, side, { stroke: outline, strokeWidth: 1 }),
        line({ x: x + side, y: top }, point, thin),
        line({ x: x + side, y: top + side }, point, thin),
      ];
    },
  };
}

/** Two lines that draw apart, as they do between bars. */
function fanPicture(stroke: Colour): PictureSample {
  const thin: Paint = { stroke, strokeWidth: 0.75, cap: 'round' };
  return {
    kind: 'picture',
    width: pictureWidth,
    height: pictureHeight,
    draw(x, y) {
      const right = x + pictureWidth;
      return [
        line({ x, y: y + 4 }, { x: right, y: y + 0.5 }, thin),
        line({ x, y: y + pictureHeight - 4 }, { x: right, y: y + pictureHeight - 0.5 }, thin),
      ];
    },
  };
}
