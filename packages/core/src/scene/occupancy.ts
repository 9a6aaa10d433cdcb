/**
 * Where a drawing paints. Texts, circles, images and paths are entered into a
 * coarse grid, row by row; sums over its rectangles then say at once whether a
 * place is free. The work grows with the length of what is painted and with the
 * number of cells, which has a bound.
 */
import { type Bounds, boundsOf, imageCorners, textCorners } from './bounds.js';
import type { CircleNode, Paint, PathNode, SceneNode } from './scene.js';
import type { XY } from './shapes.js';

/** About so many cells, and none smaller than this in px. */
const mostCells = 60_000;
const leastCell = 3;

/** Pieces of a curve, and sides of a circle. */
const pieces = 10;
const sides = 20;

/** Says what is free. */
export interface Occupancy {
  /** Side of a cell. */
  readonly cell: number;
  /** Whether nothing is painted within bounds, to a cell; outside of the drawing all is free. */
  isFree(bounds: Bounds): boolean;
}

/**
 * Enters a drawing into a grid.
 *
 * @param drawing All that is painted.
 * @param bounds Bounds of it.
 * @returns What is free in it.
 */
export function occupancyOf(drawing: readonly SceneNode[], bounds: Bounds): Occupancy {
  const grid = new Grid(bounds);
  for (const node of drawing) enter(node, grid);
  return grid.sums();
}

class Grid {
  readonly #bounds: Bounds;
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #taken: Uint8Array;

  constructor(bounds: Bounds) {
    const width = bounds.right - bounds.left;
    const height = bounds.bottom - bounds.top;
    this.#bounds = bounds;
    this.#cell = Math.max(leastCell, Math.sqrt((width * height) / mostCells));
    this.#columns = Math.ceil(width / this.#cell) + 1;
    this.#rows = Math.ceil(height / this.#cell) + 1;
    this.#taken = new Uint8Array(this.#columns * this.#rows);
  }

  /** Enters what lies between points in each row, and a margin around it. */
  hull(points: readonly XY[], margin: number): void {
    const { left, top } = this.#bounds;
    const cell = this.#cell;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const { y } of points) {
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
    const first = Math.max(0, Math.floor((low - margin - top) / cell));
    const last = Math.min(this.#rows - 1, Math.floor((high + margin - top) / cell));
    for (let row = first; row <= last; row++) {
      const upper = top + row * cell - margin;
      const span = across(points, upper, upper + cell + 2 * margin);
      if (span) this.#enter(row, span[0] - margin - left, span[1] + margin - left);
    }
  }

  /** The same for a straight line, of which there can be tens of thousands. */
  segment(a: XY, b: XY, margin: number): void {
    const { left, top } = this.#bounds;
    const cell = this.#cell;
    const [high, low] = a.y <= b.y ? [a, b] : [b, a];
    const rise = low.y - high.y;
    const slope = rise === 0 ? 0 : (low.x - high.x) / rise;
    const first = Math.max(0, Math.floor((high.y - margin - top) / cell));
    const last = Math.min(this.#rows - 1, Math.floor((low.y + margin - top) / cell));
    for (let row = first; row <= last; row++) {
      const upper = top + row * cell - margin;
      const lower = upper + cell + 2 * margin;
      const from = upper > high.y ? high.x + (upper - high.y) * slope : high.x;
      const to = lower < low.y ? high.x + (lower - high.y) * slope : low.x;
      this.#enter(row, Math.min(from, to) - margin - left, Math.max(from, to) + margin - left);
    }
  }

  #enter(row: number, from: number, to: number): void {
    const start = row * this.#columns;
    const first = Math.max(0, Math.floor(from / this.#cell));
    const last = Math.min(this.#columns - 1, Math.floor(to / this.#cell));
    for (let column = first; column <= last; column++) this.#taken[start + column] = 1;
  }

  sums(): Occupancy {
    const [columns, rows, taken] = [this.#columns, this.#rows, this.#taken];
    const stride = columns + 1;
    const sums = new Uint32Array(stride * (rows + 1));
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let column = 0; column < columns; column++) {
        sum += taken[row * columns + column] ?? 0;
        sums[(row + 1) * stride + column + 1] = sum + (sums[row * stride + column + 1] ?? 0);
      }
    }
    const { left, top } = this.#bounds;
    const at = (value: number, most: number) => Math.max(0, Math.min(most, value));
    const cell = this.#cell;
    return {
      cell,
      isFree(bounds) {
        const from = at(Math.floor((bounds.left - left) / cell), columns);
        const to = at(Math.ceil((bounds.right - left) / cell), columns);
        const upper = at(Math.floor((bounds.top - top) / cell), rows) * stride;
        const lower = at(Math.ceil((bounds.bottom - top) / cell), rows) * stride;
        const sum = (index: number) => sums[index] ?? 0;
        return sum(lower + to) - sum(lower + from) - sum(upper + to) + sum(upper + from) === 0;
      },
    };
  }
}

/** The least and the greatest x of a closed outline between two heights. */
function across(
  points: readonly XY[],
  upper: number,
  lower: number,
): readonly [number, number] | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let before = points.at(-1) as XY;
  for (const point of points) {
    const [a, b] = before.y <= point.y ? [before, point] : [point, before];
    before = point;
    if (b.y < upper || a.y > lower) continue;
    const at = (y: number) => (a.y === b.y ? a.x : a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y));
    const first = a.y < upper ? at(upper) : a.x;
    const second = b.y > lower ? at(lower) : b.x;
    low = Math.min(low, first, second);
    high = Math.max(high, first, second);
    if (a.y === b.y) {
      low = Math.min(low, b.x);
      high = Math.max(high, b.x);
    }
  }
  return low <= high ? [low, high] : undefined;
}

function enter(node: SceneNode, grid: Grid): void {
  switch (node.kind) {
    case 'group':
      for (const child of node.children) enter(child, grid);
      return;
    case 'text':
      grid.hull(textCorners(node), 0);
      return;
    case 'image':
      grid.hull(imageCorners(node), 0);
      return;
    case 'circle':
      grid.hull(polygonAround(node), halfStroke(node.paint));
      return;
    case 'path':
      enterPath(node, grid);
      return;
    default:
      grid.hull(cornersOf(boundsOf(node)), 0);
  }
}

function cornersOf({ left, top, right, bottom }: Bounds): XY[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** A polygon that the circle touches from within. */
function polygonAround({ x, y, radius }: CircleNode): XY[] {
  const reach = radius / Math.cos(Math.PI / sides);
  return Array.from({ length: sides }, (_, index) => {
    const angle = (2 * Math.PI * index) / sides;
    return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
  });
}

function halfStroke({ stroke, strokeWidth = 1 }: Paint): number {
  return stroke ? strokeWidth / 2 : 0;
}

/**
 * Closed or filled pieces take all between their sides: a legend in an unfilled
 * frame would look like a part of what the frame holds. Of open lines only the line counts.
 */
function enterPath({ commands, paint }: PathNode, grid: Grid): void {
  const margin = halfStroke(paint);
  let points: XY[] = [];
  const finish = (closed: boolean) => {
    if (closed || paint.fill) {
      if (points.length > 0) grid.hull(points, margin);
    } else {
      for (let index = 1; index < points.length; index++) {
        grid.segment(points[index - 1] as XY, points[index] as XY, margin);
      }
    }
  };
  for (const command of commands) {
    if (command[0] === 'Z') {
      finish(true);
      points = points.slice(0, 1);
    } else if (command[0] === 'C') {
      points.push(...curve(points.at(-1) ?? { x: command[5], y: command[6] }, command));
    } else {
      if (command[0] === 'M') {
        if (points.length > 1) finish(false);
        points = [];
      }
      points.push({ x: command[1], y: command[2] });
    }
  }
  if (points.length > 1) finish(false);
}

function curve(
  from: XY,
  [, x1, y1, x2, y2, x, y]: readonly ['C', number, number, number, number, number, number],
): XY[] {
  return Array.from({ length: pieces }, (_, index) => {
    const t = (index + 1) / pieces;
    const s = 1 - t;
    const at = (a: number, b: number, c: number, d: number) =>
      s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    return { x: at(from.x, x1, x2, x), y: at(from.y, y1, y2, y) };
  });
}
