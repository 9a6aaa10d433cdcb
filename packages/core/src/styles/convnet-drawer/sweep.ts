/** From left to right, each map as near to the one before as texts let it. */
import type { Bounds } from '../../scene/bounds.js';
import { overlaps } from '../../scene/overlap.js';
import type { XY } from '../../scene/shapes.js';
import type { Options } from './options.js';
import {
  type Piece,
  type PlacedPiece,
  placeLink,
  placePiece,
  type Spot,
  type Taken,
  takenBy,
} from './places.js';
import { around, extremes } from './shapes.js';

/** Room between two texts, from a text to an outline, and to a line, in px. */
const gaps = { text: 10, shape: 3, line: 4 } as const;

/** By how much a gap grows at most, in px. */
const mostMore = 1500;

/** From here on, the label of a vector rather leans away from the lines that lead to it, in px. */
const mostUpright = 24;

/** Where the maps of a row stand, and the right end of the way that leads on from it. */
export interface Row {
  readonly spots: readonly Spot[];
  readonly end?: number;
}

/**
 * Places the maps of a row. A gap is the least that the options ask for, and so
 * much more that no text comes near another text, an outline or a line.
 *
 * @param pieces The maps of the row; the last may have a layer that leads on.
 * @param options The options.
 * @returns Their places.
 */
export function sweep(pieces: readonly Piece[], options: Options): Row {
  const spots: Spot[] = [];
  const taken: Measured[] = [];
  let before: PlacedPiece | undefined;
  const place = (index: number): Spot => {
    const piece = pieces[index];
    const last = pieces[index - 1];
    const start = before ? extremes(before.shape).right + options.interLayerMargin : 0;
    const at = (spot: Spot) => {
      const placed = piece && placePiece(piece, spot, 0, options);
      const after = placed?.shape ?? { x: spot.left, y: 0 };
      const link = last && before ? placeLink(last, before.shape, after, options) : undefined;
      return { spot, placed, own: measured(takenBy(piece, placed, link)) };
    };
    let tried = at({ left: start, leaning: false });
    for (const spot of spotsFrom(start, piece)) {
      tried = at(spot);
      if (isFree(tried.own, taken)) break;
    }
    taken.push(tried.own);
    before = tried.placed;
    return tried.spot;
  };
  pieces.forEach((_, index) => {
    spots.push(place(index));
  });
  return pieces.at(-1)?.next ? { spots, end: place(pieces.length).left } : { spots };
}

/** Ever farther to the right. */
function* spotsFrom(start: number, piece: Piece | undefined): Generator<Spot> {
  const leans = piece?.size.kind === 'bar';
  for (let more = 0; more <= (leans ? mostUpright : mostMore); more++) {
    yield { left: start + more, leaning: false };
  }
  if (!leans) return;
  for (let more = 0; more <= mostMore; more++) yield { left: start + more, leaning: true };
}

function isFree(own: Measured, taken: readonly Measured[]): boolean {
  return (
    !meet(own.texts, own.lines, gaps.line) &&
    taken.every(
      (other) =>
        !meet(own.texts, other.texts, gaps.text) &&
        !meet(own.texts, other.shapes, gaps.shape) &&
        !meet(own.texts, other.lines, gaps.line) &&
        !meet(other.texts, own.shapes, gaps.shape) &&
        !meet(other.texts, own.lines, gaps.line),
    )
  );
}

/** A convex outline with the upright rectangle around it, by which most are told apart. */
interface Outline extends Bounds {
  readonly points: readonly XY[];
}

type Measured = { readonly [Kind in keyof Taken]: readonly Outline[] };

function measured({ texts, shapes, lines }: Taken): Measured {
  const each = (outlines: readonly (readonly XY[])[]) =>
    outlines.map((points): Outline => ({ points, ...around(points) }));
  return { texts: each(texts), shapes: each(shapes), lines: each(lines) };
}

function meet(some: readonly Outline[], others: readonly Outline[], gap: number): boolean {
  return some.some((a) =>
    others.some(
      (b) =>
        a.left - b.right < gap &&
        b.left - a.right < gap &&
        a.top - b.bottom < gap &&
        b.top - a.bottom < gap &&
        overlaps(a.points, b.points, -gap),
    ),
  );
}
