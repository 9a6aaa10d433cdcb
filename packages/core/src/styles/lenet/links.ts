/** How a column is tied to the one before: a kernel, the ends of a bar, or an arrow. */
import type { XY } from '../../scene/shapes.js';
import type { Chain } from '../chain.js';
import type { PlacedColumn } from './layout.js';
import type { LenetOptions } from './options.js';
import { kernelPlace, type MapPlace } from './places.js';

/** What ties two columns. */
export type Link =
  | {
      readonly kind: 'kernel';
      readonly column: number;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Where its two lines meet. */
      readonly point: XY;
    }
  | {
      readonly kind: 'fan';
      readonly column: number;
      readonly lines: readonly (readonly [XY, XY])[];
    }
  | { readonly kind: 'arrow'; readonly column: number; readonly from: XY; readonly to: XY };

/** Least side of a kernel. */
const leastKernel = 5;
/** Least length of an arrow. */
const leastArrow = 10;
/** From an outline to the end of an arrow. */
export const clearance = 4;

/**
 * Ties a column to the one before.
 *
 * @param chain What is shown.
 * @param index Which column.
 * @param before The column before, in its place.
 * @param after The column, in its place.
 * @param options The style's options.
 * @returns The tie; nothing where an arrow has no room, because columns overlap.
 */
export function link(
  chain: Chain,
  index: number,
  before: PlacedColumn,
  after: PlacedColumn,
  options: LenetOptions,
): Link | undefined {
  if (before.form.kind === 'bar' || after.form.kind === 'bar') {
    return { kind: 'fan', column: index, lines: fan(before, after) };
  }
  const column = chain.columns[index];
  const kernel = column?.kernel;
  const source = chain.columns[index - 1]?.labelled;
  const place = kernel && kernelPlace(column, index, options);
  if (place && source?.reading === 'map') {
    const rows = source.shape.length > 3 ? (source.shape.at(-2) ?? 1) : 1;
    const columns = source.shape.at(-1) ?? 1;
    const height = source.shape.length > 3 ? kernel[0] / rows : 1;
    const box = kernelBox(before, height, kernel[1] / columns, place.kernel);
    return { kind: 'kernel', column: index, ...box, point: onFront(after, place.point) };
  }
  const y = before.y + before.form.extent.height / 2;
  const from = { x: rightAt(before, y) + clearance, y };
  const to = { x: leftAt(after, y) - clearance, y };
  if (to.x - from.x < leastArrow) return undefined;
  return { kind: 'arrow', column: index, from, to };
}

function front({ form, x, y }: PlacedColumn): XY {
  const offset = form.offsets.at(-1) ?? 0;
  return { x: x + offset, y: y + offset };
}

function onFront(column: PlacedColumn, at: XY): XY {
  const corner = front(column);
  return { x: corner.x + at.x * column.form.width, y: corner.y + at.y * column.form.height };
}

function kernelBox(column: PlacedColumn, height: number, width: number, at: MapPlace) {
  const { form } = column;
  const corner = front(column);
  const side = (share: number, whole: number) =>
    Math.min(whole, Math.max(leastKernel, share * whole));
  const size = { width: side(width, form.width), height: side(height, form.height) };
  return {
    ...size,
    x: corner.x + at.x * (form.width - size.width),
    y: corner.y + at.y * (form.height - size.height),
  };
}

/** Lines from the right corners of one column to the left corners of the next. */
function fan(before: PlacedColumn, after: PlacedColumn): (readonly [XY, XY])[] {
  const bottom = ({ form, y }: PlacedColumn) => y + form.extent.height;
  const bottomLeft = after.form.kind === 'bar' ? after.x + after.form.height : front(after).x;
  return [
    [
      { x: before.x + before.form.width, y: before.y },
      { x: after.x, y: after.y },
    ],
    [
      { x: before.x + before.form.extent.width, y: bottom(before) },
      { x: bottomLeft, y: bottom(after) },
    ],
  ];
}

/** Offsets of the maps that a height passes; where maps are left out, of the one that would be there. */
function passed({ form, y }: PlacedColumn, at: number): readonly number[] {
  if (form.kind === 'bar') return [at - y];
  const hit = form.offsets.filter((offset) => at >= y + offset && at <= y + offset + form.height);
  return hit.length > 0 ? hit : [at - y - form.height / 2];
}

/**
 * @param column A column.
 * @param at A height.
 * @returns Where its maps and dots, or its bar, end on the right at that height.
 */
export function rightAt(column: PlacedColumn, at: number): number {
  const { form, x, y } = column;
  const dots = form.dots.filter((offset) => Math.abs(y + offset - at) < clearance);
  return x + form.width + Math.max(...passed(column, at), ...dots);
}

/**
 * @param column A column.
 * @param at A height.
 * @returns Where its maps, or its bar, begin on the left at that height.
 */
export function leftAt(column: PlacedColumn, at: number): number {
  return column.x + Math.min(...passed(column, at));
}
