/** Lays out lanes: what follows each other in a row, branches one above the other. */
import type { XY } from '../../scene/shapes.js';
import type { BlockGraph, Link } from '../blocks/model.js';
import { besides, type SidePiece } from './beside.js';
import { fanIn, fanOut } from './fans.js';
import { blockGap, branchGap, type GapContext, textPush } from './gaps.js';
import {
  areasOf,
  type Connector,
  joined,
  nothing,
  type Placed,
  placedUnit,
  shifted,
} from './placed.js';
import { makeRoom } from './room.js';
import type { Lane } from './tree.js';
import type { Unit } from './units.js';

/** All that lanes are laid out with. */
export interface LaneContext extends GapContext {
  readonly graph: BlockGraph;
  /** @returns The link between two blocks, if there is one. */
  linkOf(from: number | undefined, to: number | undefined): Link | undefined;
  /** Whether two blocks in a row share a text. */
  alike(before: number, after: number): boolean;
  unit(blocks: readonly number[]): Unit;
}

/** A text reaches past at most so many units. */
const neighbours = 5;

/** Branches stand equally far apart unless some are so much higher than others. */
const mostUneven = 1.4;

/** One branch by its ends, and its height about the middle. */
interface Branch {
  readonly first?: number;
  readonly last?: number;
  readonly y: number;
}

/** A unit or branches, with the blocks at its ends. */
interface Piece {
  readonly placed: Placed;
  /** The branches, and where they stand; none of a unit. */
  readonly lanes?: readonly Branch[];
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

/**
 * Lays out a lane.
 *
 * @param lane The lane.
 * @param context Sizes and distances.
 * @returns The lane, the west of its first block in the origin.
 */
export function placeLane(lane: Lane, context: LaneContext): Placed {
  const { sized, distances } = context;
  const { margin } = distances;
  const pieces = piecesOf(lane, context);
  const at: number[] = [];
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    let x = 0;
    if (before) x = (at[index - 1] ?? 0) + before.placed.width + gap(before, piece, context);
    for (let other = index - 1; other >= Math.max(0, index - neighbours); other--) {
      const fixed = shifted((pieces[other] as Piece).placed, at[other] ?? 0, 0);
      x = Math.max(x, textPush(fixed, piece.placed, distances));
    }
    at.push(x);
  });

  const sides = lane.sides.map(
    ({ lane: own, sources, targets }): SidePiece => ({
      placed: placeLane(own, context),
      sources,
      targets,
      first: endsOf(own).first,
      last: endsOf(own).last,
    }),
  );
  makeRoom(pieces, at, sides, context);

  const placed = pieces.map((piece, index) => shifted(piece.placed, at[index] ?? 0, 0));
  const wests = new Map(placed.flatMap((piece) => [...piece.wests]));
  const between: Connector[] = [];
  pieces.slice(1).forEach((after, index) => {
    between.push(...connect(pieces[index] as Piece, after, placed[index], placed[index + 1]));
  });
  const last = pieces.length - 1;
  const width = last < 0 ? 0 : (at[last] ?? 0) + (pieces[last]?.placed.width ?? 0);
  return besides(joined(placed, between, width), sides, context);

  function connect(
    before: Piece,
    after: Piece,
    left: Placed | undefined,
    right: Placed | undefined,
  ): Connector[] {
    if (!left || !right) return [];
    if (!before.lanes && !after.lanes) {
      return flow(before.last, after.first, (from, to) => [from, to]);
    }
    if (after.lanes && !before.lanes) {
      const spread = Math.min(...[...right.wests.values()].map(({ x }) => x));
      return after.lanes.flatMap(({ first }) =>
        flow(before.last, first, (from, to) => fanOut(from, to, spread, left.labels, margin)),
      );
    }
    if (before.lanes && !after.lanes) {
      const join = Math.max(
        ...[...left.wests].map(([block, { x }]) => x + (sized[block]?.width ?? 0)),
      );
      const texts = { branches: left.labels, block: right.labels };
      const joins = before.lanes.flatMap(({ last: end }) =>
        flow(end, after.first, (from, to) => fanIn(from, to, join, texts, margin)),
      );
      // A lane without blocks joins what is before the branches to what is after them.
      const start = pieces[pieces.indexOf(before) - 1];
      const empty = before.lanes.find(({ first }) => first === undefined);
      if (!empty || !start || start.lanes) return joins;
      const spread = Math.min(...[...left.wests.values()].map(({ x }) => x));
      const alone = flow(start.last, after.first, (from, to) =>
        empty.y === 0 ? [from, to] : [from, { x: spread, y: empty.y }, { x: join, y: empty.y }, to],
      );
      return [...joins, ...alone];
    }
    return [];
  }

  function flow(
    from: number | undefined,
    to: number | undefined,
    points: (from: XY, to: XY) => XY[],
  ): Connector[] {
    const link = context.linkOf(from, to);
    const [a, b] = [from, to].map((block) => wests.get(block ?? -1));
    if (!link || !a || !b) return [];
    const east = { x: a.x + (sized[link.from.block]?.width ?? 0), y: a.y };
    return [{ kind: 'flow', link, points: points(east, b) }];
  }
}

function gap(before: Piece, after: Piece, context: GapContext): number {
  if (!before.lanes && !after.lanes) {
    return blockGap(before.last ?? 0, after.first ?? 0, context);
  }
  if (before.lanes && after.lanes) return 2 * context.distances.branchGap;
  return after.lanes
    ? branchGap(before.last ?? 0, after.placed, context)
    : branchGap(after.first ?? 0, before.placed, context);
}

function piecesOf(lane: Lane, context: LaneContext): Piece[] {
  const pieces: Piece[] = [];
  let run: number[] = [];
  const finish = () => {
    if (run.length > 0) {
      const unit = placedUnit(context.unit(run));
      const connectors = run.slice(1).flatMap((block, index): Connector[] => {
        const before = run[index] as number;
        const link = context.linkOf(before, block);
        const [a, b] = [unit.wests.get(before), unit.wests.get(block)];
        if (!link || !a || !b) return [];
        const east = { x: a.x + (context.sized[before]?.width ?? 0), y: 0 };
        return [{ kind: 'flow', link, points: [east, b] }];
      });
      pieces.push({ placed: { ...unit, connectors }, first: run[0], last: run.at(-1) });
    }
    run = [];
  };
  for (const item of lane.items) {
    if (item.kind === 'branches') {
      finish();
      pieces.push(branches(item.lanes, context));
      continue;
    }
    const before = run.at(-1);
    if (before !== undefined && !context.alike(before, item.block)) finish();
    run.push(item.block);
  }
  finish();
  return pieces;
}

/** Lanes one above the other about the middle; shorter ones in the middle of the width. */
function branches(lanes: readonly Lane[], context: LaneContext): Piece {
  const placed = lanes.map((lane) =>
    lane.items.length === 0 ? nothing : placeLane(lane, context),
  );
  const extents = placed.map((piece) => {
    const areas = areasOf(piece);
    return {
      top: Math.min(0, ...areas.map(({ top }) => top)),
      bottom: Math.max(0, ...areas.map(({ bottom }) => bottom)),
    };
  });
  // Many branches stand closer, so that the figure does not grow high.
  const room = (context.distances.branchSpread * 2) / Math.max(2, lanes.length);
  const needs = extents
    .slice(1)
    .map(({ top }, index) => (extents[index]?.bottom ?? 0) - top + room);
  const pitch = Math.max(0, ...needs);
  const even = pitch < mostUneven * Math.min(...needs);
  const height = (even ? needs.map(() => pitch) : needs).reduce((sum, need) => sum + need, 0);
  const width = Math.max(...placed.map((piece) => piece.width));
  const ys = [-height / 2];
  for (const need of needs) ys.push((ys.at(-1) ?? 0) + (even ? pitch : need));
  const moved = placed.map((piece, index) =>
    shifted(piece, (width - piece.width) / 2, ys[index] ?? 0),
  );
  return {
    placed: joined(moved, [], width),
    lanes: lanes.map((lane, index) => ({ ...endsOf(lane), y: ys[index] ?? 0 })),
  };
}

/** The first and the last block of a lane; none where branches stand there. */
function endsOf({ items }: Lane): { first?: number; last?: number } {
  const [first] = items;
  const last = items.at(-1);
  return {
    ...(first?.kind === 'block' && { first: first.block }),
    ...(last?.kind === 'block' && { last: last.block }),
  };
}
