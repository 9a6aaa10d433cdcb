/** Frames around blocks, with their titles where no arrow passes. */
import type { Frame } from './model.js';
import type { Ranked } from './ranks.js';

/** A frame in its place. */
export interface FrameBox {
  readonly frame: Frame;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Left end of its title, at the top of the frame. */
  readonly titleX: number;
}

/** Height of the strip that a title stands in. */
export const titleHeight = 22;
/** From what is in a frame to its outline, where no title is. */
const pad = 12;
/** From the outline of a frame, or an arrow, to its title. */
const titleGap = 9;

/** How many frames begin before a rank and end after it, in px. */
export interface Spans {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** First and last rank of each frame, and how many begin and end within it there. */
  readonly of: ReadonlyMap<string, FrameSpan>;
}

interface FrameSpan {
  first: number;
  last: number;
  /** Frames within it that begin on the same rank, itself included. */
  begins: number;
  ends: number;
}

/**
 * The room that frames take around their nodes.
 *
 * @param down Whether the data flows down, so that titles lie before the first rank.
 * @returns Room across, and what measures the room along.
 */
export function framePads(down: boolean) {
  const begin = down ? titleHeight : pad;
  return {
    low: down ? pad : titleHeight,
    high: pad,
    begin,
    end: pad,
    spans: (frames: readonly Frame[], ranked: Ranked): Spans => spansOf(frames, ranked, begin),
  };
}

function spansOf(frames: readonly Frame[], ranked: Ranked, begin: number): Spans {
  const parents = new Map(frames.map(({ id, parent }) => [id, parent]));
  const of = new Map<string, FrameSpan>();
  for (const { node, rank } of ranked.nodes) {
    for (let id = node.frame; id !== undefined; id = parents.get(id)) {
      const span = of.get(id) ?? { first: rank, last: rank, begins: 1, ends: 1 };
      span.first = Math.min(span.first, rank);
      span.last = Math.max(span.last, rank);
      of.set(id, span);
    }
  }
  const before = new Array<number>(ranked.ranks).fill(0);
  const after = new Array<number>(ranked.ranks).fill(0);
  // Inner frames come after those around them, so going backwards they are counted first.
  for (const { id, parent } of [...frames].reverse()) {
    const span = of.get(id);
    if (!span) continue;
    const around = parent === undefined ? undefined : of.get(parent);
    if (around?.first === span.first) around.begins = Math.max(around.begins, span.begins + 1);
    if (around?.last === span.last) around.ends = Math.max(around.ends, span.ends + 1);
    before[span.first] = Math.max(before[span.first] ?? 0, span.begins * begin);
    after[span.last] = Math.max(after[span.last] ?? 0, span.ends * pad);
  }
  return { before, after, of };
}

/**
 * Places frames around their nodes and the arrows between those.
 *
 * @param frames The frames, each after the one around it.
 * @param ranked The layered graph.
 * @param bands Where ranks begin and end.
 * @param spans From `framePads`.
 * @param routes The points of each arrow, across and along.
 * @param titleWidth Width of a title.
 * @param down Whether the data flows down.
 * @returns The frames, each after the one around it.
 */
export function placeFrames(
  frames: readonly Frame[],
  ranked: Ranked,
  bands: { readonly begin: readonly number[]; readonly end: readonly number[] },
  spans: Spans,
  routes: readonly (readonly (readonly [number, number])[])[],
  titleWidth: (frame: string) => number,
  down: boolean,
): FrameBox[] {
  const pads = framePads(down);
  const across = extents(frames, ranked, routes, pads, titleWidth, down);
  return frames.flatMap((frame): FrameBox[] => {
    const span = spans.of.get(frame.id);
    const extent = across.get(frame.id);
    if (!span || !extent) return [];
    const begin = (bands.begin[span.first] ?? 0) - span.begins * pads.begin;
    const end = (bands.end[span.last] ?? 0) + span.ends * pads.end;
    if (!down) {
      const box = { x: begin, y: extent.low, width: end - begin, height: extent.high - extent.low };
      return [{ frame, ...box, titleX: begin + titleGap }];
    }
    const width = titleWidth(frame.id);
    const passing = crossings(routes, begin, begin + pads.begin);
    const titleX = freePlace(extent.low, extent.high, width, passing);
    const low = Math.min(extent.low, titleX - titleGap);
    const box = { x: low, y: begin, width: extent.high - low, height: end - begin };
    return [{ frame, ...box, titleX }];
  });
}

/** Outermost places across of what is in each frame, with the room around it. */
function extents(
  frames: readonly Frame[],
  ranked: Ranked,
  routes: readonly (readonly (readonly [number, number])[])[],
  pads: { readonly low: number; readonly high: number },
  titleWidth: (frame: string) => number,
  down: boolean,
): Map<string, { low: number; high: number }> {
  const parents = new Map(frames.map(({ id, parent }) => [id, parent]));
  const around = (id: string | undefined): string[] =>
    id === undefined ? [] : [id, ...around(parents.get(id))];
  const found = new Map<string, { low: number; high: number }>();
  const include = (id: string, low: number, high: number) => {
    const known = found.get(id);
    found.set(id, {
      low: Math.min(known?.low ?? low, low),
      high: Math.max(known?.high ?? high, high),
    });
  };
  for (const { node, across, size } of ranked.nodes) {
    if (node.frame !== undefined)
      include(node.frame, across - size.across / 2, across + size.across / 2);
  }
  ranked.edges.forEach(({ from, to }, index) => {
    const outer = new Set(around(from.node.frame));
    const shared = around(to.node.frame).find((id) => outer.has(id));
    const places = routes[index]?.map(([place]) => place) ?? [];
    if (shared !== undefined) include(shared, Math.min(...places), Math.max(...places));
  });
  for (const { id, parent } of [...frames].reverse()) {
    const inner = found.get(id);
    if (!inner) continue;
    const low = inner.low - pads.low;
    const high = Math.max(inner.high + pads.high, down ? low + titleWidth(id) + 2 * titleGap : low);
    found.set(id, { low, high });
    if (parent !== undefined) include(parent, low, high);
  }
  return found;
}

/** Where arrows pass a strip, across. */
function crossings(
  routes: readonly (readonly (readonly [number, number])[])[],
  begin: number,
  end: number,
): number[] {
  return routes.flatMap((points) =>
    points.flatMap(([place, along], index) => {
      const next = points[index + 1];
      if (!next || next[0] !== place) return [];
      const [low, high] = [Math.min(along, next[1]), Math.max(along, next[1])];
      return low < end && high > begin ? [place] : [];
    }),
  );
}

/** Leftmost place for a title between arrows; if there is none, left of them all. */
function freePlace(low: number, high: number, width: number, passing: readonly number[]): number {
  const inside = passing.filter((place) => place > low - titleGap && place < high + titleGap);
  const walls = [low, ...inside.sort((a, b) => a - b), high];
  for (let index = 1; index < walls.length; index++) {
    const [left, right] = [walls[index - 1] ?? 0, walls[index] ?? 0];
    if (right - left >= width + 2 * titleGap) return left + titleGap;
  }
  return (walls[1] ?? high) - titleGap - width;
}
