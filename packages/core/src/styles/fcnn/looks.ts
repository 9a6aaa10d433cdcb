/** What each column of a node-link figure says, and in which colours. */
import type { Layer } from '../../network/network.js';
import type { Colour } from '../../scene/scene.js';
import { measureText } from '../../scene/text.js';
import {
  categoryOf,
  figuresById,
  labelledStage,
  labeller,
  labelValues,
  tooltip,
} from '../labels.js';
import type { DrawContext } from '../style.js';
import type { NetworkColumn } from './columns.js';
import { labelLines, raiseExponents, type templates as slotTemplates } from './labels.js';
import { labelRoom } from './layout.js';
import type { Options } from './options.js';

/** What a column says and looks like. */
export interface ColumnLook {
  readonly id: string;
  /** Its tooltip. */
  readonly title: string;
  readonly fill: Colour;
  readonly outline: Colour;
  /** Lines of its label; the first `strong` of them are set in ink, the others muted. */
  readonly lines: readonly string[];
  readonly strong: number;
  readonly labelSize: { readonly width: number; readonly height: number };
}

/** Distance from baseline to baseline, in font sizes. */
export const lineHeight = 1.3;

/**
 * Works out what the columns say and look like.
 *
 * @param columns The columns.
 * @param options The options.
 * @param context What the style is drawn with.
 * @param templates The style's own templates.
 * @returns One look each.
 */
export function looksOf(
  columns: readonly NetworkColumn[],
  options: Options,
  context: DrawContext,
  templates: typeof slotTemplates,
): ColumnLook[] {
  const overrides = columns.map(({ stage }) => context.override(stage.id));
  const labels = labeller(templates, context, overrides);
  const figures = figuresById(context.analysis);
  const { showLabels, fontSize } = options;
  const room = labelRoom(options, fontSize);

  return columns.map(({ stage, attached, shape }, index): ColumnLook => {
    const override = overrides[index] ?? {};
    const labelled = {
      ...labelledStage(stage, 'vector'),
      attached,
      layers: [stage.layer, ...attached],
      shape,
    };
    const values = labelValues(labelled, figures);
    const slot = slotAt(index, columns.length);
    const lines = (text: string) => labelLines(raiseExponents(text), room, fontSize);
    const first = showLabels ? lines(labels.override(override.label, slot, values)) : [];
    const second = showLabels ? lines(labels.override(override.caption, 'detail', values)) : [];
    const all = [...first, ...second];
    return {
      id: stage.id,
      title: tooltip(labelled, figures),
      ...colours(stage.layer, override.color, options, context),
      lines: all,
      strong: first.length,
      labelSize: {
        width: Math.max(0, ...all.map((line) => measureText(line, fontSize))),
        height: all.length * lineHeight * fontSize,
      },
    };
  });
}

function slotAt(index: number, count: number): 'input' | 'hidden' | 'output' {
  if (index === 0) return 'input';
  return index === count - 1 ? 'output' : 'hidden';
}

/** NN-SVG's circles are white; those of the other palette say what a layer does. */
function colours(
  layer: Layer,
  override: string | undefined,
  { nodeFill, nodeOutline }: Options,
  { palette, paletteName }: DrawContext,
): Pick<ColumnLook, 'fill' | 'outline'> {
  const category = categoryOf(layer);
  const own = paletteName === 'classic' ? palette.surface : palette.category[category];
  const fill = override ?? nodeFill;
  return {
    fill: fill ? { light: fill, dark: fill } : own,
    outline: nodeOutline ? { light: nodeOutline, dark: nodeOutline } : palette.outline[category],
  };
}
