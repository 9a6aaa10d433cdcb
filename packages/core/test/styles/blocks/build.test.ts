import { describe, expect, test } from 'vitest';
import { allWords, graphOf, linksOf } from './shown.js';

const words = (text: string, options: Parameters<typeof graphOf>[1] = {}) =>
  allWords(graphOf(text, options));

const head = 'input: 3x32x32\ndefaults: {conv: {kernel: 3, pad: same, act: relu}}\nlayers:\n';

describe('convolutions', () => {
  test('of one size stand in one box', () => {
    expect(words(`${head}  - conv 8\n  - conv 8\n  - conv 16`)).toEqual(['conv1,conv2,conv3']);
    expect(words(`${head}  - conv 8\n  - conv 8`, { join: false })).toEqual(['conv1', 'conv2']);
  });

  test('of another size begin a box', () => {
    expect(words(`${head}  - conv 8\n  - conv 8 /2\n  - conv 8`)).toEqual(['conv1', 'conv2,conv3']);
  });

  test('that take a little off, for lack of padding, stay in the box', () => {
    expect(words('input: 1x572x572\nlayers: [conv 64 3x3, conv 64 3x3]')).toEqual(['conv1,conv2']);
    // 10 of 14 is less than 85 %.
    expect(words('input: 6x14x14\nlayers: [conv 8 3x3 p1, conv 16 5x5]')).toEqual([
      'conv1',
      'conv2',
    ]);
  });

  test('are at most eight in a box', () => {
    const many = Array.from({ length: 19 }, () => '  - conv 8').join('\n');
    expect(graphOf(head + many).blocks.map(({ boxes }) => boxes[0]?.parts.length)).toEqual([
      8, 8, 3,
    ]);
  });

  test('that several take from end their box', () => {
    const graph = graphOf(`${head}  - conv 8\n  - conv 8 as a\n  - conv 8\n  - add a\n  - conv 8`);
    expect(allWords(graph)).toEqual(['conv1,a', 'conv2', '(plus)', 'conv3']);
    expect(linksOf(graph)).toEqual(['0>1', '1>2', '0>2', '2>3']);
  });

  test('have a band where an activation follows, not for a softmax', () => {
    const { blocks } = graphOf(
      'input: 3x8x8\nlayers: [conv 8 1x1 relu, conv 8 1x1, conv 8 1x1 bn leakyrelu, conv 2 1x1 softmax]',
    );
    const parts = blocks.flatMap(({ boxes }) => boxes.flatMap((box) => box.parts));
    expect(parts.map(({ kind, banded }) => [kind, banded])).toEqual([
      ['convolution', true],
      ['convolution', false],
      ['convolution', true],
      ['convolution', false],
      ['softmax', false],
    ]);
  });
});

describe('poolings', () => {
  const text = `${head}  - conv 8\n  - maxpool 2\n  - conv 16\n  - maxpool 2\n  - conv 32`;

  test('are glued after what they pool', () => {
    const graph = graphOf(text);
    expect(allWords(graph)).toEqual(['conv1 | maxpool1', 'conv2 | maxpool2', 'conv3']);
    expect(linksOf(graph)).toEqual(['0.1>1.0', '1.1>2']);
  });

  test('are glued before what they feed', () => {
    const graph = graphOf(text, { pooling: 'before' });
    expect(allWords(graph)).toEqual(['conv1', 'maxpool1 | conv2', 'maxpool2 | conv3']);
    expect(linksOf(graph)).toEqual(['0>1.0', '1.1>2.0']);
  });

  test('stand apart', () => {
    expect(words(text, { pooling: 'apart' })).toEqual([
      'conv1',
      'maxpool1',
      'conv2',
      'maxpool2',
      'conv3',
    ]);
  });

  test('are glued to one box only, and never to each other', () => {
    expect(words(`${head}  - conv 8\n  - maxpool 2\n  - maxpool 2\n  - conv 8`)).toEqual([
      'conv1 | maxpool1',
      'maxpool2',
      'conv2',
    ]);
  });

  test('are glued although others take from what they pool, whose link leaves the box before', () => {
    const graph = graphOf(`${head}  - conv 8 as a\n  - maxpool 2\n  - upsample 2\n  - concat a`, {
      concat: 'ball',
    });
    expect(allWords(graph)).toEqual(['a | maxpool1', 'upsample1', '(concat)']);
    expect(linksOf(graph)).toEqual(['0.1>1', '1>2', '0.0>2']);
  });
});

describe('merges', () => {
  const join = (op: string) => `${head}  - conv 8 as a\n  - conv 8\n  - ${op} a\n  - conv 8`;

  test.each([
    ['add', '(plus)'],
    ['mul', '(times)'],
    ['sub', '(minus)'],
    ['maximum', '(max)'],
    ['minimum', '(min)'],
    ['average', '(mean)'],
  ])('%s is a ball', (op, sign) => {
    expect(words(join(op))[2]).toBe(sign);
  });

  test('of maps one after another are a copy in the box, a ball, or a stack', () => {
    const copy = graphOf(join('concat'));
    expect(allWords(copy)).toEqual(['a', 'conv1,concat1,conv2']);
    expect(linksOf(copy)).toEqual(['0>1', '0>1']);
    const parts = copy.blocks[1]?.boxes[0]?.parts;
    expect(parts?.map(({ kind }) => kind)).toEqual(['convolution', 'copy', 'convolution']);
    expect(words(join('concat'), { concat: 'ball' })).toEqual(['a', 'conv1', '(concat)', 'conv2']);
  });

  test('copies have the channels of where they come from', () => {
    const { blocks } = graphOf(
      `${head}  - conv 24 as a\n  - conv 8 as b\n  - conv 8\n  - concat a\n  - conv 8\n  - add b`,
    );
    const copies = blocks.flatMap(({ boxes }) =>
      boxes.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'copy')),
    );
    expect(copies.map(({ extent, labelled }) => [extent.depth, labelled.shape])).toEqual([
      [24, [1, 24, 32, 32]],
    ]);
  });

  test('of more than two maps stand in a stack, the late ones first, upsamplings absorbed', () => {
    const graph = graphOf(
      `${head}  - conv 8 as a\n  - maxpool 2\n  - conv 8 as b\n  - maxpool 2\n  - conv 8\n  - concat: [[conv 1 1x1, upsample 4], [from: a, conv 1 1x1], [from: b, conv 1 1x1, upsample 2]]\n    as: fused\n  - conv 1 1x1`,
      { concat: 'stack' },
    );
    expect(allWords(graph)).toEqual([
      'a | maxpool1',
      'b | maxpool2',
      'conv1,conv2',
      'conv3',
      'conv4',
      '[upsample1 | upsample2 | fused.2] = fused',
      'conv5',
    ]);
    expect(linksOf(graph)).toContain('4>5.1');
    const stack = graph.blocks[5];
    expect(stack?.boxes.every(({ parts }) => parts[0]?.silent)).toBe(true);
  });

  test('of vectors that differ are a ball, as no bar has room for another', () => {
    const text =
      'inputs: {wide: 1000, deep: 64}\nlayers:\n  - {from: deep}\n  - dense 128 relu\n  - concat wide\n  - dense 1';
    const { blocks } = graphOf(text, { input: true });
    for (const { boxes } of blocks) {
      for (const { parts } of boxes) {
        const lengths = new Set(parts.map(({ extent }) => extent.height));
        expect(lengths.size).toBe(1);
      }
    }
  });
});

describe('captions', () => {
  test('come from names for readers, not from those for the wiring', () => {
    expect(words(`${head}  - conv 8 as first\n  - maxpool 2\n  - conv 8 as last`)).toEqual([
      'first | maxpool1 = first',
      'last = last',
    ]);
    expect(
      words(`${head}  - conv 8 as a\n  - conv 8\n  - add a`, {}).some((each) => /= a/.test(each)),
    ).toBe(false);
  });

  test('end the box that they name', () => {
    expect(words(`${head}  - conv 8\n  - conv 8 as one\n  - conv 8 as two`)).toEqual([
      'conv1,one = one',
      'two = two',
    ]);
  });

  test('come from groups, once for each, and begin a box', () => {
    expect(
      words(
        `${head}  - conv 8\n  - {group: The middle, layers: [conv 8, conv 8]}\n  - {group: The middle, layers: [conv 8]}\n  - conv 8`,
      ),
    ).toEqual([
      'conv1',
      'The_middle1.conv1,The_middle1.conv2 = The middle',
      'The_middle2.conv1 = The middle',
      'conv2',
    ]);
  });

  test('say how often a folded block comes, which has a box of its own', () => {
    const text = `${head.replace('layers:', 'blocks:\n  pair: [conv 8, conv 8]\nlayers:')}  - conv 8\n  - pair\n  - pair x3\n  - conv 8`;
    expect(words(text, { fold: 'always' })).toEqual([
      'conv1',
      'pair1.conv1,pair1.conv2 = pair',
      'pair2.conv1,pair2.conv2 = pair ×3',
      'conv2',
    ]);
  });

  test('say how often one layer comes without its name', () => {
    expect(words(`${head}  - conv 8\n  - maxpool 2\n  - conv 8 x4`, { fold: 'always' })).toEqual([
      'conv1 | maxpool1',
      'conv2 = ×4',
    ]);
  });
});

describe('softmaxes', () => {
  test('of the line of a layer are glued to it', () => {
    expect(words('input: 784\nlayers: [dense 10 softmax]')).toEqual(['dense1,softmax1']);
  });

  test('of a line of their own have a box of their own', () => {
    const graph = graphOf(`${head}  - conv 2 1x1 act=none\n  - softmax`);
    expect(allWords(graph)).toEqual(['conv1', 'softmax1']);
    expect(linksOf(graph)).toEqual(['0>1']);
    expect(graph.exits).toEqual([{ block: 1, box: 0 }]);
  });
});

describe('ends', () => {
  test('are where the input comes to and the outputs leave', () => {
    const text = `${head}  - conv 8 as a\n  - conv 8 as left\n  - {from: a}\n  - conv 16 as right\noutput: [left, right]`;
    const graph = graphOf(text);
    expect(graph.entries).toEqual([0]);
    expect(graph.exits).toEqual([
      { block: 1, box: 0 },
      { block: 2, box: 0 },
    ]);
    const shown = graphOf(text, { input: true });
    expect(shown.entries).toEqual([]);
    expect(allWords(shown)[0]).toBe('input');
  });

  test('of layers that only rearrange are those of what they rearrange', () => {
    const graph = graphOf(`${head}  - conv 8\n  - maxpool 2\n  - flatten\n  - dense 10`);
    expect(allWords(graph)).toEqual(['conv1 | maxpool1', 'dense1']);
    expect(linksOf(graph)).toEqual(['0.1>1']);
    expect(graph.blocks[0]?.layers).toContain('flatten1');
  });
});

describe('every layer', () => {
  test('stands in one block, in the order of the data', () => {
    const graph = graphOf(
      `${head}  - conv 8 as a\n  - maxpool 2\n  - residual: [conv 8, conv 8]\n  - relu\n  - upsample 2\n  - concat a\n  - conv 2 1x1 softmax`,
    );
    const layers = graph.blocks.flatMap((block) => block.layers);
    expect(new Set(layers).size).toBe(layers.length);
    for (const { from, to } of graph.links) expect(from.block).toBeLessThanOrEqual(to.block);
  });
});
