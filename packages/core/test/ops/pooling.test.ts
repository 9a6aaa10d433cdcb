import { describe, expect, it } from 'vitest';
import { failure, run } from './call.js';

describe('maxpool and avgpool', () => {
  const size = (
    name: string,
    n: number,
    attributes: Record<string, unknown>,
    profile: 'torch' | 'keras' | 'caffe' = 'torch',
  ) => run(name, attributes, [[1, 2, n, n]], { profile }).shape?.at(-1);

  it('have the stride of their kernel', () => {
    expect(run('maxpool', { kernel: [2, 3] }, [[1, 8, 12, 12]])).toMatchObject({
      shape: [1, 8, 6, 4],
      params: 0,
      macs: 0,
    });
  });

  it('round down, or up in Caffe and on demand', () => {
    const pool = { kernel: 3, stride: 2 };
    expect(size('maxpool', 112, pool)).toBe(55);
    expect(size('maxpool', 112, { ...pool, ceil: true })).toBe(56);
    expect(size('maxpool', 112, pool, 'caffe')).toBe(56);
    expect(size('maxpool', 112, { ...pool, ceil: false }, 'caffe')).toBe(55);
  });

  it('clip what starts beyond the input: PyTorch always, Caffe only with padding', () => {
    expect(size('avgpool', 9, { kernel: 4, stride: 4, padding: 2, ceil: true })).toBe(3);
    expect(size('maxpool', 2, { kernel: 1, stride: 2, ceil: true })).toBe(1);
    expect(size('maxpool', 2, { kernel: 1, stride: 2 }, 'caffe')).toBe(2);
    // Padding of either axis clips both: PoolingLayer::Reshape asks for `pad_h_ || pad_w_`.
    const narrow = { kernel: [1, 2], stride: 2, padding: [0, 1] };
    expect(run('maxpool', narrow, [[1, 2, 2, 6]], { profile: 'caffe' }).shape).toEqual([
      1, 2, 1, 4,
    ]);
  });

  it('know same and valid', () => {
    for (const profile of ['torch', 'keras', 'caffe'] as const) {
      expect(size('maxpool', 112, { kernel: 3, stride: 2, padding: 'same' }, profile)).toBe(56);
      expect(size('maxpool', 8, { kernel: 3, stride: 2, padding: 'valid' }, profile)).toBe(3);
    }
  });

  it('pad on one side, as Darknet does', () => {
    expect(size('maxpool', 13, { kernel: 2, stride: 1, padding: [[0, 1]] })).toBe(13);
  });

  it('refuse windows of nothing but padding', () => {
    expect(failure('maxpool', { kernel: 2, padding: 2 }, [[1, 2, 8, 8]])).toMatchObject({
      message: '`padding` `2` must be smaller than the kernel, whose height is `2`',
      attribute: 'padding',
    });
    expect(failure('maxpool', { kernel: 9 }, [[1, 2, 8, 8]]).message).toContain('the kernel `9`');
    expect(failure('avgpool', { kernel: 2 }, [[1, 8]]).message).toContain(
      '`avgpool` needs channels',
    );
  });
});

describe('global pooling', () => {
  it('leaves the channels of a feature map', () => {
    expect(run('gap', {}, [[1, 512, 7, 7]])).toMatchObject({ shape: [1, 512], featureMap: false });
    expect(run('gap', { keep: true }, [[1, 512, 7, 7]])).toMatchObject({
      shape: [1, 512, 1, 1],
      featureMap: true,
    });
    expect(run('gmp', {}, [[2, 16, 5]], { featureMap: true }).shape).toEqual([2, 16]);
  });

  it('leaves the features of a sequence', () => {
    expect(run('gap', {}, [[1, 196, 768]]).shape).toEqual([1, 768]);
    expect(run('gap', { keep: true }, [[1, 196, 768]]).shape).toEqual([1, 1, 768]);
  });

  it('needs something to pool', () => {
    expect(failure('gap', {}, [[1, 512]]).message).toBe(
      '`gap` needs an axis to pool over, but gets `512` features',
    );
  });
});

describe('adaptive pooling', () => {
  it('gives the size that it is told', () => {
    expect(run('adaptiveavgpool', { out: [6, 6] }, [[1, 256, 6, 6]]).shape).toEqual([1, 256, 6, 6]);
    expect(run('adaptivemaxpool', { out: 3 }, [[1, 4, 7, 9]]).shape).toEqual([1, 4, 3, 3]);
    expect(run('adaptiveavgpool', { out: 5 }, [[1, 4, 2, 2]]).shape).toEqual([1, 4, 5, 5]);
    expect(failure('adaptiveavgpool', { out: [6, 6] }, [[1, 256, 6]]).attribute).toBe('out');
  });

  it.each([
    [6, 6, 1],
    [12, 6, 2],
    [7, 3, 3],
    [5, 2, 3],
    [2, 3, 2],
    [10, 4, 3],
    [13, 5, 4],
  ])('has windows as wide as they get: %i to %i, %i', (n, out, widest) => {
    const windows = run('adaptiveavgpool', { out: [out, 2] }, [[1, 1, n, 4]]).windows();
    expect(windows).toContainEqual({ kernel: widest, stride: n / out, dilation: 1, padding: 0 });
    const widths = Array.from(
      { length: out },
      (_, i) => Math.ceil(((i + 1) * n) / out) - Math.floor((i * n) / out),
    );
    expect(Math.max(...widths)).toBe(widest);
  });
});
