/** Looks at a whole drawing first: how much there is to draw, and which faces can be filled with lines. */
import { type Bounds, boundsOf } from '../bounds.js';
import { contrast } from '../contrast.js';
import type { CircleNode, Colour, PathNode, Scene, SceneNode, TextNode } from '../scene.js';
import type { SketchOptions } from './options.js';
import { type Contour, contoursOf, thicknessOf } from './outline.js';

/** What can be drawn by hand. */
export type Shape = PathNode | CircleNode;

/** How carefully lines are drawn: twice, once, or straight with their ends a little off. */
export type Effort = 'double' | 'single' | 'straight';

/** How a drawing is to be drawn. */
export interface Plan {
  readonly effort: Effort;
  /** Faces that are filled with lines; all others are solid. */
  readonly hatched: ReadonlySet<Shape>;
  /** Between the lines of a filling. */
  readonly gap: number;
}

/** A drawing with more lines has each of them once. */
const mostDouble = 800;

/** A drawing with more lines has straight ones. */
const mostBent = 4000;

/** Lines and dots of all fillings of a drawing are at most about so many. */
const mostHachures = 3000;

/** Lines of fillings are at most so many times as far apart as they should be. */
const widestGap = 3;

/** Thinner faces are solid, in px. */
const thinnest = 9;

/** Without an outline, such as the head of an arrow, so are faces thinner than this. */
const thinnestBare = 24;

/** What text needs to be read on the paper between the lines of a filling. */
const readable = 4.5;

/** Lines that a circle counts for. */
const circleLines = 6;

/**
 * Plans a drawing.
 *
 * @param scene The drawing.
 * @param options The hand and its pen.
 * @param paper What the drawing stands on.
 * @returns How to draw it.
 */
export function planOf(scene: Scene, options: SketchOptions, paper: Colour): Plan {
  const leaves = leavesOf(scene.children);
  const effort = effortFor(leaves, options.double);
  const none: Plan = { effort, hatched: new Set(), gap: options.hachureGap };
  if (options.fill === 'solid') return none;
  const faces = hatchable(leaves, paper);
  const lines = sum(faces.map(([, bounds]) => hachuresIn(bounds, options)));
  // Lines become fewer with the gap, dots with its square.
  const scale = (lines / mostHachures) ** (options.fill === 'dots' ? 0.5 : 1);
  if (scale > widestGap) return none;
  return {
    effort,
    hatched: new Set(faces.map(([shape]) => shape)),
    gap: options.hachureGap * Math.max(1, scale),
  };
}

/**
 * Whether two colours are the same.
 *
 * @param a One.
 * @param b The other.
 * @returns Whether no theme and no page tells them apart.
 */
export function sameColour(a: Colour, b: Colour): boolean {
  return a.variable === b.variable && a.light === b.light && a.dark === b.dark;
}

/**
 * How thick a shape is.
 *
 * @param shape The shape.
 * @returns The side of a square, the diameter of a circle, twice the width of a long band.
 */
export function shapeThickness(shape: Shape): number {
  return shape.kind === 'circle' ? 2 * shape.radius : thicknessOf(contoursOf(shape.commands));
}

function leavesOf(nodes: readonly SceneNode[]): Exclude<SceneNode, { kind: 'group' }>[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? leavesOf(node.children) : [node]));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function effortFor(leaves: readonly SceneNode[], double: boolean): Effort {
  const lines = sum(
    leaves.map((node) => {
      if (node.kind === 'circle') return circleLines;
      return node.kind === 'path' ? linesOf(contoursOf(node.commands)) : 0;
    }),
  );
  if (lines > mostBent) return 'straight';
  return double && lines <= mostDouble ? 'double' : 'single';
}

/** Curves take as many as they have points to go through. */
function linesOf(contours: readonly Contour[]): number {
  return sum(contours.flatMap(({ pieces }) => pieces.map(({ points }) => points.length - 1)));
}

function hatchable(leaves: readonly SceneNode[], paper: Colour): [Shape, Bounds][] {
  const texts = leaves
    .map((node, order) => ({ node, order }))
    .filter((each): each is { node: TextNode; order: number } => each.node.kind === 'text')
    .filter(({ node }) => !legible(node.fill, paper))
    .map(({ node, order }) => ({ order, bounds: boundsOf(node) }));
  return leaves.flatMap((node, order): [Shape, Bounds][] => {
    if (node.kind !== 'path' && node.kind !== 'circle') return [];
    if (!node.paint.fill || sameColour(node.paint.fill, paper)) return [];
    const bounds = boundsOf(node);
    const thickness = shapeThickness(node);
    // A number that is none would be taken for a face without end.
    if (!(thickness >= (node.paint.stroke ? thinnest : thinnestBare))) return [];
    // White text on a dark face could not be read on paper.
    const needed = texts.some((text) => text.order > order && centreWithin(text.bounds, bounds));
    return needed ? [] : [[node, bounds]];
  });
}

function legible(text: Colour, paper: Colour): boolean {
  return (
    contrast(text.light, paper.light) >= readable && contrast(text.dark, paper.dark) >= readable
  );
}

function centreWithin(inner: Bounds, { left, top, right, bottom }: Bounds): boolean {
  const [x, y] = [(inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2];
  return x > left && x < right && y > top && y < bottom;
}

/** About how many lines or dots fill a face; slanted lines are counted along its diagonal. */
function hachuresIn({ left, top, right, bottom }: Bounds, options: SketchOptions): number {
  const [width, height] = [right - left, bottom - top];
  const { fill, hachureGap } = options;
  if (fill === 'dots') return (width * height) / hachureGap ** 2;
  if (fill === 'dashed') return (width * height) / (2 * hachureGap ** 2);
  const lines = (width + height) / Math.SQRT2 / hachureGap;
  return fill === 'hachure' ? lines : 2 * lines;
}
