/** Lays out a region: finds its strands, measures them from the inside, and places them from the outside. */

import type { Channel } from './channels.js';
import { joinAll } from './dominators.js';
import type { Region } from './flow.js';
import { measureParallel } from './parallel.js';
import { Reduction } from './reduce.js';
import { flatten, measureSeries } from './series.js';
import type { Strand } from './strands.js';
import type { LayoutOptions } from './types.js';
import { measureWoven } from './woven.js';

/** A region in its place: its room, seen from where its axis begins. */
export interface Extent {
  /** Where its connections turn. */
  readonly channels: readonly Channel[];
  readonly before: number;
  readonly after: number;
  readonly along: number;
}

/**
 * Places all of a region, seen from where its axis begins.
 *
 * @param region The region; the frames in it have their sizes.
 * @param options Gaps.
 * @returns Its room.
 */
export function arrange(region: Region, options: LayoutOptions): Extent {
  if (region.vertices.length === 0) return { before: 0, after: 0, along: 0, channels: [] };
  const root = joinAll(new Reduction(region));
  const strands = outerFirst(root);
  for (let index = strands.length - 1; index >= 0; index--) {
    const strand = strands[index] as Strand;
    if (strand.kind === 'series') measureSeries(strand, options);
    else if (strand.kind === 'parallel') measureParallel(strand, options.nodeGap);
    else measureWoven(strand, options);
  }
  const channels: Channel[] = [];
  for (const strand of strands) {
    place(strand);
    for (const channel of strand.channels) channels.push(channel);
  }
  const { before, after, along } = root;
  return { before, after, along, channels };
}

/** All strands that are not bare, each before those in it. */
function outerFirst(root: Strand): Strand[] {
  const found: Strand[] = [];
  const open = [root];
  const add = (part: Strand) => {
    if (part.kind !== 'bare') open.push(part);
  };
  for (let strand = open.pop(); strand; strand = open.pop()) {
    found.push(strand);
    if (strand.kind === 'series') flatten(strand);
    strand.parts.forEach(add);
    if (strand.kind === 'parallel') continue;
    for (const { tails, heads } of strand.vertices) {
      tails?.forEach(add);
      heads?.forEach(add);
    }
  }
  return found;
}

/** Moves what is in a strand to where the strand is. */
function place(strand: Strand): void {
  const { x, y } = strand;
  const put = (part: Strand) => {
    part.x = x + part.dx;
    part.y = y + part.dy;
    if (part.wire) part.wire.lane = part.x;
  };
  strand.parts.forEach(put);
  for (const channel of strand.channels) channel.y += y;
  for (const vertex of strand.vertices) {
    vertex.x += x;
    vertex.y += y;
    vertex.tails?.forEach(put);
    vertex.heads?.forEach(put);
  }
}
