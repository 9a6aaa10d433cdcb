/** Where units, dots and labels of a node-link figure stand: numbers only. */
import type { XY } from '../../scene/shapes.js';

/** Where the network runs to. */
export type Direction = 'right' | 'left' | 'up' | 'down';

/** Lengths in px. */
export interface LayoutOptions {
  readonly direction: Direction;
  readonly nodeDiameter: number;
  /** Between the outlines of neighbours in a column. */
  readonly nodeGap: number;
  /** Between the outlines of neighbouring columns, at least. */
  readonly layerGap: number;
  /** Most places of a column before its middle is left out. */
  readonly maxNodes: number;
  readonly elide: boolean;
}

/** What a column has to show. */
export interface ColumnSpec {
  readonly units: number;
  /** Whether it has a bias unit, which feeds the next column. */
  readonly bias: boolean;
  /** Size of its label; nothing for none. */
  readonly label: { readonly width: number; readonly height: number };
}

/** One unit that is shown. */
export interface Unit extends XY {
  /** Which unit of the layer it is, from 0; nothing for the bias unit. */
  readonly index?: number;
}

/** One column, placed. */
export interface Column {
  readonly units: readonly Unit[];
  readonly bias?: Unit;
  /** Three places for dots where units are left out, or none. */
  readonly dots: readonly XY[];
  /** Top of the label, and its middle (in a row of columns) or its left edge (in a stack of rows). */
  readonly label: XY;
}

/** From the tallest column to the labels. */
const labelGap = 19;

/** Between labels that stand side by side. */
const labelSpace = 16;

/** Places that the dots take. */
const dotPlaces = 2;

/** Where along a column its units stand, counted in places from its start. */
interface Slots {
  readonly units: readonly { readonly slot: number; readonly index: number }[];
  readonly dots: number | undefined;
  readonly count: number;
}

/**
 * Whether columns stand side by side, and their labels under them.
 *
 * @param direction Where the network runs to.
 * @returns False when they are rows, with labels at their right.
 */
export function isHorizontal(direction: Direction): boolean {
  return direction === 'right' || direction === 'left';
}

/** Columns rather move apart than have labels narrower than this, in font sizes: `Hidden layer`. */
const leastRoom = 6;

/**
 * How wide a line of a label may be.
 *
 * @param options Lengths.
 * @param fontSize Size of the labels.
 * @returns Its width in px; labels at the right of rows have all the room they need.
 */
export function labelRoom(options: LayoutOptions, fontSize: number): number {
  if (!isHorizontal(options.direction)) return Number.POSITIVE_INFINITY;
  return Math.max(options.layerGap + options.nodeDiameter - labelSpace, leastRoom * fontSize);
}

function slotsOf({ units, bias }: ColumnSpec, { elide, maxNodes }: LayoutOptions): Slots {
  const first = bias ? 1 : 0;
  if (!elide || units <= maxNodes) {
    const all = Array.from({ length: units }, (_, index) => ({ slot: first + index, index }));
    return { units: all, dots: undefined, count: first + units };
  }
  const shown = maxNodes - dotPlaces;
  const head = Math.ceil(shown / 2);
  const some = Array.from({ length: shown }, (_, place) =>
    place < head
      ? { slot: first + place, index: place }
      : { slot: first + place + dotPlaces, index: units - shown + place },
  );
  return { units: some, dots: first + head + (dotPlaces - 1) / 2, count: first + maxNodes };
}

/**
 * Places the columns of a network: each centred on the axis, so far apart that
 * neither circles nor labels touch.
 *
 * @param specs What each column shows.
 * @param options Lengths.
 * @returns One column each. The first unit of the tallest column stands at 0.
 */
export function layout(specs: readonly ColumnSpec[], options: LayoutOptions): Column[] {
  const { direction, nodeDiameter, nodeGap } = options;
  const pitch = nodeDiameter + nodeGap;
  const slots = specs.map((spec) => slotsOf(spec, options));
  const tallest = Math.max(1, ...slots.map(({ count }) => count));
  const along = axisPositions(specs, options);
  const at = (u: number, v: number): XY => {
    const sign = direction === 'left' || direction === 'up' ? -1 : 1;
    return isHorizontal(direction) ? { x: sign * u, y: v } : { x: v, y: sign * u };
  };
  const edge = (tallest - 1) * pitch + nodeDiameter / 2 + labelGap;

  return specs.map((spec, column): Column => {
    const { units, dots, count } = slots[column] as Slots;
    const u = along[column] as number;
    const across = (slot: number) => ((tallest - count) / 2 + slot) * pitch;
    const middle = at(u, edge);
    return {
      units: units.map(({ slot, index }) => ({ ...at(u, across(slot)), index })),
      ...(spec.bias && { bias: at(u, across(0)) }),
      dots: dots === undefined ? [] : [-1, 0, 1].map((step) => at(u, across(dots + 0.35 * step))),
      label: isHorizontal(direction)
        ? middle
        : { x: middle.x, y: middle.y - spec.label.height / 2 },
    };
  });
}

/** Where each column stands on the axis of the network, from 0. */
function axisPositions(specs: readonly ColumnSpec[], options: LayoutOptions): number[] {
  const positions: number[] = [];
  let position = 0;
  for (const [index, { label }] of specs.entries()) {
    const before = specs[index - 1]?.label;
    if (before) {
      const labels = isHorizontal(options.direction)
        ? (before.width + label.width) / 2 + labelSpace
        : (before.height + label.height) / 2 + labelSpace / 2;
      position += Math.max(options.layerGap + options.nodeDiameter, Math.ceil(labels));
    }
    positions.push(position);
  }
  return positions;
}

/**
 * The connections between two neighbouring columns, each unit with each; a bias
 * unit feeds but is not fed.
 *
 * @param from The column that feeds.
 * @param to The column that is fed.
 * @returns Pairs of units, those of one source together.
 */
export function connections(from: Column, to: Column): (readonly [Unit, Unit])[] {
  const sources = from.bias ? [from.bias, ...from.units] : from.units;
  return sources.flatMap((source) => to.units.map((target) => [source, target] as const));
}
