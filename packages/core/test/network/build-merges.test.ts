import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/render.js';
import { image, layersOf, networkOf, placeless, problemsOf } from '../notation/networks.js';

const residual = (body: string, shortcut?: string, defaults = '') =>
  `${defaults}input: 3x32x32\nlayers:\n  - residual: ${body}${shortcut === undefined ? '' : `\n    shortcut: ${shortcut}`}`;

describe('residuals', () => {
  it('add what went in where the shapes agree', () => {
    expect(layersOf(residual('[conv 3 3x3 p1 relu]'))).toEqual([
      'conv1(input) 3x32x32',
      'relu1(conv1) 3x32x32',
      'add1(relu1, input) 3x32x32',
    ]);
  });

  it('project with the stride that the shapes ask for, else', () => {
    expect(layersOf(residual('[conv 8 3x3 /2 p1]'))).toEqual([
      'conv1(input) 8x16x16',
      'shortcut1(input) 8x16x16',
      'add1(conv1, shortcut1) 8x16x16',
    ]);
    const { layers } = networkOf(residual('[conv 8 3x3 /2 p1]'));
    expect(layers[2]?.attributes).toMatchObject({ out: 8, kernel: 1, stride: [2, 2], bias: true });
  });

  it('normalise the projection as convolutions are, and never activate it', () => {
    const defaults = 'defaults: {conv: {norm: bn, act: relu, bias: false, pad: same}}\n';
    expect(layersOf(residual('[conv 8 3x3 act=none]', undefined, defaults))).toEqual([
      'conv1(input) 8x32x32',
      'batchnorm1(conv1) 8x32x32',
      'shortcut1(input) 8x32x32',
      'batchnorm2(shortcut1) 8x32x32',
      'add1(batchnorm1, batchnorm2) 8x32x32',
    ]);
    const { analysis } = analyzeText(residual('[conv 8 3x3 act=none]', undefined, defaults));
    expect(analysis?.totals.params).toBe(8 * 27 + 16 + 8 * 3 + 16);
  });

  it('project sequences and vectors by dense layers', () => {
    expect(layersOf('input: 10x64\nlayers:\n  - residual: [dense 32]').at(1)).toBe(
      'shortcut1(input) 10x32',
    );
    expect(layersOf('input: 64\nlayers:\n  - residual: [dense 32]').at(1)).toBe(
      'shortcut1(input) 32',
    );
  });

  it('take the shortcut that is said', () => {
    expect(layersOf(residual('[conv 8 3x3 /2 p1]', '[avgpool 2, conv 8 1x1]'))).toEqual([
      'conv1(input) 8x16x16',
      'avgpool1(input) 3x16x16',
      'conv2(avgpool1) 8x16x16',
      'add1(conv1, conv2) 8x16x16',
    ]);
    expect(layersOf(residual('[conv 1 3x3 p1]', 'identity')).at(-1)).toBe(
      'add1(conv1, input) 3x32x32',
    );
  });

  it('do without a shortcut where the shapes differ, when it is none', () => {
    expect(layersOf(residual('[conv 8 3x3 p1]', 'none'))).toEqual(['conv1(input) 8x32x32']);
    expect(layersOf(residual('[conv 3 3x3 p1]', 'none'))).toHaveLength(2);
  });

  it('stand in each other, may be repeated and named', () => {
    expect(
      layersOf(
        'input: 8\nlayers:\n  - residual: [dense 8, residual: [dense 8]]\n    repeat: 2\n    as: r\n  - add r',
      ),
    ).toEqual([
      'dense1(input) 8',
      'dense2(dense1) 8',
      'add1(dense2, dense1) 8',
      'add2(add1, input) 8',
      'dense3(add2) 8',
      'dense4(dense3) 8',
      'add3(dense4, dense3) 8',
      'add4(add3, add2) 8',
      'add5(add4, add4) 8',
    ]);
  });

  it('are one step when that is all there is', () => {
    expect(placeless(residual('conv 3 3x3 p1'))).toEqual(placeless(residual('[conv 3 3x3 p1]')));
    expect(placeless(residual('conv 3 3x3 p1 -> relu'))).toEqual(
      placeless(residual('[conv 3 3x3 p1, relu]')),
    );
  });
});

describe('merges', () => {
  it.each([
    'concat a',
    'concat $a',
    'concat: [identity, a]',
    'concat: [identity, $a]',
    'concat: [a]',
    'concat with=a',
    '{op: concat, with: a}',
    'concat: {with: a}',
    'concatenate a',
  ])('join the current tensor: %s', (line) => {
    expect(layersOf(image('relu as a', 'tanh', line)).at(-1)).toBe('concat1(tanh1, a) 6x32x32');
  });

  it('join just the tensors that are named, when there are several', () => {
    expect(layersOf(image('relu as a', 'tanh as b', 'sigmoid', 'add a b')).at(-1)).toBe(
      'add1(a, b) 3x32x32',
    );
    expect(layersOf(image('relu as a', 'tanh as b', 'sigmoid', 'add: [a, b]')).at(-1)).toBe(
      'add1(a, b) 3x32x32',
    );
  });

  it('run each branch from the current tensor', () => {
    expect(
      layersOf(image('concat: [conv 2 1x1, [conv 1 1x1, conv 4 3x3 p1], maxpool 3 /1 p1]')),
    ).toEqual([
      'conv1(input) 2x32x32',
      'conv2(input) 1x32x32',
      'conv3(conv2) 4x32x32',
      'maxpool1(input) 3x32x32',
      'concat1(conv1, conv3, maxpool1) 9x32x32',
    ]);
    const { groups, layers } = networkOf(image('concat: [relu, [tanh, tanh]]'));
    expect(groups.map(({ kind }) => kind)).toEqual(['branch', 'branch']);
    expect(layers.map(({ group }) => group)).toEqual([
      undefined,
      'branch1',
      'branch2',
      'branch2',
      undefined,
    ]);
  });

  it('take attributes', () => {
    expect(
      layersOf('input: 4x6\nlayers:\n  - concat: [identity, identity]\n    axis: 1').at(-1),
    ).toBe('concat1(input, input) 8x6');
    expect(layersOf(image('conv 3 5x5 as a', 'from: input', 'add a crop')).at(-1)).toBe(
      'add1(input, a) 3x28x28',
    );
    expect(
      layersOf(image('conv 3 5x5 as a', 'from: input', '{op: add, with: a, crop: true}')).at(-1),
    ).toBe('add1(input, a) 3x28x28');
  });

  it('count attention over another sequence', () => {
    const { network, analysis } = analyzeText(
      'inputs: {a: 10x64, b: 20x64}\nlayers:\n  - attention heads=8 kv=b from=a',
    );
    expect(network?.layers.at(-1)?.inputs.map(({ layer }) => layer)).toEqual(['a', 'b']);
    expect(analysis?.totals.macs).toBe(2 * 10 * 64 * 64 + 2 * 20 * 64 * 64 + 2 * 64 * 10 * 20);
  });

  it('start from nothing where branches say what they start from', () => {
    expect(
      layersOf(
        'inputs: {a: 8, b: 8}\nlayers:\n  - add: [[from: a, dense 4], [from: b, dense 4]]',
      ).at(-1),
    ).toBe('add1(dense1, dense2) 4');
    expect(
      problemsOf('inputs: {a: 8, b: 8}\nlayers:\n  - add: [dense 4, [from: b, dense 4]]'),
    ).toEqual(['3:11-3:18 missing-input']);
  });
});
