/** Channels: stretches of the flow between boxes, in which connections turn from lane to lane. */

import { greatest } from './extremes.js';

/** A change of the lane. */
export interface Turn {
  readonly from: number;
  readonly to: number;
  /** Where along the flow it begins and ends. */
  start: number;
  end: number;
}

/** A stretch of the flow. */
export class Channel {
  /** What turns in it. */
  readonly turns: Turn[] = [];

  constructor(
    /** Where it begins. */
    public y: number,
    readonly length: number,
  ) {}
}

/** Turns one after the other in a channel that go on side by side keep apart by this much. */
const trackGap = 9;
/** Two turns with less room than this between them, at their middle, are side by side. */
const near = 9;
/** Earlier turns that each is compared with; of more, the last are the nearest. */
const compared = 6;

/**
 * How long a channel must be.
 *
 * @param distance How far across the widest turn goes.
 * @param crowd How many turns lie close beside others.
 * @returns Its length; wide turns are given more, so that none is flat.
 */
export function channelLength(distance: number, crowd = 0): number {
  return distance < 0.5 ? 0 : turnLength(distance) + trackGap * crowd;
}

const turnLength = (distance: number): number => 10 + 3.2 * Math.sqrt(Math.min(distance, 420));

/**
 * Counts the turns that lie so close beside others that they have to follow each other.
 *
 * @param turns The turns of a channel.
 * @returns How many follow others, at most.
 */
export const crowdOf = (turns: readonly Turn[]): number => greatest(tracksOf(turns), 0);

/**
 * Places the turns of a channel in it. All are equally long, so that those that
 * begin and end in the same order do not cross; those close beside others
 * follow them, the outermost first.
 *
 * @param channel The channel.
 */
export function placeTurns({ turns, y, length }: Channel): void {
  if (turns.length === 0) return;
  const tracks = turns.length > 1 ? tracksOf(turns) : [0];
  const last = greatest(tracks, 0);
  const widest = greatest(
    turns.map(({ from, to }) => Math.abs(to - from)),
    0,
  );
  const spare = Math.max(0, length - turnLength(widest));
  const step = last > 0 ? Math.min(trackGap, spare / last) : 0;
  turns.forEach((turn, index) => {
    turn.start = y + step * (tracks[index] ?? 0);
    turn.end = turn.start + length - step * last;
  });
}

/** The track of each turn; of those that go one way the outermost has the first. */
function tracksOf(turns: readonly Turn[]): number[] {
  const tracks = new Array<number>(turns.length).fill(0);
  for (const way of [1, -1]) {
    const going = turns
      .map((_, index) => index)
      .filter((index) => way * distanceOf(turns[index]) > 0);
    going.sort((a, b) => way * (middleOf(turns[b]) - middleOf(turns[a])));
    let track = 0;
    // Where the innermost of those before begins, seen the way they go; what ends before it is apart from them.
    let reached = Number.POSITIVE_INFINITY;
    going.forEach((index, at) => {
      const turn = turns[index] as Turn;
      const others = going.slice(Math.max(0, at - compared), at);
      if (way * turn.to <= reached) track = 0;
      else if (others.some((other) => areNear(turn, turns[other] as Turn))) track++;
      tracks[index] = track;
      reached = Math.min(reached, way * turn.from);
    });
  }
  return tracks;
}

const distanceOf = (turn: Turn | undefined): number => (turn ? turn.to - turn.from : 0);
const middleOf = (turn: Turn | undefined): number => (turn ? (turn.from + turn.to) / 2 : 0);

/**
 * Whether the turns from one place to two lanes lie so close that one has to follow the other.
 *
 * @param first The first lane, seen from that place.
 * @param second The second lane.
 * @returns Whether they do.
 */
export const crowd = (first: number, second: number): boolean =>
  first * second > 0 &&
  areNear({ from: 0, to: first, start: 0, end: 0 }, { from: 0, to: second, start: 0, end: 0 });

/** Whether two turns go on side by side, and too near to each other if they begin together. */
function areNear(a: Turn, b: Turn): boolean {
  const low = Math.max(Math.min(a.from, a.to), Math.min(b.from, b.to));
  const high = Math.min(Math.max(a.from, a.to), Math.max(b.from, b.to));
  const together = high - low;
  if (together < 40) return false;
  const across = (Math.abs(a.from - b.from) + Math.abs(a.to - b.to)) / 2;
  const distance = Math.min(Math.abs(distanceOf(a)), Math.abs(distanceOf(b)));
  // In the middle of a turn the way goes one and a half times as far across as on average.
  return (across * turnLength(distance)) / (1.5 * distance) < near;
}
