/**
 * A line of blocks whose side branches run towards the viewer, then along with
 * it, then back to where they end, as in the figure of HED by PlotNeuralNet.
 */
import type { Shape } from './clearance.js';
import { spineX } from './fronts.js';
import { gapBetween, reachOf } from './gaps.js';
import { type Chain, findLanes } from './lanes.js';
import type { BlockGraph, Link } from './model.js';
import { type Point, slant } from './oblique.js';
import type { Placement, Route, SizedBlock, Spacing } from './placement.js';
import { collides, meant, type Near, near, rail, shapesOf } from './rails.js';

/** How far a branch moves towards the viewer at a time until it is clear, in px of the drawing. */
const step = 3;

/** A branch that is not clear by then would be no part of the figure. */
const mostSteps = 300;

/**
 * Lays blocks out with branches towards the viewer.
 *
 * @param graph The blocks and links.
 * @param sized The blocks with their lengths.
 * @param spacing Distances.
 * @returns Where everything stands; nothing when a branch does not begin on the line and end in a stack of it, or finds no room.
 */
export function layoutSides(
  graph: BlockGraph,
  sized: readonly SizedBlock[],
  spacing: Spacing,
): Placement | undefined {
  const { spine, chains } = findLanes(graph);
  const onSpine = new Set(spine);
  const fits = chains.every(
    ({ sources, targets }) =>
      sources.length === 1 &&
      targets.length === 1 &&
      [...sources, ...targets].every((each) => onSpine.has(each)),
  );
  if (!fits || !endInStacks(graph, chains)) return undefined;
  const place = new Map(spine.map((block, index) => [block, index]));
  const skipping = graph.links.some(
    ({ from, to }) =>
      onSpine.has(from.block) &&
      onSpine.has(to.block) &&
      place.get(to.block) !== (place.get(from.block) ?? 0) + 1,
  );
  if (skipping) return undefined;

  const size = (index: number) => sized[index] as SizedBlock;
  const { gap, margin } = spacing;
  const links = new Map(chains.map((chain) => [chain, linksOf(graph, chain)]));
  const x = spineX(spine, graph.links, onSpine, size, spacing);
  const wests: Point[] = sized.map((_, index) => ({ x: x[index] ?? 0, y: 0, z: 0 }));

  const taken: Shape[] = spine.flatMap((index) =>
    shapesOf(size(index), { x: x[index] ?? 0, y: 0 }),
  );
  const routes: Route[] = [];
  for (const link of graph.links) {
    if (!onSpine.has(link.from.block) || !onSpine.has(link.to.block)) continue;
    const from = wests[link.from.block] as Point;
    const target = size(link.to.block).boxes[link.to.box];
    const points = [
      { ...from, x: from.x + size(link.from.block).width },
      { x: (x[link.to.block] ?? 0) + (target?.x ?? 0), y: 0, z: 0 },
    ];
    routes.push({ kind: 'flow', points, before: link.to.block, link });
  }

  // The last to leave the line stays nearest to it, so that no two branches cross.
  const inner = [...chains].sort(
    (a, b) => (place.get(b.sources[0] ?? 0) ?? 0) - (place.get(a.sources[0] ?? 0) ?? 0),
  );
  let lane = 0;
  for (const chain of inner) {
    const own = links.get(chain);
    if (!own) continue;
    const start = near(own.first.from, size, x);
    const end = near(own.last.to, size, x);
    const place = (distance: number) => {
      const corner = start.x - distance;
      // Far enough to the right that the way down passes beside the first box, not behind it.
      const first = size(chain.blocks[0] as number);
      const beside = Math.max(0, ...first.boxes.map(({ height }) => height / 2)) + margin;
      let west = corner + Math.max(gap * 1.5 + reachOf(first).left, beside);
      const at: number[] = [];
      chain.blocks.forEach((block, index) => {
        const before = chain.blocks[index - 1];
        if (before !== undefined) {
          west +=
            size(before).width +
            gapBetween(size(before), size(block), { out: false, in: false }, spacing);
        }
        at.push(west);
      });
      return { corner, at, turn: end.x - distance };
    };
    const lastBlock = chain.blocks.at(-1) as number;
    const found = clearLane();
    if (found === undefined) return undefined;
    lane = found;
    taken.push(...shapesAt(lane), ...railsAt(lane));

    function shapesAt(distance: number): Shape[] {
      const { at } = place(distance);
      return chain.blocks.flatMap((block, index) =>
        shapesOf(size(block), { x: at[index] ?? 0, y: distance }),
      );
    }

    function railsAt(distance: number): Shape[] {
      const { corner, turn } = place(distance);
      return [
        rail({ x: corner, y: distance }, { x: turn, y: distance }, margin),
        rail({ x: corner, y: distance }, { x: start.x - start.depth, y: start.depth }, margin),
        rail({ x: turn, y: distance }, { x: end.x - end.depth, y: end.depth }, margin),
      ];
    }

    /** The nearest lane where a branch and its lines are clear of what is placed. */
    function clearLane(): number | undefined {
      const others = taken.filter((shape) => !meant(shape, start, end));
      for (let count = 1; count <= mostSteps; count++) {
        const distance = lane + count * step;
        const { at, turn } = place(distance);
        const east = (at.at(-1) ?? 0) + size(lastBlock).width;
        if (distance <= start.depth || turn < east + gap) continue;
        if (collides(shapesAt(distance), taken)) continue;
        if (collides(railsAt(distance), others)) continue;
        return distance;
      }
      return undefined;
    }
    const { at } = place(lane);
    const z = lane / slant;
    chain.blocks.forEach((block, index) => {
      wests[block] = { x: (at[index] ?? 0) + lane, y: 0, z };
    });
    routes.push(...routesOf(chain, own, start, end, z));
  }

  return {
    wests,
    routes,
    order: [...sized.keys()].sort(
      (a, b) => (wests[a]?.z ?? 0) - (wests[b]?.z ?? 0) || (wests[a]?.x ?? 0) - (wests[b]?.x ?? 0),
    ),
  };

  function routesOf(chain: Chain, own: ChainLinks, start: Near, end: Near, z: number): Route[] {
    const [firstBlock, lastBlock] = [chain.blocks[0] as number, chain.blocks.at(-1) as number];
    const west = wests[firstBlock] as Point;
    const last = wests[lastBlock] as Point;
    const east = { ...last, x: last.x + size(lastBlock).width };
    const made: Route[] = [
      {
        kind: 'flow',
        points: [{ x: start.x, y: 0, z: start.depth / slant }, { x: start.x, y: 0, z }, west],
        before: firstBlock,
        link: own.first,
      },
    ];
    chain.blocks.slice(1).forEach((block, index) => {
      const before = chain.blocks[index] as number;
      const from = wests[before] as Point;
      const link = graph.links.find(
        (each) => each.from.block === before && each.to.block === block,
      );
      made.push({
        kind: 'flow',
        points: [{ ...from, x: from.x + size(before).width }, wests[block] as Point],
        before: block,
        ...(link && { link }),
      });
    });
    // It ends on the near face, in front of all that is painted.
    made.push({
      kind: 'flow',
      points: [east, { x: end.x, y: 0, z }, { x: end.x, y: 0, z: end.depth / slant }],
      before: sized.length,
      link: own.last,
    });
    return made;
  }
}

/** Whether every branch has a slab of its own to end at; several would meet at one place of a ball or a box. */
function endInStacks({ blocks }: BlockGraph, chains: readonly Chain[]): boolean {
  return chains.every(({ targets }) => targets.every((target) => blocks[target]?.kind === 'stack'));
}

/** The links into and out of a chain. */
interface ChainLinks {
  readonly first: Link;
  readonly last: Link;
}

function linksOf({ links }: BlockGraph, { blocks }: Chain): ChainLinks | undefined {
  const first = links.find(({ to }) => to.block === blocks[0]);
  const last = links.find(({ from }) => from.block === blocks.at(-1));
  return first && last && { first, last };
}
