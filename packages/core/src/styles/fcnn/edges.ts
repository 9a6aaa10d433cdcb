/** Edges and their arrowheads: one path a gap, so that crossings do not darken and files stay small. */
import type { Colour, GroupNode, Paint, PathCommand, PathNode } from '../../scene/scene.js';
import { path, type XY } from '../../scene/shapes.js';
import type { Palette } from '../style.js';
import { isHorizontal, type Unit } from './layout.js';
import type { Options } from './options.js';

/** One edge on the page. */
interface Edge {
  readonly from: XY;
  readonly to: XY;
  /** The way it comes in, of length 1. */
  readonly way: XY;
}

/**
 * Draws the edges of all gaps.
 *
 * @param gaps The connections of each pair of neighbouring layers.
 * @param options The options.
 * @param palette The colours.
 * @returns A group `edges` and, for arrowheads, a group `arrowheads`; nothing for no edges.
 */
export function drawEdges(
  gaps: readonly (readonly (readonly [Unit, Unit])[])[],
  options: Options,
  palette: Palette,
): GroupNode[] {
  const { arrowheads, edgeWidth, edgeOpacity, edgeColor } = options;
  if (edgeWidth === 0 || edgeOpacity === 0 || gaps.length === 0) return [];
  const colour: Colour = edgeColor ? { light: edgeColor, dark: edgeColor } : palette.edge;
  const stroke: Paint = { stroke: colour, strokeWidth: edgeWidth, strokeOpacity: edgeOpacity };
  const edges = gaps.map((pairs) => pairs.map(([from, to]) => edgeOf(from, to, options)));
  const lines = edges.map((each) =>
    path(
      each.flatMap((edge) => lineOf(edge, options)),
      stroke,
    ),
  );
  if (arrowheads === 'none') return [group('edges', lines)];
  const paint: Paint =
    arrowheads === 'solid'
      ? { fill: colour, fillOpacity: edgeOpacity }
      : { ...stroke, strokeWidth: Math.max(edgeWidth, 0.75), join: 'miter' };
  const heads = edges.map((each) =>
    path(
      each.flatMap((edge) => headOf(edge, options)),
      paint,
    ),
  );
  return [group('edges', lines), group('arrowheads', heads)];
}

function group(role: string, children: readonly PathNode[]): GroupNode {
  return { kind: 'group', role, children };
}

/** From centre to centre, under the circles; with an arrowhead, to the outline. */
function edgeOf(from: Unit, to: Unit, options: Options): Edge {
  const { direction, edgeCurve, arrowheads, nodeDiameter, nodeOutlineWidth } = options;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const axis = isHorizontal(direction) ? { x: Math.sign(dx), y: 0 } : { x: 0, y: Math.sign(dy) };
  const way = edgeCurve === 'bezier' ? axis : { x: dx / length, y: dy / length };
  if (arrowheads === 'none') return { from, to, way };
  const reach = (nodeDiameter + nodeOutlineWidth) / 2;
  return { from, to: { x: to.x - reach * way.x, y: to.y - reach * way.y }, way };
}

function headLength({ edgeWidth }: Options): number {
  return 5 + 2 * edgeWidth;
}

function lineOf({ from, to, way }: Edge, options: Options): PathCommand[] {
  // A line that went to the very tip would show beside it.
  const back = options.arrowheads === 'solid' ? headLength(options) * 0.8 : 0;
  const end = { x: to.x - back * way.x, y: to.y - back * way.y };
  if (options.edgeCurve === 'straight')
    return [
      ['M', from.x, from.y],
      ['L', end.x, end.y],
    ];
  const middle = { x: (from.x + end.x) / 2, y: (from.y + end.y) / 2 };
  return [
    ['M', from.x, from.y],
    isHorizontal(options.direction)
      ? ['C', middle.x, from.y, middle.x, end.y, end.x, end.y]
      : ['C', from.x, middle.y, end.x, middle.y, end.x, end.y],
  ];
}

/** Its tip touches the outline of the circle that the edge comes to. */
function headOf({ to, way }: Edge, options: Options): PathCommand[] {
  const length = headLength(options);
  const half = length * 0.38;
  const base = { x: to.x - length * way.x, y: to.y - length * way.y };
  const side = { x: -way.y * half, y: way.x * half };
  const wings: PathCommand[] = [
    ['M', base.x + side.x, base.y + side.y],
    ['L', to.x, to.y],
    ['L', base.x - side.x, base.y - side.y],
  ];
  return options.arrowheads === 'solid' ? [...wings, ['Z']] : wings;
}
