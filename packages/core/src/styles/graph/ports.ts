/** Where arrows leave and enter their nodes. */
import type { Ranked, RankedEdge, RankedNode } from './ranks.js';

/** The two ends of an arrow. */
export interface Ports {
  /** Across, where it leaves. */
  readonly out: number;
  /** Across, where it enters. */
  readonly in: number;
  /** Set when it enters a circle from the side, at the height of its centre. */
  readonly side?: 'low' | 'high';
}

/** Between two ports of a node. */
const portGap = 12;
/** From the corner of a box to a port. */
const inset = 7;
/** Nodes whose centres differ by less than this stand in line. */
const aligned = 6;

/**
 * Gives every arrow its ends. Arrows in line with both nodes go straight; the
 * others keep to the side that they come from.
 *
 * @param ranked The layered graph.
 * @returns The ends of each arrow.
 */
export function portsOf(ranked: Ranked): ReadonlyMap<RankedEdge, Ports> {
  const into = groupBy(ranked.edges, ({ to }) => to);
  const outOf = groupBy(ranked.edges, ({ from }) => from);
  const byRank = groupBy(ranked.nodes, ({ rank }) => rank);
  const entering = new Map<RankedEdge, { in: number; side?: 'low' | 'high' }>();

  for (const [node, edges] of into) {
    const top: RankedEdge[] = [];
    const sides = new Set<'low' | 'high'>();
    for (const edge of [...edges].sort((a, b) => arrival(b, node) - arrival(a, node))) {
      const side = sideOf(edge, node, byRank.get(node.rank) ?? [], ranked);
      if (side && edges.length > 1 && !sides.has(side)) {
        sides.add(side);
        entering.set(edge, { in: node.across, side });
      } else {
        top.push(edge);
      }
    }
    const wanted = top.map((edge) => arrivesAt(edge));
    arrange(node, wanted).forEach((at, index) => {
      entering.set(top[index] as RankedEdge, { in: at });
    });
  }

  const ports = new Map<RankedEdge, Ports>();
  for (const [node, edges] of outOf) {
    const wanted = edges.map((edge) => {
      const end = entering.get(edge);
      return edge.lanes[0] ?? (end?.side ? edge.from.across : (end?.in ?? node.across));
    });
    arrange(node, wanted).forEach((at, index) => {
      const edge = edges[index] as RankedEdge;
      ports.set(edge, { out: at, ...(entering.get(edge) ?? { in: edge.to.across }) });
    });
  }
  return ports;
}

function groupBy<K, V>(values: readonly V[], key: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

/** Where an arrow comes from, across, just before its end. */
const arrivesAt = ({ lanes, from }: RankedEdge) => lanes.at(-1) ?? from.across;

/** How far out an arrow comes in: those furthest out get the sides of a circle. */
const arrival = (edge: RankedEdge, node: RankedNode) => Math.abs(arrivesAt(edge) - node.across);

/** The side of a circle that an arrow can enter with nothing in its way. */
function sideOf(
  edge: RankedEdge,
  node: RankedNode,
  neighbours: readonly RankedNode[],
  ranked: Ranked,
): 'low' | 'high' | undefined {
  if (node.node.kind !== 'circle') return undefined;
  const at = arrivesAt(edge);
  const radius = node.size.across / 2;
  if (Math.abs(at - node.across) < radius + 12) return undefined;
  const [low, high] = at < node.across ? [at - 6, node.across] : [node.across, at + 6];
  const box = neighbours.some(
    (other) =>
      other !== node &&
      other.across + other.size.across / 2 > low &&
      other.across - other.size.across / 2 < high,
  );
  const lane = ranked.edges.some(
    ({ from, to, lanes }) =>
      from.rank < node.rank &&
      to.rank > node.rank &&
      inside(lanes[node.rank - from.rank - 1], low, high),
  );
  if (box || lane) return undefined;
  return at < node.across ? 'low' : 'high';
}

function inside(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && value > low && value < high;
}

/** Ports as near as can be to where they are wanted, in the same order, apart from one another. */
function arrange(node: RankedNode, wanted: readonly number[]): number[] {
  const half = node.size.across / 2;
  const reach = node.node.kind === 'circle' ? half * 0.6 : Math.max(half - inset, 0);
  const [low, high] = [node.across - reach, node.across + reach];
  const inLine = (value: number) => Math.abs(value - node.across) < Math.min(aligned, reach);
  if (wanted.length === 1) {
    const [only = node.across] = wanted;
    // One arrow leaves from the middle, unless it can go straight from near it.
    return [inLine(only) ? only : node.across];
  }
  const order = wanted.map((_, index) => index).sort((a, b) => at(wanted, a) - at(wanted, b));
  const sorted = order.map((index) => at(wanted, index));
  const fixed = sorted.findIndex(inLine);
  const placed =
    fixed < 0
      ? spread(sorted, low, high)
      : [
          ...spread([...sorted.slice(0, fixed), at(sorted, fixed)], low, at(sorted, fixed)),
          ...spread([at(sorted, fixed), ...sorted.slice(fixed + 1)], at(sorted, fixed), high).slice(
            1,
          ),
        ];
  const result = new Array<number>(wanted.length).fill(node.across);
  order.forEach((index, position) => {
    result[index] = at(placed, position);
  });
  return result;
}

/** Moves values, in rising order, apart and between two bounds. */
function spread(values: readonly number[], low: number, high: number): number[] {
  const gap = Math.min(portGap, (high - low) / Math.max(values.length - 1, 1));
  const placed = values.map((value) => Math.min(Math.max(value, low), high));
  for (let index = 1; index < placed.length; index++) {
    placed[index] = Math.max(at(placed, index), at(placed, index - 1) + gap);
  }
  let limit = high;
  for (let index = placed.length - 1; index >= 0; index--) {
    placed[index] = Math.min(at(placed, index), limit);
    limit = at(placed, index) - gap;
  }
  return placed;
}

const at = (values: readonly number[], index: number) => values[index] ?? 0;
