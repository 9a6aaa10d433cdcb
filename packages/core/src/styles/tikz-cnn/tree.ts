/** Paths and branches: what stands in a row, what stands side by side, what runs beside. */
import type { Chain } from '../blocks/lanes.js';
import type { BlockGraph, Link } from '../blocks/model.js';
import { findPaths } from './paths.js';

/** Blocks and branchings in a row. */
export interface Lane {
  readonly items: readonly LaneItem[];
  readonly sides: readonly Side[];
}

/** A block, or branches one above the other; an empty lane is a connector alone. */
export type LaneItem =
  | { readonly kind: 'block'; readonly block: number }
  | { readonly kind: 'branches'; readonly lanes: readonly Lane[] };

/** A path that leaves a lane and comes back, beside what is between. */
export interface Side {
  readonly lane: Lane;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
}

/** Chains that leave a path at one place and come back at one place. */
interface Branching {
  /** Place that they leave at; −1 for what begins by itself. */
  readonly start: number;
  /** Place that they come back at; one past the last for what ends by itself. */
  readonly end: number;
  readonly chains: readonly Chain[];
}

/** Branches that begin or end by themselves stand level when they differ by at most so many blocks. */
const mostUneven = 2;

/**
 * Finds the lanes of a graph.
 *
 * @param graph The blocks and links.
 * @returns The lane of the longest path. Time is linear but for branchings of one path that overlap.
 */
export function laneTree(graph: BlockGraph): Lane {
  const { spine, chains } = findPaths(graph);
  const used = new Set<Chain>();
  const root = laneOf(spine, true);
  const rest = chains.filter((chain) => !used.has(chain));
  const more = rest.flatMap((chain) => (used.has(chain) ? [] : [sideOf(chain)]));
  return { ...root, sides: [...root.sides, ...more] };

  function laneOf(path: readonly number[], whole: boolean): Lane {
    const found = branchings(path, whole);
    const level = found.filter((branching) => isLevel(branching, path, found));
    const outer = level.filter(
      ({ start, end }) => !level.some((other) => other.start < start && end < other.end),
    );
    const within = ({ start, end }: Branching) =>
      outer.some((other) => other.start < start && end < other.end);
    for (const { chains: own } of outer) for (const chain of own) used.add(chain);
    const aside = found.filter((branching) => !outer.includes(branching) && !within(branching));
    for (const { chains: own } of aside) for (const chain of own) used.add(chain);

    const items: LaneItem[] = [];
    const starts = new Map(outer.map((branching) => [branching.start + 1, branching]));
    for (let place = 0; place <= path.length; place++) {
      const branching = starts.get(place);
      if (branching) {
        items.push(branchesOf(branching, path));
        place = branching.end;
      }
      const block = path[place];
      if (block !== undefined) items.push({ kind: 'block', block });
    }
    return { items, sides: aside.flatMap(({ chains: own }) => own.map(sideOf)) };
  }

  function sideOf(chain: Chain): Side {
    used.add(chain);
    return { lane: laneOf(chain.blocks, false), sources: chain.sources, targets: chain.targets };
  }

  /** The lanes in the order of the description, a connector alone in their middle. */
  function branchesOf({ start, end, chains: own }: Branching, path: readonly number[]): LaneItem {
    const segment = path.slice(start + 1, end);
    const paths = [...own.map(({ blocks }) => blocks), ...(segment.length > 0 ? [segment] : [])];
    const lanes = paths
      .sort((a, b) => (a[0] as number) - (b[0] as number))
      .map((each) => laneOf(each, false));
    if (segment.length > 0 && linked(path[start], path[end])) {
      lanes.splice(Math.floor(lanes.length / 2), 0, { items: [], sides: [] });
    }
    return { kind: 'branches', lanes };
  }

  function linked(from: number | undefined, to: number | undefined): boolean {
    return graph.links.some((link) => link.from.block === from && link.to.block === to);
  }

  function branchings(path: readonly number[], whole: boolean): Branching[] {
    const place = new Map(path.map((block, index) => [block, index]));
    const known = new Map<string, { start: number; end: number; chains: Chain[] }>();
    for (const chain of chains) {
      if (used.has(chain)) continue;
      const start = endOf(chain.sources, place, whole ? -1 : undefined);
      const end = endOf(chain.targets, place, whole ? path.length : undefined);
      if (start === undefined || end === undefined || end <= start) continue;
      const key = `${start} ${end}`;
      const same = known.get(key);
      if (same) same.chains.push(chain);
      else known.set(key, { start, end, chains: [chain] });
    }
    return [...known.values()];
  }

  /** Whether branches stand level: nothing else leads into or out of the path between. */
  function isLevel(
    { start, end, chains: own }: Branching,
    path: readonly number[],
    found: readonly Branching[],
  ): boolean {
    const length = end - start - 1;
    const open = start < 0 || end >= path.length;
    const several = own.length > 1 || linked(path[start], path[end]);
    const uneven = Math.max(...own.map(({ blocks }) => Math.abs(blocks.length - length)));
    if (open ? uneven > mostUneven : !several && uneven > 0) return false;
    if (length === 0 && own.length === 1) return false;
    const place = new Map(path.map((block, index) => [block, index]));
    const inside = (at: number) => at > start && at < end;
    const crosses = (from: number, to: number) => inside(from) !== inside(to);
    const leaves = ({ from, to }: Link) => {
      const [a, b] = [place.get(from.block), place.get(to.block)];
      if (a === undefined || b === undefined || b === a + 1) return false;
      return crosses(a, b);
    };
    const foreign = (chain: Chain) => {
      if (own.includes(chain) || used.has(chain)) return false;
      const ends = [...chain.sources, ...chain.targets].flatMap((block) => place.get(block) ?? []);
      return ends.some(inside) && !ends.every(inside);
    };
    return (
      !graph.links.some(leaves) &&
      !chains.some(foreign) &&
      !found.some((other) => other.chains !== own && crosses(other.start, other.end))
    );
  }
}

function endOf(
  blocks: readonly number[],
  place: ReadonlyMap<number, number>,
  none: number | undefined,
): number | undefined {
  const [only] = blocks;
  if (only === undefined) return none;
  return blocks.length === 1 ? place.get(only) : undefined;
}
