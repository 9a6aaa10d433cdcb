/** Where everything stands: numbers only. `across` runs along a rank, `along` with the data. */
import type { XY } from '../../scene/shapes.js';
import { type FrameBox, framePads, placeFrames } from './frames.js';
import type { Model, Node } from './model.js';
import type { GraphOptions } from './options.js';
import { type Ports, portsOf } from './ports.js';
import { type RankedEdge, type RankedNode, rank } from './ranks.js';
import { type Crossing, tracksOf } from './tracks.js';

/** Room that the texts of a node take. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A node in its place. */
export interface PlacedNode {
  readonly node: Node;
  /** Its centre. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The whole figure. */
export interface GraphLayout {
  readonly nodes: readonly PlacedNode[];
  /** The points of each arrow, its tip last. */
  readonly edges: readonly (readonly XY[])[];
  readonly frames: readonly FrameBox[];
}

/** Where each rank begins and ends, and where each channel's tracks do. */
interface Bands {
  readonly begin: readonly number[];
  readonly end: readonly number[];
  /** First track of the channel after each rank. */
  readonly track: readonly number[];
}

/** Between tracks. */
const trackGap = 9;
/** From a rank to the first track, and from the last to the next rank; heads of arrows fit in it. */
const trackInset = 13;
/** Lanes that differ by less than this are one straight line. */
const straight = 8;

/**
 * Places a graph.
 *
 * @param model What to place.
 * @param roomOf Room of a node.
 * @param titleWidth Width of the title of a frame.
 * @param options The style's options.
 * @returns The figure.
 */
export function layout(
  model: Model,
  roomOf: (node: Node) => Room,
  titleWidth: (frame: string) => number,
  options: GraphOptions,
): GraphLayout {
  const down = options.direction === 'down';
  const sizeOf = (node: Node) => {
    const { width, height } = roomOf(node);
    return down ? { across: width, along: height } : { across: height, along: width };
  };
  const pads = framePads(down);
  const gap = options.nodeGap + (model.frames.length > 0 ? pads.low + pads.high : 0) / 2;
  const found = rank(model.nodes, model.edges, model.frames, sizeOf, gap);
  const ranked = { ...found, edges: found.edges.map(straighten) };
  const ports = portsOf(ranked);
  const channels = channelsOf(ranked.edges, ports, ranked.ranks);
  const spans = framePads(down).spans(model.frames, ranked);
  const bands = bandsOf(ranked.nodes, ranked.ranks, channels, spans, options.rankGap);

  const middle = ({ rank: at }: RankedNode) => ((bands.begin[at] ?? 0) + (bands.end[at] ?? 0)) / 2;
  const point = (across: number, along: number): XY =>
    down ? { x: across, y: along } : { x: along, y: across };
  const routes = ranked.edges.map((edge) =>
    route(edge, ports.get(edge) as Ports, channels, bands, middle),
  );
  return {
    nodes: ranked.nodes.map((entry) => ({
      node: entry.node,
      ...point(entry.across, middle(entry)),
      ...roomOf(entry.node),
    })),
    edges: routes.map((points) => points.map(([across, along]) => point(across, along))),
    frames: placeFrames(model.frames, ranked, bands, spans, routes, titleWidth, down),
  };
}

/** Takes out the small steps of the lanes of an arrow. */
function straighten(edge: RankedEdge): RankedEdge {
  let current: number | undefined;
  const lanes = edge.lanes.map((lane) => {
    current = current !== undefined && Math.abs(lane - current) < straight ? current : lane;
    return current;
  });
  return { ...edge, lanes };
}

/** The tracks of one channel, by arrow. */
interface Channel {
  readonly tracks: ReadonlyMap<RankedEdge, number>;
  readonly count: number;
}

/** Where an arrow is across as it leaves each channel that it goes through. */
function stops(edge: RankedEdge, ports: Ports): readonly number[] {
  const last = ports.side ? (edge.lanes.at(-1) ?? ports.out) : ports.in;
  return [...edge.lanes, last];
}

function channelsOf(
  edges: readonly RankedEdge[],
  ports: ReadonlyMap<RankedEdge, Ports>,
  ranks: number,
): Channel[] {
  const crossings = Array.from({ length: ranks }, () => new Map<RankedEdge, Crossing>());
  for (const edge of edges) {
    const ends = ports.get(edge) as Ports;
    let from = ends.out;
    stops(edge, ends).forEach((to, index) => {
      if (Math.abs(to - from) > 0.5) crossings[edge.from.rank + index]?.set(edge, { from, to });
      from = to;
    });
  }
  return crossings.map((channel) => {
    const { tracks, count } = tracksOf([...channel.values()]);
    return {
      tracks: new Map([...channel.keys()].map((edge, index) => [edge, tracks[index] ?? 0])),
      count,
    };
  });
}

function bandsOf(
  nodes: readonly RankedNode[],
  ranks: number,
  channels: readonly Channel[],
  spans: { readonly before: readonly number[]; readonly after: readonly number[] },
  rankGap: number,
): Bands {
  const thickness = new Array<number>(ranks).fill(0);
  for (const { rank: at, size } of nodes) thickness[at] = Math.max(thickness[at] ?? 0, size.along);
  const begin: number[] = [];
  const end: number[] = [];
  const track: number[] = [];
  let at = 0;
  for (let index = 0; index < ranks; index++) {
    at += spans.before[index] ?? 0;
    begin.push(at);
    at += thickness[index] ?? 0;
    end.push(at);
    at += spans.after[index] ?? 0;
    const count = channels[index]?.count ?? 0;
    const needed = count > 0 ? 2 * trackInset + (count - 1) * trackGap : 0;
    const room = Math.max(rankGap, needed);
    track.push(at + (room - Math.max(count - 1, 0) * trackGap) / 2);
    at += room;
  }
  return { begin, end, track };
}

/** The points of an arrow, across and along, from outline to outline. */
function route(
  edge: RankedEdge,
  ports: Ports,
  channels: readonly Channel[],
  bands: Bands,
  middle: (node: RankedNode) => number,
): [number, number][] {
  const { from, to } = edge;
  const points: [number, number][] = [[ports.out, middle(from) + reach(from, ports.out)]];
  let current = ports.out;
  stops(edge, ports).forEach((stop, index) => {
    const channel = from.rank + index;
    const track = channels[channel]?.tracks.get(edge);
    if (track !== undefined) {
      const along = (bands.track[channel] ?? 0) + track * trackGap;
      points.push([current, along], [stop, along]);
    }
    current = stop;
  });
  if (ports.side) {
    const edgeOfCircle = to.size.across / 2;
    points.push([current, middle(to)]);
    points.push([to.across + (ports.side === 'low' ? -edgeOfCircle : edgeOfCircle), middle(to)]);
  } else {
    points.push([current, middle(to) - reach(to, current)]);
  }
  return points;
}

/** How far the outline of a node is from its centre, along, at a place across. */
function reach({ node, size, across }: RankedNode, at: number): number {
  const half = size.along / 2;
  return node.kind === 'circle' ? Math.sqrt(Math.max(half ** 2 - (at - across) ** 2, 0)) : half;
}
