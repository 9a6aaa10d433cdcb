/** A network as styles of one row see it: a chain of tensors, with skips over it. */
import { coalesce, isAttachable, type Stage } from '../network/coalesce.js';
import { asItem, fold, type Item, itemLayers } from '../network/fold.js';
import type { Layer, Network } from '../network/network.js';
import type { Category } from '../ops/operation.js';
import { categoryOf, type Labelled, labelledItem, readShape } from './labels.js';

/** One stack of maps, or one bar. */
export interface Column {
  /** Id of the stage, or of the group that it folds. */
  readonly id: string;
  readonly labelled: Labelled;
  readonly category: Category;
  /** Height and width of the kernel that reads the maps before, when one does. */
  readonly kernel?: readonly [number, number];
}

/** A connection past the columns between. */
export interface Skip {
  readonly from: number;
  readonly to: number;
}

/** What the style shows. */
export interface Chain {
  readonly columns: readonly Column[];
  readonly skips: readonly Skip[];
}

/** Columns that stand in a single row unless the options say otherwise. */
export const rowLength = 14;
/** Columns of a row, once there are several. */
export const wrappedLength = 10;

/**
 * Finds the chain in a network.
 *
 * @param network The network.
 * @param folding Whether blocks stand as one column.
 * @returns The chain, or a sentence that says why there is none.
 */
export function findChain(
  network: Network,
  folding: 'auto' | 'always' | 'never' = 'auto',
): Chain | string {
  const stages = coalesce(network);
  const unknown = network.layers.find((layer) => layer.shape.length === 0);
  if (unknown) return `the shape of \`${unknown.id}\` is not known`;
  if (folding !== 'always') {
    const plain = asChain(network, stages, stages.map(asItem));
    const short = typeof plain !== 'string' && plain.columns.length <= rowLength;
    if (folding === 'never' || (short && plain.skips.length === 0)) return plain;
  }
  return asChain(network, stages, fold(network, stages, { manyEntries: true, growing: true }));
}

function asChain(
  network: Network,
  stages: readonly Stage[],
  items: readonly Item[],
): Chain | string {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const maps = featureMaps(network);
  const index = new Map<string, number>();
  const columns: Column[] = [];
  const skips: Skip[] = [];
  for (const item of items) {
    const sources = item.inputs.map((id) => index.get(id) ?? -1);
    const problem = misplaced(item, sources, columns);
    if (problem) return problem;
    // What only rescales the stack before it needs no stack of its own.
    if (item.kind === 'stage' && isAttachable(item.stage.layer) && sources.length === 1) {
      index.set(item.id, columns.length - 1);
      continue;
    }
    index.set(item.id, columns.length);
    for (const from of sources)
      if (from < columns.length - 1) skips.push({ from, to: columns.length });
    const exit = item.kind === 'stage' ? item.stage : byId.get(item.exit);
    if (exit) columns.push(column(item, exit, maps));
  }
  return { columns, skips };
}

/** Why an item cannot stand at the end of the chain, if it cannot. */
function misplaced(
  item: Item,
  sources: readonly number[],
  columns: readonly Column[],
): string | undefined {
  const last = columns.length - 1;
  const named = item.kind === 'fold' ? `the block \`${item.name}\`` : `\`${item.id}\``;
  const sentence = 'it shows one chain of layers, but';
  if (sources.length === 0) {
    return last < 0
      ? undefined
      : `${sentence} ${named} starts a second one beside \`${columns[0]?.id}\``;
  }
  if (sources.includes(last)) return undefined;
  const from = columns[sources[0] ?? -1]?.id ?? '';
  return `${sentence} ${named} branches off after \`${from}\``;
}

/**
 * Says of every layer whether its output is a feature map: whoever takes from it knows.
 *
 * @param network The network.
 * @returns Ids of the layers whose outputs are feature maps.
 */
export function featureMaps(network: Network): ReadonlySet<string> {
  const maps = new Set<string>();
  const taken = new Set<string>();
  for (const layer of network.layers) {
    const [first] = layer.inputs;
    if (!first) continue;
    taken.add(first.layer);
    if (layer.featureMap || slides(layer)) maps.add(first.layer);
  }
  for (const layer of network.layers) {
    if (!taken.has(layer.id) && (layer.featureMap || slides(layer))) maps.add(layer.id);
  }
  return maps;
}

/** Whether it moves a kernel over maps, so that it takes and makes them. */
function slides(layer: Layer): boolean {
  const category = categoryOf(layer);
  const kind = category === 'convolution' || category === 'pooling';
  return kind && layer.attributes.kernel !== undefined;
}

function column(item: Item, exit: Stage, maps: ReadonlySet<string>): Column {
  const reading = readShape(item.shape, maps.has(exit.id));
  const labelled = labelledItem(item, exit, reading);
  const alone = item.kind === 'stage' || item.inner.length === 1;
  const kernel = alone ? kernelOf(exit.layer) : undefined;
  return { id: item.id, labelled, category: categoryOfItem(item, exit), ...(kernel && { kernel }) };
}

/** A block has the colour of the work in it, not of the addition at its end. */
function categoryOfItem(item: Item, exit: Stage): Category {
  const own = categoryOf(exit.layer);
  if (item.kind === 'stage') return own;
  const work: readonly Category[] = ['attention', 'recurrent', 'convolution', 'dense'];
  const inside = new Set(itemLayers(item).map(categoryOf));
  return work.find((category) => inside.has(category)) ?? own;
}

function kernelOf(layer: Layer): readonly [number, number] | undefined {
  if (!slides(layer)) return undefined;
  const { kernel } = layer.attributes;
  if (typeof kernel === 'number') return [kernel, kernel];
  if (!Array.isArray(kernel)) return undefined;
  const sizes = kernel.filter((size): size is number => typeof size === 'number');
  const width = sizes.at(-1);
  return width === undefined ? undefined : [sizes.at(-2) ?? width, width];
}
