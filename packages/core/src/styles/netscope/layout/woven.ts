/** Lays out what is neither in series nor in parallel, in layers. */
import { type Across, across, reachOf } from './across.js';
import { Channel, channelLength, crowd, crowdOf, type Turn } from './channels.js';
import { greatest, least } from './extremes.js';
import { stubLength, tipLength, type WireBend } from './flow.js';
import { earliest, type Layers, layersByLength, layersByNumber } from './layers.js';
import { passesBox } from './links.js';
import { crossesBox, crossings, numbersAsWritten, type Ordering, orderBy } from './ordering.js';
import { wiresAt } from './outputs.js';
import { stack } from './stack.js';
import type { Strand } from './strands.js';
import { uncross } from './sweeps.js';
import type { LayoutOptions } from './types.js';
import { upwardOrder } from './upward.js';
import { above, below, type Weave, weaveOf } from './weave.js';

/** Room for turns that is expected in a channel before it is known. */
const expectedChannel = 24;

/** Pieces of items in layers up to which layers are tried at all. */
const mostPieces = 1_500_000;

/** Everything about a weave that its places follow from. */
interface Layout {
  readonly weave: Weave;
  readonly layers: Layers;
  readonly ordering: Ordering;
  readonly places: Across;
}

/**
 * Places all of a woven strand.
 *
 * @param strand The strand; its parts are measured.
 * @param options Gaps.
 */
export function measureWoven(strand: Strand, options: LayoutOptions): void {
  const weave = weaveOf(strand);
  const layout = best(weave, options);
  if (!layout) {
    stack(strand, weave, options);
    return;
  }
  const lines = alongFlow(layout, options);
  putAcross(strand, layout);
  putAlong(strand, layout, lines);
}

/** How many pieces items have, one for each layer. */
const piecesOf = ({ first, last }: Layers): number =>
  first.reduce((sum, layer, item) => sum + Math.max(0, (last[item] as number) - layer + 1), 0);

/** The layout without crossings, if there is one, else the one with fewer of two; nothing where both are too large. */
function best(weave: Weave, options: LayoutOptions): Layout | undefined {
  const gap = options.rankGap + expectedChannel;
  const upward = upwardOrder(weave, earliest(weave, gap, []));
  if (upward) {
    const layers = layersByLength(weave, gap, upward.holds);
    if (piecesOf(layers) > mostPieces) return undefined;
    const ordering = orderBy(weave, layers, upward.numbers);
    if (crossings(ordering, weave.count) === 0) {
      const places = across(weave, layers, ordering, options.nodeGap);
      if (places) return { weave, layers, ordering, places };
    }
  }
  const layered = [layersByLength(weave, gap, []), layersByNumber(weave)];
  const fitting = layered.filter((layers) => piecesOf(layers) <= mostPieces);
  const found = fitting.map((layers) => {
    const ordering = orderBy(weave, layers, upward?.numbers ?? numbersAsWritten(weave, layers));
    return { layers, ordering, crossings: uncross(ordering, weave.count) };
  });
  found.sort((a, b) => a.crossings - b.crossings);
  for (const { layers, ordering } of found) {
    if (crossesBox(ordering, weave.count)) continue;
    const places = across(weave, layers, ordering, options.nodeGap);
    if (places) return { weave, layers, ordering, places };
  }
  return undefined;
}

/** Where layers begin along the flow, and where the last box in each ends. */
interface Bands {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

function alongFlow({ weave, layers, ordering, places }: Layout, { rankGap }: LayoutOptions): Bands {
  const { vertices, strands, size, solid } = weave;
  const start = new Float64Array(layers.count);
  const end = new Float64Array(layers.count);
  const turns: Turn[][] = Array.from({ length: layers.count }, () => []);
  const crowds = new Float64Array(layers.count);
  const widest = new Float64Array(layers.count);
  const add = (layer: number, from: number, to: number) => {
    turns[layer]?.push({ from, to, start: 0, end: 0 });
    widest[layer] = Math.max(widest[layer] as number, Math.abs(to - from));
  };
  /** Where connections of an item are at its top or its bottom. */
  const ends = (item: number, layer: number, side: 'top' | 'bottom'): [number, number] => {
    const x = places.at(item, layer);
    const vertex = vertices[item];
    if (vertex) {
      const axis = side === 'bottom' ? x + vertex.shift : x;
      return [axis - vertex.portReach, axis + vertex.portReach];
    }
    const strand = strands[item - vertices.length] as Strand;
    return side === 'top'
      ? [x + strand.topBefore, x + strand.topAfter]
      : [x + strand.bottomBefore, x + strand.bottomAfter];
  };
  ordering.links.forEach((links, layer) => {
    for (let link = 0; link < links.upper.length; link++) {
      const [upper, lower] = [links.upper[link] as number, links.lower[link] as number];
      if (upper === lower && passesBox(layers, upper, layer)) continue;
      if (upper === lower) {
        add(layer, places.at(upper, layer), places.at(upper, layer + 1));
        continue;
      }
      const [a, b] = ends(upper, layer, 'bottom');
      const [c, d] = ends(lower, layer + 1, 'top');
      add(layer, a, c);
      if (a !== b || c !== d) add(layer, b, d);
      const strand = strands[Math.max(upper, lower) - vertices.length];
      const more = upper < lower ? strand?.topCrowd : strand?.bottomCrowd;
      crowds[layer] = (crowds[layer] as number) + (more ?? 0);
    }
  });
  const byFirst: number[][] = Array.from({ length: layers.count }, () => []);
  const byLast: number[][] = Array.from({ length: layers.count }, () => []);
  for (let item = 0; item < weave.count; item++) {
    if (solid[item] === 0) continue;
    byFirst[layers.bodyFirst[item] as number]?.push(item);
    byLast[layers.bodyLast[item] as number]?.push(item);
  }
  let y = 0;
  for (let layer = 0; layer < layers.count; layer++) {
    start[layer] = y;
    end[layer] = y;
    for (const item of byLast[layer] as number[]) {
      const from = start[layers.bodyFirst[item] as number] as number;
      end[layer] = Math.max(end[layer] as number, from + (size[item] as number));
    }
    const exits = (byFirst[layer + 1] ?? []).every((item) => vertices[item]?.kind === 'exit');
    const entries = (byLast[layer] as number[]).every((item) => vertices[item]?.kind === 'entry');
    const follow = crowdOf(turns[layer] as Turn[]) + (crowds[layer] as number);
    const length = channelLength(widest[layer] as number, follow) + tipLength;
    const gap = exits || entries ? 0 : rankGap - stubLength;
    y = (end[layer] as number) + Math.max(length, gap);
  }
  return { start, end };
}

function putAcross(strand: Strand, { weave, layers, ordering, places }: Layout): void {
  const { vertices, strands } = weave;
  ordering.layers.forEach((items, layer) => {
    for (const item of items) {
      const x = places.at(item, layer);
      strand.before = Math.min(strand.before, x - reachOf(weave, layers, item, layer, -1));
      strand.after = Math.max(strand.after, x + reachOf(weave, layers, item, layer, 1));
    }
  });
  vertices.forEach((vertex, item) => {
    vertex.x = places.at(item, layers.first[item] as number);
  });
  const tops: number[] = [];
  const bottoms: number[] = [];
  let last = 0;
  strands.forEach((part, index) => {
    const item = vertices.length + index;
    const [first, final] = [layers.first[item] as number, layers.last[item] as number];
    const [start, end] = [weave.top[item] as number, weave.bottom[item] as number];
    if (final < first) {
      // Its lane is that of the vertex at its inner end.
      if (end >= 0) part.dx = vertices[end]?.x ?? 0;
      if (start >= 0) part.dx = (vertices[start]?.x ?? 0) + (vertices[start]?.shift ?? 0);
      if (part.wire) part.wire.direct = start >= 0 && end >= 0;
    } else {
      part.dx = places.at(item, part.kind === 'bare' ? first : (layers.bodyFirst[item] as number));
    }
    if (start === above) {
      const x = final < first ? part.dx : places.at(item, first);
      tops.push(x + part.topBefore, x + part.topAfter);
      strand.topCrowd += part.topCrowd;
    }
    if (end === below) {
      const x = final < first ? part.dx : places.at(item, final);
      bottoms.push(x + part.bottomBefore, x + part.bottomAfter);
      strand.bottomCrowd += part.bottomCrowd;
      if (part.mainIn) last = x + part.shift;
    }
  });
  strand.shift = last;
  strand.topCrowd += crowdedOf(tops, 0);
  strand.bottomCrowd += crowdedOf(bottoms, last);
  strand.topBefore = least(tops, 0);
  strand.topAfter = greatest(tops, 0);
  strand.bottomBefore = least(bottoms, last);
  strand.bottomAfter = greatest(bottoms, last);
}

/** How many of the turns from an axis to lanes have to follow others; each strand gives its first lane and its last. */
function crowdedOf(lanes: readonly number[], axis: number): number {
  const sorted = lanes.map((lane) => lane - axis).sort((a, b) => a - b);
  let count = 0;
  sorted.forEach((lane, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && before < lane && crowd(before, lane)) count++;
  });
  return count;
}

function putAlong(strand: Strand, { weave, layers, places }: Layout, { start, end }: Bands): void {
  const { vertices, strands } = weave;
  strand.along = end[layers.count - 1] ?? 0;
  const channels: Channel[] = [];
  for (let layer = 0; layer + 1 < layers.count; layer++) {
    const from = end[layer] as number;
    channels.push(new Channel(from, (start[layer + 1] as number) - tipLength - from));
  }
  strand.channels = channels;
  vertices.forEach((vertex, item) => {
    const [first, last] = [layers.bodyFirst[item] as number, layers.bodyLast[item] as number];
    vertex.y = start[first] as number;
    vertex.below = channels[last];
    vertex.above = channels[first - 1];
  });
  strands.forEach((part, index) => {
    const item = vertices.length + index;
    const [first, last] = [layers.first[item] as number, layers.last[item] as number];
    const solid = weave.solid[item] === 1;
    const body = solid ? (layers.bodyFirst[item] as number) : first;
    part.dy = start[Math.max(0, Math.min(body, layers.count - 1))] as number;
    if (last < first) return;
    const lane = places.at(item, body);
    const [before, after]: [WireBend[], WireBend[]] = [[], []];
    for (let layer = first; layer < last; layer++) {
      const by = places.at(item, layer + 1) - places.at(item, layer);
      const channel = channels[layer];
      if (channel && by !== 0) (solid && layer < body ? before : after).push({ channel, by });
    }
    if (before.length + after.length === 0) return;
    // Connections may bend within the strand, too: after what they do above it, and before what they do below.
    for (const wire of wiresAt(part, 'top')) {
      wire.offset += places.at(item, first) - lane;
      wire.bends = [...before, ...(wire.bends ?? [])];
    }
    for (const wire of wiresAt(part, 'bottom')) wire.bends = [...(wire.bends ?? []), ...after];
  });
}
