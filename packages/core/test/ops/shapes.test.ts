import { describe, expect, it } from 'vitest';
import type { Shape } from '../../src/ops/operation.js';
import { failure, type Options, run } from './call.js';

const shape = (
  name: string,
  attributes: Record<string, unknown>,
  inputs: readonly Shape[],
  options?: Options,
) => run(name, attributes, inputs, options).shape;

describe('input', () => {
  it('puts the batch first', () => {
    expect(run('input', { shape: [3, 224, 224] }, [])).toMatchObject({
      shape: [1, 3, 224, 224],
      featureMap: true,
    });
    expect(run('input', { shape: [64, 512], batch: 8 }, [])).toMatchObject({
      shape: [8, 64, 512],
      featureMap: false,
    });
    expect(shape('input', { shape: 784 }, [])).toEqual([1, 784]);
    expect(failure('input', { shape: [2 ** 27, 2 ** 27] }, [])).toMatchObject({
      rule: 'absurd-size',
    });
  });
});

describe('flatten', () => {
  it('merges axes', () => {
    expect(run('flatten', {}, [[2, 256, 6, 6]])).toMatchObject({
      shape: [2, 9216],
      featureMap: false,
    });
    expect(shape('flatten', {}, [[2, 5]])).toEqual([2, 5]);
    expect(shape('flatten', { from: 2 }, [[2, 3, 4, 5]])).toEqual([2, 3, 20]);
    expect(shape('flatten', { from: 1, to: 2 }, [[2, 3, 4, 5]])).toEqual([2, 12, 5]);
    expect(failure('flatten', { from: 3, to: 1 }, [[2, 3, 4, 5]]).message).toBe(
      '`from` `3` comes after `to` `1`',
    );
    expect(failure('flatten', { from: 0 }, [[2, 3, 4, 5]])).toMatchObject({ attribute: 'from' });
  });
});

describe('reshape', () => {
  it.each([
    [
      [3, 4],
      [0, -1],
      [3, 4],
    ],
    [[3, 4], [-1], [12]],
    [
      [3, 4],
      [0, 2, -1],
      [3, 2, 2],
    ],
    [
      [3, 4],
      [-1, 0],
      [3, 4],
    ],
    [[784], [1, 28, 28], [1, 28, 28]],
    [
      [8, 6],
      [2, 2, 2, -1],
      [2, 2, 2, 6],
    ],
  ])('makes of %j by %j %j', (from, to, result) => {
    expect(shape('reshape', { shape: to }, [[2, ...from]])).toEqual([2, ...result]);
  });

  it('knows a feature map by its axes', () => {
    expect(run('reshape', { shape: [1, 28, 28] }, [[1, 784]]).featureMap).toBe(true);
    expect(run('reshape', { shape: [64, 49] }, [[1, 64, 7, 7]]).featureMap).toBe(false);
    expect(shape('reshape', { shape: 784 }, [[1, 1, 28, 28]])).toEqual([1, 784]);
  });

  it('names what does not fit', () => {
    expect(failure('reshape', { shape: [-1, -1] }, [[1, 12]]).message).toBe(
      '`shape` `-1x-1` has more than one `-1`',
    );
    expect(failure('reshape', { shape: [5, 2] }, [[1, 3, 4]]).message).toBe(
      '`reshape` cannot make `5×2` of `3×4`, which holds `12` numbers',
    );
    expect(failure('reshape', { shape: [5, -1] }, [[1, 12]]).attribute).toBe('shape');
    expect(failure('reshape', { shape: [6, 2, 0] }, [[1, 12]]).message).toContain('copies axis 3');
  });
});

describe('permute', () => {
  it('counts from the batch axis, or without it', () => {
    expect(shape('permute', { order: [0, 2, 1] }, [[1, 10, 64]])).toEqual([1, 64, 10]);
    expect(shape('permute', { order: [2, 1] }, [[1, 10, 64]])).toEqual([1, 64, 10]);
  });

  it('knows channels-last from channels-first', () => {
    expect(run('permute', { order: [0, 2, 3, 1] }, [[1, 96, 7, 8]])).toMatchObject({
      shape: [1, 7, 8, 96],
      featureMap: false,
    });
    expect(
      run('permute', { order: [0, 3, 1, 2] }, [[1, 7, 8, 96]], { featureMap: false }),
    ).toMatchObject({
      shape: [1, 96, 7, 8],
      featureMap: true,
    });
    expect(run('permute', { order: [0, 1, 3, 2] }, [[1, 96, 7, 8]]).featureMap).toBe(true);
  });

  it('names what is no order', () => {
    expect(failure('permute', { order: [0, 2, 2] }, [[1, 10, 64]])).toMatchObject({
      message: '`order` `0 2 2` is no order of the 3 axes of the input, batch included',
      hint: 'Write each of 0, 1, 2 once, or leave out the 0.',
    });
    expect(failure('permute', { order: [0, 1] }, [[1, 10, 64]]).attribute).toBe('order');
    expect(failure('permute', { order: [1, 2, 3] }, [[1, 10, 64]]).attribute).toBe('order');
    expect(failure('permute', { order: [1, 0, 2] }, [[1, 10, 64]]).message).toBe(
      '`order` `1 0 2` moves the batch axis',
    );
  });
});

describe('squeeze and unsqueeze', () => {
  it('drop and add axes of size 1', () => {
    expect(run('squeeze', {}, [[1, 64, 1, 1]])).toMatchObject({
      shape: [1, 64],
      featureMap: false,
    });
    expect(shape('squeeze', { axis: 3 }, [[1, 64, 5, 1]])).toEqual([1, 64, 5]);
    expect(shape('squeeze', {}, [[1, 1, 1]])).toEqual([1, 1]);
    expect(failure('squeeze', { axis: 2 }, [[1, 64, 5, 1]]).message).toBe(
      '`squeeze` drops axes of size 1, but axis `2` is `5`',
    );
    expect(shape('unsqueeze', { axis: 1 }, [[1, 28, 28]])).toEqual([1, 1, 28, 28]);
    expect(shape('unsqueeze', { axis: -1 }, [[1, 28]])).toEqual([1, 28, 1]);
    expect(failure('unsqueeze', { axis: 4 }, [[1, 28]]).attribute).toBe('axis');
  });
});

describe('tokens, select, slice and split', () => {
  it('make a sequence of positions', () => {
    expect(run('tokens', {}, [[1, 768, 14, 14]])).toMatchObject({
      shape: [1, 196, 768],
      featureMap: false,
    });
    expect(failure('tokens', {}, [[1, 768]]).message).toContain('`tokens` needs channels');
  });

  it('take one position', () => {
    expect(shape('select', {}, [[1, 197, 768]])).toEqual([1, 768]);
    expect(shape('select', { index: -1, axis: 2 }, [[1, 197, 768]])).toEqual([1, 197]);
    expect(failure('select', { index: 197 }, [[1, 197, 768]]).message).toBe(
      '`index` `197` is beyond axis `1`, which has `197` positions',
    );
    expect(failure('select', { index: -198 }, [[1, 197, 768]]).attribute).toBe('index');
  });

  it.each([
    [{ from: -1, to: -100, step: -3 }, 4],
    [{ from: 2, to: Number.MAX_SAFE_INTEGER, step: 3 }, 3],
    [{ from: 0, to: 5 }, 5],
    [{ from: -4 }, 4],
    [{ to: -1 }, 9],
    [{ step: 2 }, 5],
    [{ step: -1 }, 10],
  ])('slice %j of 10 is %i', (attributes, count) => {
    expect(shape('slice', attributes, [[1, 10, 4]])).toEqual([1, count, 4]);
    expect(shape('slice', { ...attributes, axis: -1 }, [[1, 4, 10]])).toEqual([1, 4, count]);
  });

  it('say when a slice is empty', () => {
    expect(failure('slice', { from: 5, to: 5 }, [[1, 10, 4]]).message).toBe(
      '`slice` from `5` to `5` takes nothing of axis `1`, which has `10` positions',
    );
  });

  it('cut into parts', () => {
    expect(run('split', { parts: 3 }, [[1, 48, 4, 4]]).outputs).toEqual([
      [1, 16, 4, 4],
      [1, 16, 4, 4],
      [1, 16, 4, 4],
    ]);
    expect(run('split', { sizes: [16, 32], axis: -1 }, [[1, 5, 48]]).outputs).toEqual([
      [1, 5, 16],
      [1, 5, 32],
    ]);
    expect(failure('split', { parts: 5 }, [[1, 48, 4, 4]]).message).toBe(
      '`parts` `5` does not divide axis `1`, which has `48`',
    );
    expect(failure('split', { sizes: [16, 16] }, [[1, 48]]).message).toBe(
      '`sizes` `16, 16` make `32`, but axis `1` has `48`',
    );
    expect(failure('split', {}, [[1, 48]]).hint).toContain('split 2');
    expect(failure('split', { parts: 2, sizes: [24, 24] }, [[1, 48]]).attribute).toBe('parts');
  });
});

describe('pad and crop', () => {
  it('add and cut positions', () => {
    expect(shape('pad', { padding: 3 }, [[1, 3, 224, 224]])).toEqual([1, 3, 230, 230]);
    expect(
      shape(
        'pad',
        {
          padding: [
            [0, 1],
            [2, 0],
          ],
        },
        [[1, 3, 8, 8]],
      ),
    ).toEqual([1, 3, 9, 10]);
    expect(shape('crop', { size: 500 }, [[1, 21, 568, 568]])).toEqual([1, 21, 500, 500]);
    expect(shape('crop', { amount: [[19, 49]] }, [[1, 21, 568, 568]])).toEqual([1, 21, 500, 500]);
    expect(run('crop', { amount: 5 }, [[1, 8, 44, 44]])).toMatchObject({ shape: [1, 8, 34, 34] });
    expect(failure('crop', { size: 9 }, [[1, 8, 8, 12]]).message).toBe(
      '`size` `9` is larger than the input, whose height is `8`',
    );
    expect(failure('crop', { amount: 4 }, [[1, 8, 8, 12]]).message).toBe(
      '`amount` `4` and `4` leave nothing of the height `8`',
    );
    expect(failure('crop', {}, [[1, 8, 8, 12]]).message).toContain('either a size or amounts');
  });
});

describe('resizing', () => {
  it('rounds down', () => {
    expect(shape('upsample', { scale: 1.5 }, [[1, 3, 7, 7]])).toEqual([1, 3, 10, 10]);
    expect(shape('upsample', { scale: [2, 3] }, [[1, 3, 7, 7]])).toEqual([1, 3, 14, 21]);
    expect(shape('resize', { size: [64, 32] }, [[1, 3, 7, 7]])).toEqual([1, 3, 64, 32]);
    expect(failure('upsample', { scale: 0.1 }, [[1, 3, 7, 7]]).message).toContain(
      'nothing is left',
    );
    expect(failure('upsample', { scale: 2, size: 4 }, [[1, 3, 7, 7]]).message).toContain(
      'either a scale or a size',
    );
    expect(failure('resize', {}, [[1, 3, 7, 7]]).hint).toContain('`upsample 2`');
  });

  it('moves between channels and space', () => {
    expect(shape('pixelshuffle', { factor: 3 }, [[1, 27, 4, 4]])).toEqual([1, 3, 12, 12]);
    expect(shape('pixelunshuffle', {}, [[1, 3, 8, 8]])).toEqual([1, 12, 4, 4]);
    expect(failure('pixelshuffle', {}, [[1, 6, 4, 4]]).message).toBe(
      '`factor` `2` takes `4` channels for one, which does not divide `6`',
    );
    expect(failure('pixelunshuffle', {}, [[1, 6, 4, 5]]).message).toBe(
      '`factor` `2` does not divide the width `5`',
    );
    expect(shape('shuffle', { groups: 4 }, [[1, 8, 4, 4]])).toEqual([1, 8, 4, 4]);
    expect(failure('shuffle', { groups: 3 }, [[1, 8, 4, 4]]).attribute).toBe('groups');
  });
});

describe('merges', () => {
  it('stretch sizes of 1, but not in Caffe', () => {
    expect(
      shape('mul', {}, [
        [1, 64, 8, 8],
        [1, 64, 1, 1],
      ]),
    ).toEqual([1, 64, 8, 8]);
    expect(shape('add', {}, [[7, 3], [1, 3], [3]])).toEqual([7, 3]);
    expect(
      shape(
        'average',
        {},
        [
          [1, 5],
          [1, 5],
          [1, 5],
        ],
        { profile: 'caffe' },
      ),
    ).toEqual([1, 5]);
    expect(
      failure(
        'mul',
        {},
        [
          [1, 64, 8, 8],
          [1, 64, 1, 1],
        ],
        { profile: 'caffe' },
      ).message,
    ).toBe('`mul` needs equal shapes, but gets `64×8×8` and `64×1×1`');
  });

  it('name both shapes, and a way out', () => {
    expect(
      failure('add', {}, [
        [1, 64, 56, 56],
        [1, 64, 55, 55],
      ]),
    ).toMatchObject({
      message: '`add` needs shapes that fit, but gets `64×56×56` and `64×55×55`',
      hint: 'Bring both to one size, or write `crop` to cut to the smaller.',
    });
    expect(
      failure('mul', {}, [
        [1, 64, 8, 8],
        [1, 64],
      ]).hint,
    ).toContain('`gap keep`');
    expect(
      failure('add', {}, [
        [1, 64, 8, 8],
        [1, 32, 8, 8],
      ]).hint,
    ).toContain('1×1');
    expect(failure('add', {}, [[1, 64]]).message).toBe('`add` takes at least 2 inputs, but has 1');
    expect(
      failure('sub', {}, [
        [1, 4],
        [1, 4],
        [1, 4],
      ]).message,
    ).toBe('`sub` takes 2 inputs, but has 3');
  });

  it('put side by side along the channels or the features', () => {
    expect(
      shape('concat', {}, [
        [1, 64, 8, 8],
        [1, 32, 8, 8],
        [1, 4, 8, 8],
      ]),
    ).toEqual([1, 100, 8, 8]);
    expect(
      shape('concat', {}, [
        [1, 10, 64],
        [1, 10, 32],
      ]),
    ).toEqual([1, 10, 96]);
    expect(
      shape('concat', { axis: 1 }, [
        [1, 10, 64],
        [1, 5, 64],
      ]),
    ).toEqual([1, 15, 64]);
    expect(
      shape('concat', {}, [
        [1, 64],
        [1, 36],
      ]),
    ).toEqual([1, 100]);
    expect(
      failure('concat', {}, [
        [1, 64, 8, 8],
        [1, 32, 7, 8],
      ]),
    ).toMatchObject({
      message: '`concat` needs shapes that differ only in axis `1`, but gets `64×8×8` and `32×7×8`',
      hint: 'Bring all to one size, or write `crop` to cut to the smallest.',
    });
    expect(
      failure('concat', {}, [
        [1, 64, 8, 8],
        [1, 32],
      ]).message,
    ).toContain('`64×8×8` and `32`');
  });

  it.each([
    [64, 56, 4],
    [136, 104, 16],
    [280, 200, 40],
    [568, 392, 88],
  ])('crop a skip of U-Net from %i to %i by %i', (skip, up, cut) => {
    const merged = run('concat', { crop: true }, [
      [1, 8, skip, skip],
      [1, 8, up, up],
    ]);
    expect(merged.shape).toEqual([1, 16, up, up]);
    expect(merged.windows(0)).toEqual(
      Array(2).fill({ kernel: 1, stride: 1, dilation: 1, padding: -cut }),
    );
    expect(merged.windows(1)).toEqual(
      Array(2).fill({ kernel: 1, stride: 1, dilation: 1, padding: 0 }),
    );
  });

  it('crop only feature maps of one kind', () => {
    expect(
      shape('add', { crop: true }, [
        [1, 8, 9, 5],
        [1, 8, 7, 6],
      ]),
    ).toEqual([1, 8, 7, 5]);
    expect(
      failure('concat', { crop: true }, [
        [1, 8],
        [1, 8],
      ]).attribute,
    ).toBe('crop');
    expect(
      failure('add', { crop: true }, [
        [1, 8, 4, 4],
        [1, 8, 4],
      ]).message,
    ).toContain('equally many axes');
  });

  it('multiply matrices', () => {
    expect(
      run('matmul', {}, [
        [5, 1, 2, 3],
        [7, 3, 4],
      ]),
    ).toMatchObject({ shape: [5, 7, 2, 4], macs: 5 * 7 * 2 * 3 * 4 });
    expect(shape('matmul', {}, [[3], [3]])).toEqual([1]);
    expect(shape('matmul', {}, [[2, 3], [3]])).toEqual([2]);
    expect(
      shape('matmul', { transpose: true }, [
        [1, 10, 64],
        [1, 20, 64],
      ]),
    ).toEqual([1, 10, 20]);
    expect(
      failure('matmul', {}, [
        [1, 10, 64],
        [1, 20, 64],
      ]).message,
    ).toBe('`matmul` cannot multiply `10×64` with `20×64`');
    expect(
      failure('matmul', {}, [
        [2, 4, 4],
        [3, 4, 4],
      ]).message,
    ).toContain('cannot multiply');
  });
});
