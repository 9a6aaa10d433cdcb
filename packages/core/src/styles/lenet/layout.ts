/** Where everything stands: numbers only. */
import type { XY } from '../../scene/shapes.js';
import {
  lineExtent,
  measureText,
  type Overshoot,
  overshootOf,
  stackLines,
} from '../../scene/text.js';
import type { Chain } from '../chain.js';
import { type PlacedSkip, rowStarts, skipLevels, skipsHeight } from '../rows.js';
import { type Link, link } from './links.js';
import type { LenetOptions } from './options.js';
import { placeSkips, turn } from './routes.js';
import { type Form, forms, labelCentre } from './stack.js';

/** The texts of one column. */
export interface ColumnTexts {
  /** Above it. */
  readonly size: string;
  /** Under the gap before it, one line each. */
  readonly operation: readonly string[];
  /** Under those, smaller. */
  readonly detail: string;
}

/** A column in its place. */
export interface PlacedColumn {
  readonly form: Form;
  /** Top left corner of what it takes. */
  readonly x: number;
  readonly y: number;
}

/** A line of text, centred. */
export interface PlacedText {
  /** Which column it belongs to. */
  readonly column: number;
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly role: 'size' | 'operation' | 'detail';
}

/** The whole figure. */
export interface LenetLayout {
  readonly columns: readonly PlacedColumn[];
  /** How columns are tied to the one before: all but the first of a row, and those that it touches. */
  readonly links: readonly Link[];
  readonly texts: readonly PlacedText[];
  readonly skips: readonly PlacedSkip[];
  /** Lines from the end of a row to the start of the next. */
  readonly turns: readonly (readonly XY[])[];
}

/** Between texts of one row. */
const textGap = 14;
/** Between shapes and texts. */
const labelGap = 12;
/** Least from the left end of one column to that of the next, however negative the gap. */
const leastStep = 16;
/** Between rows. */
const rowGap = 44;
/** Line height and size of details, in font sizes. */
const lineHeight = 1.25;
/** Size of details, in font sizes. */
export const detailSize = 0.86;

/**
 * Places the columns of a chain.
 *
 * @param chain What is shown.
 * @param texts The texts of each column.
 * @param options The style's options.
 * @returns The figure.
 */
export function layout(
  chain: Chain,
  texts: readonly ColumnTexts[],
  options: LenetOptions,
): LenetLayout {
  const plan = skipLevels(chain.skips);
  const starts = rowStarts(chain, options.wrap);
  const longest = Math.max(
    ...starts.map((start, row) => (starts[row + 1] ?? texts.length) - start),
  );
  const sized = forms(chain, options, longest);
  const columns: PlacedColumn[] = [];
  const placed: PlacedText[] = [];
  const skips: PlacedSkip[] = [];
  const turns: (readonly XY[])[] = [];
  const links: Link[] = [];
  let top = 0;
  starts.forEach((start, row) => {
    const end = starts[row + 1] ?? sized.length;
    const xs = spread(sized.slice(start, end), texts.slice(start, end), options, start);
    const rowSkips = plan.filter(({ from }) => from >= start && from < end);
    const { size } = rowHeights(sized.slice(start, end));
    const sizes = options.showLabels && texts.slice(start, end).some((each) => each.size !== '');
    const over = sizesOvershoot(sizes ? texts.slice(start, end) : [], options.fontSize);
    const labels = sizes ? over.above + options.fontSize + over.below + labelGap : 0;
    const middle = top + skipsHeight(rowSkips) + labels + size / 2;
    xs.forEach((x, index) => {
      const form = sized[start + index] as Form;
      columns.push({ form, x, y: middle - form.extent.height / 2 });
    });
    const baseline = middle - size / 2 - labelGap - over.below;
    const bottom = middle + size / 2;
    placed.push(...rowTexts(columns, texts, start, end, baseline, bottom, options));
    skips.push(
      ...placeSkips(rowSkips, columns, baseline - (sizes ? over.above + options.fontSize : 0)),
    );
    const height = options.showLabels ? textsHeight(texts.slice(start, end), options.fontSize) : 0;
    const previous = columns[start - 1];
    const first = columns[start];
    if (previous && first && row > 0) {
      turns.push(turn(previous, first, previous.x + previous.form.extent.width, top - rowGap / 2));
    }
    top = bottom + height + rowGap;
  });
  for (let index = 1; index < columns.length; index++) {
    const [before, after] = [columns[index - 1], columns[index]];
    if (!before || !after || starts.includes(index)) continue;
    const tie = link(chain, index, before, after, options);
    if (tie) links.push(tie);
  }
  return { columns, links, texts: placed, skips, turns };
}

function rowHeights(row: readonly Form[]): { size: number } {
  return { size: Math.max(0, ...row.map(({ extent }) => extent.height)) };
}

/** What the options say of the gap before a column. */
function gapBefore(index: number, bars: boolean, { spacing, vectorSpacing }: LenetOptions): number {
  if (typeof spacing !== 'number') return spacing[index - 1] ?? spacing.at(-1) ?? 0;
  return bars ? vectorSpacing : spacing;
}

/** Left edges of the columns of a row, so far apart that no two texts meet. */
function spread(
  row: readonly Form[],
  texts: readonly ColumnTexts[],
  options: LenetOptions,
  start: number,
): number[] {
  const { fontSize, showLabels } = options;
  const continued = start > 0;
  const widest = (index: number) => {
    const { operation, detail } = texts[index] as ColumnTexts;
    const lines = operation.map((line) => measureText(line, fontSize));
    return Math.max(...lines, measureText(detail, fontSize * detailSize), 0);
  };
  const sizeWidth = (index: number) => measureText((texts[index] as ColumnTexts).size, fontSize);
  const xs: number[] = [];
  // A row that goes on begins with room for the operation of its first column.
  let operationEnd = continued ? widest(0) : Number.NEGATIVE_INFINITY;
  row.forEach((form, index) => {
    const before = row[index - 1];
    const left = xs[index - 1];
    if (!before || left === undefined) {
      const gap = Math.max(0, gapBefore(start, false, options));
      xs.push(continued ? Math.max(gap, (widest(0) + gap) / 2) : 0);
      if (continued) operationEnd = widest(0);
      return;
    }
    const right = left + before.extent.width;
    const bars = form.kind === 'bar' || before.kind === 'bar';
    let x = right + gapBefore(start + index, bars, options);
    if (showLabels) {
      const labelEnd = labelCentre({ form: before, x: left }) + sizeWidth(index - 1) / 2;
      const labelled = sizeWidth(index - 1) > 0 && sizeWidth(index) > 0;
      if (labelled) x = Math.max(x, labelEnd + textGap + sizeWidth(index) / 2 - form.width / 2);
      const half = widest(index) / 2;
      if (half > 0 && Number.isFinite(operationEnd)) {
        x = Math.max(x, 2 * (operationEnd + textGap + half) - right);
      }
      if (half > 0) operationEnd = (right + x) / 2 + half;
    }
    xs.push(Math.max(x, left + leastStep));
  });
  return xs;
}

/** How far the tallest formulas of a row of sizes reach over its line. */
function sizesOvershoot(texts: readonly ColumnTexts[], fontSize: number): Overshoot {
  const overs = texts.map(({ size }) => overshootOf(size, fontSize));
  return {
    above: Math.max(0, ...overs.map(({ above }) => above)),
    below: Math.max(0, ...overs.map(({ below }) => below)),
  };
}

function textsHeight(texts: readonly ColumnTexts[], fontSize: number): number {
  const operations = texts.map(
    ({ operation }) => stackLines(operation, fontSize, fontSize * lineHeight).height,
  );
  const size = fontSize * detailSize;
  const details = texts.map(({ detail }) =>
    detail === '' ? 0 : stackLines([detail], size, size * lineHeight).height,
  );
  const height = Math.max(0, ...operations) + Math.max(0, ...details);
  return height > 0 ? height + labelGap : 0;
}

function rowTexts(
  columns: readonly PlacedColumn[],
  texts: readonly ColumnTexts[],
  start: number,
  end: number,
  baseline: number,
  bottom: number,
  { fontSize, showLabels }: LenetOptions,
): PlacedText[] {
  if (!showLabels) return [];
  const placed: PlacedText[] = [];
  for (let index = start; index < end; index++) {
    const column = columns[index] as PlacedColumn;
    const { size, operation, detail } = texts[index] as ColumnTexts;
    if (size) {
      placed.push({ column: index, text: size, x: labelCentre(column), y: baseline, role: 'size' });
    }
    const before = index > start ? columns[index - 1] : undefined;
    if (index === 0) continue;
    const left = before ? before.x + before.form.extent.width : 0;
    const x = (left + column.x) / 2;
    const first = bottom + labelGap + lineExtent.ascent * fontSize;
    const { shifts, height } = stackLines(operation, fontSize, fontSize * lineHeight);
    operation.forEach((text, at) => {
      const y = first + (shifts[at] ?? 0);
      placed.push({ column: index, text, x, y, role: 'operation' });
    });
    if (detail) {
      const y = first + height + overshootOf(detail, fontSize * detailSize).above;
      placed.push({ column: index, text: detail, x, y, role: 'detail' });
    }
  }
  return placed;
}
