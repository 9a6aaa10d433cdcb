/** What the labels of a figure say, and how they are drawn. */
import type { SceneNode } from '../../scene/scene.js';
import { lineExtent, stackLines, textLine, wrapText } from '../../scene/text.js';
import type { Column } from '../chain.js';
import { figuresById, type LabelValues, labeller, labelValues } from '../labels.js';
import type { DrawContext, DrawOverride, Palette } from '../style.js';
import type { TensorTexts } from './labels.js';
import type { Options } from './options.js';
import { lineHeight, type Placed, textSize } from './placement.js';

/** What each slot says unless the description does. */
const templates = {
  name: '{repeat}',
  block: '{op} {repeat}',
  height: '{height}',
  width: '{width}',
  depth: '{channels}{units}',
  vector: '{units}',
  kernel: '{kernel}',
} as const;

/** The slots, each with what it labels. */
export const slots = {
  name: 'Text under a layer.',
  block: 'Text under a folded block.',
  height: 'Beside the height of a box.',
  width: 'Beside the width of a box.',
  depth: 'Beside the depth of a box.',
  vector: 'Length of a vector, under its bar.',
  kernel: 'Beside a kernel; of the layer that it computes.',
} as const;

/** Names of layers are wrapped to this many font sizes. */
const widestName = 8;

/**
 * Fills the templates of each tensor.
 *
 * @param columns The tensors.
 * @param overrides What `draw:` says of each.
 * @param options The options.
 * @param context Templates and figures.
 * @returns The texts.
 */
export function textsOf(
  columns: readonly Column[],
  overrides: readonly DrawOverride[],
  { fontSize }: Options,
  context: DrawContext,
): TensorTexts[] {
  const figures = figuresById(context.analysis);
  const labels = labeller(templates, context, overrides);
  return columns.map(({ labelled }, index): TensorTexts => {
    const override = overrides[index];
    const { reading, shape, block } = labelled;
    const values: LabelValues = {
      ...labelValues(labelled, figures),
      ...(reading === 'sequence' && { height: String(shape.at(-2) ?? 1) }),
      ...(reading === 'map' && shape.length > 4 && { channels: shape.slice(1, -2).join('×') }),
    };
    const name = labels.override(override?.label, block ? 'block' : 'name', values);
    const caption = override?.caption && labels.override(override.caption, 'name', values);
    const lines = [name, caption ?? '']
      .filter((text) => text !== '')
      .flatMap((text) => wrapText(text, fontSize * widestName, fontSize));
    const next = columns[index + 1];
    return {
      ...(reading === 'vector'
        ? { x: '', y: labels.fill('vector', values), z: '' }
        : {
            x: labels.fill('width', values),
            y: labels.fill('height', values),
            z: labels.fill('depth', values),
          }),
      name: lines,
      ...(next?.kernel && {
        kernel: {
          y: String(next.kernel[0]),
          x: String(next.kernel[1]),
          size: labels.fill('kernel', labelValues(next.labelled, figures)),
        },
      }),
    };
  });
}

/**
 * Draws a text.
 *
 * @param placed The text in its place.
 * @param palette The colours.
 * @returns A node for each line.
 */
export function drawText({ wanted, x, y }: Placed, palette: Palette): SceneNode[] {
  const { lines, fontSize, role } = wanted;
  const top = y - textSize(lines, fontSize).y / 2;
  const { shifts } = stackLines(lines, fontSize, lineHeight * fontSize);
  return lines.map((text, index) =>
    textLine(text, x, top + fontSize * lineExtent.ascent + (shifts[index] ?? 0), {
      size: fontSize,
      anchor: 'middle',
      fill: role === 'kernel' ? palette.muted : palette.ink,
    }),
  );
}
