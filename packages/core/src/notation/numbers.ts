/** Reads the numbers of a line that stand for themselves: widths, kernels, paddings. */
import type { Place } from '../diagnostics.js';
import type { Operation } from '../ops/operation.js';
import { quote } from '../validation.js';
import type { LineReader } from './line-reader.js';
import type { Field, Value } from './spec.js';
import { numberValue } from './values.js';

/**
 * Reads what follows the `p` of a padding: an amount, one an axis, or `1:2x0:1` before and
 * after, per axis.
 *
 * @param text The text after the `p`.
 * @param reader Where problems go.
 * @param place Place of the whole word.
 * @returns The padding, or nothing after a report.
 */
export function paddingValue(text: string, reader: LineReader, place: Place): Field | undefined {
  if (!text.includes(':')) return reader.size(text, place, 'a padding');
  const pairs = text.split('x').map((pair) => pair.split(':').map((side) => numberValue(side)));
  if (pairs.some((pair) => pair.length !== 2 || pair.includes(undefined))) {
    reader.flawed = true;
    reader.report('wrong-value', `${quote(`p${text}`)} is no padding`, place, 'Write `p1:2`.');
    return undefined;
  }
  const items = pairs.map((pair): Value => ({ kind: 'list', items: pair as Value[] }));
  return { value: { kind: 'list', items }, place };
}

/**
 * Gives the bare numbers of a line to the attributes that they stand for.
 *
 * @param numbers The numbers, in their order.
 * @param operation The operation of the line.
 * @param reader Where problems go.
 * @param set Sets an attribute.
 */
export function placeNumbers(
  numbers: readonly Field[],
  operation: Operation,
  reader: LineReader,
  set: (attribute: string, field: Field) => void,
): void {
  const first = numbers[0];
  const last = numbers[numbers.length - 1];
  if (operation.variadic !== undefined && first && last) {
    const place = { start: first.place.start, end: last.place.end };
    const items = numbers.map(({ value }) => value);
    set(operation.variadic, { value: { kind: 'list', items }, place });
    return;
  }
  const positional = operation.positional ?? [];
  for (const [index, number] of numbers.entries()) {
    const name = positional[index];
    if (name !== undefined) set(name, number);
    else {
      const names = positional.map((attribute) => `\`${attribute}\``).join(', ');
      const many = positional.length === 1 ? 'one number' : `${positional.length} numbers`;
      reader.report(
        'unknown-word',
        positional.length === 0
          ? `\`${operation.name}\` takes no number of its own`
          : `\`${operation.name}\` takes ${many} (${names}); here is one more`,
        number.place,
        operation.size === undefined
          ? 'Leave it out, or name it as `key=value`.'
          : `A ${operation.size} is written \`3x3\`, a stride \`/2\`, a padding \`p1\`.`,
      );
    }
  }
}
