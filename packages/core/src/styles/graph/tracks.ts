/** Tracks of the channels between ranks: arrows that run across share none unless they stay apart. */

/** An arrow that changes its place across within a channel. */
export interface Crossing {
  readonly from: number;
  readonly to: number;
}

/** Between arrows that share a track. */
const apart = 10;

/**
 * Gives each arrow of a channel a track, 0 the first. Of arrows that go one way
 * the outermost turns first, so that they do not cross.
 *
 * @param crossings The arrows of the channel.
 * @returns Their tracks, and how many there are.
 */
export function tracksOf(crossings: readonly Crossing[]): {
  readonly tracks: readonly number[];
  readonly count: number;
} {
  const order = crossings.map((_, index) => index);
  const turn = ({ from, to }: Crossing) => (to > from ? -from : from);
  order.sort((a, b) => turn(crossings[a] as Crossing) - turn(crossings[b] as Crossing) || a - b);
  const taken: [number, number][][] = [];
  const tracks = new Array<number>(crossings.length).fill(0);
  for (const index of order) {
    const { from, to } = crossings[index] as Crossing;
    const [low, high] = [Math.min(from, to) - apart, Math.max(from, to) + apart];
    const last = taken.findLastIndex((spans) => spans.some(([a, b]) => low < b && a < high));
    const track = last + 1;
    const span: [number, number] = [low + apart, high - apart];
    if (taken[track]) taken[track].push(span);
    else taken[track] = [span];
    tracks[index] = track;
  }
  return { tracks, count: taken.length };
}
