/** The main path through a figure, and the chains beside it. */
import type { BlockGraph } from './model.js';

/** Blocks one after another. */
export interface Chain {
  /** Indices of its blocks. */
  readonly blocks: readonly number[];
  /** Blocks that its first one takes from. */
  readonly sources: readonly number[];
  /** Blocks that take from its last one. */
  readonly targets: readonly number[];
}

/** Every block in one chain. */
export interface Lanes {
  /** The longest path. */
  readonly spine: readonly number[];
  readonly chains: readonly Chain[];
  /** Index of the chain of each block; −1 for the spine. */
  readonly laneOf: readonly number[];
  /** The block before each one in its lane. */
  readonly previous: readonly (number | undefined)[];
}

/**
 * Finds the longest path and the chains beside it.
 *
 * @param graph The blocks.
 * @returns The spine, and the others by their first blocks. Linear time.
 */
export function findLanes({ blocks, links }: BlockGraph): Lanes {
  const before: number[][] = blocks.map(() => []);
  const after: number[][] = blocks.map(() => []);
  for (const { from, to } of links) {
    if (from.block === to.block) continue;
    before[to.block]?.push(from.block);
    after[from.block]?.push(to.block);
  }
  const length = blocks.map(() => 1);
  const via = blocks.map((): number | undefined => undefined);
  for (const index of blocks.keys()) {
    for (const source of before[index] ?? []) {
      if ((length[source] ?? 0) + 1 <= (length[index] ?? 0)) continue;
      length[index] = (length[source] ?? 0) + 1;
      via[index] = source;
    }
  }
  const spine: number[] = [];
  let at: number | undefined = length.indexOf(Math.max(...length));
  while (at !== undefined && at >= 0) {
    spine.unshift(at);
    at = via[at];
  }

  const taken = new Set(spine);
  const chains: Chain[] = [];
  for (const index of blocks.keys()) {
    if (taken.has(index)) continue;
    const chain = [index];
    taken.add(index);
    for (;;) {
      const last = chain.at(-1) as number;
      const next = after[last]?.find((each) => !taken.has(each));
      if (next === undefined || before[next]?.some((each) => each !== last && !taken.has(each)))
        break;
      chain.push(next);
      taken.add(next);
    }
    chains.push({
      blocks: chain,
      sources: [...new Set(before[index])],
      targets: [...new Set(after[chain.at(-1) as number])],
    });
  }
  const laneOf = blocks.map(() => -1);
  const previous = blocks.map((): number | undefined => undefined);
  chains.forEach((chain, index) => {
    for (const block of chain.blocks) laneOf[block] = index;
  });
  for (const lane of [spine, ...chains.map((chain) => chain.blocks)]) {
    lane.forEach((block, index) => {
      previous[block] = lane[index - 1];
    });
  }
  return { spine, chains, laneOf, previous };
}
