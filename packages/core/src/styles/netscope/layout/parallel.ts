/** Strands side by side. */
import { crowd } from './channels.js';
import { laneGap } from './flow.js';
import { bottomWire, hasOutputs, topWire } from './outputs.js';
import type { Strand } from './strands.js';

/**
 * Places the parts of a parallel across: a skip close beside what it skips,
 * whose way stays straight; branches of a module about the trunk, as written.
 *
 * @param strand The parallel; its parts are measured.
 * @param nodeGap Least gap between boxes.
 */
export function measureParallel(strand: Strand, nodeGap: number): void {
  const bare = strand.parts.filter(({ kind }) => kind === 'bare');
  const branches = strand.parts.filter(({ kind }) => kind !== 'bare');
  branches.sort((a, b) => a.first - b.first);
  const straight = straightOne(branches, bare.length);
  const others = branches.filter((part) => part !== straight);
  const parts = straight ? [straight, ...others, ...bare] : [...branches, ...bare];
  const isOrdered = orderByEnds(strand, parts, straight);
  if (straight) {
    strand.shift = straight.shift;
    pack(parts, parts.indexOf(straight), nodeGap);
  } else if (branches.length === 0 || isOrdered) {
    abreast(parts, nodeGap);
  } else {
    abreast(branches, nodeGap);
    packAfter(parts, branches.length - 1, nodeGap);
  }
  strand.parts = parts;
  takeExtent(strand);
}

/** The one branch that skips and projections stand beside, if the others are nothing else. */
function straightOne(branches: readonly Strand[], skips: number): Strand | undefined {
  const [first, second] = branches;
  if (!first || !second) return first;
  if (branches.length > 2 || skips > 0) return undefined;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.length <= 1 && long.length >= 2 ? long : undefined;
}

/** Puts parts in the order of the ends that they come from, or go to; whether that order is given. */
function orderByEnds({ top, bottom }: Strand, parts: Strand[], straight: Strand | undefined) {
  const places = new Map<Strand, number>();
  if (top.kind === 'frame' && top.portReach > 0) {
    for (const part of parts) places.set(part, topWire(part)?.exit?.x ?? 0);
  } else if (bottom.kind === 'frame' && bottom.portReach > 0) {
    for (const part of parts) places.set(part, bottomWire(part)?.entry?.x ?? 0);
  } else if (hasOutputs(top)) {
    // Outputs of a box go where their connections do, but what leaves one output stays together.
    const main = straight ?? (parts[0] as Strand);
    const [first, last] = [topWire(main)?.port, topWire(main, 'last')?.port];
    for (const part of parts) {
      const port = topWire(part)?.port ?? 0;
      const isBefore = part !== main && port === first && first !== last;
      places.set(part, isBefore ? -2 : port === last || part === main ? -1 : port);
    }
  }
  const placeOf = (part: Strand): number => places.get(part) ?? 0;
  parts.sort((a, b) => placeOf(a) - placeOf(b));
  return new Set(places.values()).size > 1;
}

const gapBetween = (a: Strand, b: Strand, nodeGap: number): number =>
  a.kind === 'bare' || b.kind === 'bare' ? laneGap : nodeGap;

/** Puts all after a part beside it, one after the other. */
function packAfter(parts: readonly Strand[], index: number, nodeGap: number): void {
  for (let at = index + 1; at < parts.length; at++) {
    const [before, part] = [parts[at - 1] as Strand, parts[at] as Strand];
    part.dx = before.dx + before.after + gapBetween(before, part, nodeGap) - part.before;
  }
}

/** Puts all others on both sides of a part, which is on the axis. */
function pack(parts: readonly Strand[], index: number, nodeGap: number): void {
  (parts[index] as Strand).dx = 0;
  packAfter(parts, index, nodeGap);
  for (let at = index - 1; at >= 0; at--) {
    const [part, next] = [parts[at] as Strand, parts[at + 1] as Strand];
    part.dx = next.dx + next.before - gapBetween(part, next, nodeGap) - part.after;
  }
}

/** Side by side about the axis: with the middle one on it, or with the first and the last as far from it. */
function abreast(parts: readonly Strand[], nodeGap: number): void {
  const count = parts.length;
  pack(parts, (count - 1) >> 1, nodeGap);
  if (count % 2 === 1) return;
  const middle = ((parts[0] as Strand).dx + (parts.at(-1) as Strand).dx) / 2;
  for (const part of parts) part.dx -= middle;
}

function takeExtent(strand: Strand): void {
  strand.topBefore = Number.POSITIVE_INFINITY;
  strand.topAfter = Number.NEGATIVE_INFINITY;
  strand.bottomBefore = Number.POSITIVE_INFINITY;
  strand.bottomAfter = Number.NEGATIVE_INFINITY;
  let previous: Strand | undefined;
  for (const part of strand.parts) {
    strand.topCrowd += part.topCrowd;
    strand.bottomCrowd += part.bottomCrowd;
    if (previous) {
      const { dx, topAfter, bottomAfter } = previous;
      if (crowd(dx + topAfter, part.dx + part.topBefore)) strand.topCrowd++;
      const below = dx - strand.shift;
      if (crowd(below + bottomAfter, part.dx - strand.shift + part.bottomBefore)) {
        strand.bottomCrowd++;
      }
    }
    previous = part;
    strand.before = Math.min(strand.before, part.dx + part.before);
    strand.after = Math.max(strand.after, part.dx + part.after);
    strand.along = Math.max(strand.along, part.along);
    strand.topBefore = Math.min(strand.topBefore, part.dx + part.topBefore);
    strand.topAfter = Math.max(strand.topAfter, part.dx + part.topAfter);
    strand.bottomBefore = Math.min(strand.bottomBefore, part.dx + part.bottomBefore);
    strand.bottomAfter = Math.max(strand.bottomAfter, part.dx + part.bottomAfter);
  }
}
