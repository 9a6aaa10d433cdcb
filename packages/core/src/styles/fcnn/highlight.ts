/** One unit and its edges, in front of all others. */
import type { DrawContext } from '../style.js';
import type { NetworkColumn } from './columns.js';
import type { Options } from './options.js';

/** What stays when a unit is highlighted. */
export interface Highlight {
  /** @returns Whether a unit stays; the bias unit has no number. */
  unit(layer: number, unit: number | undefined): boolean;
  /** @returns Whether an edge stays; gap 0 is that after layer 0. */
  edge(gap: number, from: number | undefined, to: number): boolean;
}

/** Everything stays. */
const all: Highlight = { unit: () => true, edge: () => true };

/**
 * Finds what a highlighted unit leaves.
 *
 * @param columns The layers.
 * @param shown For each layer, the units that are shown, from 0.
 * @param options The options.
 * @param context Where to report.
 * @returns What stays; everything when no unit, or one that is not there, is to be highlighted.
 */
export function highlightOf(
  columns: readonly NetworkColumn[],
  shown: readonly (readonly number[])[],
  { highlight }: Options,
  context: DrawContext,
): Highlight {
  if (!highlight) return all;
  const fail = (key: string, message: string, hint: string): Highlight => {
    context.reportOption(['highlight', key], { rule: 'unknown-unit', message, hint });
    return all;
  };
  const names = columns.map(({ stage }) => stage.layer.name ?? stage.id);
  const layer = columns.findIndex(({ stage }, index) =>
    [index, stage.id, stage.layer.name].includes(highlight.layer),
  );
  const column = columns[layer];
  if (!column) {
    const hint = `Give a number from 0 to ${columns.length - 1}, or one of ${names.map((name) => `\`${name}\``).join(', ')}.`;
    return fail('layer', `there is no layer \`${highlight.layer}\` to highlight a unit of`, hint);
  }
  const units = column.shape[1] ?? 0;
  const unit = highlight.unit - 1;
  if (unit >= units) {
    return fail('unit', `layer ${layer} has no unit ${highlight.unit}`, `It has ${units}.`);
  }
  if (!shown[layer]?.includes(unit)) {
    return fail(
      'unit',
      `unit ${highlight.unit} of layer ${layer} is among those that are left out`,
      'Choose one of the first or the last, or raise `maxNodes`.',
    );
  }
  const into = highlight.edges !== 'out';
  const outOf = highlight.edges !== 'in';
  return {
    unit: (at, which) =>
      at === layer
        ? which === unit
        : (into && at === layer - 1) || (outOf && at === layer + 1 && which !== undefined),
    edge: (gap, from, to) =>
      (into && gap === layer - 1 && to === unit) || (outOf && gap === layer && from === unit),
  };
}
