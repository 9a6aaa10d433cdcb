/** Fills faces by hand. */
import { hashed } from '../hashed.js';
import type { Colour, PathCommand, PathNode, SceneNode } from '../scene.js';
import type { XY } from '../shapes.js';
import type { SketchFill, SketchOptions } from './options.js';
import { contoursOf, cornersOf } from './outline.js';
import { type Plan, type Shape, shapeThickness } from './plan.js';
import { type Hand, roughHachures, seedOf } from './rough.js';
import { closedStroke, nudged } from './strokes.js';

/** The edge of a filling is steadier than the outline, so that it shows a little, not too much. */
const steadier = 0.7;

/** The lines of a small face stand closer: about so many of them fit. */
const fewestLines = 4;

/** Closest that lines of a filling stand, in px. */
const closest = 3;

/** Lines of fillings turn by so many degrees from face to face at most. */
const turn = 7;

/** Width of the lines of a filling, or diameter of its dots, as a part of the gap. */
const widths: Readonly<Record<Exclude<SketchFill, 'solid'>, number>> = {
  hachure: 0.34,
  'cross-hatch': 0.24,
  zigzag: 0.22,
  dashed: 0.38,
  dots: 0.4,
};

/**
 * Fills a face.
 *
 * @param shape The face; it has a fill.
 * @param plan How the drawing is to be drawn.
 * @param options The hand and its pen.
 * @param paper What shows between the lines of a filling.
 * @param seed Whole number.
 * @returns The filling: one node, or paper and lines on it.
 */
export function face(
  shape: Shape,
  plan: Plan,
  options: SketchOptions,
  paper: Colour,
  seed: number,
): SceneNode[] {
  const { fill, fillOpacity } = shape.paint;
  if (!fill) return [];
  const opacity = fillOpacity === undefined ? {} : { fillOpacity };
  const hand: Hand = {
    roughness: options.roughness * steadier,
    bowing: options.bowing,
    double: false,
  };
  const solid = (colour: Colour): SceneNode => {
    const paint = { fill: colour, ...opacity };
    if (shape.kind === 'circle') {
      const shift = (key: number) => (2 * hashed(seed, key) - 1) * hand.roughness;
      const by = Math.min(1, shape.radius / 14);
      const [x, y] = [shape.x + shift(1) * by, shape.y + shift(2) * by];
      return { kind: 'circle', x, y, radius: shape.radius, paint };
    }
    const commands =
      plan.effort === 'straight'
        ? nudged(shape.commands, hand.roughness, seed)
        : closedStroke(contoursOf(shape.commands), hand, seed);
    return { kind: 'path', commands, paint };
  };
  if (!plan.hatched.has(shape)) return [solid(fill)];
  return [solid(paper), hachures(shape, fill, plan, options, seed)];
}

/** The lines of a filling, in the colour of the face; pale ones twice as opaque, as most of it is paper. */
function hachures(
  shape: Shape,
  fill: Colour,
  plan: Plan,
  options: SketchOptions,
  seed: number,
): PathNode {
  const kind = options.fill === 'solid' ? 'hachure' : options.fill;
  const fitting = Math.max(closest, shapeThickness(shape) / fewestLines);
  const gap = Math.min(plan.gap, fitting);
  const angle = options.hachureAngle + (2 * hashed(seed, 3) - 1) * turn * options.roughness;
  const { roughness, strokeWidth } = options;
  const polygons = outlinesOf(shape);
  const number = seedOf(hashed(seed, 4));
  const commands =
    kind === 'dots'
      ? dots(
          roughHachures(polygons, { fill: 'hachure', gap, angle }, 0, number),
          gap,
          options,
          seed,
        )
      : roughHachures(polygons, { fill: kind, gap, angle }, roughness * steadier, number);
  const { fillOpacity } = shape.paint;
  return {
    kind: 'path',
    commands,
    paint: {
      stroke: fill,
      strokeWidth: gap * widths[kind] * strokeWidth,
      ...(fillOpacity !== undefined && { strokeOpacity: 1 - (1 - fillOpacity) ** 2 }),
      cap: 'round',
    },
  };
}

/** Very short strokes along lines, every other line shifted by half of the gap. */
function dots(
  lines: readonly PathCommand[],
  gap: number,
  { roughness }: SketchOptions,
  seed: number,
): PathCommand[] {
  const result: PathCommand[] = [];
  let from: XY = { x: 0, y: 0 };
  for (const [row, command] of lines.entries()) {
    if (command[0] === 'Z') continue;
    const to = { x: command.at(-2) as number, y: command.at(-1) as number };
    if (command[0] !== 'M') {
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      const first = row % 4 === 1 ? gap / 2 : gap;
      for (let along = first; along < length - gap / 4; along += gap) {
        const off = (key: number) =>
          (2 * hashed(seed, row, Math.round(along), key) - 1) * 0.18 * gap * Math.min(1, roughness);
        const x = from.x + ((to.x - from.x) * along) / length + off(0);
        const y = from.y + ((to.y - from.y) * along) / length + off(1);
        result.push(['M', tenth(x), tenth(y)], ['L', tenth(x + 0.3), tenth(y + 0.2)]);
      }
    }
    from = to;
  }
  return result;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Corners of the polygon that stands for a circle where it is filled with lines. */
const circleCorners = 20;

function outlinesOf(shape: Shape): readonly (readonly XY[])[] {
  if (shape.kind === 'path') return contoursOf(shape.commands).map(cornersOf);
  const corners = Array.from({ length: circleCorners }, (_, index) => {
    const angle = (2 * Math.PI * index) / circleCorners;
    return {
      x: shape.x + shape.radius * Math.cos(angle),
      y: shape.y + shape.radius * Math.sin(angle),
    };
  });
  return [corners];
}
