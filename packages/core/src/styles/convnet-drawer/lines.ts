/** Boxes, kernels and ties as lines; nothing but heads of arrows is filled. */
import type { Colour, GroupNode, Paint, PathCommand, SceneNode } from '../../scene/scene.js';
import { path, polygon, polyline, type XY } from '../../scene/shapes.js';
import { arrowhead, roundedLine } from '../lines.js';
import type { PlacedTie } from './layout.js';
import type { Options } from './options.js';
import { type Edge, innerEdges, outlineOf, type Shape } from './shapes.js';

/** Dashes of hidden edges and of lines between vectors. */
const dotted = [1, 1] as const;
const dashed = [2, 2] as const;

/** Radius of the corners of skips and of the way to the next row, in px. */
const corner = 6;

/** How lines are drawn. */
export type LineStyle = Pick<Options, 'lineWidth' | 'hiddenEdges'>;

const commandsOf = (points: readonly XY[], closed: boolean): PathCommand[] => [
  ...points.map(({ x, y }, index): PathCommand => [index === 0 ? 'M' : 'L', x, y]),
  ...(closed ? [['Z'] as const] : []),
];

const edges = (lines: readonly Edge[]) => lines.flatMap((line) => commandsOf(line, false));

/**
 * Draws the edges of a box or of a bar.
 *
 * @param shape The shape.
 * @param stroke Their colour.
 * @param style Width, and whether hidden ones are drawn.
 * @returns The hidden edges, then the others.
 */
export function drawShape(shape: Shape, stroke: Colour, style: LineStyle): SceneNode[] {
  const { visible, hidden } = innerEdges(shape);
  const paint: Paint = { stroke, strokeWidth: style.lineWidth, join: 'round' };
  return [
    ...(hidden.length > 0 && style.hiddenEdges === 'dotted'
      ? [path(edges(hidden), { ...paint, dash: dotted })]
      : []),
    path([...commandsOf(outlineOf(shape), true), ...edges(visible)], paint),
  ];
}

/**
 * Draws what leads from a map to the next.
 *
 * @param tie The layer.
 * @param stroke Its colour.
 * @param style Width of lines.
 * @returns A group, nothing for a layer that only has a text.
 */
export function drawTie({ link, turn }: PlacedTie, stroke: Colour, style: LineStyle): GroupNode[] {
  const paint: Paint = {
    stroke,
    strokeWidth: style.lineWidth,
    ...(link.kind === 'dense' && { dash: dashed }),
  };
  const arrow = link.kind === 'arrow';
  const children: SceneNode[] = [
    ...(link.kernel
      ? [
          {
            kind: 'group' as const,
            role: 'kernel',
            children: drawShape(link.kernel, stroke, style),
          },
        ]
      : []),
    ...link.lines.flatMap((line) =>
      arrow && !turn ? drawArrow(line, paint) : [polyline(line, paint)],
    ),
    ...(turn
      ? arrow
        ? drawArrow(turn, paint)
        : [path(roundedLine({ points: turn, radius: corner }), paint)]
      : []),
  ];
  return children.length > 0 ? [{ kind: 'group', role: 'edges', children }] : [];
}

/**
 * Draws a line with a head.
 *
 * @param points Its points; the tip is the last.
 * @param paint Colour and width.
 * @returns The line and its head.
 */
export function drawArrow(points: readonly XY[], paint: Paint): SceneNode[] {
  const width = paint.strokeWidth ?? 1;
  const { shaft, triangle } = arrowhead(points, 4 + 3 * width, 3.5 + 2.5 * width);
  return [
    path(roundedLine({ points: shaft, radius: corner }), paint),
    polygon(triangle, paint.stroke ? { fill: paint.stroke } : {}),
  ];
}
