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

/** Short numbers come again and again, so each is written once. */
const memory = new Array<string | undefined>(1 << 16);

/** Writes hundredths, without a leading zero. */
function short(value: number): string {
  const size = value < 0 ? -value : value;
  let text = size < memory.length ? memory[size] : undefined;
  if (text === undefined) {
    const fraction = size % 100;
    const whole = (size - fraction) / 100;
    text = (whole === 0 && fraction !== 0 ? '' : String(whole)) + fractions[fraction];
    if (size < memory.length) memory[size] = text;
  }
  return value < 0 ? `-${text}` : text;
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
  let text = '';
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  for (const command of commands) {
    const letter = command[0];
    if (letter === 'Z') {
      text += 'Z';
      x = startX;
      y = startY;
    } else if (letter === 'C') {
      const [, x1, y1, x2, y2, toX, toY] = command;
      const points = [x1, y1, x2, y2, toX, toY].map(hundredths) as Curve;
      text += curve(points, x, y);
      x = points[4];
      y = points[5];
    } else {
      // Long paths are made of these, so they come without an array of their own.
      const toX = hundredths(command[1]);
      const toY = hundredths(command[2]);
      text += point(letter, toX, toY, x, y);
      x = toX;
      y = toY;
      if (letter === 'M') {
        startX = x;
        startY = y;
      }
    }
  }
  return text;
}

/** Two handles and the end of a curve, in hundredths. */
type Curve = [number, number, number, number, number, number];

/** A number after another: a minus sign parts two by itself. */
const next = (value: number) => (value < 0 ? short(value) : ` ${short(value)}`);

/** Absolute or relative, whichever is shorter; along an axis, one number is enough. */
function point(letter: 'M' | 'L', toX: number, toY: number, x: number, y: number): string {
  if (letter === 'L' && toY === y) return alongAxis('H', toX, x);
  if (letter === 'L' && toX === x) return alongAxis('V', toY, y);
  const relative = short(toX - x) + next(toY - y);
  const absolute = short(toX) + next(toY);
  return relative.length < absolute.length
    ? (letter === 'M' ? 'm' : 'l') + relative
    : letter + absolute;
}

function curve([x1, y1, x2, y2, toX, toY]: Curve, x: number, y: number): string {
  const relative =
    short(x1 - x) + next(y1 - y) + next(x2 - x) + next(y2 - y) + next(toX - x) + next(toY - y);
  const absolute = short(x1) + next(y1) + next(x2) + next(y2) + next(toX) + next(toY);
  return relative.length < absolute.length ? `c${relative}` : `C${absolute}`;
}

function alongAxis(letter: 'H' | 'V', to: number, from: number): string {
  const [absolute, relative] = [short(to), short(to - from)];
  return relative.length < absolute.length ? letter.toLowerCase() + relative : letter + absolute;
}
