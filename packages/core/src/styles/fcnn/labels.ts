/** What the labels of a node-link figure say. */
import { outsideMath } from '../../scene/math.js';
import { wrapText } from '../../scene/text.js';

/** The templates of its slots. */
export const templates = {
  input: 'Input layer ∈ ℝ{units}',
  hidden: 'Hidden layer ∈ ℝ{units}',
  output: 'Output layer ∈ ℝ{units}',
  detail: '{activation}',
} as const;

/** What each slot labels. */
export const slots: Readonly<Record<keyof typeof templates, string>> = {
  input: 'The input; digits after ℝ are raised.',
  hidden: 'The layers between the input and the last; digits after ℝ are raised.',
  output: 'The last layer; digits after ℝ are raised.',
  detail: 'Second line of every layer.',
};

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Stands between ∈ and what follows it while a label is wrapped. */
const noBreak = '\u00a0';

/**
 * Writes the digits after ℝ as papers do: `ℝ12` is `ℝ¹²`.
 *
 * @param text A label.
 * @returns The label.
 */
export function raiseExponents(text: string): string {
  return outsideMath(text, (stretch) =>
    stretch.replace(/ℝ(\d+)/g, (_, digits: string) =>
      ['ℝ', ...digits].map((digit) => superscripts[Number(digit)] ?? digit).join(''),
    ),
  );
}

/**
 * Breaks a label into lines, never after ∈.
 *
 * @param label The label.
 * @param width Greatest width of a line.
 * @param size Font size.
 * @returns Its lines; none for an empty label.
 */
export function labelLines(label: string, width: number, size: number): string[] {
  if (label === '') return [];
  const held = outsideMath(label, (stretch) => stretch.replaceAll('∈ ', `∈${noBreak}`));
  return wrapText(held, width, size).map((line) => line.replaceAll(noBreak, ' '));
}
