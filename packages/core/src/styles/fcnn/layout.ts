/** Where units, dots and labels of a node-link figure stand: numbers only. */
import type { LineExtent } from '../../scene/scripts.js';
import type { XY } from '../../scene/shapes.js';
import { ofLayer } from './per-layer.js';

/** Where the network runs to. */
export type Direction = 'right' | 'left' | 'up' | 'down';

/** Lengths in px. */
export interface LayoutOptions {
  readonly direction: Direction;
  readonly nodeDiameter: number;
  readonly nodeOutlineWidth: number;
  /** Between the outlines of neighbours in a column, at least; one for each if a list. */
  readonly nodeGap: number | readonly number[];
  /** Between the outlines of neighbouring columns, at least; one for each gap if a list. */
  readonly layerGap: number | readonly number[];
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
  /** Size of the largest text beside a unit; only the first and the last column have any. */
  readonly beside?: LineExtent | undefined;
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
  /** Anchor of the text beside each unit, on the baseline, in the order of the units. */
  readonly beside: readonly XY[];
  /** Three places for dots where units are left out, or none. */
  readonly dots: readonly XY[];
  /** Top of the label, and its middle (in a row of columns) or its left edge (in a stack of rows). */
  readonly label: XY;
}

/** From the tallest column to the labels. */
const labelGap = 19;

/** Between labels that stand side by side. */
const labelSpace = 16;

/** From a circle to the text beside it. */
const besideGap = 6;

/** Between texts beside neighbouring units. */
const besideSpace = 8;

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
 * @param column Which column.
 * @param columns How many there are.
 * @param options Lengths.
 * @param fontSize Size of the labels.
 * @returns Its width in px; labels at the right of rows have all the room they need.
 */
export function labelRoom(
  column: number,
  columns: number,
  { direction, layerGap, nodeDiameter }: LayoutOptions,
  fontSize: number,
): number {
  if (!isHorizontal(direction)) return Number.POSITIVE_INFINITY;
  const gaps = [column - 1, column]
    .filter((gap) => gap >= 0 && gap < columns - 1)
    .map((gap) => ofLayer(layerGap, gap));
  const pitch = Math.min(...gaps) + nodeDiameter;
  return Math.max(pitch - labelSpace, leastRoom * fontSize);
}

/**
 * The units of a layer that are shown.
 *
 * @param units How many it has.
 * @param options Whether its middle is left out.
 * @returns Their numbers, from 0.
 */
export function shownUnits(units: number, options: LayoutOptions): number[] {
  return slotsOf({ units, bias: false }, options).units.map(({ index }) => index);
}

function slotsOf(
  { units, bias }: Pick<ColumnSpec, 'units' | 'bias'>,
  { elide, maxNodes }: LayoutOptions,
): Slots {
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
 * neither circles nor texts touch.
 *
 * @param specs What each column shows.
 * @param options Lengths.
 * @returns One column each. The first unit of the longest column stands at 0.
 */
export function layout(specs: readonly ColumnSpec[], options: LayoutOptions): Column[] {
  const { direction, nodeDiameter } = options;
  const slots = specs.map((spec) => slotsOf(spec, options));
  const pitches = specs.map((spec, column) => pitchOf(spec, column, options));
  const lengths = slots.map(({ count }, column) => (count - 1) * (pitches[column] as number));
  const longest = Math.max(0, ...lengths);
  const along = axisPositions(specs, options);
  const at = (u: number, v: number): XY => {
    const sign = direction === 'left' || direction === 'up' ? -1 : 1;
    return isHorizontal(direction) ? { x: sign * u, y: v } : { x: v, y: sign * u };
  };
  const reaches = specs.map(({ beside }, column) => {
    const half = beside ? besideAcross(beside, options) / 2 : 0;
    return (longest + (lengths[column] as number)) / 2 + Math.max(nodeDiameter / 2, half);
  });
  const edge = Math.max(longest + nodeDiameter / 2, ...reaches) + labelGap;

  return specs.map((spec, column): Column => {
    const { units, dots } = slots[column] as Slots;
    const pitch = pitches[column] as number;
    const u = along[column] as number;
    const across = (slot: number) => (longest - (lengths[column] as number)) / 2 + slot * pitch;
    const middle = at(u, edge);
    const placed = units.map(({ slot, index }) => ({ ...at(u, across(slot)), index }));
    const { beside } = spec;
    return {
      units: placed,
      beside: beside ? placed.map((unit) => besideOf(unit, beside, column === 0, options)) : [],
      ...(spec.bias && { bias: at(u, across(0)) }),
      dots: dots === undefined ? [] : [-1, 0, 1].map((step) => at(u, across(dots + 0.35 * step))),
      label: isHorizontal(direction)
        ? middle
        : { x: middle.x, y: middle.y - spec.label.height / 2 },
    };
  });
}

/** From the centre of a unit to that of the next. */
function pitchOf({ beside }: ColumnSpec, column: number, options: LayoutOptions): number {
  const pitch = options.nodeDiameter + ofLayer(options.nodeGap, column);
  return beside ? Math.max(pitch, Math.ceil(besideAcross(beside, options) + besideSpace)) : pitch;
}

/** What the largest text beside a unit takes along the column. */
function besideAcross(
  { width, ascent, descent }: LineExtent,
  { direction }: LayoutOptions,
): number {
  return isHorizontal(direction) ? ascent + descent : width;
}

/** Which way a text lies from its circle: away from the network. */
export function outward(
  first: boolean,
  direction: Direction,
): 'left' | 'right' | 'above' | 'below' {
  const forward = { right: 'right', left: 'left', down: 'below', up: 'above' } as const;
  const back = { right: 'left', left: 'right', down: 'above', up: 'below' } as const;
  return (first ? back : forward)[direction];
}

function besideOf(
  { x, y }: XY,
  { ascent, descent }: LineExtent,
  first: boolean,
  { direction, nodeDiameter, nodeOutlineWidth }: LayoutOptions,
): XY {
  const away = (nodeDiameter + nodeOutlineWidth) / 2 + besideGap;
  // Halfway between baseline and capitals lies on the middle of the circle.
  const level = y + (ascent - descent) / 2;
  switch (outward(first, direction)) {
    case 'left':
      return { x: x - away, y: level };
    case 'right':
      return { x: x + away, y: level };
    case 'above':
      return { x, y: y - away - descent };
    case 'below':
      return { x, y: y + away + ascent };
  }
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
      const gap = ofLayer(options.layerGap, index - 1);
      position += Math.max(gap + options.nodeDiameter, Math.ceil(labels));
    }
    positions.push(position);
  }
  return positions;
}
