/**
 * Draws a graph without crossings, if there is a way: the left-right test (de
 * Fraysseix, Rosenstiehl, 1985; Brandes: The left-right planarity test, 2009),
 * in linear time and without recursion.
 */

/** Around each vertex the ends of its edges: `2 e` is the end of edge e at its first vertex, `2 e + 1` at its second. */
export interface Embedding {
  /** The end that follows an end around their vertex. */
  readonly next: Int32Array;
  /** Any end at each vertex; -1 where there is none. */
  readonly first: Int32Array;
}

/** Return edges that must lie on the same side, from the one that returns highest to the lowest; -1 for none. */
interface Interval {
  low: number;
  high: number;
}

/** Two intervals that must lie on different sides. */
interface Pair {
  left: Interval;
  right: Interval;
}

const nothing = -1;

/**
 * Finds an order of the edges around each vertex in which none cross.
 *
 * @param count How many vertices there are.
 * @param firsts First vertex of each edge.
 * @param seconds Second vertex of each edge.
 * @returns The order, or nothing where edges have to cross.
 */
export function embed(
  count: number,
  firsts: Int32Array,
  seconds: Int32Array,
): Embedding | undefined {
  const edges = firsts.length;
  if (count > 2 && edges > 3 * count - 6) return undefined;
  const test = new LeftRight(count, firsts, seconds);
  test.orient();
  return test.separate() ? test.embedding() : undefined;
}

class LeftRight {
  readonly #count: number;
  readonly #firsts: Int32Array;
  readonly #tail: Int32Array;
  readonly #head: Int32Array;
  readonly #parent: Int32Array;
  readonly #height: Int32Array;
  readonly #lowest: Int32Array;
  readonly #second: Int32Array;
  readonly #nesting: Int32Array;
  readonly #reference: Int32Array;
  readonly #side: Int8Array;
  readonly #lowestEdge: Int32Array;
  readonly #bottom: Int32Array;
  readonly #around: number[][];
  readonly #roots: number[] = [];
  readonly #pairs: Pair[] = [];

  constructor(count: number, firsts: Int32Array, seconds: Int32Array) {
    const edges = firsts.length;
    this.#count = count;
    this.#firsts = firsts;
    this.#tail = firsts.slice();
    this.#head = seconds.slice();
    this.#parent = new Int32Array(count).fill(nothing);
    this.#height = new Int32Array(count).fill(nothing);
    this.#lowest = new Int32Array(edges);
    this.#second = new Int32Array(edges);
    this.#nesting = new Int32Array(edges);
    this.#reference = new Int32Array(edges).fill(nothing);
    this.#side = new Int8Array(edges).fill(1);
    this.#lowestEdge = new Int32Array(edges);
    this.#bottom = new Int32Array(edges);
    this.#around = Array.from({ length: count }, () => []);
    for (let edge = 0; edge < edges; edge++) {
      this.#around[firsts[edge] as number]?.push(edge);
      this.#around[seconds[edge] as number]?.push(edge);
    }
  }

  /** Directs edges along a depth-first search, and finds how high the ways on from each return. */
  orient(): void {
    const directed = new Uint8Array(this.#firsts.length);
    const at = new Int32Array(this.#count);
    for (let root = 0; root < this.#count; root++) {
      if (this.#height[root] !== nothing) continue;
      this.#height[root] = 0;
      this.#roots.push(root);
      const open = [root];
      while (open.length > 0) {
        const vertex = open.at(-1) as number;
        const around = this.#around[vertex] as number[];
        const index = at[vertex] as number;
        if (index === around.length) {
          open.pop();
          const parent = this.#parent[vertex] as number;
          if (parent !== nothing) this.#leave(parent);
          continue;
        }
        at[vertex] = index + 1;
        const edge = around[index] as number;
        if (directed[edge] === 1) continue;
        directed[edge] = 1;
        if (this.#tail[edge] !== vertex) {
          this.#head[edge] = this.#tail[edge] as number;
          this.#tail[edge] = vertex;
        }
        const height = this.#height[vertex] as number;
        const next = this.#head[edge] as number;
        this.#lowest[edge] = height;
        this.#second[edge] = height;
        if (this.#height[next] === nothing) {
          this.#parent[next] = edge;
          this.#height[next] = height + 1;
          open.push(next);
        } else {
          this.#lowest[edge] = this.#height[next] as number;
          this.#leave(edge);
        }
      }
    }
    for (let vertex = 0; vertex < this.#count; vertex++) {
      this.#around[vertex] = (this.#around[vertex] as number[]).filter(
        (edge) => this.#tail[edge] === vertex,
      );
    }
    this.#sort();
  }

  /** Hands on what an edge returns to. */
  #leave(edge: number): void {
    const tail = this.#tail[edge] as number;
    const [low, second] = [this.#lowest[edge] as number, this.#second[edge] as number];
    this.#nesting[edge] = 2 * low + (second < (this.#height[tail] as number) ? 1 : 0);
    const parent = this.#parent[tail] as number;
    if (parent === nothing) return;
    const above = this.#lowest[parent] as number;
    const secondAbove = this.#second[parent] as number;
    if (low < above) {
      this.#second[parent] = Math.min(above, second);
      this.#lowest[parent] = low;
    } else {
      this.#second[parent] = Math.min(secondAbove, low > above ? low : second);
    }
  }

  #sort(): void {
    for (const around of this.#around) {
      around.sort((a, b) => (this.#nesting[a] as number) - (this.#nesting[b] as number));
    }
  }

  /** Finds sides for all return edges; false where there are none. */
  separate(): boolean {
    const at = new Int32Array(this.#count);
    for (const root of this.#roots) {
      const open = [root];
      while (open.length > 0) {
        const vertex = open.at(-1) as number;
        const around = this.#around[vertex] as number[];
        const index = at[vertex] as number;
        if (index > 0 && !this.#integrate(vertex, around[index - 1] as number, index - 1)) {
          return false;
        }
        at[vertex] = index + 1;
        if (index === around.length) {
          open.pop();
          const parent = this.#parent[vertex] as number;
          if (parent !== nothing) this.#trim(parent);
          continue;
        }
        const edge = around[index] as number;
        this.#bottom[edge] = this.#pairs.length;
        const next = this.#head[edge] as number;
        if (this.#parent[next] === edge) {
          open.push(next);
        } else {
          this.#lowestEdge[edge] = edge;
          this.#pairs.push({ left: empty(), right: { low: edge, high: edge } });
        }
      }
    }
    return true;
  }

  /** Makes the return edges of an edge agree with those of the edges before it. */
  #integrate(vertex: number, edge: number, index: number): boolean {
    if ((this.#lowest[edge] as number) >= (this.#height[vertex] as number)) return true;
    const parent = this.#parent[vertex] as number;
    if (index > 0) return this.#constrain(edge, parent);
    this.#lowestEdge[parent] = this.#lowestEdge[edge] as number;
    return true;
  }

  #constrain(edge: number, parent: number): boolean {
    const pairs = this.#pairs;
    const joined: Pair = { left: empty(), right: empty() };
    while (pairs.length > (this.#bottom[edge] as number)) {
      const pair = pairs.pop() as Pair;
      if (isFull(pair.left)) swap(pair);
      if (isFull(pair.left)) return false;
      const { right } = pair;
      if ((this.#lowest[right.low] as number) > (this.#lowest[parent] as number)) {
        if (isFull(joined.right)) this.#reference[joined.right.low] = right.high;
        else joined.right.high = right.high;
        joined.right.low = right.low;
      } else {
        this.#reference[right.low] = this.#lowestEdge[parent] as number;
      }
    }
    for (let top = pairs.at(-1); top; top = pairs.at(-1)) {
      if (!this.#conflicts(top.left, edge) && !this.#conflicts(top.right, edge)) break;
      pairs.pop();
      if (this.#conflicts(top.right, edge)) swap(top);
      if (this.#conflicts(top.right, edge)) return false;
      if (isFull(joined.right)) this.#reference[joined.right.low] = top.right.high;
      if (isFull(top.right)) joined.right.low = top.right.low;
      if (isFull(joined.left)) this.#reference[joined.left.low] = top.left.high;
      else joined.left.high = top.left.high;
      joined.left.low = top.left.low;
    }
    if (isFull(joined.left) || isFull(joined.right)) pairs.push(joined);
    return true;
  }

  #conflicts(interval: Interval, edge: number): boolean {
    return (
      isFull(interval) && (this.#lowest[interval.high] as number) > (this.#lowest[edge] as number)
    );
  }

  /** Forgets the return edges that end where an edge comes from. */
  #trim(edge: number): void {
    const pairs = this.#pairs;
    const vertex = this.#tail[edge] as number;
    const height = this.#height[vertex] as number;
    for (let top = pairs.at(-1); top && this.#lowestOf(top) === height; top = pairs.at(-1)) {
      pairs.pop();
      if (isFull(top.left)) this.#side[top.left.low] = -1;
    }
    const top = pairs.at(-1);
    if (top) {
      this.#shorten(top.left, top.right, vertex);
      this.#shorten(top.right, top.left, vertex);
    }
    if ((this.#lowest[edge] as number) >= height) return;
    const last = pairs.at(-1);
    const left = last?.left.high ?? nothing;
    const right = last?.right.high ?? nothing;
    const higher =
      left !== nothing &&
      (right === nothing || (this.#lowest[left] as number) > (this.#lowest[right] as number));
    this.#reference[edge] = higher ? left : right;
  }

  #shorten(interval: Interval, other: Interval, vertex: number): void {
    while (interval.high !== nothing && this.#head[interval.high] === vertex) {
      interval.high = this.#reference[interval.high] as number;
    }
    if (interval.high !== nothing || interval.low === nothing) return;
    this.#reference[interval.low] = other.low;
    this.#side[interval.low] = -1;
    interval.low = nothing;
  }

  #lowestOf({ left, right }: Pair): number {
    if (!isFull(left)) return this.#lowest[right.low] as number;
    if (!isFull(right)) return this.#lowest[left.low] as number;
    return Math.min(this.#lowest[left.low] as number, this.#lowest[right.low] as number);
  }

  /** The order around each vertex, once all have their sides. */
  embedding(): Embedding {
    const edges = this.#firsts.length;
    for (let edge = 0; edge < edges; edge++) this.#settle(edge);
    for (let edge = 0; edge < edges; edge++) {
      this.#nesting[edge] = (this.#nesting[edge] as number) * (this.#side[edge] as number);
    }
    this.#sort();
    const next = new Int32Array(2 * edges).fill(nothing);
    const previous = new Int32Array(2 * edges).fill(nothing);
    const first = new Int32Array(this.#count).fill(nothing);
    const insert = (end: number, after: number) => {
      const following = next[after] as number;
      next[after] = end;
      previous[end] = after;
      next[end] = following;
      previous[following] = end;
    };
    const alone = (end: number) => {
      next[end] = end;
      previous[end] = end;
    };
    const endAt = (edge: number, vertex: number) =>
      2 * edge + (this.#firsts[edge] === vertex ? 0 : 1);
    for (let vertex = 0; vertex < this.#count; vertex++) {
      let last = nothing;
      for (const edge of this.#around[vertex] as number[]) {
        const end = endAt(edge, vertex);
        if (last === nothing) {
          alone(end);
          first[vertex] = end;
        } else insert(end, last);
        last = end;
      }
    }
    const leftmost = new Int32Array(this.#count);
    const rightmost = new Int32Array(this.#count);
    const at = new Int32Array(this.#count);
    for (const root of this.#roots) {
      const open = [root];
      while (open.length > 0) {
        const vertex = open.at(-1) as number;
        const around = this.#around[vertex] as number[];
        const index = at[vertex] as number;
        if (index === around.length) {
          open.pop();
          continue;
        }
        at[vertex] = index + 1;
        const edge = around[index] as number;
        const other = this.#head[edge] as number;
        const end = endAt(edge, other);
        if (this.#parent[other] === edge) {
          const old = first[other] as number;
          if (old === nothing) alone(end);
          else insert(end, previous[old] as number);
          first[other] = end;
          leftmost[vertex] = endAt(edge, vertex);
          rightmost[vertex] = endAt(edge, vertex);
          open.push(other);
        } else if (this.#side[edge] === 1) {
          insert(end, rightmost[other] as number);
        } else {
          insert(end, previous[leftmost[other] as number] as number);
          leftmost[other] = end;
        }
      }
    }
    return { next, first };
  }

  /** Resolves the side of an edge, which is given by that of another. */
  #settle(start: number): void {
    const way: number[] = [];
    let edge = start;
    while (this.#reference[edge] !== nothing) {
      way.push(edge);
      edge = this.#reference[edge] as number;
    }
    for (let at = way.pop(); at !== undefined; at = way.pop()) {
      const reference = this.#reference[at] as number;
      this.#side[at] = (this.#side[at] as number) * (this.#side[reference] as number);
      this.#reference[at] = nothing;
    }
  }
}

const empty = (): Interval => ({ low: nothing, high: nothing });

const isFull = ({ high, low }: Interval): boolean => high !== nothing || low !== nothing;

function swap(pair: Pair): void {
  const { left, right } = pair;
  pair.left = right;
  pair.right = left;
}
