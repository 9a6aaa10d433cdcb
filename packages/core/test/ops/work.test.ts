import { describe, expect, it } from 'vitest';
import type { Shape, Work } from '../../src/ops/operation.js';
import { type Options, run } from './call.js';

const none = {
  comparisons: 0,
  additions: 0,
  multiplications: 0,
  divisions: 0,
  exponentials: 0,
};

type Case = readonly [
  name: string,
  attributes: Record<string, unknown>,
  inputs: readonly Shape[],
  work: Work,
  options?: Options,
];

const row: readonly Shape[] = [[1, 10]];
const map: readonly Shape[] = [[1, 8, 6, 6]];

const cases: readonly Case[] = [
  // Biases: one addition a number, none without.
  ['conv', { out: 4, kernel: 3 }, map, { additions: 4 * 16 }],
  ['conv', { out: 4, kernel: 3, bias: false }, map, {}],
  ['dwconv', { kernel: 3, padding: 1 }, map, { additions: 8 * 36 }],
  ['sepconv', { out: 4, kernel: 3 }, map, { additions: 4 * 16 }],
  ['upconv', { out: 4, kernel: 2, stride: 2 }, map, { additions: 4 * 144 }],
  ['dense', { out: 4 }, row, { additions: 4 }],
  ['dense', { out: 4, bias: false }, [[5, 10]], {}],
  // Pooling: k − 1 comparisons, or k − 1 additions and a division.
  ['maxpool', { kernel: 2 }, map, { comparisons: 72 * 3 }],
  ['maxpool', { kernel: 3, stride: 2, padding: 1 }, map, { comparisons: 72 * 8 }],
  ['avgpool', { kernel: 3 }, map, { additions: 32 * 8, divisions: 32 }],
  ['gap', {}, map, { additions: 8 * 35, divisions: 8 }],
  ['gmp', {}, map, { comparisons: 8 * 35 }],
  ['adaptivemaxpool', { out: 3 }, map, { comparisons: 72 * 3 }],
  // Windows of 7 positions in 3 parts take 3, 3 and 3; in 4 parts 2, 3, 3 and 2.
  ['adaptiveavgpool', { out: 3 }, [[1, 1, 7, 7]], { additions: 81 - 9, divisions: 9 }],
  ['adaptivemaxpool', { out: [3, 4] }, [[1, 2, 7, 7]], { comparisons: 2 * (90 - 12) }],
  // Normalization with statistics that are known, and with those of the input.
  ['batchnorm', {}, map, { multiplications: 288, additions: 288 }],
  ['batchnorm', { affine: false }, map, { multiplications: 288, additions: 288 }],
  ['scale', {}, map, { multiplications: 288 }],
  ['scale', { bias: true }, map, { multiplications: 288, additions: 288 }],
  [
    'layernorm',
    {},
    [[1, 5, 10]],
    { additions: 5 * (29 + 10), multiplications: 5 * 20, divisions: 5 * 12, exponentials: 5 },
  ],
  [
    'layernorm',
    { affine: false },
    [[1, 5, 10]],
    { additions: 5 * 29, multiplications: 5 * 10, divisions: 5 * 12, exponentials: 5 },
  ],
  [
    'rmsnorm',
    {},
    [[1, 5, 10]],
    { additions: 50, multiplications: 100, divisions: 55, exponentials: 5 },
  ],
  [
    'groupnorm',
    { groups: 2 },
    map,
    {
      additions: 2 * (3 * 144 - 1) + 288,
      multiplications: 288 + 288,
      divisions: 2 * 146,
      exponentials: 2,
    },
  ],
  [
    'instancenorm',
    {},
    map,
    { additions: 8 * 107, multiplications: 288, divisions: 8 * 38, exponentials: 8 },
  ],
  [
    'lrn',
    { size: 5 },
    map,
    { additions: 5 * 288, multiplications: 576, divisions: 288, exponentials: 288 },
  ],
  // Activations.
  ['relu', {}, [[2, 10]], { comparisons: 20 }],
  ['relu6', {}, row, { comparisons: 20 }],
  ['leakyrelu', {}, row, { comparisons: 10, multiplications: 10 }],
  ['prelu', {}, row, { comparisons: 10, multiplications: 10 }],
  ['elu', {}, row, { comparisons: 10, additions: 10, multiplications: 10, exponentials: 10 }],
  ['sigmoid', {}, row, { additions: 10, divisions: 10, exponentials: 10 }],
  ['tanh', {}, row, { additions: 20, multiplications: 10, divisions: 10, exponentials: 10 }],
  ['gelu', {}, row, { additions: 10, multiplications: 30, exponentials: 10 }],
  ['silu', {}, row, { additions: 10, multiplications: 10, divisions: 10, exponentials: 10 }],
  ['mish', {}, row, { additions: 30, multiplications: 20, divisions: 10, exponentials: 30 }],
  ['hardswish', {}, row, { comparisons: 20, additions: 10, multiplications: 20 }],
  ['bnll', {}, row, { additions: 10, exponentials: 20 }],
  ['identity', {}, row, {}],
  ['pow', {}, row, { exponentials: 10 }],
  ['pow', { exponent: 1, scale: 2, shift: 1 }, row, { multiplications: 10, additions: 10 }],
  ['softmax', {}, row, { additions: 9, divisions: 10, exponentials: 10 }],
  ['softmax', {}, map, { additions: 36 * 7, divisions: 288, exponentials: 288 }],
  ['softmax', { axis: -1 }, map, { additions: 48 * 5, divisions: 288, exponentials: 288 }],
  ['logsoftmax', {}, row, { additions: 19, exponentials: 11 }],
  ['sparsemax', {}, row, { comparisons: 60, additions: 30, multiplications: 10, divisions: 1 }],
  ['swiglu', {}, row, { additions: 5, multiplications: 10, divisions: 5, exponentials: 5 }],
  ['reglu', {}, row, { comparisons: 5, multiplications: 5 }],
  // Merges: one less than there are inputs.
  ['add', {}, [...row, ...row, ...row], { additions: 20 }],
  [
    'add',
    {},
    [
      [1, 8, 6, 6],
      [1, 8, 1, 1],
    ],
    { additions: 288 },
  ],
  ['sub', {}, [...row, ...row], { additions: 10 }],
  ['mul', {}, [...row, ...row], { multiplications: 10 }],
  ['div', {}, [...row, ...row], { divisions: 10 }],
  ['maximum', {}, [...row, ...row, ...row], { comparisons: 20 }],
  ['minimum', {}, [...row, ...row], { comparisons: 10 }],
  ['average', {}, [...row, ...row, ...row], { additions: 20, divisions: 10 }],
  ['concat', {}, [...map, ...map], {}],
  [
    'matmul',
    { transpose: true },
    [
      [1, 5, 10],
      [1, 5, 10],
    ],
    {},
  ],
  // Sequences.
  [
    'attention',
    { heads: 2 },
    [[1, 5, 8]],
    {
      additions: 2 * 5 * 4 + 4 * 5 * 8,
      multiplications: 50,
      divisions: 50,
      exponentials: 50,
    },
  ],
  [
    'attention',
    { heads: 2, bias: false },
    [
      [3, 5, 8],
      [3, 7, 8],
    ],
    { additions: 3 * 2 * 5 * 6, multiplications: 210, divisions: 210, exponentials: 210 },
  ],
  [
    'attention',
    { heads: 2, project: false },
    [[1, 5, 8]],
    { additions: 40, multiplications: 50, divisions: 50, exponentials: 50 },
  ],
  [
    'rnn',
    { out: 4 },
    [[1, 5, 8]],
    { additions: 20 * 4, multiplications: 20, divisions: 20, exponentials: 20 },
  ],
  [
    'lstm',
    { out: 4, bias: false },
    [[1, 5, 8]],
    { additions: 20 * 8, multiplications: 20 * 5, divisions: 20 * 5, exponentials: 20 * 5 },
  ],
  [
    'lstm',
    { out: 4, layers: 2, bidirectional: true },
    [[1, 5, 8]],
    { additions: 80 * 12, multiplications: 80 * 5, divisions: 80 * 5, exponentials: 80 * 5 },
    { profile: 'keras' },
  ],
  [
    'gru',
    { out: 4 },
    [[1, 5, 8]],
    { additions: 20 * 12, multiplications: 20 * 4, divisions: 20 * 3, exponentials: 20 * 3 },
  ],
  ['position', {}, [[1, 5, 8]], { additions: 40 }],
  ['embedding', { out: 4, vocab: 9 }, [[1, 5]], {}],
  // Resampling: a sum with known weights, or a mean.
  ['upsample', { scale: 2 }, map, {}],
  [
    'upsample',
    { scale: 2, mode: 'bilinear' },
    map,
    { additions: 1152 * 3, multiplications: 1152 * 4 },
  ],
  ['resize', { size: 3, mode: 'bicubic' }, map, { additions: 72 * 15, multiplications: 72 * 16 }],
  ['resize', { size: 3, mode: 'area' }, map, { additions: 72 * 3, divisions: 72 }],
  // What only moves or leaves numbers.
  ['dropout', {}, row, {}],
  ['flatten', {}, map, {}],
  ['pixelshuffle', {}, map, {}],
  ['split', { parts: 2 }, map, {}],
  ['pad', {}, map, {}],
];

describe('work', () => {
  for (const [name, attributes, inputs, work, options] of cases) {
    it(`of ${name} ${JSON.stringify(attributes)} on ${JSON.stringify(inputs)}`, () => {
      expect(run(name, attributes, inputs, options).work).toEqual({ ...none, ...work });
    });
  }

  it('takes no longer where windows are many', () => {
    const size = 2 ** 40;
    const { work } = run('adaptivemaxpool', { out: size / 2 }, [[1, 1, size]], {
      featureMap: true,
    });
    expect(work.comparisons).toBe(size / 2);
  });
});
