/** What an edge tells of its weight: colour, width and opacity, in steps, so that edges share paths. */
import type { Colour } from '../../scene/scene.js';
import { colour } from '../palette.js';
import { mix } from '../shade.js';
import type { DrawContext } from '../style.js';
import type { Options } from './options.js';

/** Steps from a weight of zero to one that is told in full. */
export const steps = 8;

/** Step of a weight: 0 for zero, ±`steps` for the range and beyond. */
export type Level = number;

/**
 * The step that is nearest to a weight.
 *
 * @param weight The weight.
 * @param range Weight of the last step.
 * @returns The step.
 */
export function levelOf(weight: number, range: number): Level {
  const share = Math.max(-1, Math.min(1, weight / range));
  return Math.round(share * steps) + 0;
}

/** How an edge is painted. */
export interface EdgeLook {
  readonly colour: Colour;
  readonly width: number;
  readonly opacity: number;
}

/** How edges are painted. */
export interface Scale {
  /** Whether the look tells the weight; all edges look like step 0 if not. */
  readonly tells: boolean;
  readonly colours: boolean;
  readonly widths: boolean;
  look(level: Level): EdgeLook;
}

/** Ends and middle of a diverging scale. */
interface Ends {
  readonly negative: Colour;
  readonly zero: Colour;
  readonly positive: Colour;
}

// Blue and vermilion stay apart with each kind of colour blindness. Zero is nearly the page.
const nnfig: Ends = {
  negative: colour('weight-negative', '#1f66b5', '#6fb1f7'),
  zero: colour('weight-zero', '#dfe2e6', '#393d43'),
  positive: colour('weight-positive', '#c4470c', '#ff9261'),
};

/** NN-SVG's own in light mode. */
const classic: Ends = {
  negative: colour('classic-weight-negative', '#0000ff', '#7d8bff'),
  zero: colour('classic-weight-zero', '#ffffff', '#1b1b1d'),
  positive: colour('classic-weight-positive', '#ff0000', '#ff6257'),
};

/** An edge that tells a weight of zero is still there. */
const leastShare = 0.5 / steps;

/**
 * Makes the scale of a figure.
 *
 * @param options The options.
 * @param context The palette.
 * @returns The scale.
 */
export function scaleOf(options: Options, context: DrawContext): Scale {
  const { edgeWidth, edgeOpacity, weights } = options;
  const fixed = plain(options.edgeColor) ?? context.palette.edge;
  const widths = options.edgeWidthBy === 'weight';
  const opacities = options.edgeOpacityBy === 'weight';
  const told = weights !== undefined && !widths && !opacities;
  const colours = (options.edgeColorBy ?? (told ? 'weight' : 'fixed')) === 'weight';
  const base = context.paletteName === 'classic' ? classic : nnfig;
  const ends: Ends = {
    negative: plain(options.negativeEdgeColor) ?? base.negative,
    zero: plain(options.zeroEdgeColor) ?? base.zero,
    positive: plain(options.positiveEdgeColor) ?? base.positive,
  };
  const colourAt = (level: Level): Colour => {
    const share = Math.abs(level) / steps;
    const end = level < 0 ? ends.negative : ends.positive;
    if (share === 0) return ends.zero;
    return share === 1 ? end : mix(end, ends.zero, 1 - share, String(Math.abs(level)));
  };
  return {
    tells: colours || widths || opacities,
    colours,
    widths,
    look(level) {
      const share = Math.max(Math.abs(level) / steps, leastShare);
      return {
        colour: colours ? colourAt(level) : fixed,
        width: widths ? edgeWidth * share : edgeWidth,
        opacity: opacities ? edgeOpacity * share : edgeOpacity,
      };
    },
  };
}

function plain(hex: string | undefined): Colour | undefined {
  return hex === undefined ? undefined : { light: hex, dark: hex };
}
