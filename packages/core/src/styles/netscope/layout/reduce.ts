/** Finds what runs in series and what runs in parallel, in linear time. */
import { greatest } from './extremes.js';
import { type Region, Vertex, type Wire } from './flow.js';
import { link, Strand, strandsFrom, strandsInto, unlink } from './strands.js';

/** A side branch is put beside what it leaves or enters when it is this many times shorter. */
const muchShorter = 3;

/** A region while its strands are joined: one vertex before all others, and one after them. */
export class Reduction {
  readonly source = new Vertex('end', -1);
  readonly sink = new Vertex('end', -1);
  readonly #queue: Vertex[] = [];

  /**
   * Makes the strands of a region, and joins all that can be.
   *
   * @param region The region.
   */
  constructor(readonly region: Region) {
    measureWays(region);
    const main = new Set<Wire>();
    for (const vertex of region.vertices) {
      const wire = mainWireInto(vertex);
      if (wire) main.add(wire);
    }
    for (const vertex of region.vertices) {
      const mainOut = mainWireFrom(vertex);
      for (const wire of vertex.outWires) {
        const strand = new Strand('bare', wire.from, wire.to);
        strand.wire = wire;
        strand.mainOut = wire === mainOut;
        strand.mainIn = main.has(wire);
        link(strand);
      }
    }
    for (const vertex of region.vertices) {
      if (vertex.ins === 0) this.#bind(this.source, vertex);
      if (vertex.outs === 0) this.#bind(vertex, this.sink);
    }
    for (const vertex of region.vertices) this.#joinTwins(vertex);
    for (let index = region.vertices.length - 1; index >= 0; index--) {
      this.#enqueue(region.vertices[index] as Vertex);
    }
    this.run();
  }

  /**
   * The one strand that is left, if all could be joined.
   *
   * @returns It, or nothing.
   */
  whole(): Strand | undefined {
    const { firstOut } = this.source;
    return this.source.outs === 1 && firstOut?.bottom === this.sink ? firstOut : undefined;
  }

  /**
   * Adds a strand, and joins it with one that has the same ends.
   *
   * @param added The strand.
   */
  add(added: Strand): void {
    if (this.#putBeside(added)) return;
    const twin = this.#twinOf(added);
    if (twin) unlink(twin);
    const strand = twin ? parallel(twin, added) : added;
    if (twin && this.#putBeside(strand)) return;
    link(strand);
    this.#enqueue(strand.top);
    this.#enqueue(strand.bottom);
  }

  /** Joins as long as there is something to join. */
  run(): void {
    for (let vertex = this.#queue.pop(); vertex; vertex = this.#queue.pop()) {
      vertex.queued = false;
      const { firstIn: upper, firstOut: lower } = vertex;
      if (vertex.taken || vertex.ins !== 1 || vertex.outs !== 1 || !upper || !lower) continue;
      unlink(upper);
      unlink(lower);
      vertex.taken = true;
      this.add(series(upper, vertex, lower));
    }
  }

  #enqueue(vertex: Vertex): void {
    if (vertex.queued || vertex.kind === 'end') return;
    vertex.queued = true;
    this.#queue.push(vertex);
  }

  /** Holds an end of the region to what is before or after all. */
  #bind(top: Vertex, bottom: Vertex): void {
    const strand = new Strand('bare', top, bottom);
    strand.mainOut = true;
    strand.mainIn = true;
    link(strand);
  }

  /** Joins connections with the same ends. */
  #joinTwins(vertex: Vertex): void {
    if (vertex.outs < 2) return;
    const byBottom = new Map<Vertex, Strand>();
    for (const strand of strandsFrom(vertex).reverse()) {
      const twin = byBottom.get(strand.bottom);
      if (twin) {
        unlink(twin);
        unlink(strand);
      }
      const joined = twin ? parallel(twin, strand) : strand;
      if (twin) link(joined);
      byBottom.set(strand.bottom, joined);
    }
  }

  /** The strand that has the same ends, if there is one. */
  #twinOf({ top, bottom }: Strand): Strand | undefined {
    if (top.outs <= bottom.ins) {
      for (let twin = top.firstOut; twin; twin = twin.nextOut)
        if (twin.bottom === bottom) return twin;
    } else {
      for (let twin = bottom.firstIn; twin; twin = twin.nextIn) if (twin.top === top) return twin;
    }
    return undefined;
  }

  /** Makes a short strand that ends or begins by itself a side branch of the vertex it hangs on. */
  #putBeside(strand: Strand): boolean {
    const { top, bottom } = strand;
    if (bottom === this.sink && top !== this.source) {
      if (strand.mainOut || strand.holdsExit || strand.length * muchShorter >= top.height)
        return false;
      top.tails ??= [];
      top.tails.push(strand);
      this.#enqueue(top);
      return true;
    }
    if (top === this.source && bottom !== this.sink) {
      if (strand.mainIn || strand.holdsEntry || strand.length * muchShorter >= bottom.depth)
        return false;
      bottom.heads ??= [];
      bottom.heads.push(strand);
      this.#enqueue(bottom);
      return true;
    }
    return false;
  }
}

/** Boxes on the longest ways from the beginning and to the end. */
function measureWays({ vertices }: Region): void {
  for (const vertex of vertices) {
    let depth = 0;
    for (const { from } of vertex.inWires) depth = Math.max(depth, from.depth);
    vertex.depth = depth + weightOf(vertex);
  }
  for (let index = vertices.length - 1; index >= 0; index--) {
    const vertex = vertices[index] as Vertex;
    let height = 0;
    for (const { to } of vertex.outWires) height = Math.max(height, to.height + weightOf(to));
    vertex.height = height;
  }
}

const weightOf = (vertex: Vertex): number =>
  vertex.kind === 'box' || vertex.kind === 'frame' ? 1 : 0;

function mainWireFrom(vertex: Vertex) {
  let main = vertex.outWires[0];
  let most = -1;
  for (const wire of vertex.outWires) {
    const way = wire.to.height + weightOf(wire.to);
    if (way > most) {
      most = way;
      main = wire;
    }
  }
  return main;
}

function mainWireInto(vertex: Vertex) {
  let main = vertex.inWires[0];
  for (const wire of vertex.inWires) if (wire.from.depth > (main?.from.depth ?? 0)) main = wire;
  return main;
}

/** Joins two strands with the vertex between them; the upper one grows, if it is a series already. */
function series(upper: Strand, middle: Vertex, lower: Strand): Strand {
  const grows = upper.kind === 'series';
  const strand = grows ? upper : new Strand('series', upper.top, lower.bottom);
  if (grows) {
    strand.bottom = lower.bottom;
    strand.parts.push(lower);
    strand.vertices.push(middle);
  } else {
    strand.parts = [upper, lower];
    strand.vertices = [middle];
  }
  strand.length = upper.length + weightOf(middle) + lower.length;
  strand.first = Math.min(upper.first, middle.position);
  strand.mainOut = upper.mainOut;
  strand.mainIn = lower.mainIn;
  strand.holdsEntry = upper.holdsEntry || lower.holdsEntry || middle.kind === 'entry';
  strand.holdsExit = upper.holdsExit || lower.holdsExit || middle.kind === 'exit';
  return strand;
}

function parallel(a: Strand, b: Strand): Strand {
  const strand = new Strand('parallel', a.top, a.bottom);
  if (a.kind !== 'parallel') {
    strand.parts = b.kind === 'parallel' ? [a, ...b.parts] : [a, b];
  } else {
    // Of many twins the first grows, so that all of them together take linear time.
    strand.parts = a.parts;
    for (const part of b.kind === 'parallel' ? b.parts : [b]) strand.parts.push(part);
  }
  strand.length = Math.max(a.length, b.length);
  strand.first = Math.min(a.first, b.first);
  strand.mainOut = a.mainOut || b.mainOut;
  strand.mainIn = a.mainIn || b.mainIn;
  strand.holdsEntry = a.holdsEntry || b.holdsEntry;
  strand.holdsExit = a.holdsExit || b.holdsExit;
  return strand;
}

/**
 * A strand of what can be joined neither in series nor in parallel.
 *
 * @param top The vertex before it.
 * @param bottom The vertex after it.
 * @param vertices Vertices within.
 * @returns The strand, with all strands that leave those vertices or enter them; they are in no list any more.
 */
export function weave(top: Vertex, bottom: Vertex, vertices: readonly Vertex[]): Strand {
  const strand = new Strand('woven', top, bottom);
  strand.vertices = [...vertices];
  const parts = new Set<Strand>();
  for (const vertex of vertices) {
    for (const part of strandsInto(vertex)) parts.add(part);
    for (const part of strandsFrom(vertex)) parts.add(part);
  }
  strand.parts = [...parts];
  for (const part of strand.parts) {
    unlink(part);
    strand.mainOut ||= part.top === top && part.mainOut;
    strand.mainIn ||= part.bottom === bottom && part.mainIn;
    strand.holdsEntry ||= part.holdsEntry;
    strand.holdsExit ||= part.holdsExit;
  }
  let length = 0;
  for (const vertex of vertices) {
    vertex.taken = true;
    length += weightOf(vertex);
    strand.first = Math.min(strand.first, vertex.position);
    strand.holdsEntry ||= vertex.kind === 'entry';
    strand.holdsExit ||= vertex.kind === 'exit';
  }
  strand.length =
    length +
    greatest(
      strand.parts.map((part) => part.length),
      0,
    );
  return strand;
}
