import { describe, expect, test } from 'vitest';
import { caffe } from '../../src/index.js';
import { layerOf, network, read, shapesOf } from './read.js';

const input = 'input: "data" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }\n';

describe('versions', () => {
  const expected = {
    data: '1x3x8x8',
    conv1: '1x4x8x8',
    relu1: '1x4x8x8',
    pool1: '1x4x4x4',
    ip: '1x5',
  };

  test.each([
    [
      'current',
      `layer { name: "conv1" type: "Convolution" bottom: "data" top: "conv1" convolution_param { num_output: 4 pad: 1 kernel_size: 3 } }
      layer { name: "relu1" type: "ReLU" bottom: "conv1" top: "conv1" }
      layer { name: "pool1" type: "Pooling" bottom: "conv1" top: "pool1" pooling_param { kernel_size: 2 stride: 2 } }
      layer { name: "ip" type: "InnerProduct" bottom: "pool1" top: "ip" inner_product_param { num_output: 5 } }`,
    ],
    [
      'V1',
      `layers { name: "conv1" type: CONVOLUTION bottom: "data" top: "conv1" convolution_param { num_output: 4 pad: 1 kernel_size: 3 } }
      layers { name: "relu1" type: RELU bottom: "conv1" top: "conv1" }
      layers { name: "pool1" type: POOLING bottom: "conv1" top: "pool1" pooling_param { kernel_size: 2 stride: 2 } }
      layers { name: "ip" type: INNER_PRODUCT bottom: "pool1" top: "ip" inner_product_param { num_output: 5 } }`,
    ],
    [
      'V0',
      `layers { layer { name: "pad1" type: "padding" pad: 1 } bottom: "data" top: "padded" }
      layers { layer { name: "conv1" type: "conv" num_output: 4 kernelsize: 3 } bottom: "padded" top: "conv1" }
      layers { layer { name: "relu1" type: "relu" } bottom: "conv1" top: "conv1" }
      layers { layer { name: "pool1" type: "pool" kernelsize: 2 stride: 2 } bottom: "conv1" top: "pool1" }
      layers { layer { name: "ip" type: "innerproduct" num_output: 5 } bottom: "pool1" top: "ip" }`,
    ],
  ])('%s', (_, layers) => {
    const found = network(input + layers);
    expect(shapesOf(found)).toEqual(expected);
    expect(layerOf(found, 'conv1').params).toBe(112);
    expect(layerOf(found, 'ip').params).toBe(325);
  });

  test('a padding layer of V0 that something else takes stays', () => {
    const text = `${input}layers { layer { name: "p" type: "padding" pad: 2 } bottom: "data" top: "p" }
      layers { layer { name: "r" type: "relu" } bottom: "p" top: "r" }`;
    expect(shapesOf(network(text))).toMatchObject({ p: '1x3x12x12', r: '1x3x12x12' });
  });
});

describe('phases', () => {
  const layer = (name: string, rest: string) =>
    `layer { name: "${name}" type: "ReLU" bottom: "data" top: "${name}" ${rest} }\n`;
  const data = (phase: string) =>
    `layer { name: "d${phase}" type: "Data" top: "data" transform_param { crop_size: 8 } include { phase: ${phase} } }\n`;
  const both =
    layer('train', 'include { phase: TRAIN }') + layer('test', 'include: { phase: TEST }');
  const names = (text: string, phase?: 'train' | 'test') =>
    network(text, phase && { phase }).layers.map(({ id }) => id);

  test('a deployed file is for testing', () => {
    expect(names(input + both)).toEqual(['data', 'test']);
  });

  test('a file with data is for training, unless that is only for testing', () => {
    expect(names(data('TRAIN') + data('TEST') + both)).toEqual(['dTRAIN', 'train']);
    expect(names(data('TEST') + both)).toEqual(['dTEST', 'test']);
  });

  test('the one that is asked for goes first, then that of the file', () => {
    expect(names(input + both, 'train')).toEqual(['data', 'train']);
    expect(names(`state { phase: TRAIN } ${input}${both}`)).toEqual(['data', 'train']);
  });

  test('rules may exclude, and ask for stages and levels', () => {
    const text =
      input +
      layer('a', 'exclude { phase: TEST }') +
      layer('b', 'include { phase: TRAIN } include { phase: TEST }') +
      layer('c', 'include { stage: "deploy" }') +
      layer('d', 'include { not_stage: "deploy" }') +
      layer('e', 'include { min_level: 1 }') +
      layer('f', 'exclude { max_level: 0 }');
    expect(names(text)).toEqual(['data', 'b', 'd']);
    expect(names(`state { level: 1 stage: "deploy" } ${text}`)).toEqual([
      'data',
      'b',
      'c',
      'e',
      'f',
    ]);
  });

  test('no layer at all is said', () => {
    const { problems } = read(layer('a', 'include { phase: TEST }'), { phase: 'train' });
    expect(problems).toEqual(['1:1 no layer is included in the phase `train`']);
  });
});

test('says what the file says of a layer, training last', () => {
  const { layers } = network(`${input}layer { name: "c" type: "Convolution" bottom: "data" top: "c"
    param { lr_mult: 1 decay_mult: 1 } param { lr_mult: 2 decay_mult: 0 }
    convolution_param { weight_filler { type: "xavier" } num_output: 4 kernel_size: 3 kernel_size: 2 engine: CAFFE some_forks_own: 7 }
    include { phase: TEST } }`);
  expect(layers[1]?.origin).toEqual({
    type: 'Convolution',
    attributes: [
      ['num_output', '4'],
      ['kernel_size', '3, 2'],
      ['engine', 'CAFFE'],
      ['some_forks_own', '7'],
      ['param.lr_mult', '1, 2'],
      ['param.decay_mult', '1, 0'],
      ['weight_filler.type', 'xavier'],
      ['include.phase', 'TEST'],
    ],
  });
});

test('keeps the message in names that two have', () => {
  const { layers } = network(`layer { name: "d" type: "Data" top: "d"
    transform_param { scale: 0.1 crop_size: 8 } data_param { source: "x" scale: 2 } }
    layer { name: "r" type: "ReLU" bottom: "d" top: "d" }`);
  expect(layers[0]?.origin?.attributes).toEqual([
    ['transform_param.scale', '0.1'],
    ['crop_size', '8'],
    ['source', 'x'],
    ['data_param.scale', '2'],
  ]);
});

test('keeps the name of the network', () => {
  expect(
    network(`name: "LeNet" ${input}layer { name: "r" type: "ReLU" bottom: "data" top: "r" }`).name,
  ).toBe('LeNet');
});

describe('problems', () => {
  /** Problems of one layer on line 2. */
  const problem = (layer: string) => {
    const { problems, hints } = read(
      `${input}layer { name: "x" ${layer} bottom: "data" top: "x" }`,
    );
    for (const hint of hints) expect(hint ?? 'A.').toMatch(/^[A-Z].*[.?]$/);
    return problems;
  };

  test.each([
    [
      'type: "Convolution" convolution_param { kernel_size: 3 }',
      '2:1 `convolution_param` needs `num_output`',
    ],
    [
      'type: "Convolution" convolution_param { num_output: 3 }',
      '2:1 `convolution_param` needs `kernel_size`',
    ],
    [
      'type: "Convolution" convolution_param { num_outputs: 3 kernel_size: 3 }',
      '2:72 `convolution_param` needs `num_output`',
    ],
    [
      'type: "Convolution" convolution_param { num_output: 0 kernel_size: 3 }',
      '2:71 `num_output` must be a whole number of at least 1, not `0`',
    ],
    [
      'type: "Convolution" convolution_param { num_output: 4 kernel_size: "3" }',
      '2:86 `kernel_size` must be a whole number of at least 1, not `3`',
    ],
    [
      'type: "Convolution" convolution_param { num_output: 4 num_output: 5 kernel_size: 3 }',
      '2:85 `num_output` is given twice',
    ],
    [
      'type: "Convolution" convolution_param { num_output: 4 kernel_size: 3 bias_term: no }',
      '2:99 `bias_term` must be `true` or `false`, not `no`',
    ],
    [
      'type: "Convolution" convolution_param { num_output: 4 kernel_size: 3 group: 2 }',
      '2:95 `groups` `2` does not divide the `3` input channels',
    ],
    [
      'type: "Convolution" convolution_param { num_output: 4 kernel_size: 9 }',
      '2:86 the kernel `9` is larger than the input, whose height is `8`',
    ],
    [
      'type: "Convolution" convolution_param { num_output { } kernel_size: 3 }',
      '2:59 `num_output` must be a value, not `{ … }`',
    ],
    [
      'type: "Convolution" convolution_param { num_output: cls kernel_size: 3 }',
      '2:71 `num_output` must be a whole number of at least 1, not `cls`',
    ],
    [
      'type: "Pooling" pooling_param { pool: AVG kernel_size: 2 }',
      '2:57 `pool` must be one of `MAX`, `AVE`, `STOCHASTIC`, not `AVG`',
    ],
    [
      'type: "InnerProduct" inner_product_param { num_output: 4 axis: 4 }',
      '2:82 `axis` `4` is no axis of `1×3×8×8`',
    ],
    [
      'type: "Reshape" reshape_param { shape { dim: 0 dim: 5 } }',
      '2:51 `0×5` cannot be made of `1×3×8×8`, which holds 192 numbers',
    ],
    [
      'type: "Reshape" reshape_param { shape { dim: -1 dim: -1 } }',
      '2:51 `shape` has more than one `dim: -1`',
    ],
    [
      'type: "Reshape" reshape_param { shape { dim: 3 } axis: 2 num_axes: 4 }',
      '2:86 `reshape_param` takes axes 2 to 5 of `1×3×8×8`',
    ],
    [
      'type: "Permute" permute_param { order: 0 order: 0 }',
      '2:67 `order` `0, 0` is no order of the axes of `1×3×8×8`',
    ],
    ['type: "Slice" slice_param { axis: 5 } top: "y"', '2:53 `axis` `5` is no axis of `1×3×8×8`'],
    ['type: "Slice" top: "y"', '2:1 `3` cannot be sliced into 2 equal parts'],
    [
      'type: "Slice" top: "y" slice_param { slice_point: 3 }',
      '2:69 `slice_point` `3` does not part an axis of `3`',
    ],
    [
      'type: "Slice" top: "y" slice_param { slice_point: 1 slice_point: 2 }',
      '2:84 `slice_param` has 2 of `slice_point`, but the layer has 2 tops',
    ],
    ['type: "PriorBox" prior_box_param { }', '2:1 `prior_box_param` needs `min_size`'],
    ['type: "Parameter"', '2:1 `Parameter` takes no bottoms, but `x` has 1'],
    ['', '2:1 `x` has no type'],
  ])('%s', (layer, expected) => {
    expect(problem(layer)).toEqual([expected]);
  });

  test('a concatenation along the batch axis', () => {
    const text = `${input}input: "b" input_shape { dim: 1 dim: 3 dim: 4 dim: 4 }
layer { name: "c" type: "Concat" bottom: "data" bottom: "b" top: "c" concat_param { axis: 0 } }`;
    expect(read(text).problems).toEqual([
      '3:1 `Concat` along axis `0` needs blobs of one shape, but gets `3×8×8` and `3×4×4`',
    ]);
  });

  test('a crop that does not fit is drawn all the same', () => {
    const text = `${input}input: "b" input_shape { dim: 1 dim: 3 dim: 9 dim: 9 }
layer { name: "c" type: "Crop" bottom: "data" bottom: "b" top: "c" }`;
    const { problems, network: found } = read(text);
    expect(problems).toEqual([
      '?3:1 `c` cannot cut `3×9×9` out of `3×8×8`; it is drawn as if it could',
    ]);
    expect(found && shapesOf(found)).toMatchObject({ c: '1x3x9x9' });
  });

  test('one that hides a shape is not followed by others', () => {
    const text = `${input}layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: x kernel_size: 3 } }
layer { name: "e" type: "Eltwise" bottom: "c" bottom: "data" top: "e" }
layer { name: "s" type: "Slice" bottom: "e" top: "a" top: "b" }
layer { name: "d" type: "ReLU" bottom: "b" top: "b" }
layer { name: "p" type: "Pooling" bottom: "b" top: "p" pooling_param { } }`;
    expect(read(text).problems).toEqual([
      '2:95 `num_output` must be a whole number of at least 1, not `x`',
      '6:1 `pooling_param` needs `kernel_size`',
    ]);
  });

  test('those of the text stand beside those of the layers', () => {
    const text = `${input}layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 3x kernel_size 3 } }
layer { name: "d" type: "ReLU" bottom: "q" top: "d" }`;
    expect(read(text).problems).toEqual([
      '2:95 `3x` is no number',
      '2:98 `kernel_size` needs a colon before its value',
      '3:40 no layer gives the blob `q`',
    ]);
  });

  test('a brace that is missing is the only one', () => {
    const text = `${input}layer {\n  name: "c"\n  convolution_param {\n    num_output: 3\n}\nlayer { bottom: "q" }\n`;
    const { problems, network: found } = read(text);
    expect(problems).toEqual(['4:3 `convolution_param {` is never closed']);
    expect(found).toBeUndefined();
  });

  test('a text without layers', () => {
    expect(read('name: "x"').problems).toEqual(['1:1 the text has no layers']);
    expect(read('').problems).toEqual(['1:1 the text has no layers']);
    const { problems, hints } = read('base_lr: 0.1\nnet: "train.prototxt"');
    expect(problems).toEqual(['2:1 this is a solver, which only names a network']);
    expect(hints).toEqual(['Read the file that `net` names.']);
  });

  test('a text that is too long', () => {
    expect(read('#'.repeat(16_000_001)).problems).toEqual([
      '1:1 the text has 16000001 characters; at most 16000000 are read',
    ]);
  });
});

describe('recognizes', () => {
  test.each([
    'layer { name: "x" }',
    'layers {\n  layer {',
    'layers: { name: "x" }',
    '# comment\n\n  name: "LeNet"\nlayer {\n}',
    "name: 'LeNet' input: 'data' input_dim: 1",
    'name: "x"; input: "data", input_shape { dim: 1 }',
    'input: "data"\ninput_dim: 10',
    'state { phase: TEST }\nlayer { }',
    'force_backward: true\nlayer{',
    '\uFEFFlayer{',
  ])('%j', (text) => {
    expect(caffe.recognizes(text)).toBe(true);
  });

  test.each([
    '',
    'name: LeNet\ninput: 1x28x28\nlayers:\n  - conv 6 5x5',
    'input: 3x224x224\nlayers:\n  - conv 64',
    'name: "x"\nlayers: [conv 6]',
    'layers: {conv: 3}',
    '784 -> 128 relu -> 10 softmax',
    'input(28, 28, 1)\nconv(24, 24, 8)',
    '# Some example\ninput(28, 28, 1)',
    'net: "train.prototxt"\nbase_lr: 0.1',
    'name: "x"',
    'layer',
    'layer [',
    '{"layers": []}',
  ])('not %j', (text) => {
    expect(caffe.recognizes(text)).toBe(false);
  });

  test.each(['#', ' ', 'name: "', 'name: "x" ', '\\', 'layer', 'input: a\n', 'name: "\\'])(
    'takes little time for many %j',
    (part) => {
      const start = Date.now();
      caffe.recognizes(part.repeat(500_000));
      expect(Date.now() - start).toBeLessThan(2000);
    },
  );
});
