/** What stands for itself in a figure of blocks: stages, and blocks of the description that are folded. */
import { coalesce, type Stage } from '../../network/coalesce.js';
import { asItem, fold, type Item } from '../../network/fold.js';
import type { Network } from '../../network/network.js';
import { featureMaps } from '../chain.js';
import { type Reading, readShape } from '../labels.js';
import type { BlockOptions } from './model.js';

/** A network of more stages than this has its repeated blocks folded. */
const most = 48;

/** Items, and what is asked of them. */
export interface ShownItems {
  readonly items: readonly Item[];
  /** @returns The stage whose output leaves an item. */
  exitOf(item: Item): Stage;
  /** @returns How the output of a stage is read. */
  reading(stage: Stage): Reading;
}

/**
 * Finds the items of a network.
 *
 * @param network The network.
 * @param folding Whether blocks of the description are folded; `auto` folds in large networks.
 * @returns The items, each after its inputs.
 */
export function shownItems(network: Network, folding: BlockOptions['fold']): ShownItems {
  const stages = coalesce(network);
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const maps = featureMaps(network);
  const folds = folding === 'always' || (folding === 'auto' && stages.length > most);
  const items = folds
    ? fold(network, stages, { manyEntries: true, growing: true })
    : stages.map(asItem);
  return {
    items,
    exitOf: (item) =>
      item.kind === 'stage' ? item.stage : (byId.get(item.exit) ?? (stages[0] as Stage)),
    reading: (stage) => readShape(stage.shape, maps.has(stage.id)),
  };
}
