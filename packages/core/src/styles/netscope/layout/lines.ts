/** Finds the straight lines of a weave: items one below the other that share one axis. */
import type { Layers } from './layers.js';
import { type Links, passesBox } from './links.js';
import type { Ordering } from './ordering.js';
import type { Weave } from './weave.js';

/** How much it matters to be straight: boxes must be; then the longest ways, lanes, and ends of lanes. */
const [straightBox, straightTrunk, straightLane, straightEnd] = [1e9, 1e8, 1e6, 1];

/** Pieces of items that go straight through layers, and which of them go on straight below another. */
export interface Alignments {
  /** Index of the first layer of each item in `pieces`. */
  readonly start: Int32Array;
  /** The piece of each item in each of its layers. */
  readonly pieces: Int32Array;
  readonly count: number;
  /** For each piece the one that goes on straight below it; -1 for none. */
  readonly next: Int32Array;
  /** How far across the next one is. */
  readonly shift: Float64Array;
}

/** Pieces joined to lines. */
export interface Lines {
  readonly count: number;
  readonly lineOf: Int32Array;
  /** Where a piece is, seen from its line. */
  readonly offset: Float64Array;
  /** How many layers a line goes through. */
  readonly length: Int32Array;
  pieceAt(item: number, layer: number): number;
  lineOfItem(item: number): number;
}

/** Ends of links in order from side to side, none crossing another. */
class Uncrossed {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Adds a link, unless it crosses one that is there or shares an end with it. */
  add(start: number, end: number): boolean {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) < start) low = middle + 1;
      else high = middle;
    }
    if (this.#starts[low] === start) return false;
    if (low > 0 && (this.#ends[low - 1] as number) >= end) return false;
    if (low < this.#ends.length && (this.#ends[low] as number) <= end) return false;
    this.#starts.splice(low, 0, start);
    this.#ends.splice(low, 0, end);
    return true;
  }
}

/**
 * Finds what goes straight from layer to layer: items through their layers, and
 * the longest ways through vertices.
 *
 * @param weave The items.
 * @param layers Their layers.
 * @param ordering Their order in each.
 * @returns The pieces; nothing where a box would have to bend.
 */
export function alignmentsOf(
  weave: Weave,
  layers: Layers,
  ordering: Ordering,
): Alignments | undefined {
  const { count, vertices } = weave;
  const start = new Int32Array(count + 1);
  for (let item = 0; item < count; item++) {
    const span = (layers.last[item] as number) - (layers.first[item] as number) + 1;
    start[item + 1] = (start[item] as number) + Math.max(span, 0);
  }
  const pieces = new Int32Array(start[count] as number).fill(-1);
  let found = 0;
  const slot = (item: number, layer: number) =>
    (start[item] as number) + layer - (layers.first[item] as number);
  for (let item = 0; item < count; item++) {
    if ((layers.last[item] as number) >= (layers.first[item] as number)) {
      pieces[slot(item, layers.first[item] as number)] = found++;
    }
  }
  const position = new Int32Array(count);
  const below = new Int32Array(count);
  const chosen: [number, number, number][] = [];
  for (let layer = 0; layer < ordering.links.length; layer++) {
    const links = ordering.links[layer] as Links;
    ordering.layers[layer]?.forEach((item, index) => {
      position[item] = index;
    });
    ordering.layers[layer + 1]?.forEach((item, index) => {
      below[item] = index;
    });
    const straight = new Uncrossed();
    const candidates: { upper: number; lower: number; weight: number }[] = [];
    for (let link = 0; link < links.upper.length; link++) {
      const [upper, lower] = [links.upper[link] as number, links.lower[link] as number];
      const weight = weightOf(weave, layers, links, link, layer);
      if (weight > 0) candidates.push({ upper, lower, weight });
    }
    candidates.sort((a, b) => b.weight - a.weight);
    for (const { upper, lower } of candidates) {
      const fits = straight.add(position[upper] as number, below[lower] as number);
      if (upper !== lower) {
        if (fits) chosen.push([upper, lower, layer]);
        continue;
      }
      const piece = pieces[slot(upper, layer)] as number;
      if (!fits && passesBox(layers, upper, layer)) return undefined;
      pieces[slot(upper, layer + 1)] = fits ? piece : found++;
    }
  }
  const next = new Int32Array(found).fill(-1);
  const shift = new Float64Array(found);
  for (const [upper, lower, layer] of chosen) {
    const piece = pieces[slot(upper, layer)] as number;
    next[piece] = pieces[slot(lower, layer + 1)] as number;
    const vertex = vertices[upper];
    shift[piece] = vertex ? vertex.shift : (weave.strands[upper - vertices.length]?.shift ?? 0);
  }
  return { start, pieces, count: found, next, shift };
}

/** How much a link matters to be straight; 0 where it does not. */
function weightOf(
  { vertices, strands, solid }: Weave,
  layers: Layers,
  { upper, lower, item }: Links,
  link: number,
  layer: number,
): number {
  const [start, end, own] = [upper[link] as number, lower[link] as number, item[link] as number];
  const strand = strands[own - vertices.length];
  const isTrunk = strand?.mainOut && strand.mainIn;
  if (start === end) {
    if (solid[own] === 1 && passesBox(layers, own, layer)) return straightBox;
    const span = (layers.last[own] as number) - (layers.first[own] as number);
    return (isTrunk ? straightTrunk : straightLane) + span;
  }
  if (isTrunk) return straightTrunk;
  // The longest way from what is above, or to what is below; a way that is both was the trunk.
  const isMain = end === own ? strand?.mainOut : strand?.mainIn;
  if (start < vertices.length && end < vertices.length) {
    return strand?.mainOut || strand?.mainIn ? straightEnd : 0;
  }
  return isMain ? straightEnd : 0;
}

/**
 * Joins aligned pieces to lines.
 *
 * @param weave The items.
 * @param layers Their layers.
 * @param alignments Their pieces.
 * @returns The lines.
 */
export function linesOf(weave: Weave, layers: Layers, alignments: Alignments): Lines {
  const { start, pieces, next, shift, count } = alignments;
  const isNext = new Uint8Array(count);
  for (const piece of next) if (piece >= 0) isNext[piece] = 1;
  const sizes = new Int32Array(count);
  for (const piece of pieces) sizes[piece] = (sizes[piece] as number) + 1;
  const lineOf = new Int32Array(count);
  const offset = new Float64Array(count);
  const length: number[] = [];
  for (let first = 0; first < count; first++) {
    if (isNext[first] === 1) continue;
    let at = 0;
    let layersOfLine = 0;
    for (let piece = first; piece >= 0; piece = next[piece] as number) {
      lineOf[piece] = length.length;
      offset[piece] = at;
      at += shift[piece] as number;
      layersOfLine += sizes[piece] as number;
    }
    length.push(layersOfLine);
  }
  return {
    count: length.length,
    lineOf,
    offset,
    length: Int32Array.from(length),
    pieceAt: (item, layer) =>
      pieces[(start[item] as number) + layer - (layers.first[item] as number)] as number,
    lineOfItem: (item) => {
      const piece = pieces[start[item] as number];
      const empty = (start[item] as number) === (start[item + 1] as number);
      if (!empty) return lineOf[piece as number] as number;
      const vertex = weave.bottom[item] as number;
      return vertex < 0 ? -1 : (lineOf[pieces[start[vertex] as number] as number] as number);
    },
  };
}
