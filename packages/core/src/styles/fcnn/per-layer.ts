/** Options that are given once, for each layer, or for each unit. */
import type { DrawContext } from '../style.js';
import type { NetworkColumn } from './columns.js';
import type { Options } from './options.js';

/**
 * What an option says of one layer or one gap.
 *
 * @param option One value, or a list of them.
 * @param index Which layer or gap, from 0.
 * @returns The value; the last of a list that is too short.
 */
export function ofLayer(option: number | readonly number[], index: number): number {
  if (typeof option === 'number') return option;
  return option[index] ?? option.at(-1) ?? 0;
}

/**
 * What an option says of one unit.
 *
 * @param option One value, or a list with, for each layer, one, a list for its units, or `null`.
 * @param layer Which layer, from 0.
 * @param unit Which unit, from 0.
 * @returns The value; nothing when the option leaves it open.
 */
export function ofUnit(
  option: string | readonly (string | readonly string[] | null)[] | undefined,
  layer: number,
  unit: number,
): string | undefined {
  if (option === undefined || typeof option === 'string') return option;
  const entry = option[layer] ?? undefined;
  return entry === undefined || typeof entry === 'string' ? entry : entry[unit];
}

/**
 * Reports lists that are not as long as the network is deep, or a layer is wide.
 *
 * @param columns The layers.
 * @param options The options.
 * @param context Where to report.
 */
export function checkLists(
  columns: readonly NetworkColumn[],
  options: Options,
  context: DrawContext,
): void {
  const count = columns.length;
  const check = (path: readonly PropertyKey[], list: unknown, wanted: number, what: string) => {
    if (!Array.isArray(list) || list.length === wanted) return true;
    context.reportOption(path, {
      rule: 'wrong-length',
      message: `\`${path.join('.')}\` has ${list.length} entries, but there are ${wanted} ${what}`,
      hint: `Give one for each of the ${wanted}${path.length === 1 ? ', or a single one for all' : ''}.`,
    });
    return false;
  };
  check(['layerGap'], options.layerGap, count - 1, 'gaps between layers');
  check(['nodeGap'], options.nodeGap, count, 'layers');
  const unitsOf = (column: NetworkColumn | undefined) => column?.shape[1] ?? 0;
  for (const name of ['nodeFill', 'nodeOutline', 'nodeLabels'] as const) {
    const lists = options[name];
    if (!Array.isArray(lists) || !check([name], lists, count, 'layers')) continue;
    for (const [index, entry] of lists.entries()) {
      check([name, index], entry, unitsOf(columns[index]), `units in layer ${index}`);
    }
  }
  check(['inputValues'], options.inputValues, unitsOf(columns[0]), 'inputs');
  check(['outputValues'], options.outputValues, unitsOf(columns.at(-1)), 'outputs');
}
