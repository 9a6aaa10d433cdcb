/** How a stack is tied to the one before: a kernel with its pyramid, or an arrow. */
import type { XY } from '../../scene/shapes.js';
import type { Chain } from '../chain.js';
import type { Options } from './options.js';
import { arrowHeight, type Form, frontOf, type PlacedColumn, spanAt } from './stack.js';

/** A rectangle. */
export interface Box extends XY {
  readonly width: number;
  readonly height: number;
}

/** What ties a stack to the one before. */
export type Tie =
  | {
      readonly kind: 'kernel';
      readonly column: number;
      readonly box: Box;
      /** Where its four lines meet. */
      readonly point: XY;
    }
  | { readonly kind: 'arrow'; readonly column: number; readonly from: XY; readonly to: XY };

/** Least side of a kernel, in units. */
const leastKernel = 2;
/** How far a pyramid ends from the next kernel, in units. */
const pointGap = 0.8;
/** Where else it may end on a map, from 0 to 1, when its place is taken. */
const otherShares = [0.22, 0.78, 0.12, 0.88, 0.06, 0.94];
/** From an outline to the end of an arrow, and least length of an arrow, in px. */
const clearance = 5;
const leastArrow = 14;

/**
 * Says which ties are kernels.
 *
 * @param chain What is shown.
 * @param index Which column.
 * @param options The style's options.
 * @returns Height and width of the kernel that computes it, in shares of the map; nothing without one.
 */
function kernelShare(
  { columns }: Chain,
  index: number,
  { kernels }: Options,
): readonly [number, number] | undefined {
  const kernel = columns[index]?.kernel;
  const source = columns[index - 1]?.labelled;
  if (!kernels || !kernel || source?.reading !== 'map') return undefined;
  const { shape } = source;
  const rows = shape.length > 3 ? (shape.at(-2) ?? 1) : 1;
  return [shape.length > 3 ? kernel[0] / rows : 1, kernel[1] / (shape.at(-1) ?? 1)];
}

/**
 * @param chain What is shown.
 * @param index Which column.
 * @param options The style's options.
 * @returns Whether an arrow leads to it.
 */
export function hasArrow(chain: Chain, index: number, options: Options): boolean {
  return options.arrows && kernelShare(chain, index, options) === undefined;
}

/** Where an arrow between two stacks runs, under their tops. */
const commonHeight = (before: Form, after: Form) =>
  Math.min(arrowHeight(before), arrowHeight(after));

/**
 * How far two stacks stand apart at least, so that an arrow has room between them.
 *
 * @param before One stack.
 * @param after The next.
 * @param dotRadius Radius of dots in px.
 * @returns From the left of one to that of the other, in px.
 */
export function arrowStep(before: Form, after: Form, dotRadius: number): number {
  const at = commonHeight(before, after);
  const [, right] = spanAt(before, at, dotRadius);
  const [left] = spanAt(after, at, dotRadius);
  return right - left + 2 * clearance + leastArrow;
}

/**
 * Ties the stacks of a figure.
 *
 * @param chain What is shown.
 * @param columns Its columns in their places.
 * @param starts The first column of each row; they are not tied.
 * @param options The style's options.
 * @returns The ties.
 */
export function ties(
  chain: Chain,
  columns: readonly PlacedColumn[],
  starts: readonly number[],
  options: Options,
): Tie[] {
  const boxes = new Map<number, Box>();
  const turns = new Map<number, number>();
  for (let index = 1; index < columns.length; index++) {
    const share = kernelShare(chain, index, options);
    const source = columns[index - 1];
    if (!share || !source || starts.includes(index)) continue;
    const turn = boxes.size;
    turns.set(index, turn);
    boxes.set(index, kernelBox(source, share, byTurns(options.kernelPlaces, turn), options.unit));
  }
  return columns.flatMap((after, index): Tie[] => {
    const before = columns[index - 1];
    if (!before || starts.includes(index)) return [];
    const box = boxes.get(index);
    if (!box) return arrow(chain, index, before, after, options);
    const point = pointOn(after, turns.get(index) ?? 0, boxes.get(index + 1), options);
    return [{ kind: 'kernel', column: index, box, point }];
  });
}

type Place = readonly [number, number];

const byTurns = (places: readonly Place[], turn: number): Place =>
  places[turn % places.length] ?? [0.5, 0.5];

function kernelBox(source: PlacedColumn, share: Place, [x, y]: Place, unit: number): Box {
  const { form } = source;
  const front = frontOf(source);
  const side = (part: number, whole: number) =>
    Math.min(whole, Math.max(leastKernel * unit, part * whole));
  const [width, height] = [side(share[1], form.width), side(share[0], form.height)];
  return {
    x: front.x + x * (form.width - width),
    y: front.y + y * (form.height - height),
    width,
    height,
  };
}

function pointOn(
  column: PlacedColumn,
  turn: number,
  next: Box | undefined,
  { kernelPlaces, pointPlaces, unit }: Options,
): XY {
  const { form } = column;
  const front = frontOf(column);
  const at = ([x, y]: Place): XY => ({ x: front.x + x * form.width, y: front.y + y * form.height });
  if (form.kind === 'units') return at([0.5, 0.5]);
  const first = byTurns(pointPlaces ?? kernelPlaces, turn);
  if (pointPlaces || !next) return at(first);
  const others = otherShares.flatMap((share): Place[] => [
    [first[0], share],
    [share, first[1]],
  ]);
  const free = (gap: number) =>
    [first, ...others].map(at).find((point) => !within(point, next, gap));
  // A kernel may take the whole map; then the pyramid ends at its edge.
  return free(pointGap * unit) ?? free(0) ?? at([0, 0.5]);
}

function within({ x, y }: XY, box: Box, gap: number): boolean {
  const across = x > box.x - gap && x < box.x + box.width + gap;
  return across && y > box.y - gap && y < box.y + box.height + gap;
}

function arrow(
  chain: Chain,
  column: number,
  before: PlacedColumn,
  after: PlacedColumn,
  options: Options,
): Tie[] {
  if (!hasArrow(chain, column, options)) return [];
  const radius = options.dotRadius * options.unit;
  const at = commonHeight(before.form, after.form);
  const y = before.y + at;
  const from = { x: before.x + spanAt(before.form, at, radius)[1] + clearance, y };
  const to = { x: after.x + spanAt(after.form, at, radius)[0] - clearance, y };
  // Stacks that are made to overlap leave no room.
  return to.x - from.x < leastArrow * 0.9 ? [] : [{ kind: 'arrow', column, from, to }];
}

/**
 * A line from the right end of a row, under it, to the left end of the next.
 *
 * @param from The last stack of the row.
 * @param to The first of the next.
 * @param right Where the row ends, with its texts.
 * @param y Where the line runs back.
 * @param dotRadius Radius of dots in px.
 * @returns Its corners.
 */
export function turn(
  from: PlacedColumn,
  to: PlacedColumn,
  right: number,
  y: number,
  dotRadius: number,
): XY[] {
  const [startAt, endAt] = [arrowHeight(from.form), arrowHeight(to.form)];
  const start = from.x + spanAt(from.form, startAt, dotRadius)[1] + clearance;
  const end = to.x + spanAt(to.form, endAt, dotRadius)[0] - clearance;
  const [startY, endY] = [from.y + startAt, to.y + endAt];
  const margin = 18;
  return [
    { x: start, y: startY },
    { x: right + margin, y: startY },
    { x: right + margin, y },
    { x: -margin, y },
    { x: -margin, y: endY },
    { x: end, y: endY },
  ];
}
