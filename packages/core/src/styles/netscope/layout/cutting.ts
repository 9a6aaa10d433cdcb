/** Finds where a long flow breaks: where little goes on, so that its columns are about as long as each other. */
import { greatest, least } from './extremes.js';
import type { Figure } from './figure.js';
import { tipLength, type Vertex } from './flow.js';
import type { Regions } from './regions.js';

/** Cuts near to each wanted one that are tried. */
const mostTried = 40;
/** What a column that is twice as long as the others costs, each further connection, and a frame in pieces. */
const [unequal, connection, framed] = [6, 1.2, 25];
/** What it costs when a column is longer than it may be. */
const tooLong = 40;

/** A place where the flow can break. */
interface Cut {
  readonly y: number;
  readonly cost: number;
  /** How many boxes begin before it. */
  readonly boxes: number;
}

/**
 * Chooses where a flow breaks.
 *
 * @param figure Everything in its place.
 * @param regions The connections.
 * @param most Longest that a column may be.
 * @returns Places along the flow, each just below a box or a frame.
 */
export function cutsOf(figure: Figure, regions: Regions, most: number): number[] {
  const start = least(figure.boxes.map(({ y }) => y));
  const end = greatest(figure.boxes.map(({ y, along }) => y + along));
  const columns = Math.ceil((end - start) / most);
  if (!Number.isFinite(columns) || columns < 2) return [];
  const cuts = possibleCuts(figure, regions);
  const length = (end - start) / columns;
  // The best ways to each cut, one wanted cut after the other.
  interface Way {
    readonly y: number;
    readonly cost: number;
    readonly boxes: number;
    readonly before: Way | undefined;
  }
  const costOf = (from: number, to: number): number => {
    const off = (to - from) / length - 1;
    const over = Math.max(0, to - from - most) / length;
    return unequal * off * off + tooLong * over;
  };
  let ways: Way[] = [{ y: start, cost: 0, boxes: 0, before: undefined }];
  for (let column = 1; column < columns; column++) {
    const wanted = start + column * length;
    const next: Way[] = [];
    for (const cut of nearest(cuts, wanted, length)) {
      let before: Way | undefined;
      let lowest = Number.POSITIVE_INFINITY;
      for (const way of ways) {
        // A column without a box would be none.
        if (way.boxes >= cut.boxes) continue;
        const cost = way.cost + costOf(way.y, cut.y);
        if (cost >= lowest) continue;
        lowest = cost;
        before = way;
      }
      if (before) next.push({ y: cut.y, cost: lowest + cut.cost, boxes: cut.boxes, before });
    }
    if (next.length > 0) ways = next;
  }
  let last: Way | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    const cost = way.cost + costOf(way.y, end);
    if (cost < lowest) {
      lowest = cost;
      last = way;
    }
  }
  const chosen: number[] = [];
  for (let way = last; way?.before; way = way.before) chosen.unshift(way.y);
  return chosen;
}

/** Cuts not further than a column from where one is wanted, as many as are tried. */
function nearest(cuts: readonly Cut[], wanted: number, length: number): readonly Cut[] {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] as Cut).y < wanted) low = middle + 1;
    else high = middle;
  }
  let [first, last] = [low, low];
  const distance = (at: number): number => {
    const cut = cuts[at];
    return cut ? Math.abs(cut.y - wanted) : Number.POSITIVE_INFINITY;
  };
  while (last - first < mostTried) {
    const before = distance(first - 1) <= distance(last);
    const next = before ? first - 1 : last;
    if (distance(next) > length) break;
    if (before) first--;
    else last++;
  }
  return cuts.slice(first, last);
}

/** Cuts below boxes and frames, through nothing but straight connections. */
function possibleCuts(figure: Figure, { regions, boxes, frames: around }: Regions): Cut[] {
  const solid = new Steps();
  const frames = new Steps();
  const passing = new Steps();
  for (const { y, along } of figure.boxes) solid.add(y - tipLength, y + along);
  for (const { y, along } of figure.labels) solid.add(y, y + along);
  for (const { y, along } of figure.frames) frames.add(y, y + along);
  for (const { wires } of regions) {
    for (const { from, to, turns } of wires) {
      passing.add(from.y + from.along, to.y);
      for (const { start, end } of turns) solid.add(start, end);
    }
  }
  const starts = boxes.map(({ y }) => y).sort((a, b) => a - b);
  const found: Cut[] = [];
  for (const vertex of [...boxes, ...around]) {
    if (vertex.outWires.length === 0) continue;
    const y = vertex.y + vertex.along + Math.max(vertex.stub, 1);
    if (solid.at(y) > 0) continue;
    // Connections of one output run together just below the box.
    const together = vertex.outWires.length - portsOf(vertex);
    const lines = Math.max(passing.at(y) - together, 1);
    const cost = connection * (lines - 1) + (frames.at(y) > 0 ? framed : 0);
    const boxesBefore = below(starts, y);
    if (boxesBefore < boxes.length) found.push({ y, cost, boxes: boxesBefore });
  }
  return found.sort((a, b) => a.y - b.y);
}

/** Outputs of a box, or places where connections leave a frame. */
const portsOf = ({ outWires }: Vertex): number =>
  new Set(outWires.map(({ port, exit }) => exit ?? port)).size;

/** Counts the stretches that a place is within. */
class Steps {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #sorted = false;

  add(start: number, end: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
  }

  at(y: number): number {
    if (!this.#sorted) {
      this.#starts.sort((a, b) => a - b);
      this.#ends.sort((a, b) => a - b);
      this.#sorted = true;
    }
    // What begins or ends right there is not cut.
    return below(this.#starts, y - 0.01) - below(this.#ends, y + 0.01);
  }
}

/** How many of sorted numbers are below another. */
function below(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
