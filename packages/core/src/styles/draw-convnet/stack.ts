/** How large stacks are: the side of their squares, where these stand, and where dots do. */
import type { XY } from '../../scene/shapes.js';
import type { Chain, Column } from '../chain.js';
import { mostOfStack, type Options } from './options.js';

/** A square of a stack, by its left top corner. */
export interface Square extends XY {
  /** Which place of the stack it has, the hindmost 0; its colour follows from that. */
  readonly place: number;
}

/** Width and height. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** One stack, the left top corner of all it takes at (0, 0). In px. */
export interface Form {
  readonly kind: 'maps' | 'units';
  /** Size of one square. */
  readonly width: number;
  readonly height: number;
  /** Back to front. */
  readonly squares: readonly Square[];
  /** Centres of the dots for what is left out. */
  readonly dots: readonly XY[];
  /** How far above and under a dot it stands for what is left out. */
  readonly dotReach: number;
  readonly extent: Size;
}

/** Height of a map with a single axis, in units. */
const stripHeight = 5;
/** Above this ratio of the largest map to the smallest, sizes follow the root. */
const linearRatio = 10;
/** In a network of small maps only, the largest has this side, but no position more than so many units. */
const smallSide = 20;
const largestPosition = 4;
/** Maps of a stack overlap by at least a quarter, so that the smallest do not look like dense units. */
const mostStep = 0.75;

/**
 * Sizes the stacks of a chain.
 *
 * @param chain What is shown.
 * @param options The style's options.
 * @returns One form a column.
 */
export function forms(chain: Chain, options: Options): readonly Form[] {
  const { unit, unitSize } = options;
  const side = sideScale(chain, options);
  return chain.columns.map((column): Form => {
    const { reading, shape } = column.labelled;
    if (reading === 'vector') {
      const [right, down] = options.unitStep ?? [unitSize, unitSize];
      const size = { width: unitSize * unit, height: unitSize * unit };
      const at = { x: right * unit, y: down * unit };
      return stack('units', size, shape[1] ?? 1, options.maxUnits, at, options);
    }
    const [height, width] = positionsOf(column);
    const strip = reading === 'map' && shape.length === 3;
    const size = {
      width: side(width) * unit,
      height: (strip ? stripHeight : side(height)) * unit,
    };
    const least = mostStep * Math.min(size.width, size.height);
    const [right, down] = options.mapStep.map((step) => {
      const length = step * unit;
      return Math.sign(length) * Math.min(Math.abs(length), least);
    }) as [number, number];
    const count = reading === 'map' ? (shape[1] ?? 1) : 1;
    return stack('maps', size, count, options.maxMaps, { x: right, y: down }, options);
  });
}

/** Height and width of the maps of a column, in positions. */
function positionsOf({ labelled: { shape } }: Column): readonly [number, number] {
  const width = shape.at(-1) ?? 1;
  return [shape.length > 3 ? (shape.at(-2) ?? 1) : (shape[1] ?? 1), width];
}

/** From positions to units. */
function sideScale(chain: Chain, { scale, mapSize, minSize }: Options): (size: number) => number {
  const sizes = chain.columns
    .filter(({ labelled }) => labelled.reading !== 'vector')
    .flatMap(({ labelled: { reading, shape } }) =>
      shape.slice(reading === 'map' ? 2 : 1).slice(-2),
    );
  const largest = Math.max(1, ...sizes);
  const smallest = Math.min(largest, ...sizes.filter((size) => size > 1));
  const natural = Math.max(largest, Math.min(smallSide, largest * largestPosition));
  const full = Math.min(mapSize, natural);
  const auto = largest / smallest > linearRatio ? 'sqrt' : 'linear';
  const shareOf = {
    linear: (size: number) => size / largest,
    sqrt: (size: number) => Math.sqrt(size / largest),
    log: (size: number) => Math.log1p(size) / Math.log1p(largest),
  }[scale === 'auto' ? auto : scale];
  return (size) => Math.max(Math.min(minSize, full), full * shareOf(size));
}

/**
 * @param most What the options say of the places of a stack.
 * @returns A number of places.
 */
export function placesOf(most: number | 'all'): number {
  return most === 'all' ? mostOfStack : most;
}

function stack(
  kind: Form['kind'],
  { width, height }: Size,
  count: number,
  most: number | 'all',
  step: XY,
  options: Options,
): Form {
  const shown = Math.min(count, placesOf(most));
  // A square remains at either end.
  const dots = options.omit && count > shown ? Math.max(0, Math.min(options.dots, shown - 2)) : 0;
  const first = Math.ceil((shown - dots) / 2);
  const reach = { x: step.x * (shown - 1), y: step.y * (shown - 1) };
  const corner = { x: Math.min(0, reach.x), y: Math.min(0, reach.y) };
  const all = Array.from({ length: shown }, (_, place): Square => {
    return { place, x: step.x * place - corner.x, y: step.y * place - corner.y };
  });
  const dotted = all.slice(first, first + dots);
  const after = all.slice(first + dots);
  const place = dotPlace(dotted, [all[first - 1], after[0]], { width, height }, options.dotPlace);
  return {
    kind,
    width,
    height,
    squares: [...all.slice(0, first), ...after],
    dots: dotted.map(({ x, y }) =>
      place === 'middle'
        ? { x: x + width / 2, y: y + height / 2 }
        : { x: step.x * step.y < 0 ? x : x + width, y },
    ),
    dotReach: Math.abs(step.y) / 2,
    extent: { width: width + Math.abs(reach.x), height: height + Math.abs(reach.y) },
  };
}

/** Where the dots of a stack stand: not where the squares around them hide most of them. */
function dotPlace(
  dots: readonly XY[],
  around: readonly (XY | undefined)[],
  { width, height }: Size,
  chosen: Options['dotPlace'],
): 'middle' | 'corner' {
  if (chosen !== 'auto') return chosen;
  const free = dots.filter(({ x, y }) =>
    around.every((square) => {
      if (!square) return true;
      return Math.abs(x - square.x) > width / 2 || Math.abs(y - square.y) > height / 2;
    }),
  );
  return free.length < dots.length / 2 ? 'corner' : 'middle';
}

/** A stack in its place. */
export interface PlacedColumn {
  readonly form: Form;
  /** Left top corner of what it takes. */
  readonly x: number;
  readonly y: number;
}

/**
 * @param column A stack in its place.
 * @returns Left top corner of its foremost square.
 */
export function frontOf({ form, x, y }: PlacedColumn): XY {
  const last = form.squares.at(-1) ?? { x: 0, y: 0 };
  return { x: x + last.x, y: y + last.y };
}

/**
 * @param form A stack.
 * @returns Where arrows leave it and come to it, under its top: at its foremost map, or half way down its units.
 */
export function arrowHeight({ kind, squares, height, extent }: Form): number {
  const front = squares.at(-1);
  return kind === 'units' || !front ? extent.height / 2 : front.y + height / 2;
}

/** Nearer above or under a square, in px, a line would be taken for a part of it, and its head would touch. */
const grazing = 4.5;

/**
 * Measures a stack along a line across it.
 *
 * @param form The stack.
 * @param at How far under its top the line runs.
 * @param dotRadius Radius of its dots.
 * @returns Where its squares and dots begin and end there, from its left.
 */
export function spanAt(
  { squares, dots, dotReach, width, height, extent }: Form,
  at: number,
  dotRadius: number,
): readonly [left: number, right: number] {
  const passed = squares.filter(({ y }) => at > y - grazing && at < y + height + grazing);
  const near = dots.filter(({ y }) => Math.abs(at - y) <= Math.max(dotReach, dotRadius + grazing));
  const lefts = [...passed.map(({ x }) => x), ...near.map(({ x }) => x - dotRadius)];
  const rights = [...passed.map(({ x }) => x + width), ...near.map(({ x }) => x + dotRadius)];
  if (lefts.length === 0) return [0, extent.width];
  return [Math.min(...lefts), Math.max(...rights)];
}

/**
 * How far two stacks stand apart at least.
 *
 * @param before One stack.
 * @param after The next, its top at the same height.
 * @param gap Least gap between squares.
 * @returns From the left of one to that of the other.
 */
export function stackStep(before: Form, after: Form, gap: number): number {
  let step = 0;
  for (const a of before.squares) {
    for (const b of after.squares) {
      const beside = a.y < b.y + after.height + gap && b.y < a.y + before.height + gap;
      if (beside) step = Math.max(step, a.x + before.width + gap - b.x);
    }
  }
  return step;
}
