/** Order within ranks: as written from left to right, skips to the right of what they skip. */
import type { Graph } from '@dagrejs/dagre';
import type { Edge } from './model.js';

/** Each skip is tried against the crossings of the whole graph, which takes too long for more than these. */
const mostSkips = 200;

/**
 * Moves skips to the right of the nodes beside them, where that crosses nothing.
 *
 * @param graph A graph that dagre has ranked and ordered: nodes have a `rank` and
 *   an `order`, and stand-ins with an `edgeObj` where arrows pass ranks.
 * @param skips Arrows past other nodes.
 */
export function skipsRight(graph: Graph, skips: readonly Edge[]): void {
  if (skips.length > mostSkips) return;
  const layers = layersOf(graph);
  const passing = passingNodes(graph);
  for (const { from, to } of skips) {
    const chain = [...(passing.get(`${from}\n${to}`) ?? [])];
    const before = graph.inEdges(from) ?? [];
    const [only] = before;
    // What stands alone on a skip, such as a projection, goes with it.
    if (only && before.length === 1 && graph.outEdges(from)?.length === 1) {
      chain.push(from);
      for (let at = only.v; isPassing(graph, at); at = graph.predecessors(at)?.[0] ?? '')
        chain.push(at);
    }
    const swaps = chain.flatMap((node) => {
      const layer = layers[graph.node(node).rank] ?? [];
      const index = layer.indexOf(node);
      const right = layer[index + 1];
      return right !== undefined && graph.parent(right) === graph.parent(node)
        ? [{ layer, index }]
        : [];
    });
    const crossings = countCrossings(graph, layers);
    for (const { layer, index } of swaps) swap(layer, index);
    if (countCrossings(graph, layers) > crossings)
      for (const { layer, index } of swaps) swap(layer, index);
  }
  for (const layer of layers) {
    layer.forEach((node, index) => {
      graph.node(node).order = index;
    });
  }
}

/**
 * Mirrors the graph where that puts more neighbours in the order of the
 * description, so that inputs and branches stand as they were written. It
 * crosses nothing that was not crossed.
 *
 * @param graph A graph that dagre has ranked and ordered.
 * @param written Ids of the nodes in the order of the description.
 */
export function asWritten(graph: Graph, written: readonly string[]): void {
  const layers = layersOf(graph);
  const place = new Map(written.map((node, index) => [node, index]));
  let agreeing = 0;
  for (const layer of layers) {
    const places = layer.flatMap((node) => place.get(node) ?? []);
    places.forEach((at, index) => {
      const before = places[index - 1];
      if (before !== undefined) agreeing += before < at ? 1 : -1;
    });
  }
  if (agreeing >= 0) return;
  for (const layer of layers) {
    layer.reverse().forEach((node, index) => {
      graph.node(node).order = index;
    });
  }
}

function swap(layer: string[], index: number): void {
  const [a, b] = [layer[index], layer[index + 1]];
  if (a === undefined || b === undefined) return;
  layer[index] = b;
  layer[index + 1] = a;
}

const isPassing = (graph: Graph, node: string): boolean => graph.node(node)?.edgeObj !== undefined;

function layersOf(graph: Graph): string[][] {
  const layers: string[][] = [];
  for (const node of graph.nodes()) {
    const { rank, order } = graph.node(node);
    if (rank === undefined || order === undefined) continue;
    const layer = layers[rank] ?? [];
    layer.push(node);
    layers[rank] = layer;
  }
  const filled = Array.from(layers, (layer) => layer ?? []);
  for (const layer of filled) layer.sort((a, b) => graph.node(a).order - graph.node(b).order);
  return filled;
}

/** The stand-ins of each arrow. */
function passingNodes(graph: Graph): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const node of graph.nodes()) {
    const edge = graph.node(node)?.edgeObj;
    if (!edge) continue;
    const key = `${edge.v}\n${edge.w}`;
    found.set(key, [...(found.get(key) ?? []), node]);
  }
  return found;
}

/** Pairs of arrows between neighbouring ranks that cross. */
function countCrossings(graph: Graph, layers: readonly (readonly string[])[]): number {
  let count = 0;
  layers.forEach((layer, rank) => {
    const below = new Map((layers[rank + 1] ?? []).map((node, index) => [node, index]));
    const ends = layer.flatMap((node, index) =>
      (graph.successors(node) ?? []).map((to: string) => [index, below.get(to) ?? -1] as const),
    );
    ends.forEach(([a, b], index) => {
      for (const [c, d] of ends.slice(index + 1)) if ((a - c) * (b - d) < 0) count++;
    });
  });
  return count;
}
