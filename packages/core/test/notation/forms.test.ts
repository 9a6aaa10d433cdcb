import { describe, expect, it } from 'vitest';
import { image, layersOf, placeless } from './networks.js';

/** The same layer, as a line, as a map, and under its own key. */
const forms: readonly (readonly [line: string, ...maps: string[]])[] = [
  [
    'conv 64 7x7 /2 p3',
    '{op: conv, out: 64, kernel: 7x7, stride: 2, padding: 3}',
    '{op: conv, out: 64, kernel: [7, 7], stride: 2, pad: 3}',
    'conv: {out: 64, kernel: [7, 7], stride: 2, padding: 3}',
    'conv: 64 7x7 /2 p3',
  ],
  [
    'conv 64 3 same bn relu',
    '{op: conv, out: 64, kernel: 3, padding: same, norm: bn, act: relu}',
    '{op: conv, filters: 64, k: 3, p: same, norm: batchnorm, act: relu}',
  ],
  [
    'Conv2d 8 3x3 p1',
    '{op: Conv2D, out: 8, kernel_size: 3x3, padding: 1}',
    '{op: convolution, channels: 8, kernel: [3, 3], padding: 1}',
  ],
  [
    'conv 8 1x3 /1x2 p0x1',
    "{op: conv, out: 8, kernel: 1x3, stride: 1x2, padding: '0x1'}",
    '{op: conv, out: 8, kernel: [1, 3], stride: [1, 2], padding: [0, 1]}',
  ],
  ['conv 8 3x3 p0:1x2:3', '{op: conv, out: 8, kernel: 3x3, padding: [[0, 1], [2, 3]]}'],
  [
    'conv 6 3x3 d2 g3 no-bias',
    '{op: conv, out: 6, kernel: 3x3, dilation: 2, groups: 3, bias: false}',
    'conv 6 3x3 dilation=2 groups=3 bias=false',
    'conv 6 3x3 d=2 g=3 bias=no',
  ],
  [
    'conv 8 3x3/2',
    'conv 8 3x3 /2',
    '{op: conv, out: 8, kernel: 3x3, stride: 2}',
    'conv out=8 k=3x3 s=2',
    'conv 8 3×3 /2',
  ],
  ['conv 8 5 x3', '{op: conv, out: 8, kernel: 5, repeat: 3}', 'conv 8 5 repeat=3', 'conv 8 5 ×3'],
  ['conv 8 3x3 /2 p1 x2', '{op: conv, out: 8, kernel: 3x3, stride: 2, padding: 1, repeat: 2}'],
  [
    'conv 8 3x3 each/2 p1 x2',
    '{op: conv, out: 8, kernel: 3x3, stride: 2, padding: 1, repeat: 2, each: true}',
  ],
  [
    'maxpool 3 /2 p1 ceil',
    '{op: maxpool, kernel: 3, stride: 2, padding: 1, ceil: true}',
    'max_pool2d 3 /2 p1 ceil=true',
    'MaxPooling2D 3 /2 p1 ceil=yes',
  ],
  [
    'relu => 3x32x32',
    '{op: relu, expect: 3x32x32}',
    '{op: relu, expect: [3, 32, 32]}',
    'relu => 3 x 32 x 32',
  ],
  [
    'leakyrelu slope=0.2',
    '{op: leakyrelu, slope: 0.2}',
    'leakyrelu: {slope: 0.2}',
    'LeakyReLU slope=.2',
  ],
  [
    'upsample 2 bilinear',
    '{op: upsample, scale: 2, mode: bilinear}',
    'upsample scale=2 mode=bilinear',
  ],
  [
    'op Squash out=16x4x4 params=7 macs=9',
    '{op: op, name: Squash, out: [16, 4, 4], params: 7, macs: 9}',
    'op name=Squash out=16x4x4 params=7 macs=9',
  ],
  ['gap', '{op: gap}', 'gap:', 'GlobalAveragePooling2D', 'global_avg_pool2d'],
];

describe.each(forms)('%s', (line, ...maps) => {
  it.each(maps)('is %s', (map) => {
    expect(placeless(image(map))).toEqual(placeless(image(line)));
  });

  it('stands after an arrow as in an item of its own', () => {
    expect(placeless(image(`relu -> ${line} -> tanh`))).toEqual(
      placeless(image('relu', line, 'tanh')),
    );
  });
});

/** Whole descriptions that say the same. */
const equals: readonly (readonly [string, string])[] = [
  [
    '784 -> 128 relu -> 10 softmax',
    'input: 784\nlayers:\n  - dense 128 relu\n  - dense 10 softmax',
  ],
  ['784 → 128 relu → 10 softmax', 'input: 784\nlayers: 128 relu -> 10 softmax'],
  ['784 -> 128 relu\n-> 10 softmax', 'layers: 784 -> 128 relu -> 10 softmax'],
  [
    '3x32x32 -> conv 8 3x3 relu -> gap -> 10',
    'input: 3x32x32\nlayers: [conv 8 3x3 relu, gap, dense 10]',
  ],
  ['input: [3, 8, 8]\nlayers:\n- relu', 'input: 3 x 8 x 8\nlayers: [relu]'],
  ['input: 8\nlayers: [[dense 4, relu], [dense 2]]', 'input: 8\nlayers: [dense 4, relu, dense 2]'],
  ['input: 8\r\nlayers:\r\n  - dense 4 relu\r\n', 'input: 8\nlayers:\n  - dense 4 relu\n'],
  ['{"input": 8, "layers": ["dense 4 relu"]}', 'input: 8\nlayers: [dense 4 relu]'],
  ['input: 8\nlayers:\n  - >-\n    dense 4\n    relu\n', 'input: 8\nlayers: ["dense 4 relu"]'],
];

describe.each(equals)('%j', (one, other) => {
  it('says the same as the other form', () => {
    expect(placeless(one)).toEqual(placeless(other));
  });
});

it('keeps the order of normalisation and activation as it is written, and puts defaults in their places', () => {
  const ops = (line: string, defaults = '') =>
    layersOf(`${defaults}${image(line)}`).map((layer) => layer.replace(/\d*\(.*/, ''));
  expect(ops('conv 8 3x3 bn relu')).toEqual(['conv', 'batchnorm', 'relu']);
  expect(ops('conv 8 3x3 relu bn')).toEqual(['conv', 'relu', 'batchnorm']);
  const both = 'defaults: {conv: {norm: bn, act: relu}}\n';
  expect(ops('conv 8 3x3', both)).toEqual(['conv', 'batchnorm', 'relu']);
  expect(ops('conv 8 3x3 act=none', both)).toEqual(['conv', 'batchnorm']);
  expect(ops('conv 8 3x3 norm=none', both)).toEqual(['conv', 'relu']);
  expect(ops('conv 8 3x3 norm=none act=none', both)).toEqual(['conv']);
  expect(ops('conv 8 3x3 tanh', both)).toEqual(['conv', 'batchnorm', 'tanh']);
  expect(ops('conv 8 3x3 ln', both)).toEqual(['conv', 'layernorm', 'relu']);
  expect(ops('{op: conv, out: 8, kernel: 3, act: none}', both)).toEqual(['conv', 'batchnorm']);
  expect(ops('conv 8 3x3 tanh instancenorm', both)).toEqual(['conv', 'tanh', 'instancenorm']);
});

it('lets a line overrule the defaults of its operation, and of no other', () => {
  const defaults = 'defaults: {conv: {pad: same, bias: false}, dense: {act: relu}}\n';
  const attributes = (step: string) => {
    const network = placeless(`${defaults}${image(step)}`) as { layers: { attributes: object }[] };
    return network.layers[1]?.attributes;
  };
  expect(attributes('conv 8 3x3')).toMatchObject({ padding: 'same', bias: false });
  expect(attributes('conv 8 3x3 p0 bias')).toMatchObject({ padding: 0, bias: true });
  expect(attributes('dwconv 3x3')).toMatchObject({ padding: 0, bias: true });
});
