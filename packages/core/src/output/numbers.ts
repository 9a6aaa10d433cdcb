/** Numbers and path data as short text, the same on every machine. */
import type { PathCommand } from '../scene/scene.js';

/** No drawing is this large; beyond it numbers would be written with an exponent. */
const largest = 1e9;

/**
 * Rounds to hundredths of a pixel.
 *
 * @param value Any number; what is not finite becomes 0.
 * @returns The rounded number, never −0, never so large or small that it has an exponent.
 */
export function round(value: number): number {
  return hundredths(value) / 100;
}

/** As a whole number, so that sums stay exact. */
function hundredths(value: number): number {
  if (!Number.isFinite(value)) return 0;
  return Math.round(Math.max(-largest, Math.min(largest, value)) * 100) + 0;
}

/** What follows the whole part, by hundredths: large figures have many thousand numbers. */
const fractions = Array.from({ length: 100 }, (_, hundredth) =>
  hundredth === 0 ? '' : `.${String(hundredth).padStart(2, '0').replace(/0$/, '')}`,
);

/** Without a leading zero. */
function short(value: number): string {
  const size = Math.abs(value);
  const fraction = size % 100;
  const whole = (size - fraction) / 100;
  const text = (whole === 0 && fraction !== 0 ? '' : String(whole)) + fractions[fraction];
  return value < 0 ? `-${text}` : text;
}

/** Numbers come again and again in one path, so each is written once. */
class Writer {
  readonly #texts = new Map<number, string>();

  /** @returns What `short` writes. */
  number(value: number): string {
    let text = this.#texts.get(value);
    if (text === undefined) {
      text = short(value);
      this.#texts.set(value, text);
    }
    return text;
  }

  /**
   * Writes a command.
   *
   * @param letter Its letter.
   * @param values Its numbers, in hundredths.
   * @param x What is taken from those along x.
   * @param y What is taken from those along y.
   * @returns The letter and the numbers; a minus sign parts two numbers by itself.
   */
  command(letter: string, values: readonly number[], x: number, y: number): string {
    let text = letter;
    for (let index = 0; index < values.length; index++) {
      const value = (values[index] as number) - (index % 2 === 0 ? x : y);
      if (index > 0 && value >= 0) text += ' ';
      text += this.number(value);
    }
    return text;
  }

  /** @returns How long the numbers of a command are. */
  length(values: readonly number[], x: number, y: number): number {
    let length = 0;
    for (let index = 0; index < values.length; index++) {
      const value = (values[index] as number) - (index % 2 === 0 ? x : y);
      length += this.number(value).length + (index > 0 && value >= 0 ? 1 : 0);
    }
    return length;
  }
}

/**
 * Writes the commands of a path as the attribute `d`. Each is absolute or
 * relative, whichever is shorter. Relative ones start from the rounded point
 * that a reader of the path has come to, so that errors never add up.
 *
 * @param commands The commands.
 * @returns Path data.
 */
export function pathData(commands: readonly PathCommand[]): string {
  const writer = new Writer();
  let text = '';
  let x = 0;
  let y = 0;
  let start: readonly [number, number] = [0, 0];
  for (const command of commands) {
    const letter = command[0];
    if (letter === 'Z') {
      text += 'Z';
      [x, y] = start;
      continue;
    }
    if (letter !== 'C') {
      // Long paths are made of these, so they come without an array of their own.
      const toX = hundredths(command[1]);
      const toY = hundredths(command[2]);
      text += point(letter, toX, toY, x, y, writer);
      x = toX;
      y = toY;
      if (letter === 'M') start = [x, y];
      continue;
    }
    const target: number[] = [];
    for (let index = 1; index < command.length; index++) {
      target.push(hundredths(command[index] as number));
    }
    text += curve(target, x, y, writer);
    x = target.at(-2) ?? x;
    y = target.at(-1) ?? y;
  }
  return text;
}

/** Absolute or relative, whichever is shorter; along an axis, one number is enough. */
function point(
  letter: 'M' | 'L',
  toX: number,
  toY: number,
  x: number,
  y: number,
  writer: Writer,
): string {
  if (letter === 'L' && toY === y) return alongAxis('H', toX, x, writer);
  if (letter === 'L' && toX === x) return alongAxis('V', toY, y, writer);
  const fromX = writer.number(toX - x);
  const fromY = writer.number(toY - y);
  const wholeX = writer.number(toX);
  const wholeY = writer.number(toY);
  const fromGap = toY - y >= 0 ? ' ' : '';
  const wholeGap = toY >= 0 ? ' ' : '';
  const relative = fromX.length + fromGap.length + fromY.length;
  const absolute = wholeX.length + wholeGap.length + wholeY.length;
  return relative < absolute
    ? (letter === 'M' ? 'm' : 'l') + fromX + fromGap + fromY
    : letter + wholeX + wholeGap + wholeY;
}

function curve(target: readonly number[], x: number, y: number, writer: Writer): string {
  return writer.length(target, x, y) < writer.length(target, 0, 0)
    ? writer.command('c', target, x, y)
    : writer.command('C', target, 0, 0);
}

function alongAxis(letter: 'H' | 'V', to: number, from: number, writer: Writer): string {
  const [absolute, relative] = [writer.number(to), writer.number(to - from)];
  return relative.length < absolute.length ? letter.toLowerCase() + relative : letter + absolute;
}
