/** Shades of the palette's colours. */
import type { Colour } from '../scene/scene.js';

/**
 * Mixes two colours in each theme.
 *
 * @param a One colour.
 * @param b The other.
 * @param share How much of the other, from 0 to 1.
 * @param suffix What the name of the custom property gets, when the first has one.
 * @returns The mixture.
 */
export function mix(a: Colour, b: Colour, share: number, suffix: string): Colour {
  return {
    ...(a.variable !== undefined && { variable: `${a.variable}-${suffix}` }),
    light: mixHex(a.light, b.light, share),
    dark: mixHex(a.dark, b.dark, share),
  };
}

function mixHex(a: string, b: string, share: number): string {
  const channel = (hex: string, index: number) =>
    Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mixed = [0, 1, 2].map((index) => {
    const value = channel(a, index) * (1 - share) + channel(b, index) * share;
    return Math.round(value).toString(16).padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}
