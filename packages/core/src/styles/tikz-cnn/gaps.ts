/** How far apart units and branches stand. */
import { clearance } from '../blocks/clearance.js';
import { slant } from '../blocks/oblique.js';
import type { SizedBlock } from '../blocks/placement.js';
import type { Placed } from './placed.js';
import type { Role } from './sizes.js';
import { faceOf, sameFace } from './units.js';

/** Distances of a figure, in px. */
export interface Distances {
  readonly pairGap: number;
  readonly gap: number;
  readonly endGap: number;
  readonly branchGap: number;
  readonly branchSpread: number;
  /** Least room between things that must not touch. */
  readonly margin: number;
  /** Least room between two texts, one beside the other. */
  readonly textGap: number;
  /** Seen of each connector, where all are drawn; else 0. */
  readonly seen: number;
}

/** All that gaps depend on. */
export interface GapContext {
  readonly sized: readonly SizedBlock[];
  readonly roles: readonly Role[];
  readonly distances: Distances;
  /** Blocks whose right face must be seen whole. */
  readonly pictures: ReadonlySet<number>;
}

/** Branches spread over at least this share of their height. */
const steepest = 0.4;

/**
 * The gap between two blocks of one path.
 *
 * @param before The block on the left.
 * @param after The one on the right.
 * @param context Sizes and distances.
 * @returns From the east of one to the west of the other, in px.
 */
export function blockGap(before: number, after: number, context: GapContext): number {
  const { roles, distances, pictures } = context;
  const [a, b] = [before, after].map((block) => faceOf(context.sized[block] as SizedBlock));
  if (!a || !b) return 0;
  const end = roles[before] === 'input' || (roles[after] === 'output' && isPlane(after, context));
  const usual = end ? distances.endGap : sameFace(a, b) ? distances.pairGap : distances.gap;
  // The front of a box is never behind the next one.
  const front = (slant * (b.depth - a.depth)) / 2 + distances.pairGap;
  const picture = pictures.has(before) ? (slant * (a.depth + b.depth)) / 2 + distances.gap : 0;
  const seen = distances.seen > 0 ? (slant * b.depth) / 2 + distances.seen : 0;
  return Math.max(usual, front, picture, seen);
}

/** A thin output stands off what it is made from; a thick one is a layer like others. */
function isPlane(block: number, { sized, distances }: GapContext): boolean {
  return (sized[block]?.width ?? 0) < distances.endGap / 4;
}

/**
 * The gap between a block and branches.
 *
 * @param block The block that they begin or end at.
 * @param branches The branches.
 * @param context Sizes and distances.
 * @returns From the face of the block to theirs, in px.
 */
export function branchGap(
  block: number,
  branches: Placed,
  { sized, distances, pictures }: GapContext,
): number {
  const half = (each: number) => (slant * faceOf(sized[each] as SizedBlock).depth) / 2;
  const heights = [...branches.wests.values()].map(({ y }) => Math.abs(y));
  const free = Math.max(
    distances.branchGap,
    steepest * Math.max(0, ...heights),
    pictures.has(block) ? distances.gap : 0,
  );
  return half(block) + Math.max(0, ...[...branches.wests.keys()].map(half)) + free;
}

/**
 * How far to the right a piece must stand so that texts are clear.
 *
 * @param before A piece in its place.
 * @param after A piece with its west in the origin.
 * @param distances Room to leave.
 * @returns The least x; −∞ where they are above one another.
 */
export function textPush(
  before: Placed,
  after: Placed,
  { margin, textGap }: Pick<Distances, 'margin' | 'textGap'>,
): number {
  let most = Number.NEGATIVE_INFINITY;
  const push = (fixed: Placed['labels'], free: Placed['labels'], room: number) => {
    for (const one of fixed) {
      for (const other of free) most = Math.max(most, clearance(one, other, room));
    }
  };
  push(before.labels, after.labels, textGap);
  push(before.labels, after.outlines, margin);
  push(before.outlines, after.labels, margin);
  return most;
}
