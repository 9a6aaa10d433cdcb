/** What each column of a node-link figure says, and in which colours. */
import type { Layer } from '../../network/network.js';
import type { Colour } from '../../scene/scene.js';
import { measureLine, runsOf } from '../../scene/scripts.js';
import { overshootOf, stackLines } from '../../scene/text.js';
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
import { dropoutRate } from './dropout.js';
import { labelLines, raiseExponents, type templates as slotTemplates } from './labels.js';
import { isHorizontal, labelRoom } from './layout.js';
import type { Options } from './options.js';
import { ofUnit } from './per-layer.js';

/** What a column says and looks like. */
export interface ColumnLook {
  readonly id: string;
  /** Its tooltip. */
  readonly title: string;
  /** @returns Fill of a unit; its number counts from 0. */
  fill(unit: number): Colour;
  /** @returns Outline of a unit. */
  outline(unit: number): Colour;
  /** Lines of its label; the first `strong` of them are set in ink, the others muted. */
  readonly lines: readonly string[];
  readonly strong: number;
  readonly labelSize: { readonly width: number; readonly height: number };
  /** Room over its first line. */
  readonly lead: number;
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

  const looks = columns.map((column, index): ColumnLook => {
    const { stage, attached, shape } = column;
    const override = overrides[index] ?? {};
    const labelled = {
      ...labelledStage(stage, 'vector'),
      attached,
      layers: [stage.layer, ...attached],
      shape,
    };
    const values = labelValues(labelled, figures);
    const slot = slotAt(index, columns.length);
    const room = labelRoom(index, columns.length, options, fontSize);
    const lines = (text: string) => labelLines(raiseExponents(text), room, fontSize);
    const first = showLabels ? lines(labels.override(override.label, slot, values)) : [];
    const second = showLabels ? lines(labels.override(override.caption, 'detail', values)) : [];
    const rate = showLabels && options.showDropout ? dropoutRate(column) : 0;
    const all = [...first, ...second, ...(rate > 0 ? lines(`Dropout ${rate}`) : [])];
    return {
      id: stage.id,
      title: tooltip(labelled, figures),
      ...colours(stage.layer, index, override.color, options, context),
      lines: all,
      strong: first.length,
      labelSize: {
        width: Math.max(0, ...all.map((text) => widthOf(text, fontSize))),
        height: stackLines(all, fontSize, lineHeight * fontSize).height,
      },
      lead: 0,
    };
  });
  return isHorizontal(options.direction) ? aligned(looks, fontSize) : looks;
}

/** Labels side by side begin on one baseline, however tall the formula of one is. */
function aligned(looks: readonly ColumnLook[], fontSize: number): ColumnLook[] {
  const above = looks.map(({ lines: [first = ''] }) => overshootOf(first, fontSize).above);
  const most = Math.max(0, ...above);
  return looks.map((look, index) => {
    const lead = most - (above[index] ?? 0);
    const { width, height } = look.labelSize;
    return lead === 0 ? look : { ...look, lead, labelSize: { width, height: height + lead } };
  });
}

function slotAt(index: number, count: number): 'input' | 'hidden' | 'output' {
  if (index === 0) return 'input';
  return index === count - 1 ? 'output' : 'hidden';
}

function widthOf(text: string, size: number): number {
  return measureLine({ text, runs: runsOf(text), size }).width;
}

/** NN-SVG's circles are white; those of the other palette say what a layer does. */
function colours(
  layer: Layer,
  index: number,
  override: string | undefined,
  { nodeFill, nodeOutline }: Options,
  { palette, paletteName }: DrawContext,
): Pick<ColumnLook, 'fill' | 'outline'> {
  const category = categoryOf(layer);
  const own = paletteName === 'classic' ? palette.surface : palette.category[category];
  const plain = (hex: string | undefined, otherwise: Colour): Colour =>
    hex === undefined ? otherwise : { light: hex, dark: hex };
  return {
    fill: (unit) => plain(override ?? ofUnit(nodeFill, index, unit), own),
    outline: (unit) => plain(ofUnit(nodeOutline, index, unit), palette.outline[category]),
  };
}
