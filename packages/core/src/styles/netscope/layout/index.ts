/** The layout of layered graphs, in numbers only. */
import { directed } from './figure.js';
import { place } from './place.js';
import { regionsOf } from './regions.js';
import type { Graph, LayoutOptions, Placement } from './types.js';
import { wrap } from './wrap.js';

export { leastWidth } from './ports.js';
export type * from './types.js';

/**
 * Places a graph: boxes along the flow, nothing on anything else.
 *
 * @param graph Boxes, connections and frames, with their sizes. Boxes must be as
 *   wide as `leastWidth` says, or ends of connections come too near to each other.
 * @param options Direction, gaps, and where the flow breaks.
 * @returns Where everything stands.
 */
export function layoutGraph(graph: Graph, options: LayoutOptions): Placement {
  const down = options.direction === 'down';
  const regions = regionsOf(graph, down);
  const figure = place(graph, regions, options);
  return directed(wrap(figure, graph, regions, options), graph, down);
}
