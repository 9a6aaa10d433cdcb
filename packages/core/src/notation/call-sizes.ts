/** Works out the three sizes of a call. */
import type { Reporter } from '../diagnostics.js';
import { quote } from '../validation.js';
import type { Call, Stretch } from './calls.js';
import { ExpressionError, evaluate, parseExpression } from './expression.js';
import type { Source } from './source.js';

/** Height, width and channels. */
export type Size = readonly [height: number, width: number, channels: number];

const axes = ['height', 'width', 'channels'] as const;
const counted = ['rows', 'columns', 'channels'] as const;

/** Largest size, and largest product of sizes, that a tensor has. */
const sizeLimit = 1e9;
const productLimit = 1e12;

/** What went wrong where, in offsets of the text. */
type Report = (
  rule: string,
  message: string,
  at: Pick<Stretch, 'start' | 'end'>,
  hint: string,
) => void;

/**
 * Works out the sizes of a call.
 *
 * @param call The call.
 * @param source The text that it is in.
 * @param reporter Where problems go.
 * @returns Its sizes; nothing after a report.
 */
export function sizeOf(call: Call, source: Source, reporter: Reporter): Size | undefined {
  const report: Report = (rule, message, { start, end }, hint) => {
    reporter.report({ rule, message, place: source.place(start, end), hint });
  };
  const name = quote(call.name.text);
  const count = call.arguments.length;
  if (count !== 3) {
    const has = count === 0 ? 'no sizes' : count === 1 ? 'one size' : `${count} sizes`;
    const rule = count < 3 ? 'missing-value' : 'wrong-value';
    const hint = 'Write height, width and channels: `conv(24, 24, 8)`.';
    report(rule, `${name} has ${has}, not three`, call, hint);
    return undefined;
  }
  const sizes = call.arguments.map((argument, index) => numberOf(argument, index, name, report));
  const [height, width, channels] = sizes;
  if (height === undefined || width === undefined || channels === undefined) return undefined;
  if (height * width * channels > productLimit) {
    const message = `${name} of ${quote(sizes.join('x'))} is too large`;
    report('absurd-size', message, call, 'Check the sizes.');
    return undefined;
  }
  return [height, width, channels];
}

function numberOf(
  argument: Stretch,
  index: number,
  name: string,
  report: Report,
): number | undefined {
  const { text, start, end } = argument;
  if (text === '') {
    const at = { start, end: end + 1 };
    const hint = 'Write a number between the commas.';
    report('missing-value', `${name} has no ${axes[index]}`, at, hint);
    return undefined;
  }
  let value: number;
  try {
    value = evaluate(parseExpression(text), () => undefined);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const divides = error.message === 'divides by zero';
    report(
      'wrong-value',
      `${quote(text)} ${divides ? error.message : 'is no number'}`,
      argument,
      divides
        ? 'Check the sizes.'
        : 'Write a number or a sum of numbers, such as `28/2` or `2**3`. Nothing in a block is ever run.',
    );
    return undefined;
  }
  if (value > sizeLimit) {
    report('absurd-size', `${quote(text)} is too large for a size`, argument, 'Check the sizes.');
    return undefined;
  }
  if (Number.isInteger(value) && value > 0) return value;
  const given =
    String(value) === text ? `, not ${quote(value)}` : `, and ${quote(text)} is ${quote(value)}`;
  const message = `the number of ${counted[index]} must be a whole number of at least 1${given}`;
  report('wrong-value', message, argument, 'A layer has whole rows, columns and channels.');
  return undefined;
}
