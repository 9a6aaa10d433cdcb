/**
 * The graph as it is laid out: across and along the flow, whatever the
 * direction is, and a region for what is in no frame and for each frame.
 */
import type { Channel, Turn } from './channels.js';
import type { Strand } from './strands.js';

const none: readonly never[] = [];

/**
 * Appends to a list that is mostly very short. A list that grows by `push` takes
 * room for many, which counts where there are tens of thousands of lists.
 *
 * @param list The list, which is used no more.
 * @param item What is appended.
 * @returns The longer list.
 */
export function appended<T>(list: readonly T[], item: T): readonly T[] {
  const [first, second] = list;
  if (first === undefined) return [item];
  if (second === undefined) return [first, item];
  (list as T[]).push(item);
  return list;
}

/** What a vertex stands for. */
export type VertexKind = 'box' | 'frame' | 'entry' | 'exit' | 'end';

/** A box, a frame seen from outside, or a place where connections come into a region or leave it. */
export class Vertex {
  /** Length along the flow. */
  along = 0;
  /** Half of the side that connections meet. */
  half = 0;
  /** Reach before and after its axis, with the labels below it; `before` is negative. */
  before = 0;
  after = 0;
  /** Room below it in which connections run straight, along their labels. */
  stub = stubLength;
  /** Where the axis goes on below it, seen from where it comes in. */
  shift = 0;
  /** How far from the axis its fixed ends lie; 0 where ends are free. */
  portReach = 0;

  /** Place in the order of its region. */
  position = 0;
  /** The same among what is left when all that can be joined is joined. */
  place = 0;
  /** Boxes on the longest way to it and from it on, itself among the first. */
  depth = 0;
  height = 0;

  /** Strands that leave and enter it, as linked lists. */
  firstOut: Strand | undefined;
  firstIn: Strand | undefined;
  outs = 0;
  ins = 0;
  /** Strands that end without coming back to what follows, and those that begin beside what comes before. */
  tails: Strand[] | undefined;
  heads: Strand[] | undefined;
  /** Whether it is part of a strand already. */
  taken = false;
  queued = false;

  /** Connections of its region, in the order of the description. */
  outWires: readonly Wire[] = none;
  inWires: readonly Wire[] = none;

  /** Whether connections leave it from more than one place, once that was asked. */
  hasOutputs: boolean | undefined;

  /** Middle of its first side. */
  x = 0;
  y = 0;
  /** Where its connections turn below and above it, if any does. */
  below: Channel | undefined;
  above: Channel | undefined;

  constructor(
    readonly kind: VertexKind,
    /** Index of the box, or of the piece of a frame. */
    readonly index: number,
  ) {
    if (kind !== 'box') this.stub = 0;
  }
}

/** A change of the lane of a connection, in a channel that belongs to none of its ends. */
export interface WireBend {
  readonly channel: Channel;
  /** How far across it goes. */
  readonly by: number;
}

/** A connection within a region. */
export class Wire {
  /** Where it runs between the channels of its ends. */
  lane = 0;
  /** Whether it has no lane, as its ends share one channel. */
  direct = false;
  /** Where it meets its ends. */
  fromX = 0;
  toX = 0;
  /** How far its first lane is from that, and where it changes its lane between those channels, if it does. */
  offset = 0;
  bends: readonly WireBend[] | undefined;
  /** Its turns, in order. */
  turns: readonly Turn[] = none;

  constructor(
    readonly from: Vertex,
    readonly to: Vertex,
    readonly port: number,
    /** Where it leaves a frame, and where it enters one. */
    readonly exit: Vertex | undefined,
    readonly entry: Vertex | undefined,
  ) {
    from.outWires = appended(from.outWires, this);
    to.inWires = appended(to.inWires, this);
  }
}

/** What is laid out by itself: all that is in no frame, or in one frame and in none within it. */
export interface Region {
  /** The frame around it; none around the whole. */
  readonly frame: Vertex | undefined;
  readonly entries: readonly Vertex[];
  readonly exits: readonly Vertex[];
  /** All of it in an order in which data come from before. */
  readonly vertices: readonly Vertex[];
  readonly wires: readonly Wire[];
}

/** Straight piece below a box without label. */
export const stubLength = 5;
/** Straight piece before a tip. */
export const tipLength = 12;
/** Between connections side by side, and between one and a box. */
export const laneGap = 14;
