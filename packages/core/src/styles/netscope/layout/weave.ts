/** What is woven, as items in layers: vertices, and strands between them. */
import type { Vertex } from './flow.js';
import type { Strand } from './strands.js';

/** Instead of an item: nothing, or what is before or after all of them. */
export const nowhere = -1;
export const above = -2;
export const below = -3;

/** The items of a woven strand, vertices first, each with what it joins and how long it is. */
export interface Weave {
  readonly vertices: readonly Vertex[];
  readonly strands: readonly Strand[];
  readonly count: number;
  /** Of strands: the item above and the one below. */
  readonly top: Int32Array;
  readonly bottom: Int32Array;
  /** Length along the flow; 0 of connections, which have nothing in them. */
  readonly size: Float64Array;
  /** Whether an item is more than a connection. */
  readonly solid: Uint8Array;
  /** Of vertices: strands that leave and enter. */
  readonly outs: readonly (readonly number[])[];
  readonly ins: readonly (readonly number[])[];
}

/**
 * Lists the items of a woven strand.
 *
 * @param woven The strand.
 * @returns Its items.
 */
export function weaveOf(woven: Strand): Weave {
  const { vertices } = woven;
  const strands = woven.parts.filter((part) => part.kind !== 'bare' || part.wire);
  for (const { tails, heads } of vertices) {
    for (const part of tails ?? []) strands.push(part);
    for (const part of heads ?? []) strands.push(part);
  }
  strands.sort((a, b) => a.first - b.first || startOf(a) - startOf(b) || endOf(a) - endOf(b));
  const count = vertices.length + strands.length;
  const index = new Map<Vertex, number>(vertices.map((vertex, at) => [vertex, at]));
  const top = new Int32Array(count).fill(nowhere);
  const bottom = new Int32Array(count).fill(nowhere);
  const size = new Float64Array(count);
  const solid = new Uint8Array(count).fill(1);
  const outs: number[][] = vertices.map(() => []);
  const ins: number[][] = vertices.map(() => []);
  vertices.forEach((vertex, at) => {
    size[at] = vertex.along + vertex.stub;
  });
  strands.forEach((strand, at) => {
    const item = vertices.length + at;
    size[item] = strand.along;
    if (strand.kind === 'bare') solid[item] = 0;
    const [start, end] = [index.get(strand.top), index.get(strand.bottom)];
    // Connections come into a region from before all of it, and leave it after all of it.
    const from = strand.top.kind === 'end' && !strand.holdsEntry ? nowhere : above;
    const to = strand.bottom.kind === 'end' && !strand.holdsExit ? nowhere : below;
    top[item] = start ?? from;
    bottom[item] = end ?? to;
    if (start !== undefined) outs[start]?.push(item);
    if (end !== undefined) ins[end]?.push(item);
  });
  return { vertices, strands, count, top, bottom, size, solid, outs, ins };
}

const startOf = (strand: Strand): number => strand.top.position;
const endOf = (strand: Strand): number => strand.bottom.position;
