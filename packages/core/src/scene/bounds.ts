/** The rectangle that a drawing takes, exact for texts (by the metrics), strokes and curves. */
import type {
  CircleNode,
  ImageNode,
  Paint,
  PathNode,
  Scene,
  SceneNode,
  TextNode,
} from './scene.js';
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
  if (!('kind' in node) || node.kind === 'group') {
    let { left, top, right, bottom } = emptyBounds;
    for (const child of node.children) {
      const bounds = boundsOf(child);
      left = Math.min(left, bounds.left);
      top = Math.min(top, bounds.top);
      right = Math.max(right, bounds.right);
      bottom = Math.max(bottom, bounds.bottom);
    }
    return { left, top, right, bottom };
  }
  switch (node.kind) {
    case 'text':
      return around(textCorners(node));
    case 'circle':
      return circleBounds(node);
    case 'path':
      return growBounds(pathBounds(node), halfStroke(node.paint));
    case 'image':
      return around(imageCorners(node));
  }
}

/**
 * The corners of the box of a text, turned as the text is.
 *
 * @param node The text.
 * @returns Top left, top right, bottom right, bottom left, as the reader of the text has them.
 */
export function textCorners(node: TextNode): readonly [XY, XY, XY, XY] {
  const { width, ascent, descent } = measureLine(node);
  const shift = { start: 0, middle: -width / 2, end: -width }[node.anchor ?? 'start'];
  if (!node.rotate) {
    const [left, right] = [node.x + shift, node.x + shift + width];
    const [top, bottom] = [node.y - ascent, node.y + descent];
    return [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ];
  }
  const angle = (node.rotate * Math.PI) / 180;
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

function around(points: readonly XY[]): Bounds {
  let { left, top, right, bottom } = emptyBounds;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

function circleBounds({ x, y, radius, paint }: CircleNode): Bounds {
  return growBounds({ left: x, top: y, right: x, bottom: y }, radius + halfStroke(paint));
}

/** Sharp corners reach further than this; styles keep their outlines thin or round. */
function halfStroke(paint: Paint): number {
  return paint.stroke ? (paint.strokeWidth ?? 1) / 2 : 0;
}

/** By what can be outermost: ends, and where a curve turns. No object for each, as paths can be long. */
function pathBounds({ commands }: PathNode): Bounds {
  let { left, top, right, bottom } = emptyBounds;
  const add = (x: number, y: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  let fromX = 0;
  let fromY = 0;
  for (const command of commands) {
    if (command[0] === 'Z') continue;
    if (command[0] === 'C') {
      const [, x1, y1, x2, y2, x, y] = command;
      add(x, y);
      // A curve lies within its handles: where those are inside already, it does not matter.
      const reachX = Math.min(x1, x2) < left || Math.max(x1, x2) > right;
      const reachY = Math.min(y1, y2) < top || Math.max(y1, y2) > bottom;
      if (reachX || reachY) {
        const xs = [fromX, x1, x2, x] as const;
        const ys = [fromY, y1, y2, y] as const;
        for (const t of [...turns(xs), ...turns(ys)]) add(cubic(xs, t), cubic(ys, t));
      }
      fromX = x;
      fromY = y;
    } else {
      fromX = command[1];
      fromY = command[2];
      add(fromX, fromY);
    }
  }
  return { left, top, right, bottom };
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
