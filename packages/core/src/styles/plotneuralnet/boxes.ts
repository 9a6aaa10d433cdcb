/** Draws boxes: translucent faces, bands, hidden and visible edges; and envelopes and planes of images. */
import type { Colour, SceneNode } from '../../scene/scene.js';
import { path, polygon, type XY } from '../../scene/shapes.js';
import { type Cuboid, facesOf, type Point, seen } from '../blocks/oblique.js';
import { cuboidOf, envelope, type SizedBlock, type SizedBox } from '../blocks/placement.js';
import type { PartLook } from './looks.js';

/** How a part is drawn. */
export interface PartDrawing {
  readonly look: PartLook;
  readonly layer: string;
  readonly tooltip: string;
}

/** How boxes are drawn. */
export interface BoxStyle {
  readonly ink: Colour;
  readonly edgeWidth: number;
  readonly hidden: boolean;
}

/** PlotNeuralNet's `densely dashed`. */
const dash = [3, 2];

/** Opacity of the edges behind a box. */
const hiddenOpacity = 0.6;

/** Share of the width of a part that its band takes, from the right. */
const bandShare = 1 / 3;

/**
 * Draws the boxes of a block.
 *
 * @param block The block.
 * @param west Where it stands.
 * @param drawingOf How each part is drawn, by its id.
 * @param style Edges.
 * @param slabGap Room around the slabs of a stack.
 * @returns Nodes in paint order.
 */
export function drawBoxes(
  block: SizedBlock,
  west: Point,
  drawingOf: (part: string) => PartDrawing | undefined,
  style: BoxStyle,
  slabGap: number,
): SceneNode[] {
  const boxes = block.boxes.flatMap((box) => drawBox(box, west, drawingOf, style));
  if (block.block.kind !== 'stack') return boxes;
  const around = envelope(block, west, slabGap);
  const grey = { fill: { light: '#000000', dark: '#ffffff' }, fillOpacity: 0.2 };
  const { front, top, right } = facesOf(around);
  return [
    ...hiddenEdges([around], style),
    ...boxes,
    {
      kind: 'group',
      role: 'envelope',
      children: [
        ...[front, top, right].map((face) => polygon(face, grey)),
        visibleEdges(around, [], style),
      ],
    },
  ];
}

function drawBox(
  box: SizedBox,
  west: Point,
  drawingOf: (part: string) => PartDrawing | undefined,
  style: BoxStyle,
): SceneNode[] {
  const whole = cuboidOf(box, west);
  const pieces = box.parts.map(
    ({ x, width }): Cuboid => ({ ...whole, west: { ...whole.west, x: whole.west.x + x }, width }),
  );
  const parts = box.parts.map(({ part }, index): SceneNode => {
    const drawing = drawingOf(part.id);
    const cuboid = pieces[index] ?? whole;
    const last = index === box.parts.length - 1;
    return {
      kind: 'group',
      role: 'layer',
      ...(drawing && { layer: drawing.layer, title: drawing.tooltip }),
      children: drawing ? faces(cuboid, drawing.look, last) : [],
    };
  });
  const joints = box.parts.slice(1).map(({ x }) => x / box.width);
  return [...parts, ...hiddenEdges(pieces, style), visibleEdges(whole, joints, style)];
}

/** Front and top of a part, and the right face of the last; the band over its right third. */
function faces(cuboid: Cuboid, { fill, opacity, band }: PartLook, last: boolean): SceneNode[] {
  const paint = { fill, fillOpacity: opacity };
  const { front, top, right } = facesOf(cuboid);
  const nodes: SceneNode[] = [polygon(front, paint), polygon(top, paint)];
  if (last) nodes.push(polygon(right, paint));
  if (!band) return nodes;
  const width = cuboid.width * bandShare;
  const strip: Cuboid = {
    ...cuboid,
    west: { ...cuboid.west, x: cuboid.west.x + cuboid.width - width },
    width,
  };
  const over = { fill: band.fill, fillOpacity: band.opacity };
  const banded = facesOf(strip);
  nodes.push(polygon(banded.front, over), polygon(banded.top, over));
  if (last) nodes.push(polygon(right, over));
  return nodes;
}

/** The edges behind each part, as PlotNeuralNet has them. */
function hiddenEdges(
  cuboids: readonly Cuboid[],
  { hidden, ink, edgeWidth }: BoxStyle,
): SceneNode[] {
  if (!hidden || edgeWidth === 0) return [];
  const edges = cuboids.flatMap((cuboid) => facesOf(cuboid).hidden);
  const commands = edges.flatMap(([from, to]) => [
    ['M', from.x, from.y] as const,
    ['L', to.x, to.y] as const,
  ]);
  const paint = { stroke: ink, strokeWidth: edgeWidth, strokeOpacity: hiddenOpacity, dash };
  return [{ kind: 'group', role: 'hidden-edges', children: [path(commands, paint)] }];
}

/** The edges that are seen, and where parts meet. */
function visibleEdges(cuboid: Cuboid, joints: readonly number[], style: BoxStyle): SceneNode {
  const at = (x: number, y: number, z: number) => seen(cuboid, [x, y, z]);
  const lines: XY[][] = [
    [
      at(0, 0, 1),
      at(1, 0, 1),
      at(1, 1, 1),
      at(0, 1, 1),
      at(0, 0, 1),
      at(0, 0, 0),
      at(1, 0, 0),
      at(1, 1, 0),
      at(1, 1, 1),
    ],
    [at(1, 0, 1), at(1, 0, 0)],
    ...joints.map((x) => [at(x, 1, 1), at(x, 0, 1), at(x, 0, 0)]),
  ];
  const commands = lines.flatMap((points) =>
    points.map(({ x, y }, index) => [index === 0 ? ('M' as const) : ('L' as const), x, y] as const),
  );
  return path(commands, {
    stroke: style.ink,
    strokeWidth: style.edgeWidth,
    join: 'round',
    cap: 'round',
  });
}

/**
 * Draws an image on the plane across the way of the data. Its left is near, so
 * that the reader sees it as it is.
 *
 * @param cuboid The plane, its width unused.
 * @param href The image as a data URL.
 * @param style Edges.
 * @returns The image and its frame.
 */
export function drawPlane(cuboid: Cuboid, href: string, style: BoxStyle): SceneNode[] {
  const [a, b, c, d] = [
    seen(cuboid, [0.5, 0, 1]),
    seen(cuboid, [0.5, 0, 0]),
    seen(cuboid, [0.5, 1, 0]),
    seen(cuboid, [0.5, 1, 1]),
  ];
  return [
    {
      kind: 'image',
      x: 0,
      y: 0,
      width: 1,
      height: 1,
      href,
      matrix: [b.x - a.x, b.y - a.y, d.x - a.x, d.y - a.y, a.x, a.y],
    },
    polygon([a, b, c, d], { stroke: style.ink, strokeWidth: style.edgeWidth, join: 'round' }),
  ];
}
