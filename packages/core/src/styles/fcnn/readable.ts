/** Text that can be read on a colour that a description gives. */
import { contrast } from '../../scene/contrast.js';
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
