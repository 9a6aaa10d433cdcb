/** Colours as CSS: plain in one theme, or for both with a custom property. */
import type { Colour } from '../scene/scene.js';

/** `auto` follows the page's colour scheme; the others are plain colours for files that stand alone. */
export type Theme = 'auto' | 'light' | 'dark';

const hexColour = /^#[\da-f]{6}$/i;

/** What colours are written as; a figure has few, and thousands of uses of them. */
const colourTexts: Readonly<Record<Theme, WeakMap<Colour, string>>> = {
  auto: new WeakMap(),
  light: new WeakMap(),
  dark: new WeakMap(),
};

/**
 * Writes a colour.
 *
 * @param colour The colour; one that is not `#rrggbb` becomes the page's text colour.
 * @param theme Which of its sides; `auto` keeps both and the custom property.
 * @returns A CSS colour.
 */
export function colourText(colour: Colour, theme: Theme): string {
  const known = colourTexts[theme].get(colour);
  if (known !== undefined) return known;
  const text = writeColour(colour, theme);
  colourTexts[theme].set(colour, text);
  return text;
}

function writeColour(colour: Colour, theme: Theme): string {
  const [light, dark] = [colour.light, colour.dark].map((side) =>
    hexColour.test(side) ? side.toLowerCase() : 'currentColor',
  ) as [string, string];
  if (theme !== 'auto') return theme === 'light' ? light : dark;
  const both = light === dark ? light : `light-dark(${light}, ${dark})`;
  return colour.variable === undefined ? both : `var(--nnfig-${colour.variable}, ${both})`;
}
