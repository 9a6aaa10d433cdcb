/** Strands: what runs from one vertex to another, from a bare connection to whole parts of a network. */
import type { Channel } from './channels.js';
import type { Vertex, Wire } from './flow.js';

/** How a strand is composed. */
export type StrandKind = 'bare' | 'series' | 'parallel' | 'woven';

/** All that lies between two vertices, which are not part of it. */
export class Strand {
  /** Neighbours in the lists of its ends. */
  nextOut: Strand | undefined;
  previousOut: Strand | undefined;
  nextIn: Strand | undefined;
  previousIn: Strand | undefined;

  /** Boxes on the longest way through it. */
  length = 0;
  /** Place of its first vertex in the order of the region. */
  first = Number.POSITIVE_INFINITY;
  /** Whether the longest way from its top, and the one to its bottom, goes through it. */
  mainOut = false;
  mainIn = false;
  /** Whether connections come into the region within it, or leave it. */
  holdsEntry = false;
  holdsExit = false;

  /** Of a bare one: its connection; none where it only holds an end of the region. */
  wire: Wire | undefined;
  /** Parts: of a series one more than vertices, of a parallel side by side. */
  parts: Strand[] = none;
  /** Vertices between the parts. */
  vertices: Vertex[] = noVertices;

  /** Reach before and after its axis, and length along the flow. */
  before = 0;
  after = 0;
  along = 0;
  /** Where its axis goes on below, seen from above. */
  shift = 0;
  /** Between which lanes its connections come in at the top, and go out at the bottom, seen from its axis. */
  topBefore = 0;
  topAfter = 0;
  bottomBefore = 0;
  bottomAfter = 0;
  /** How many of those lie close beside others. */
  topCrowd = 0;
  bottomCrowd = 0;
  /** Where connections turn in it. */
  channels: Channel[] = noChannels;

  /** Where its axis begins. */
  x = 0;
  y = 0;
  /** The same, seen from what it is part of. */
  dx = 0;
  dy = 0;

  constructor(
    readonly kind: StrandKind,
    readonly top: Vertex,
    public bottom: Vertex,
  ) {}
}

const none: Strand[] = [];
const noChannels: Channel[] = [];
const noVertices: Vertex[] = [];

/**
 * Puts a strand into the lists of its ends.
 *
 * @param strand The strand.
 */
export function link(strand: Strand): void {
  const { top, bottom } = strand;
  strand.nextOut = top.firstOut;
  if (top.firstOut) top.firstOut.previousOut = strand;
  top.firstOut = strand;
  top.outs++;
  strand.nextIn = bottom.firstIn;
  if (bottom.firstIn) bottom.firstIn.previousIn = strand;
  bottom.firstIn = strand;
  bottom.ins++;
}

/**
 * Takes a strand out of the lists of its ends.
 *
 * @param strand The strand.
 */
export function unlink(strand: Strand): void {
  const { top, bottom, nextOut, previousOut, nextIn, previousIn } = strand;
  if (previousOut) previousOut.nextOut = nextOut;
  else top.firstOut = nextOut;
  if (nextOut) nextOut.previousOut = previousOut;
  top.outs--;
  if (previousIn) previousIn.nextIn = nextIn;
  else bottom.firstIn = nextIn;
  if (nextIn) nextIn.previousIn = previousIn;
  bottom.ins--;
  strand.nextOut = undefined;
  strand.previousOut = undefined;
  strand.nextIn = undefined;
  strand.previousIn = undefined;
}

/**
 * Strands that leave a vertex.
 *
 * @param vertex The vertex.
 * @returns They, the latest first.
 */
export function strandsFrom(vertex: Vertex): Strand[] {
  const found: Strand[] = [];
  for (let strand = vertex.firstOut; strand; strand = strand.nextOut) found.push(strand);
  return found;
}

/**
 * Strands that enter a vertex.
 *
 * @param vertex The vertex.
 * @returns They, the latest first.
 */
export function strandsInto(vertex: Vertex): Strand[] {
  const found: Strand[] = [];
  for (let strand = vertex.firstIn; strand; strand = strand.nextIn) found.push(strand);
  return found;
}
