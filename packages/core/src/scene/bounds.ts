/** The rectangle that a drawing takes, exact for texts (by the metrics), strokes and curves. */
import type { ImageNode, Paint, PathNode, Scene, SceneNode, TextNode } from './scene.js';
import { measureLine } from './scripts.js';
import type { XY } from './shapes.js';

/** An upright rectangle by its edges. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The bounds of nothing: joined with any other they give the other. */
export const emptyBounds: Bounds = {
  left: Number.POSITIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
};

/**
 * The smallest bounds around two.
 *
 * @param a One.
 * @param b The other.
 * @returns Bounds that hold both.
 */
export function joinBounds(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/**
 * Bounds with a margin on every side.
 *
 * @param bounds The bounds.
 * @param margin How far to move each edge outward.
 * @returns The larger bounds.
 */
export function growBounds(bounds: Bounds, margin: number): Bounds {
  return {
    left: bounds.left - margin,
    top: bounds.top - margin,
    right: bounds.right + margin,
    bottom: bounds.bottom + margin,
  };
}

/**
 * The bounds of a drawing or of a part of it.
 *
 * @param node A scene or a node.
 * @returns Its bounds; `emptyBounds` when it paints nothing.
 */
export function boundsOf(node: Scene | SceneNode): Bounds {
  const bounds = { ...emptyBounds };
  if ('kind' in node) include(node, bounds);
  else for (const child of node.children) include(child, bounds);
  return bounds;
}

/** Bounds that grow: a drawing has thousands of nodes, and needs but one of them. */
type Growing = { -readonly [Edge in keyof Bounds]: Bounds[Edge] };

function include(node: SceneNode, bounds: Growing): void {
  switch (node.kind) {
    case 'group':
      for (const child of node.children) include(child, bounds);
      return;
    case 'text':
      if (node.rotate) for (const { x, y } of textCorners(node)) reach(bounds, x, y, 0);
      else includeText(node, bounds);
      return;
    case 'circle': {
      const radius = node.radius + halfStroke(node.paint);
      reach(bounds, node.x, node.y, radius);
      return;
    }
    case 'path':
      includePath(node, bounds);
      return;
    case 'image':
      for (const { x, y } of imageCorners(node)) reach(bounds, x, y, 0);
      return;
  }
}

/** Grows bounds to a point and so much around it. */
function reach(bounds: Growing, x: number, y: number, around: number): void {
  bounds.left = Math.min(bounds.left, x - around);
  bounds.top = Math.min(bounds.top, y - around);
  bounds.right = Math.max(bounds.right, x + around);
  bounds.bottom = Math.max(bounds.bottom, y + around);
}

/** How far left of its anchor a text of a width begins. */
function shiftOf(anchor: TextNode['anchor'], width: number): number {
  if (anchor === 'middle') return -width / 2;
  return anchor === 'end' ? -width : 0;
}

function includeText(node: TextNode, bounds: Growing): void {
  const { width, ascent, descent } = measureLine(node);
  const left = node.x + shiftOf(node.anchor, width);
  reach(bounds, left, node.y - ascent, 0);
  reach(bounds, left + width, node.y + descent, 0);
}

/**
 * The corners of the box of a text, turned as the text is.
 *
 * @param node The text.
 * @returns Top left, top right, bottom right, bottom left, as the reader of the text has them.
 */
export function textCorners(node: TextNode): readonly [XY, XY, XY, XY] {
  const { width, ascent, descent } = measureLine(node);
  const shift = shiftOf(node.anchor, width);
  const angle = ((node.rotate ?? 0) * Math.PI) / 180;
  const turn = (x: number, y: number): XY => ({
    x: node.x + x * Math.cos(angle) - y * Math.sin(angle),
    y: node.y + x * Math.sin(angle) + y * Math.cos(angle),
  });
  return [
    turn(shift, -ascent),
    turn(shift + width, -ascent),
    turn(shift + width, descent),
    turn(shift, descent),
  ];
}

/**
 * The corners of an image, moved as its matrix says.
 *
 * @param node The image.
 * @returns Top left, top right, bottom right, bottom left of the image itself.
 */
export function imageCorners(node: ImageNode): readonly [XY, XY, XY, XY] {
  const [a, b, c, d, e, f] = node.matrix ?? [1, 0, 0, 1, 0, 0];
  const move = (x: number, y: number): XY => ({ x: a * x + c * y + e, y: b * x + d * y + f });
  const right = node.x + node.width;
  const bottom = node.y + node.height;
  return [move(node.x, node.y), move(right, node.y), move(right, bottom), move(node.x, bottom)];
}

/** Sharp corners reach further than this; styles keep their outlines thin or round. */
function halfStroke(paint: Paint): number {
  return paint.stroke ? (paint.strokeWidth ?? 1) / 2 : 0;
}

/** By what can be outermost: ends, and where a curve turns. No object for each, as paths can be long. */
function includePath({ commands, paint }: PathNode, bounds: Growing): void {
  const around = halfStroke(paint);
  let fromX = 0;
  let fromY = 0;
  for (const command of commands) {
    if (command[0] === 'Z') continue;
    if (command[0] === 'C') {
      const [, x1, y1, x2, y2, x, y] = command;
      reach(bounds, x, y, around);
      // A curve lies within its handles: where those are inside already, it does not matter.
      const out =
        Math.min(x1, x2) - around < bounds.left ||
        Math.max(x1, x2) + around > bounds.right ||
        Math.min(y1, y2) - around < bounds.top ||
        Math.max(y1, y2) + around > bounds.bottom;
      if (out) {
        const xs = [fromX, x1, x2, x] as const;
        const ys = [fromY, y1, y2, y] as const;
        for (const t of [...turns(xs), ...turns(ys)]) {
          reach(bounds, cubic(xs, t), cubic(ys, t), around);
        }
      }
      fromX = x;
      fromY = y;
    } else {
      fromX = command[1];
      fromY = command[2];
      reach(bounds, fromX, fromY, around);
    }
  }
}

type Cubic = readonly [number, number, number, number];

function cubic([a, b, c, d]: Cubic, t: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/** Where the derivative of a cubic Bézier is zero, strictly between its ends. */
function turns([a, b, c, d]: Cubic): number[] {
  const square = -a + 3 * b - 3 * c + d;
  const linear = 2 * (a - 2 * b + c);
  const constant = b - a;
  const roots: number[] = [];
  if (Math.abs(square) < 1e-9) {
    if (Math.abs(linear) > 1e-9) roots.push(-constant / linear);
  } else {
    const discriminant = linear * linear - 4 * square * constant;
    if (discriminant >= 0) {
      const root = Math.sqrt(discriminant);
      roots.push((-linear + root) / (2 * square), (-linear - root) / (2 * square));
    }
  }
  return roots.filter((t) => t > 0 && t < 1);
}
