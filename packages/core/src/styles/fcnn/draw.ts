/** Draws a placed node-link figure. */
import type { GroupNode, SceneNode } from '../../scene/scene.js';
import { runsOf, scriptedLine } from '../../scene/scripts.js';
import { stackLines } from '../../scene/text.js';
import type { Palette } from '../style.js';
import { type Connection, drawEdges } from './edges.js';
import { type Column, isHorizontal } from './layout.js';
import { type ColumnLook, lineHeight } from './looks.js';
import { drawNodes, type LayerDrawing } from './nodes.js';
import type { Options } from './options.js';
import type { Scale } from './scale.js';

/** From the top of a label to its first baseline, in font sizes. */
const firstBaseline = 0.92;

/**
 * Draws the edges, then each layer over them.
 *
 * @param layers The layers.
 * @param gaps The edges of each gap.
 * @param scale How edges are painted.
 * @param options The options.
 * @param palette The colours.
 * @returns Nodes in paint order.
 */
export function draw(
  layers: readonly LayerDrawing[],
  gaps: readonly (readonly Connection[])[],
  scale: Scale,
  options: Options,
  palette: Palette,
): SceneNode[] {
  return [
    ...drawEdges(gaps, scale, options),
    ...layers.map((layer): GroupNode => {
      const { column, look } = layer;
      const labels = drawLabel(column, look, options, palette);
      return {
        kind: 'group',
        role: 'layer',
        layer: look.id,
        title: look.title,
        children: [
          ...drawNodes(layer, options, palette),
          ...(labels.length > 0
            ? [{ kind: 'group', role: 'labels', children: labels } as const]
            : []),
        ],
      };
    }),
  ];
}

function drawLabel(
  { label }: Column,
  { lines, strong, lead }: ColumnLook,
  { direction, fontSize }: Options,
  palette: Palette,
): SceneNode[] {
  const { shifts } = stackLines(lines, fontSize, lineHeight * fontSize);
  const first = label.y + lead + fontSize * firstBaseline;
  return lines.map((text, index) =>
    scriptedLine(runsOf(text), label.x, first + (shifts[index] ?? 0), {
      size: fontSize,
      ...(isHorizontal(direction) && { anchor: 'middle' }),
      fill: index < strong ? palette.ink : palette.muted,
    }),
  );
}
