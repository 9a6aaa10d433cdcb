import { expect, test } from 'vitest';
import { joinAll } from '../../../../src/styles/netscope/layout/dominators.js';
import type { Vertex } from '../../../../src/styles/netscope/layout/flow.js';
import { Reduction } from '../../../../src/styles/netscope/layout/reduce.js';
import { regionsOf } from '../../../../src/styles/netscope/layout/regions.js';
import { flatten } from '../../../../src/styles/netscope/layout/series.js';
import { stack } from '../../../../src/styles/netscope/layout/stack.js';
import { weaveOf } from '../../../../src/styles/netscope/layout/weave.js';
import { graphOf, usual } from './graphs.js';

test('what reaches too far for layers stands on one axis, with a lane for each strand', () => {
  const graph = graphOf('a > b > c > d > e > f; a > c; b > d; c > e; d > f; a > f');
  const { regions } = regionsOf(graph, true);
  const [region] = regions;
  if (!region) throw new RangeError('There is no region.');
  const root = joinAll(new Reduction(region));
  flatten(root);
  const woven = root.parts.find(({ kind }) => kind === 'woven');
  const inner =
    woven ?? root.parts.flatMap(({ parts }) => parts).find(({ kind }) => kind === 'woven');
  if (!inner) throw new RangeError('Nothing is woven.');
  const weave = weaveOf(inner);
  stack(inner, weave, usual);

  const placed = inner.vertices.map(({ x, y }: Vertex) => [x, y > 0]);
  expect(placed).toEqual([
    [0, true],
    [0, true],
    [0, true],
    [0, true],
  ]);
  const bottoms = inner.vertices.map(({ y, along }) => y + along);
  inner.vertices.slice(1).forEach(({ y }, index) => {
    expect(y).toBeGreaterThanOrEqual((bottoms[index] ?? 0) + usual.rankGap);
  });
  const reach = Math.max(...inner.vertices.map(({ after }) => after));
  for (const { dx } of weave.strands) expect(dx).toBeGreaterThanOrEqual(reach + 14);
});
