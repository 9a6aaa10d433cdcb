import { describe, expect, it } from 'vitest';
import { analyze, summedLayers } from '../../src/analysis/analyze.js';
import type { Layer } from '../../src/network/network.js';
import { type Attributes, Builder } from './build.js';

/** The counts of the last layer; kinds of work that are none are left out. */
function counted(
  op: string,
  attributes: Attributes = {},
  { batch = 1, change = {} }: { batch?: number; change?: Partial<Layer> } = {},
) {
  const builder = new Builder('caffe');
  const input = builder.add('input', { shape: [8, 6, 6] });
  if (batch > 1) builder.change(input, { shape: [batch, 8, 6, 6], outputs: [[batch, 8, 6, 6]] });
  const inputs = ['add', 'mul', 'maximum', 'concat'].includes(op) ? [input, input, input] : [input];
  const id = builder.add(op, attributes, inputs);
  builder.change(id, change);
  const layer = analyze(builder.network(), 'netscope').layers.at(-1);
  if (!layer) throw new Error('no layer');
  const { params, macs, work, activations } = layer;
  const some = Object.fromEntries(Object.entries(work).filter(([, count]) => count > 0));
  return { params, macs, ...some, activations };
}

describe('counting as Netscope', () => {
  it('leaves convolutions and dense layers as they are, without the work of their biases', () => {
    expect(counted('conv', { out: 4, kernel: 3 })).toEqual({
      params: 4 * 72 + 4,
      macs: 64 * 72,
      activations: 64,
    });
    expect(counted('dense', { out: 10 })).toEqual({
      params: 2890,
      macs: 2880,
      activations: 10,
    });
  });

  it('counts a transposed convolution at its output, without bias and groups', () => {
    expect(counted('upconv', { out: 4, kernel: 4, stride: 2, padding: 1, groups: 2 })).toEqual({
      params: 16 * 8 * 4,
      macs: 4 * 144 * 8 * 4,
      activations: 4 * 144,
    });
  });

  it('counts every tap of a pooling', () => {
    expect(counted('maxpool', { kernel: 3, stride: 2 })).toEqual({
      params: 0,
      macs: 0,
      comparisons: 72 * 9,
      activations: 72,
    });
    expect(counted('avgpool', { kernel: [2, 3] })).toMatchObject({ additions: 48 * 6 });
    expect(counted('gap', { keep: true })).toMatchObject({ additions: 288, activations: 8 });
    expect(counted('gmp')).toMatchObject({ comparisons: 288 });
  });

  it('has two parameters a channel for BatchNorm, and none for Scale', () => {
    const origin = { type: 'BatchNorm', attributes: [] };
    const normalized = {
      params: 16,
      macs: 0,
      additions: 288,
      divisions: 288,
      activations: 288,
    };
    expect(counted('batchnorm', { affine: false })).toEqual(normalized);
    expect(counted('batchnorm', {}, { change: { origin } })).toEqual(normalized);
    expect(counted('batchnorm')).toEqual({ ...normalized, macs: 288 });
    expect(counted('scale', { bias: true })).toEqual({ params: 0, macs: 288, activations: 288 });
  });

  it('has two parameters for an LRN', () => {
    expect(counted('lrn', { size: 5 })).toEqual({
      params: 2,
      macs: 5 * 288,
      additions: 288,
      divisions: 576,
      exponentials: 288,
      activations: 288,
    });
  });

  it('compares once in each ReLU and dropout, and trains no slopes', () => {
    for (const op of ['relu', 'relu6', 'leakyrelu', 'prelu', 'elu', 'dropout']) {
      expect(counted(op), op).toEqual({ params: 0, macs: 0, comparisons: 288, activations: 288 });
    }
  });

  it('scales, shifts and raises in a power what is not left as it is, for one example', () => {
    expect(counted('pow', { exponent: 1, scale: 2, shift: -1 }, { batch: 10 })).toEqual({
      params: 0,
      macs: 288,
      additions: 288,
      activations: 288,
    });
    expect(counted('pow', { exponent: 2 })).toMatchObject({ macs: 0, exponentials: 288 });
  });

  it('adds, divides and raises once a number in softmax', () => {
    expect(counted('softmax')).toEqual({
      params: 0,
      macs: 0,
      additions: 288,
      divisions: 288,
      exponentials: 288,
      activations: 288,
    });
  });

  it('counts an element-wise merge once, however many inputs it has', () => {
    expect(counted('add')).toMatchObject({ macs: 0, additions: 288 });
    expect(counted('mul')).toMatchObject({ macs: 288 });
    expect(counted('maximum')).toMatchObject({ macs: 0, comparisons: 288 });
  });

  it('knows the normalization, the regions and the prior boxes of detectors', () => {
    expect(counted('l2norm')).toEqual({
      params: 2,
      macs: 288,
      additions: 288,
      divisions: 576,
      exponentials: 288,
      activations: 288,
    });
    expect(counted('priorbox', { boxes: 6 }).activations).toBe(0);
    const builder = new Builder();
    const features = builder.add('input', { shape: [8, 6, 6] });
    const regions = builder.add('input', { shape: [5] });
    builder.change(regions, { shape: [300, 5], outputs: [[300, 5]] });
    builder.add('roipool', { size: 3 }, [features, regions]);
    expect(analyze(builder.network(), 'netscope').layers.at(-1)).toMatchObject({
      macs: 300,
      work: { comparisons: 300 * 288, additions: 300, divisions: 300 },
      activations: 300 * 72,
    });
  });

  it('knows the proposals of Faster R-CNN by their module', () => {
    const origin = {
      type: 'Python',
      attributes: [['python_param.module', 'rpn.proposal_layer']] as const,
    };
    const anchors = 9 * 36;
    expect(counted('op', { name: 'proposal', shapes: [[300, 5]] }, { change: { origin } })).toEqual(
      {
        params: 0,
        macs: 8 * anchors + 89_700,
        comparisons: 6 * anchors + anchors ** 2 + 7 * 44_850,
        additions: 10 * anchors + 6 * 44_850,
        divisions: 44_850,
        exponentials: 2 * anchors,
        activations: 1500,
      },
    );
    expect(counted('op', { name: 'proposal', shapes: [[300, 5]] })).toEqual({
      params: 0,
      macs: 0,
      activations: 1500,
    });
  });

  it('counts the softmax of a loss', () => {
    const softmax = { origin: { type: 'SoftmaxWithLoss', attributes: [] } };
    const work = { additions: 288, divisions: 288, exponentials: 288 };
    expect(counted('objective', {}, { change: softmax })).toEqual({
      params: 0,
      macs: 0,
      ...work,
      activations: 288,
    });
    expect(counted('objective')).toEqual({ params: 0, macs: 0, activations: 1 });
    expect(counted('accuracy').activations).toBe(0);
  });

  it('takes no memory for what is moved', () => {
    expect(counted('permute', { order: [0, 2, 3, 1] }).activations).toBe(0);
    expect(counted('reshape', { shape: [-1] }).activations).toBe(0);
    expect(counted('flatten').activations).toBe(288);
  });

  it('counts as ours what that tool does not know', () => {
    expect(counted('sigmoid')).toEqual({
      params: 0,
      macs: 0,
      additions: 288,
      divisions: 288,
      exponentials: 288,
      activations: 288,
    });
  });

  it('multiplies with the batch, and has parameters once', () => {
    expect(counted('conv', { out: 4, kernel: 3 }, { batch: 10 })).toEqual({
      params: 292,
      macs: 46_080,
      activations: 640,
    });
  });

  it('adds what inputs hold to the activations', () => {
    const builder = new Builder();
    builder.add('input', { shape: [8] });
    builder.add('relu');
    const analysis = analyze(builder.network(), 'netscope');
    expect(analysis).toMatchObject({
      counting: 'netscope',
      totals: { layers: 1, activations: 16 },
    });
    expect(summedLayers(analysis).map(({ layer }) => layer.op)).toEqual(['input', 'relu']);
    const ours = analyze(builder.network());
    expect(ours).toMatchObject({ counting: 'nnfig', totals: { layers: 1, activations: 8 } });
    expect(summedLayers(ours).map(({ layer }) => layer.op)).toEqual(['relu']);
  });
});
