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
  if (!Number.isFinite(value)) return 0;
  return Math.round(Math.max(-largest, Math.min(largest, value)) * 100) / 100 + 0;
}

/** Without a leading zero. */
function short(value: number): string {
  return String(round(value)).replace(/^(-?)0\./, '$1.');
}

/** A minus sign parts two numbers by itself. */
function join(letter: string, values: readonly number[]): string {
  return values.reduce((text, value, index) => {
    const next = short(value);
    return text + (index > 0 && !next.startsWith('-') ? ' ' : '') + next;
  }, letter);
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
  let start: readonly [number, number] = [0, 0];
  for (const command of commands) {
    const [letter, ...values] = command;
    if (letter === 'Z') {
      text += 'Z';
      [x, y] = start;
      continue;
    }
    const target = values.map(round);
    const relative = target.map((value, index) => round(value - (index % 2 === 0 ? x : y)));
    text += shorter(letter, target, relative);
    x = target.at(-2) ?? x;
    y = target.at(-1) ?? y;
    if (letter === 'M') start = [x, y];
  }
  return text;
}

function shorter(
  letter: 'M' | 'L' | 'C',
  target: readonly number[],
  relative: readonly number[],
): string {
  const candidates = [join(letter, target), join(letter.toLowerCase(), relative)];
  if (letter === 'L') {
    const [dx = 0, dy = 0] = relative;
    if (dy === 0) candidates.push(join('H', target.slice(0, 1)), join('h', [dx]));
    if (dx === 0) candidates.push(join('V', target.slice(1)), join('v', [dy]));
  }
  return candidates.reduce((best, next) => (next.length < best.length ? next : best));
}
