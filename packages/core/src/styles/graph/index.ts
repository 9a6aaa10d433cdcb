/** The style `graph`: any network as boxes and arrows. */
import type { Colour } from '../../scene/scene.js';
import { measureText, wrapText } from '../../scene/text.js';
import { withLegend } from '../kinds.js';
import {
  figuresById,
  labelledStage,
  labeller,
  labelValues,
  operationTitle,
  readShape,
  tooltip,
} from '../labels.js';
import { type DrawContext, type DrawOverride, defineStyle } from '../style.js';
import { draw, heightOf, type NodeLook, type NodeText, titleSize } from './draw.js';
import { layout, type Room } from './layout.js';
import { legendOf } from './legend.js';
import { leading, modelOf, type Node, nodeCategory } from './model.js';
import { type GraphOptions, options } from './options.js';

const slots = { title: '{label}', shape: '{shape}' } as const;

/** More boxes than this take minutes to lay out, and nobody reads them. */
const most = 1500;
const circleSize = 22;
/** From the texts of a box to its sides, and to its top and bottom. */
const padding = { x: 11, y: 5 } as const;
const leastWidth = 64;
/** Size of the second line and of what is attached, in sizes of the first. */
const small = { shape: 0.88, attached: 0.82 } as const;
/** Width at which lists of attached layers break, in font sizes. */
const attachedWidth = 12;

/** Boxes and arrows, for any network. */
export const graph = defineStyle({
  name: 'graph',
  title: 'Graph',
  summary:
    'Boxes and arrows, for any network: branches, skips, several inputs; repeated blocks are drawn once.',
  options,
  labels: {
    title: 'First line of a box.',
    shape: 'Second line of a box.',
  },
  refuses(network) {
    const count = modelOf(network, { collapse: true, frames: true }).nodes.length;
    return count > most
      ? `it draws at most ${most} boxes, but with its repeated blocks collapsed the network still has ${count}`
      : undefined;
  },
  draw(network, resolved, context) {
    const model = modelOf(network, resolved);
    if (model.nodes.length > most) {
      context.report({
        rule: 'style-cannot-show',
        message: `style \`graph\` draws at most ${most} boxes, but there are ${model.nodes.length}`,
        hint: 'Leave `collapse` on, so that repeated blocks are drawn once.',
      });
      return { children: [] };
    }
    const figures = figuresById(context.analysis);
    const overrides = new Map(
      model.nodes.map((node) => [node.id, context.override(leading(node).id)]),
    );
    const labels = labeller(slots, context, [...overrides.values()]);
    const texts = new Map(
      model.nodes.map((node) => {
        const { stage } = node;
        const reading = readShape(stage.shape, stage.shape.length > 3);
        const values = labelValues(labelledStage(stage, reading), figures);
        const fill = (text: string | undefined, slot: 'title' | 'shape') =>
          labels.override(text, slot, values);
        return [node.id, textsOf(node, overrides.get(node.id) ?? {}, fill, resolved)];
      }),
    );
    const titles = new Map(
      model.frames.map(({ id, name, count }) => [
        id,
        count > 1 ? `${name} ×${count}`.trim() : name,
      ]),
    );
    const titleWidth = (id: string) =>
      measureText(titles.get(id) ?? '', resolved.fontSize * titleSize, 'bold');
    const placed = layout(
      model,
      (node) => roomOf(node, texts.get(node.id) ?? []),
      titleWidth,
      resolved,
    );
    const looks = placed.nodes.map(
      ({ node }): NodeLook => ({
        texts: texts.get(node.id) ?? [],
        layer: leading(node).id,
        tooltip:
          node.kind === 'after'
            ? node.attached.map(operationTitle).join(', ')
            : tooltip(labelledStage(node.stage, 'vector'), figures),
        ...colours(node, context, overrides.get(node.id) ?? {}),
      }),
    );
    const drawing = draw(placed, looks, titles, resolved.fontSize, context);
    const shown = placed.nodes.map(({ node }) => node);
    const entries = legendOf(shown, looks, model.frames, context);
    return { children: withLegend(drawing, entries, context) };
  },
});

function textsOf(
  node: Node,
  override: DrawOverride,
  fill: (text: string | undefined, slot: 'title' | 'shape') => string,
  { fontSize, shapes, attached }: GraphOptions,
): readonly NodeText[] {
  const names = node.attached.map(operationTitle).join(' · ');
  if (node.kind === 'circle') return [];
  if (node.kind === 'after') {
    return [
      {
        text: override.label ?? names,
        size: fontSize * small.shape,
        weight: 'normal',
        quiet: false,
      },
    ];
  }
  const title = fill(override.label, 'title');
  const shape = override.caption === undefined && !shapes ? '' : fill(override.caption, 'shape');
  const lines: NodeText[] = [{ text: title, size: fontSize, weight: 'bold', quiet: false }];
  if (shape)
    lines.push({ text: shape, size: fontSize * small.shape, weight: 'normal', quiet: false });
  if (attached && names) {
    const size = fontSize * small.attached;
    for (const text of wrapText(names, fontSize * attachedWidth, size)) {
      lines.push({ text, size, weight: 'normal', quiet: true });
    }
  }
  return lines;
}

function roomOf(node: Node, texts: readonly NodeText[]): Room {
  if (node.kind === 'circle') return { width: circleSize, height: circleSize };
  const widths = texts.map(({ text, size, weight }) => measureText(text, size, weight));
  const height = texts.reduce((sum, text) => sum + heightOf(text), 0);
  return {
    width: Math.max(leastWidth, Math.max(0, ...widths) + 2 * padding.x),
    height: height + 2 * padding.y,
  };
}

function colours(
  node: Node,
  { palette }: DrawContext,
  { color }: DrawOverride,
): { readonly fill: Colour; readonly outline: Colour } {
  const category = nodeCategory(node);
  const fill = color === undefined ? palette.category[category] : { light: color, dark: color };
  return { fill, outline: palette.outline[category] };
}
