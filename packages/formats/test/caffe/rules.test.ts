/** Shapes and parameters of each type, by Caffe's own arithmetic. */
import { describe, expect, test } from 'vitest';
import { network, one, read, shapesOf } from './read.js';

const map = [2, 16, 9, 9];

/** One layer with its type, parameters and shape. */
type Row = readonly [
  layer: string,
  expected: Record<string, unknown>,
  inputs?: readonly (readonly number[])[],
];

const windows: readonly Row[] = [
  // (227 − 11) / 4 + 1
  [
    'type: "Convolution" convolution_param { num_output: 96 kernel_size: 11 stride: 4 }',
    { op: 'conv', shape: [1, 96, 55, 55], params: 34944, macs: 105415200 },
    [[1, 3, 227, 227]],
  ],
  [
    'type: CONVOLUTION convolution_param { num_output: 8 kernel_h: 3 kernel_w: 1 pad_h: 1 stride_w: 2 bias_term: false }',
    { shape: [2, 8, 9, 5], params: 16 * 8 * 3 },
  ],
  [
    'type: "Convolution" convolution_param { num_output: 8 kernel_size: [3, 5] pad: 1 pad: 2 dilation: 2 group: 4 }',
    { shape: [2, 8, 7, 5], params: (16 * 8 * 15) / 4 + 8 },
  ],
  [
    'type: "Convolution" convolution_param { num_output: 8 kernel_size: 3 axis: 2 }',
    { op: 'op', shape: [2, 4, 8, 7, 7], params: 6 * 8 * 9 + 8, macs: 6 * 8 * 9 * 2 * 4 * 49 },
    [[2, 4, 6, 9, 9]],
  ],
  [
    'type: "CONVOLUTION3D" convolution_param { num_output: 64 kernel_size: 3 kernel_depth: 3 pad: 1 temporal_pad: 1 }',
    { shape: [1, 64, 16, 112, 112] },
    [[1, 3, 16, 112, 112]],
  ],
  [
    'type: "DepthwiseConvolution" convolution_param { num_output: 16 kernel_size: 3 pad: 1 }',
    { shape: map, params: 16 * 9 + 16 },
  ],
  // FCN-32s: 16 becomes 32·15 + 64.
  [
    'type: "Deconvolution" convolution_param { num_output: 21 bias_term: false kernel_size: 64 stride: 32 group: 21 }',
    { op: 'upconv', shape: [1, 21, 544, 544], params: 21 * 64 * 64 },
    [[1, 21, 16, 16]],
  ],
  [
    'type: "Pooling" pooling_param { pool: MAX kernel_size: 3 stride: 2 }',
    { op: 'maxpool', shape: [1, 64, 56, 56] },
    [[1, 64, 112, 112]],
  ],
  [
    'type: "Pooling" pooling_param { kernel_size: 3 stride: 2 round_mode: FLOOR }',
    { shape: [1, 64, 55, 55] },
    [[1, 64, 112, 112]],
  ],
  [
    'type: "Pooling" pooling_param { kernel_size: 3 stride: 2 ceil_mode: false }',
    { shape: [1, 64, 55, 55] },
    [[1, 64, 112, 112]],
  ],
  // A last window that begins in the padding is left out, but only where there is padding.
  [
    'type: "Pooling" pooling_param { pool: AVE kernel_size: 2 stride: 2 pad: 1 }',
    { op: 'avgpool', shape: [2, 16, 5, 5] },
  ],
  [
    'type: "Pooling" pooling_param { kernel_size: 1 stride: 2 }',
    { shape: [1, 1, 2, 2] },
    [[1, 1, 2, 2]],
  ],
  // A window larger than the map takes all of it.
  [
    'type: "Pooling" pooling_param { kernel_size: 3 stride: 2 }',
    { shape: [1, 4, 1, 1] },
    [[1, 4, 2, 2]],
  ],
  ['type: "Pooling" pooling_param { kernel_size: 2 }', { shape: [2, 16, 8, 8] }],
  [
    'type: "Pooling" pooling_param { pool: AVE global_pooling: true }',
    { op: 'gap', shape: [2, 16, 1, 1] },
  ],
  [
    'type: "Pooling" pooling_param { pool: 0 global_pooling: true }',
    { op: 'gmp', shape: [2, 16, 1, 1] },
  ],
  [
    'type: "Pooling" pooling_param { pool: STOCHASTIC kernel_h: 3 kernel_w: 2 stride: 3 }',
    { op: 'stochasticpool', shape: [2, 16, 3, 4] },
  ],
  [
    'type: "Pooling" top: "out" top: "mask" pooling_param { pool: MAX kernel_size: 2 stride: 2 }',
    {
      outputs: [
        [2, 16, 5, 5],
        [2, 16, 5, 5],
      ],
    },
  ],
  ['type: "Im2col" convolution_param { kernel_size: 3 stride: 2 }', { shape: [2, 144, 4, 4] }],
  ['type: "SPP" spp_param { pyramid_height: 3 pool: MAX }', { shape: [2, 16 * 21] }],
];

const dense: readonly Row[] = [
  [
    'type: "InnerProduct" inner_product_param { num_output: 10 }',
    { op: 'dense', shape: [2, 10], params: 16 * 81 * 10 + 10, macs: 2 * 16 * 81 * 10 },
  ],
  [
    'type: INNER_PRODUCT inner_product_param { num_output: 10 axis: 2 bias_term: false }',
    { shape: [2, 16, 10], params: 810 },
  ],
  [
    'type: "InnerProduct" inner_product_param { num_output: 10 axis: -1 }',
    { shape: [2, 16, 9, 10], params: 100 },
  ],
  [
    'type: "Embed" embed_param { num_output: 8 input_dim: 100 }',
    { op: 'embedding', shape: [1, 20, 8], params: 808 },
    [[1, 20]],
  ],
  [
    'type: "LSTM" recurrent_param { num_output: 256 }',
    { shape: [16, 2, 256], params: 4 * 256 * (512 + 256 + 1), macs: 32 * 4 * 256 * (512 + 256) },
    [
      [16, 2, 512],
      [16, 2],
    ],
  ],
  [
    'type: "LSTM" recurrent_param { num_output: 8 }',
    { shape: [16, 2, 8], params: 4 * 8 * (5 + 8 + 1) + 4 * 8 * 30 },
    [
      [16, 2, 5],
      [16, 2],
      [2, 30],
    ],
  ],
  [
    'type: "RNN" top: "out" top: "h" recurrent_param { num_output: 8 expose_hidden: true }',
    {
      outputs: [
        [16, 2, 8],
        [1, 2, 8],
      ],
      params: 8 * 5 + 8 + 64 + 64 + 8,
    },
    [
      [16, 2, 5],
      [16, 2],
      [1, 2, 8],
    ],
  ],
];

const single: readonly Row[] = [
  ['type: "ReLU"', { op: 'relu', shape: map }],
  [
    'type: "ReLU" relu_param { negative_slope: 0.1 }',
    { op: 'leakyrelu', attributes: { slope: 0.1 } },
  ],
  ['type: "PReLU"', { op: 'prelu', params: 16 }],
  ['type: "PReLU" prelu_param { channel_shared: true }', { params: 1 }],
  ['type: "ReLU6"', { op: 'relu6' }],
  ['type: "ELU" elu_param { alpha: 0.5 }', { op: 'elu', attributes: { alpha: 0.5 } }],
  ['type: "Sigmoid"', { op: 'sigmoid' }],
  ['type: TANH', { op: 'tanh' }],
  ['type: "Swish"', { op: 'silu' }],
  ['type: "HardTanh"', { op: 'hardtanh' }],
  ['type: "Power" power_param { power: 2 scale: 3 }', { op: 'pow', attributes: { exponent: 2 } }],
  ['type: "Exp"', { op: 'exp' }],
  ['type: "Log"', { op: 'log' }],
  ['type: ABSVAL', { op: 'abs' }],
  ['type: "BNLL"', { op: 'bnll' }],
  [
    'type: "Threshold" threshold_param { threshold: 0.2 }',
    { attributes: { theta: 0.2, value: 0 } },
  ],
  [
    'type: "Dropout" dropout_param { dropout_ratio: 0.4 }',
    { op: 'dropout', attributes: { rate: 0.4 } },
  ],
  ['type: "Softmax"', { op: 'softmax', attributes: { axis: 1 } }],
  [
    'type: "LRN" lrn_param { local_size: 3 norm_region: WITHIN_CHANNEL }',
    { op: 'lrn', attributes: { size: 3 } },
  ],
  ['type: "BatchNorm"', { op: 'batchnorm', params: 0, buffers: 33 }],
  ['type: "BN" bn_param { }', { op: 'batchnorm', params: 32 }],
  ['type: "Scale" scale_param { bias_term: true }', { op: 'scale', params: 32 }],
  ['type: "Scale" scale_param { axis: 1 num_axes: -1 }', { params: 16 * 81 }],
  ['type: "Scale" scale_param { num_axes: 0 }', { params: 1 }],
  ['type: "Scale" scale_param { axis: 0 }', { shape: map, params: 0 }, [map, [2, 16]]],
  ['type: "Bias"', { op: 'shift', params: 16 }],
  [
    'type: "MVN" mvn_param { across_channels: true }',
    { op: 'mvn', attributes: { across: true, variance: true } },
  ],
  [
    'type: "Normalize" norm_param { across_spatial: false channel_shared: false }',
    { op: 'l2norm', params: 16 },
  ],
];

const merging: readonly Row[] = [
  ['type: "Concat"', { op: 'concat', shape: [2, 24, 9, 9] }, [map, [2, 8, 9, 9]]],
  ['type: "Concat" concat_param { concat_dim: 1 }', { shape: [2, 32, 9, 9] }, [map, map]],
  ['type: "Concat" concat_param { axis: -2 }', { shape: [2, 16, 18, 9] }, [map, map]],
  ['type: "Concat" concat_param { axis: 0 }', { op: 'op', shape: [4, 16, 9, 9] }, [map, map]],
  ['type: "Concat"', { op: 'identity', shape: map }],
  ['type: "Eltwise"', { op: 'add', shape: map }, [map, map, map]],
  ['type: "Eltwise" eltwise_param { operation: PROD }', { op: 'mul' }, [map, map]],
  [
    'type: ELTWISE eltwise_param { operation: MAX coeff: 1 coeff: -1 }',
    { op: 'maximum' },
    [map, map],
  ],
  [
    'type: "Slice" top: "a" top: "b" top: "c" slice_param { axis: 1 slice_point: 3 slice_point: 8 }',
    {
      outputs: [
        [2, 3, 9, 9],
        [2, 5, 9, 9],
        [2, 8, 9, 9],
      ],
    },
  ],
  [
    'type: "Slice" top: "a" top: "b"',
    {
      outputs: [
        [2, 8, 9, 9],
        [2, 8, 9, 9],
      ],
    },
  ],
  [
    'type: "Slice" top: "a" top: "b" slice_param { slice_dim: 0 }',
    {
      outputs: [
        [1, 16, 9, 9],
        [1, 16, 9, 9],
      ],
    },
  ],
  ['type: "Filter"', { shape: map }, [map, [2]]],
  ['type: "BatchReindex"', { shape: [5, 16, 9, 9] }, [map, [5]]],
  ['type: "Axpy"', { shape: map }, [[2, 16, 1, 1], map, map]],
];

const shaping: readonly Row[] = [
  ['type: "Flatten"', { op: 'flatten', shape: [2, 16 * 81] }],
  ['type: "Flatten" flatten_param { axis: 2 end_axis: 3 }', { shape: [2, 16, 81] }],
  ['type: "Flatten" flatten_param { axis: 0 end_axis: 1 }', { op: 'op', shape: [32, 9, 9] }],
  [
    'type: "Reshape" reshape_param { shape { dim: 0 dim: 2 dim: -1 dim: 0 } }',
    { op: 'reshape', shape: [2, 2, 72, 9] },
  ],
  [
    'type: "Reshape" reshape_param { shape { dim: -1 } axis: 1 num_axes: 2 }',
    { shape: [2, 144, 9] },
  ],
  [
    'type: "Reshape" reshape_param { shape { dim: 1 } axis: -1 num_axes: 0 }',
    { shape: [1, 9, 3, 3, 1] },
    [[1, 9, 3, 3]],
  ],
  [
    'type: "Reshape" reshape_param { shape { dim: 1 } axis: 1 num_axes: 0 }',
    { shape: [2, 1, 16, 9, 9] },
  ],
  ['type: "Reshape" reshape_param { shape { dim: -1 dim: 9 } }', { op: 'op', shape: [288, 9] }],
  [
    'type: "Permute" permute_param { order: 0 order: 2 order: 3 order: 1 }',
    { op: 'permute', shape: [2, 9, 9, 16] },
  ],
  ['type: "Permute" permute_param { order: 1 }', { op: 'op', shape: [16, 2, 9, 9] }],
  [
    'type: "Crop" crop_param { axis: 2 offset: 1 offset: 0 }',
    { op: 'croplike', shape: [2, 16, 5, 7] },
    [map, [2, 3, 5, 7]],
  ],
  ['type: CROP', { shape: [2, 16, 5, 7] }, [map, [2, 3, 5, 7]]],
  ['type: "Tile" tile_param { tiles: 3 }', { op: 'tile', shape: [2, 48, 9, 9] }],
  ['type: "Tile" tile_param { axis: 0 tiles: 3 }', { shape: [6, 16, 9, 9] }],
  [
    'type: "Interp" interp_param { height: 60 width: 50 }',
    { op: 'resize', shape: [2, 16, 60, 50] },
  ],
  ['type: "Interp" interp_param { zoom_factor: 8 }', { shape: [2, 16, 65, 65] }],
  [
    'type: "Interp" interp_param { shrink_factor: 2 pad_beg: 0 pad_end: -1 }',
    { shape: [2, 16, 4, 4] },
  ],
  [
    'type: "Upsample" upsample_param { scale: 2 upsample_w: 17 }',
    { op: 'unpool', shape: [2, 16, 18, 17] },
    [map, map],
  ],
  ['type: "Upsample" upsample_param { scale: 2 }', { op: 'upsample', shape: [2, 16, 18, 18] }],
  ['type: "ShuffleChannel" shuffle_channel_param { group: 4 }', { op: 'shuffle', shape: map }],
  [
    'type: "Reduction" reduction_param { axis: 2 operation: MEAN }',
    { op: 'reduce', shape: [2, 16] },
  ],
  ['type: "Reduction"', { shape: [1] }],
  [
    'type: "ArgMax" argmax_param { top_k: 5 out_max_val: true }',
    { op: 'argmax', shape: [2, 2, 5, 1] },
  ],
  ['type: "ArgMax" argmax_param { axis: 1 }', { shape: [2, 1, 9, 9] }],
  ['type: "Reorg" reorg_param { stride: 3 }', { shape: [2, 144, 3, 3] }],
  [
    'type: "Parameter" parameter_param { shape { dim: 4 dim: 5 } }',
    { shape: [4, 5], params: 20 },
    [],
  ],
];

const ends: readonly Row[] = [
  ['type: "SoftmaxWithLoss"', { op: 'objective', shape: [1] }, [[2, 10], [2]]],
  ['type: SOFTMAX_LOSS top: "loss" top: "prob"', { outputs: [[1], [2, 10]] }, [[2, 10], [2]]],
  ['type: "EuclideanLoss"', { shape: [1] }, [map, map]],
  [
    'type: "SoftmaxWithLossOHEM" top: "loss" top: "prob" top: "each"',
    {
      op: 'op',
      outputs: [[1], [2, 10], [2, 10]],
    },
    [[2, 10], [2]],
  ],
  [
    'type: "SomeForksLoss"',
    { op: 'objective', attributes: { name: 'SomeForksLoss', predictions: false } },
    [map, [2]],
  ],
  [
    'type: "CenterLoss" center_loss_param { num_output: 10 }',
    { params: 10 * 128 },
    [[2, 128], [2]],
  ],
  ['type: "Accuracy" accuracy_param { top_k: 5 }', { op: 'accuracy', shape: [1] }, [[2, 10], [2]]],
  ['type: "Accuracy" top: "all" top: "each"', { outputs: [[1], [10]] }, [[2, 10], [2]]],
  [
    'type: "ROIPooling" roi_pooling_param { pooled_h: 6 pooled_w: 7 }',
    { op: 'roipool', shape: [300, 16, 6, 7] },
    [
      [1, 16, 9, 9],
      [300, 5],
    ],
  ],
  [
    'type: "PSROIPooling" psroi_pooling_param { output_dim: 4 group_size: 2 }',
    { shape: [300, 4, 2, 2] },
    [
      [1, 16, 9, 9],
      [300, 5],
    ],
  ],
  // SSD: ratios 1, 2, ½, 3, ⅓ and one more box between the sizes.
  [
    'type: "PriorBox" prior_box_param { min_size: 60 max_size: 111 aspect_ratio: 2 aspect_ratio: 3 }',
    { op: 'priorbox', shape: [1, 2, 81 * 6 * 4] },
    [map, [2, 3, 300, 300]],
  ],
  [
    'type: "PriorBox" prior_box_param { min_size: 60 min_size: 70 aspect_ratio: 1 aspect_ratio: 2 flip: false }',
    { shape: [1, 2, 81 * 4 * 4] },
  ],
  [
    'type: "DetectionOutput" detection_output_param { num_classes: 21 keep_top_k: 200 }',
    { shape: [1, 1, 200, 7] },
    [
      [1, 100],
      [1, 525],
      [1, 2, 100],
    ],
  ],
  [
    'type: "DetectionEvaluate" detection_evaluate_param { num_classes: 21 }',
    { shape: [1, 1, 220, 5] },
    [
      [1, 1, 200, 7],
      [1, 1, 1, 8],
    ],
  ],
  [
    'type: "Python" top: "rois" top: "scores" python_param { module: "rpn.proposal_layer" layer: "ProposalLayer" }',
    {
      outputs: [
        [300, 5],
        [300, 1],
      ],
    },
    [
      [1, 18, 14, 14],
      [1, 36, 14, 14],
      [1, 3],
    ],
  ],
  [
    'type: "Python" top: "a" top: "b" python_param { layer: "AnchorTargetLayer" }',
    {
      outputs: [
        [1, 1, 126, 14],
        [1, 36, 14, 14],
      ],
    },
    [
      [1, 18, 14, 14],
      [1, 5],
    ],
  ],
  [
    'type: "Python" top: "rois" top: "labels" top: "boxes" python_param { layer: "ProposalTargetLayer" param_str: "\'num_classes\': 3" }',
    { outputs: [[128, 5], [128], [128, 12]] },
    [[300, 5]],
  ],
  [
    'type: "Python" python_param { module: "pyloss" layer: "EuclideanLossLayer" }',
    { op: 'objective' },
    [map, map],
  ],
];

describe.each<readonly [name: string, rows: readonly Row[]]>([
  ['windows', windows],
  ['weights', dense],
  ['one bottom', single],
  ['merges', merging],
  ['shapes', shaping],
  ['ends', ends],
])('%s', (_, rows) => {
  const named = rows.map((row) => [row[0], row] as const);
  test.each(named)('%s', (_, [layer, expected, inputs = [map]]) => {
    const whole = inputs.some(([batch]) => batch !== inputs[0]?.[0]);
    expect(one(layer, inputs, whole ? 1 : undefined)).toMatchObject(expected);
  });
});

test('the oldest spellings of types are known', () => {
  const shape = { shape: map };
  for (const type of ['relu', 'tanh', 'sigmoid', 'lrn', 'dropout', 'softmax', 'bnll']) {
    expect(one(`type: "${type}"`)).toMatchObject({ ...shape, shape: [1, 3, 8, 8] });
  }
});

test('one convolution may act on several blobs with the same parameters', () => {
  const found = network(`
    input: "a" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }
    input: "b" input_shape { dim: 1 dim: 3 dim: 6 dim: 6 }
    layer { name: "c" type: "Convolution" bottom: "a" bottom: "b" top: "x" top: "y"
      convolution_param { num_output: 4 kernel_size: 3 } }
    layer { name: "r" type: "ReLU" bottom: "y" top: "y" }`);
  expect(shapesOf(found)).toMatchObject({ c: '1x4x6x6', c_1: '1x4x4x4', r: '1x4x4x4' });
  expect(found.layers[3]).toMatchObject({ id: 'c_1', share: 'c' });
  expect(found.layers[4]?.inputs).toEqual([{ layer: 'c_1', port: 0 }]);
});

test('copies are one blob under several names', () => {
  const found = network(`
    input: "a" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }
    layer { name: "s" type: "Split" bottom: "a" top: "x" top: "y" }
    layer { name: "e" type: "Eltwise" bottom: "x" bottom: "y" top: "z" }`);
  expect(found.layers[2]?.inputs).toEqual([
    { layer: 's', port: 0 },
    { layer: 's', port: 0 },
  ]);
});

test('a batch that is written into a Reshape becomes that of the inputs', () => {
  const text = `
    input: "a" input_dim: 10 input_dim: 4 input_dim: 3 input_dim: 3
    layer { name: "r" type: "Reshape" bottom: "a" top: "r" reshape_param { shape { dim: 10 dim: 36 } } }`;
  expect(shapesOf(network(text, { batch: 2 }))).toMatchObject({ r: '2x36' });
});

describe('a type that is not known', () => {
  const text = `input: "data" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }
layer { name: "x" type: "Convolutoin" bottom: "data" top: "x" }
layer { name: "y" type: "ReLU" bottom: "x" top: "x" }`;

  test('keeps the shape, with a warning', () => {
    const { network: found, problems, hints } = read(text);
    expect(problems).toEqual([
      '?2:25 the type `Convolutoin` of `x` is not known; it is drawn as if it kept the shape of what it takes, and nothing in it is counted',
    ]);
    expect(hints[0]).toBe(
      'Did you mean `Convolution`? Declare what it gives around the network, without the batch: `shapes: {x: 64x10x10}`.',
    );
    expect(found && shapesOf(found)).toMatchObject({ x: '1x3x8x8', y: '1x3x8x8' });
    expect(found?.layers[1]?.attributes).toMatchObject({ name: 'Convolutoin', counted: false });
  });

  test('has the shape that is declared', () => {
    const found = network(text, { shapes: { x: [16, 4, 4] }, batch: 2 });
    expect(shapesOf(found)).toMatchObject({ x: '2x16x4x4', y: '2x16x4x4' });
  });
});
