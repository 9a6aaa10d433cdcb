/**
 * Which rank each node stands on, and where across: the layered layout of
 * Sugiyama, Tagawa and Toda, by dagre. `across` runs along a rank, `along` with
 * the data, so that both directions share one layout.
 */
import { Graph, layout } from '@dagrejs/dagre';
import type { Edge, Frame, Node } from './model.js';
import { asWritten, skipsRight } from './order.js';
import { partsOf } from './parts.js';

/** Size of a node, and its room along a rank. */
export interface Size {
  readonly across: number;
  readonly along: number;
}

/** A node on its rank. */
export interface RankedNode {
  readonly node: Node;
  readonly size: Size;
  readonly rank: number;
  /** Its centre. */
  readonly across: number;
}

/** An arrow, with where it passes each rank between its ends. */
export interface RankedEdge {
  readonly edge: Edge;
  readonly from: RankedNode;
  readonly to: RankedNode;
  /** Where it passes the ranks after `from` and before `to`. */
  readonly lanes: readonly number[];
}

/** The layered graph. */
export interface Ranked {
  readonly nodes: readonly RankedNode[];
  readonly edges: readonly RankedEdge[];
  readonly ranks: number;
}

/** Between arrows that pass a rank side by side. */
const laneGap = 14;

/**
 * Ranks and orders the nodes.
 *
 * @param nodes The nodes, each after those it takes from.
 * @param edges The arrows.
 * @param frames Frames that must stay apart.
 * @param sizeOf Size of a node.
 * @param nodeGap Least gap between nodes of a rank.
 * @returns Every node with its rank and place across.
 */
export function rank(
  nodes: readonly Node[],
  edges: readonly Edge[],
  frames: readonly Frame[],
  sizeOf: (node: Node) => Size,
  nodeGap: number,
): Ranked {
  const placed = new Map<string, RankedNode>();
  const passing = new Map<Edge, readonly number[]>();
  for (const part of partsOf(nodes, edges)) {
    const found = rankPart(
      part.nodes,
      part.edges,
      framesAround(part.nodes, frames),
      sizeOf,
      nodeGap,
    );
    // The first node of a part is the last of the part before, so that they join there.
    const [first] = found.nodes;
    const joint = first && placed.get(first.node.id);
    const shift = first && joint ? joint.across - first.across : 0;
    for (const entry of found.nodes) {
      if (entry === first && joint) continue;
      const after = joint?.rank ?? 0;
      placed.set(entry.node.id, {
        ...entry,
        rank: entry.rank + after,
        across: entry.across + shift,
      });
    }
    for (const { edge, lanes } of found.edges)
      passing.set(
        edge,
        lanes.map((lane) => lane + shift),
      );
  }
  const ranked = [...placed.values()];
  return {
    nodes: ranked,
    ranks: Math.max(-1, ...ranked.map((entry) => entry.rank)) + 1,
    edges: edges.map((edge) => ({
      edge,
      from: placed.get(edge.from) as RankedNode,
      to: placed.get(edge.to) as RankedNode,
      lanes: passing.get(edge) ?? [],
    })),
  };
}

/** Frames that some of the nodes stand in, each after the one around it. */
function framesAround(nodes: readonly Node[], frames: readonly Frame[]): readonly Frame[] {
  const byId = new Map(frames.map((frame) => [frame.id, frame]));
  const around = new Set<string>();
  for (const { frame } of nodes) {
    for (let id = frame; id !== undefined && !around.has(id); id = byId.get(id)?.parent)
      around.add(id);
  }
  return frames.filter(({ id }) => around.has(id));
}

function rankPart(
  nodes: readonly Node[],
  edges: readonly Edge[],
  frames: readonly Frame[],
  sizeOf: (node: Node) => Size,
  nodeGap: number,
): Pick<Ranked, 'nodes'> & { readonly edges: readonly Pick<RankedEdge, 'edge' | 'lanes'>[] } {
  const graph = new Graph({ compound: true });
  const depth = depths(nodes, edges);
  const span = ({ from, to }: Edge) => (depth.get(to) ?? 0) - (depth.get(from) ?? 0);
  const skips = edges.filter((edge) => span(edge) > 1);
  const leaving = new Map<string, number>();
  for (const { from } of edges) leaving.set(from, (leaving.get(from) ?? 0) + 1);
  // Where nothing is skipped, what branches looks best in the middle of its branches.
  const residual =
    nodes.some(({ kind }) => kind === 'circle') ||
    skips.some(({ from }) => (leaving.get(from) ?? 0) > 1);
  graph.setGraph({
    rankdir: 'TB',
    nodesep: nodeGap,
    edgesep: laneGap,
    ranksep: 40,
    ...(residual && { align: 'UL' }),
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of frames) graph.setNode(`frame ${id}`, {});
  for (const { id, parent } of frames) {
    if (parent !== undefined) graph.setParent(`frame ${id}`, `frame ${parent}`);
  }
  for (const node of nodes) {
    const { across, along } = sizeOf(node);
    graph.setNode(node.id, { width: across, height: along });
    if (node.frame !== undefined) graph.setParent(node.id, `frame ${node.frame}`);
  }
  for (const edge of edges) {
    // Arrows to the next rank stay short, those past others give way.
    graph.setEdge(edge.from, edge.to, { weight: span(edge) === 1 ? 4 : 1 });
  }
  layout(graph, {
    customOrder(ordered: Graph, order: (graph: Graph, options: object) => void) {
      order(ordered, {});
      asWritten(
        ordered,
        nodes.map(({ id }) => id),
      );
      if (residual) skipsRight(ordered, skips);
    },
  });

  const levels = [...new Set(nodes.map(({ id }) => level(graph.node(id).y)))].sort((a, b) => a - b);
  const rankOf = new Map(levels.map((y, index) => [y, index]));
  const ranked = nodes.map((node): RankedNode => {
    const { x, y } = graph.node(node.id);
    return { node, size: sizeOf(node), rank: rankOf.get(level(y)) ?? 0, across: x };
  });
  const byId = new Map(ranked.map((entry) => [entry.node.id, entry]));
  return {
    nodes: ranked,
    edges: edges.map((edge) => {
      const from = byId.get(edge.from)?.rank ?? 0;
      const to = byId.get(edge.to)?.rank ?? 0;
      const { points } = graph.edge(edge.from, edge.to) as { points: { x: number; y: number }[] };
      return { edge, lanes: levels.slice(from + 1, to).map((y) => crossing(points, y)) };
    }),
  };
}

/** Centres of one rank differ by rounding only. */
const level = (y: number) => Math.round(y * 4) / 4;

/** Longest way from a source to each node, in arrows. */
function depths(nodes: readonly Node[], edges: readonly Edge[]): ReadonlyMap<string, number> {
  const depth = new Map(nodes.map(({ id }) => [id, 0]));
  const into = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const sources = into.get(to);
    if (sources) sources.push(from);
    else into.set(to, [from]);
  }
  for (const { id } of nodes) {
    const before = (into.get(id) ?? []).map((from) => (depth.get(from) ?? 0) + 1);
    depth.set(id, Math.max(0, ...before));
  }
  return depth;
}

/** Where a polyline that goes down passes a height. */
function crossing(points: readonly { x: number; y: number }[], y: number): number {
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (!a || !b || y < a.y || y > b.y) continue;
    return b.y === a.y ? b.x : a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y);
  }
  return points.at(-1)?.x ?? 0;
}
