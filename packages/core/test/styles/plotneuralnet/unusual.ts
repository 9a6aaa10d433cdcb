/** Networks that a style of boxes is not made for, and that it shows all the same. */

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** A plain chain of convolutions without a pooling. */
export const chainOf = (length: number): string =>
  `input: 3x64x64\nlayers:\n${many(length, (index) => `  - conv ${8 * (1 + (index % 16))} 3x3 p1 relu\n`)}`;

/** Residual blocks, one after another, each of two convolutions. */
export const residualsOf = (length: number): string =>
  `input: 3x64x64\nlayers:\n  - conv 16 3x3 p1 relu\n${many(length, () => '  - residual: [conv 16 3x3 p1 relu, conv 16 3x3 p1]\n  - relu\n')}`;

/** Layers whose sizes change all the time, so that no two stand in one box. */
export const pyramidOf = (levels: number): string =>
  `input: 3x${2 ** (levels + 2)}x${2 ** (levels + 2)}\nlayers:\n${many(levels, (index) => `  - conv ${8 * (index + 1)} 3x3 p1 relu as level${index + 1}\n  - maxpool 2\n`)}`;

/** Descriptions by what is unusual about them. */
export const unusual: Readonly<Record<string, string>> = {
  'one dense layer': 'input: 784\nlayers: [dense 10 softmax]',
  'one convolution': 'input: 3x32x32\nlayers: [conv 8 3x3]',
  'one pooling': 'input: 3x32x32\nlayers: [maxpool 2]',
  'poolings one after another': 'input: 3x64x64\nlayers: [maxpool 2, maxpool 2, avgpool 2, gap]',
  'an activation alone': 'input: 3x32x32\nlayers: [relu]',
  'a softmax alone': 'input: 10\nlayers: [softmax]',
  'vectors alone': 'input: 784\nlayers: [dense 300 relu, dense 100 relu, dense 10 softmax]',
  'one input and two outputs': `
input: 3x32x32
layers:
  - conv 8 3x3 p1 relu as trunk
  - conv 8 3x3 p1 as first
  - {from: trunk}
  - conv 16 3x3 p1 as second
output: [first, second]`,
  'two inputs that merge': `
inputs: {left: 3x32x32, right: 3x32x32}
layers:
  - {from: left}
  - conv 8 3x3 p1 relu as a
  - {from: right}
  - conv 8 3x3 p1 relu
  - concat a
  - conv 8 3x3 p1`,
  'a merge of three inputs': `
inputs: {a: 8x16x16, b: 8x16x16, c: 8x16x16}
layers:
  - {from: a}
  - add: [identity, [from: b], [from: c]]
  - conv 8 3x3 p1`,
  'a merge of three branches': `
input: 8x16x16
layers:
  - conv 8 3x3 p1
  - concat:
      - [conv 8 1x1]
      - [conv 8 3x3 p1, conv 8 3x3 p1]
      - [maxpool 3 /1 p1, conv 8 1x1]
  - conv 8 3x3 p1`,
  'products, differences and maxima': `
input: 8x16x16
layers:
  - conv 8 3x3 p1
  - mul: [identity, [conv 8 1x1 sigmoid]]
  - sub: [identity, [conv 8 1x1]]
  - maximum: [identity, [conv 8 1x1]]
  - conv 8 3x3 p1`,
  'residuals in residuals': `
input: 8x16x16
layers:
  - conv 8 3x3 p1
  - residual:
      - conv 8 3x3 p1
      - residual:
          - conv 8 3x3 p1
          - residual: [conv 8 3x3 p1, conv 8 3x3 p1]
      - conv 8 3x3 p1
  - conv 8 3x3 p1`,
  'skips that cross': `
input: 8x16x16
layers:
  - conv 8 3x3 p1 as a
  - conv 8 3x3 p1 as b
  - conv 8 3x3 p1
  - add a
  - conv 8 3x3 p1
  - add b
  - conv 8 3x3 p1`,
  'one layer that many take from': `
input: 8x16x16
layers:
  - conv 8 3x3 p1 as a
  - conv 8 3x3 p1
  - concat a
  - conv 8 3x3 p1
  - concat a
  - conv 8 3x3 p1
  - concat a
  - conv 8 3x3 p1`,
  'groups without names': `
input: 8x16x16
blocks:
  pair: [conv 8 3x3 p1, conv 8 3x3 p1]
layers: [pair, pair, pair x3]`,
  'names of groups that are long': `
input: 8x16x16
layers:
  - {group: the first of the convolutions of this network, layers: [conv 8 3x3 p1]}
  - maxpool 2
  - {group: the second of the convolutions of this network, layers: [conv 8 3x3 p1]}
  - maxpool 2
  - {group: Unbreakablenameofaconvolutionthatislong, layers: [conv 8 3x3 p1]}`,
  'a convolution in three dimensions':
    'input: 3x16x64x64\nlayers: [conv 8 3x3x3 p1 relu, maxpool 2, conv 16 3x3x3 p1 relu]',
  'a convolution in one dimension':
    'input: 8x128\nlayers: [conv1d 16 3 p1 relu, conv1d 32 3 /2 p1 relu, conv1d 32 3 p1]',
  'a sequence': `
dims: {T: 64, d: 128}
input: T x d
layers:
  - residual: [attention heads=8]
  - layernorm
  - residual: [dense 512 relu, dense 128]
  - layernorm`,
  'words and a recurrent layer':
    'input: 32\nlayers: [embedding 64 vocab=1000, lstm 128, select -1, dense 2 softmax]',
  'maps that are no squares': `
input: 1x16x256
layers: [conv 8 3x3 p1 relu, maxpool 2x4, conv 16 3x3 p1, maxpool 2x4, conv 16 3x3 p1]`,
  'maps of one position': 'input: 3x1x1\nlayers: [conv 8 1x1 relu, conv 16 1x1, upsample 4]',
  'a map of a hundred thousand pixels a side': 'input: 3x100000x100000\nlayers: [conv 8 3x3 p1]',
  'an unknown operation': 'input: 3x32x32\nlayers: [conv 8 3x3 p1, op Warp out=16, conv 8 3x3 p1]',
  'a generator': `
input: 100
layers:
  - dense 8192 relu
  - reshape 512x4x4
  - upconv 256 4x4 /2 p1 relu
  - upconv 128 4x4 /2 p1 relu
  - upconv 3 4x4 /2 p1 tanh`,
  'side branches that end in one sum': `
input: 3x64x64
defaults: {conv: {kernel: 3, pad: same, act: relu}}
layers:
  - conv 8 as a
  - maxpool 2
  - conv 16 as b
  - maxpool 2
  - conv 32
  - add:
      - [conv 1, upsample 4]
      - [from: a, conv 1]
      - [from: b, conv 1, upsample 2]`,
  'a long chain': chainOf(30),
  'a long line of residuals': residualsOf(12),
  'a deep pyramid': pyramidOf(9),
};
