/** How much room a line of text takes, by a bundled table: the same on every machine. */
import { mathRuns, segmentsOf } from './math.js';
import { ascent, bold, descent, fallback, regular, type Stretch } from './metrics.js';
import type { TextNode, TextRun } from './scene.js';

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
 * Measures plain characters: the sum of their advances. Kerning is left out, so
 * that the measure is at most a few percent more than what a browser draws.
 *
 * @param text One line, in which dollars are dollars.
 * @param size Font size.
 * @param weight Weight of the font.
 * @returns Its width in px.
 */
export function measurePlain(
  text: string,
  size: number,
  weight: 'normal' | 'bold' = 'normal',
): number {
  let units = 0;
  for (const character of text) units += advance(character, weight);
  return (units * size) / 2048;
}

/**
 * Measures a line of text, its formulas as they are drawn.
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
  if (!text.includes('$')) return measurePlain(text, size, weight);
  return mathRuns(text).reduce(
    (sum, { text: piece, math }) =>
      sum + (math ? math.width * size : measurePlain(piece, size, weight)),
    0,
  );
}

/** How far a line reaches over what a line of text takes. */
export interface Overshoot {
  readonly above: number;
  readonly below: number;
}

/**
 * Measures how far the formulas of a line reach over it, for those who stack lines.
 *
 * @param text One line.
 * @param size Font size.
 * @returns Lengths in px; 0 for lines without tall formulas.
 */
export function overshootOf(text: string, size: number): Overshoot {
  let [above, below] = [0, 0];
  if (!text.includes('$')) return { above, below };
  for (const { math } of mathRuns(text)) {
    if (!math) continue;
    above = Math.max(above, (math.ascent - ascent) * size);
    below = Math.max(below, (math.descent - descent) * size);
  }
  return { above, below };
}

/**
 * Stacks lines of text, each as high as its formulas need.
 *
 * @param lines The lines, from the top.
 * @param size Font size.
 * @param lineHeight Distance from baseline to baseline of lines without tall formulas, in px.
 * @returns For each line, how much lower than the first baseline of such lines it stands, and what
 *   the whole stack takes, that of the first line to its end being one `lineHeight`.
 */
export function stackLines(
  lines: readonly string[],
  size: number,
  lineHeight: number,
): { readonly shifts: readonly number[]; readonly height: number } {
  let height = 0;
  const shifts = lines.map((text) => {
    const { above, below } = overshootOf(text, size);
    const shift = height + above;
    height = shift + below + lineHeight;
    return shift;
  });
  return { shifts, height };
}

/**
 * Breaks a text at its spaces, not at no-break spaces nor in formulas, into lines of at most a
 * width. A word that is wider than that stands alone on its line.
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
  for (const word of wordsOf(text)) {
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

/** Its words; a formula is part of one, whatever spaces it has. */
function wordsOf(text: string): string[] {
  const words = [''];
  for (const { source, tex } of segmentsOf(text)) {
    const [first = '', ...rest] = tex === undefined ? source.split(/[^\S\u00a0]+/) : [source];
    words.push((words.pop() ?? '') + first, ...rest);
  }
  return words;
}

/** What `line` may say of a text besides where it stands. */
export type TextStyle = Pick<TextNode, 'size' | 'fill'> &
  Partial<Pick<TextNode, 'weight' | 'italic' | 'anchor' | 'rotate'>>;

/**
 * One line of text, which may have formulas in dollars.
 *
 * @param text What it says.
 * @param x Where its anchor stands.
 * @param y Its baseline.
 * @param style Size, colour and the rest.
 * @returns The node.
 */
export function textLine(text: string, x: number, y: number, style: TextStyle): TextNode {
  if (!text.includes('$')) return { kind: 'text', x, y, text, ...style };
  const runs = mathRuns(text);
  return { kind: 'text', x, y, ...textOf(runs), ...style };
}

/**
 * What a line of pieces says, and the pieces where characters alone do not say it.
 *
 * @param runs The pieces.
 * @param plain What they say in plain characters.
 * @returns Text and runs of a node.
 */
export function textOf(
  runs: readonly TextRun[],
  plain: string = runs.map(({ text }) => text).join(''),
): Pick<TextNode, 'text' | 'runs'> {
  const drawn = runs.some(({ script, italic, math }) => script !== undefined || italic || math);
  return { text: plain, ...(drawn && { runs }) };
}
