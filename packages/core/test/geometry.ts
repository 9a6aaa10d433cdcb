/** What eyes check in a drawing, checked by numbers: nothing touches that should not. */
import { frameOf } from '../src/output/svg-tree.js';
import { type Bounds, boundsOf, textCorners } from '../src/scene/bounds.js';
import type {
  CircleNode,
  GroupNode,
  PathNode,
  Scene,
  SceneNode,
  TextNode,
} from '../src/scene/scene.js';
import type { XY } from '../src/scene/shapes.js';

/** Less than this many px of overlap is touching, not overlapping. */
const tolerance = 0.5;

type Leaf = Exclude<SceneNode, GroupNode>;

/** All nodes that paint, in paint order, each with the roles of the groups around it. */
export function leaves(scene: Scene): { node: Leaf; roles: readonly string[] }[] {
  const found: { node: Leaf; roles: readonly string[] }[] = [];
  const walk = (node: SceneNode, roles: readonly string[]) => {
    if (node.kind !== 'group') found.push({ node, roles });
    else {
      const inner = node.role === undefined ? roles : [...roles, node.role];
      for (const child of node.children) walk(child, inner);
    }
  };
  for (const node of scene.children) walk(node, []);
  return found;
}

/** All texts of a scene. */
export const textsOf = (scene: Scene): TextNode[] =>
  leaves(scene).flatMap(({ node }) => (node.kind === 'text' ? [node] : []));

/** All circles of a scene. */
export const circlesOf = (scene: Scene): CircleNode[] =>
  leaves(scene).flatMap(({ node }) => (node.kind === 'circle' ? [node] : []));

/** All paths of a scene, or those in groups of a role. */
export const pathsOf = (scene: Scene, role?: string): PathNode[] =>
  leaves(scene).flatMap(({ node, roles }) =>
    node.kind === 'path' && (role === undefined || roles.includes(role)) ? [node] : [],
  );

/** Groups that show a layer. */
export function layersOf(scene: Scene): GroupNode[] {
  const found: GroupNode[] = [];
  const walk = (node: SceneNode) => {
    if (node.kind !== 'group') return;
    if (node.layer !== undefined) found.push(node);
    node.children.forEach(walk);
  };
  scene.children.forEach(walk);
  return found;
}

/** How far one of two convex shapes, or lines, must move until they do not overlap. */
function overlap(a: readonly XY[], b: readonly XY[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const shape of [a, b]) {
    for (const [index, from] of shape.entries()) {
      const to = shape[(index + 1) % shape.length] as XY;
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      if (length === 0) continue;
      const across = { x: (from.y - to.y) / length, y: (to.x - from.x) / length };
      const span = (points: readonly XY[]) => points.map((p) => p.x * across.x + p.y * across.y);
      const [sa, sb] = [span(a), span(b)];
      least = Math.min(least, Math.max(...sa) - Math.min(...sb), Math.max(...sb) - Math.min(...sa));
    }
  }
  return least;
}

/**
 * Pairs of texts that overlap.
 *
 * @param scene The drawing.
 * @returns The two texts of each pair, `a | b`; nothing when all is well.
 */
export function overlappingTexts(scene: Scene): string[] {
  const boxes = textsOf(scene).map((node) => ({ node, corners: textCorners(node) }));
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => overlap(a.corners, b.corners) > tolerance)
      .map((b) => `${a.node.text} | ${b.node.text}`),
  );
}

/** What a message calls a node. */
const nameOf = (node: Leaf) => (node.kind === 'text' ? `text ${node.text}` : node.kind);

/**
 * Nodes that reach out of the frame, or whose coordinates are no numbers.
 *
 * @param scene The drawing.
 * @param frame What the reader sees; what the `viewBox` shows unless given.
 * @returns Their kinds and texts; nothing when all is well.
 */
export function outside(scene: Scene, frame: Bounds = frameOf(scene)): string[] {
  return leaves(scene).flatMap(({ node }) => {
    const { left, top, right, bottom } = boundsOf(node);
    const inside =
      left >= frame.left && top >= frame.top && right <= frame.right && bottom <= frame.bottom;
    return inside ? [] : [nameOf(node)];
  });
}

/** Straight pieces of a path; a curve becomes 24. */
export function segmentsOf({ commands }: PathNode): [XY, XY][] {
  const segments: [XY, XY][] = [];
  let at: XY = { x: 0, y: 0 };
  let start = at;
  const to = (next: XY) => {
    segments.push([at, next]);
    at = next;
  };
  for (const command of commands) {
    if (command[0] === 'Z') to(start);
    else if (command[0] === 'M') {
      at = { x: command[1], y: command[2] };
      start = at;
    } else if (command[0] === 'L') to({ x: command[1], y: command[2] });
    else {
      const [, x1, y1, x2, y2, x, y] = command;
      const from = at;
      for (let step = 1; step <= 24; step++) {
        const t = step / 24;
        const s = 1 - t;
        const mix = (a: number, b: number, c: number, d: number) =>
          s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
        to({ x: mix(from.x, x1, x2, x), y: mix(from.y, y1, y2, y) });
      }
    }
  }
  return segments;
}

/** Whether one bounds hold another. */
const holds = (outer: Bounds, inner: Bounds): boolean =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.right >= inner.right &&
  outer.bottom >= inner.bottom;

/** Whether a node hides all that is painted before it in its bounds, or nearly. */
const hides = (node: Leaf): boolean =>
  (node.kind === 'path' || node.kind === 'circle') &&
  node.paint.fill !== undefined &&
  (node.paint.fillOpacity ?? 1) === 1;

/** Texts that strokes run through, unless a filled shape between them hides the stroke. */
function crossed(scene: Scene, role?: string): string[] {
  const painted = leaves(scene);
  const strokes = painted.flatMap(({ node, roles }, order) => {
    const counts = role === undefined || roles.includes(role);
    return counts && node.kind === 'path' && node.paint.stroke
      ? segmentsOf(node).map((segment) => ({ segment, order }))
      : [];
  });
  return painted.flatMap(({ node }, order) => {
    if (node.kind !== 'text') return [];
    const bounds = boundsOf(node);
    const cover = painted.findLastIndex(
      (other, at) => at < order && hides(other.node) && holds(boundsOf(other.node), bounds),
    );
    const corners = textCorners(node);
    const touched = strokes.some(
      (stroke) => stroke.order >= cover && overlap(corners, stroke.segment) > tolerance,
    );
    return touched ? [node.text] : [];
  });
}

/**
 * Texts that an edge runs through: a stroke in a group of the role `edges`.
 *
 * @param scene The drawing.
 * @returns The texts; nothing when all is well.
 */
export const textsOnEdges = (scene: Scene): string[] => crossed(scene, 'edges');

/**
 * Texts that any stroke runs through, outlines of boxes too. A text that lies
 * wholly within a box is well.
 *
 * @param scene The drawing.
 * @returns The texts; nothing when all is well.
 */
export const textsOnStrokes = (scene: Scene): string[] => crossed(scene);

/**
 * Texts that touch a circle and do not lie wholly within it.
 *
 * @param scene The drawing.
 * @returns The texts; nothing when all is well.
 */
export function textsOnCircles(scene: Scene): string[] {
  const circles = circlesOf(scene);
  return textsOf(scene)
    .filter((node) => {
      const { left, top, right, bottom } = boundsOf(node);
      return circles.some(({ x, y, radius }) => {
        const near = Math.hypot(
          x - Math.max(left, Math.min(right, x)),
          y - Math.max(top, Math.min(bottom, y)),
        );
        const far = Math.hypot(Math.max(x - left, right - x), Math.max(y - top, bottom - y));
        return near < radius - tolerance && far > radius;
      });
    })
    .map(({ text }) => text);
}
