/** Parts in paint order to a scene: whole faces, each edge once. */
import type { Camera } from '../../scene/camera.js';
import type { Colour, GroupNode, Paint, PathCommand, SceneNode } from '../../scene/scene.js';
import { line, path, polygon } from '../../scene/shapes.js';
import { convexHull, type SeenEdge, type SeenFace, type Sight } from '../../scene/solids.js';
import type { Palette } from '../style.js';
import { drawImage } from './image.js';
import type { TensorLook } from './looks.js';
import type { Options } from './options.js';
import type { Part, TensorPart, TiePart } from './parts.js';

/** What a tensor is called and how it looks. */
export interface TensorDrawing {
  readonly id: string;
  readonly tooltip: string;
  readonly look: TensorLook;
}

/** Kernels and their pyramids have thinner edges than tensors. */
const kernelLine = 0.75;

/**
 * Draws the parts.
 *
 * @param parts The parts, the farthest first.
 * @param tensors What each tensor is called and how it looks.
 * @param camera What looks at them.
 * @param options The options; shading is decided.
 * @param palette Colour of arrows.
 * @returns One group a part.
 */
export function draw(
  parts: readonly Part[],
  tensors: readonly TensorDrawing[],
  camera: Camera,
  options: Options,
  palette: Palette,
): GroupNode[] {
  return parts.map((part) => {
    if (part.kind === 'tensor') return drawTensor(part, tensors, camera, options);
    const { look } = tensors[part.index] as TensorDrawing;
    const children =
      part.kind === 'arrow'
        ? drawArrow(part, camera, options, palette)
        : drawSolid(part.sight, kernelPaint(look, look.pyramid, options), options);
    return { kind: 'group', role: 'edges', children };
  });
}

function drawTensor(
  { index, sight, kernel, solid }: TensorPart,
  tensors: readonly TensorDrawing[],
  camera: Camera,
  options: Options,
): GroupNode {
  const { id, tooltip, look } = tensors[index] as TensorDrawing;
  const next = tensors[index + 1]?.look;
  const inside = [
    ...(index === 0 ? drawImage(solid, camera, options) : []),
    ...(kernel && next
      ? [
          {
            kind: 'group' as const,
            role: 'kernel',
            children: drawSolid(kernel.sight, kernelPaint(next, next.kernel, options), options),
          },
        ]
      : []),
  ];
  const paint: SolidPaint = {
    fills: options.shading ? [look.fill, ...look.shades] : [look.fill],
    opacity: options.opacity,
    edges: look.outline,
    width: options.borderWidth,
  };
  const children = drawSolid(sight, paint, options, inside);
  return { kind: 'group', role: 'layer', layer: id, title: tooltip, children };
}

/** How a solid is painted. */
interface SolidPaint {
  /** One colour for all faces, or one for tops, one for sides that look along x, one for ends. */
  readonly fills: readonly Colour[];
  readonly opacity: number;
  readonly edges: Colour;
  readonly width: number;
}

function kernelPaint(look: TensorLook, fill: Colour, options: Options): SolidPaint {
  return {
    fills: [fill],
    opacity: options.kernelOpacity,
    edges: look.kernelOutline,
    width: options.borderWidth * kernelLine,
  };
}

/** From back to front: faces turned away, their edges, what is inside, the other faces, their edges. */
function drawSolid(
  { back, front, hidden, visible, outline }: Sight,
  paint: SolidPaint,
  { hiddenEdges }: Options,
  inside: readonly SceneNode[] = [],
): SceneNode[] {
  if (outline.length < 3) return [];
  const dash = hiddenEdges === 'dashed' ? [3, 2.5] : undefined;
  return [
    ...drawFaces(back, outline, paint),
    ...(hiddenEdges === 'none' ? [] : drawEdges(hidden, paint, dash)),
    ...inside,
    ...drawFaces(front, outline, paint),
    ...drawEdges(visible, paint),
  ];
}

/**
 * Faces of one colour are one shape, the outline of the solid: where they met,
 * the anti-aliasing of two shapes would leave a pale line.
 */
function drawFaces(
  faces: readonly SeenFace[],
  outline: Sight['outline'],
  { fills, opacity }: SolidPaint,
): SceneNode[] {
  if (faces.length === 0 || opacity === 0) return [];
  const [only, side, end] = fills;
  if (!only) return [];
  if (!side || !end) return [polygon(outline, { fill: only, fillOpacity: opacity })];
  return faces.map(({ points, normal }) => {
    const fill =
      Math.abs(normal.y) > 0.5 ? only : Math.abs(normal.x) > Math.abs(normal.z) ? side : end;
    return polygon(points, { fill, fillOpacity: opacity });
  });
}

function drawEdges(
  edges: readonly SeenEdge[],
  { edges: stroke, width }: SolidPaint,
  dash?: readonly number[],
): SceneNode[] {
  if (edges.length === 0 || width === 0) return [];
  const paint: Paint = {
    stroke,
    strokeWidth: width,
    cap: 'round',
    join: 'round',
    ...(dash && { dash }),
  };
  const commands = edges.flatMap(({ from, to }): PathCommand[] => [
    ['M', from.x, from.y],
    ['L', to.x, to.y],
  ]);
  return [path(commands, paint)];
}

/**
 * @param options The options.
 * @returns Width of the lines of arrows.
 */
export function arrowWidth({ borderWidth }: Options): number {
  return Math.max(1, borderWidth) * 1.3;
}

/** A line with a cone at its end: whatever the view, what is seen of a cone is convex. */
function drawArrow(
  { shaft, head }: TiePart,
  camera: Camera,
  options: Options,
  { ink }: Palette,
): SceneNode[] {
  if (!shaft || !head) return [];
  const [from, to] = shaft.map(camera.project);
  if (!from || !to) return [];
  const outline = convexHull(head.vertices.map(camera.project));
  const width = arrowWidth(options);
  return [
    line(from, to, { stroke: ink, strokeWidth: width, cap: 'butt' }),
    ...(outline.length > 2 ? [polygon(outline, { fill: ink })] : []),
  ];
}
