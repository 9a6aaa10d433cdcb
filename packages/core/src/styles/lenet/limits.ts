/** Checks options against the network, and keeps figures to what a page can show. */

import type { Chain, Column } from '../chain.js';
import { checkNames } from '../per-column.js';
import type { DrawContext } from '../style.js';
import type { LenetOptions } from './options.js';
import { fixedLength, mostOfStack } from './stack.js';

/** More maps than a browser draws without a pause. */
const mostMaps = 10_000;

/** Most maps of a stack in a figure that would have more than a page can show. */
const shortenedTo = 24;

/**
 * Reports options that do not fit the network.
 *
 * @param chain What is shown.
 * @param options The style's options.
 * @param context Where to report.
 * @returns Options of a figure that can be shown.
 */
export function limited(chain: Chain, options: LenetOptions, context: DrawContext): LenetOptions {
  const { columns } = chain;
  checkNames('kernelPlaces', options.kernelPlaces, columns, context);
  checkNames('operations', options.operations, columns, context);
  checkGaps(columns, options, context);
  checkVectors(columns, options, context);
  return withFewerMaps(columns, options, context);
}

function checkGaps(
  columns: readonly Column[],
  { spacing }: LenetOptions,
  context: DrawContext,
): void {
  const gaps = columns.length - 1;
  if (typeof spacing === 'number' || spacing.length === gaps) return;
  context.reportOption(['spacing'], {
    rule: 'wrong-length',
    message: `\`spacing\` has ${spacing.length} entries, but there are ${gaps} gaps`,
    hint: `Give one for each of the ${gaps}, or a single one for all.`,
  });
}

function checkVectors(
  columns: readonly Column[],
  options: LenetOptions,
  context: DrawContext,
): void {
  if (options.vectorScale === 'auto') return;
  for (const { id, labelled } of columns) {
    if (labelled.reading !== 'vector') continue;
    const length = Math.round(fixedLength(labelled.shape[1] ?? 1, options));
    if (length <= options.maxVector) continue;
    context.reportOption(['vectorScale'], {
      rule: 'too-large',
      severity: 'warning',
      message: `At \`vectorScale: ${options.vectorScale}\` the bar of \`${id}\` would be ${length} px long, so it is cut to \`maxVector: ${options.maxVector}\``,
      hint: 'Lower `vectorScale`, raise `maxVector`, or use `vectorLength: sqrt`.',
    });
  }
}

function withFewerMaps(
  columns: readonly Column[],
  options: LenetOptions,
  context: DrawContext,
): LenetOptions {
  if (options.elide && options.maxMaps === 'auto') return options;
  const maps = columns.map(({ labelled }) =>
    labelled.reading === 'map' ? (labelled.shape[1] ?? 1) : 0,
  );
  const most = options.elide && options.maxMaps !== 'auto' ? options.maxMaps : mostOfStack;
  const drawn = maps.reduce((sum, count) => sum + Math.min(count, most), 0);
  const tallest = Math.max(0, ...maps);
  const path = [options.elide ? 'maxMaps' : 'elide'];
  const hint = 'Give `maxMaps` to choose how many maps of a stack are drawn.';
  if (drawn > mostMaps) {
    context.reportOption(path, {
      rule: 'too-large',
      severity: 'warning',
      message: `This figure would have ${drawn} maps, more than a page can show, so at most ${shortenedTo} of a stack are drawn`,
      hint,
    });
    return { ...options, elide: true, maxMaps: shortenedTo };
  }
  if (!options.elide && tallest > mostOfStack) {
    context.reportOption(path, {
      rule: 'too-large',
      severity: 'warning',
      message: `A stack of ${tallest} maps is more than a page can show, so ${mostOfStack} are drawn`,
      hint,
    });
  }
  return options;
}
