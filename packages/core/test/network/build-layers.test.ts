import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/render.js';
import { image, layersOf, networkOf, problemsOf } from '../notation/networks.js';

const shapesOf = (text: string) => layersOf(text).map((layer) => layer.replace(/^.*\) /, ''));

describe('inputs', () => {
  it.each([
    ['784', [1, 784]],
    ['3x224x224', [1, 3, 224, 224]],
    ['3 × 224 × 224', [1, 3, 224, 224]],
    ['[3, 224, 224]', [1, 3, 224, 224]],
  ])('%s has a batch axis before it', (input, shape) => {
    const network = networkOf(`input: ${input}\nlayers: [relu]`);
    expect(network.layers[0]).toMatchObject({ id: 'input', op: 'input', shape });
    expect(network.inputs).toEqual(['input']);
  });

  it('has the batch size that is asked for', () => {
    const { analysis } = analyzeText('input: 8\nlayers: [dense 4]', { batch: 16 });
    expect(analysis?.layers.map(({ shape }) => shape)).toEqual([
      [16, 8],
      [16, 4],
    ]);
    expect(analysis?.totals.macs).toBe(16 * 8 * 4);
  });

  it('takes sizes by name, and sums of them', () => {
    const text =
      'dims: {T: 10, d: 64, h: 8}\ninput: T x d\nlayers: [attention heads=h, dense 4*d, dense d/2-1]';
    expect(shapesOf(text)).toEqual(['10x64', '10x256', '10x31']);
    expect(shapesOf('dims: {T: 10, d: 64}\ninput: Txd\nlayers: [reshape T*d]')).toEqual(['640']);
  });

  it('may stand among the layers', () => {
    expect(layersOf('- input 3x8x8\n- conv 4 3x3 as a\n- input 4x6x6\n- add a')).toEqual([
      'a(input1) 4x6x6',
      'add1(input2, a) 4x6x6',
    ]);
  });
});

describe('names and ids', () => {
  it('numbers layers by operation, and names those that are named', () => {
    expect(layersOf(image('conv 8 3x3', 'relu', 'conv 8 3x3 as c2', 'conv 4 1x1'))).toEqual([
      'conv1(input) 8x30x30',
      'relu1(conv1) 8x30x30',
      'c2(relu1) 8x28x28',
      'conv2(c2) 4x28x28',
    ]);
  });

  it('gives a name to the end of the line, whose layers are one unit', () => {
    const network = networkOf(image('conv 8 3x3 bn relu as c', 'maxpool 2', 'concat c crop'));
    expect(network.layers.map(({ id, unit, name }) => [id, unit, name])).toEqual([
      ['input', 'input', 'input'],
      ['c', 'c', 'c'],
      ['batchnorm1', 'c', undefined],
      ['relu1', 'c', undefined],
      ['maxpool1', 'maxpool1', undefined],
      ['concat1', 'concat1', undefined],
    ]);
    expect(network.layers.at(-1)?.inputs).toEqual([
      { layer: 'maxpool1', port: 0 },
      { layer: 'relu1', port: 0 },
    ]);
  });

  it('keeps the place of each line', () => {
    const [, layer] = networkOf(image('conv 8 3x3')).layers;
    expect(layer?.place).toEqual({
      start: { line: 3, column: 5, offset: 27 },
      end: { line: 3, column: 15, offset: 37 },
    });
  });
});

describe('from', () => {
  it('goes on from an earlier tensor, as a step and as a word', () => {
    const step = image('conv 8 3x3 as a', 'relu', 'from: a', 'tanh');
    const word = image('conv 8 3x3 as a', 'relu', 'tanh from=a');
    expect(layersOf(step)).toEqual(layersOf(word));
    expect(layersOf(step).at(-1)).toBe('tanh1(a) 8x30x30');
    expect(layersOf(image('conv 8 3x3', 'from input', 'relu')).at(-1)).toBe('relu1(input) 3x32x32');
  });

  it('may name what it goes on from anew', () => {
    expect(layersOf(image('relu as a', '{from: a, as: b}', 'tanh from=b')).at(-1)).toBe(
      'tanh1(a) 3x32x32',
    );
  });

  it('takes several tensors where an operation does', () => {
    expect(layersOf(image('conv 8 3x3 as a', 'relu as b', 'add from=a,b')).at(-1)).toBe(
      'add1(a, b) 8x30x30',
    );
  });
});

describe('splits', () => {
  it('names each part', () => {
    expect(
      layersOf('input: 4x8x8\nlayers:\n  - split 2 as a b\n  - relu from=b\n  - add a'),
    ).toEqual(['a(input) 2x8x8 2x8x8', 'relu1(a:1) 2x8x8', 'add1(relu1, a) 2x8x8']);
  });

  it('takes sizes that differ, and names with commas', () => {
    expect(
      layersOf('input: 4x8x8\nlayers:\n  - split sizes=[1,3] as a, b\n  - concat a b'),
    ).toEqual(['a(input) 1x8x8 3x8x8', 'concat1(a, a:1) 4x8x8']);
  });

  it('ends in all parts that nothing takes', () => {
    expect(networkOf('input: 4x8x8\nlayers:\n  - split 2 as a b\n  - relu from=b').outputs).toEqual(
      [
        { layer: 'a', port: 0 },
        { layer: 'relu1', port: 0 },
      ],
    );
  });
});

describe('beliefs', () => {
  it('hold, or say both shapes', () => {
    expect(shapesOf(image('conv 8 3x3 => 8x30x30', 'gap => 8'))).toEqual(['8x30x30', '8']);
    const { diagnostics } = analyzeText(image('conv 8 3x3 => 8x32x32'));
    expect(diagnostics[0]).toMatchObject({
      rule: 'wrong-shape',
      message: 'the output is `8x30x30`, not `8x32x32`',
    });
  });

  it('may use sizes, names and sums', () => {
    const text =
      'dims: {d: 8}\ninput: 4xd\nlayers: ["dense 2*d => 4 x 2*d", "relu as a => 4x16", "relu => 4x2*d as b"]';
    expect(shapesOf(text)).toEqual(['4x16', '4x16', '4x16']);
  });
});

describe('repeats', () => {
  it('run a layer several times; its stride belongs to the first', () => {
    expect(shapesOf(image('conv 8 3x3 /2 p1 x3'))).toEqual(['8x16x16', '8x16x16', '8x16x16']);
    expect(shapesOf(image('conv 8 3x3 each/2 p1 x3'))).toEqual(['8x16x16', '8x8x8', '8x4x4']);
  });

  it('number their copies in groups of one key', () => {
    const { groups, layers } = networkOf(image('conv 8 3x3 relu x2'));
    expect(groups.map(({ kind, repeat }) => [kind, repeat?.index, repeat?.count])).toEqual([
      ['repeat', 0, 2],
      ['repeat', 1, 2],
    ]);
    expect(new Set(groups.map(({ repeat }) => repeat?.key)).size).toBe(1);
    expect(layers.map(({ group }) => group)).toEqual([
      undefined,
      ...groups.flatMap(({ id }) => [id, id]),
    ]);
  });

  it('may be a size', () => {
    expect(layersOf('dims: {n: 3}\ninput: 8\nlayers: [relu xn]')).toHaveLength(3);
    expect(
      layersOf('input: 8\nlayers:\n  - {group: stage, layers: [relu, tanh], repeat: 2}'),
    ).toEqual([
      'stage1.relu1(input) 8',
      'stage1.tanh1(stage1.relu1) 8',
      'stage2.relu1(stage1.tanh1) 8',
      'stage2.tanh1(stage2.relu1) 8',
    ]);
  });

  it('name the last copy', () => {
    expect(layersOf(image('relu x2 as a', 'add a')).at(-1)).toBe('add1(a, a) 3x32x32');
  });
});

describe('shared weights', () => {
  it('are counted once, and computed twice', () => {
    const text =
      'inputs: {one: 8, two: 8}\nlayers:\n  - dense 4 from=one as a\n  - dense 4 from=two share=a\n  - add a';
    const { analysis, network } = analyzeText(text);
    expect(analysis?.totals).toMatchObject({ params: 36, macs: 64 });
    expect(network?.layers.map(({ share }) => share)).toEqual([
      undefined,
      undefined,
      undefined,
      'a',
      undefined,
    ]);
  });

  it('lead to the layer that owns them, through layers that share', () => {
    const { layers } = networkOf(
      'input: 8\nlayers: [dense 8 relu as a, dense 8 share=a as b, dense 8 share=b]',
    );
    expect(layers.map(({ share }) => share)).toEqual([undefined, undefined, undefined, 'a', 'a']);
  });
});

describe('unknown operations', () => {
  it('have the shape and the counts that they are given', () => {
    const { network, analysis } = analyzeText(
      'input: 3x8x8\nlayers:\n  - op Squeeze out=16 params=1000 macs=5 buffers=2\n  - op Join out=4x2 from=input',
    );
    expect(network?.layers.map(({ op, shape }) => [op, shape.join('x')])).toEqual([
      ['input', '1x3x8x8'],
      ['op', '1x16x8x8'],
      ['op', '1x4x2'],
    ]);
    expect(analysis?.totals).toMatchObject({ params: 1000, buffers: 2, macs: 5 });
  });

  it('leave the shape alone when nothing is said', () => {
    expect(shapesOf(image('op Foo', 'conv 8 3x3'))).toEqual(['3x32x32', '8x30x30']);
  });
});

describe('outputs', () => {
  it('are what nothing takes, unless the description names them', () => {
    const steps = 'input: 8\nlayers:\n  - dense 4 as a\n  - dense 3 as b\n  - dense 2 from=a';
    expect(networkOf(steps).outputs.map(({ layer }) => layer)).toEqual(['b', 'dense1']);
    expect(networkOf(`${steps}\noutputs: [a, b]`).outputs.map(({ layer }) => layer)).toEqual([
      'a',
      'b',
    ]);
    expect(networkOf(`${steps}\noutput: b`).outputs.map(({ layer }) => layer)).toEqual(['b']);
  });
});

describe('profiles', () => {
  it('decide where frameworks differ', () => {
    const text = (profile: string) =>
      `profile: ${profile}\ninput: 3x224x224\nlayers: [conv 64 7x7 /2 p3, maxpool 3 /2, bn]`;
    expect(shapesOf(text('torch')).at(-1)).toBe('64x55x55');
    expect(shapesOf(text('caffe')).at(-1)).toBe('64x56x56');
    expect(analyzeText(text('torch')).analysis?.totals.buffers).toBe(129);
    expect(analyzeText(text('keras')).analysis?.totals.buffers).toBe(128);
    expect(networkOf(text('Keras')).profile).toBe('keras');
  });
});

it('says nothing of layers after one whose shape is wrong', () => {
  expect(problemsOf(image('conv 8 64x64', 'flatten', 'dense 10', 'conv 8 3x3'))).toEqual([
    '3:12-3:17 shape-mismatch',
  ]);
});
