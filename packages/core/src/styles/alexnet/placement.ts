/** Finds room for texts: off each other, off what they do not belong to. */
import { overlaps } from '../../scene/overlap.js';
import type { XY } from '../../scene/shapes.js';
import { lineExtent, measureText } from '../../scene/text.js';

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
const textGap = 3;
const shapeGap = 1.5;

/**
 * Measures a text of some lines.
 *
 * @param lines The lines.
 * @param fontSize Font size.
 * @returns Its width and height.
 */
export function textSize(lines: readonly string[], fontSize: number): XY {
  const height = lineExtent.ascent + lineExtent.descent + (lines.length - 1) * lineHeight;
  return {
    x: Math.max(0, ...lines.map((text) => measureText(text, fontSize))),
    y: height * fontSize,
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
  const taken: XY[][] = [];
  for (const wanted of texts) {
    const size = textSize(wanted.lines, wanted.fontSize);
    const ordered = [...wanted.candidates].sort((a, b) => a.cost - b.cost);
    const found = ordered.find((candidate) => isFree(candidate, size, wanted, obstacles, taken));
    if (!found) continue;
    placed.push({ wanted, x: found.x, y: found.y, cost: found.cost });
    taken.push(cornersAround(found, size));
  }
  return placed;
}

function isFree(
  candidate: Candidate,
  size: XY,
  { tensor, gap = textGap }: Wanted,
  { tensors, lines, others }: Obstacles,
  taken: readonly (readonly XY[])[],
): boolean {
  const corners = cornersAround(candidate, size);
  const hits = (shape: readonly XY[]) => overlaps(corners, shape, -shapeGap);
  return (
    !taken.some((text) => overlaps(corners, text, -gap)) &&
    !others.some(hits) &&
    !tensors.some((outline, index) =>
      candidate.inside && index === tensor ? lines[index]?.some(hits) : hits(outline),
    )
  );
}

function cornersAround({ x, y }: XY, size: XY): XY[] {
  const [left, right, top, bottom] = [
    x - size.x / 2,
    x + size.x / 2,
    y - size.y / 2,
    y + size.y / 2,
  ];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
