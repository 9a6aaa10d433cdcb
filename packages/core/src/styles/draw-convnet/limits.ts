/** Checks options against the network, and keeps figures to what a page can show. */
import type { Chain, Column } from '../chain.js';
import type { Reading } from '../labels.js';
import { checkNames } from '../per-column.js';
import type { DrawContext } from '../style.js';
import { mostOfStack, type Options } from './options.js';
import { placesOf } from './stack.js';

/** More squares than a browser draws without a pause. */
const mostSquares = 10_000;

/**
 * Reports options that do not fit the network.
 *
 * @param chain What is shown.
 * @param options The style's options.
 * @param context Where to report.
 * @returns Options of a figure that can be shown.
 */
export function limited({ columns }: Chain, options: Options, context: DrawContext): Options {
  checkNames('operations', options.operations, columns, context);
  const { layerWidth } = options;
  const gaps = columns.length - 1;
  if (typeof layerWidth !== 'number' && layerWidth.length !== gaps) {
    context.reportOption(['layerWidth'], {
      rule: 'wrong-length',
      message: `\`layerWidth\` has ${layerWidth.length} entries, but there are ${gaps} gaps`,
      hint: `Give one for each of the ${gaps}, or a single one for all.`,
    });
  }
  const maxMaps = placesWithin('maxMaps', 8, countsOf(columns, 'map'), options, context);
  const maxUnits = placesWithin('maxUnits', 20, countsOf(columns, 'vector'), options, context);
  return { ...options, maxMaps, maxUnits };
}

const countsOf = (columns: readonly Column[], reading: Reading): number[] =>
  columns.flatMap(({ labelled: { reading: own, shape } }) =>
    own === reading ? [shape[1] ?? 1] : [],
  );

/** What an option says of the places of stacks, or less where a page could not show as many. */
function placesWithin(
  key: 'maxMaps' | 'maxUnits',
  fallback: number,
  counts: readonly number[],
  options: Options,
  context: DrawContext,
): number | 'all' {
  const most = options[key];
  const total = counts.reduce((sum, count) => sum + Math.min(count, placesOf(most)), 0);
  const tallest = Math.max(0, ...counts);
  const report = (message: string) =>
    context.reportOption([key], {
      rule: 'too-large',
      severity: 'warning',
      message,
      hint: `Give \`${key}\` to choose how many squares of a stack are drawn.`,
    });
  if (total > mostSquares) {
    report(
      `This figure would have ${total} squares, more than a page can show, so stacks have ${fallback} places`,
    );
    return fallback;
  }
  if (most === 'all' && tallest > mostOfStack) {
    report(
      `A stack of ${tallest} squares is more than a page can show, so it has ${mostOfStack} places`,
    );
  }
  return most;
}
