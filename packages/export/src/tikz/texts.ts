/** Texts as TikZ nodes: their font, their place, and what they say. */
import { scriptStyle, type TextNode, type TextRun } from 'nnfig/writers';
import { escapeText, type TextNeeds } from './characters.js';
import { cleanLine } from './clean.js';
import { formulaText } from './math.js';
import { decimal } from './numbers.js';
import { type PointWriter, pathTexts } from './paths.js';
import { pixel } from './styles.js';

type MathOutline = NonNullable<TextRun['math']>;

/** What writing a text may ask for. */
export interface FormulaNeeds extends TextNeeds {
  /** Is told of a formula that is drawn as outlines, and of what LaTeX may not have of it. */
  outline(formula: string, refused: string): void;
}

/** How the start, the middle and the end of a line stand on its point. */
const anchors = { start: undefined, middle: 'anchor=base', end: 'anchor=base east' } as const;

/**
 * Where a text stands.
 *
 * @param node The text.
 * @returns Options of its node besides its look.
 */
export function placement(node: TextNode): string[] {
  const anchor = anchors[node.anchor ?? 'start'];
  return [
    ...(anchor ? [anchor] : []),
    // SVG turns clockwise, TikZ counterclockwise.
    ...(node.rotate ? [`rotate=${decimal(-node.rotate)}`] : []),
  ];
}

/**
 * What a text says.
 *
 * @param node The text.
 * @param colour Name of its colour.
 * @param needs What is told of what the preamble must have, and of what cannot be shown.
 * @returns LaTeX for horizontal mode; empty when there is nothing to see.
 */
export function content(node: TextNode, colour: string, needs: FormulaNeeds): string {
  const runs: readonly TextRun[] = node.runs ?? [{ text: node.text }];
  return runs
    .map((run) => runText(run, node, colour, needs))
    .join('')
    .trim();
}

function runText(run: TextRun, node: TextNode, colour: string, needs: FormulaNeeds): string {
  const { math, script, italic } = run;
  const plain = math
    ? mathText(run, math, node, colour, needs)
    : escapeText(cleanLine(run.text), needs);
  if (plain === '') return '';
  const slanted = italic && !math ? `\\textit{${plain}}` : plain;
  if (script === undefined) return slanted;
  needs.need('scripts');
  return script === 'super' ? `\\nnfigSuper{${slanted}}` : `\\nnfigSub{${slanted}}`;
}

function mathText(
  run: TextRun,
  math: MathOutline,
  node: TextNode,
  colour: string,
  needs: FormulaNeeds,
): string {
  const formula = formulaText(math.tex, needs);
  if ('tex' in formula) {
    if (formula.tex === '') return '';
    needs.need('formula-size');
    return `\\nnfigFormula{$${formula.tex}$}`;
  }
  needs.outline(math.tex, formula.refused);
  const size = node.size * (run.script === undefined ? 1 : scriptStyle.size);
  return outlineText(math, size, colour);
}

/** A formula as the outlines that MathJax made, in a small picture on the baseline. */
function outlineText(math: MathOutline, size: number, colour: string): string {
  const point: PointWriter = (x, y) => `(${decimal(x, 4)},${decimal(y, 4)})`;
  const unit = `${decimal(size)}${pixel}`;
  const room = `${point(0, -math.ascent)} rectangle ${point(math.width, math.descent)}`;
  const fill = { fill: { light: '', dark: '' } };
  const paths = pathTexts(math.commands, fill, point).map(
    ({ lines }) => `\\fill[${colour}] ${lines.join(' ')};`,
  );
  return [
    `\\tikz[x=${unit}, y=-${unit}, baseline=0pt]{`,
    `\\path[use as bounding box] ${room};`,
    ...paths,
    '}',
  ].join(' ');
}
