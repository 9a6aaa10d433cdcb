import { describe, expect, test } from 'vitest';
import { network, outside, read, shapesOf } from './read.js';

const relu = 'layer { name: "r" type: "ReLU" bottom: "data" top: "r" }';

describe('sizes in the file', () => {
  test.each([
    ['input: "data" input_dim: 10 input_dim: 3 input_dim: 8 input_dim: 9', '1x3x8x9'],
    ['input: "data" input_shape { dim: 10 dim: 3 dim: 8 dim: 9 }', '1x3x8x9'],
    [
      'layer { name: "in" type: "Input" top: "data" input_param { shape: { dim: [4, 3, 8, 9] } } }',
      '1x3x8x9',
    ],
    ['layer { name: "in" type: "Data" top: "data" transform_param { crop_size: 8 } }', '1x3x8x8'],
    [
      'layer { name: "in" type: "Data" top: "data" transform_param { crop_size: 8 force_gray: true } }',
      '1x1x8x8',
    ],
    ['layers { name: "in" type: DATA top: "data" data_param { crop_size: 8 } }', '1x3x8x8'],
    [
      'layer { name: "in" type: "ImageData" top: "data" image_data_param { new_height: 8 new_width: 9 is_color: false } }',
      '1x1x8x9',
    ],
    [
      'layers { name: "in" type: IMAGE_DATA top: "data" image_data_param { new_height: 16 transform_param { crop_size: 8 } } }',
      '1x3x8x8',
    ],
    [
      'layer { name: "in" type: "VideoData" top: "data" video_data_param { new_length: 5 modality: FLOW } transform_param { crop_size: 8 } }',
      '1x10x8x8',
    ],
    [
      'layer { name: "in" type: "WindowData" top: "data" window_data_param { crop_size: 8 } }',
      '1x3x8x8',
    ],
    [
      'layer { name: "in" type: "MemoryData" top: "data" memory_data_param { batch_size: 4 channels: 2 height: 8 width: 9 } }',
      '1x2x8x9',
    ],
    [
      'layer { name: "in" type: "DummyData" top: "data" dummy_data_param { num: 4 channels: 2 height: 8 width: 9 } }',
      '1x2x8x9',
    ],
    [
      'layer { name: "in" type: "DummyData" top: "data" dummy_data_param { shape { dim: 4 dim: 2 dim: 8 dim: 9 } } }',
      '1x2x8x9',
    ],
    [
      'layer { name: "in" type: "Data" top: "data" input_param { shape { dim: 4 dim: 2 dim: 8 dim: 9 } } }',
      '1x2x8x9',
    ],
    [
      'layer { name: "in" type: "AnnotatedData" top: "data" transform_param { resize_param { height: 8 width: 9 } } }',
      '1x3x8x9',
    ],
  ])('%s', (input, shape) => {
    const found = network(`${input} ${relu}`);
    expect(found.layers[1]?.shape.join('x')).toBe(shape);
    expect(found.inputs).toHaveLength(1);
  });

  test('several inputs stand one after another', () => {
    const text = `input: "data" input: "info" input_shape { dim: 1 dim: 3 dim: 8 dim: 9 } input_shape { dim: 1 dim: 3 } ${relu}`;
    expect(shapesOf(network(text))).toEqual({ data: '1x3x8x9', info: '1x3', r: '1x3x8x9' });
  });

  test('the batch is what it is set to', () => {
    const text = `input: "data" input_dim: 10 input_dim: 3 input_dim: 8 input_dim: 9 ${relu}`;
    expect(shapesOf(network(text, { batch: 4 }))).toMatchObject({ r: '4x3x8x9' });
  });
});

describe('labels', () => {
  test('are one number an example', () => {
    const text = `layer { name: "in" type: "Data" top: "data" top: "label" transform_param { crop_size: 8 } }
      ${relu} layer { name: "l" type: "SoftmaxWithLoss" bottom: "r" bottom: "label" }`;
    expect(shapesOf(network(text, { batch: 2 }))).toEqual({
      in: '2x3x8x8 + 2',
      r: '2x3x8x8',
      l: '1',
    });
  });

  test('need a size where a layer hangs on it', () => {
    const text = `layer { name: "in" type: "Data" top: "data" top: "label" transform_param { crop_size: 8 } }
${relu}
layer { name: "s" type: "Slice" bottom: "label" top: "a" top: "b" }`;
    const { problems, hints } = read(text);
    expect(problems).toEqual(['1:1 `in` does not say how large its blob `label` is']);
    expect(hints).toEqual(['Say it around the network, without the batch: `input: 3x227x227`.']);
    expect(shapesOf(network(text, { inputs: { label: [2] } }))).toMatchObject({ s: '1x1 + 1x1' });
    expect(shapesOf(network(text, { input: [2] }))).toMatchObject({ s: '1x1 + 1x1' });
  });

  test('of boxes are eight numbers a row', () => {
    const text = `layer { name: "in" type: "AnnotatedData" top: "data" top: "label" transform_param { crop_size: 8 } } ${relu}`;
    expect(shapesOf(network(text))).toMatchObject({ in: '1x3x8x8 + 1x1x1x8' });
  });
});

describe('sizes that are said around the file', () => {
  const data = '\nlayer { name: "in" type: "Data" top: "data" top: "label" }';

  test('are asked for at the layer', () => {
    const { problems, hints } = read(`name: "n" ${data} ${relu}`);
    expect(problems).toEqual(['2:1 `in` does not say how large its blob `data` is']);
    expect(hints).toEqual(['Say it around the network, without the batch: `input: 3x227x227`.']);
  });

  test('are asked for all at once', () => {
    const text = `layer { name: "in" type: "Python" top: "data" top: "depth" }
${relu}
layer { name: "s" type: "TanH" bottom: "depth" top: "s" }`;
    const { problems, hints } = read(text);
    expect(problems).toHaveLength(2);
    expect(new Set(hints)).toEqual(
      new Set([
        'Say it around the network, without the batch: `inputs: {data: 3x227x227, depth: 3x227x227}`.',
      ]),
    );
    const sizes = { inputs: { data: [3, 8, 8], depth: [1, 8, 8] } };
    expect(shapesOf(network(text, sizes))).toMatchObject({ in: '1x3x8x8 + 1x1x8x8', s: '1x1x8x8' });
  });

  test.each([
    ['no name', { input: [3, 8, 8] }],
    ['the name of the blob', { inputs: { data: [3, 8, 8] } }],
    ['the name of the layer', { inputs: { in: [3, 8, 8] } }],
    ['a name before no name', { input: [1, 1, 1], inputs: { data: [3, 8, 8] } }],
  ])('are found by %s', (_, around) => {
    expect(shapesOf(network(data + relu, { ...around, batch: 2 }))).toMatchObject({ r: '2x3x8x8' });
  });

  test('go before those of the file', () => {
    const text = `input: "data" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8 ${relu}`;
    expect(shapesOf(network(text, { input: [1, 5, 5] }))).toMatchObject({ r: '1x1x5x5' });
  });

  test('of no input are reported', () => {
    read(data + relu, { input: [3, 8, 8], inputs: { dat: [3, 8, 8] } });
    expect(outside).toEqual(['the network has no input `dat`']);
    read('layer { name: "p" type: "Parameter" top: "p" parameter_param { shape { dim: 1 } } }', {
      input: [3, 8, 8],
    });
    expect(outside).toEqual(['the network has no input']);
  });

  test('of layers that need none are reported', () => {
    read(data + relu, { input: [3, 8, 8], shapes: { r: [1], q: [1], in: [1] } });
    expect(outside).toEqual([
      'the shape of `r` follows from its type `ReLU`',
      'the network has no layer `q`',
      'the shape of `in` follows from its type `Data`',
    ]);
  });
});

describe('first axes that are no batch', () => {
  const pool = `layer { name: "p" type: "ROIPooling" bottom: "data" bottom: "rois" top: "p"
    roi_pooling_param { pooled_w: 2 pooled_h: 2 } }`;
  const data = 'input: "data" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }';

  test('count regions', () => {
    const text = `${data} input: "rois" input_shape { dim: 300 dim: 5 } ${pool}`;
    expect(shapesOf(network(text, { batch: 2 }))).toMatchObject({
      data: '2x3x8x8',
      p: '300x3x2x2',
    });
    const rois = { inputs: { rois: [64, 5] } };
    expect(shapesOf(network(text, rois))).toMatchObject({ p: '64x3x2x2' });
    expect(shapesOf(network(text, { inputs: { rois: [5] } }))).toMatchObject({ p: '300x3x2x2' });
  });

  test('count one region where nothing says how many', () => {
    const text = `layer { name: "in" type: "Python" top: "data" top: "rois" top: "labels" } ${pool}`;
    const found = network(text, { input: [3, 8, 8] });
    expect(shapesOf(found)).toMatchObject({ in: '1x3x8x8 + 1x5 + 1', p: '1x3x2x2' });
  });

  test('count steps, also where the layers that take them come later', () => {
    const text = `
      input: "data" input_shape { dim: 32 dim: 3 dim: 4 dim: 4 }
      input: "cont" input_shape { dim: 16 dim: 2 }
      layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 10 } }
      layer { name: "re" type: "Reshape" bottom: "fc" top: "re" reshape_param { shape { dim: 16 dim: 2 dim: 10 } } }
      layer { name: "lstm" type: "LSTM" bottom: "re" bottom: "cont" top: "lstm" recurrent_param { num_output: 8 } }`;
    expect(shapesOf(network(text))).toMatchObject({ data: '32x3x4x4', lstm: '16x2x8' });
    expect(shapesOf(network(text, { inputs: { data: [1, 4, 4] } }))).toMatchObject({
      data: '32x1x4x4',
    });
  });
});
