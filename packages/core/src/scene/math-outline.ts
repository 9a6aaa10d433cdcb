/** A formula as MathJax draws it, as one path: glyphs, bars, roots, strokes. */
import { MathError } from './math-error.js';
import { type Matrix, mapPath, multiply, readPath, readTransform } from './math-path.js';
import type { SvgElement } from './mathjax.js';
import type { MathOutline, PathCommand } from './scene.js';

/**
 * Size of formulas, in font sizes of the text around them: as high as Helvetica
 * between its capitals (×1.05) and its small letters (×1.18), which are larger
 * than those of the math fonts.
 */
const scale = 1.1;

/** A formula that draws more is not one that a figure has room for. */
const mostCommands = 40_000;

/** Greatest width and height, in ems of the math fonts. */
const most = { width: 200, height: 40 } as const;

/** Width of the lines of an array, and its dashes, which MathJax leaves to its style sheet. */
const ruleWidth = 70;
const dashLength = 140;

/** What a nested `<svg>` shows of the glyph in it, in its own coordinates. */
interface Clip {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Turns a tree of MathJax into outlines.
 *
 * @param svg Its `<svg>`.
 * @param tex The TeX that it was made of.
 * @returns The outlines.
 * @throws {MathError} If it is too large, or has what cannot be drawn.
 */
export function outlineOf(svg: SvgElement, tex: string): MathOutline {
  const commands: PathCommand[] = [];
  for (const child of svg.children) collect(child, [1, 0, 0, 1, 0, 0], undefined, commands);
  const [, top = 0, width = 0, height = 0] = numbers(svg.attributes.viewBox);
  const em = scale / 1000;
  let [left, right, above, below] = [0, width, -top, top + height];
  for (const command of commands) {
    for (let index = 1; index < command.length; index += 2) {
      left = Math.min(left, command[index] as number);
      right = Math.max(right, command[index] as number);
      above = Math.max(above, -(command[index + 1] as number));
      below = Math.max(below, command[index + 1] as number);
    }
  }
  const large = [right - left, above, below].some((size) => !Number.isFinite(size));
  if (large || right - left > most.width * 1000 || above + below > most.height * 1000) {
    throw new MathError('it is too large to draw');
  }
  return {
    tex,
    width: (right - left) * em,
    ascent: above * em,
    descent: below * em,
    commands: mapPath(commands, (x, y) => [(x - left) * em, y * em]),
  };
}

function numbers(text: string | undefined): number[] {
  return (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
}

function collect(
  { kind, attributes, children }: SvgElement,
  outer: Matrix,
  clip: Clip | undefined,
  commands: PathCommand[],
): void {
  const matrix = attributes.transform
    ? multiply(outer, readTransform(attributes.transform))
    : outer;
  if (kind === 'g') {
    if (attributes['data-mml-node'] === 'merror') throw new MathError('MathJax cannot set it');
    for (const child of children) collect(child, matrix, clip, commands);
  } else if (kind === 'svg') {
    const size = (name: string) => Number(attributes[name] ?? 0);
    const [left = 0, top = 0, width = 0, height = 0] = numbers(attributes.viewBox);
    // MathJax shows a part of a long glyph through a window of the same scale.
    const inner = multiply(matrix, [1, 0, 0, 1, size('x') - left, size('y') - top]);
    const seen = { left, top, right: left + width, bottom: top + height };
    for (const child of children) collect(child, inner, seen, commands);
  } else {
    const shape = shapeOf(kind, attributes);
    // In the coordinates around it, which are those of the window.
    const own = attributes.transform ? readTransform(attributes.transform) : undefined;
    const placed = own ? mapPath(shape, apply(own)) : shape;
    const shown = clip ? mapPath(placed, within(clip)) : placed;
    commands.push(...mapPath(shown, apply(outer)));
    if (commands.length > mostCommands) throw new MathError('it is too long to draw');
  }
}

function apply([a, b, c, d, e, f]: Matrix) {
  return (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;
}

/** Cuts what is seen through a window: exact for bars, which long glyphs are made of. */
function within({ left, top, right, bottom }: Clip) {
  return (x: number, y: number) =>
    [Math.max(left, Math.min(right, x)), Math.max(top, Math.min(bottom, y))] as const;
}

function shapeOf(kind: string, attributes: SvgElement['attributes']): readonly PathCommand[] {
  const value = (name: string, otherwise = 0) => Number(attributes[name] ?? otherwise);
  if (kind === 'path') return readPath(attributes.d ?? '');
  if (kind === 'polygon') return readPath(`M${attributes.points ?? ''}Z`);
  if (kind === 'rect') {
    const [x, y, width, height] = [value('x'), value('y'), value('width'), value('height')];
    if (attributes.fill !== 'none') return rectangle(x, y, x + width, y + height);
    const half = value('stroke-width', ruleWidth) / 2;
    const [left, top, right, bottom] = [x + half, y + half, x + width - half, y + height - half];
    return [
      ...rectangle(x - half, y - half, x + width + half, y + height + half),
      // The other way round, so that it is a hole.
      ['M', left, top],
      ['L', left, bottom],
      ['L', right, bottom],
      ['L', right, top],
      ['Z'],
    ];
  }
  if (kind === 'line') return ruled(value, attributes.class ?? '');
  throw new MathError(`it needs a \`${kind}\`, which is not drawn`);
}

function rectangle(left: number, top: number, right: number, bottom: number): PathCommand[] {
  return [['M', left, top], ['L', right, top], ['L', right, bottom], ['L', left, bottom], ['Z']];
}

/** A stroke as a thin rectangle, or as one for each dash. */
function ruled(value: (name: string, otherwise?: number) => number, look: string): PathCommand[] {
  const [x1, y1, x2, y2] = [value('x1'), value('y1'), value('x2'), value('y2')];
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return [];
  const width = value('stroke-width', ruleWidth);
  const [alongX, alongY] = [(x2 - x1) / length, (y2 - y1) / length];
  const [acrossX, acrossY] = [(-alongY * width) / 2, (alongX * width) / 2];
  const piece = (from: number, to: number): PathCommand[] => [
    ['M', x1 + alongX * from + acrossX, y1 + alongY * from + acrossY],
    ['L', x1 + alongX * to + acrossX, y1 + alongY * to + acrossY],
    ['L', x1 + alongX * to - acrossX, y1 + alongY * to - acrossY],
    ['L', x1 + alongX * from - acrossX, y1 + alongY * from - acrossY],
    ['Z'],
  ];
  const dash = look.includes('dotted') ? width : look.includes('dashed') ? dashLength : length;
  const dashes: PathCommand[] = [];
  for (let from = 0; from < length; from += 2 * dash) {
    dashes.push(...piece(from, Math.min(from + dash, length)));
  }
  return dashes;
}
