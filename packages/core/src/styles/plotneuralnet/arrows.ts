/** Draws connections: lines with stealth heads in the middle of what is seen of each straight piece. */
import type { Colour, PathCommand, SceneNode } from '../../scene/scene.js';
import { path, polygon, type XY } from '../../scene/shapes.js';
import { type Shape, within } from '../blocks/clearance.js';
import { mix } from '../shade.js';
import type { Palette } from '../style.js';
import type { Options } from './options.js';

/** Length and width of a head for lines of 1 px, and how deep its notch is, as TikZ's Stealth has them. */
const head = { length: 6.6, width: 5, notch: 1 / 3 } as const;

/** A little above the 0.7 of PlotNeuralNet's connections; the mixture is drawn opaque, so that crossings and corners do not darken. */
const opacity = 0.75;

/**
 * @param width Width of a line.
 * @returns Length of its head.
 */
export function headLength(width: number): number {
  return head.length * width;
}

/** A line to draw. */
export interface Arrow {
  readonly points: readonly XY[];
  readonly colour: Colour;
  readonly dashed?: boolean;
  readonly heads: Options['heads'];
  /** What is painted under it: heads stand beside it where there is room. */
  readonly under?: readonly Shape[];
  /** What hides pieces of it. */
  readonly covers: readonly Shape[];
}

/**
 * Draws a connection.
 *
 * @param arrow The line.
 * @param width Its width.
 * @param palette What it stands on.
 * @returns Nodes in a group of the role `edges`.
 */
export function drawArrow(
  { points, colour, dashed, heads, under = [], covers }: Arrow,
  width: number,
  palette: Pick<Palette, 'surface'>,
): SceneNode {
  const stroke = mix(palette.surface, colour, opacity, '');
  const paint = {
    stroke: { ...stroke, ...(colour.variable !== undefined && { variable: colour.variable }) },
    strokeWidth: width,
    join: 'round',
    ...(dashed && { dash: [4 * width, 2.5 * width] }),
  } as const;
  const commands = points.map(({ x, y }, index): PathCommand => [index === 0 ? 'M' : 'L', x, y]);
  const children: SceneNode[] = [path(commands, paint)];
  const pieces = points.slice(1).map((to, index) => [points[index] as XY, to] as const);
  const headed =
    heads === 'none' ? [] : heads === 'end' ? pieces.slice(-1) : longEnough(pieces, width);
  for (const [from, to] of headed) {
    const tip = heads === 'end' ? to : middleOf(from, to, { under, covers }, width);
    children.push(headAt(tip, from, to, width, colour, palette));
  }
  return { kind: 'group', role: 'edges', children };
}

/** Pieces that have room for a head; the longest one, if none has. */
function longEnough(pieces: readonly (readonly [XY, XY])[], width: number) {
  const lengths = pieces.map(([a, b]) => Math.hypot(b.x - a.x, b.y - a.y));
  const most = Math.max(...lengths);
  const least = Math.min(most, head.length * width * 1.6);
  return pieces.filter((_, index) => (lengths[index] ?? 0) >= least);
}

/** The tip of a head in the middle of the longest stretch that is clear; else of one that is seen. */
function middleOf(
  from: XY,
  to: XY,
  { under, covers }: Required<Pick<Arrow, 'under' | 'covers'>>,
  width: number,
): XY {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const size = (head.length * width) / length;
  const clear = longestFree(from, to, [...under, ...covers]);
  const [start, end] = clear[1] - clear[0] >= size ? clear : longestFree(from, to, covers);
  const share = Math.min(1, Math.max((start + end) / 2 + size / 2, Math.min(size, 1)));
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The longest stretch of a line that no shape is over; all of it when there is none. */
function longestFree(from: XY, to: XY, shapes: readonly Shape[]): readonly [number, number] {
  const taken = shapes
    .flatMap((shape) => {
      const stretch = within(from, to, shape);
      return stretch ? [stretch] : [];
    })
    .sort((a, b) => a[0] - b[0]);
  let at = 0;
  let best: readonly [number, number] = [0, 0];
  for (const [start, end] of [...taken, [1, 1] as const]) {
    if (start - at > best[1] - best[0]) best = [at, start];
    at = Math.max(at, end);
  }
  return best[1] > best[0] ? best : [0, 1];
}

function headAt(
  tip: XY,
  from: XY,
  to: XY,
  width: number,
  colour: Colour,
  { surface }: Pick<Palette, 'surface'>,
): SceneNode {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const at = (back: number, side: number): XY => ({
    x: tip.x - along.x * back * width - along.y * side * width,
    y: tip.y - along.y * back * width + along.x * side * width,
  });
  return polygon(
    [
      at(0, 0),
      at(head.length, head.width / 2),
      at(head.length * (1 - head.notch), 0),
      at(head.length, -head.width / 2),
    ],
    {
      fill: {
        ...mix(surface, colour, 0.92, ''),
        ...(colour.variable !== undefined && { variable: colour.variable }),
      },
    },
  );
}
