import { describe, expect, test } from 'vitest';
import {
  type Graph,
  type LayoutOptions,
  layoutGraph,
  leastWidth,
  type Placement,
} from '../../../../src/styles/netscope/layout/index.js';
import { crossingsOf, problemsOf } from './check.js';
import {
  anyFlow,
  crossing,
  type Extras,
  graphOf,
  graphOfPairs,
  planar,
  planarFlow,
  random,
  residual,
  seriesParallel,
  usual,
} from './graphs.js';

const variants: readonly {
  readonly name: string;
  readonly extras: Extras;
  readonly wrap: number;
}[] = [
  { name: 'down', extras: {}, wrap: Number.POSITIVE_INFINITY },
  { name: 'down with labels', extras: { labels: true }, wrap: Number.POSITIVE_INFINITY },
  { name: 'to the right', extras: { direction: 'right' }, wrap: Number.POSITIVE_INFINITY },
  {
    name: 'to the right with labels',
    extras: { direction: 'right', labels: true },
    wrap: Number.POSITIVE_INFINITY,
  },
  { name: 'in columns', extras: { labels: true }, wrap: 320 },
  { name: 'in rows', extras: { direction: 'right', labels: true }, wrap: 520 },
];

/** Lays out, and lists what is wrong; crossings count where there need be none. */
function flaws(
  graph: Graph,
  options: LayoutOptions,
  crossings: 'none' | 'some',
): readonly string[] {
  const placement = layoutGraph(graph, options);
  const found = problemsOf(graph, placement, options);
  return crossings === 'none' ? [...found, ...crossingsOf(graph, placement)] : found;
}

describe.each(variants)('$name', ({ extras, wrap }) => {
  const options: LayoutOptions = { ...usual, direction: extras.direction ?? 'down', wrap };

  test.each(Object.entries(planar))('%s has no flaws', (_, text) => {
    expect(flaws(graphOf(text, extras), options, 'none')).toEqual([]);
  });

  test.each(Object.entries(crossing))('%s has none but crossings', (_, text) => {
    expect(flaws(graphOf(text, extras), options, 'some')).toEqual([]);
  });
});

describe('frames', () => {
  const framed: readonly [string, string, Extras['frames']][] = [
    [
      'around modules',
      planar['an inception module'] ?? '',
      { 'module 1': ['a1', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2', 'concat'] },
    ],
    [
      'around blocks',
      residual(3),
      { one: ['a0', 'b0', 'r1'], two: ['a1', 'b1', 'r2'], three: ['a2', 'b2', 'r3'] },
    ],
    [
      'in frames',
      residual(3),
      {
        stage: ['a0', 'b0', 'r1', 'a1', 'b1', 'r2'],
        'stage/first block': ['a0', 'b0', 'r1'],
        'stage/second block': ['a1', 'b1', 'r2'],
      },
    ],
    [
      'with two inputs',
      planar['an encoder and a decoder'] ?? '',
      { first: ['s1', 'x1', 'n1'], second: ['s2', 'x2', 'n2'] },
    ],
    [
      'with two outputs',
      planar['the skips of a U-Net'] ?? '',
      { down: ['p1', 'e2', 'p2', 'e3'], up: ['u2', 'c2', 'd2', 'u1', 'c1'] },
    ],
    [
      'across towers',
      'a > b1 > c1 > d1 > e; a > b2 > c2 > d2 > e; a > b3 > c3 > d3 > e',
      { b: ['b1', 'b2', 'b3'], c: ['c1', 'c2', 'c3'] },
    ],
    ['around a part of the branches', 'a > b > e; a > c > e; a > d > e', { some: ['b', 'c'] }],
    ['around parts that do not touch', 'a > b > c; d > e > f', { both: ['b', 'e'] }],
    ['around sources and sinks', 'a > b > c; i > b; b > s', { ends: ['i', 's', 'b'] }],
  ];

  test.each(framed)('%s hold what is theirs, and nothing else', (_, text, frames = {}) => {
    const found = (['down', 'right'] as const).flatMap((direction) =>
      flaws(graphOf(text, { frames, labels: true, direction }), { ...usual, direction }, 'none'),
    );
    expect(found).toEqual([]);
  });

  test('are in pieces where something outside is between what they hold', () => {
    const graph = graphOf('a > b > c > d', { frames: { split: ['b', 'd'] } });
    const { frames } = layoutGraph(graph, usual);
    expect(frames.map(({ id, continued }) => [id, continued])).toEqual([
      ['split', false],
      ['split', true],
    ]);
    expect(flaws(graph, usual, 'none')).toEqual([]);
  });

  test('are in pieces where the flow breaks in them', () => {
    const names = Array.from({ length: 30 }, (_, index) => `v${index}`);
    const graph = graphOf(names.join('>'), { frames: { long: names } });
    const options = { ...usual, wrap: 600 };
    const { frames } = layoutGraph(graph, options);
    expect(frames.map(({ continued }) => continued)).toEqual([false, true, true]);
    expect(flaws(graph, options, 'none')).toEqual([]);
  });
});

describe('places', () => {
  const placed = (text: string, extras: Extras = {}, options: LayoutOptions = usual) => {
    const graph = graphOf(text, extras);
    const placement = layoutGraph(graph, options);
    const of = (id: string) => {
      const index = graph.nodes.findIndex((node) => node.id === id);
      const { width, height } = graph.nodes[index] ?? { width: 0, height: 0 };
      const { x, y } = placement.nodes[index] ?? { x: 0, y: 0 };
      return { x, y, middle: x + width / 2, bottom: y + height, right: x + width };
    };
    return { graph, placement, of };
  };
  const edgeFrom = (graph: Graph, { edges }: Placement, from: string, to: string) => {
    const index = graph.edges.findIndex(
      (edge) => graph.nodes[edge.from]?.id === from && graph.nodes[edge.to]?.id === to,
    );
    return edges[index]?.commands ?? [];
  };

  test('a chain is straight, with the least gap between its boxes', () => {
    const { of, graph, placement } = placed('a > b > c');
    expect([of('a'), of('b'), of('c')].map(({ middle, y }) => [middle, y])).toEqual([
      [0, 0],
      [0, 58],
      [0, 116],
    ]);
    expect(edgeFrom(graph, placement, 'a', 'b')).toEqual([
      ['M', 0, 28],
      ['L', 0, 58],
    ]);
  });

  test('the longest way of a residual block is straight, and its skip is close beside it', () => {
    const { of, graph, placement } = placed('in > a > b > add > out; in > add');
    expect(['in', 'a', 'b', 'add', 'out'].map((id) => of(id).middle)).toEqual([0, 0, 0, 0, 0]);
    const lanes = edgeFrom(graph, placement, 'in', 'add').map((command) => command.at(-2));
    expect(Math.max(...lanes.map(Number))).toBe(Math.max(of('a').right, of('b').right) + 14);
  });

  test('a projection stands beside the longest way, its top in line', () => {
    const { of } = placed('in > a > b > add; in > p > add');
    expect(of('a').middle).toBe(of('in').middle);
    expect(of('p').x).toBe(Math.max(of('a').right, of('b').right) + usual.nodeGap);
    expect(of('p').y).toBe(of('a').y);
  });

  test('branches stand in written order, about the trunk, their tops in line', () => {
    const { of } = placed(planar['an inception module'] ?? '');
    const tops = ['a1', 'b1', 'c1', 'd1'].map(of);
    expect(new Set(tops.map(({ y }) => y)).size).toBe(1);
    const middles = tops.map(({ middle }) => middle);
    expect([...middles].sort((a, b) => a - b)).toEqual(middles);
    expect((middles[0] ?? 0) + (middles[3] ?? 0)).toBeCloseTo(0);
    expect(of('concat').middle).toBe(of('pool').middle);
  });

  test('a skip past many boxes has one lane', () => {
    const { graph, placement } = placed(planar['the skips of FCN-8s'] ?? '');
    const turns = edgeFrom(graph, placement, 'data', 'crop3').filter(([kind]) => kind === 'C');
    expect(turns).toHaveLength(2);
  });

  test('heads stand beside the trunk, and end where they end', () => {
    const { of } = placed('a > b > c > d > e > f > g > h > i; b > x > y');
    expect(of('c').middle).toBe(of('b').middle);
    expect(of('x').y).toBe(of('c').y);
    expect(of('y').y).toBe(of('d').y);
  });

  test('a late source stands just above what takes from it', () => {
    const { of } = placed(planar['a late source'] ?? '');
    expect(of('info').y).toBeGreaterThan(of('d').y);
    expect(of('info').y).toBeLessThan(of('f').y);
  });

  test('parts that are not connected stand side by side', () => {
    const { of } = placed(planar['two parts'] ?? '');
    expect(of('d').y).toBe(of('a').y);
    expect(of('d').x).toBeGreaterThan(of('a').right);
  });

  test('a label stands on its line, which it interrupts', () => {
    const { graph, placement, of } = placed('a > b', { labels: true });
    expect(placement.labels).toEqual([{ node: 0, port: 0, x: -20, y: 33 }]);
    expect(edgeFrom(graph, placement, 'a', 'b')).toEqual([
      ['M', 0, 28],
      ['L', 0, 33],
      ['M', 0, 46],
      ['L', 0, of('b').y],
    ]);
  });

  test('to the right a label stands above its line', () => {
    const extras: Extras = { labels: true, direction: 'right' };
    const { placement, graph, of } = placed('a > b', extras, { ...usual, direction: 'right' });
    const [label] = placement.labels;
    expect(label?.x).toBe(of('a').right + 8);
    expect((label?.y ?? 0) + 13).toBeLessThan(0);
    expect(edgeFrom(graph, placement, 'a', 'b')).toHaveLength(2);
  });

  test('columns are about as long as each other, and none is too long', () => {
    const names = Array.from({ length: 40 }, (_, index) => `v${index}`);
    const sizeOf = () => ({ width: 80, height: 28 });
    const { placement } = placed(names.join('>'), { sizeOf }, { ...usual, wrap: 800 });
    const columns = new Map<number, number>();
    for (const { x, y } of placement.nodes) columns.set(x, Math.max(columns.get(x) ?? 0, y + 28));
    expect([...columns.values()]).toEqual([782, 724, 724]);
  });

  test('ends on a side keep apart from each other', () => {
    expect(leastWidth(1, 1)).toBe(16);
    expect(leastWidth(3, 1)).toBe(64);
    expect(leastWidth(9, 1)).toBe(112);
    expect(leastWidth(1, 2, [{ width: 30, height: 10 }, undefined])).toBe(43);
  });
});

describe('random graphs', () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed + 1);

  test('of series and parallels have no flaws', () => {
    const found = seeds.flatMap((seed) => {
      const next = random(seed);
      const { count, pairs } = seriesParallel(10 + Math.floor(50 * next()), next);
      return flaws(graphOfPairs(count, pairs, next, { labels: seed % 2 === 0 }), usual, 'none');
    });
    expect(found).toEqual([]);
  });

  test('that can be drawn without crossings are', () => {
    const found = seeds.flatMap((seed) => {
      const next = random(seed);
      const { count, pairs } = planarFlow(4 + Math.floor(26 * next()), next);
      return flaws(graphOfPairs(count, pairs, next, { labels: seed % 2 === 0 }), usual, 'none');
    });
    expect(found).toEqual([]);
  });

  test('of any shape have no flaws but crossings', () => {
    const found = seeds.flatMap((seed) => {
      const next = random(seed);
      const size = 4 + Math.floor(26 * next());
      const { count, pairs } = anyFlow(size, Math.floor(size * (0.6 + next())), next);
      const direction = seed % 3 === 0 ? 'right' : 'down';
      const wrap = seed % 4 === 0 ? 500 : Number.POSITIVE_INFINITY;
      const graph = graphOfPairs(count, pairs, next, { labels: seed % 2 === 0, direction });
      return flaws(graph, { ...usual, direction, wrap }, 'some');
    });
    expect(found).toEqual([]);
  });

  test('give the same places each time', () => {
    const next = random(7);
    const { count, pairs } = anyFlow(40, 60, next);
    const graph = graphOfPairs(count, pairs, next);
    expect(layoutGraph(graph, usual)).toEqual(layoutGraph(graph, usual));
  });
});

describe('large graphs', () => {
  test('of 10,000 residual blocks have no flaws', () => {
    const pairs: [number, number][] = [];
    for (let at = 0; at < 30_000; at += 3) {
      pairs.push([at, at + 1], [at + 1, at + 2], [at + 2, at + 3], [at, at + 3]);
    }
    const sizeOf = () => ({ width: 80, height: 28 });
    const graph = graphOfPairs(30_001, pairs, random(1), { sizeOf });
    expect(problemsOf(graph, layoutGraph(graph, usual), usual)).toEqual([]);
  });

  test('of any shape are placed', () => {
    const next = random(3);
    const { count, pairs } = anyFlow(3000, 4000, next);
    const graph = graphOfPairs(count, pairs, next);
    expect(layoutGraph(graph, usual).nodes).toHaveLength(3000);
  });

  test('of frames that take turns are placed', () => {
    const pairs = Array.from({ length: 4000 }, (_, at): [number, number] => [at, at + 1]);
    const graph = graphOfPairs(4001, pairs, random(1));
    const nodes = graph.nodes.map((node, at) => ({ ...node, frame: at % 2 === 0 ? 'a' : 'b' }));
    const frames = ['a', 'b'].map((id) => ({ id, title: { width: 10, height: 10 } }));
    expect(layoutGraph({ ...graph, nodes, frames }, usual).frames).toHaveLength(4001);
  });

  test('of skips within skips are placed', () => {
    const pairs: [number, number][] = [];
    for (let at = 0; at < 8000; at++) pairs.push([at, at + 1]);
    for (let at = 0; at < 4000; at++) pairs.push([at, 8000 - at]);
    const graph = graphOfPairs(8001, pairs, random(1));
    expect(layoutGraph(graph, usual).edges).toHaveLength(12_000);
  });
});
