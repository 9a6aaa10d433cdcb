/** Places all regions of a graph, the ends of its connections, and what stands along them. */
import { arrange, type Extent } from './arrange.js';
import { type Channel, placeTurns } from './channels.js';
import { placeInputs, placeOutputs } from './ends.js';
import type { Figure } from './figure.js';
import { type Region, stubLength, type Vertex } from './flow.js';
import { type FrameBox, frameAround, shiftInto } from './frames.js';
import { labelGap, labelRise, outputGap } from './ports.js';
import type { Regions } from './regions.js';
import { type Gap, route, turn } from './routes.js';
import type { Graph, LayoutOptions } from './types.js';

/** A frame without title. */
const untitled = { width: 0, height: 0 };

/**
 * Places a graph along one flow.
 *
 * @param graph The graph.
 * @param divided Its regions.
 * @param options Direction and gaps.
 * @returns Everything in its place.
 */
export function place(graph: Graph, divided: Regions, options: LayoutOptions): Figure {
  const down = options.direction === 'down';
  const { frames, extents } = placeRegions(graph, divided, options);
  placeEnds(graph, divided, options.direction);
  for (const { wires } of divided.regions) turn(wires);
  for (const { channels } of extents) for (const channel of channels) placeTurns(channel);
  const lines = divided.ways.map((way, index) => {
    const edge = graph.edges[index];
    const label = edge && down ? graph.nodes[edge.from]?.labels?.[edge.port] : undefined;
    return route(way, label && gapOf(way[0]?.from, label.height));
  });
  const boxes = divided.boxes.map(({ x, y, half, along }) => ({
    x: x - half,
    y,
    across: 2 * half,
    along,
  }));
  return { boxes, frames, lines, labels: placeLabels(graph, divided, down) };
}

/** Where the label of an output interrupts its lines. */
function gapOf(from: Vertex | undefined, height: number): Gap | undefined {
  if (!from) return undefined;
  const start = from.y + from.along + stubLength;
  return { start, end: start + height };
}

/** Places regions, the inner ones first, and moves them into their frames. */
function placeRegions(
  graph: Graph,
  { regions, pieces }: Regions,
  options: LayoutOptions,
): { readonly frames: Figure['frames']; readonly extents: Iterable<Extent> } {
  const boxes = new Map<Region, FrameBox>();
  const extents = new Map<Region, Extent>();
  for (let index = regions.length - 1; index >= 0; index--) {
    const region = regions[index] as Region;
    const extent = arrange(region, options);
    extents.set(region, extent);
    const piece = pieces[index - 1];
    if (!piece) continue;
    const title = piece.continued ? undefined : graph.frames[piece.frame]?.title;
    boxes.set(region, frameAround(region, extent, title ?? untitled, options.direction === 'down'));
  }
  const frames: Figure['frames'][number][] = [];
  regions.forEach((region, index) => {
    const [piece, frame, vertex] = [pieces[index - 1], boxes.get(region), region.frame];
    if (!piece || !frame || !vertex) return;
    const { dx, dy } = shiftInto(region, frame);
    move(region, extents.get(region)?.channels ?? [], dx, dy);
    frames.push({
      x: vertex.x + vertex.before,
      y: vertex.y,
      across: frame.after - frame.before,
      along: frame.along,
      frame: piece.frame,
      continued: piece.continued,
    });
  });
  return { frames, extents: extents.values() };
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
  for (const wire of wires) wire.lane += dx;
}

/** Places the ends of all connections: where they leave first, since some come straight from there. */
function placeEnds(
  graph: Graph,
  { regions }: Regions,
  direction: LayoutOptions['direction'],
): void {
  for (const { vertices } of regions) {
    for (const vertex of vertices) {
      const labels = graph.nodes[vertex.index]?.labels;
      placeOutputs(vertex, (before, after) =>
        outputGap(labels?.[before], labels?.[after], direction),
      );
    }
  }
  for (const { vertices } of regions) for (const vertex of vertices) placeInputs(vertex);
}

function placeLabels(graph: Graph, { boxes }: Regions, down: boolean): Figure['labels'] {
  const placed: Figure['labels'][number][] = [];
  boxes.forEach((vertex, node) => {
    const labels = graph.nodes[node]?.labels;
    if (!labels) return;
    const end = vertex.y + vertex.along;
    const ports = new Map(vertex.outWires.map(({ port, fromX }) => [port, fromX]));
    labels.forEach((label, port) => {
      const at = ports.get(port);
      if (!label || at === undefined) return;
      const { width, height } = label;
      placed.push(
        down
          ? { node, port, x: at - width / 2, y: end + stubLength, across: width, along: height }
          : {
              node,
              port,
              x: at - labelRise - height,
              y: end + labelGap,
              across: height,
              along: width,
            },
      );
    });
  });
  return placed;
}
