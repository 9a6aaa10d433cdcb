/** What the stacks and the lines between them are painted with. */
import type { Colour } from '../../scene/scene.js';
import type { Column } from '../chain.js';
import { colour } from '../palette.js';
import { mix } from '../shade.js';
import type { DrawContext, DrawOverride } from '../style.js';
import type { Options } from './options.js';

/** Colours of one stack. */
export interface StackColours {
  /** Of its squares by turns, the hindmost the first. */
  readonly shades: readonly [Colour, Colour];
  readonly outline: Colour;
  readonly dot: Colour;
  /** Of the kernel on its foremost map. */
  readonly kernel: Colour;
}

/** The greys of draw_convnet (0.7, 0.5, 0.3, 0.15 and 0) in light mode, and what they become in the dark. */
const classic = {
  light: colour('classic-square', '#b3b3b3', '#66666b'),
  medium: colour('classic-square-alt', '#808080', '#3d3d42'),
  dark: colour('classic-patch', '#4d4d4d', '#b4b4ba'),
  darker: colour('classic-pyramid', '#262626', '#dcdce0'),
  black: colour('classic-square-line', '#000000', '#e8e8ec'),
};

/** How much of the surface, or of white, is in the paler shade; how much of the outline in a kernel. */
const paleness = 0.5;
const darkness = 0.6;

/** What colours of one's own are made paler and darker with: they are the same in both themes. */
const white: Colour = { light: '#ffffff', dark: '#ffffff' };
const black: Colour = { light: '#000000', dark: '#000000' };

function fixed(given: string): Colour {
  return { light: given, dark: given };
}

/**
 * Chooses the colours of a stack: those of `draw:`, of the options, or of the palette.
 *
 * @param column The stack.
 * @param override What `draw:` says of it.
 * @param options The style's options.
 * @param context Palette.
 * @returns Its colours.
 */
export function coloursOf(
  { category }: Column,
  override: DrawOverride | undefined,
  options: Options,
  { palette, paletteName }: DrawContext,
): StackColours {
  const isClassic = paletteName === 'classic';
  const { mapColors, borderColor, dotColor, kernelColor } = options;
  const paletteOutline = isClassic ? classic.black : palette.outline[category];
  const outline = borderColor ? fixed(borderColor) : paletteOutline;
  const own = override?.color ?? (typeof mapColors === 'string' ? mapColors : mapColors?.[1]);
  const kernel = () => {
    if (kernelColor) return fixed(kernelColor);
    if (isClassic) return classic.dark;
    return own === undefined
      ? mix(palette.category[category], palette.outline[category], darkness, 'kernel')
      : mix(fixed(own), black, darkness, 'kernel');
  };
  const shades = (): readonly [Colour, Colour] => {
    if (override?.color === undefined && mapColors && typeof mapColors !== 'string') {
      return [fixed(mapColors[0]), fixed(mapColors[1])];
    }
    if (own !== undefined) return [mix(fixed(own), white, paleness, 'alt'), fixed(own)];
    if (isClassic) return [classic.light, classic.medium];
    const fill = palette.category[category];
    return [mix(fill, palette.surface, paleness, 'alt'), fill];
  };
  return {
    shades: shades(),
    outline,
    dot: dotColor ? fixed(dotColor) : outline,
    kernel: kernel(),
  };
}

/**
 * @param options The style's options.
 * @param context Palette.
 * @returns Colour of the lines of pyramids and of arrows.
 */
export function lineColour({ lineColor }: Options, context: DrawContext): Colour {
  if (lineColor !== undefined) return fixed(lineColor);
  return context.paletteName === 'classic' ? classic.darker : context.palette.muted;
}
