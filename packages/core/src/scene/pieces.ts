/** Where the pieces of a line with formulas stand: writers that set text set each piece by itself. */
import { mapPath } from './math-path.js';
import type { MathOutline, PathCommand, TextNode, TextRun } from './scene.js';
import { measureLine } from './scripts.js';

/** Text between formulas; its baseline is that of the line. */
export interface TextPiece {
  readonly kind: 'text';
  /** Where its anchor stands, if the line is not turned. */
  readonly x: number;
  /** At its end before the first formula, so that another font moves it away from the formula. */
  readonly anchor: 'start' | 'end';
  /** Without spaces at its ends, which a writer might leave out. */
  readonly runs: readonly TextRun[];
}

/** A formula in its place. */
export interface FormulaPiece {
  readonly kind: 'formula';
  readonly math: MathOutline;
  /** Its outlines in px, if the line is not turned. */
  readonly commands: readonly PathCommand[];
}

/**
 * Places the pieces of a line.
 *
 * @param node The line.
 * @returns Its texts and formulas from left to right; one text when it has no formula.
 */
export function piecesOf(node: TextNode): (TextPiece | FormulaPiece)[] {
  const { size, weight, y } = node;
  const runs = node.runs ?? [{ text: node.text }];
  const widthOf = (part: readonly TextRun[]) =>
    measureLine({ text: '', runs: part, size, ...(weight && { weight }) }).width;
  const whole = widthOf(runs);
  let x = node.x - { start: 0, middle: whole / 2, end: whole }[node.anchor ?? 'start'];
  const pieces: (TextPiece | FormulaPiece)[] = [];
  for (const part of partsOf(runs)) {
    const width = widthOf(part);
    const [first] = part;
    if (first?.math) {
      const left = x;
      const commands = mapPath(first.math.commands, (a, b) => [left + a * size, y + b * size]);
      pieces.push({ kind: 'formula', math: first.math, commands });
    } else {
      const anchor = pieces.length === 0 ? 'end' : 'start';
      const tail = trimEnd(part);
      const shown = trimStart(tail);
      const edge = anchor === 'end' ? x + widthOf(tail) : x + widthOf(tail) - widthOf(shown);
      if (shown.length > 0) pieces.push({ kind: 'text', x: edge, anchor, runs: shown });
    }
    x += width;
  }
  return pieces;
}

/** Formulas each by itself, what stands between them together. */
function partsOf(runs: readonly TextRun[]): TextRun[][] {
  const parts: TextRun[][] = [];
  let open: TextRun[] | undefined;
  for (const run of runs) {
    if (!run.math && open) open.push(run);
    else {
      open = run.math ? undefined : [run];
      parts.push(open ?? [run]);
    }
  }
  return parts;
}

function trimStart([first, ...rest]: readonly TextRun[]): TextRun[] {
  if (!first) return [];
  const text = first.text.trimStart();
  return text === '' ? trimStart(rest) : [{ ...first, text }, ...rest];
}

function trimEnd(runs: readonly TextRun[]): TextRun[] {
  const last = runs.at(-1);
  if (!last) return [];
  const text = last.text.trimEnd();
  return text === '' ? trimEnd(runs.slice(0, -1)) : [...runs.slice(0, -1), { ...last, text }];
}
