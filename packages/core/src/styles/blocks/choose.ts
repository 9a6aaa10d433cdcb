/** Which layout suits a network. */
import { findLanes } from './lanes.js';
import type { BlockGraph } from './model.js';

/** How blocks are laid out. */
export type LayoutName = 'line' | 'u' | 'sides';

/** So many side branches that end in one place make a pyramid. */
const manySides = 3;

/** So many levels that skip to the same level make a U. */
const manyLevels = 2;

/**
 * Chooses a layout by the shape of a network.
 *
 * @param graph Its blocks in a line.
 * @returns A U for nested skips between equal sizes, side branches for several that end in one place, else a line.
 */
export function chooseLayout(graph: BlockGraph): LayoutName {
  const { spine, chains } = findLanes(graph);
  const targets = new Map<number, Set<number>>();
  for (const { sources, targets: ends } of chains) {
    const [source] = sources;
    for (const target of ends) {
      const from = targets.get(target) ?? new Set<number>();
      if (source !== undefined) from.add(source);
      targets.set(target, from);
    }
  }
  if ([...targets.values()].some((sources) => sources.size >= manySides)) return 'sides';

  const place = new Map(spine.map((block, index) => [block, index]));
  const skips = graph.links
    .map(({ from, to }) => [place.get(from.block), place.get(to.block)] as const)
    .filter((ends): ends is readonly [number, number] => {
      const [from, to] = ends;
      return from !== undefined && to !== undefined && to > from + 1;
    })
    .sort(([a], [b]) => a - b);
  const nested = skips.every(([, end], index) => index === 0 || end < (skips[index - 1]?.[1] ?? 0));
  return skips.length >= manyLevels && nested && chains.length === 0 ? 'u' : 'line';
}
