/** Where everything stands: numbers only. */
import type { XY } from '../../scene/shapes.js';
import { lineExtent, measureText, overshootOf, stackLines } from '../../scene/text.js';
import { clearance, moved, type Shape } from '../blocks/clearance.js';
import { type Faces, facesOf, outlineOf, type Slant } from './faces.js';
import type { Options } from './options.js';
import type { Size } from './sizes.js';
import type { CuboidTexts } from './texts.js';

/** A line of text, centred. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
}

/** A cuboid in its place. */
export interface PlacedCuboid {
  readonly faces: Faces;
  readonly texts: readonly PlacedText[];
}

/** The whole figure. */
export interface Layout {
  readonly cuboids: readonly PlacedCuboid[];
  /** Lines from the end of a row to the start of the next. */
  readonly turns: readonly (readonly XY[])[];
}

/** From a cuboid to its texts: ConvNetDraw's, and what looks the same under it. */
const sizeGap = 5;
const nameGap = 5;
/** Line height of names, in font sizes. */
const lineHeight = 1.2;
/** Least room between texts of neighbours, and around them. */
const textGap = 6;
const clearGap = 3;
/** From the end of a row, and the start of the next, to the line between them. */
const turnGap = 10;
/** Width of a row unless the options say otherwise. */
const usualWidth = 1100;

/** A cuboid with its texts, the left bottom corner of its front in the origin of its row. */
interface Unit {
  readonly size: Size;
  readonly outline: Shape;
  readonly texts: readonly PlacedText[];
  readonly labels: readonly Shape[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Places the cuboids of a figure: fronts level, each a gap after what the one
 * before covers, further where texts would meet.
 *
 * @param sizes Lengths of the cuboids.
 * @param texts Texts of each.
 * @param options The options.
 * @returns The figure, its first row around y = 0.
 */
export function layout(
  sizes: readonly Size[],
  texts: readonly CuboidTexts[],
  options: Options,
): Layout {
  const slant: Slant = { right: options.ratio1 / 1000, up: options.ratio2 / 1000 };
  const units = sizes.map((size, index) =>
    unitOf(size, texts[index] ?? { size: '', name: [] }, slant, options),
  );
  const xs = spread(units, options.gap);
  const starts = rowStarts(units, xs, options);
  const cuboids: PlacedCuboid[] = [];
  const turns: (readonly XY[])[] = [];
  let below: { readonly bottom: number; readonly end: XY; readonly right: number } | undefined;
  starts.forEach((start, row) => {
    const members = units.slice(start, starts[row + 1] ?? units.length);
    const first = xs[start] ?? 0;
    const places = members.map((_, index) => (xs[start + index] ?? 0) - first);
    const top = Math.min(...members.map((unit) => unit.top));
    const axis = below ? below.bottom + options.rowGap - top : 0;
    members.forEach((unit, index) => {
      const x = places[index] ?? 0;
      const corner = { x, y: axis + unit.size.height / 2 };
      cuboids.push({
        faces: facesOf(unit.size, corner, slant),
        texts: unit.texts.map((text) => ({ ...text, x: text.x + x, y: text.y + axis })),
      });
    });
    const right = Math.max(...members.map((unit, index) => (places[index] ?? 0) + unit.right));
    if (below) {
      const left = Math.min(0, ...members.map((unit, index) => (places[index] ?? 0) + unit.left));
      turns.push(turn(below, { x: 0, y: axis }, left, below.bottom + options.rowGap / 2));
    }
    const last = members.at(-1) as Unit;
    below = {
      bottom: axis + Math.max(...members.map((unit) => unit.bottom)),
      end: { x: (places.at(-1) ?? 0) + reachOf(last, slant), y: axis },
      right,
    };
  });
  return { cuboids, turns };
}

/** Where a cuboid ends on the right at the level of the middle of its front. */
function reachOf({ size: { width, height, depth } }: Unit, { right, up }: Slant): number {
  const share = depth * up === 0 ? 1 : Math.min(1, height / 2 / (depth * up));
  return width + depth * right * share;
}

/** From the end of a row, under it, to the start of the next. */
function turn(
  before: { readonly end: XY; readonly right: number },
  start: XY,
  left: number,
  between: number,
): XY[] {
  const right = before.right + turnGap;
  const outside = left - 2 * turnGap;
  return [
    { x: before.end.x + sizeGap, y: before.end.y },
    { x: right, y: before.end.y },
    { x: right, y: between },
    { x: outside, y: between },
    { x: outside, y: start.y },
    { x: start.x - sizeGap, y: start.y },
  ];
}

function unitOf(
  size: Size,
  { size: sizeText, name }: CuboidTexts,
  slant: Slant,
  { fontSize, edgeWidth }: Options,
): Unit {
  const faces = facesOf(size, { x: 0, y: size.height / 2 }, slant);
  const outline = outlineOf(faces);
  const back = size.width / 2 + size.depth * slant.right;
  const top = -size.height / 2 - size.depth * slant.up;
  const bottom = size.height / 2;
  const texts: PlacedText[] = [];
  if (sizeText !== '') {
    const descent = lineExtent.descent * fontSize + edgeWidth / 2 + 1;
    const y = top - Math.max(sizeGap, descent) - overshootOf(sizeText, fontSize).below;
    texts.push({ text: sizeText, x: back, y });
  }
  const { shifts } = stackLines(name, fontSize, lineHeight * fontSize);
  const first = bottom + nameGap + lineExtent.ascent * fontSize;
  name.forEach((text, index) => {
    texts.push({ text, x: size.width / 2, y: first + (shifts[index] ?? 0) });
  });
  const labels = texts.map((text) => boxOf(text, fontSize));
  const points = [...outline, ...labels.flat()];
  return {
    size,
    outline,
    texts,
    labels,
    left: Math.min(...points.map(({ x }) => x)),
    right: Math.max(...outline.map(({ x }) => x)),
    top: Math.min(...points.map(({ y }) => y)),
    bottom: Math.max(...points.map(({ y }) => y)),
  };
}

function boxOf({ text, x, y }: PlacedText, fontSize: number): XY[] {
  const half = measureText(text, fontSize) / 2;
  const over = overshootOf(text, fontSize);
  const top = y - lineExtent.ascent * fontSize - over.above;
  const bottom = y + lineExtent.descent * fontSize + over.below;
  return [
    { x: x - half, y: top },
    { x: x + half, y: top },
    { x: x + half, y: bottom },
    { x: x - half, y: bottom },
  ];
}

/** Something that stands in a row, and how far right it and all before it reach. */
interface Taken {
  readonly shape: Shape;
  readonly isText: boolean;
  readonly reach: number;
}

/** Left edges of the fronts in one long row. */
function spread(units: readonly Unit[], gap: number): number[] {
  const xs: number[] = [];
  const taken: Taken[] = [];
  let end = 0;
  for (const unit of units) {
    const own = [
      { shape: unit.outline, isText: false },
      ...unit.labels.map((shape) => ({ shape, isText: true })),
    ];
    let x = xs.length === 0 ? 0 : end + gap;
    for (let at = taken.length - 1; at >= 0; at--) {
      const before = taken[at] as Taken;
      if (before.reach + textGap < x + unit.left) break;
      for (const { shape, isText } of own) {
        if (!isText && !before.isText) continue;
        const margin = isText && before.isText ? textGap : clearGap;
        x = Math.max(x, clearance(before.shape, shape, margin));
      }
    }
    xs.push(x);
    end = x + unit.right;
    for (const { shape, isText } of own) {
      const placed = moved(shape, x, 0);
      const reach = Math.max(taken.at(-1)?.reach ?? 0, ...placed.map((point) => point.x));
      taken.push({ shape: placed, isText, reach });
    }
  }
  return xs;
}

/** Index of the first cuboid of each row: as few rows as fit, the longest as short as can be. */
function rowStarts(units: readonly Unit[], xs: readonly number[], { wrap }: Options): number[] {
  const limit = wrap === 'never' ? Number.POSITIVE_INFINITY : wrap === 'auto' ? usualWidth : wrap;
  const endOf = (index: number) => (xs[index] ?? 0) + (units[index]?.right ?? 0);
  const within = (width: number): number[] => {
    const starts = [0];
    for (let index = 1; index < units.length; index++) {
      if (endOf(index) - (xs[starts.at(-1) ?? 0] ?? 0) > width) starts.push(index);
    }
    return starts;
  };
  let best = within(limit);
  const most = best.length;
  let [short, long] = [0, Math.min(limit, endOf(units.length - 1))];
  while (most > 1 && long - short > 1) {
    const middle = (short + long) / 2;
    const starts = within(middle);
    if (starts.length > most) short = middle;
    else [best, long] = [starts, middle];
  }
  return best;
}
