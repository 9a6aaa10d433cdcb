/** How much room a line of text takes, by a bundled table: the same on every machine. */
import { ascent, bold, descent, fallback, regular, type Stretch } from './metrics.js';
import type { TextNode } from './scene.js';

/** The font stack of every figure; the first three have the same widths. */
export const fontFamily = 'Helvetica, Arial, "Liberation Sans", sans-serif';

/** Height above and depth below the baseline, in font sizes. */
export const lineExtent = { ascent, descent } as const;

/** Width of a glyph that no table has, in 1/2048 em: one em, as a Chinese character is. */
const unknownWidth = 2048;

/** Width of a pictograph, in 1/2048 em: colour fonts draw them a quarter wider than an em. */
const pictographWidth = 2560;

const pictograph = /\p{Extended_Pictographic}/u;

/** Marks that stand on the glyph before them, joiners and selectors. */
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;

const widths = {
  normal: new Map([...unpack(fallback), ...unpack(regular)]),
  bold: new Map([...unpack(fallback), ...unpack(bold)]),
};

function unpack(stretches: readonly Stretch[]): [number, number][] {
  return stretches.flatMap(([first, packed]) =>
    packed
      .split(' ')
      .map((width, index): [number, number] => [first + index, Number.parseInt(width, 36)]),
  );
}

function advance(character: string, weight: 'normal' | 'bold'): number {
  const width = widths[weight].get(character.codePointAt(0) ?? 0);
  if (width !== undefined) return width;
  if (zeroWidth.test(character)) return 0;
  return pictograph.test(character) ? pictographWidth : unknownWidth;
}

/**
 * Measures a line of text: the sum of its advances. Kerning is left out, so that
 * the measure is at most a few percent more than what a browser draws.
 *
 * @param text One line.
 * @param size Font size.
 * @param weight Weight of the font.
 * @returns Its width in px.
 */
export function measureText(
  text: string,
  size: number,
  weight: 'normal' | 'bold' = 'normal',
): number {
  let units = 0;
  for (const character of text) units += advance(character, weight);
  return (units * size) / 2048;
}

/**
 * Breaks a text at its spaces, not at no-break spaces, into lines of at most a width. A word that is
 * wider than that stands alone on its line.
 *
 * @param text The text.
 * @param width Greatest width of a line.
 * @param size Font size.
 * @param weight Weight of the font.
 * @returns The lines, at least one.
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: 'normal' | 'bold' = 'normal',
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[^\S\u00a0]+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measureText(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** What `line` may say of a text besides where it stands. */
export type TextStyle = Pick<TextNode, 'size' | 'fill'> &
  Partial<Pick<TextNode, 'weight' | 'italic' | 'anchor' | 'rotate'>>;

/**
 * One line of text.
 *
 * @param text What it says.
 * @param x Where its anchor stands.
 * @param y Its baseline.
 * @param style Size, colour and the rest.
 * @returns The node.
 */
export function textLine(text: string, x: number, y: number, style: TextStyle): TextNode {
  return { kind: 'text', x, y, text, ...style };
}
