/** How large a slide is, and where on it the figure stands. */
import type { Diagnostic } from 'nnfig';
import type { Figure } from '../figure.js';
import { warning } from '../problems.js';

/** Lengths of a slide are counted in English metric units. */
export const unitsPerInch = 914_400;

/** Units of a px, of which an inch has 96. */
const unitsPerPx = 9525;

/** Units of a point, of which an inch has 72. */
export const unitsPerPoint = 12_700;

/** Sides that a slide can have, 1 and 56 inches: ECMA-376-1, 19.7.18. */
const least = unitsPerInch;
const most = 56 * unitsPerInch;

/** Slides of a screen, as PowerPoint makes them. */
const screens = {
  '16:9': { width: 12_192_000, height: 6_858_000 },
  '4:3': { width: 9_144_000, height: 6_858_000 },
} as const;

/** Room that is left around a figure on a slide of a screen: 3/8 inch. */
const margin = 342_900;

/** Sizes of slides: as large as the figure, or as a screen. */
export const slideSizes = ['figure', '16:9', '4:3'] as const;

/** A size of a slide. */
export type SlideSize = (typeof slideSizes)[number];

/** A slide, in its own units. */
export interface Slide {
  readonly width: number;
  readonly height: number;
  /** Where the frame of the figure begins. */
  readonly left: number;
  readonly top: number;
  /** Units for one px of the scene. */
  readonly scale: number;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Places a figure on a slide.
 *
 * @param figure The figure.
 * @param size The size of the slide.
 * @param fit Whether the figure fills a slide of a screen; else it has its own size, where that fits.
 * @returns The slide.
 */
export function slideOf(figure: Figure, size: SlideSize, fit: boolean): Slide {
  const [own, across] = [figure.width * unitsPerPx, figure.height * unitsPerPx];
  const screen = size === 'figure' ? undefined : screens[size];
  const room = screen ?? { width: most, height: most };
  const gap = screen ? 2 * margin : 0;
  const fitting = Math.min((room.width - gap) / own, (room.height - gap) / across);
  const factor = screen && fit ? fitting : Math.min(1, fitting);
  const [width, height] = [own * factor, across * factor];
  const slide = screen ?? { width: side(width), height: side(height) };
  const shrunk = factor < 1 && !(screen && fit);
  return {
    ...slide,
    left: (slide.width - width) / 2,
    top: (slide.height - height) / 2,
    scale: unitsPerPx * figure.zoom * factor,
    warnings: shrunk ? [tooLarge(figure, factor, screen !== undefined)] : [],
  };
}

function side(length: number): number {
  return Math.min(most, Math.max(least, Math.round(length)));
}

function tooLarge({ width, height }: Figure, factor: number, screen: boolean): Diagnostic {
  const size = `${Math.round(width)} × ${Math.round(height)} px`;
  const limit = screen ? 'of that size has room for' : 'can be, 56 inches';
  return warning(
    'pptx-size',
    `the figure is \`${size}\` large, more than a slide ${limit}: it is drawn at ${percent(factor)} % of its size`,
    'Give a smaller width, or a layout that folds or wraps.',
  );
}

/** At least three digits of it that say something. */
function percent(factor: number): string {
  return String(Number((100 * factor).toPrecision(3)));
}
