/** Lines of text in pieces: exponents and indices in the font of the line, and formulas. */
import { mathRuns } from './math.js';
import type { TextNode, TextRun } from './scene.js';
import { lineExtent, measurePlain, type TextStyle, textOf } from './text.js';

/** Size of a script, and how far its baseline is from that of the line, in font sizes of the line. */
export const scriptStyle = { size: 0.74, super: -0.37, sub: 0.17 } as const;

type Script = NonNullable<TextRun['script']>;

/** What stands for what, character for character. */
const characters: Readonly<Record<Script, readonly [plain: string, script: string]>> = {
  super: ['0123456789+−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'],
  sub: ['0123456789+−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'],
};

const scripts = Object.keys(characters) as Script[];

const marks: Readonly<Record<Script, string>> = { super: '^', sub: '_' };

const lowering = new Map(
  scripts.flatMap((script) => {
    const [plain, scripted] = characters[script].map((text) => [...text]) as [string[], string[]];
    return scripted.map((from, index) => [from, { script, text: plain[index] as string }] as const);
  }),
);

const raising = new Map(
  [...lowering].map(([scripted, { script, text }]) => [script + text, scripted] as const),
);

/**
 * Cuts a text at its formulas, and at its superscript and subscript characters.
 *
 * @param text One line, such as `ℝ¹²`.
 * @returns Its pieces, such as `ℝ` and a raised `12`; one piece when nothing is raised or lowered.
 */
export function runsOf(text: string): TextRun[] {
  return mathRuns(text).flatMap((run) => (run.math ? [run] : scriptRuns(run.text)));
}

/** Finds whether anything is raised or lowered, which in most texts nothing is. */
const scripted = new RegExp(`[${[...lowering.keys()].join('')}]`, 'u');

function scriptRuns(text: string): TextRun[] {
  if (text !== '' && !scripted.test(text)) return [{ text }];
  const runs: { text: string; script?: Script }[] = [];
  for (const character of text) {
    const found = lowering.get(character);
    const piece = found?.text ?? character;
    const last = runs.at(-1);
    if (last && last.script === found?.script) last.text += piece;
    else runs.push(found ? { text: piece, script: found.script } : { text: piece });
  }
  return runs;
}

/**
 * Writes pieces as plain text: what is copied, read aloud, and compared.
 *
 * @param runs The pieces of a line.
 * @returns Such as `ℝ¹²`; `x^{AB}` where Unicode has no such letters.
 */
export function plainText(runs: readonly TextRun[]): string {
  return runs
    .map(({ text, script }) => {
      if (script === undefined) return text;
      const raised = [...text].map((character) => raising.get(script + character));
      return raised.includes(undefined) ? `${marks[script]}{${text}}` : raised.join('');
    })
    .join('');
}

/** Room that a line takes, from its anchor and its baseline. */
export interface LineExtent {
  readonly width: number;
  /** Above the baseline. */
  readonly ascent: number;
  /** Below the baseline. */
  readonly descent: number;
}

/**
 * Measures a line with its scripts and formulas.
 *
 * @param line Its pieces, or its text when there are none, its font size and weight.
 * @returns Its extent in px.
 */
export function measureLine(line: Pick<TextNode, 'text' | 'runs' | 'size' | 'weight'>): LineExtent {
  const { size, weight } = line;
  const runs: readonly TextRun[] = line.runs ?? [{ text: line.text }];
  let width = 0;
  let ascent: number = lineExtent.ascent;
  let descent: number = lineExtent.descent;
  for (const { text, script, math } of runs) {
    if (math) {
      width += math.width * size;
      ascent = Math.max(ascent, math.ascent);
      descent = Math.max(descent, math.descent);
      continue;
    }
    const scale = script === undefined ? 1 : scriptStyle.size;
    const shift = script === undefined ? 0 : scriptStyle[script];
    width += measurePlain(text, size * scale, weight);
    ascent = Math.max(ascent, lineExtent.ascent * scale - shift);
    descent = Math.max(descent, lineExtent.descent * scale + shift);
  }
  return { width, ascent: ascent * size, descent: descent * size };
}

/**
 * One line of text in pieces.
 *
 * @param runs Its pieces.
 * @param x Where its anchor stands.
 * @param y Its baseline.
 * @param style Size, colour and the rest.
 * @returns The node; one without pieces when none is raised, lowered, slanted or a formula.
 */
export function scriptedLine(
  runs: readonly TextRun[],
  x: number,
  y: number,
  style: TextStyle,
): TextNode {
  return { kind: 'text', x, y, ...textOf(runs, plainText(runs)), ...style };
}
