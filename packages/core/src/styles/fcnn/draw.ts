/** Draws a placed node-link figure. */
import type { GroupNode, Paint, SceneNode } from '../../scene/scene.js';
import { textLine } from '../../scene/text.js';
import type { Palette } from '../style.js';
import { drawEdges } from './edges.js';
import { type Column, connections, isHorizontal, type Unit } from './layout.js';
import { type ColumnLook, lineHeight } from './looks.js';
import type { Options } from './options.js';

/** From the top of a label to its first baseline, in font sizes. */
const firstBaseline = 0.92;

/**
 * Draws the edges, then each layer over them.
 *
 * @param columns Where everything stands.
 * @param looks What each column says and looks like.
 * @param options The options.
 * @param palette The colours.
 * @returns Nodes in paint order.
 */
export function draw(
  columns: readonly Column[],
  looks: readonly ColumnLook[],
  options: Options,
  palette: Palette,
): SceneNode[] {
  const gaps = columns
    .slice(1)
    .map((to, index) => connections(columns[index] as Column, to))
    .filter((pairs) => pairs.length > 0);
  return [
    ...drawEdges(gaps, options, palette),
    ...columns.map((column, index) =>
      drawLayer(column, looks[index] as ColumnLook, options, palette),
    ),
  ];
}

function drawLayer(
  column: Column,
  look: ColumnLook,
  options: Options,
  palette: Palette,
): GroupNode {
  const { nodeDiameter, nodeOutlineWidth } = options;
  const radius = nodeDiameter / 2;
  const outlined: Paint =
    nodeOutlineWidth > 0 ? { stroke: look.outline, strokeWidth: nodeOutlineWidth } : {};
  const circle = ({ x, y }: Unit, size: number, paint: Paint): SceneNode => ({
    kind: 'circle',
    x,
    y,
    radius: size,
    paint,
  });
  const nodes = column.units.map((unit) => circle(unit, radius, { fill: look.fill, ...outlined }));
  const dotSize = Math.max(1.25, nodeDiameter * 0.1);
  const dots = column.dots.map(({ x, y }) => circle({ x, y }, dotSize, { fill: palette.muted }));
  return {
    kind: 'group',
    role: 'layer',
    layer: look.id,
    title: look.title,
    children: [
      ...group('nodes', nodes),
      ...group('bias', column.bias ? drawBias(column.bias, options, palette) : []),
      ...group('dots', dots),
      ...group('labels', drawLabel(column, look, options, palette)),
    ],
  };
}

function group(role: string, children: readonly SceneNode[]): GroupNode[] {
  return children.length > 0 ? [{ kind: 'group', role, children }] : [];
}

/** A bias unit always gives 1: a dashed circle with that in it, where it has room. */
function drawBias({ x, y }: Unit, options: Options, palette: Palette): SceneNode[] {
  const { nodeDiameter, nodeOutlineWidth } = options;
  const paint: Paint = {
    fill: palette.surface,
    stroke: palette.muted,
    strokeWidth: Math.max(nodeOutlineWidth, 0.75),
    dash: [2.5, 2],
  };
  const size = nodeDiameter * 0.5;
  const one = textLine('1', x, y + size * 0.36, { size, anchor: 'middle', fill: palette.ink });
  const circle: SceneNode = { kind: 'circle', x, y, radius: nodeDiameter / 2, paint };
  return size >= 6 ? [circle, one] : [circle];
}

function drawLabel(
  { label }: Column,
  { lines, strong }: ColumnLook,
  { direction, fontSize }: Options,
  palette: Palette,
): SceneNode[] {
  return lines.map((text, index) =>
    textLine(text, label.x, label.y + fontSize * (firstBaseline + lineHeight * index), {
      size: fontSize,
      ...(isHorizontal(direction) && { anchor: 'middle' }),
      fill: index < strong ? palette.ink : palette.muted,
    }),
  );
}
