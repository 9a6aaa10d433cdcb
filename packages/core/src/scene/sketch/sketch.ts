/** Turns a finished drawing into one that is drawn by hand; texts, formulas and images stay as they are. */
import { hashed } from '../hashed.js';
import type { CircleNode, Colour, GroupNode, Paint, PathNode, Scene, SceneNode } from '../scene.js';
import { face } from './faces.js';
import type { SketchOptions } from './options.js';
import { type Plan, planOf, type Shape, sameColour } from './plan.js';
import { type Hand, jitter, mostBow, roughCircle, seedOf } from './rough.js';
import { nudged, strokes } from './strokes.js';

/** Smaller circles are drawn with a steadier hand, as their place in a row matters more. */
const looseRadius = 14;

/** Smaller circles, and longer paths, are drawn once. */
const leastDoubleRadius = 9;
const mostDoubleCommands = 60;

/** What one drawing is drawn with. */
interface Sketching {
  readonly options: SketchOptions;
  readonly plan: Plan;
  readonly paper: Colour;
}

/**
 * Draws a drawing by hand.
 *
 * @param scene The drawing.
 * @param options The hand and its pen.
 * @param paper What the drawing stands on; it hides what faces hide that are filled with lines.
 * @returns The same groups, texts and images; lines and faces as a hand draws them.
 */
export function sketch(scene: Scene, options: SketchOptions, paper: Colour): Scene {
  const sketching = { options, plan: planOf(scene, options, paper), paper };
  return { children: drawAll(scene.children, options.seed, sketching) };
}

/**
 * How far a hand gets from where a line should be; zigzags begin half of a gap further out.
 *
 * @param roughness How unsteady it is.
 * @returns The most, in px along each axis.
 */
export function reachOf(roughness: number): number {
  return roughness === 0 ? 0 : roughness * jitter + mostBow;
}

/**
 * Each group has seeds of its own, from what it is and not from what stands before it, so that a
 * change of one layer leaves the others as they are.
 */
function drawAll(nodes: readonly SceneNode[], seed: number, sketching: Sketching): SceneNode[] {
  const seen = new Map<string, number>();
  return nodes.flatMap((node) => {
    const name = node.kind === 'group' ? `${node.role} ${node.layer}` : node.kind;
    const index = seen.get(name) ?? 0;
    seen.set(name, index + 1);
    const own = wholeNumber(seed, ...codes(name), index);
    if (node.kind === 'group') return [drawGroup(node, own, sketching)];
    if (node.kind === 'path' || node.kind === 'circle') return drawShape(node, own, sketching);
    return [node];
  });
}

function drawGroup(group: GroupNode, seed: number, sketching: Sketching): GroupNode {
  return { ...group, children: drawAll(group.children, seed, sketching) };
}

function codes(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

function wholeNumber(...keys: readonly number[]): number {
  return Math.floor(hashed(...keys) * 2 ** 32);
}

function drawShape(shape: Shape, seed: number, { options, plan, paper }: Sketching): SceneNode[] {
  const { fill, stroke } = shape.paint;
  // What hides a part of a line for another to pass over it must stay where it is.
  if (!fill && stroke && sameColour(stroke, paper)) return [shape];
  const filling = face(shape, plan, options, paper, wholeNumber(seed, 1));
  if (!stroke) return filling;
  const draw = shape.kind === 'circle' ? drawCircle : drawPath;
  const commands = draw(shape as CircleNode & PathNode, wholeNumber(seed, 2), options, plan);
  return [...filling, { kind: 'path', commands, paint: pen(shape.paint, stroke, options) }];
}

function drawPath(path: PathNode, seed: number, options: SketchOptions, { effort }: Plan) {
  const { roughness, bowing } = options;
  if (effort === 'straight') return nudged(path.commands, roughness, seed);
  const { length } = path.commands;
  // Dashes of two strokes would fill each other's gaps.
  const double = effort === 'double' && length <= mostDoubleCommands && !path.paint.dash;
  return strokes(path.commands, { roughness, bowing, double }, seed);
}

function drawCircle(circle: CircleNode, seed: number, options: SketchOptions, { effort }: Plan) {
  const { radius } = circle;
  const hand: Hand = {
    roughness: options.roughness * Math.min(1, radius / looseRadius),
    bowing: options.bowing,
    double: effort === 'double' && radius >= leastDoubleRadius && !circle.paint.dash,
  };
  return roughCircle(circle, radius, hand, seedOf(hashed(seed)));
}

function pen(paint: Paint, stroke: Colour, { strokeWidth }: SketchOptions): Paint {
  const { strokeOpacity, dash } = paint;
  return {
    stroke,
    strokeWidth: (paint.strokeWidth ?? 1) * strokeWidth,
    ...(strokeOpacity !== undefined && { strokeOpacity }),
    ...(dash ? { dash, ...(paint.cap && { cap: paint.cap }) } : { cap: 'round' }),
    join: 'round',
  };
}
