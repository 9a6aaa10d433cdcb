/** Puts the items of a weave into layers: what begins about as far down the flow begins in one line. */
import { above, below, nowhere, type Weave } from './weave.js';

/** Where items are among the layers. */
export interface Layers {
  readonly count: number;
  /** First and last layer in which something of an item is; the last is before the first where there is nothing. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Of strands: first and last layer of what is in it; vertices have the same as above. */
  readonly bodyFirst: Int32Array;
  readonly bodyLast: Int32Array;
}

/**
 * Assigns layers by lengths.
 *
 * @param weave The items.
 * @param gap Gap from one to the next.
 * @param holds Pairs of which the first must end before the second begins, though nothing joins them.
 * @returns Their layers; long ones reach through several.
 */
export function layersByLength(
  weave: Weave,
  gap: number,
  holds: readonly (readonly [number, number])[],
): Layers {
  const { starts, ends } = earliest(weave, gap, holds);
  // What begins within less than a gap of each other begins together; nothing is both before and in a layer then.
  const together = 0.6 * gap;
  const order = bodies(weave).sort((a, b) => (starts[a] as number) - (starts[b] as number));
  const layerStarts: number[] = [];
  const layers = empty(weave);
  for (const item of order) {
    const start = starts[item] as number;
    const current = layerStarts.at(-1);
    if (current === undefined || start > current + together) layerStarts.push(start);
    layers.bodyFirst[item] = layerStarts.length - 1;
  }
  for (const item of order) {
    const end = (ends[item] as number) + gap - together;
    let last = layers.bodyFirst[item] as number;
    while (last + 1 < layerStarts.length && (layerStarts[last + 1] as number) < end) last++;
    layers.bodyLast[item] = last;
  }
  return finish(weave, layers, layerStarts.length);
}

/**
 * Assigns layers by numbers, so that nothing reaches through more than one.
 *
 * @param weave The items.
 * @returns Their layers.
 */
export function layersByNumber(weave: Weave): Layers {
  const one: Weave = { ...weave, size: Float64Array.from(weave.solid) };
  const { starts } = earliest(one, 0, []);
  const layers = empty(weave);
  let count = 0;
  for (const item of bodies(weave)) {
    const layer = Math.round(starts[item] as number);
    layers.bodyFirst[item] = layer;
    layers.bodyLast[item] = layer;
    count = Math.max(count, layer + 1);
  }
  return finish(weave, layers, count);
}

function empty({ count }: Weave) {
  return {
    first: new Int32Array(count),
    last: new Int32Array(count),
    bodyFirst: new Int32Array(count).fill(nowhere),
    bodyLast: new Int32Array(count).fill(nowhere),
  };
}

/** Items that take room along the flow. */
function bodies({ count, solid }: Weave): number[] {
  const found: number[] = [];
  for (let item = 0; item < count; item++) if (solid[item] === 1) found.push(item);
  return found;
}

/** Where items begin and end along the flow. */
export interface Stretches {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/**
 * Where each item begins and ends if it begins as soon as it can, but what data
 * come from only as soon as it must.
 *
 * @param weave The items.
 * @param gap Gap from one to the next.
 * @param holds Pairs of which the first must end before the second begins, though nothing joins them.
 * @returns Beginnings and ends.
 */
export function earliest(
  weave: Weave,
  gap: number,
  holds: readonly (readonly [number, number])[],
): Stretches {
  const { vertices, count, top, bottom, size, solid, outs, ins } = weave;
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const fit = (item: number, start: number) => {
    starts[item] = start;
    ends[item] = start + (size[item] as number);
  };
  const held = new Map<number, number[]>();
  for (const [first, second] of holds) held.set(second, [...(held.get(second) ?? []), first]);
  const free = (item: number): number => {
    let start = 0;
    for (const other of held.get(item) ?? [])
      start = Math.max(start, (ends[other] as number) + gap);
    return start;
  };
  const run = (strand: number) => {
    const vertex = top[strand] as number;
    const end = vertex >= 0 ? (ends[vertex] as number) : 0;
    fit(strand, Math.max(free(strand), solid[strand] === 1 && vertex >= 0 ? end + gap : end));
  };
  for (let vertex = 0; vertex < vertices.length; vertex++) {
    let start = free(vertex);
    for (const strand of ins[vertex] as number[]) {
      if ((top[strand] as number) < 0) run(strand);
      const passes = solid[strand] === 0 && top[strand] === above;
      start = Math.max(start, passes ? 0 : (ends[strand] as number) + gap);
    }
    fit(vertex, start);
    for (const strand of outs[vertex] as number[]) run(strand);
  }
  // Backwards, so that a source stands just above what takes from it.
  const latest = (strand: number): number => {
    const vertex = bottom[strand] as number;
    if (vertex < 0) return Number.POSITIVE_INFINITY;
    return (starts[vertex] as number) - gap;
  };
  for (let strand = vertices.length; strand < count; strand++) {
    if (top[strand] !== nowhere || solid[strand] === 0) continue;
    const start = latest(strand) - (size[strand] as number);
    if (Number.isFinite(start)) fit(strand, Math.max(starts[strand] as number, start));
  }
  for (let vertex = vertices.length - 1; vertex >= 0; vertex--) {
    if ((ins[vertex] as number[]).length > 0 || vertices[vertex]?.kind === 'entry') continue;
    let end = Number.POSITIVE_INFINITY;
    for (const strand of outs[vertex] as number[]) {
      const body = solid[strand] === 1 ? (size[strand] as number) + gap : 0;
      end = Math.min(end, latest(strand) - body);
    }
    if (!Number.isFinite(end)) continue;
    fit(vertex, Math.max(starts[vertex] as number, end - (size[vertex] as number)));
    for (const strand of outs[vertex] as number[]) {
      const start = latest(strand) - (size[strand] as number);
      const least = (ends[vertex] as number) + gap;
      if (solid[strand] === 1) fit(strand, Number.isFinite(start) ? Math.max(least, start) : least);
    }
  }
  return { starts, ends };
}

/** Lets strands pass all layers between what they join. */
function finish(weave: Weave, layers: Omit<Layers, 'count'>, found: number): Layers {
  const { vertices, count, top, bottom } = weave;
  const { first, last, bodyFirst, bodyLast } = layers;
  let total = found;
  // Connections leave a region after all of it.
  const exits = vertices.some(({ kind }) => kind === 'exit');
  if (exits) total++;
  vertices.forEach((vertex, item) => {
    if (vertex.kind === 'exit') {
      bodyFirst[item] = total - 1;
      bodyLast[item] = total - 1;
    }
    first[item] = bodyFirst[item] as number;
    last[item] = bodyLast[item] as number;
  });
  for (let item = vertices.length; item < count; item++) {
    const [start, end] = [top[item] as number, bottom[item] as number];
    if (start >= 0) first[item] = (bodyLast[start] as number) + 1;
    else first[item] = start === above ? 0 : (bodyFirst[item] as number);
    if (end >= 0) last[item] = (bodyFirst[end] as number) - 1;
    else last[item] = end === below ? total - 1 : (bodyLast[item] as number);
  }
  return { count: total, ...layers };
}
