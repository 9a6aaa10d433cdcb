/** What the columns are painted with. */
import type { Colour } from '../../scene/scene.js';
import type { Column } from '../chain.js';
import { colour } from '../palette.js';
import { mix } from '../shade.js';
import type { DrawContext, DrawOverride } from '../style.js';
import type { LenetOptions } from './options.js';

/** Colours of one column. */
export interface ColumnColours {
  /** Shades of the maps by turns, the hindmost map the first. */
  readonly shades: readonly [Colour, Colour];
  readonly bar: Colour;
  readonly outline: Colour;
}

/** The colours of NN-SVG in light mode, and what they become in the dark. */
const classic = {
  odd: colour('classic-map', '#a0a0a0', '#5c5c61'),
  even: colour('classic-map-alt', '#e0e0e0', '#37373b'),
  line: colour('classic-map-line', '#000000', '#d6d6da'),
};

/** What colours of one's own are made paler with: they are the same in both themes. */
const white: Colour = { light: '#ffffff', dark: '#ffffff' };

/** How much of it, or of the surface, is in the paler shade. */
const paleness = 0.45;

function fixed(given: string): Colour {
  return { light: given, dark: given };
}

/**
 * Chooses the colours of a column: those of `draw:`, of the options, or of the palette.
 *
 * @param column The column.
 * @param override What `draw:` says of it.
 * @param options The style's options.
 * @param context Palette.
 * @returns Its colours.
 */
export function coloursOf(
  { category }: Column,
  override: DrawOverride | undefined,
  options: LenetOptions,
  { palette, paletteName }: DrawContext,
): ColumnColours {
  const isClassic = paletteName === 'classic';
  const paler = (own: Colour, to: Colour): readonly [Colour, Colour] => [
    own,
    mix(own, to, paleness, 'alt'),
  ];
  const { mapColors } = options;
  const shades = (): readonly [Colour, Colour] => {
    if (override?.color !== undefined) return paler(fixed(override.color), white);
    if (typeof mapColors === 'string') return paler(fixed(mapColors), white);
    if (mapColors) return [fixed(mapColors[0]), fixed(mapColors[1])];
    return isClassic
      ? [classic.odd, classic.even]
      : paler(palette.category[category], palette.surface);
  };
  const pair = shades();
  const own = override?.color ?? options.vectorColor;
  return {
    shades: pair,
    bar: own === undefined ? pair[1] : fixed(own),
    outline: options.borderColor
      ? fixed(options.borderColor)
      : isClassic
        ? classic.line
        : palette.outline[category],
  };
}

/**
 * @param options The style's options.
 * @param context Palette.
 * @returns Colour of the lines between columns.
 */
export function lineColour({ lineColor }: LenetOptions, context: DrawContext): Colour {
  if (lineColor !== undefined) return fixed(lineColor);
  return context.paletteName === 'classic' ? classic.line : context.palette.edge;
}
