/** Strands and vertices one after the other, with side branches beside them. */
import { Channel, channelLength } from './channels.js';
import { stubLength, tipLength, type Vertex } from './flow.js';
import type { Strand } from './strands.js';
import type { LayoutOptions } from './types.js';

/**
 * Writes out a series of series.
 *
 * @param strand A series, which has none among its parts then.
 */
export function flatten(strand: Strand): void {
  if (strand.parts.every(({ kind }) => kind !== 'series')) return;
  const parts: Strand[] = [];
  const vertices: Vertex[] = [];
  // What is still to be written out, the next last: parts, and the vertices after them.
  const open: [Strand, Vertex | undefined][] = [[strand, undefined]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [part, after] = next;
    if (part.kind === 'series') {
      const last = part.parts.length - 1;
      for (let at = last; at >= 0; at--) {
        open.push([part.parts[at] as Strand, at === last ? after : part.vertices[at]]);
      }
      continue;
    }
    parts.push(part);
    if (after) vertices.push(after);
  }
  strand.parts = parts;
  strand.vertices = vertices;
}

/** Something beside the trunk, and where it ends there. */
interface Beside {
  readonly start: number;
  readonly end: number;
  readonly reach: number;
}

/**
 * Places the parts of a series along their axis.
 *
 * @param strand The series, written out; its parts are measured.
 * @param options Gaps.
 */
export function measureSeries(strand: Strand, { nodeGap, rankGap }: LayoutOptions): void {
  const { parts, vertices } = strand;
  const channels: Channel[] = [];
  let y = 0;
  let axis = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as Strand;
    const above = vertices[index - 1];
    const below = vertices[index];
    const bare = part.kind === 'bare';
    // What only holds an end of the region is not drawn.
    const unseen = bare && !part.wire;
    let [out, into] = [0, 0];
    if (above) {
      const turns = channelLength(reachBelow(above, part, nodeGap), part.topCrowd);
      out = above.stub + turns;
      if (turns > 0) {
        above.below = new Channel(above.y + above.along + above.stub, turns);
        channels.push(above.below);
      }
    }
    if (below) into = channelLength(reachAbove(below, part, nodeGap), part.bottomCrowd);
    const tip = below?.kind === 'exit' ? 0 : tipLength;
    const least = above?.kind === 'entry' || below?.kind === 'exit' ? 0 : rankGap;
    part.dx = axis;
    if (bare) {
      part.dy = y + out;
      if (!unseen) y += above || below ? betweenVertices(above, below, out, into, tip, least) : 0;
    } else {
      if (above && !isEnd(part.top)) y += Math.max(least, out + tipLength);
      part.dy = y;
      y += part.along;
      if (below && !isEnd(part.bottom)) y += Math.max(least - stubLength, into + tip);
    }
    axis += part.shift;
    if (below) {
      below.x = axis;
      below.y = y;
      if (into > 0) {
        below.above = new Channel(y - (below.kind === 'exit' ? 0 : tipLength) - into, into);
        channels.push(below.above);
      }
      y += below.along;
      axis += below.shift;
      if (index === parts.length - 2 && endsBare(parts.at(-1))) y += below.stub;
    }
  }
  strand.channels = channels;
  strand.along = y;
  strand.shift = axis;
  takeExtent(strand);
  placeTails(strand, nodeGap);
  placeHeads(strand, nodeGap);
}

const isEnd = (vertex: Vertex): boolean => vertex.kind === 'end';

const endsBare = (part: Strand | undefined): boolean => part?.kind === 'bare';

/** The gap that a bare connection crosses. At the ends of a series its channel belongs to what is outside. */
function betweenVertices(
  above: Vertex | undefined,
  below: Vertex | undefined,
  out: number,
  into: number,
  tip: number,
  least: number,
): number {
  if (above && below) return Math.max(least, out + into + tip);
  return below && into > 0 ? into + tip : 0;
}

/** How far across connections turn below a vertex. */
function reachBelow(vertex: Vertex, part: Strand, nodeGap: number): number {
  let reach = Math.max(-part.topBefore, part.topAfter, vertex.portReach);
  let at = part.after + nodeGap;
  for (const tail of vertex.tails ?? []) {
    reach = Math.max(reach, at - tail.before + tail.topAfter);
    at += tail.after - tail.before + nodeGap;
  }
  return reach;
}

/** How far across connections turn above a vertex. */
function reachAbove(vertex: Vertex, part: Strand, nodeGap: number): number {
  const [before, after] = [part.bottomBefore - part.shift, part.bottomAfter - part.shift];
  let reach = Math.max(-before, after, vertex.portReach);
  let at = part.before - part.shift - nodeGap;
  for (const head of vertex.heads ?? []) {
    reach = Math.max(reach, -(at - head.after + head.bottomBefore));
    at -= head.after - head.before + nodeGap;
  }
  return reach;
}

function takeExtent(strand: Strand): void {
  const { parts, vertices } = strand;
  for (const part of parts) {
    strand.before = Math.min(strand.before, part.dx + part.before);
    strand.after = Math.max(strand.after, part.dx + part.after);
  }
  for (const vertex of vertices) {
    strand.before = Math.min(strand.before, vertex.x + vertex.before);
    strand.after = Math.max(strand.after, vertex.x + vertex.after);
  }
  const [first, last] = [parts[0] as Strand, parts.at(-1) as Strand];
  strand.topBefore = first.topBefore;
  strand.topAfter = first.topAfter;
  strand.bottomBefore = last.dx + last.bottomBefore;
  strand.bottomAfter = last.dx + last.bottomAfter;
  strand.topCrowd = first.topCrowd;
  strand.bottomCrowd = last.bottomCrowd;
}

const lengthOf = (channel: Channel | undefined): number => channel?.length ?? 0;

/** Puts what ends by itself after the trunk, as near to it as what stands there lets it; the last first. */
function placeTails(strand: Strand, nodeGap: number): void {
  const { parts, vertices } = strand;
  const placed: Beside[] = [];
  for (let index = vertices.length - 1; index >= 0; index--) {
    const vertex = vertices[index] as Vertex;
    if (!vertex.tails) continue;
    const start = vertex.y + vertex.along + vertex.stub + lengthOf(vertex.below) + tipLength;
    for (const tail of vertex.tails) {
      const end = start + tail.along;
      let reach = vertex.x + vertex.shift;
      for (let at = index + 1; at < parts.length; at++) {
        const part = parts[at] as Strand;
        const before = vertices[at - 1];
        if (before && before.y + before.along >= end) break;
        reach = Math.max(reach, part.dx + part.after);
        const next = vertices[at];
        if (next && next.y - lengthOf(next.above) - tipLength < end + nodeGap)
          reach = Math.max(reach, next.x + next.after);
      }
      for (let at = placed.length - 1; at >= 0; at--) {
        const beside = placed[at] as Beside;
        if (beside.start > end + nodeGap) break;
        reach = Math.max(reach, beside.reach);
      }
      tail.dx = reach + nodeGap - tail.before;
      tail.dy = start;
      // The way there is in the way, too.
      placed.push({ start: vertex.y + vertex.along, end, reach: tail.dx + tail.after });
      strand.after = Math.max(strand.after, tail.dx + tail.after);
      strand.along = Math.max(strand.along, end);
    }
  }
}

/** Puts what begins by itself before the trunk, just above what takes from it. */
function placeHeads(strand: Strand, nodeGap: number): void {
  const { parts, vertices } = strand;
  const placed: Beside[] = [];
  let top = 0;
  for (let index = 0; index < vertices.length; index++) {
    const vertex = vertices[index] as Vertex;
    if (!vertex.heads) continue;
    const end = vertex.y - tipLength - lengthOf(vertex.above);
    for (const head of vertex.heads) {
      const start = end - head.along;
      let reach = vertex.x;
      for (let at = index; at >= 0; at--) {
        const part = parts[at] as Strand;
        const below = vertices[at];
        if (below && below.y <= start - nodeGap) break;
        reach = Math.min(reach, part.dx + part.before);
        const previous = vertices[at - 1];
        if (!previous) break;
        if (previous.y + previous.along <= start - nodeGap) break;
        reach = Math.min(reach, previous.x + previous.before);
      }
      for (let at = placed.length - 1; at >= 0; at--) {
        const beside = placed[at] as Beside;
        if (beside.end < start - nodeGap) break;
        reach = Math.min(reach, beside.reach);
      }
      head.dx = reach - nodeGap - head.after;
      head.dy = start;
      placed.push({ start, end: vertex.y, reach: head.dx + head.before });
      strand.before = Math.min(strand.before, head.dx + head.before);
      top = Math.min(top, start);
    }
  }
  if (top < 0) moveDown(strand, -top);
}

function moveDown(strand: Strand, distance: number): void {
  strand.along += distance;
  for (const part of strand.parts) part.dy += distance;
  for (const channel of strand.channels) channel.y += distance;
  for (const vertex of strand.vertices) {
    vertex.y += distance;
    for (const tail of vertex.tails ?? []) tail.dy += distance;
    for (const head of vertex.heads ?? []) head.dy += distance;
  }
}
