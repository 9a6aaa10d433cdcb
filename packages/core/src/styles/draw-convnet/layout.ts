/** Where everything stands: numbers only. */
import type { XY } from '../../scene/shapes.js';
import { lineExtent, measureText, overshootOf, stackLines } from '../../scene/text.js';
import type { Chain } from '../chain.js';
import {
  type PlacedSkip,
  rowStarts,
  type SkipPlan,
  skipGap,
  skipHeight,
  skipLevels,
  skipsHeight,
} from '../rows.js';
import type { Options } from './options.js';
import { type Form, forms, type PlacedColumn, stackStep } from './stack.js';
import type { ColumnTexts } from './texts.js';
import { arrowStep, hasArrow, type Tie, ties, turn } from './ties.js';

/** A line of text; x is its left end, y its baseline. */
export interface PlacedText extends XY {
  readonly text: string;
  readonly role: 'header' | 'operation' | 'detail';
}

/** The whole figure. */
export interface Layout {
  readonly columns: readonly PlacedColumn[];
  /** Whether some stacks overlap. */
  readonly overlapping: boolean;
  readonly ties: readonly Tie[];
  readonly texts: readonly PlacedText[];
  readonly skips: readonly PlacedSkip[];
  /** Lines from the end of a row to the start of the next. */
  readonly turns: readonly (readonly XY[])[];
}

/** Between texts of one row. */
const textGap = 12;
/** Least between squares of stacks side by side, in units. */
const stackGap = 2;
/** Between rows. */
const rowGap = 44;
/** Between a skip that ends and one that begins at the same stack. */
const footGap = 14;
/** Line height, in font sizes. */
const lineHeight = 1.2;

/**
 * Places the stacks of a chain.
 *
 * @param chain What is shown.
 * @param texts The texts of each.
 * @param options The style's options.
 * @returns The figure.
 */
export function layout(chain: Chain, texts: readonly ColumnTexts[], options: Options): Layout {
  const plan = skipLevels(chain.skips);
  const starts = rowStarts(chain, options.wrap);
  const sized = forms(chain, options);
  const columns: PlacedColumn[] = [];
  const placed: PlacedText[] = [];
  const skips: PlacedSkip[] = [];
  const turns: (readonly XY[])[] = [];
  const { unit, fontSize } = options;
  let top = 0;
  let right = 0;
  starts.forEach((start, row) => {
    const end = starts[row + 1] ?? sized.length;
    const own = texts.slice(start, end);
    const xs = spread(chain, sized, texts, start, end, options);
    const rowSkips = plan.filter(({ from }) => from >= start && from < end);
    const headers = headerHeights(own, options);
    const y = top + skipsHeight(rowSkips) + headers.height;
    const previous = columns[start - 1];
    xs.forEach((x, index) => {
      columns.push({ form: sized[start + index] as Form, x, y });
    });
    const [first] = columns.slice(start);
    if (previous && first) {
      const between = top - rowGap / 2;
      turns.push(turn(previous, first, right, between, options.dotRadius * unit));
    }
    const bottom = y + Math.max(...sized.slice(start, end).map(({ extent }) => extent.height));
    own.forEach((text, index) => {
      const x = xs[index] as number;
      placed.push(...headerTexts(text, x, y - headers.drop, fontSize));
      const left = x - shiftBefore(sized[start + index] as Form, options);
      placed.push(...captionTexts(text, left, bottom + captionGapOf(options), fontSize));
    });
    skips.push(...placeSkips(rowSkips, columns, texts, y - headers.height, options));
    right = Math.max(
      ...xs.map((x, index) => {
        const form = sized[start + index] as Form;
        const text = own[index] as ColumnTexts;
        const caption = x - shiftBefore(form, options) + captionWidth(text, fontSize);
        return Math.max(x + form.extent.width, x + widthOf(text.header, fontSize), caption);
      }),
    );
    top = bottom + captionsHeight(own, options) + rowGap;
  });
  const overlapping = columns.some(({ form, x, y }, index) => {
    const next = columns[index + 1];
    return next !== undefined && next.y === y && next.x - x < stackStep(form, next.form, 0);
  });
  const tied = ties(chain, columns, starts, options);
  return { columns, overlapping, ties: tied, texts: placed, skips, turns };
}

const widthOf = (lines: readonly string[], size: number) =>
  Math.max(0, ...lines.map((text) => measureText(text, size)));

const captionWidth = ({ operation, detail }: ColumnTexts, size: number) =>
  widthOf([...operation, ...detail], size);

/** How far the caption of a stack begins before it. */
function shiftBefore({ kind }: Form, { unit, captionShift, unitCaptionShift }: Options): number {
  return unit * (kind === 'units' ? unitCaptionShift : captionShift);
}

/** Left ends of the stacks of a row, so far apart that neither they nor their texts meet. */
function spread(
  chain: Chain,
  sized: readonly Form[],
  texts: readonly ColumnTexts[],
  start: number,
  end: number,
  options: Options,
): number[] {
  const { unit, fontSize, layerWidth } = options;
  const xs: number[] = [];
  let captionEnd = Number.NEGATIVE_INFINITY;
  for (let index = start; index < end; index++) {
    const form = sized[index] as Form;
    const before = sized[index - 1];
    const left = xs.at(-1);
    const text = texts[index] as ColumnTexts;
    const caption = captionWidth(text, fontSize);
    const shift = shiftBefore(form, options);
    let x = 0;
    if (before && left !== undefined) {
      if (typeof layerWidth === 'number') {
        const stacks = stackStep(before, form, stackGap * unit);
        const arrow = hasArrow(chain, index, options)
          ? arrowStep(before, form, options.dotRadius * unit)
          : 0;
        x = left + Math.max(layerWidth * unit, stacks, arrow);
      } else {
        x = left + unit * (layerWidth[index - 1] ?? layerWidth.at(-1) ?? 0);
      }
      const header = widthOf((texts[index - 1] as ColumnTexts).header, fontSize);
      if (header > 0 && text.header.length > 0) x = Math.max(x, left + header + textGap);
      if (caption > 0) x = Math.max(x, captionEnd + textGap + shift);
    } else if (caption > 0) {
      // The first stack of a row that goes on has a caption, too.
      x = Math.max(0, shift);
    }
    if (caption > 0) captionEnd = x - shift + caption;
    xs.push(x);
  }
  return xs;
}

/** Height of a row of headers, and how far its baseline stands above the stacks. */
function headerHeights(texts: readonly ColumnTexts[], { fontSize, headerGap, unit }: Options) {
  const shown = texts.filter(({ header }) => header.length > 0);
  if (shown.length === 0) return { height: 0, drop: 0 };
  const belows = shown.map(({ header }) => overshootOf(header.at(-1) ?? '', fontSize).below);
  // Descenders keep clear of the stacks, however small the gap.
  const drop = Math.max(headerGap * unit, lineExtent.descent * fontSize + 2) + Math.max(...belows);
  const heights = shown.map(({ header }) => lastShift(header, fontSize));
  return { height: drop + Math.max(...heights) + lineExtent.ascent * fontSize, drop };
}

/** How far the last baseline of lines stands under the first of lines without formulas. */
const lastShift = (lines: readonly string[], size: number) =>
  stackLines(lines, size, size * lineHeight).shifts.at(-1) ?? 0;

function headerTexts({ header }: ColumnTexts, x: number, baseline: number, size: number) {
  const { shifts } = stackLines(header, size, size * lineHeight);
  const last = shifts.at(-1) ?? 0;
  return header.map((text, index): PlacedText => {
    return { text, x, y: baseline - last + (shifts[index] ?? 0), role: 'header' };
  });
}

function captionTexts({ operation, detail }: ColumnTexts, x: number, top: number, size: number) {
  const lines = [...operation, ...detail];
  const { shifts } = stackLines(lines, size, size * lineHeight);
  return lines.map((text, index): PlacedText => {
    const role = index < operation.length ? 'operation' : 'detail';
    return { text, x, y: top + lineExtent.ascent * size + (shifts[index] ?? 0), role };
  });
}

/** Captions keep clear of outlines, however small the gap. */
const captionGapOf = ({ captionGap, unit }: Options) => Math.max(captionGap * unit, 3);

function captionsHeight(texts: readonly ColumnTexts[], options: Options): number {
  const { fontSize } = options;
  const heights = texts.map(({ operation, detail }) => {
    return stackLines([...operation, ...detail], fontSize, fontSize * lineHeight).height;
  });
  const height = Math.max(0, ...heights);
  return height > 0 ? height + captionGapOf(options) : 0;
}

/** Brackets from header to header; a stack that both begins and ends skips has them side by side. */
function placeSkips(
  plan: readonly SkipPlan[],
  columns: readonly PlacedColumn[],
  texts: readonly ColumnTexts[],
  bottom: number,
  { fontSize }: Options,
): PlacedSkip[] {
  const begins = new Set(plan.map(({ from }) => from));
  const ends = new Set(plan.map(({ to }) => to));
  const centre = (index: number) => {
    const { form, x } = columns[index] as PlacedColumn;
    const header = widthOf((texts[index] as ColumnTexts).header, fontSize);
    return x + (header > 0 ? header : form.width) / 2;
  };
  return plan.map(({ from, to, level }) => {
    const fromX = centre(from) + (ends.has(from) ? footGap / 2 : 0);
    const toX = centre(to) - (begins.has(to) ? footGap / 2 : 0);
    const foot = bottom - skipGap;
    return { from, to, fromX, toX, foot, top: foot - (level + 1) * skipHeight };
  });
}
