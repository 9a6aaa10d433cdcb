/** Path data and transforms of SVG, as far as MathJax writes them. */
import type { PathCommand } from './scene.js';

/** Where a point goes: (a·x + c·y + e, b·x + d·y + f) for `[a, b, c, d, e, f]`. */
export type Matrix = readonly [number, number, number, number, number, number];

/**
 * Joins two transforms.
 *
 * @param outer Applied last.
 * @param inner Applied first.
 * @returns Both in one.
 */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

function numbersOf(text: string): number[] {
  return [...text.matchAll(number)].map(([found]) => Number(found));
}

/**
 * Reads the attribute `transform`.
 *
 * @param text Such as `translate(771,-150) scale(0.707)`.
 * @returns It as one matrix.
 * @throws {RangeError} If it has a word that is not read here.
 */
export function readTransform(text: string): Matrix {
  let whole: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, word, inside = ''] of text.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const [x = 0, y, z = 0] = numbersOf(inside);
    if (word === 'translate') whole = multiply(whole, [1, 0, 0, 1, x, y ?? 0]);
    else if (word === 'scale') whole = multiply(whole, [x, 0, 0, y ?? x, 0, 0]);
    else if (word === 'rotate') whole = multiply(whole, rotation(x, y ?? 0, z));
    else throw new RangeError(`transform ${word}`);
  }
  return whole;
}

function rotation(degrees: number, x: number, y: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

/** How many numbers follow each letter. */
const lengths: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  Q: 4,
  T: 2,
  C: 6,
  S: 4,
};

/**
 * Reads the attribute `d`.
 *
 * @param data Path data without arcs.
 * @returns Absolute commands; quadratic curves become cubic ones.
 * @throws {RangeError} If it has a letter that is not read here.
 */
export function readPath(data: string): PathCommand[] {
  const commands: PathCommand[] = [];
  let [x, y] = [0, 0];
  let start: readonly [number, number] = [0, 0];
  /** Control point that a smooth curve continues, and of which kind of curve. */
  let control: readonly [kind: 'Q' | 'C', x: number, y: number] | undefined;
  const mirrored = (kind: 'Q' | 'C'): readonly [number, number] =>
    control?.[0] === kind ? [2 * x - control[1], 2 * y - control[2]] : [x, y];

  const one = (letter: string, given: readonly number[], relative: boolean) => {
    const at = (index: number) =>
      (given[index] as number) + (relative ? (index % 2 === 0 ? x : y) : 0);
    let next: typeof control;
    if (letter === 'M' || letter === 'L') {
      [x, y] = [at(0), at(1)];
      if (letter === 'M') start = [x, y];
      commands.push([letter, x, y]);
    } else if (letter === 'H' || letter === 'V') {
      const [along] = given as readonly [number];
      if (letter === 'H') x = along + (relative ? x : 0);
      else y = along + (relative ? y : 0);
      commands.push(['L', x, y]);
    } else if (letter === 'Q' || letter === 'T') {
      const [qx, qy] = letter === 'Q' ? [at(0), at(1)] : mirrored('Q');
      const [toX, toY] = letter === 'Q' ? [at(2), at(3)] : [at(0), at(1)];
      commands.push(quadratic(x, y, qx, qy, toX, toY));
      next = ['Q', qx, qy];
      [x, y] = [toX, toY];
    } else {
      const shift = letter === 'C' ? 2 : 0;
      const [x1, y1] = letter === 'C' ? [at(0), at(1)] : mirrored('C');
      const [x2, y2, toX, toY] = [at(shift), at(shift + 1), at(shift + 2), at(shift + 3)];
      commands.push(['C', x1, y1, x2, y2, toX, toY]);
      next = ['C', x2, y2];
      [x, y] = [toX, toY];
    }
    control = next;
  };

  for (const [, letter = '', rest = ''] of data.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const name = letter.toUpperCase();
    if (name === 'Z') {
      commands.push(['Z']);
      [x, y] = start;
      control = undefined;
      continue;
    }
    const length = lengths[name];
    if (length === undefined) throw new RangeError(`path command ${letter}`);
    const values = numbersOf(rest);
    for (let index = 0; index + length <= values.length; index += length) {
      // What follows the first point of `M` are lines.
      const word = name === 'M' && index > 0 ? 'L' : name;
      one(word, values.slice(index, index + length), letter !== name);
    }
  }
  return commands;
}

/** The cubic curve that a quadratic one is. */
function quadratic(
  x: number,
  y: number,
  qx: number,
  qy: number,
  toX: number,
  toY: number,
): PathCommand {
  return [
    'C',
    x + (2 / 3) * (qx - x),
    y + (2 / 3) * (qy - y),
    toX + (2 / 3) * (qx - toX),
    toY + (2 / 3) * (qy - toY),
    toX,
    toY,
  ];
}

/**
 * Moves the points of a path.
 *
 * @param commands The path.
 * @param move Where a point goes.
 * @returns The moved path.
 */
export function mapPath(
  commands: readonly PathCommand[],
  move: (x: number, y: number) => readonly [number, number],
): PathCommand[] {
  return commands.map((command): PathCommand => {
    if (command[0] === 'Z') return command;
    if (command[0] !== 'C') return [command[0], ...move(command[1], command[2])];
    const [, x1, y1, x2, y2, x, y] = command;
    return ['C', ...move(x1, y1), ...move(x2, y2), ...move(x, y)];
  });
}
