/** Which layout suits a network. */
import { findLanes } from './lanes.js';
import type { BlockGraph, End } from './model.js';

/** How blocks are laid out. */
export type LayoutName = 'line' | 'u' | 'sides';

/** So many side branches that end in one place make a pyramid. */
const manySides = 3;

/** So many levels that skip to the same level make a U. */
const manyLevels = 2;

/** A skip between levels passes maps of at most this share of the size of where it comes from. */
const dip = 0.67;

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
    .map((link) => {
      const [from, to] = [place.get(link.from.block) ?? -1, place.get(link.to.block) ?? -1];
      return { from, to, side: sideOf(graph, link.from) };
    })
    .filter(({ from, to }) => from >= 0 && to > from + 1)
    .sort((a, b) => a.from - b.from);
  const sides = spine.map((block) => sideOf(graph, { block, box: 0 }));
  const dips = skips.every(
    ({ from, to, side }) => Math.min(...sides.slice(from + 1, to)) <= dip * side,
  );
  const nested = skips.every(({ to }, index) => index === 0 || to < (skips[index - 1]?.to ?? 0));
  return skips.length >= manyLevels && nested && dips && chains.length === 0 ? 'u' : 'line';
}

/** Longer side of the maps of a box; a vector has none. */
function sideOf({ blocks }: BlockGraph, { block, box }: End): number {
  const extent = blocks[block]?.boxes[box]?.parts.at(-1)?.extent;
  return extent?.kind === 'box' ? Math.max(extent.height, extent.width) : Number.POSITIVE_INFINITY;
}
