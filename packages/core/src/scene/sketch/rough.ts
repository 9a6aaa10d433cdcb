/** The only file that knows rough.js: exact geometry in, that of an unsteady hand out. */
import rough from 'roughjs';
import { hashed } from '../hashed.js';
import type { PathCommand } from '../scene.js';
import type { XY } from '../shapes.js';
import type { SketchFill } from './options.js';

/** What rough.js is told; what is not given has its default. */
interface RoughOptions {
  readonly seed: number;
  readonly roughness: number;
  readonly bowing?: number;
  readonly maxRandomnessOffset?: number;
  readonly disableMultiStroke?: boolean;
  readonly disableMultiStrokeFill?: boolean;
  readonly curveStepCount?: number;
  readonly curveFitting?: number;
  readonly fill?: string;
  readonly fillStyle?: string;
  readonly hachureGap?: number;
  readonly hachureAngle?: number;
}

type Operation =
  | { readonly op: 'move' | 'lineTo'; readonly data: readonly [number, number] }
  | {
      readonly op: 'bcurveTo';
      readonly data: readonly [number, number, number, number, number, number];
    };

interface Drawable {
  readonly sets: readonly {
    readonly type: 'path' | 'fillPath' | 'fillSketch';
    readonly ops: readonly Operation[];
  }[];
}

type Point = [number, number];

interface Generator {
  line(x1: number, y1: number, x2: number, y2: number, options: RoughOptions): Drawable;
  curve(points: readonly Point[], options: RoughOptions): Drawable;
  circle(x: number, y: number, diameter: number, options: RoughOptions): Drawable;
  polygon(points: readonly Point[], options: RoughOptions): Drawable;
  path(data: string, options: RoughOptions): Drawable;
}

// Its types describe a module of another form than the one that Node loads, and need a page.
const generator = (rough as unknown as { generator(): Generator }).generator();

/** How steady the hand is for one stroke. */
export interface Hand {
  readonly roughness: number;
  readonly bowing: number;
  /** Whether it draws the stroke twice. */
  readonly double: boolean;
}

/** Furthest that a usual hand sets an end of a line beside its place, in px along each axis. */
export const jitter = 1.5;

/** Furthest that any hand bends a line, in px along each axis. */
export const mostBow = 4;

/** Lines of a figure look straight with the bowing that rough.js has by itself. */
const usualBowing = 1.8;

/**
 * A seed for rough.js: 0 would make it take numbers that differ from run to run, and even ones
 * end there after a while.
 *
 * @param value From 0 to below 1.
 * @returns An odd number.
 */
export function seedOf(value: number): number {
  return 2 * Math.floor(value * 2 ** 30) + 1;
}

/**
 * A straight line.
 *
 * @param from Its start.
 * @param to Its end.
 * @param hand Who draws it.
 * @param seed An odd number.
 * @returns Its strokes: along each axis at most `jitter` times the roughness and `mostBow` away.
 */
export function roughLine(from: XY, to: XY, hand: Hand, seed: number): PathCommand[] {
  const { roughness, bowing, double } = hand;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const bow = (roughness * jitter * steadiness(length) * length) / 200;
  return commandsOf(
    generator.line(from.x, from.y, to.x, to.y, {
      seed,
      roughness,
      bowing: bow > 0 ? Math.min(bowing * usualBowing, mostBow / bow) : 0,
      maxRandomnessOffset: jitter,
      disableMultiStroke: !double,
    }),
  );
}

/** rough.js bends a line by at most this part of its length / 200, for each px of jitter. */
function steadiness(length: number): number {
  if (length < 200) return 1;
  return length > 500 ? 0.4 : 1.233334 - 0.0016668 * length;
}

/**
 * A smooth line through points.
 *
 * @param points At least two; rough.js sets each beside its place.
 * @param hand Who draws it.
 * @param seed An odd number.
 * @returns Its strokes.
 */
export function roughCurve(points: readonly XY[], hand: Hand, seed: number): PathCommand[] {
  return commandsOf(
    generator.curve(points.map(pointOf), {
      seed,
      roughness: hand.roughness,
      maxRandomnessOffset: jitter,
      disableMultiStroke: !hand.double,
    }),
  );
}

/** rough.js sets the points of a circle further from their places than the ends of lines. */
const circleShare = 0.85;

/** With more of it, the ends of a circle miss each other by so much that it is none. */
const roughestCircle = 1.7;

/** rough.js begins circles near their top; a hand does so anywhere in the upper half, in radians from the top. */
const mostTurn = 1.2;

/**
 * A circle, whose ends do not quite meet.
 *
 * @param centre Its centre.
 * @param radius Its radius.
 * @param hand Who draws it.
 * @param seed An odd number.
 * @returns Its strokes.
 */
export function roughCircle(centre: XY, radius: number, hand: Hand, seed: number): PathCommand[] {
  const drawable = generator.circle(0, 0, 2 * radius, {
    seed,
    roughness: Math.min(hand.roughness * circleShare, roughestCircle),
    disableMultiStroke: !hand.double,
    curveStepCount: 6,
    curveFitting: 1 - Math.min(0.04, 0.7 / radius),
  });
  const angle = (2 * hashed(seed) - 1) * mostTurn;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return commandsOf(drawable, 'path', (x, y) => [
    centre.x + cos * x - sin * y,
    centre.y + sin * x + cos * y,
  ]);
}

/** The lines of a filling. */
export interface Hachures {
  readonly fill: Exclude<SketchFill, 'solid' | 'dots'>;
  /** Between two of them; rough.js takes whole px. */
  readonly gap: number;
  /** In degrees. */
  readonly angle: number;
}

/**
 * Fills a face with lines.
 *
 * @param polygons Its outlines; what is in an even number of them is not filled.
 * @param hachures The lines.
 * @param roughness How unsteady the hand is.
 * @param seed An odd number.
 * @returns The lines.
 */
export function roughHachures(
  polygons: readonly (readonly XY[])[],
  { fill, gap, angle }: Hachures,
  roughness: number,
  seed: number,
): PathCommand[] {
  const options: RoughOptions = {
    seed,
    roughness,
    bowing: 0.5,
    maxRandomnessOffset: 1,
    fill: 'yes',
    fillStyle: fill,
    hachureGap: gap,
    hachureAngle: angle,
    disableMultiStroke: true,
    disableMultiStrokeFill: true,
  };
  const [first] = polygons;
  const drawable =
    polygons.length === 1 && first
      ? generator.polygon(first.map(pointOf), options)
      : generator.path(polygons.map(dataOf).join(''), options);
  return commandsOf(drawable, 'fillSketch');
}

function pointOf({ x, y }: XY): Point {
  return [x, y];
}

function dataOf(points: readonly XY[]): string {
  return `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
}

type Move = (x: number, y: number) => readonly [number, number];

/** To tenths of a px, since nobody sees more of a stroke that is not in its place anyway. */
function commandsOf(
  drawable: Drawable,
  type: 'path' | 'fillSketch' = 'path',
  move: Move = (x, y) => [x, y],
): PathCommand[] {
  const tenths = (x: number, y: number) =>
    move(x, y).map((value) => Math.round(value * 10) / 10) as [number, number];
  return drawable.sets
    .filter((set) => set.type === type)
    .flatMap(({ ops }) =>
      ops.map((operation): PathCommand => {
        if (operation.op !== 'bcurveTo') {
          return [operation.op === 'move' ? 'M' : 'L', ...tenths(...operation.data)];
        }
        const [x1, y1, x2, y2, x, y] = operation.data;
        return ['C', ...tenths(x1, y1), ...tenths(x2, y2), ...tenths(x, y)];
      }),
    );
}
