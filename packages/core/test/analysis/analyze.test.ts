import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze.js';
import { Builder } from './build.js';
import {
  alexnet,
  bertBase,
  densenet121,
  googlenet,
  gpt2,
  type Model,
  mobilenetV2,
  resnet18,
  resnet50,
  transformer,
  unet,
  vgg16,
  vitB16,
} from './models.js';

/** Figures of torchvision 0.28 and of the papers; buffers hold a counter for each batch norm. */
const known: [
  string,
  () => Model,
  { params: number; buffers: number; macs: number },
  number?,
  number?,
][] = [
  ['AlexNet', alexnet, { params: 61_100_840, buffers: 0, macs: 714_188_480 }, 195, 32],
  ['VGG-16', vgg16, { params: 138_357_544, buffers: 0, macs: 15_470_264_320 }, 212, 32],
  ['ResNet-18', resnet18, { params: 11_689_512, buffers: 9_620, macs: 1_814_073_344 }, 435, 32],
  [
    'ResNet-50 v1.5',
    resnet50,
    { params: 25_557_032, buffers: 53_173, macs: 4_089_184_256 },
    427,
    32,
  ],
  ['MobileNetV2', mobilenetV2, { params: 3_504_872, buffers: 34_164, macs: 300_774_272 }, 491, 32],
  [
    'DenseNet-121',
    densenet121,
    { params: 7_978_856, buffers: 83_769, macs: 2_834_161_664 },
    2071,
    32,
  ],
  ['GoogLeNet', googlenet, { params: 6_624_904, buffers: 14_617, macs: 1_498_376_192 }, 379, 32],
  ['U-Net', unet, { params: 31_030_658, buffers: 0, macs: 150_428_424_448 }, 140, 16],
  ['Transformer', transformer, { params: 44_138_496, buffers: 0, macs: 2_894_069_760 }],
  ['ViT-B/16', vitB16, { params: 86_567_656, buffers: 0, macs: 17_563_828_224 }],
  ['BERT-base', bertBase, { params: 109_482_240, buffers: 1_024, macs: 11_174_215_680 }],
  ['GPT-2 small', gpt2, { params: 124_439_808, buffers: 0, macs: 16_114_089_984 }],
];

describe('known networks', () => {
  it.each(known)('%s', (_, model, totals, size, stride) => {
    const { builder, last } = model();
    const analysis = analyze(builder.network());
    expect(analysis.totals).toMatchObject({ ...totals, flops: 2 * totals.macs });
    expect(analysis.totals).not.toHaveProperty('inexact');
    const { field } = analysis.layers.find(({ layer }) => layer.id === last) ?? {};
    expect(field).toEqual(
      size === undefined
        ? 'global'
        : [
            { size, stride },
            { size, stride },
          ],
    );
  });

  it('gives AlexNet layer by layer', () => {
    const { layers, totals } = analyze(alexnet().builder.network());
    expect(layers.map(({ field }) => (Array.isArray(field) ? field[0].size : field))).toEqual([
      1,
      11,
      11,
      19,
      51,
      51,
      67,
      99,
      99,
      131,
      131,
      163,
      163,
      195,
      195,
      ...new Array(8).fill('global'),
    ]);
    expect(layers.find(({ layer }) => layer.op === 'conv')).toMatchObject({
      shape: [1, 64, 55, 55],
      params: 23_296,
      macs: 70_276_800,
      activations: 193_600,
    });
    expect(layers).toHaveLength(23);
    expect(totals.layers).toBe(22);
  });

  it('sees through the whole U-Net to its 388×388 outputs', () => {
    const { layers } = analyze(unet().builder.network());
    const output = layers.at(-1);
    expect(output?.shape).toEqual([1, 2, 388, 388]);
    // Counted position by position, an output sees 188 or 204 pixels, as it falls on the
    // grid of the up-convolutions; the hull with fractional strides lies between them.
    expect(output?.field).toEqual([
      { size: 200, stride: 1 },
      { size: 200, stride: 1 },
    ]);
  });
});

describe('counting', () => {
  it('leaves inputs out and counts what layers give', () => {
    const builder = new Builder();
    builder.add('input', { shape: [784] });
    builder.add('dense', { out: 128 });
    builder.add('relu');
    const { layers, totals } = analyze(builder.network());
    expect(totals).toEqual({
      layers: 2,
      params: 100_480,
      buffers: 0,
      macs: 100_352,
      flops: 200_704,
      work: { comparisons: 128, additions: 128, multiplications: 0, divisions: 0, exponentials: 0 },
      activations: 256,
    });
    expect(layers[0]).toMatchObject({ params: 0, activations: 784 });
    expect(layers[0]).not.toHaveProperty('field');
    expect(layers[1]?.field).toBe('global');
  });

  it('counts shared parameters and buffers once, their MACs each time', () => {
    const builder = new Builder();
    builder.add('input', { shape: [16, 8, 8] });
    const first = builder.add('batchnorm');
    const second = builder.add('batchnorm');
    builder.change(second, { share: first });
    builder.chain(builder.add('flatten'), ['dense', { out: 64 }], ['dense', { out: 64 }]);
    const network = builder.network();
    const last = network.layers.at(-1);
    const { totals } = analyze({
      ...network,
      layers: network.layers.map((layer) =>
        layer === last ? { ...layer, share: 'dense4' } : layer,
      ),
    });
    expect(totals.buffers).toBe(33);
    expect(totals.params).toBe(32 + 1024 * 64 + 64);
    expect(totals.macs).toBe(1024 * 64 + 64 * 64);
  });

  it('counts all parts of a split', () => {
    const builder = new Builder();
    builder.add('input', { shape: [48, 4, 4] });
    const split = builder.add('split', { sizes: [16, 32] });
    builder.add('conv', { out: 8, kernel: 1, bias: false }, [{ layer: split, port: 1 }]);
    const { layers } = analyze(builder.network());
    expect(layers[1]?.activations).toBe(48 * 16);
    expect(layers[2]?.params).toBe(32 * 8);
  });

  it('counts nothing for a layer of unknown shape or unknown operation, nor after it', () => {
    const builder = new Builder();
    builder.add('input', { shape: [8] });
    const unknown = builder.add('dense', { out: 4 });
    builder.add('dense', { out: 2 });
    builder.change(unknown, { shape: [], outputs: [] });
    const { layers, totals } = analyze(builder.network());
    expect(totals).toMatchObject({ layers: 2, params: 0, macs: 0, activations: 0 });
    expect(layers[1]).not.toHaveProperty('field');
    builder.change(unknown, { op: 'nothing-of-that-name', shape: [1, 4], outputs: [[1, 4]] });
    expect(analyze(builder.network()).totals).toMatchObject({ params: 10 });
  });

  it('cuts off a sum that is too large and says so', () => {
    const builder = new Builder();
    builder.add('input', { shape: [1] });
    builder.add('op', { name: 'Huge', params: Number.MAX_SAFE_INTEGER });
    const once = analyze(builder.network()).totals;
    expect(once).toMatchObject({ params: Number.MAX_SAFE_INTEGER });
    expect(once).not.toHaveProperty('inexact');
    builder.add('op', { name: 'One', params: 1 });
    expect(analyze(builder.network()).totals).toMatchObject({
      params: Number.MAX_SAFE_INTEGER,
      inexact: true,
    });
  });

  it('follows the profile', () => {
    const totals = (['torch', 'keras', 'caffe'] as const).map((profile) => {
      const builder = new Builder(profile);
      builder.add('input', { shape: [16, 8, 8] });
      builder.add('batchnorm');
      return analyze(builder.network()).totals;
    });
    expect(totals.map(({ params }) => params)).toEqual([32, 32, 32]);
    expect(totals.map(({ buffers }) => buffers)).toEqual([33, 32, 33]);
  });

  it('takes time in proportion to the layers', () => {
    const layers = 20_000;
    const builder = new Builder();
    const input = builder.add('input', { shape: [4, 8, 8] });
    const relu = builder.add('relu');
    const network = builder.network();
    const [first, second] = network.layers;
    if (!first || !second) throw new Error('two layers are missing');
    const chain = Array.from({ length: layers }, (_, index) => ({
      ...second,
      id: `relu${index}`,
      inputs: [{ layer: index === 0 ? input : `relu${index - 1}`, port: 0 }],
    }));
    const { totals } = analyze({ ...network, layers: [first, ...chain] });
    expect(totals.activations).toBe(layers * 256);
    expect(relu).toBe('relu1');
  });
});

describe('receptive fields', () => {
  const field = (builder: Builder) => analyze(builder.network()).layers.at(-1)?.field;

  it('leave out the gate of squeeze-and-excitation', () => {
    const builder = new Builder();
    const input = builder.add('input', { shape: [16, 32, 32] });
    const conv = builder.add('conv', { out: 16, kernel: 3, padding: 1 }, [input]);
    const gate = builder.chain(
      conv,
      ['gap', { keep: true }],
      ['conv', { out: 4, kernel: 1 }],
      ['relu'],
      ['conv', { out: 16, kernel: 1 }],
      ['sigmoid'],
    );
    expect(field(builder)).toBe('global');
    builder.add('mul', {}, [conv, gate]);
    expect(field(builder)).toEqual([
      { size: 3, stride: 1 },
      { size: 3, stride: 1 },
    ]);
  });

  it('are global where a branch with a wider view is added or put beside', () => {
    for (const op of ['add', 'concat']) {
      const builder = new Builder();
      const input = builder.add('input', { shape: [16, 32, 32] });
      const pooled = builder.chain(input, ['gap', { keep: true }], ['upsample', { scale: 32 }]);
      builder.add(op, {}, [input, pooled]);
      expect(field(builder), op).toBe('global');
    }
  });

  it('differ by axis, and have as many as the input', () => {
    const builder = new Builder();
    builder.add('input', { shape: [1, 16, 32, 32] });
    builder.add('conv', { out: 4, kernel: [1, 3, 5], stride: [1, 2, 1], dilation: [1, 1, 2] });
    expect(field(builder)).toEqual([
      { size: 1, stride: 1 },
      { size: 3, stride: 2 },
      { size: 9, stride: 1 },
    ]);
  });

  it('begin at the first convolution over a sequence', () => {
    const builder = new Builder();
    builder.add('input', { shape: [8, 100] });
    expect(field(builder)).toBeUndefined();
    builder.add('conv', { out: 8, kernel: 3, padding: 'causal', dilation: 2 });
    builder.add('conv', { out: 8, kernel: 3, padding: 'causal', dilation: 4 });
    expect(field(builder)).toEqual([{ size: 13, stride: 1 }]);
  });

  it('take the hull of branches, also when they are off centre', () => {
    const builder = new Builder();
    const input = builder.add('input', { shape: [4, 32, 32] });
    const left = builder.add(
      'conv',
      {
        out: 4,
        kernel: 3,
        padding: [
          [2, 0],
          [0, 2],
        ],
      },
      [input],
    );
    const right = builder.add(
      'conv',
      {
        out: 4,
        kernel: 3,
        padding: [
          [0, 2],
          [1, 1],
        ],
      },
      [input],
    );
    builder.add('add', {}, [left, right]);
    expect(field(builder)).toEqual([
      { size: 5, stride: 1 },
      { size: 4, stride: 1 },
    ]);
  });

  it('shrink their stride where the operation enlarges', () => {
    for (const [op, attributes] of [
      ['upsample', { scale: 2 }],
      ['upconv', { out: 4, kernel: 2, stride: 2 }],
      ['pixelshuffle', { factor: 2 }],
    ] as const) {
      const builder = new Builder();
      builder.add('input', { shape: [4, 32, 32] });
      builder.add('conv', { out: 4, kernel: 3, stride: 4 });
      builder.add(op, attributes);
      expect(field(builder), op).toEqual([
        { size: 3, stride: 2 },
        { size: 3, stride: 2 },
      ]);
    }
  });

  it('keep patches as tokens until attention mixes them', () => {
    const builder = new Builder();
    builder.add('input', { shape: [3, 224, 224] });
    builder.add('conv', { out: 768, kernel: 16, stride: 16 });
    builder.add('tokens');
    builder.add('classtoken');
    builder.add('position');
    builder.add('layernorm');
    expect(field(builder)).toEqual([
      { size: 16, stride: 16 },
      { size: 16, stride: 16 },
    ]);
    builder.add('attention', { heads: 12 });
    expect(field(builder)).toBe('global');
  });

  it('are global after what rearranges positions', () => {
    const builder = new Builder();
    builder.add('input', { shape: [4, 8, 8] });
    builder.add('tokens');
    builder.add('conv', { out: 4, kernel: 3 });
    expect(field(builder)).toBe('global');
  });

  it('are measured where an input is pooled to windows of unequal size', () => {
    const builder = new Builder();
    builder.add('input', { shape: [1, 7, 7] });
    builder.add('adaptiveavgpool', { out: 3 });
    expect(field(builder)).toEqual([
      { size: 3, stride: 2.333333 },
      { size: 3, stride: 2.333333 },
    ]);
    builder.add('adaptiveavgpool', { out: 1 });
    expect(field(builder)).toBe('global');
  });
});
