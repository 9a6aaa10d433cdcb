/** Where the pieces of a row stand: their texts, outlines and lines, for a place of each map. */
import type { XY } from '../../scene/shapes.js';
import { lineExtent } from '../../scene/text.js';
import { type Link, type LinkSpec, linkOf } from './links.js';
import type { Options } from './options.js';
import { extremes, outlineOf, type Shape } from './shapes.js';
import type { Size } from './sizes.js';
import { movedBlock, type TextBlock } from './text-blocks.js';

/** From a text to the map under it with `clear`, in px. */
const leastGap = 2;

/** A map that has no place yet. */
export interface Piece {
  readonly size: Size;
  /** Over it; the origin is on the last baseline. */
  readonly label: TextBlock;
  /** The layer that leads on from it; nothing for the last map. */
  readonly next?: LinkSpec;
  /** Under the way of that layer; the origin is on the first baseline. */
  readonly caption?: TextBlock;
  /** Whether a skip ends or begins at it. */
  readonly skips: { readonly in: boolean; readonly out: boolean };
}

/** A map in its place. */
export interface PlacedPiece {
  readonly shape: Shape;
  readonly label: TextBlock;
}

/** A layer in its place. */
export interface PlacedLink {
  readonly link: Link;
  readonly caption: TextBlock;
}

/** Where a map stands along its row. */
export interface Spot {
  readonly left: number;
  /** Whether its label begins at its left end, clear of what leads there, and not over its middle. */
  readonly leaning: boolean;
}

/**
 * Places a map about a centre line.
 *
 * @param piece The map.
 * @param spot Where.
 * @param y Its centre line.
 * @param options Margins.
 * @returns It and its label.
 */
export function placePiece(
  { size, label }: Piece,
  { left, leaning }: Spot,
  y: number,
  options: Pick<Options, 'layout' | 'textMargin' | 'textSize'>,
): PlacedPiece {
  const shape: Shape = { ...size, left, y };
  const { right, top } = extremes(shape);
  const middle = size.kind === 'bar' ? left + size.channels / 2 : (left + right) / 2;
  // What hangs below the baseline of a large text would reach into the map.
  const least = options.layout === 'clear' ? lineExtent.descent * options.textSize + leastGap : 0;
  const lift = Math.max(options.textMargin, least);
  const start = Math.min(0, ...label.boxes.flat().map((corner) => corner.x));
  const x = leaning ? left - start : middle;
  return { shape, label: movedBlock(label, { x, y: top - lift }) };
}

/**
 * Places a layer between two maps.
 *
 * @param piece The map before, as it was given.
 * @param before The map before.
 * @param after The map after, or where a row ends before it.
 * @param options Margins.
 * @returns What is drawn, and its text: nothing for the last map.
 */
export function placeLink(
  { next, caption }: Piece,
  before: Shape,
  after: Shape | XY,
  { layout, textMargin, textSize }: Pick<Options, 'layout' | 'textMargin' | 'textSize'>,
): PlacedLink | undefined {
  if (!next || !caption) return undefined;
  const { right, bottom } = extremes(before);
  const end = 'kind' in after ? extremes(after) : { left: after.x, bottom };
  return {
    link: linkOf(next, before, after, layout === 'clear'),
    caption: movedBlock(caption, {
      x: (right + end.left) / 2,
      y: Math.max(bottom, end.bottom) + textMargin + textSize,
    }),
  };
}

/** Where skips come to a map and where they leave it, on its lower outline. */
export function ports(shape: Shape): { readonly in: XY; readonly out: XY } {
  const { left, channels, width } = shape;
  const { bottom } = extremes(shape);
  if (shape.kind === 'bar') {
    const at = (share: number) => ({ x: left + share * channels, y: bottom });
    return { in: at(0.25), out: at(0.75) };
  }
  return {
    in: { x: left + width.x / 2, y: bottom - width.y / 2 },
    out: { x: left + width.x + channels / 2, y: bottom },
  };
}

/** What texts keep off, and texts. */
export interface Taken {
  readonly texts: readonly (readonly XY[])[];
  readonly shapes: readonly (readonly XY[])[];
  readonly lines: readonly (readonly XY[])[];
}

/** Lower than any text of a row, in px. */
const deep = 1e5;

/**
 * What a map and the layer that leads to it take.
 *
 * @param piece The map, as it was given.
 * @param placed The map.
 * @param link The layer before it.
 * @returns Its texts, outlines and lines.
 */
export function takenBy(
  piece: Piece | undefined,
  placed: PlacedPiece | undefined,
  link: PlacedLink | undefined,
): Taken {
  const trunks = piece && placed ? ports(placed.shape) : undefined;
  const down = ({ x, y }: XY): XY[] => [
    { x, y },
    { x, y: y + deep },
  ];
  return {
    texts: [...(placed?.label.boxes ?? []), ...(link?.caption.boxes ?? [])],
    shapes: placed ? [outlineOf(placed.shape)] : [],
    lines: [
      ...(link?.link.lines ?? []),
      ...(trunks && piece?.skips.in ? [down(trunks.in)] : []),
      ...(trunks && piece?.skips.out ? [down(trunks.out)] : []),
    ],
  };
}
