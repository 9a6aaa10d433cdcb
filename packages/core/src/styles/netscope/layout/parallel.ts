/** Strands side by side. */
import { crowded } from './channels.js';
import { laneGap } from './flow.js';
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
  bare.sort((a, b) => (a.wire?.port ?? 0) - (b.wire?.port ?? 0));
  if (branches.length === 0) {
    bare.forEach((part, index) => {
      part.dx = (index - (bare.length - 1) / 2) * laneGap;
    });
  } else {
    const straight = straightOne(branches, bare.length);
    if (straight) {
      strand.shift = straight.shift;
      const beside = branches.filter((part) => part !== straight);
      after(beside, packAfter(straight, 0, nodeGap), nodeGap);
    } else {
      abreast(branches, nodeGap);
    }
    let lane = Math.max(...branches.map(({ dx, after }) => dx + after)) + laneGap;
    for (const part of bare) {
      part.dx = lane;
      lane += laneGap;
    }
  }
  strand.parts = [...branches, ...bare];
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

function packAfter(part: Strand, dx: number, nodeGap: number): number {
  part.dx = dx;
  return dx + part.after + nodeGap;
}

function after(parts: readonly Strand[], start: number, nodeGap: number): void {
  let at = start;
  for (const part of parts) at = packAfter(part, at - part.before, nodeGap);
}

/** Side by side about the axis: with the middle one on it, or with the first and the last as far from it. */
function abreast(branches: readonly Strand[], nodeGap: number): void {
  const count = branches.length;
  if (count % 2 === 1) {
    const middle = branches[(count - 1) / 2] as Strand;
    after(branches.slice((count + 1) / 2), packAfter(middle, 0, nodeGap), nodeGap);
    let at = middle.before - nodeGap;
    for (const part of branches.slice(0, (count - 1) / 2).reverse()) {
      part.dx = at - part.after;
      at = part.dx + part.before - nodeGap;
    }
    return;
  }
  after(branches, 0, nodeGap);
  const [first, last] = [branches[0] as Strand, branches.at(-1) as Strand];
  const middle = (first.dx + last.dx) / 2;
  for (const part of branches) part.dx -= middle;
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
      const [top, bottom] = [part.dx + part.topBefore, part.dx + part.bottomBefore];
      if (top - previous.dx - previous.topAfter < crowded) strand.topCrowd++;
      if (bottom - previous.dx - previous.bottomAfter < crowded) strand.bottomCrowd++;
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
