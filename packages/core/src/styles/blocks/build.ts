/** Finds what to show of a network: which layers lie side by side, which merge, what connects them. */
import { isAttachable, type Stage } from '../../network/coalesce.js';
import type { Item } from '../../network/fold.js';
import type { Network } from '../../network/network.js';
import { categoryOf, labelledItem } from '../labels.js';
import { GraphBuilder, namesOf, type Turn } from './builder.js';
import { captionGroups } from './captions.js';
import { shownItems } from './items.js';
import { addLayer } from './layers.js';
import { addMerge } from './merges.js';
import type { BlockGraph, BlockOptions } from './model.js';
import { isSoftmax } from './parts.js';

/** Operations that only rearrange what they get, so that nothing needs to be drawn for them. */
const passing = new Set(['pad', 'crop', 'flatten']);

/**
 * Finds the blocks of a network.
 *
 * @param network The network; every shape known.
 * @param options What stands together.
 * @returns Blocks and links. About linear time.
 */
export function blockGraph(network: Network, options: BlockOptions): BlockGraph {
  const { items, exitOf, reading } = shownItems(network, options.fold);
  const builder = new GraphBuilder(options, captionGroups(network), countUses(items, network));
  for (const item of items) {
    const exit = exitOf(item);
    const sources = item.inputs
      .filter((id) => builder.ends.has(id))
      .map((id) => ({ id, end: builder.ends.get(id) }));
    const turn: Turn = { item, exit, sources };
    const passes = sources.length === 1 && isPassing(item);
    const through = !passes || builder.isSole(sources[0]?.id ?? '');
    if (through && builder.uses.get(item.id) === 1) builder.noteSole(item.id);

    if (exit.layer.op === 'input' && !options.input) builder.ends.set(item.id, undefined);
    else if (passes) pass(builder, turn);
    else {
      const labelled = labelledItem(item, exit, reading(exit));
      const merges = item.kind === 'stage' && categoryOf(exit.layer) === 'merge';
      if (merges && sources.length > 1) addMerge(builder, turn, labelled);
      else addLayer(builder, turn, labelled);
    }
  }
  const exits = network.outputs.flatMap(({ layer }) => {
    const item = items.find((each) => givesOut(each, exitOf(each), layer));
    const end = item && builder.ends.get(item.id);
    return end ? [end] : [];
  });
  return builder.build(exits);
}

/** Whether an item needs no part of its own: what only rescales or rearranges what it gets. */
function isPassing(item: Item): boolean {
  if (item.kind !== 'stage' || isSoftmax(item.stage)) return false;
  const { layer } = item.stage;
  return isAttachable(layer) || categoryOf(layer) === 'reshape' || passing.has(layer.op);
}

/** Hands on what comes before. */
function pass(builder: GraphBuilder, { item, exit, sources: [source] }: Turn): void {
  builder.ends.set(item.id, source?.end);
  const { names, layers } = namesOf(item, exit);
  const draft = builder.draftAt(source?.end);
  draft?.names.push(...names);
  draft?.layers.push(...layers);
}

function countUses(items: readonly Item[], network: Network): Map<string, number> {
  const uses = new Map<string, number>();
  const add = (id: string) => uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const item of items) for (const id of item.inputs) add(id);
  for (const { layer } of network.outputs) add(layer);
  return uses;
}

/** Whether a layer's output leaves with an item. */
function givesOut(item: Item, exit: Stage, layer: string): boolean {
  const layers = item.kind === 'fold' ? item.layers : [exit.layer, ...exit.attached];
  return layers.some(({ id }) => id === layer);
}
