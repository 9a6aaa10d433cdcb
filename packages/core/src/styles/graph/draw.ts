/** Numbers to a scene: frames, arrows, boxes with their texts. */
import type { Colour, Paint, SceneNode } from '../../scene/scene.js';
import { line, path, polygon, rectangle, type XY } from '../../scene/shapes.js';
import { lineExtent, overshootOf, textLine } from '../../scene/text.js';
import { arrowhead, roundedLine } from '../lines.js';
import type { DrawContext } from '../style.js';
import { type FrameBox, titleHeight } from './frames.js';
import type { GraphLayout, PlacedNode } from './layout.js';
import type { Sign } from './model.js';

/** A line of text in a box. */
export interface NodeText {
  readonly text: string;
  readonly size: number;
  readonly weight: 'normal' | 'bold';
  readonly quiet: boolean;
}

/** What a node is painted with. */
export interface NodeLook {
  readonly texts: readonly NodeText[];
  readonly tooltip: string;
  readonly layer: string;
  readonly fill: Colour;
  readonly outline: Colour;
}

/** Height of a line of text, in font sizes. */
export const lineHeight = 1.3;
/** Width of arrows. */
export const edgeWidth = 1.25;
/** Dashes of the outline of a frame. */
export const frameDash: readonly number[] = [4, 3];
const cornerRadius = 6;
/** Size of the title of a frame, in font sizes. */
export const titleSize = 0.92;

/**
 * Measures the height of a line in a box.
 *
 * @param line The line.
 * @returns Its height in px; more than `lineHeight` where it has a tall formula.
 */
export function heightOf({ text, size }: NodeText): number {
  const { above, below } = overshootOf(text, size);
  return size * lineHeight + above + below;
}

/**
 * Draws a laid out graph.
 *
 * @param layout Where everything stands.
 * @param looks What each node is painted with, by its place in the layout.
 * @param titles Title of each frame.
 * @param fontSize Size of the first line of a box.
 * @param context Palette.
 * @returns The parts of the figure, in paint order.
 */
export function draw(
  layout: GraphLayout,
  looks: readonly NodeLook[],
  titles: ReadonlyMap<string, string>,
  fontSize: number,
  { palette }: DrawContext,
): SceneNode[] {
  const edge: Paint = { stroke: palette.edge, strokeWidth: edgeWidth, cap: 'round', join: 'round' };
  const frames = layout.frames.flatMap((frame) =>
    drawFrame(frame, titles.get(frame.frame.id) ?? '', fontSize, palette.edge, palette.muted),
  );
  const edges = layout.edges.flatMap((points) => drawEdge(points, edge, palette.edge));
  const nodes = layout.nodes.map((node, index) =>
    drawNode(node, looks[index] as NodeLook, palette.ink, palette.muted),
  );
  return [
    { kind: 'group', role: 'frames', children: frames },
    { kind: 'group', role: 'edges', children: edges },
    ...nodes,
  ];
}

function drawFrame(
  { x, y, width, height, titleX }: FrameBox,
  title: string,
  fontSize: number,
  stroke: Colour,
  fill: Colour,
): SceneNode[] {
  const size = fontSize * titleSize;
  return [
    rectangle(
      x,
      y,
      width,
      height,
      { stroke, strokeWidth: 1, strokeOpacity: 0.7, dash: frameDash },
      8,
    ),
    textLine(
      title,
      titleX,
      y + titleHeight / 2 + (size * (lineExtent.ascent - lineExtent.descent)) / 2,
      {
        size,
        fill,
        weight: 'bold',
      },
    ),
  ];
}

function drawEdge(points: readonly XY[], edge: Paint, head: Colour): SceneNode[] {
  const { shaft, triangle } = arrowhead(points);
  return [path(roundedLine({ points: shaft, radius: 7 }), edge), polygon(triangle, { fill: head })];
}

function drawNode(
  { node, x, y, width, height }: PlacedNode,
  { texts, tooltip, layer, fill, outline }: NodeLook,
  ink: Colour,
  muted: Colour,
): SceneNode {
  const paint: Paint = { fill, stroke: outline, strokeWidth: 1.25 };
  const group = (children: readonly SceneNode[]): SceneNode => ({
    kind: 'group',
    role: 'layer',
    layer,
    title: tooltip,
    children,
  });
  if (node.kind === 'circle') {
    const radius = width / 2;
    return group([
      { kind: 'circle', x, y, radius, paint },
      ...sign(node.sign, x, y, radius * 0.5, ink),
    ]);
  }
  const box = rectangle(x - width / 2, y - height / 2, width, height, paint, cornerRadius);
  let top = y - texts.reduce((sum, text) => sum + heightOf(text), 0) / 2;
  const lines = texts.map((line) => {
    const { text, size, weight, quiet } = line;
    // The baseline that centres ascent and descent in the line.
    const rest = size * (lineHeight - lineExtent.ascent - lineExtent.descent);
    const above = overshootOf(text, size).above;
    const baseline = top + above + rest / 2 + size * lineExtent.ascent;
    top += heightOf(line);
    return textLine(text, x, baseline, {
      size,
      weight,
      anchor: 'middle',
      fill: quiet ? muted : ink,
    });
  });
  return group([box, ...lines]);
}

/** The sign of a merge, as lines: no font has to have it. */
function sign(
  kind: Sign | undefined,
  x: number,
  y: number,
  reach: number,
  stroke: Colour,
): SceneNode[] {
  const paint: Paint = { stroke, strokeWidth: 1.5, cap: 'round' };
  const d = reach * Math.SQRT1_2;
  if (kind === 'plus') {
    return [
      line({ x: x - reach, y }, { x: x + reach, y }, paint),
      line({ x, y: y - reach }, { x, y: y + reach }, paint),
    ];
  }
  return [
    line({ x: x - d, y: y - d }, { x: x + d, y: y + d }, paint),
    line({ x: x - d, y: y + d }, { x: x + d, y: y - d }, paint),
  ];
}
