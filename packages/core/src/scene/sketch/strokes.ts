/** Draws lines by hand. */
import { hashed } from '../hashed.js';
import type { PathCommand } from '../scene.js';
import { type Contour, contoursOf, type Piece } from './outline.js';
import { type Hand, roughCurve, roughLine, seedOf } from './rough.js';

/** Points of a curve that are so far apart, in px, are as far from their places as the ends of lines. */
const looseSpacing = 18;

/** rough.js sets the points of a curve further from their places than the ends of lines. */
const curveShare = 0.7;

/**
 * Draws a path.
 *
 * @param commands The path.
 * @param hand Who draws it.
 * @param seed Whole number.
 * @returns Strokes for each of its pieces.
 */
export function strokes(commands: readonly PathCommand[], hand: Hand, seed: number): PathCommand[] {
  return contoursOf(commands).flatMap(({ pieces }, contour) =>
    pieces.flatMap((piece, index) => pieceStrokes(piece, hand, hashed(seed, contour, index))),
  );
}

/**
 * The outline of a face in one stroke, so that it can be filled.
 *
 * @param contours The contours of the face.
 * @param hand Who draws it.
 * @param seed Whole number.
 * @returns A closed path.
 */
export function closedStroke(
  contours: readonly Contour[],
  hand: Hand,
  seed: number,
): PathCommand[] {
  const single = { ...hand, double: false };
  return contours.flatMap(({ pieces }, contour): PathCommand[] => {
    const joined = pieces.flatMap((piece, index) => {
      const stroke = pieceStrokes(piece, single, hashed(seed, contour, index));
      return index === 0 ? stroke : stroke.filter(([letter]) => letter !== 'M');
    });
    return [...joined, ['Z']];
  });
}

function pieceStrokes({ kind, points, length }: Piece, hand: Hand, value: number): PathCommand[] {
  const seed = seedOf(value);
  const [from, to] = points;
  if (kind === 'line' && from && to) return roughLine(from, to, hand, seed);
  const loose = Math.min(1, length / (points.length - 1) / looseSpacing);
  const roughness = hand.roughness * curveShare * loose;
  return roughCurve(points, { ...hand, roughness }, seed);
}

/** Furthest that a usual hand moves a point of a line that stays straight, in px along each axis. */
const nudge = 0.9;

/**
 * Moves the points of a path a little: where there are thousands of lines, nobody sees whether one is bent.
 *
 * @param commands The path.
 * @param roughness How unsteady the hand is.
 * @param seed Whole number.
 * @returns As many commands.
 */
export function nudged(
  commands: readonly PathCommand[],
  roughness: number,
  seed: number,
): PathCommand[] {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return commands.map((command, index): PathCommand => {
    if (command[0] === 'Z') return command;
    const offset = (axis: number) => (2 * hashed(seed, index, axis) - 1) * nudge * roughness;
    const [dx, dy] = [offset(0), offset(1)];
    if (command[0] !== 'C') return [command[0], tenth(command[1] + dx), tenth(command[2] + dy)];
    const [, x1, y1, x2, y2, x, y] = command;
    const moved = [x1, y1, x2, y2, x, y].map((value, each) =>
      tenth(value + (each % 2 === 0 ? dx : dy)),
    ) as [number, number, number, number, number, number];
    return ['C', ...moved];
  });
}
