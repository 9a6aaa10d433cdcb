/** How far below or above the line each chain stands. */
import { moved } from './clearance.js';
import type { Chain, Lanes } from './lanes.js';
import type { Link } from './model.js';
import type { SizedBlock } from './placement.js';
import { type Area, areaOf, Skyline } from './skyline.js';
import { entryX, type LineDraft, trunkX } from './trunks.js';

/** Heights, and what is taken by then. */
export interface Heights {
  /** Middle of each block. */
  readonly y: readonly number[];
  readonly skyline: Skyline;
  /** Tops of arches within chains, from the middle of the chain. */
  readonly tops: ReadonlyMap<Link, number>;
}

/**
 * Places the chains beside the line, the shorter ones nearer to it.
 *
 * @param lanes The chains.
 * @param skips Links past blocks of a lane, for whose arches chains leave room.
 * @param draft Where blocks stand along the line.
 * @returns The heights.
 */
export function heightsOf(
  { spine, chains, laneOf }: Lanes,
  skips: readonly Link[],
  draft: LineDraft,
): Heights {
  const { sized, spacing, x } = draft;
  const size = (index: number) => sized[index] as SizedBlock;
  const y = sized.map(() => 0);
  const skyline = new Skyline();
  const tops = new Map<Link, number>();
  const add = (index: number) => {
    for (const area of areasOf(size(index), x[index] ?? 0, y[index] ?? 0)) skyline.add(area);
  };
  for (const index of spine) add(index);

  const sides = sidesOf(chains);
  const byLength = chains
    .map((chain, index) => ({ chain, side: sides[index], ...railOf(chain, draft) }))
    .sort((a, b) => a.right - a.left - (b.right - b.left));
  for (const { chain, side, left, right } of byLength) {
    const areas = chain.blocks.flatMap((block) => areasOf(size(block), x[block] ?? 0, 0));
    areas.push({ left, right, top: -1, bottom: 1 });
    const lane = laneOf[chain.blocks[0] as number];
    const own = skips.filter(({ from }) => laneOf[from.block] === lane);
    areas.push(...archAreas(own, areas, draft, tops));
    const at =
      side === 'above'
        ? skyline.above(areas, spacing.margin)
        : skyline.below(areas, spacing.margin);
    for (const block of chain.blocks) {
      y[block] = at;
      add(block);
    }
    skyline.add({ left, right, top: at - 1, bottom: at + 1 });
  }
  return { y, skyline, tops };
}

/** The room that the arches of a chain take over it. */
function archAreas(
  skips: readonly Link[],
  areas: readonly Area[],
  { sized, spacing, x }: LineDraft,
  tops: Map<Link, number>,
): Area[] {
  const skyline = new Skyline();
  for (const area of areas) skyline.add(area);
  const rails = skips.map((link) => {
    const { width } = sized[link.to.block] as SizedBlock;
    return { link, left: x[link.from.block] ?? 0, right: (x[link.to.block] ?? 0) + width };
  });
  return rails
    .sort((a, b) => a.right - a.left - (b.right - b.left))
    .map(({ link, left, right }): Area => {
      const top = skyline.above([{ left, right, top: 0, bottom: 1 }], 2 * spacing.margin);
      const area = { left, right, top, bottom: top + 1 };
      skyline.add(area);
      tops.set(link, top);
      return area;
    });
}

/** From where to where the connections of a chain run level with it. */
function railOf({ blocks, sources, targets }: Chain, draft: LineDraft) {
  const { sized, x } = draft;
  const [first, last] = [blocks[0] as number, blocks.at(-1) as number];
  const east = (x[last] ?? 0) + (sized[last] as SizedBlock).width;
  return {
    left: Math.min(x[first] ?? 0, ...sources.map((source) => trunkX(draft, source))),
    right: Math.max(east, ...targets.map((target) => entryX(draft, target))),
  };
}

/** Chains between the same two blocks stand on both sides by turns; others below. */
function sidesOf(chains: readonly Chain[]): readonly ('above' | 'below')[] {
  const counts = new Map<string, number>();
  return chains.map(({ sources, targets }) => {
    const key = `${sources.join()}>${targets.join()}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count % 2 === 1 ? 'above' : 'below';
  });
}

function areasOf(block: SizedBlock, x: number, y: number): Area[] {
  return [...block.outlines, ...block.labels].map((shape) => areaOf(moved(shape, x, y)));
}
