/** The layout of layered graphs, in numbers only. */
import type { PathCommand } from '../../../scene/scene.js';
import type { Graph, LayoutOptions, Placement } from './types.js';

export { leastWidth } from './ports.js';
export type * from './types.js';

/**
 * Places a graph.
 *
 * @param graph Boxes, connections and frames, with their sizes.
 * @param options Direction, gaps, and where the flow breaks.
 * @returns Where everything stands.
 */
export function layoutGraph(graph: Graph, options: LayoutOptions): Placement {
  const down = options.direction === 'down';
  const rank = new Int32Array(graph.nodes.length);
  for (const { from, to } of graph.edges) {
    rank[to] = Math.max(rank[to] ?? 0, (rank[from] ?? 0) + 1);
  }
  const rows: number[][] = [];
  graph.nodes.forEach((_, node) => {
    const row = rows[rank[node] ?? 0] ?? [];
    row.push(node);
    rows[rank[node] ?? 0] = row;
  });
  const places = new Array<{ x: number; y: number }>(graph.nodes.length).fill({ x: 0, y: 0 });
  let along = 0;
  for (const row of rows) {
    const sizes = row.map((node) => graph.nodes[node] ?? { width: 0, height: 0 });
    const across = sizes.map(({ width, height }) => (down ? width : height));
    let at = -(across.reduce((sum, size) => sum + size + options.nodeGap, 0) - options.nodeGap) / 2;
    row.forEach((node, index) => {
      places[node] = down ? { x: at, y: along } : { x: along, y: at };
      at += (across[index] ?? 0) + options.nodeGap;
    });
    along += Math.max(...sizes.map(({ width, height }) => (down ? height : width)));
    along += options.rankGap;
  }
  const edges = graph.edges.map(({ from, to }) => {
    const [a, b] = [graph.nodes[from], graph.nodes[to]];
    const [p, q] = [places[from], places[to]];
    if (!a || !b || !p || !q) return { commands: [] };
    const [x, y] = down ? [p.x + a.width / 2, p.y + a.height] : [p.x + a.width, p.y + a.height / 2];
    const [u, v] = down ? [q.x + b.width / 2, q.y] : [q.x, q.y + b.height / 2];
    const commands: PathCommand[] = [
      ['M', x, y],
      down
        ? ['C', x, (y + v) / 2, u, (y + v) / 2, u, v]
        : ['C', (x + u) / 2, y, (x + u) / 2, v, u, v],
    ];
    return { commands };
  });
  return { nodes: places, edges, labels: [], frames: [] };
}
