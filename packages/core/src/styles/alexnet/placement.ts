/** Finds room for texts: off each other, off what they do not belong to. */
import type { Bounds } from '../../scene/bounds.js';
import { overlaps } from '../../scene/overlap.js';
import type { XY } from '../../scene/shapes.js';
import { lineExtent, measureText, stackLines } from '../../scene/text.js';

/** A place that a text might have. */
export interface Candidate {
  /** Centre of the text. */
  readonly x: number;
  readonly y: number;
  /** How far it is from the best; the least wins. */
  readonly cost: number;
  /** Whether it may lie on the faces of its tensor, off all lines. */
  readonly inside?: boolean;
}

/** One text that wants a place. */
export interface Wanted {
  readonly lines: readonly string[];
  /** Tensor that it belongs to. */
  readonly tensor: number;
  readonly role: 'size' | 'kernel' | 'name';
  readonly fontSize: number;
  /** Least distance to other texts, in px, where it is more than usual. */
  readonly gap?: number;
  readonly candidates: readonly Candidate[];
}

/** A text in its place. */
export interface Placed {
  readonly wanted: Wanted;
  readonly x: number;
  readonly y: number;
  /** That of the candidate. */
  readonly cost: number;
}

/** What texts stay clear of. */
export interface Obstacles {
  /** Outline of each tensor. */
  readonly tensors: readonly (readonly XY[])[];
  /** Edges of each tensor, of those behind too. */
  readonly lines: readonly (readonly (readonly [XY, XY])[])[];
  /** Outlines of kernels, pyramids and arrows. */
  readonly others: readonly (readonly XY[])[];
}

/** Distance of lines of one text, in font sizes. */
export const lineHeight = 1.2;

/** Least distance between texts, and from a text to a shape, in px. */
const textGap = 4;
const shapeGap = 1.5;

/**
 * Measures a text of some lines.
 *
 * @param lines The lines.
 * @param fontSize Font size.
 * @returns Its width and height.
 */
export function textSize(lines: readonly string[], fontSize: number): XY {
  const { height } = stackLines(lines, fontSize, lineHeight * fontSize);
  const line = lineExtent.ascent + lineExtent.descent;
  return {
    x: Math.max(0, ...lines.map((text) => measureText(text, fontSize))),
    y: height + (line - lineHeight) * fontSize,
  };
}

/**
 * Gives each text the best place that is free, in the order of the texts.
 *
 * @param texts The texts.
 * @param obstacles What they stay clear of.
 * @returns Those that found one.
 */
export function placeTexts(texts: readonly Wanted[], obstacles: Obstacles): readonly Placed[] {
  const placed: Placed[] = [];
  const taken: Shape[] = [];
  const shapes: Shapes = {
    tensors: obstacles.tensors.map(shapeOf),
    lines: obstacles.lines.map((lines) => lines.map(shapeOf)),
    others: obstacles.others.map(shapeOf),
  };
  for (const wanted of texts) {
    const size = textSize(wanted.lines, wanted.fontSize);
    const ordered = [...wanted.candidates].sort((a, b) => a.cost - b.cost);
    const found = ordered.find((candidate) =>
      isFree(boxAround(candidate, size), candidate, wanted, shapes, taken),
    );
    if (!found) continue;
    placed.push({ wanted, x: found.x, y: found.y, cost: found.cost });
    taken.push(boxAround(found, size));
  }
  return placed;
}

/** A convex shape with the upright rectangle around it. */
interface Shape extends Bounds {
  readonly points: readonly XY[];
}

interface Shapes {
  readonly tensors: readonly Shape[];
  readonly lines: readonly (readonly Shape[])[];
  readonly others: readonly Shape[];
}

function isFree(
  text: Shape,
  { inside }: Candidate,
  { tensor, gap = textGap }: Wanted,
  { tensors, lines, others }: Shapes,
  taken: readonly Shape[],
): boolean {
  const hits = (shape: Shape) => near(text, shape, shapeGap);
  return (
    !taken.some((other) => near(text, other, gap)) &&
    !others.some(hits) &&
    !tensors.some((outline, index) =>
      inside && index === tensor ? lines[index]?.some(hits) : hits(outline),
    )
  );
}

/** Whether two shapes come nearer than a gap; most are told apart by their rectangles. */
function near(a: Shape, b: Shape, gap: number): boolean {
  return (
    a.left - b.right < gap &&
    b.left - a.right < gap &&
    a.top - b.bottom < gap &&
    b.top - a.bottom < gap &&
    overlaps(a.points, b.points, -gap)
  );
}

function shapeOf(points: readonly XY[]): Shape {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    points,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function boxAround({ x, y }: XY, size: XY): Shape {
  const left = x - size.x / 2;
  const right = x + size.x / 2;
  const top = y - size.y / 2;
  const bottom = y + size.y / 2;
  const points = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return { points, left, right, top, bottom };
}
