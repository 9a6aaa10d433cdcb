import { describe, expect, it } from 'vitest';
import { complaints } from './call.js';

describe('attributes', () => {
  it.each([
    [
      'conv',
      { kernel: 3 },
      '`conv` needs the number of its filters: write `conv 64 3x3`, or `out: 64`',
    ],
    [
      'conv',
      { out: 64 },
      '`conv` needs the size of its kernel: write `conv 64 3x3`, or `kernel: 3`',
    ],
    ['dwconv', {}, '`dwconv` needs the size of its kernel: write `dwconv 3x3`, or `kernel: 3`'],
    [
      'upconv',
      { kernel: 2 },
      '`upconv` needs the number of its filters: write `upconv 64 2x2 /2`, or `out: 64`',
    ],
    ['dense', {}, '`dense` needs the number of its units: write `dense 10`, or `out: 10`'],
    ['maxpool', {}, '`maxpool` needs the size of its window: write `maxpool 2`, or `kernel: 2`'],
    [
      'adaptiveavgpool',
      {},
      '`adaptiveavgpool` needs the size of its output: write `adaptiveavgpool 6x6`, or `out: 6`',
    ],
    [
      'embedding',
      { out: 5 },
      '`embedding` needs the number of its vectors: write `embedding 512 vocab=37000`',
    ],
    ['lstm', {}, '`lstm` needs the number of its units: write `lstm 64`, or `out: 64`'],
    ['input', {}, '`input` needs a shape: write `input: 3x224x224`'],
    ['reshape', {}, '`reshape` needs a shape: write `reshape 64x7x7`, or `shape: [64, 7, 7]`'],
    ['permute', {}, '`permute` needs the new order of the axes: write `permute 0 2 1`'],
    ['op', {}, '`op` needs a name: write `op Name out=512 params=1000`'],
    ['dense', { out: 0 }, '`out` must be a whole number of at least 1, not `0`'],
    ['dense', { out: 2.5 }, '`out` must be a whole number of at least 1, not `2.5`'],
    ['dense', { out: 'ten' }, '`out` must be a whole number of at least 1, not `ten`'],
    ['dense', { out: 1e300 }, '`out` must be a whole number of at least 1, not `1e+300`'],
    ['dense', { out: 10, bias: 'yes' }, '`bias` must be `true` or `false`, not `yes`'],
    [
      'conv',
      { out: 1, kernel: [3, 0] },
      '`kernel` must be a whole number of at least 1, or one for each spatial axis, not `0`',
    ],
    [
      'conv',
      { out: 1, kernel: 3, padding: 'smae' },
      '`padding` must be a whole number, one for each spatial axis, `[before, after]` for each, or `same`, `valid`, `causal`, not `smae`',
    ],
    [
      'maxpool',
      { kernel: 3, padding: 'causal' },
      '`padding` must be a whole number, one for each spatial axis, `[before, after]` for each, or `same`, `valid`, not `causal`',
    ],
    ['slice', { step: 0 }, '`step` must be a whole number other than 0, not `0`'],
    ['split', { parts: 1e9 }, '`parts` must be a whole number from 2 to 1024, not `1000000000`'],
    [
      'upsample',
      { scale: 0 },
      '`scale` must be a number above 0, or one for each spatial axis, not `0`',
    ],
    [
      'resize',
      { size: 4, mode: 'best' },
      '`mode` must be one of `nearest`, `bilinear`, `trilinear`, `bicubic`, `area`, not `best`',
    ],
    ['leakyrelu', { slope: 'x' }, '`slope` must be a number, not `x`'],
  ])('%s %j', (name, attributes, message) => {
    expect(complaints(name, attributes)).toContain(message);
  });

  it('are all reported at once', () => {
    expect(complaints('conv', { stride: 0 })).toHaveLength(3);
  });
});
