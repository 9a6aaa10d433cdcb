import { describe, expect, it } from 'vitest';
import { failure, run } from './call.js';

const profiles = ['torch', 'keras', 'caffe'] as const;

describe('dense', () => {
  it('acts on the last axis', () => {
    expect(run('dense', { out: 4096 }, [[1, 9216]])).toMatchObject({
      shape: [1, 4096],
      params: 37_752_832,
      macs: 37_748_736,
    });
    expect(run('dense', { out: 512, bias: false }, [[1, 64, 2048]])).toMatchObject({
      shape: [1, 64, 512],
      params: 2048 * 512,
      macs: 64 * 2048 * 512,
    });
  });

  it('does not take the width of a feature map for features', () => {
    for (const profile of ['torch', 'keras'] as const) {
      expect(failure('dense', { out: 10 }, [[1, 512, 7, 7]], { profile })).toMatchObject({
        message: '`dense` would act on the last axis alone, the width of the feature map `512×7×7`',
        hint: 'Write `flatten` or `gap` before it, or `axis=1` for the channels.',
      });
    }
    expect(run('dense', { out: 10 }, [[1, 512, 7, 7]], { profile: 'caffe' })).toMatchObject({
      shape: [1, 10],
      params: 250_890,
      featureMap: false,
    });
    expect(run('dense', { out: 10, axis: 1 }, [[1, 512, 7, 7]])).toMatchObject({
      shape: [1, 10, 7, 7],
      params: 5_130,
      macs: 49 * 5_120,
      featureMap: true,
    });
  });
});

describe('normalizations', () => {
  const map = [[1, 64, 8, 8]];

  it('count batch normalization by profile', () => {
    const counts = profiles.map((profile) => {
      const { params, buffers } = run('batchnorm', {}, map, { profile });
      return [params, buffers];
    });
    expect(counts).toEqual([
      [128, 129],
      [128, 128],
      [128, 129],
    ]);
    expect(run('batchnorm', { scale: false }, map).params).toBe(64);
    expect(run('batchnorm', { scale: false, center: false }, map).params).toBe(0);
    expect(run('batchnorm', { affine: false }, map)).toMatchObject({ params: 0, buffers: 129 });
    expect(run('batchnorm', {}, [[1, 100]]).params).toBe(200);
    expect(run('batchnorm', { axis: -1 }, [[1, 8, 8, 32]]).params).toBe(64);
  });

  it('count layer normalization by what it normalizes', () => {
    expect(run('layernorm', {}, [[1, 196, 768]]).params).toBe(1536);
    expect(run('layernorm', {}, map).params).toBe(128);
    expect(run('layernorm', {}, [[1, 8, 8, 96]], { featureMap: false }).params).toBe(192);
    expect(run('layernorm', { axis: [1, 2, 3] }, map).params).toBe(8192);
    expect(run('layernorm', { bias: false }, [[1, 768]]).params).toBe(768);
    expect(run('layernorm', { affine: false }, [[1, 768]]).params).toBe(0);
    expect(run('rmsnorm', {}, [[1, 10, 768]]).params).toBe(768);
    expect(failure('layernorm', { axis: 4 }, map)).toMatchObject({
      message: '`axis` `4` is not an axis of this input, which has 4 with the batch axis',
      attribute: 'axis',
    });
  });

  it('count the rest', () => {
    expect(run('groupnorm', {}, map).params).toBe(128);
    expect(failure('groupnorm', { groups: 48 }, map).message).toBe(
      '`groups` `48` does not divide the `64` channels',
    );
    expect(run('instancenorm', {}, map).params).toBe(0);
    expect(run('instancenorm', { affine: true }, map).params).toBe(128);
    expect(run('lrn', {}, map)).toMatchObject({ params: 0, shape: [1, 64, 8, 8] });
    expect(run('scale', {}, map).params).toBe(64);
    expect(run('scale', { bias: true }, [[1, 10, 768]]).params).toBe(1536);
  });
});

describe('activations', () => {
  it('have slopes of PReLU by profile', () => {
    const count = (profile: (typeof profiles)[number], per?: string) =>
      run('prelu', per ? { per } : {}, [[1, 16, 8, 8]], { profile }).params;
    expect(profiles.map((profile) => count(profile))).toEqual([1, 1024, 16]);
    expect(['shared', 'channel', 'position'].map((per) => count('torch', per))).toEqual([
      1, 16, 1024,
    ]);
  });

  it('halve with gates', () => {
    expect(run('glu', {}, [[1, 64, 8, 8]]).shape).toEqual([1, 32, 8, 8]);
    expect(run('swiglu', {}, [[1, 10, 64]]).shape).toEqual([1, 10, 32]);
    expect(run('glu', { axis: 2 }, [[1, 5, 64, 3]]).shape).toEqual([1, 5, 32, 3]);
    expect(failure('glu', {}, [[1, 63]]).message).toBe(
      '`glu` halves the features, but `63` is odd',
    );
  });

  it('leave the rest alone', () => {
    for (const name of [
      'relu',
      'gelu',
      'softmax',
      'identity',
      'sin',
      'hardswish',
      'dropout',
      'noise',
    ]) {
      expect(run(name, {}, [[1, 3, 4, 5]]), name).toMatchObject({
        shape: [1, 3, 4, 5],
        params: 0,
        macs: 0,
        featureMap: true,
      });
    }
    expect(failure('softmax', { axis: 7 }, [[1, 10]]).attribute).toBe('axis');
  });
});

describe('attention', () => {
  it('counts multi-head attention', () => {
    expect(run('attention', { heads: 8 }, [[1, 64, 512]])).toMatchObject({
      shape: [1, 64, 512],
      params: 1_050_624,
      macs: 4 * 64 * 512 * 512 + 2 * 64 * 64 * 512,
    });
    expect(run('attention', { heads: 8, causal: true }, [[1, 64, 512]]).macs).toBe(71_303_168);
  });

  it('counts grouped-query attention', () => {
    expect(run('attention', { heads: 8, kvheads: 2 }, [[1, 64, 512]]).params).toBe(656_640);
    expect(run('attention', { heads: 8, kvheads: 2, bias: false }, [[1, 64, 512]]).params).toBe(
      655_360,
    );
    expect(run('attention', { heads: 8, bias: true, outbias: false }, [[1, 64, 512]]).params).toBe(
      1_050_112,
    );
  });

  it('takes from another sequence', () => {
    expect(
      run('attention', { heads: 4 }, [
        [2, 10, 64],
        [2, 30, 32],
      ]),
    ).toMatchObject({
      shape: [2, 10, 64],
      params: 2 * 64 * 64 + 2 * 32 * 64 + 4 * 64,
      macs: 2 * (2 * 10 * 64 * 64 + 2 * 30 * 32 * 64 + 2 * 10 * 30 * 64),
    });
    const three = run('attention', { heads: 4 }, [
      [1, 10, 64],
      [1, 30, 32],
      [1, 30, 16],
    ]);
    expect(three.params).toBe(2 * 64 * 64 + (32 + 16) * 64 + 4 * 64);
  });

  it('can have heads and outputs of other widths, or no projections', () => {
    expect(run('attention', { heads: 4, headdim: 32, out: 100 }, [[1, 10, 64]])).toMatchObject({
      shape: [1, 10, 100],
      params: 3 * 64 * 128 + 3 * 128 + 128 * 100 + 100,
    });
    expect(run('attention', { heads: 4, project: false }, [[1, 10, 64]])).toMatchObject({
      shape: [1, 10, 64],
      params: 0,
      macs: 2 * 10 * 10 * 64,
    });
  });

  it('names what does not fit', () => {
    expect(failure('attention', { heads: 7 }, [[1, 64, 512]])).toMatchObject({
      message: '`heads` `7` does not divide the width `512`',
      attribute: 'heads',
    });
    expect(failure('attention', { heads: 8, kvheads: 3 }, [[1, 64, 512]]).attribute).toBe(
      'kvheads',
    );
    expect(failure('attention', { heads: 8 }, [[1, 512, 7, 7]])).toMatchObject({
      message: '`attention` needs a sequence (positions × features), but gets `512×7×7`',
      hint: 'Write `tokens` before it, to make a sequence of the positions.',
    });
    expect(failure('attention', {}, [[1, 512]]).hint).toContain('`embedding`');
    expect(
      failure('attention', {}, [
        [1, 5, 8],
        [1, 6, 8],
        [1, 7, 8],
      ]).message,
    ).toContain('of one length');
    expect(
      failure('attention', { heads: 2, headdim: 8, project: false }, [[1, 5, 8]]).attribute,
    ).toBe('project');
    expect(
      failure('attention', {}, [
        [1, 5, 8],
        [1, 5, 8],
        [1, 5, 8],
        [1, 5, 8],
      ]),
    ).toMatchObject({
      message: '`attention` takes 1 to 3 inputs, but has 4',
      rule: 'input-count',
    });
  });
});

describe('recurrent layers', () => {
  const sequence = [[1, 10, 32]];
  const params = (name: string, profile: (typeof profiles)[number], more = {}) =>
    run(name, { out: 64, ...more }, sequence, { profile }).params;

  it('count biases by profile', () => {
    expect(params('lstm', 'torch')).toBe(25_088);
    expect(params('lstm', 'keras')).toBe(24_832);
    expect(params('lstm', 'caffe')).toBe(24_832);
    expect(params('gru', 'torch')).toBe(18_816);
    expect(params('gru', 'keras')).toBe(18_816);
    expect(params('gru', 'keras', { resetafter: false })).toBe(18_624);
    expect(params('rnn', 'torch')).toBe(6_272);
    expect(params('rnn', 'keras')).toBe(6_208);
    expect(params('lstm', 'torch', { bias: false })).toBe(24_576);
  });

  it('stack and run both ways', () => {
    const stacked = run('lstm', { out: 64, layers: 2, bidirectional: true }, sequence);
    expect(stacked.shape).toEqual([1, 10, 128]);
    // As torch.nn.LSTM(32, 64, 2, bidirectional=True) counts.
    expect(stacked.params).toBe(2 * (4 * 64 * (32 + 64) + 512) + 2 * (4 * 64 * (128 + 64) + 512));
    expect(stacked.macs).toBe(10 * (2 * 4 * 64 * (32 + 64) + 2 * 4 * 64 * (128 + 64)));
  });

  it('give every step or the last', () => {
    expect(run('gru', { out: 64 }, sequence).shape).toEqual([1, 10, 64]);
    expect(run('gru', { out: 64, last: true, bidirectional: true }, sequence).shape).toEqual([
      1, 128,
    ]);
    expect(failure('lstm', { out: 8 }, [[1, 3, 8, 8]]).hint).toContain('`tokens`');
  });
});

describe('embeddings', () => {
  it('count vectors and indices', () => {
    expect(run('embedding', { out: 768, vocab: 30_522 }, [[1, 128]])).toMatchObject({
      shape: [1, 128, 768],
      params: 23_440_896,
      macs: 0,
    });
    expect(run('embedding', { out: 4, vocab: 2, ids: 512 }, [[1, 128]]).buffers).toBe(512);
    expect(run('position', { max: 512, ids: 512 }, [[1, 128, 768]])).toMatchObject({
      shape: [1, 128, 768],
      params: 393_216,
      buffers: 512,
    });
    expect(run('position', {}, [[1, 197, 768]]).params).toBe(151_296);
    expect(run('position', { fixed: true }, [[1, 197, 768]]).params).toBe(0);
    expect(failure('position', { max: 64 }, [[1, 128, 768]])).toMatchObject({
      message: '`max` `64` is shorter than the sequence, which has `128` positions',
      attribute: 'max',
    });
    expect(run('classtoken', {}, [[1, 196, 768]])).toMatchObject({
      shape: [1, 197, 768],
      params: 768,
    });
    expect(failure('classtoken', {}, [[1, 768, 14, 14]]).hint).toContain('`tokens`');
  });
});

describe('op', () => {
  it('is what it is told', () => {
    expect(
      run('op', { name: 'Magic', out: 512, params: 1000, macs: 7, buffers: 3 }, [[1, 64, 8, 8]]),
    ).toMatchObject({
      shape: [1, 512, 8, 8],
      params: 1000,
      macs: 7,
      buffers: 3,
      label: 'Magic',
      featureMap: true,
    });
    expect(run('op', { name: 'Magic', out: 512 }, [[1, 10, 64]]).shape).toEqual([1, 10, 512]);
    expect(run('op', { name: 'Magic', out: [5, 6] }, [[2, 64]]).shape).toEqual([2, 5, 6]);
    expect(run('op', { name: 'Magic', out: [5, 6] }, []).shape).toEqual([1, 5, 6]);
    expect(
      run('op', { name: 'Magic' }, [
        [1, 64],
        [1, 3],
      ]).shape,
    ).toEqual([1, 64]);
    expect(failure('op', { name: 'Magic', out: 3 }, []).message).toBe(
      '`op Magic` has no input and no shape',
    );
  });
});
