/** Finds room for something within a drawing. */
import { type Bounds, growBounds } from './bounds.js';
import type { Size } from './legend-samples.js';
import { type Occupancy, occupancyOf } from './occupancy.js';
import type { SceneNode } from './scene.js';
import type { XY } from './shapes.js';

/** How far a place may be from all that is painted, in px: tried from the largest on. */
const clearances = [120, 90, 64, 48, 36, 28, 21, 14, 8] as const;

/** A corner or an edge that is this clear is as good as a clearer one. */
const ample = 36;

/** What may be taken. */
export interface RoomOptions {
  /** Least distance from all that is painted. */
  readonly clear: number;
  /** Whether it may stand anywhere, not only in corners and along the edges of the drawing. */
  readonly anywhere: boolean;
}

/** A place for one of several shapes. */
export interface Room {
  /** Which shape. */
  readonly index: number;
  /** Its left top corner. */
  readonly x: number;
  readonly y: number;
}

/**
 * Finds room for one of several shapes: in a corner, else along an edge, else
 * anywhere; of each, where it is clearest.
 *
 * @param drawing All that is painted.
 * @param bounds Bounds of it.
 * @param sizes The shapes; any will do.
 * @param options What may be taken.
 * @returns The room; nothing when there is none.
 */
export function roomWithin(
  drawing: readonly SceneNode[],
  bounds: Bounds,
  sizes: readonly Size[],
  options: RoomOptions,
): Room | undefined {
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  const fitting = sizes
    .map((size, index) => ({ ...size, index }))
    .filter((size) => size.width <= width && size.height <= height)
    .sort((a, b) => slenderness(a) - slenderness(b) || a.index - b.index);
  if (fitting.length === 0) return undefined;
  const occupancy = occupancyOf(drawing, bounds);
  const within = clearances.filter((clear) => clear >= options.clear);
  const modest = within.filter((clear) => clear <= ample);
  const finders = [
    { find: corner, clears: modest },
    { find: edge, clears: modest },
    ...(options.anywhere ? [{ find: anywhere, clears: within }] : []),
  ];
  for (const { find, clears } of finders) {
    for (const clear of clears) {
      for (const size of fitting) {
        const spots = spotsOf(size, bounds, clear, occupancy);
        const place = find(spots);
        if (place) return { index: size.index, ...place };
      }
    }
  }
  return undefined;
}

/** 0 for what is half as wide again as high, as a good legend is. */
function slenderness({ width, height }: Size): number {
  return Math.abs(Math.log(width / height / 1.5));
}

/** Where the left top corner may be, and whether it is free there. */
interface Spots extends Bounds {
  readonly step: number;
  isFree(place: XY): boolean;
}

function spotsOf(
  { width, height }: Size,
  { left, top, right, bottom }: Bounds,
  clear: number,
  { cell, isFree }: Occupancy,
): Spots {
  return {
    left,
    top,
    right: right - width,
    bottom: bottom - height,
    step: cell,
    isFree: ({ x, y }) =>
      isFree(growBounds({ left: x, top: y, right: x + width, bottom: y + height }, clear)),
  };
}

/** Right before left, as figures are read towards it; top before bottom, where captions stand. */
function corner({ left, top, right, bottom, isFree }: Spots): XY | undefined {
  return [
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: top },
    { x: left, y: bottom },
  ].find(isFree);
}

function edge(spots: Spots): XY | undefined {
  const { left, top, right, bottom } = spots;
  const stretches: readonly (readonly [XY, XY])[] = [
    [
      { x: left, y: top },
      { x: right, y: top },
    ],
    [
      { x: left, y: bottom },
      { x: right, y: bottom },
    ],
    [
      { x: right, y: top },
      { x: right, y: bottom },
    ],
    [
      { x: left, y: top },
      { x: left, y: bottom },
    ],
  ];
  return longest(stretches, spots);
}

function anywhere(spots: Spots): XY | undefined {
  const { left, top, right, bottom, step } = spots;
  const rows = Array.from({ length: Math.floor((bottom - top) / step) + 1 }, (_, row) => {
    const y = top + row * step;
    return [
      { x: left, y },
      { x: right, y },
    ] as const;
  });
  return longest(rows, spots);
}

/** The middle of the longest free part of some stretches; of the first of several. */
function longest(
  stretches: readonly (readonly [XY, XY])[],
  { step, isFree }: Spots,
): XY | undefined {
  let best: { readonly length: number; readonly middle: XY } | undefined;
  for (const [from, to] of stretches) {
    const count = Math.floor(Math.hypot(to.x - from.x, to.y - from.y) / step);
    const at = (index: number): XY => {
      const share = count === 0 ? 0 : index / count;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    };
    let start: number | undefined;
    for (let index = 0; index <= count + 1; index++) {
      const free = index <= count && isFree(at(index));
      if (free) start ??= index;
      else if (start !== undefined) {
        const length = index - start;
        if (length > (best?.length ?? 0)) {
          best = { length, middle: at(Math.floor((start + index - 1) / 2)) };
        }
        start = undefined;
      }
    }
  }
  return best?.middle;
}
