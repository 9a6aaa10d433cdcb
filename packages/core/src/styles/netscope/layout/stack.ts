/** Lays out what is woven too much for layers: vertices on one axis, and every strand in a lane of its own beside it. */
import { Channel, channelLength } from './channels.js';
import { greatest } from './extremes.js';
import { laneGap, stubLength, tipLength } from './flow.js';
import type { Strand } from './strands.js';
import type { LayoutOptions } from './types.js';
import { above, below, nowhere, type Weave } from './weave.js';

/**
 * Places all of a woven strand, in time that hardly grows with how far strands reach.
 *
 * @param woven The strand; its parts are measured.
 * @param weave Its items.
 * @param options Gaps.
 */
export function stack(woven: Strand, weave: Weave, { nodeGap, rankGap }: LayoutOptions): void {
  const { vertices } = weave;
  const reach = putBeside(weave, columnsOf(weave), nodeGap);
  woven.after = Math.max(woven.after, reach);
  const turns = channelLength(reach);
  // After each vertex: a channel, room for what begins there, and the channel of the next.
  const bands = bandsOf(weave, rankGap);
  const channels: Channel[] = [];
  const channelAt = (at: number): Channel => {
    const channel = new Channel(at, turns);
    channels.push(channel);
    return channel;
  };
  let y = bands[0] as number;
  vertices.forEach((vertex, index) => {
    vertex.above = channelAt(y);
    y += turns + tipLength;
    vertex.y = y;
    woven.before = Math.min(woven.before, vertex.before);
    y += vertex.along + vertex.stub;
    vertex.below = channelAt(y);
    y += turns + tipLength + (bands[index + 1] as number);
  });
  woven.channels = channels;
  woven.along = y;
  const rows = vertices.map(({ below: channel }) => (channel?.y ?? 0) + turns + tipLength);
  placeStrands(woven, weave, rows);
}

/** A column beside the axis, in which strands follow each other. */
interface Columns {
  readonly of: Int32Array;
  readonly count: number;
}

const rowAfter = ({ top }: Weave, item: number): number =>
  (top[item] as number) >= 0 ? (top[item] as number) + 1 : 0;

/** Gives strands columns: the first that is free where it begins. */
function columnsOf(weave: Weave): Columns {
  const { vertices, count, bottom } = weave;
  const of = new Int32Array(count).fill(-1);
  const starting: number[][] = Array.from({ length: vertices.length + 1 }, () => []);
  const ending: number[][] = Array.from({ length: vertices.length + 1 }, () => []);
  for (let item = vertices.length; item < count; item++)
    starting[firstRow(weave, item)]?.push(item);
  const free: number[] = [];
  let columns = 0;
  for (let row = 0; row <= vertices.length; row++) {
    for (const item of ending[row] as number[]) free.push(of[item] as number);
    for (const item of starting[row] as number[]) {
      of[item] = free.pop() ?? columns++;
      const end = bottom[item] as number;
      // What goes on below all keeps its column to the end.
      if (end !== below) ending[(end >= 0 ? end : row) + 1]?.push(item);
    }
  }
  return { of, count: columns };
}

/** The band in which a strand begins: after its top, or before its bottom where it has no top. */
function firstRow(weave: Weave, item: number): number {
  const { top, bottom } = weave;
  if (top[item] === nowhere && (bottom[item] as number) >= 0) return bottom[item] as number;
  return rowAfter(weave, item);
}

/** Places the columns side by side after all vertices. */
function putBeside(weave: Weave, { of, count }: Columns, nodeGap: number): number {
  const { vertices, strands } = weave;
  const before = new Float64Array(count);
  const after = new Float64Array(count);
  strands.forEach((strand, index) => {
    const column = of[vertices.length + index] as number;
    before[column] = Math.max(before[column] as number, -strand.before);
    after[column] = Math.max(after[column] as number, strand.after);
  });
  let x = greatest(
    vertices.map(({ after: reach }) => reach),
    0,
  );
  const places = new Float64Array(count);
  for (let column = 0; column < count; column++) {
    const narrow = (before[column] as number) + (after[column] as number) === 0;
    x += (narrow ? laneGap : nodeGap) + (before[column] as number);
    places[column] = x;
    x += after[column] as number;
  }
  strands.forEach((strand, index) => {
    strand.dx = places[of[vertices.length + index] as number] as number;
  });
  // Connections from and to what is outside pass all boxes.
  for (const vertex of vertices) {
    const passes = vertex.kind === 'entry' || vertex.kind === 'exit';
    if (passes) x += laneGap;
    vertex.x = passes ? x : 0;
  }
  return x;
}

/** Room after each vertex, and before the first, for what begins there. */
function bandsOf(weave: Weave, rankGap: number): Float64Array {
  const { vertices, count, size, solid } = weave;
  const bands = new Float64Array(vertices.length + 1);
  for (let item = vertices.length; item < count; item++) {
    if (solid[item] === 0) continue;
    const row = firstRow(weave, item);
    bands[row] = Math.max(bands[row] as number, size[item] as number);
  }
  return bands.map((band, row) => (row > 0 ? Math.max(band, rankGap - stubLength) : band));
}

function placeStrands(woven: Strand, weave: Weave, rows: readonly number[]): void {
  const { vertices, strands, top, bottom } = weave;
  strands.forEach((strand, index) => {
    const item = vertices.length + index;
    const row = firstRow(weave, item);
    strand.dy = row > 0 ? (rows[row - 1] as number) : 0;
    if (top[item] === above) {
      woven.topBefore = Math.min(woven.topBefore, strand.dx + strand.topBefore);
      woven.topAfter = Math.max(woven.topAfter, strand.dx + strand.topAfter);
    }
    if (bottom[item] === below) {
      woven.bottomBefore = Math.min(woven.bottomBefore, strand.dx + strand.bottomBefore);
      woven.bottomAfter = Math.max(woven.bottomAfter, strand.dx + strand.bottomAfter);
    }
  });
}
