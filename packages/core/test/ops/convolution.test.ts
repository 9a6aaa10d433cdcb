import { describe, expect, it } from 'vitest';
import { failure, run } from './call.js';

describe('conv', () => {
  it('counts as AlexNet says', () => {
    expect(
      run('conv', { out: 64, kernel: 11, stride: 4, padding: 2 }, [[1, 3, 224, 224]]),
    ).toMatchObject({
      shape: [1, 64, 55, 55],
      params: 23_296,
      macs: 70_276_800,
      buffers: 0,
      featureMap: true,
    });
  });

  it('follows the rank of its input', () => {
    expect(run('conv', { out: 8, kernel: 3 }, [[1, 4, 10]])).toMatchObject({
      shape: [1, 8, 8],
      params: 104,
    });
    expect(run('conv', { out: 8, kernel: 3 }, [[1, 4, 10, 9, 8]])).toMatchObject({
      shape: [1, 8, 8, 7, 6],
      params: 872,
      macs: 8 * 4 * 27 * 8 * 7 * 6,
    });
    expect(run('conv', { out: 8, kernel: [3, 5] }, [[1, 4, 10, 10]])).toMatchObject({
      shape: [1, 8, 8, 6],
      params: 8 * 4 * 15 + 8,
      label: 'Conv 3×5',
    });
  });

  it('counts the batch in MACs only', () => {
    const one = run('conv', { out: 8, kernel: 3 }, [[1, 4, 10, 10]]);
    const many = run('conv', { out: 8, kernel: 3 }, [[16, 4, 10, 10]]);
    expect(many.params).toBe(one.params);
    expect(many.macs).toBe(16 * one.macs);
  });

  it('splits channels into groups', () => {
    expect(
      run('conv', { out: 256, kernel: 5, groups: 2, padding: 2 }, [[1, 96, 27, 27]]),
    ).toMatchObject({
      params: 256 * 48 * 25 + 256,
      macs: 223_948_800,
    });
    expect(
      run('conv', { out: 32, kernel: 3, groups: 32, bias: false }, [[1, 32, 8, 8]]).params,
    ).toBe(288);
  });

  it.each([
    [7, 4],
    [8, 4],
    [224, 112],
    [225, 113],
  ])('same, k3 s2: %i → %i', (n, out) => {
    for (const profile of ['torch', 'keras', 'caffe'] as const) {
      const same = { out: 1, kernel: 3, stride: 2, padding: 'same' };
      expect(run('conv', same, [[1, 1, n, n]], { profile }).shape).toEqual([1, 1, out, out]);
    }
  });

  it('keeps the size with same, dilated or even', () => {
    const same = { out: 1, padding: 'same' };
    expect(run('conv', { ...same, kernel: 3, dilation: 2 }, [[1, 1, 10, 10]]).shape).toEqual([
      1, 1, 10, 10,
    ]);
    expect(run('conv', { ...same, kernel: 4 }, [[1, 1, 10, 10]]).shape).toEqual([1, 1, 10, 10]);
    expect(run('conv', { ...same, kernel: 5 }, [[1, 1, 2, 2]], { profile: 'keras' }).shape).toEqual(
      [1, 1, 2, 2],
    );
  });

  it('puts an odd rest of same at the end: by size in Keras, always in PyTorch', () => {
    const before = (profile: 'keras' | 'torch', n: number) => {
      const windows = run('conv', { out: 1, kernel: 3, stride: 2, padding: 'same' }, [[1, 1, n]], {
        profile,
      }).windows();
      return Array.isArray(windows) ? windows[0].padding : windows;
    };
    expect(before('keras', 8)).toBe(0);
    expect(before('keras', 7)).toBe(1);
    expect(before('torch', 8)).toBe(1);
  });

  it.each([
    [7, 3],
    [8, 3],
  ])('valid, k3 s2: %i → %i', (n, out) => {
    expect(
      run('conv', { out: 1, kernel: 3, stride: 2, padding: 'valid' }, [[1, 1, n, n]]).shape,
    ).toEqual([1, 1, out, out]);
  });

  it('pads before with causal', () => {
    const causal = run('conv', { out: 1, kernel: 3, dilation: 4, padding: 'causal' }, [[1, 1, 20]]);
    expect(causal.shape).toEqual([1, 1, 20]);
    expect(causal.windows()).toEqual([{ kernel: 3, stride: 1, dilation: 4, padding: 8 }]);
    expect(failure('conv', { out: 1, kernel: 3, padding: 'causal' }, [[1, 1, 9, 9]])).toMatchObject(
      {
        message: '`padding` `causal` needs one spatial axis, but the input has 2',
        attribute: 'padding',
      },
    );
  });

  it('takes padding by axis and by side', () => {
    const shape = (padding: unknown) =>
      run('conv', { out: 1, kernel: 3, padding }, [[1, 1, 8, 8]]).shape;
    expect(shape([0, 1])).toEqual([1, 1, 6, 8]);
    expect(
      shape([
        [0, 1],
        [2, 3],
      ]),
    ).toEqual([1, 1, 7, 11]);
    expect(shape([[0, 1]])).toEqual([1, 1, 7, 7]);
  });

  it('rounds up if asked', () => {
    const shape = (ceil: boolean) =>
      run('conv', { out: 1, kernel: 3, stride: 2, ceil }, [[1, 1, 8, 8]]).shape;
    expect(shape(false)).toEqual([1, 1, 3, 3]);
    expect(shape(true)).toEqual([1, 1, 4, 4]);
  });

  it('names what does not fit', () => {
    expect(failure('conv', { out: 8, kernel: 5 }, [[1, 3, 3, 8]]).message).toBe(
      'the kernel `5` is larger than the input, whose height is `3`',
    );
    expect(
      failure('conv', { out: 8, kernel: 3, dilation: 4, padding: 1 }, [[1, 3, 9, 6]]).message,
    ).toBe(
      'the kernel `3` (`9` with dilation `4`) is larger than the input, whose width is `6` (`8` with padding)',
    );
    expect(failure('conv', { out: 8, kernel: 3, groups: 4 }, [[1, 6, 9, 9]])).toMatchObject({
      message: '`groups` `4` does not divide the `6` input channels',
      attribute: 'groups',
    });
    expect(failure('conv', { out: 6, kernel: 3, groups: 4 }, [[1, 8, 9, 9]]).message).toBe(
      '`groups` `4` does not divide the `6` filters',
    );
    expect(failure('conv', { out: 8, kernel: [3, 3, 3] }, [[1, 6, 9, 9]])).toMatchObject({
      message: '`kernel` has 3 values, but the input has 2 spatial axes',
      hint: 'Write one value, or one for each of height, width.',
      attribute: 'kernel',
    });
    expect(failure('conv', { out: 8, kernel: 3, stride: [1, 2] }, [[1, 6, 9]]).message).toBe(
      '`stride` has 2 values, but the input has 1 spatial axis',
    );
    expect(failure('conv', { out: 8, kernel: 3 }, [[1, 784]])).toMatchObject({
      message: '`conv` needs channels and one to three spatial axes, but gets `784`',
      hint: 'Write `reshape` before it, such as `reshape 1x28x28`, or use `dense`.',
    });
    expect(failure('conv', { out: 8, kernel: 3 }, [[1, 2, 3, 4, 5, 6]]).message).toContain(
      '`2×3×4×5×6`',
    );
  });

  it('refuses absurd sizes', () => {
    expect(failure('conv', { out: 1e15, kernel: 1 }, [[1, 1, 224, 224]])).toMatchObject({
      rule: 'absurd-size',
    });
    expect(failure('conv', { out: 1e11, kernel: 3 }, [[1, 1e5, 3, 3]]).message).toMatch(
      /^`conv` would have `9000\d+` parameters, too many to count exactly$/,
    );
    expect(failure('conv', { out: 1, kernel: 1, padding: 2 ** 52 }, [[1, 1, 3]])).toMatchObject({
      rule: 'absurd-size',
    });
  });
});

describe('dwconv and sepconv', () => {
  it('have filters for each channel', () => {
    expect(run('dwconv', { kernel: 3, padding: 1 }, [[1, 32, 8, 8]])).toMatchObject({
      shape: [1, 32, 8, 8],
      params: 320,
      macs: 32 * 64 * 9,
    });
    expect(run('dwconv', { kernel: 3, multiplier: 2, bias: false }, [[1, 16, 8, 8]])).toMatchObject(
      {
        shape: [1, 32, 6, 6],
        params: 288,
        macs: 32 * 36 * 9,
      },
    );
  });

  it('have one bias between them', () => {
    expect(run('sepconv', { out: 64, kernel: 3, padding: 'same' }, [[1, 16, 8, 8]])).toMatchObject({
      shape: [1, 64, 8, 8],
      params: 1_232,
      macs: 64 * (16 * 9 + 16 * 64),
    });
    expect(
      run('sepconv', { out: 64, kernel: 3, multiplier: 2, bias: false }, [[1, 16, 8, 8]]).params,
    ).toBe(2 * 16 * 9 + 2 * 16 * 64);
  });
});

describe('upconv', () => {
  const size = (
    n: number,
    attributes: Record<string, unknown>,
    profile: 'torch' | 'keras' | 'caffe' = 'torch',
  ) => run('upconv', { out: 1, ...attributes }, [[1, 1, n, n]], { profile }).shape?.at(-1);

  it('follows PyTorch', () => {
    expect(size(7, { kernel: 4, stride: 2, padding: 1 })).toBe(14);
    expect(size(7, { kernel: 3, stride: 2, padding: 1, outputPadding: 1 })).toBe(14);
    expect(size(7, { kernel: 3, dilation: 2 })).toBe(11);
    expect(size(4, { kernel: 2, stride: 3 })).toBe(11);
    expect(size(4, { kernel: 3, stride: 2, padding: 'same' })).toBe(8);
    expect(size(4, { kernel: 2, stride: 3, padding: 'valid' })).toBe(11);
    expect(size(4, { kernel: 4, stride: 2, padding: [[1, 0]] })).toBe(9);
  });

  it('follows Keras', () => {
    expect(size(4, { kernel: 3, stride: 2, padding: 'same' }, 'keras')).toBe(8);
    expect(size(4, { kernel: 3, stride: 2, padding: 'same', outputPadding: 0 }, 'keras')).toBe(7);
    expect(size(4, { kernel: 3, stride: 2, padding: 'same', outputPadding: 1 }, 'keras')).toBe(8);
    expect(size(4, { kernel: 2, stride: 3, padding: 'valid' }, 'keras')).toBe(12);
    expect(size(4, { kernel: 2, stride: 3 }, 'keras')).toBe(12);
    expect(size(4, { kernel: 3, stride: 2 }, 'keras')).toBe(9);
    expect(size(4, { kernel: 3, stride: 2, padding: 'valid', outputPadding: 1 }, 'keras')).toBe(10);
  });

  it('counts as U-Net says, and by groups', () => {
    expect(run('upconv', { out: 512, kernel: 2, stride: 2 }, [[1, 1024, 28, 28]])).toMatchObject({
      shape: [1, 512, 56, 56],
      params: 2_097_664,
      macs: 1_644_167_168,
    });
    expect(
      run('upconv', { out: 8, kernel: 3, groups: 2, bias: false }, [[1, 8, 4, 4]]),
    ).toMatchObject({
      params: 288,
      macs: 16 * 288,
    });
  });

  it('names what does not fit', () => {
    expect(
      failure('upconv', { out: 1, kernel: 3, stride: 2, outputPadding: 2 }, [[1, 1, 4, 4]]),
    ).toMatchObject({
      message: '`outputPadding` `2` must be smaller than the stride `2` or the dilation `1`',
      attribute: 'outputPadding',
    });
    expect(failure('upconv', { out: 1, kernel: 1, padding: 2 }, [[1, 1, 4, 4]]).message).toContain(
      'in which nothing is left',
    );
    expect(failure('upconv', { out: 6, kernel: 1, groups: 4 }, [[1, 8, 4, 4]]).message).toContain(
      '`6` filters',
    );
  });
});
