/** Puts the boxes of each frame one after the other, as far as what lies between them allows. */
import type { Graph } from './types.js';

/** A frame, or a part of one that something outside stands between. */
export interface Piece {
  /** Index of the frame. */
  readonly frame: number;
  /** The piece around it; -1 for none. */
  readonly parent: number;
  /** How many are around it. */
  readonly depth: number;
  /** Whether another piece of the frame comes before it. */
  readonly continued: boolean;
}

/** Boxes in an order of the flow in which those of each piece follow each other. */
export interface Pieces {
  readonly order: Int32Array;
  /** In the order of their first boxes. */
  readonly pieces: readonly Piece[];
  /** For each box the innermost piece around it; -1 for none. */
  readonly pieceOf: Int32Array;
}

/** Rounds in which frames are put together; what is so entangled that it takes more stays in its order. */
const mostRounds = 60;
/** Frames within frames that are looked at; what is deeper counts to the frame around it. */
const deepest = 200;

/**
 * Finds the pieces of the frames of a graph.
 *
 * @param graph The graph.
 * @returns Its boxes in order, and the pieces.
 */
export function inPieces(graph: Graph): Pieces {
  const count = graph.nodes.length;
  const order = Int32Array.from({ length: count }, (_, index) => index);
  const pieceOf = new Int32Array(count).fill(-1);
  if (graph.frames.length === 0) return { order, pieces: [], pieceOf };
  const paths = pathsOf(graph);
  const found = follow(order, paths, pieceOf);
  if (!found.some(({ continued }) => continued)) return { order, pieces: found, pieceOf };
  const moved = Int32Array.from(gather(graph, paths));
  return { order: moved, pieces: follow(moved, paths, pieceOf), pieceOf };
}

/** For each box the frames around it, from the outermost on. */
function pathsOf({ nodes, frames }: Graph): (readonly number[])[] {
  const index = new Map(frames.map(({ id }, at) => [id, at]));
  const around: (readonly number[])[] = [];
  frames.forEach(({ parent }, at) => {
    const above = parent === undefined ? undefined : around[index.get(parent) ?? -1];
    around.push(above && above.length >= deepest ? above : [...(above ?? []), at]);
  });
  return nodes.map(({ frame }) =>
    frame === undefined ? [] : (around[index.get(frame) ?? -1] ?? []),
  );
}

/** Opens and closes frames along an order of boxes. */
function follow(
  order: Int32Array,
  paths: readonly (readonly number[])[],
  pieceOf: Int32Array,
): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set<number>();
  const open: number[] = [];
  for (const node of order) {
    const path = paths[node] as readonly number[];
    let common = 0;
    while (common < open.length && pieces[open[common] as number]?.frame === path[common]) common++;
    open.length = common;
    for (let depth = common; depth < path.length; depth++) {
      const frame = path[depth] as number;
      pieces.push({ frame, parent: open.at(-1) ?? -1, depth, continued: seen.has(frame) });
      seen.add(frame);
      open.push(pieces.length - 1);
    }
    pieceOf[node] = open.at(-1) ?? -1;
  }
  return pieces;
}

/** Boxes so that frames are whole, wherever nothing stands between their boxes. */
function gather(graph: Graph, paths: readonly (readonly number[])[]): number[] {
  const before: number[][] = graph.nodes.map(() => []);
  for (const { from, to } of graph.edges) before[to]?.push(from);
  const done = new Uint8Array(graph.nodes.length);
  const arrange = (nodes: readonly number[], depth: number): number[] => {
    // Boxes of the same frame are one group; a box in no frame is one by itself.
    const groups = new Map<number, number[]>();
    for (const node of nodes) {
      const frame = paths[node]?.[depth] ?? -1 - node;
      const group = groups.get(frame);
      if (group) group.push(node);
      else groups.set(frame, [node]);
    }
    const sorted: number[] = [];
    const within = new Set(nodes);
    const ready = (members: readonly number[]): number[] => {
      const own = new Set<number>();
      for (const node of members) {
        const free = (before[node] as number[]).every(
          (other) => done[other] === 1 || own.has(other) || !within.has(other),
        );
        if (free) own.add(node);
      }
      return [...own];
    };
    const emit = (frame: number, members: readonly number[]) => {
      const inner = frame < 0 ? members : arrange(members, depth + 1);
      for (const node of inner) {
        done[node] = 1;
        sorted.push(node);
      }
    };
    for (let round = 0; groups.size > 0; round++) {
      if (round === mostRounds) {
        const left = [...groups.values()].flat().sort((a, b) => a - b);
        groups.clear();
        for (const node of left) {
          done[node] = 1;
          sorted.push(node);
        }
        break;
      }
      let [partly, part]: [number | undefined, number[]] = [undefined, []];
      let whole = false;
      for (const [frame, members] of groups) {
        const free = ready(members);
        if (free.length === members.length) {
          groups.delete(frame);
          emit(frame, members);
          whole = true;
        } else if (partly === undefined && free.length > 0) {
          partly = frame;
          part = free;
        }
      }
      if (whole || partly === undefined) continue;
      const taken = new Set(part);
      groups.set(
        partly,
        (groups.get(partly) as number[]).filter((node) => !taken.has(node)),
      );
      emit(partly, part);
    }
    return sorted;
  };
  return arrange(
    graph.nodes.map((_, index) => index),
    0,
  );
}
