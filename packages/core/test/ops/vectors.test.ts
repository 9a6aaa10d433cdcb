import { describe, expect, it } from 'vitest';
import { run } from './call.js';
import vectors from './shape-vectors.json' with { type: 'json' };

describe('shape vectors', () => {
  it('are all there', () => {
    const { conv, maxpool, convT, caffe_pool } = vectors;
    expect(conv.length + maxpool.length + convT.length + caffe_pool.length).toBe(520);
  });

  it.each(vectors.conv)(
    'conv n=%i k=%i s=%i p=%i d=%i → %i',
    (n, kernel, stride, padding, dilation, out) => {
      const attributes = { out: 4, kernel, stride, padding, dilation };
      expect(run('conv', attributes, [[1, 3, n, n]]).shape).toEqual([1, 4, out, out]);
      expect(run('conv', attributes, [[1, 3, n]]).shape).toEqual([1, 4, out]);
      expect(run('dwconv', { kernel, stride, padding, dilation }, [[1, 3, n, n, n]]).shape).toEqual(
        [1, 3, out, out, out],
      );
    },
  );

  it.each(vectors.maxpool)(
    'maxpool n=%i k=%i s=%i p=%i d=%i → %i, %i with ceil',
    (n, kernel, stride, padding, dilation, floor, ceil) => {
      const attributes = { kernel, stride, padding, dilation };
      expect(run('maxpool', attributes, [[1, 3, n, n]]).shape).toEqual([1, 3, floor, floor]);
      expect(run('maxpool', { ...attributes, ceil: true }, [[1, 3, n, n]]).shape).toEqual([
        1,
        3,
        ceil,
        ceil,
      ]);
    },
  );

  it.each(vectors.convT)(
    'upconv n=%i k=%i s=%i p=%i d=%i op=%i → %i',
    (n, kernel, stride, padding, dilation, outputPadding, out) => {
      const attributes = { out: 4, kernel, stride, padding, dilation, outputPadding };
      expect(run('upconv', attributes, [[1, 3, n, n]]).shape).toEqual([1, 4, out, out]);
    },
  );

  it.each(vectors.caffe_pool)(
    'caffe pool n=%i k=%i s=%i p=%i → %i',
    (n, kernel, stride, padding, out) => {
      const attributes = { kernel, stride, padding };
      const profile = { profile: 'caffe' } as const;
      expect(run('maxpool', attributes, [[1, 3, n, n]], profile).shape).toEqual([1, 3, out, out]);
      expect(run('avgpool', attributes, [[1, 3, n, n]], profile).shape).toEqual([1, 3, out, out]);
    },
  );
});
