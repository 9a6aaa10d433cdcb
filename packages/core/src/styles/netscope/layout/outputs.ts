/** Which outputs and inputs of its ends a strand begins and ends at. */
import type { Vertex, Wire } from './flow.js';
import type { Strand } from './strands.js';

/**
 * Whether connections leave a vertex from more than one place.
 *
 * @param vertex The vertex.
 * @returns Whether they do.
 */
export function hasOutputs(vertex: Vertex): boolean {
  const { outWires } = vertex;
  const [first] = outWires;
  vertex.hasOutputs ??= outWires.some(
    ({ port, exit }) => port !== first?.port || exit !== first.exit,
  );
  return vertex.hasOutputs;
}

/**
 * A connection with which a strand begins.
 *
 * @param strand The strand.
 * @param side Which of several: the first from side to side, or the last.
 * @returns It; nothing where the strand begins with nothing.
 */
export function topWire(strand: Strand, side: 'first' | 'last' = 'first'): Wire | undefined {
  let part: Strand | undefined = strand;
  while (part && part.kind !== 'bare') {
    const { top, kind, parts }: Strand = part;
    const begins = (inner: Strand) => inner.top === top;
    if (kind === 'series') part = parts[0];
    else part = side === 'first' ? parts.find(begins) : parts.findLast(begins);
  }
  return part?.wire;
}

/**
 * A connection with which a strand ends.
 *
 * @param strand The strand.
 * @returns The first that is found; nothing where it ends with nothing.
 */
export function bottomWire(strand: Strand): Wire | undefined {
  let part: Strand | undefined = strand;
  while (part && part.kind !== 'bare') {
    const { bottom }: Strand = part;
    part =
      part.kind === 'series'
        ? part.parts.at(-1)
        : part.parts.find((inner) => inner.bottom === bottom);
  }
  return part?.wire;
}

/**
 * Whether all of a strand begins at one output.
 *
 * @param strand The strand.
 * @returns Whether it does.
 */
export function beginsOnce(strand: Strand): boolean {
  if (strand.kind === 'bare') return true;
  if (strand.kind === 'series') return beginsOnce(strand.parts[0] as Strand);
  const beginning = strand.parts.filter(({ top }) => top === strand.top);
  return beginning.length === 1 && beginsOnce(beginning[0] as Strand);
}

/**
 * All connections with which a strand begins or ends.
 *
 * @param strand The strand.
 * @param side Which of its ends.
 * @returns They.
 */
export function wiresAt(strand: Strand, side: 'top' | 'bottom'): Wire[] {
  const found: Wire[] = [];
  const open = [strand];
  for (let part = open.pop(); part; part = open.pop()) {
    if (part.wire) found.push(part.wire);
    const inner = part;
    if (inner.kind === 'series') {
      const end = side === 'top' ? inner.parts[0] : inner.parts.at(-1);
      if (end) open.push(end);
    } else {
      for (const other of inner.parts) if (other[side] === inner[side]) open.push(other);
    }
  }
  return found;
}
