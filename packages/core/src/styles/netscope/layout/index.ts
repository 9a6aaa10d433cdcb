/** The layout of layered graphs, in numbers only. */
import { arrange, type Extent } from './arrange.js';
import { type Channel, placeTurns } from './channels.js';
import { placeInputs, placeOutputs } from './ends.js';
import { type Region, stubLength, type Vertex } from './flow.js';
import { type FrameBox, frameAround, shiftInto, titleOffset } from './frames.js';
import { labelGap, labelRise, outputGap } from './ports.js';
import { type Regions, regionsOf } from './regions.js';
import { type Gap, route, turn } from './routes.js';
import type {
  Graph,
  LayoutOptions,
  PlacedEdge,
  PlacedFrame,
  PlacedLabel,
  Placement,
} from './types.js';

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
  const divided = regionsOf(graph, down);
  const { frames, channels } = placeRegions(graph, divided, options);
  const point = (across: number, along: number): [number, number] =>
    down ? [across, along] : [along, across];
  placeEnds(graph, divided, down);
  for (const { wires } of divided.regions) turn(wires);
  for (const channel of channels) placeTurns(channel);
  const labels = placeLabels(graph, divided, down);
  const edges: PlacedEdge[] = divided.ways.map((way, index) => {
    const edge = graph.edges[index];
    const label = edge && down ? graph.nodes[edge.from]?.labels?.[edge.port] : undefined;
    const { from } = way[0] ?? {};
    const bottom = from ? from.y + from.along : 0;
    const gap: Gap | undefined = label && {
      start: bottom + stubLength,
      end: bottom + stubLength + label.height,
    };
    return { commands: route(way, gap, point) };
  });
  const nodes = divided.boxes.map(({ x, y, half }) => {
    const [left, top] = point(x - half, y);
    return { x: left, y: top };
  });
  return { nodes, edges, labels, frames };
}

/** Places regions, the inner ones first, and moves them into their frames. */
function placeRegions(
  graph: Graph,
  { regions, pieces, frames }: Regions,
  options: LayoutOptions,
): { readonly frames: readonly PlacedFrame[]; readonly channels: readonly Channel[] } {
  const down = options.direction === 'down';
  const boxes: FrameBox[] = [];
  const extents: Extent[] = [];
  for (let index = regions.length - 1; index >= 0; index--) {
    const region = regions[index];
    if (!region) continue;
    const extent = arrange(region, options);
    extents[index] = extent;
    const piece = pieces[index - 1];
    if (!piece) continue;
    const title = piece.continued ? undefined : graph.frames[piece.frame]?.title;
    boxes[index - 1] = frameAround(region, extent, title ?? { width: 0, height: 0 }, down);
  }
  const placed = pieces.map((piece, index) => {
    const region = regions[index + 1];
    const frame = boxes[index];
    const vertex = frames[index];
    if (!region || !frame || !vertex) throw new RangeError('A frame has no region.');
    const { dx, dy } = shiftInto(region, frame);
    move(region, extents[index + 1]?.channels ?? [], dx, dy);
    const across = frame.after - frame.before;
    const [x, y] = [vertex.x + vertex.before, vertex.y];
    const box = down
      ? { x, y, width: across, height: frame.along }
      : { x: y, y: x, width: frame.along, height: across };
    return {
      id: graph.frames[piece.frame]?.id ?? '',
      ...box,
      titleX: box.x + titleOffset(),
      titleY: box.y + titleOffset(),
      continued: piece.continued,
    };
  });
  return { frames: placed, channels: extents.flatMap(({ channels }) => channels) };
}

function move(
  { vertices, wires }: Region,
  channels: readonly Channel[],
  dx: number,
  dy: number,
): void {
  for (const channel of channels) channel.y += dy;
  for (const vertex of vertices) {
    vertex.x += dx;
    vertex.y += dy;
  }
  for (const wire of wires) {
    wire.lane += dx;
    for (const bend of wire.bends ?? []) bend.x += dx;
  }
}

/** Places the ends of all connections: where they leave first, since some come straight from there. */
function placeEnds(graph: Graph, { regions }: Regions, down: boolean): void {
  const gapsOf = (vertex: Vertex) => {
    const labels = graph.nodes[vertex.index]?.labels;
    return (before: number, after: number) =>
      outputGap(labels?.[before], labels?.[after], down ? 'down' : 'right');
  };
  for (const { vertices } of regions) {
    for (const vertex of vertices) placeOutputs(vertex, gapsOf(vertex));
  }
  for (const { vertices } of regions) for (const vertex of vertices) placeInputs(vertex);
}

function placeLabels(graph: Graph, { boxes }: Regions, down: boolean): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  boxes.forEach((vertex, node) => {
    const labels = graph.nodes[node]?.labels;
    if (!labels) return;
    const end = vertex.y + vertex.along;
    const ports = new Map(vertex.outWires.map(({ port, fromX }) => [port, fromX]));
    labels.forEach((label, port) => {
      const at = ports.get(port);
      if (!label || at === undefined) return;
      placed.push(
        down
          ? { node, port, x: at - label.width / 2, y: end + stubLength }
          : { node, port, x: end + labelGap, y: at - labelRise - label.height },
      );
    });
  });
  return placed;
}
