/** Orders the items of a weave from side to side so that nothing crosses, where the graph can be drawn so. */

import type { Stretches } from './layers.js';
import { beginsOnce, hasOutputs, topWire } from './outputs.js';
import { type Embedding, embed } from './planarity.js';
import type { Strand } from './strands.js';
import { above, below, nowhere, type Weave } from './weave.js';

/** Trials times vertices that are spent on sources and sinks within. */
const patience = 60_000;

/** An order without crossings. */
export interface UpwardOrder {
  /** A number for each item; of two in one layer the one with the smaller number stands before the other. */
  readonly numbers: Float64Array;
  /** Pairs of items of which the first must end before the second begins, though nothing joins them. */
  readonly holds: readonly (readonly [number, number])[];
}

/**
 * Finds an order without crossings.
 *
 * @param weave The items.
 * @param stretches Where they are along the flow, if nothing is in the way.
 * @returns The order; nothing where none is found.
 */
export function upwardOrder(weave: Weave, stretches: Stretches): UpwardOrder | undefined {
  const graph = graphOf(weave, stretches);
  const embedding = close(weave, graph);
  if (!embedding) return undefined;
  const holds: [number, number][] = [];
  graph.items.forEach((item, edge) => {
    if (item !== nowhere) return;
    const first = graph.owners[graph.tops[edge] as number] as number;
    const second = graph.owners[graph.bottoms[edge] as number] as number;
    if (first >= 0 && second >= 0) holds.push([first, second]);
  });
  return { numbers: numbersOf(weave, graph, embedding), holds };
}

/** A graph with one source and one sink, or on the way there. */
interface UpwardGraph {
  /** Weave vertices, then what is before and after all, then outputs and loose ends of strands. */
  readonly count: number;
  readonly source: number;
  readonly sink: number;
  readonly tops: number[];
  readonly bottoms: number[];
  /** The item of each edge; -1 of those that only hold sources and sinks. */
  readonly items: number[];
  /** Where each vertex is along the flow. */
  readonly place: Float64Array;
  /** The item that a vertex stands for, or is the loose end of; -1 for none. */
  readonly owners: Int32Array;
}

function graphOf(weave: Weave, { starts, ends }: Stretches): UpwardGraph {
  const { vertices, strands, count, top, bottom } = weave;
  const source = vertices.length;
  const sink = source + 1;
  let next = sink + 1;
  const tops: number[] = [];
  const bottoms: number[] = [];
  const items: number[] = [];
  const place: number[] = vertices.map((_, at) => starts[at] as number);
  place.push(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const owners: number[] = [...vertices.keys(), nowhere, nowhere];
  // What leaves one output stays together, so each of several is a vertex by itself.
  const outputs = new Map<string, number>();
  const outputOf = (vertex: number, item: number): number => {
    const strand = strands[item - vertices.length];
    if (!strand || !hasOutputs(strand.top)) return vertex;
    const key = `${vertex} ${outputAt(strand)}`;
    const known = outputs.get(key);
    if (known !== undefined) return known;
    const output = next++;
    place.push(place[vertex] as number);
    owners.push(nowhere);
    tops.push(vertex);
    bottoms.push(output);
    items.push(nowhere);
    outputs.set(key, output);
    return output;
  };
  for (let item = vertices.length; item < count; item++) {
    const [start, end] = [top[item] as number, bottom[item] as number];
    let [a, b] = [start, end];
    if (start === above) a = source;
    if (end === below) b = sink;
    if (start === nowhere) {
      a = next++;
      place.push(starts[item] as number);
      owners.push(item);
    } else a = outputOf(a, item);
    if (end === nowhere) {
      b = next++;
      place.push(ends[item] as number);
      owners.push(item);
    }
    tops.push(a);
    bottoms.push(b);
    items.push(item);
  }
  return {
    count: next,
    source,
    sink,
    tops,
    bottoms,
    items,
    place: Float64Array.from(place),
    owners: Int32Array.from(owners),
  };
}

/** Which output of its top a strand leaves; one by itself where it leaves several. */
function outputAt(strand: Strand): string {
  if (!beginsOnce(strand)) return `${strand.first} ${strand.bottom.position}`;
  const wire = topWire(strand);
  return wire?.exit ? `exit ${wire.exit.position}` : `port ${wire?.port}`;
}

/** Gives every vertex something before and after it, as long as nothing crosses. */
function close({ vertices }: Weave, graph: UpwardGraph): Embedding | undefined {
  const { count, source, sink, tops, bottoms, items, place } = graph;
  const draw = () => embed(count, Int32Array.from(tops), Int32Array.from(bottoms));
  // Source and sink must see each other, outside of all.
  const hold = (a: number, b: number) => {
    tops.push(a);
    bottoms.push(b);
    items.push(nowhere);
  };
  const release = () => {
    tops.pop();
    bottoms.pop();
    items.pop();
  };
  hold(source, sink);
  let embedding = draw();
  if (!embedding) return undefined;
  const [ins, outs] = [new Uint8Array(count), new Uint8Array(count)];
  tops.forEach((vertex, edge) => {
    outs[vertex] = 1;
    ins[bottoms[edge] as number] = 1;
  });
  const byPlace = Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => (place[a] as number) - (place[b] as number) || a - b,
  );
  let left = patience;
  const attach = (candidates: readonly number[], tie: (other: number) => void): boolean => {
    for (const other of candidates) {
      left -= count;
      if (left < 0) return false;
      tie(other);
      const drawn = draw();
      if (drawn) {
        embedding = drawn;
        return true;
      }
      release();
    }
    return false;
  };
  const latestFirst = [...byPlace].reverse();
  const holdSink = (vertex: number): boolean => {
    const isExit = vertices[vertex]?.kind === 'exit';
    const after = isExit ? [sink] : latestFirst.slice(0, latestFirst.indexOf(vertex));
    return attach(after, (other) => hold(vertex, other));
  };
  const holdSource = (vertex: number): boolean => {
    const isEntry = vertices[vertex]?.kind === 'entry';
    const before = isEntry ? [source] : byPlace.slice(0, byPlace.indexOf(vertex));
    return attach(before, (other) => hold(other, vertex));
  };
  const sources = byPlace.filter((vertex) => ins[vertex] === 0 && vertex !== source);
  const sinks = latestFirst.filter((vertex) => outs[vertex] === 0 && vertex !== sink);
  // What begins and ends all comes first, so that the others find their places between.
  const [first, ...laterSources] = sources;
  if (first !== undefined && !holdSource(first)) return undefined;
  if (!sinks.every(holdSink) || !laterSources.every(holdSource)) return undefined;
  return embedding;
}

/** Numbers items so that what is on one side of another comes before it. */
function numbersOf(weave: Weave, graph: UpwardGraph, embedding: Embedding): Float64Array {
  const { count, source, sink, items } = graph;
  const outs: number[][] = Array.from({ length: count }, () => []);
  for (let vertex = 0; vertex < count; vertex++) {
    outs[vertex] = outEnds(graph, embedding, vertex).map((end) => end >> 1);
  }
  // The edge that holds source and sink lies outside of all, so the others follow it around the source.
  const around = outs[source] as number[];
  const outer = around.findIndex((edge) => items[edge] === nowhere && graph.bottoms[edge] === sink);
  outs[source] = [...around.slice(outer + 1), ...around.slice(0, outer)];
  const numbers = new Float64Array(weave.count);
  let number = 0;
  const visited = new Uint8Array(count);
  const at = new Int32Array(count);
  const open = [source];
  visited[source] = 1;
  const arrivals: number[] = [];
  while (open.length > 0) {
    const vertex = open.at(-1) as number;
    const edges = outs[vertex] as number[];
    const index = at[vertex] as number;
    if (index < edges.length) {
      at[vertex] = index + 1;
      const edge = edges[index] as number;
      const next = graph.bottoms[edge] as number;
      if (visited[next] === 0) {
        visited[next] = 1;
        open.push(next);
        arrivals.push(edge);
      } else if ((items[edge] as number) >= 0) {
        numbers[items[edge] as number] = number++;
      }
      continue;
    }
    open.pop();
    if (vertex < weave.vertices.length) numbers[vertex] = number++;
    const arrival = arrivals.pop();
    if (arrival !== undefined && (items[arrival] as number) >= 0) {
      numbers[items[arrival] as number] = number++;
    }
  }
  if (!asWritten(weave, numbers))
    for (let item = 0; item < numbers.length; item++) numbers[item] = -(numbers[item] as number);
  return numbers;
}

/** Ends of the edges that leave a vertex, in their order around it, beginning after those that enter. */
function outEnds({ tops }: UpwardGraph, { next, first }: Embedding, vertex: number): number[] {
  const start = first[vertex] as number;
  if (start < 0) return [];
  const ends: number[] = [];
  let end = start;
  do {
    ends.push(end);
    end = next[end] as number;
  } while (end !== start);
  const leaves = (at: number) => tops[at >> 1] === vertex && (at & 1) === 0;
  let from = 0;
  for (let index = 0; index < ends.length; index++) {
    const before = ends[(index + ends.length - 1) % ends.length] as number;
    if (leaves(ends[index] as number) && !leaves(before)) from = index;
  }
  return [...ends.slice(from), ...ends.slice(0, from)].filter(leaves);
}

/** Whether skips are after what they skip, and branches as written, rather than the other way round. */
function asWritten({ strands, vertices, outs, ins, solid }: Weave, numbers: Float64Array): boolean {
  let agreeing = 0;
  const compare = (items: readonly number[], isMain: (strand: Strand) => boolean) => {
    for (let index = 1; index < items.length; index++) {
      const [a, b] = [items[index - 1] as number, items[index] as number];
      const [first, second] = [strands[a - vertices.length], strands[b - vertices.length]];
      if (!first || !second) continue;
      // The longest way is the trunk, which stands before what skips it.
      let before = isMain(first);
      if (before === isMain(second)) before = solid[a] === 1 || solid[b] === 0;
      const ahead = (numbers[a] as number) < (numbers[b] as number);
      agreeing += ahead === before ? 1 : -1;
    }
  };
  for (const items of outs) compare(items, ({ mainOut }) => mainOut);
  for (const items of ins) compare(items, ({ mainIn }) => mainIn);
  return agreeing >= 0;
}
