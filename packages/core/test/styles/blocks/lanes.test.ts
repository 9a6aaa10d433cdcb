import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chooseLayout } from '../../../src/styles/blocks/choose.js';
import { findLanes } from '../../../src/styles/blocks/lanes.js';
import { fixtureText } from '../descriptions.js';
import { unusual } from '../plotneuralnet/unusual.js';
import { graphOf, handGraph } from './shown.js';

describe('lanes', () => {
  test('of a chain are one', () => {
    const lanes = findLanes(handGraph('1111', '0>1 1>2 2>3'));
    expect(lanes).toEqual({
      spine: [0, 1, 2, 3],
      chains: [],
      laneOf: [-1, -1, -1, -1],
      previous: [undefined, 0, 1, 2],
    });
  });

  test('are the longest path and what stands beside it', () => {
    // 0 → 1 → 2 → 5 is longer than 0 → 3 → 5; 4 ends nowhere.
    const { spine, chains, laneOf } = findLanes(
      handGraph('11111+1', '0>1 1>2 0>3 1>4 2>5 3>5 5>6'),
    );
    expect(spine).toEqual([0, 1, 2, 5, 6]);
    expect(chains).toEqual([
      { blocks: [3], sources: [0], targets: [5] },
      { blocks: [4], sources: [1], targets: [] },
    ]);
    expect(laneOf).toEqual([-1, -1, -1, 0, 1, -1, -1]);
  });

  test('prefer the first of equally long paths', () => {
    expect(findLanes(handGraph('111+', '0>1 0>2 1>3 2>3')).spine).toEqual([0, 1, 3]);
  });

  test('have chains of several blocks', () => {
    const graph = handGraph('111111+', '0>1 1>2 2>3 0>4 4>5 3>6 5>6');
    expect(findLanes(graph).chains).toEqual([{ blocks: [4, 5], sources: [0], targets: [6] }]);
  });

  test('end a chain where another one joins it', () => {
    const { spine, chains } = findLanes(
      handGraph('11111+1+', '0>1 1>2 2>6 6>7 0>3 0>4 3>5 4>5 5>7'),
    );
    expect(spine).toEqual([0, 1, 2, 6, 7]);
    // 5 waits for 4, which comes after 3.
    expect(chains).toEqual([
      { blocks: [3], sources: [0], targets: [5] },
      { blocks: [4, 5], sources: [0], targets: [7] },
    ]);
  });

  test('do not count a link of a block with itself', () => {
    expect(findLanes(handGraph('11', '0>0 0>1')).spine).toEqual([0, 1]);
  });

  test('hold every block once', () => {
    for (const text of [fixtureText('googlenet'), fixtureText('transformer')]) {
      const graph = graphOf(text);
      const { spine, chains } = findLanes(graph);
      const all = [...spine, ...chains.flatMap(({ blocks }) => blocks)].sort((a, b) => a - b);
      expect(all).toEqual([...graph.blocks.keys()]);
    }
  });
});

describe('the layout', () => {
  const style = new URL('../../../../../tests/fixtures/plotneuralnet/', import.meta.url);
  const own = (name: string) => readFileSync(new URL(`${name}.nn`, style), 'utf8');

  test.each([
    ['vgg-16', 'line'],
    ['resnet-18', 'line'],
    ['fcn-8s', 'line'],
    ['mlp', 'line'],
    ['transformer', 'line'],
    ['densenet-121', 'line'],
    ['temporal-convolution', 'line'],
    ['u-net', 'u'],
    ['u-net-padded', 'u'],
  ])('of %s is %s', (name, layout) => {
    expect(chooseLayout(graphOf(fixtureText(name)))).toBe(layout);
  });

  test('of HED is one with side branches', () => {
    expect(chooseLayout(graphOf(own('hed')))).toBe('sides');
  });

  test('of nested residuals between maps of one size is a line, as their ends have no levels', () => {
    expect(chooseLayout(graphOf(unusual['residuals in residuals'] ?? ''))).toBe('line');
  });

  test('of skips that cross, or that follow one another, is a line', () => {
    expect(chooseLayout(graphOf(unusual['skips that cross'] ?? ''))).toBe('line');
    expect(chooseLayout(graphOf(unusual['a long line of residuals'] ?? ''))).toBe('line');
  });

  test('of three blocks that one takes from is one with side branches', () => {
    const graph = handGraph('1111111+', '0>1 1>2 2>3 3>7 0>4 4>7 1>5 5>7 2>6 6>7');
    expect(chooseLayout(graph)).toBe('sides');
    const two = handGraph('111111+', '0>1 1>2 2>3 3>6 0>4 4>6 1>5 5>6');
    expect(chooseLayout(two)).toBe('line');
  });
});
