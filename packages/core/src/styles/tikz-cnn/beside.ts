/** What runs over a lane: paths that leave it and come back, and skips. */
import type { XY } from '../../scene/shapes.js';
import type { BlockGraph, Link } from '../blocks/model.js';
import type { SizedBlock } from '../blocks/placement.js';
import { Skyline } from '../blocks/skyline.js';
import type { Distances } from './gaps.js';
import { areasOf, type Connector, joined, type Placed, shifted } from './placed.js';

/** A path over a lane, laid out by itself. */
export interface SidePiece {
  readonly placed: Placed;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

/** What it needs to know of the figure. */
export interface BesideContext {
  readonly graph: BlockGraph;
  readonly sized: readonly SizedBlock[];
  readonly distances: Distances;
}

/** One thing to put over the lane. */
interface Task {
  readonly side?: SidePiece;
  readonly out: readonly Link[];
  readonly into: readonly Link[];
}

/**
 * Puts paths and skips over a lane, the shorter ones under the longer ones.
 *
 * @param lane The lane.
 * @param sides Its paths beside.
 * @param context The graph and its sizes.
 * @returns The lane with all links between its blocks.
 */
export function besides(lane: Placed, sides: readonly SidePiece[], context: BesideContext): Placed {
  const { graph, sized, distances } = context;
  const { margin } = distances;
  const wests = new Map(lane.wests);
  const owner = new Map<number, SidePiece>();
  for (const side of sides) for (const block of side.placed.wests.keys()) owner.set(block, side);
  const known = (block: number) => wests.has(block) || owner.has(block);
  const drawn = new Set([
    ...lane.connectors.map(({ link }) => link),
    ...sides.flatMap(({ placed }) => placed.connectors.map(({ link }) => link)),
  ]);
  const open = graph.links.filter(
    (link) => !drawn.has(link) && known(link.from.block) && known(link.to.block),
  );
  if (open.length === 0 && sides.length === 0) return lane;

  const tasks: Task[] = sides.map((side) => ({
    side,
    into: open.filter(
      (link) => link.to.block === side.first && owner.get(link.from.block) !== side,
    ),
    out: open.filter((link) => link.from.block === side.last && owner.get(link.to.block) !== side),
  }));
  const taken = new Set(tasks.flatMap(({ out, into }) => [...out, ...into]));
  const skips = open.filter((link) => !taken.has(link));
  tasks.push(...skips.map((link): Task => ({ out: [link], into: [link] })));

  const width = (block: number) => sized[block]?.width ?? 0;
  const middle = (block: number) => (wests.get(block)?.x ?? 0) + width(block) / 2;
  const east = (block: number) => (wests.get(block)?.x ?? 0) + width(block);
  const span = ({ side, out, into }: Task) => {
    const from = side
      ? into.map((link) => middle(link.from.block))
      : out.map((link) => middle(link.from.block));
    const to = side
      ? out.map((link) => middle(link.to.block))
      : into.map((link) => middle(link.to.block));
    if (from.length === 0 || to.length === 0) return side?.placed.width ?? 0;
    return Math.max(...to) - Math.min(...from);
  };
  const ports = portsOf(tasks, sized, wests);
  const skyline = new Skyline();
  for (const area of areasOf(lane)) skyline.add(area);
  const pieces: Placed[] = [lane];
  const connectors: Connector[] = [];

  const order = [...tasks].sort((a, b) => span(a) - span(b));
  while (order.length > 0) {
    // A path that hangs on another waits for it.
    const ready = order.findIndex(({ side, out, into }) =>
      [...into.map(({ from }) => from.block), ...out.map(({ to }) => to.block)].every(
        (block) => wests.has(block) || side?.placed.wests.has(block),
      ),
    );
    const [task] = order.splice(Math.max(0, ready), 1);
    if (!task) break;
    if (!task.side) {
      for (const link of task.out) arch(link);
      continue;
    }
    // A skip that begins or ends under the path would run through it.
    const { left, right } = stretch(task.side, task);
    for (const other of order.filter((each) => !each.side && under(each, left, right))) {
      order.splice(order.indexOf(other), 1);
      for (const link of other.out) arch(link);
    }
    path(task.side, task);
  }
  return joined(pieces, connectors, lane.width);

  function under({ out }: Task, left: number, right: number): boolean {
    return out.some(({ from, to }) =>
      [from.block, to.block].some((block) => middle(block) > left && middle(block) < right),
    );
  }

  /** Where a path stands along the lane: in the middle between what it leaves and what it reaches. */
  function stretch({ placed }: SidePiece, { into, out }: Task) {
    const areas = areasOf(placed);
    const before = Math.min(0, ...areas.map((area) => area.left));
    const after = Math.max(placed.width, ...areas.map((area) => area.right));
    const least = Math.max(...into.map(({ from }) => east(from.block))) + 2 * margin - before;
    const most = Math.min(...out.map(({ to }) => wests.get(to.block)?.x ?? 0)) - 2 * margin - after;
    const both = Number.isFinite(least) && Number.isFinite(most);
    const one = Number.isFinite(least) ? least : Number.isFinite(most) ? most : 0;
    const x = both ? Math.max(least, (least + most) / 2) : one;
    return { x, left: x + before, right: x + after };
  }

  function arch(link: Link): void {
    const from = ports.leave(link);
    const to = ports.arrive(link);
    const line = {
      left: Math.min(from.x, to.x),
      right: Math.max(from.x, to.x),
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y),
    };
    const top = line.bottom + skyline.above([{ ...line, top: line.bottom - 1 }], 2 * margin);
    skyline.add({ ...line, top, bottom: top + 1 });
    connectors.push({
      kind: 'skip',
      link,
      points: [from, { x: from.x, y: top }, { x: to.x, y: top }, to],
    });
  }

  function path(side: SidePiece, task: Task): void {
    const { placed, first, last } = side;
    const { into, out } = task;
    const starts = into.map((link) => ({ link, from: ports.leave(link) }));
    const ends = out.map((link) => ({ link, to: ports.arrive(link) }));
    const { x } = stretch(side, task);
    const level = {
      left: Math.min(x, ...starts.map(({ from }) => from.x)),
      right: Math.max(x + placed.width, ...ends.map(({ to }) => to.x)),
      top: -1,
      bottom: 1,
    };
    const own = shifted(placed, x, 0);
    const y = skyline.above([...areasOf(own), level], 2 * margin);
    const piece = shifted(own, 0, y);
    pieces.push(piece);
    for (const area of areasOf(piece)) skyline.add(area);
    skyline.add({ ...level, top: y - 1, bottom: y + 1 });
    for (const [block, west] of piece.wests) wests.set(block, west);
    const west = wests.get(first ?? -1);
    for (const { link, from } of starts) {
      if (west) {
        connectors.push({ kind: 'flow', link, points: [from, { x: from.x, y }, west] });
      }
    }
    const end = wests.get(last ?? -1);
    for (const { link, to } of ends) {
      if (!end) continue;
      const start: XY = { x: end.x + width(last ?? -1), y: end.y };
      connectors.push({ kind: 'flow', link, points: [start, { x: to.x, y: end.y }, to] });
    }
  }
}

/** Where links leave and reach the tops of blocks: what arrives stands left of what leaves. */
function portsOf(
  tasks: readonly Task[],
  sized: readonly SizedBlock[],
  wests: ReadonlyMap<number, XY>,
): { leave(link: Link): XY; arrive(link: Link): XY } {
  const arriving = new Map<number, number>();
  const leaving = new Map<number, number>();
  const count = (counts: Map<number, number>, block: number) =>
    counts.set(block, (counts.get(block) ?? 0) + 1);
  for (const { side, out, into } of tasks) {
    if (side) {
      for (const { from } of into) count(leaving, from.block);
      for (const { to } of out) count(arriving, to.block);
    } else {
      for (const { from, to } of out) {
        count(leaving, from.block);
        count(arriving, to.block);
      }
    }
  }
  const arrived = new Map<number, number>();
  const left = new Map<number, number>();
  const place = (block: number, index: number, way: 'in' | 'out'): XY => {
    const { boxes } = sized[block] as SizedBlock;
    const box = way === 'in' ? boxes[0] : boxes.at(-1);
    const west = wests.get(block) ?? { x: 0, y: 0 };
    if (!box) return west;
    const own = boxes.length > 1;
    const ins = arriving.get(block) ?? 0;
    const outs = leaving.get(block) ?? 0;
    const all = own ? (way === 'in' ? ins : outs) : ins + outs;
    const at = own || way === 'in' ? index : ins + index;
    return {
      x: west.x + box.x + (box.width * (at + 1)) / (all + 1),
      y: west.y - box.height / 2,
    };
  };
  return {
    // Shorter ones come first: they stand nearer to where they go, so that none crosses another.
    leave({ from }) {
      const index = (leaving.get(from.block) ?? 1) - 1 - (left.get(from.block) ?? 0);
      left.set(from.block, (left.get(from.block) ?? 0) + 1);
      return place(from.block, Math.max(0, index), 'out');
    },
    arrive({ to }) {
      const index = arrived.get(to.block) ?? 0;
      arrived.set(to.block, index + 1);
      return place(to.block, index, 'in');
    },
  };
}
