/** The longest path of a graph, and in what is left of it the longest again, until all blocks are on one. */
import type { Chain } from '../blocks/lanes.js';
import type { BlockGraph } from '../blocks/model.js';

/** Every block on one path. */
export interface Paths {
  /** The longest path of all. */
  readonly spine: readonly number[];
  /** The others; one that leaves another and comes back to it is shorter than what it passes. */
  readonly chains: readonly Chain[];
}

/**
 * Finds the paths of a graph.
 *
 * @param graph The blocks, each after those that it takes from.
 * @returns The paths. Linear time for a bounded depth of branches.
 */
export function findPaths({ blocks, links }: BlockGraph): Paths {
  const before = blocks.map((): number[] => []);
  const after = blocks.map((): number[] => []);
  for (const { from, to } of links) {
    if (from.block === to.block) continue;
    before[to.block]?.push(from.block);
    after[from.block]?.push(to.block);
  }
  const paths: (readonly number[])[] = [];
  const open: (readonly number[])[] = [[...blocks.keys()]];
  for (let part = open.pop(); part; part = open.pop()) {
    const path = longest(part);
    paths.push(path);
    const taken = new Set(path);
    open.push(...pieces(part.filter((block) => !taken.has(block))));
  }
  const [spine = [], ...others] = paths;
  return {
    spine,
    chains: others
      .sort((a, b) => (a[0] as number) - (b[0] as number))
      .map((path) => ({
        blocks: path,
        sources: [...new Set(before[path[0] as number])],
        targets: [...new Set(after[path.at(-1) as number])],
      })),
  };

  function longest(part: readonly number[]): number[] {
    const inside = new Set(part);
    const length = new Map<number, number>();
    const via = new Map<number, number>();
    let end = part[0];
    for (const block of part) {
      let most = 0;
      for (const source of before[block] ?? []) {
        const own = inside.has(source) ? (length.get(source) ?? 0) : 0;
        if (own <= most) continue;
        most = own;
        via.set(block, source);
      }
      length.set(block, most + 1);
      if (most + 1 > (length.get(end as number) ?? 0)) end = block;
    }
    const path: number[] = [];
    for (let at = end; at !== undefined; at = via.get(at)) path.unshift(at);
    return path;
  }

  /** Blocks that hang together, each in the order of the graph. */
  function pieces(part: readonly number[]): number[][] {
    const inside = new Set(part);
    const found: number[][] = [];
    for (const block of part) {
      if (!inside.delete(block)) continue;
      const piece = [block];
      for (const each of piece) {
        for (const next of [...(before[each] ?? []), ...(after[each] ?? [])]) {
          if (inside.delete(next)) piece.push(next);
        }
      }
      found.push(piece.sort((a, b) => a - b));
    }
    return found;
  }
}
