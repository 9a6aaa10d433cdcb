/** What the boxes, balls and lines of a drawing mean: one look and one mechanism for every style. */
import { type Bounds, boundsOf } from './bounds.js';
import { roomWithin } from './free-space.js';
import { drawSample, type Sample, type Size, sampleSize } from './legend-samples.js';
import type { Colour, GroupNode, SceneNode } from './scene.js';
import { measureLine, runsOf, scriptedLine } from './scripts.js';
import { rectangle } from './shapes.js';

/** One sample and what it means. */
export interface LegendEntry {
  /** Text, which may have scripts and formulas. */
  readonly label: string;
  readonly sample: Sample;
}

/** Where a legend may stand. */
export const legendPlaces = ['auto', 'below', 'above', 'left', 'right', 'inside'] as const;

/** Where a legend stands; `auto` is within the drawing where there is room, else below. */
export type LegendPlace = (typeof legendPlaces)[number];

/** How a legend looks, and where it stands. */
export interface LegendOptions {
  readonly place: LegendPlace;
  /** Colour of labels and signs. */
  readonly ink: Colour;
  /** Colour of the frame around a legend within the drawing. */
  readonly frame: Colour;
  /** A line over the entries. */
  readonly title?: string;
}

/** A legend, and where it came to stand. */
export interface Legend {
  /** A group of the role `legend`. */
  readonly node: GroupNode;
  readonly place: Exclude<LegendPlace, 'auto'>;
}

const fontSize = 12;
/** From a sample to its label. */
const labelGap = 7;
/** From one column of entries to the next. */
const columnGap = 20;
/** Least height of a row, and least room between what two rows hold. */
const rowHeight = 20;
const rowGap = 5;
/** From the baseline of a label up to the middle of its row: half of a capital's height. */
const middle = 0.36 * fontSize;
/** From the drawing to a legend beside it, and above or below it. */
const sideGap = 28;
const gap = 20;
/** From a legend within the drawing to its frame. */
const padding = 9;
/** Beside a drawing that is higher than so many legends, one stands at its top. */
const longest = 4;
/** A legend may be this wide although the drawing is narrower. */
const leastWidth = 240;
/** A legend within the drawing keeps this far from all that is painted. */
const clear = { auto: 14, inside: 8 } as const;

/** Labels are aligned beside samples up to this width; beside a wider one its label stands apart. */
const widestSmall = 32;

const isSmall = (width: number) => width <= widestSmall;

const slotOf = ({ sample }: Cell, slot: number) => (isSmall(sample.width) ? slot : sample.width);

/** Entries in rows and columns. */
interface Arrangement extends Size {
  readonly columns: readonly Column[];
  readonly heights: readonly number[];
  readonly titleHeight: number;
}

interface Cell {
  readonly entry: LegendEntry;
  readonly sample: Size;
  readonly label: Size;
}

interface Column {
  readonly cells: readonly Cell[];
  /** Width of its widest small sample. */
  readonly slot: number;
  readonly width: number;
}

/**
 * A legend for a drawing.
 *
 * @param entries What to list, in this order.
 * @param drawing All that is painted.
 * @param options Where it stands, and its colours.
 * @returns The legend; nothing for no entries, or for a drawing that paints nothing.
 */
export function legend(
  entries: readonly LegendEntry[],
  drawing: readonly SceneNode[],
  options: LegendOptions,
): Legend | undefined {
  if (entries.length === 0) return undefined;
  const bounds = boundsOf({ children: drawing });
  if (!Number.isFinite(bounds.left)) return undefined;
  const cells = entries.map(cellOf);
  const { place, title } = options;
  const inColumns = (count: number) => arrange(cells, count, title);
  const group = (arrangement: Arrangement, x: number, y: number): GroupNode => ({
    kind: 'group',
    role: 'legend',
    children: draw(arrangement, x, y, options),
  });

  if (place === 'left' || place === 'right') {
    const list = inColumns(1);
    const x = place === 'left' ? bounds.left - sideGap - list.width : bounds.right + sideGap;
    const height = bounds.bottom - bounds.top;
    // Beside the middle of a long drawing nobody looks for it.
    const long = height > longest * list.height;
    const y = bounds.top + (long ? 0 : (height - list.height) / 2);
    return { node: group(list, x, y), place };
  }
  if (place === 'auto' || place === 'inside') {
    const shapes = distinctColumns(cells.length).map(inColumns);
    const found = roomWithin(drawing, bounds, shapes.map(framed), {
      clear: clear[place],
      anywhere: place === 'inside',
    });
    if (found) {
      const shape = shapes[found.index] as Arrangement;
      const { width, height } = framed(shape);
      const frame = rectangle(
        found.x,
        found.y,
        width,
        height,
        { stroke: options.frame, strokeWidth: 0.75, strokeOpacity: 0.45 },
        4,
      );
      const { children, ...rest } = group(shape, found.x + padding, found.y + padding);
      return { node: { ...rest, children: [frame, ...children] }, place: 'inside' };
    }
  }
  const rows = widest(cells.length, inColumns, bounds);
  const x = (bounds.left + bounds.right - rows.width) / 2;
  const above = place === 'above';
  const y = above ? bounds.top - gap - rows.height : bounds.bottom + gap;
  return { node: group(rows, x, y), place: above ? 'above' : 'below' };
}

function framed({ width, height }: Size): Size {
  return { width: width + 2 * padding, height: height + 2 * padding };
}

function cellOf(entry: LegendEntry): Cell {
  const runs = runsOf(entry.label);
  const { width, ascent, descent } = measureLine({ text: entry.label, runs, size: fontSize });
  // Its box is about the middle of the row, so a high formula makes it grow on both sides.
  const height = 2 * Math.max(ascent - middle, descent + middle);
  return { entry, sample: sampleSize(entry.sample), label: { width, height } };
}

/** Numbers of columns that differ in their number of rows, each the least for its rows. */
function distinctColumns(count: number): number[] {
  const found = new Set<number>();
  for (let columns = 1; columns <= count; columns++) {
    found.add(Math.ceil(count / Math.ceil(count / columns)));
  }
  return [...found];
}

/** The arrangement of the fewest rows that is no wider than the drawing, its last row as full as can be. */
function widest(
  count: number,
  inColumns: (count: number) => Arrangement,
  { left, right }: Bounds,
): Arrangement {
  const room = Math.max(right - left, leastWidth);
  for (const columns of distinctColumns(count).reverse()) {
    const found = inColumns(columns);
    if (found.width <= room) return found;
  }
  return inColumns(1);
}

/** Puts entries in so many columns, one column after the other, so that like stands under like. */
function arrange(cells: readonly Cell[], count: number, title: string | undefined): Arrangement {
  const high = Math.ceil(cells.length / count);
  const columns = Array.from({ length: count }, (_, index): Column => {
    const own = cells.slice(index * high, (index + 1) * high);
    const slot = Math.max(0, ...own.map(({ sample }) => sample.width).filter(isSmall));
    const widths = own.map((cell) => slotOf(cell, slot) + labelGap + cell.label.width);
    return { cells: own, slot, width: Math.max(...widths) };
  });
  const heights = Array.from({ length: high }, (_, row) => {
    const own = columns.flatMap((column) => column.cells[row] ?? []);
    const needed = own.map(({ sample, label }) => Math.max(sample.height, label.height) + rowGap);
    return Math.max(rowHeight, ...needed);
  });
  const heading = title
    ? measureLine({ ...titleLine(title), size: fontSize, weight: 'bold' })
    : undefined;
  const titleHeight = heading ? Math.max(rowHeight, heading.ascent + heading.descent + rowGap) : 0;
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  return {
    columns,
    heights,
    titleHeight,
    width: Math.max(
      sum(columns.map(({ width }) => width)) + columnGap * (columns.length - 1),
      heading?.width ?? 0,
    ),
    // Half of the room between rows is over the first and under the last: it is not seen.
    height: sum(heights) + titleHeight - rowGap,
  };
}

const titleLine = (title: string) => ({ text: title, runs: runsOf(title) });

/** In the order of the list, which is not the order of the rows. */
function draw(
  { columns, heights, titleHeight }: Arrangement,
  left: number,
  top: number,
  { ink, title }: LegendOptions,
): SceneNode[] {
  const nodes: SceneNode[] = [];
  const text = (label: string, x: number, y: number, weight?: 'bold') =>
    scriptedLine(runsOf(label), x, y + middle, {
      size: fontSize,
      fill: ink,
      ...(weight && { weight }),
    });
  const start = top - rowGap / 2;
  if (title) nodes.push(text(title, left, start + titleHeight / 2, 'bold'));
  let x = left;
  for (const { cells, slot: least, width } of columns) {
    let y = start + titleHeight;
    cells.forEach((cell, row) => {
      const height = heights[row] ?? rowHeight;
      const slot = slotOf(cell, least);
      const centre = { x: x + slot / 2, y: y + height / 2 };
      nodes.push(
        ...drawSample(cell.entry.sample, centre, ink),
        text(cell.entry.label, x + slot + labelGap, centre.y),
      );
      y += height;
    });
    x += width + columnGap;
  }
  return nodes;
}
