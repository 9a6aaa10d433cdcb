/** Text that can be read on a colour that a description gives. */
import type { Colour } from '../../scene/scene.js';

/** Contrast that text needs: https://www.w3.org/TR/WCAG22/#contrast-minimum. */
const needed = 4.5;

/**
 * Ink where it can be read on a fill, else black or white, in each theme.
 *
 * @param ink Colour of the text.
 * @param fill Colour that it stands on.
 * @returns The same ink where it can be read in both themes.
 */
export function readableOn(ink: Colour, fill: Colour): Colour {
  const light = readable(ink.light, fill.light);
  const dark = readable(ink.dark, fill.dark);
  return light === ink.light && dark === ink.dark ? ink : { light, dark };
}

function readable(ink: string, fill: string): string {
  if (contrast(ink, fill) >= needed) return ink;
  return contrast('#000000', fill) >= contrast('#ffffff', fill) ? '#000000' : '#ffffff';
}

/**
 * Contrast of two colours.
 *
 * @param a `#rrggbb`.
 * @param b `#rrggbb`.
 * @returns From 1 for the same to 21 for black and white, as WCAG 2.2 has it.
 */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
