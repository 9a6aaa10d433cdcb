/** From pieces to where everything stands: numbers and texts, no colours. */
import type { Bounds } from '../../scene/bounds.js';
import { emptyBounds, joinBounds } from '../../scene/bounds.js';
import type { XY } from '../../scene/shapes.js';
import type { Skip } from '../chain.js';
import { skipLevels } from '../rows.js';
import type { Options } from './options.js';
import {
  type Piece,
  type PlacedLink,
  type PlacedPiece,
  placeLink,
  placePiece,
  ports,
  type Spot,
} from './places.js';
import { breakRows } from './rows.js';
import { around, extremes, middleSpan, type Shape, target } from './shapes.js';
import { sweep } from './sweep.js';

/** A layer with its text. */
export interface PlacedTie extends PlacedLink {
  /** Where a row ends: the way from there to the map that the next one begins with. */
  readonly turn?: readonly XY[];
}

/** Everything in its place. */
export interface Layout {
  readonly maps: readonly PlacedPiece[];
  readonly ties: readonly PlacedTie[];
  /** From under a map, below all, to under a later one. */
  readonly skips: readonly (readonly XY[])[];
  /** What convnet-drawer would show; for its own layout only. */
  readonly canvas?: Bounds;
}

/** Lanes of skips: from the lowest text to the first, and between two, in px. */
const laneGap = 16;
const laneStep = 12;

/** Room around the way from one row to the next, in px. */
const turnGap = 12;

/** What convnet-drawer leaves at the left and the right for texts. */
const textRoom = 30;

/**
 * Places a figure.
 *
 * @param pieces Its maps.
 * @param skips Connections past maps.
 * @param options The options.
 * @returns Where everything stands.
 */
export function layout(pieces: readonly Piece[], skips: readonly Skip[], options: Options): Layout {
  const built =
    options.layout === 'classic' ? inToolsPlaces(pieces, options) : inRows(pieces, skips, options);
  return { ...built, skips: lanes(built, skips) };
}

type Built = Omit<Layout, 'skips'>;

/** All gaps alike, and a canvas that is as high above the centre line as below. */
function inToolsPlaces(pieces: readonly Piece[], options: Options): Built {
  const { interLayerMargin, boundingBoxMargin, textMargin, textSize } = options;
  const maps: PlacedPiece[] = [];
  for (const piece of pieces) {
    const before = maps.at(-1);
    const left = before ? extremes(before.shape).right + interLayerMargin : 0;
    maps.push(placePiece(piece, { left, leaning: false }, 0, options));
  }
  const ties = maps.slice(1).flatMap(({ shape }, index) => {
    const before = maps[index] as PlacedPiece;
    return placeLink(pieces[index] as Piece, before.shape, shape, options) ?? [];
  });
  const last = maps.at(-1);
  const left = -boundingBoxMargin - textRoom;
  const highest = Math.min(0, ...maps.map(({ shape }) => extremes(shape).top));
  const top = highest - textMargin - textSize - boundingBoxMargin;
  const right = (last ? extremes(last.shape).right : 0) + boundingBoxMargin + textRoom;
  return { maps, ties, canvas: { left, top, right, bottom: -top + textSize } };
}

function inRows(pieces: readonly Piece[], skips: readonly Skip[], options: Options): Built {
  const whole = sweep(pieces, options);
  const starts = skips.length > 0 ? [0] : breakRows(pieces, whole.spots, options);
  const maps: PlacedPiece[] = [];
  const ties: PlacedTie[] = [];
  let bottom = 0;
  let open: { readonly tie: PlacedTie; readonly from: XY; readonly side: number } | undefined;
  for (const [index, start] of starts.entries()) {
    const row = pieces.slice(start, starts[index + 1] ?? pieces.length);
    const { spots, end } = starts.length === 1 ? whole : sweep(row, options);
    const flat = placeRow(row, spots, end, 0, options);
    const bounds = boundsOfRow(flat.maps, flat.ties);
    const y = index === 0 ? 0 : bottom + options.rowGap - bounds.top;
    const { maps: placed, ties: own } = placeRow(row, spots, end, y, options);
    const [first] = placed;
    if (open && first) {
      const { shape } = first;
      const to = open.tie.link.kind === 'arrow' ? middleOf(shape) : target(shape);
      const lane = bottom + options.rowGap / 2;
      const back = bounds.left - turnGap;
      ties.push({
        ...open.tie,
        turn: [
          open.from,
          { x: open.side, y: open.from.y },
          { x: open.side, y: lane },
          { x: back, y: lane },
          { x: back, y: to.y },
          to,
        ],
      });
    }
    maps.push(...placed);
    const leading = end === undefined ? undefined : own.at(-1);
    ties.push(...(leading ? own.slice(0, -1) : own));
    open = leading && {
      tie: leading,
      from: { x: end as number, y },
      side: Math.max(end as number, boundsOfRow([], [leading]).right) + turnGap,
    };
    bottom = y + bounds.bottom;
  }
  return { maps, ties };
}

const middleOf = (shape: Shape): XY => ({ x: middleSpan(shape).left, y: shape.y });

function placeRow(
  row: readonly Piece[],
  spots: readonly Spot[],
  end: number | undefined,
  y: number,
  options: Options,
) {
  const maps = row.map((piece, index) => placePiece(piece, spots[index] as Spot, y, options));
  const ties = maps.flatMap(({ shape }, index): PlacedLink[] => {
    const after = maps[index + 1]?.shape ?? (end === undefined ? undefined : { x: end, y });
    const link = after && placeLink(row[index] as Piece, shape, after, options);
    return link ? [link] : [];
  });
  return { maps, ties };
}

function boundsOfRow(maps: readonly PlacedPiece[], ties: readonly PlacedLink[]): Bounds {
  return [
    ...maps.map(({ shape }) => extremes(shape)),
    ...maps.flatMap(({ label }) => label.boxes.map(around)),
    ...ties.flatMap(({ caption }) => caption.boxes.map(around)),
    ...ties.flatMap(({ link }) => link.lines.map(around)),
  ].reduce(joinBounds, emptyBounds);
}

/** Skips run below all texts, each on a lane that no other takes. */
function lanes({ maps, ties }: Built, skips: readonly Skip[]): XY[][] {
  const { bottom } = boundsOfRow(maps, ties);
  return skipLevels(skips).flatMap(({ from, to, level }) => {
    const [source, sink] = [maps[from], maps[to]];
    if (!source || !sink) return [];
    const start = ports(source.shape).out;
    const end = ports(sink.shape).in;
    const y = bottom + laneGap + level * laneStep;
    return [[start, { x: start.x, y }, { x: end.x, y }, end]];
  });
}
