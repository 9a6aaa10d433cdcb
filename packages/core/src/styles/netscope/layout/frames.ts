/** Frames around regions. */
import type { Extent } from './arrange.js';
import { greatest, least } from './extremes.js';
import type { Region, Vertex } from './flow.js';
import type { Size } from './types.js';

/** Between a frame and what is in it. */
const pad = 10;
/** The same at the end of the flow. */
const endPad = 12;
/** Between a frame and its title, and between the title and what is near it. */
export const titlePad = 6;

/** A frame about its region, seen from where the axis of the region begins. */
export interface FrameBox {
  readonly before: number;
  readonly after: number;
  /** Where it begins along the flow; negative. */
  readonly start: number;
  readonly along: number;
}

/**
 * Draws a frame about a region, and gives its vertex the same size.
 *
 * @param region The region, in its place.
 * @param extent Its room.
 * @param title Room of its title.
 * @param down Whether data flow down.
 * @returns The frame.
 */
export function frameAround(region: Region, extent: Extent, title: Size, down: boolean): FrameBox {
  const vertex = region.frame as Vertex;
  const { entries, exits } = region;
  const room = title.height > 0 ? title.height + 2 * titlePad : pad;
  const start = down ? -room : -pad;
  let before = extent.before - (down ? pad : Math.max(room, pad));
  let after = extent.after + pad;
  let along = extent.along - start + endPad;
  if (down) {
    // The title stands beside the first connection that comes in.
    const entry = least(entries.map(({ x }) => x));
    before = Math.min(before, entry - title.width - 2 * titlePad);
    after = Math.max(after, before + title.width + 2 * titlePad);
  } else {
    along = Math.max(along, title.width + 2 * titlePad);
  }
  const axis = entries[0]?.x ?? exits[0]?.x ?? 0;
  const last = exits[0]?.x ?? axis;
  vertex.before = before - axis;
  vertex.after = after - axis;
  vertex.along = along;
  vertex.stub = pad / 2;
  vertex.shift = last - axis;
  vertex.portReach = greatest(
    [...entries.map(({ x }) => Math.abs(x - axis)), ...exits.map(({ x }) => Math.abs(x - last))],
    0,
  );
  return { before, after, start, along };
}

/**
 * Where a frame and what is in it go, once its vertex has its place.
 *
 * @param region The region.
 * @param frame The frame about it.
 * @returns How far all of the region moves, across and along.
 */
export function shiftInto(region: Region, frame: FrameBox): { dx: number; dy: number } {
  const vertex = region.frame as Vertex;
  const axis = region.entries[0]?.x ?? region.exits[0]?.x ?? 0;
  return { dx: vertex.x - axis, dy: vertex.y - frame.start };
}
