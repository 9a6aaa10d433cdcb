import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/render.js';
import { layersOf, networkOf, placeless, problemsOf } from '../notation/networks.js';

const blocks = (definition: string, ...layers: string[]) =>
  `input: 3x32x32\nblocks:\n  ${definition}\nlayers:\n${layers.map((layer) => `  - ${layer}`).join('\n')}`;

const pair = 'pair(c, k=3): [conv $c $k p1, relu]';

describe('calls', () => {
  it.each([
    ['pair 8', 'pair c=8'],
    ['pair 8', 'pair 8 3'],
    ['pair 8', 'pair 8 k=3'],
    ['pair 8', '{op: pair, c: 8}'],
    ['pair 8', 'pair: {c: 8}'],
    ['pair 8', 'pair: 8'],
    ['pair 8', 'pair: [8, 3]'],
    ['pair 4*2', 'pair 8'],
    ['pair 8 x2', '{op: pair, c: 8, repeat: 2}'],
  ])('%s is %s', (one, other) => {
    expect(placeless(blocks(pair, one))).toEqual(placeless(blocks(pair, other)));
  });

  it('number their copies, and the layers inside each', () => {
    expect(layersOf(blocks(pair, 'pair 8', 'pair 4 1 x2'))).toEqual([
      'pair1.conv1(input) 8x32x32',
      'pair1.relu1(pair1.conv1) 8x32x32',
      'pair2.conv1(pair1.relu1) 4x34x34',
      'pair2.relu1(pair2.conv1) 4x34x34',
      'pair3.conv1(pair2.relu1) 4x36x36',
      'pair3.relu1(pair3.conv1) 4x36x36',
    ]);
    const { groups } = networkOf(blocks(pair, 'pair 8', 'pair 4 1 x2'));
    expect(groups.map(({ id, kind, repeat }) => [id, kind, repeat?.index])).toEqual([
      ['pair1', 'block', undefined],
      ['pair2', 'block', 0],
      ['pair3', 'block', 1],
    ]);
  });

  it('give their stride to the first copy, unless each has it', () => {
    const strided = 'down(c): [conv $c 3x3 /s p1]';
    const last = (line: string) => layersOf(blocks(strided, line)).map((layer) => layer.slice(-5));
    expect(last('down 8 /2 x3')).toEqual(['16x16', '16x16', '16x16']);
    expect(last('down 8 each/2 x3')).toEqual(['16x16', '8x8x8', '8x4x4']);
    expect(last('{op: down, c: 8, stride: 2, repeat: 2}')).toEqual(['16x16', '16x16']);
    expect(last('down 8')).toEqual(['32x32']);
    expect(problemsOf(blocks(pair, 'pair 8 /2'))).toEqual(['5:12-5:14 unused-stride']);
  });

  it('take the width of what comes in as $in', () => {
    const half = 'half: [conv $in/2 1x1, conv 4*$in 1x1]';
    const text = blocks(half, 'half').replace('3x32x32', '8x32x32');
    expect(layersOf(text)).toEqual([
      'half1.conv1(input) 4x32x32',
      'half1.conv2(half1.conv1) 16x32x32',
    ]);
    expect(layersOf('input: 10x64\nlayers: [dense 2*$in]')).toEqual(['dense1(input) 10x128']);
  });

  it('take tensors by name', () => {
    expect(
      layersOf(blocks('join(skip): [concat $skip]', 'relu as a', 'tanh', 'join a')).at(-1),
    ).toBe('join1.concat1(tanh1, a) 6x32x32');
    expect(
      layersOf(blocks('join(skip): [concat skip]', 'relu as a', 'tanh', 'join skip=a')).at(-1),
    ).toBe('join1.concat1(tanh1, a) 6x32x32');
    const nested = 'outer(skip): [inner $skip]\n  inner(x): [add $x]';
    expect(layersOf(blocks(nested, 'relu as a', 'outer a')).at(-1)).toBe(
      'outer1.inner1.add1(a, a) 3x32x32',
    );
  });

  it('keep their names to themselves, and see those of the description', () => {
    const own = 'own: [conv 3 3x3 p1 as inner, relu, add inner]';
    expect(layersOf(blocks(own, 'own x2')).map((layer) => layer.replace(/ .*/, ''))).toEqual([
      'own1.inner(input)',
      'own1.relu1(own1.inner)',
      'own1.add1(own1.relu1,',
      'own2.inner(own1.add1)',
      'own2.relu1(own2.inner)',
      'own2.add1(own2.relu1,',
    ]);
    expect(layersOf(blocks('skip: [add outer]', 'relu as outer', 'tanh', 'skip')).at(-1)).toBe(
      'skip1.add1(tanh1, outer) 3x32x32',
    );
  });

  it('may be named, believed and repeated by a size', () => {
    const text = blocks(
      'stage(c, n): [conv $c 3x3 p1 x$n]',
      'stage 8 2 as s1 => 8x32x32',
      'relu',
      'add s1',
    );
    expect(layersOf(text).at(-1)).toBe('add1(relu1, stage1.conv2) 8x32x32');
  });

  it('may have a parameter named s', () => {
    expect(layersOf(blocks('b(s): [conv 4 3x3 /$s p1]', 'b 2'))).toEqual([
      'b1.conv1(input) 4x16x16',
    ]);
  });

  it('may stand in any order, and call one another', () => {
    expect(layersOf(blocks('b: [a, tanh]\n  a: [relu]', 'b'))).toEqual([
      'b1.a1.relu1(input) 3x32x32',
      'b1.tanh1(b1.a1.relu1) 3x32x32',
    ]);
  });

  it('may stand in branches and chains', () => {
    expect(layersOf(blocks(pair, 'concat: [pair 2, pair 3]')).at(-1)).toBe(
      'concat1(pair1.relu1, pair2.relu1) 5x32x32',
    );
    expect(layersOf(blocks(pair, 'pair 2 -> gap -> dense 4')).at(-1)).toBe('dense1(gap1) 4');
  });
});

it('counts every copy of a repeated block', () => {
  const { analysis } = analyzeText(blocks('b: [conv 3 3x3 p1]', 'b x5'));
  expect(analysis?.totals).toMatchObject({ layers: 5, params: 5 * 84, macs: 5 * 81 * 1024 });
});

it('says in which call a problem of a block is', () => {
  const { diagnostics } = analyzeText(
    blocks('b(g): [conv 4 3x3 g$g]', 'b 1 -> relu', 'b 3', 'b 3'),
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '`groups` `3` does not divide the `4` input channels (in `b`, called on line 6)',
  ]);
});
