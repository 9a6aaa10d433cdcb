/** Graphs to lay out: small ones as networks have them, and random ones. */
import { leastWidth } from '../../../../src/styles/netscope/layout/index.js';
import type {
  Graph,
  GraphFrame,
  GraphNode,
  LayoutOptions,
} from '../../../../src/styles/netscope/layout/types.js';

/** Gaps of all tests, down and without breaks unless said otherwise. */
export const usual: LayoutOptions = {
  direction: 'down',
  nodeGap: 20,
  rankGap: 30,
  wrap: Number.POSITIVE_INFINITY,
};

/** What a graph has beside its edges. */
export interface Extras {
  /** Names in frames; a frame in a frame has a name that begins with the other's and a slash. */
  readonly frames?: Readonly<Record<string, readonly string[]>>;
  /** Whether outputs have labels. */
  readonly labels?: boolean;
  readonly direction?: LayoutOptions['direction'];
  readonly sizeOf?: (index: number) => { readonly width: number; readonly height: number };
}

/**
 * Makes a graph of its edges.
 *
 * @param text Chains of names such as `a > b > c`, one a line or after `;`. `a.1` is the second output of a.
 * @param extras Frames and labels.
 * @returns The graph; nodes stand in the order in which their edges let them.
 */
export function graphOf(text: string, extras: Extras = {}): Graph {
  const pairs: [string, number, string][] = [];
  const names: string[] = [];
  for (const chain of text.split(/[;\n]/)) {
    const links = chain
      .split('>')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    links.forEach((link, index) => {
      const [name = '', port = '0'] = link.split('.');
      if (!names.includes(name)) names.push(name);
      const next = links[index + 1]?.split('.')[0];
      if (next !== undefined) pairs.push([name, Number(port), next]);
    });
  }
  return build(sortedNames(names, pairs), pairs, extras);
}

function sortedNames(names: readonly string[], pairs: readonly [string, number, string][]) {
  const waiting = new Map(names.map((name) => [name, 0]));
  for (const [, , to] of pairs) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const sorted: string[] = [];
  while (sorted.length < names.length) {
    const next = names.find((name) => waiting.get(name) === 0 && !sorted.includes(name));
    if (next === undefined) throw new RangeError('The graph has a cycle.');
    sorted.push(next);
    for (const [from, , to] of pairs)
      if (from === next) waiting.set(to, (waiting.get(to) ?? 0) - 1);
  }
  return sorted;
}

function build(
  names: readonly string[],
  pairs: readonly (readonly [string, number, string])[],
  { frames = {}, labels = false, direction = 'down', sizeOf }: Extras,
): Graph {
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const inputs = new Array<number>(names.length).fill(0);
  const ports = names.map(() => new Set<number>());
  const edges = pairs.map(([source, port, target]) => {
    const from = indexOf.get(source) ?? -1;
    const to = indexOf.get(target) ?? -1;
    const input = inputs[to] ?? 0;
    inputs[to] = input + 1;
    ports[from]?.add(port);
    return { from, port, to, input };
  });
  const nodes = names.map((id, index): GraphNode => {
    const size = sizeOf?.(index) ?? { width: 40 + 7 * id.length, height: 28 };
    const own = [...(ports[index] ?? [])];
    const texts = labels ? own.map((_, port) => ({ width: 40 + 9 * port, height: 13 })) : undefined;
    const least = leastWidth(inputs[index] ?? 0, own.length, texts, direction);
    const frame = Object.entries(frames)
      .filter(([, members]) => members.includes(id))
      .map(([name]) => name)
      .sort((a, b) => b.length - a.length)[0];
    return {
      id,
      width: direction === 'down' ? Math.max(size.width, least) : size.width,
      height: direction === 'down' ? size.height : Math.max(size.height, least),
      ...(frame === undefined ? {} : { frame }),
      ...(texts ? { labels: texts } : {}),
    };
  });
  const framed = Object.keys(frames).map((id): GraphFrame => {
    const parent = id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : undefined;
    return {
      id,
      ...(parent === undefined ? {} : { parent }),
      title: { width: 6 * id.length, height: 13 },
    };
  });
  return { nodes, edges, frames: framed };
}

/** Graphs as networks have them, that can be drawn without crossings. */
export const planar: Readonly<Record<string, string>> = {
  'one box': 'a',
  'a chain': 'a > b > c > d > e',
  'residual blocks': residual(4),
  'a projection': 'a > b > c > d > add > e; a > p > add',
  'a double connection': 'a > b; a > b; b > c',
  'an inception module': `
    data > pool > a1 > concat > conv; pool > b1 > b2 > concat; pool > c1 > c2 > concat
    pool > d1 > d2 > concat`,
  'branches in branches': `
    a > b1 > b2 > cat; b1 > b3 > cat; a > c1 > c2 > c3 > cat; c2 > c4 > cat; a > d > cat > e`,
  'a dense block': 'a > b > c1; a > c1 > d > c2; c1 > c2 > e > c3; c2 > c3 > f',
  'the skips of a U-Net': `
    e1 > p1 > e2 > p2 > e3 > p3 > m > u3 > c3 > d3 > u2 > c2 > d2 > u1 > c1 > d1
    e1 > c1; e2 > c2; e3 > c3`,
  'the skips of FCN-8s': `
    data > conv1 > pool1 > conv2 > pool2 > conv3 > pool3 > conv4 > score > up1
    up1 > crop1; pool2 > score2 > crop1; up1 > fuse1; crop1 > fuse1 > up2 > crop2
    pool1 > score1 > crop2; up2 > fuse2; crop2 > fuse2 > up3 > crop3; data > crop3`,
  'a siamese network': `
    data.0 > slice; slice.0 > a1 > a2 > a3; slice.1 > b1 > b2 > b3; a3 > loss; b3 > loss
    data.1 > loss`,
  'an encoder and a decoder': `
    src > e1 > e2 > memory; tgt > s1 > x1 > n1 > s2 > x2 > n2 > out; s1 > n1; s2 > n2
    memory > x1; memory > x2`,
  'auxiliary heads with labels': `
    data.0 > conv > m1 > m2 > m3 > m4 > fc > loss3; m1 > p1 > f1 > loss1; m3 > p2 > f2 > loss2
    data.1 > loss1; data.1 > loss2; data.1 > loss3`,
  'a loss and an accuracy':
    'data.0 > conv > fc > loss; fc > accuracy; data.1 > loss; data.1 > accuracy',
  'two losses of one target': `
    data > e1 > e2 > d1 > sigmoid > loss1; d1 > loss2; data > flat > loss1; flat > loss2`,
  'two inputs of one source, and a skip of the first': `
    data.0 > c1 > c2 > c3 > sum; data.1 > h1 > h2 > h3 > sum > up > crop > loss
    data.0 > crop; data.2 > loss`,
  'two parts': 'a > b > c; d > e',
  'a late source': 'a > b > c > d > e > f > g; info > f',
  'region proposals': `
    data > conv1 > conv2 > conv5 > rpn; rpn > cls > softmax > proposal; rpn > box > proposal
    info > proposal; proposal > roi > fc > score; conv5 > roi; fc > bounds`,
};

/** Graphs as networks have them, in which something has to cross. */
export const crossing: Readonly<Record<string, string>> = {
  'heads of a detector': Array.from(
    { length: 6 },
    (_, head) => `
      ${head === 0 ? 'data' : `s${head - 1}`} > s${head}; s${head} > l${head} > m${head} > loc
      s${head} > c${head} > d${head} > conf; s${head} > p${head} > prior; data > p${head}`,
  ).join('\n'),
  'all to all': Array.from({ length: 9 }, (_, to) =>
    Array.from({ length: to }, (_, from) => `v${from} > v${to}`).join(';'),
  ).join(';'),
  'three to three':
    'a > x; a > y; a > z; b > x; b > y; b > z; c > x; c > y; c > z; i > a; i > b; i > c',
};

/** A chain of residual blocks. */
export function residual(blocks: number): string {
  return Array.from(
    { length: blocks },
    (_, block) => `r${block} > a${block} > b${block} > r${block + 1}; r${block} > r${block + 1}`,
  ).join(';');
}

/** Numbers from 0 to 1 in an order that a seed gives (xorshift). */
export function random(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** Pairs of vertices, as a graph with boxes of all sizes. */
export function graphOfPairs(
  count: number,
  pairs: readonly (readonly [number, number])[],
  next: () => number,
  extras: Extras = {},
): Graph {
  const names = Array.from({ length: count }, (_, index) => `n${index}`);
  const sizes = names.map(() => ({
    width: 40 + Math.floor(100 * next()),
    height: 24 + 18 * Math.floor(4 * next()),
  }));
  const named = pairs.map(([from, to]) => [`n${from}`, 0, `n${to}`] as const);
  return build(names, named, {
    sizeOf: (index) => sizes[index] ?? { width: 60, height: 28 },
    ...extras,
  });
}

type Pairs = { readonly count: number; readonly pairs: (readonly [number, number])[] };

/** A graph that series and parallels make. */
export function seriesParallel(steps: number, next: () => number): Pairs {
  const pairs: (readonly [number, number])[] = [[0, 1]];
  let count = 2;
  for (let step = 0; step < steps; step++) {
    const at = Math.floor(next() * pairs.length);
    const [from, to] = pairs[at] ?? [0, 1];
    if (next() < 0.55) pairs.splice(at, 1, [from, count], [count++, to]);
    else pairs.push([from, to]);
  }
  return renumbered(count, pairs);
}

/** A graph with one source and one sink that has a drawing without crossings: triangles in triangles, less some sides. */
export function planarFlow(size: number, next: () => number): Pairs {
  const heights = [0, 0.5, 1];
  const heightOf = (vertex: number) => heights[vertex] ?? 0;
  const triangles: [number, number, number][] = [
    [0, 1, 2],
    [0, 1, 2],
  ];
  const pairs: (readonly [number, number])[] = [
    [0, 1],
    [1, 2],
    [0, 2],
  ];
  for (let vertex = 3; vertex < size; vertex++) {
    const at = Math.floor(next() * triangles.length);
    const [a, b, c] = [...(triangles[at] ?? [0, 1, 2])].sort(
      (p, q) => heightOf(p) - heightOf(q),
    ) as [number, number, number];
    heights.push(heightOf(a) + (heightOf(c) - heightOf(a)) * (0.1 + 0.8 * next()));
    for (const other of [a, b, c]) {
      pairs.push(heightOf(other) < heightOf(vertex) ? [other, vertex] : [vertex, other]);
    }
    triangles.splice(at, 1, [a, b, vertex], [b, c, vertex], [a, c, vertex]);
  }
  for (let tries = pairs.length * 0.4; tries > 0; tries--) {
    const at = Math.floor(next() * pairs.length);
    const [from, to] = pairs[at] ?? [0, 0];
    const lone = pairs.filter((pair) => pair[0] === from).length < 2;
    if (!lone && pairs.filter((pair) => pair[1] === to).length > 1) pairs.splice(at, 1);
  }
  return renumbered(Math.max(size, 3), pairs);
}

/** Any graph without cycles. */
export function anyFlow(size: number, edges: number, next: () => number): Pairs {
  const pairs = new Map<string, readonly [number, number]>();
  for (let edge = 0; edge < edges; edge++) {
    const [a, b] = [Math.floor(next() * size), Math.floor(next() * size)];
    if (a !== b) pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)]);
  }
  return { count: size, pairs: [...pairs.values()] };
}

/** Vertices numbered so that each stands after all before it. */
function renumbered(count: number, pairs: readonly (readonly [number, number])[]): Pairs {
  const missing = new Array<number>(count).fill(0);
  const following = Array.from({ length: count }, (): number[] => []);
  for (const [from, to] of pairs) {
    missing[to] = (missing[to] ?? 0) + 1;
    following[from]?.push(to);
  }
  const order = missing.flatMap((number, vertex) => (number === 0 ? [vertex] : []));
  for (let index = 0; index < order.length; index++) {
    for (const to of following[order[index] ?? -1] ?? []) {
      missing[to] = (missing[to] ?? 0) - 1;
      if (missing[to] === 0) order.push(to);
    }
  }
  const place = new Map(order.map((vertex, index) => [vertex, index]));
  return {
    count,
    pairs: pairs.map(([from, to]) => [place.get(from) ?? 0, place.get(to) ?? 0] as const),
  };
}
