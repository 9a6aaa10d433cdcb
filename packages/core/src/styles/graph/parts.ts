/** Parts of a graph that follow one another, so that long ones are laid out in linear time. */
import type { Edge, Node } from './model.js';

/** A stretch of the graph. Its first node is the last of the part before. */
export interface Part {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** Parts of fewer nodes cost more than they save. */
const leastNodes = 24;

/**
 * Cuts a graph at nodes that everything before leads to and everything after
 * comes from.
 *
 * @param nodes The nodes, each after those it takes from.
 * @param edges The arrows.
 * @returns The parts in their order; the whole graph when it has no such node.
 */
export function partsOf(nodes: readonly Node[], edges: readonly Edge[]): readonly Part[] {
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  const reach = new Array<number>(nodes.length).fill(-1);
  const entered = new Array<boolean>(nodes.length).fill(false);
  for (const { from, to } of edges) {
    const [a, b] = [index.get(from) ?? 0, index.get(to) ?? 0];
    reach[a] = Math.max(reach[a] ?? -1, b);
    entered[b] = true;
  }
  const lastSource = entered.lastIndexOf(false);
  const cuts = [0];
  let furthest = -1;
  let deadEnd = false;
  for (let at = 0; at < nodes.length; at++) {
    const start = cuts.at(-1) ?? 0;
    const long = at - start >= leastNodes && nodes.length - at > leastNodes;
    if (long && furthest <= at && !deadEnd && at >= lastSource) cuts.push(at);
    deadEnd ||= (reach[at] ?? -1) < 0;
    furthest = Math.max(furthest, reach[at] ?? -1);
  }

  const ends = [...cuts.slice(1), nodes.length - 1];
  const partOf = (at: number) => ends.findIndex((end) => at <= end);
  const edgesOf: Edge[][] = cuts.map(() => []);
  let current = 0;
  const byEnd = [...edges].sort((a, b) => (index.get(a.to) ?? 0) - (index.get(b.to) ?? 0));
  for (const edge of byEnd) {
    const end = index.get(edge.to) ?? 0;
    if (end > (ends[current] ?? end)) current = partOf(end);
    edgesOf[current]?.push(edge);
  }
  return cuts.map((start, part) => ({
    nodes: nodes.slice(start, (ends[part] ?? start) + 1),
    edges: edgesOf[part] ?? [],
  }));
}
