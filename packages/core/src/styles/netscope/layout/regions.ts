/** Divides a graph into regions: the whole, and one for each frame, which is one vertex of the region around it. */
import { type Region, stubLength, Vertex, Wire } from './flow.js';
import { inPieces, type Piece } from './pieces.js';
import { labelGap, labelRise } from './ports.js';
import type { Graph } from './types.js';

/** A graph in regions. */
export interface Regions {
  /** Vertices of the boxes, in the order of the graph. */
  readonly boxes: readonly Vertex[];
  /** Vertices of the frames, by piece; outer ones before those in them. */
  readonly frames: readonly Vertex[];
  readonly pieces: readonly Piece[];
  /** The whole first, then one for each piece. */
  readonly regions: readonly Region[];
  /** For each edge the connections of which it consists, from its box on. */
  readonly ways: readonly (readonly Wire[])[];
}

interface Draft {
  readonly entries: Vertex[];
  readonly exits: Vertex[];
  readonly inner: Vertex[];
  readonly wires: Wire[];
}

/**
 * Divides a graph.
 *
 * @param graph The graph.
 * @param down Whether data flow down.
 * @returns Its regions.
 */
export function regionsOf(graph: Graph, down: boolean): Regions {
  const boxes = graph.nodes.map((node, index) => {
    const vertex = new Vertex('box', index);
    vertex.along = down ? node.height : node.width;
    vertex.half = (down ? node.width : node.height) / 2;
    vertex.before = -vertex.half;
    vertex.after = vertex.half;
    return vertex;
  });
  const { order, pieces, pieceOf } = inPieces(graph);
  const frames = pieces.map((_, index) => new Vertex('frame', index));
  const drafts: Draft[] = [];
  for (let index = 0; index <= pieces.length; index++) {
    drafts.push({ entries: [], exits: [], inner: [], wires: [] });
  }
  const draftOf = (piece: number): Draft => drafts[piece + 1] as Draft;
  const parentOf = (piece: number): number => pieces[piece]?.parent ?? -1;

  let entered = 0;
  for (const node of order) {
    const piece = pieceOf[node] as number;
    // Pieces are numbered in the order in which their first box comes.
    for (; entered <= piece; entered++) {
      draftOf(parentOf(entered)).inner.push(frames[entered] as Vertex);
    }
    draftOf(piece).inner.push(boxes[node] as Vertex);
  }

  const exits = new Map<string, Vertex>();
  const sources = new Map<Vertex, number>();
  const entries = new Map<string, { stub: Vertex; wire: Wire }>();
  const depthOf = (piece: number): number => pieces[piece]?.depth ?? -1;
  const edges = graph.edges.map((edge, index) => ({ ...edge, index }));
  // What is taken first enters a frame first.
  if (pieces.length > 0) edges.sort((a, b) => a.to - b.to || a.input - b.input);
  const ways: Wire[][] = new Array(edges.length);
  for (const { from, port, to, index } of edges) {
    let left = pieceOf[from] as number;
    let right = pieceOf[to] as number;
    let vertex = boxes[from] as Vertex;
    let exit: Vertex | undefined;
    const way: Wire[] = [];
    const inwards: number[] = [];
    while (left !== right) {
      if (depthOf(left) >= depthOf(right)) {
        const key = `${left} ${from} ${port}`;
        let stub = exits.get(key);
        if (!stub) {
          stub = new Vertex('exit', -1);
          exits.set(key, stub);
          sources.set(stub, from);
          draftOf(left).exits.push(stub);
          draftOf(left).wires.push(
            new Wire(vertex, stub, way.length === 0 ? port : 0, exit, undefined),
          );
        }
        way.push(stub.inWires[0] as Wire);
        vertex = frames[left] as Vertex;
        exit = stub;
        left = parentOf(left);
      } else {
        inwards.push(right);
        right = parentOf(right);
      }
    }
    let region = left;
    for (const piece of inwards.reverse()) {
      const key = `${piece} ${from} ${port}`;
      let entry = entries.get(key);
      if (!entry) {
        const stub = new Vertex('entry', -1);
        const outer = way.length === 0 ? port : 0;
        const wire = new Wire(vertex, frames[piece] as Vertex, outer, exit, stub);
        draftOf(region).wires.push(wire);
        draftOf(piece).entries.push(stub);
        entry = { stub, wire };
        entries.set(key, entry);
      }
      way.push(entry.wire);
      vertex = entry.stub;
      exit = undefined;
      region = piece;
    }
    const wire = new Wire(
      vertex,
      boxes[to] as Vertex,
      way.length === 0 ? port : 0,
      exit,
      undefined,
    );
    draftOf(region).wires.push(wire);
    way.push(wire);
    ways[index] = way;
  }

  // What leaves last is the trunk.
  for (const draft of drafts) {
    draft.exits.sort((a, b) => (sources.get(b) ?? 0) - (sources.get(a) ?? 0));
  }
  graph.nodes.forEach((node, index) => {
    const vertex = boxes[index] as Vertex;
    vertex.stub = stubOf(node.labels, vertex, down);
  });
  return {
    boxes,
    frames,
    pieces,
    regions: drafts.map((draft, index) => finish(draft, frames[index - 1])),
    ways,
  };
}

/** Straight room below a box along its labels; makes the box reach as far as they do. */
function stubOf(labels: Graph['nodes'][number]['labels'], vertex: Vertex, down: boolean): number {
  let stub = stubLength;
  let widest = 0;
  let together = 0;
  const ports = new Set(vertex.outWires.map(({ port }) => port));
  for (const port of ports) {
    const label = labels?.[port];
    if (!label) continue;
    stub = Math.max(stub, down ? 2 * stubLength + label.height : 2 * labelGap + label.width);
    widest = Math.max(widest, down ? label.width : 2 * (label.height + labelRise));
    together += (down ? label.width : label.height) + labelGap;
  }
  // Which of several stands on the axis is not known yet, so there is room for all on either side.
  const reach = ports.size < 2 ? widest / 2 : together - widest / 2;
  vertex.before = Math.min(vertex.before, -reach);
  if (down) vertex.after = Math.max(vertex.after, reach);
  return stub;
}

/** Puts all of a region in the order of the flow. */
function finish({ entries, exits, inner, wires }: Draft, frame: Vertex | undefined): Region {
  const vertices = [...entries, ...inner, ...exits];
  vertices.forEach((vertex, index) => {
    vertex.position = index;
  });
  return { frame, entries, exits, vertices, wires };
}
