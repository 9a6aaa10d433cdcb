/** What the legend of a node-link figure lists. */
import type { LegendEntry } from '../../scene/legend.js';
import type { PictureSample } from '../../scene/legend-samples.js';
import { type KindUse, kindsLegend, type LineUse, ownName } from '../kinds.js';
import { categoryOf } from '../labels.js';
import type { DrawContext } from '../style.js';
import type { NetworkColumn } from './columns.js';
import { biasPaint, drawCross, type LayerDrawing } from './nodes.js';
import type { Options } from './options.js';
import type { Scale } from './scale.js';
import { weightBar } from './weight-bar.js';

/** What edges tell of weights. */
export interface ToldWeights {
  readonly scale: Scale;
  /** Weight of the last step. */
  readonly range: number;
}

/**
 * Lists what is in a figure: what the fills of circles say, unless the options
 * choose them; bias units and dropped units; and the scale of weights. That
 * each line is a connection needs no entry.
 *
 * @param columns The layers.
 * @param layers How they are drawn.
 * @param weights What edges tell of weights, if they do.
 * @param options The options.
 * @param context Palette, overrides, and whether there is a legend.
 * @returns The entries; only the scale when it alone is asked for.
 */
export function legendOf(
  columns: readonly NetworkColumn[],
  layers: readonly LayerDrawing[],
  weights: ToldWeights | undefined,
  options: Options,
  context: DrawContext,
): LegendEntry[] {
  const asked = context.legend !== false;
  const tellsKinds = asked && context.paletteName !== 'classic' && options.nodeFill === undefined;
  const lines = asked ? marksOf(layers, options, context) : [];
  if (weights && (options.weightLegend ?? asked)) {
    lines.push({
      kind: 'weight',
      sample: weightBar(weights.scale, weights.range, context.palette),
    });
  }
  const kind = ({ stage }: NetworkColumn, index: number): KindUse => {
    const { look } = layers[index] as LayerDrawing;
    const own = ownName(stage.layer, context.override(stage.id));
    const sample = { kind: 'ball', fill: look.fill(0), outline: look.outline(0) } as const;
    return { category: categoryOf(stage.layer), sample, ...(own && { own }) };
  };
  return kindsLegend(tellsKinds ? columns.map(kind) : [], lines);
}

/** Circles that are no plain units. */
function marksOf(
  layers: readonly LayerDrawing[],
  options: Options,
  { palette }: DrawContext,
): LineUse[] {
  const marks: LineUse[] = [];
  if (layers.some(({ column }) => column.bias)) {
    const { fill, stroke, dash } = biasPaint(options, palette);
    const symbol = options.biasLabel.length <= mostSymbols ? options.biasLabel : '';
    marks.push({ kind: 'bias', sample: { kind: 'ball', fill, outline: stroke, dash, symbol } });
  }
  const dropping = layers.find(({ dropped }) => dropped.size > 0);
  if (dropping) {
    const [unit = 0] = dropping.dropped;
    const stroke = dropping.look.outline(unit);
    const diameter = 14;
    const sample: PictureSample = {
      kind: 'picture',
      width: diameter,
      height: diameter,
      draw(x, y) {
        const centre = { x: x + diameter / 2, y: y + diameter / 2 };
        const paint = { fill: palette.surface, stroke, strokeWidth: 1 };
        return [
          { kind: 'circle', ...centre, radius: diameter / 2, paint },
          drawCross(centre, stroke, { nodeDiameter: diameter, nodeOutlineWidth: 1 }),
        ];
      },
    };
    marks.push({ kind: 'dropped', sample });
  }
  return marks;
}

/** A longer text does not fit into a sample. */
const mostSymbols = 2;
