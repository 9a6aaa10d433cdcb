import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { GroupNode, PathNode, Scene } from '../../src/scene/scene.js';
import { convnetdraw } from '../../src/styles/convnetdraw/index.js';
import { layersOf, outside, overlappingTexts, textsOf, textsOnStrokes } from '../geometry.js';
import { type ContextOptions, drawContext } from '../networks.js';
import { fixtures, fixtureText, networkOf } from './descriptions.js';

const folder = fileURLToPath(new URL('../../../../tests/fixtures/convnetdraw/', import.meta.url));
const sample = (name: string) => readFileSync(`${folder}sample-${name}.nn`, 'utf8');

function drawn(
  text: string,
  options: Record<string, unknown> = {},
  given: ContextOptions = {},
): { scene: Scene; problems: readonly { rule: string }[] } {
  const network = networkOf(text);
  const context = drawContext(network, given);
  const scene = convnetdraw.draw(network, convnetdraw.options.parse(options), context);
  return { scene, problems: context.problems };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Corners of a face: of the front, the right or the top of a layer. */
function corners(layer: GroupNode, face: 0 | 1 | 2) {
  return (layer.children[face] as PathNode).commands.flatMap((command) =>
    command[0] === 'M' || command[0] === 'L' ? [{ x: command[1], y: command[2] }] : [],
  );
}

/** Left end, width and height of the front, and how depth is drawn. */
function measured(layer: GroupNode) {
  const [leftTop, rightTop, , leftBottom] = corners(layer, 0);
  const [, far] = corners(layer, 1);
  if (!leftTop || !rightTop || !leftBottom || !far) throw new Error('a face is missing');
  return {
    left: round(leftTop.x),
    front: [round(rightTop.x - leftTop.x), round(leftBottom.y - leftTop.y)],
    depth: [round(far.x - rightTop.x), round(far.y - rightTop.y)],
    middle: round((leftTop.y + leftBottom.y) / 2),
  };
}

const colours = (layer: GroupNode, theme: 'light' | 'dark' = 'light') =>
  layer.children.map((child) => (child as PathNode).paint.fill?.[theme]);

function expectTidy(scene: Scene): void {
  expect(overlappingTexts(scene)).toEqual([]);
  expect(textsOnStrokes(scene)).toEqual([]);
  expect(outside(scene)).toEqual([]);
}

describe('the default scene of ConvNetDraw', () => {
  const { scene } = drawn(sample('1-default'), {}, { paletteName: 'classic' });
  const layers = layersOf(scene);
  const places = layers.map(measured);

  it('has its fronts, its depths and its gaps', () => {
    // It begins 10 px from the left of its canvas.
    expect(places.map(({ left }) => round(left + 10))).toEqual([
      10, 52.6, 118.4, 184.2, 235.6, 316.6, 397.6, 471.4, 517.6,
    ]);
    expect(places.map(({ front }) => front)).toEqual([
      [4, 112],
      [32, 96],
      [32, 96],
      [32, 48],
      [64, 40],
      [64, 40],
      [64, 16],
      [40, 4],
      [40, 4],
    ]);
    expect(places.map(({ depth }) => depth)).toEqual([
      [33.6, -56],
      [28.8, -48],
      [28.8, -48],
      [14.4, -24],
      [12, -20],
      [12, -20],
      [4.8, -8],
      [1.2, -2],
      [1.2, -2],
    ]);
    expect(new Set(places.map(({ middle }) => middle))).toEqual(new Set([0]));
  });

  it('has its colours', () => {
    expect(layers.map((layer) => colours(layer))).toEqual([
      ['#00afe1', '#1ae2ff', '#33fbff'],
      ['#42aaab', '#75ddde', '#8ef6f7'],
      ['#e6aa26', '#ffdd59', '#fff672'],
      ['#e0ca9b', '#fffdce', '#ffffe7'],
      ['#42aaab', '#75ddde', '#8ef6f7'],
      ['#e6aa26', '#ffdd59', '#fff672'],
      ['#e0ca9b', '#fffdce', '#ffffe7'],
      ['#e5344d', '#ff6780', '#ff8099'],
      ['#e6344d', '#ff6780', '#ff8099'],
    ]);
    const edges = layers.map(({ children }) => (children[0] as PathNode).paint.stroke?.light);
    expect(new Set(edges)).toEqual(new Set(['#000000']));
  });

  it('has its labels, each over the middle of the back edge', () => {
    const texts = textsOf(scene);
    expect(texts.map(({ text }) => text)).toEqual([
      '28x28x1',
      '24x24x8',
      '24x24x8',
      '12x12x8',
      '10x10x16',
      '10x10x16',
      '4x4x16',
      '1x1x10',
      '1x1x10',
    ]);
    // x = 10 + 33.6 + 4/2 there; 5 px over the top.
    expect(texts[0]).toMatchObject({ anchor: 'middle', y: -117 });
    expect(texts[0]?.x).toBeCloseTo(35.6);
    expectTidy(scene);
  });
});

describe('lengths', () => {
  const sizes = (text: string, options: Record<string, unknown> = {}) =>
    layersOf(drawn(text, options).scene).map(measured);

  it('are linear only where that fits', () => {
    const alexnet = sizes(sample('3-alexnet'));
    // 160·√(n/4096) channels and 160·√(n/227) rows.
    expect(alexnet[0]?.front).toEqual([4.3, 160]);
    expect(alexnet[1]?.front).toEqual([24.5, 78.8]);
    expect(alexnet.at(-2)?.front).toEqual([160, 10.6]);
    // Maps of LeNet-5 are small enough, its vectors are not.
    const lenet = sizes(sample('2-lenet-5'));
    expect(lenet[0]?.front).toEqual([14.6, 128]);
    expect(lenet[5]?.front).toEqual([160, 4]);
  });

  it('keep a floor and a ceiling', () => {
    const options = { maxSize: 100, maxLength: 80, minSize: 10 };
    // With `log`, 3 channels are 10 + 70·ln 3/ln 4096; 1 row is the floor.
    for (const [scale, least] of [
      ['sqrt', 10],
      ['log', 19.2],
    ] as const) {
      const all = sizes(sample('3-alexnet'), { ...options, scale }).map(({ front }) => front);
      const widths = all.map(([width = 0]) => width);
      const heights = all.map(([, height = 0]) => height);
      expect([Math.min(...widths), Math.max(...widths)]).toEqual([least, 80]);
      expect([Math.min(...heights), Math.max(...heights)]).toEqual([10, 100]);
    }
  });

  it('follow the zooms and the ratios', () => {
    const options = {
      scale: 'linear',
      zoomX: 1,
      zoomY: 2,
      zoomZ: 3,
      ratio1: 100,
      ratio2: 200,
      showLabels: false,
    };
    const [input, first] = sizes(sample('6-not-square'), options);
    expect(input?.front).toEqual([1, 80]);
    expect(input?.depth).toEqual([48, -96]);
    expect(first?.front).toEqual([8, 72]);
    // 1 + 48 + 5: the depth of the map counts, not its height.
    expect(first?.left).toBe(54);
    expect(first?.middle).toBe(0);
  });

  it('of nothing are drawn as lines', () => {
    const { scene } = drawn(sample('1-default'), { zoomX: 0, ratio1: 0, ratio2: 0 });
    expectTidy(scene);
  });
});

describe('what has a cuboid', () => {
  const net = `
input: 3x16x16
layers:
  - conv 8 3x3 bn relu
  - maxpool 2
  - relu
  - dropout
  - flatten
  - dense 4 softmax`;
  const titles = (small: string) =>
    layersOf(drawn(net, { small }).scene).map(({ title }) => title?.split(':')[0]);

  it('is what stands on a line of its own', () => {
    expect(titles('written')).toEqual([
      'Input',
      'Conv 3×3, 8, Batch normalization, ReLU',
      'MaxPool 2×2, Flatten',
      'ReLU',
      'Dropout',
      'Dense 4, Softmax',
    ]);
  });

  it('or everything, or layers with sizes of their own', () => {
    expect(titles('all')).toHaveLength(9);
    expect(titles('none')).toEqual([
      'Input',
      'Conv 3×3, 8, Batch normalization, ReLU',
      'MaxPool 2×2, ReLU, Dropout, Flatten',
      'Dense 4, Softmax',
    ]);
  });

  it('refuses what is no chain', () => {
    const branches = networkOf('input: 3x8x8\nlayers: [{concat: [conv 4 1x1, conv 8 1x1]}]');
    expect(convnetdraw.refuses(branches)).toMatch(/^it shows one chain of layers/);
    expect(convnetdraw.refuses(networkOf(sample('4-names')))).toBeUndefined();
    const long = networkOf(`input(1,1,1)\n${'conv(1,1,1)\n'.repeat(300)}`);
    expect(convnetdraw.refuses(long)).toBe('It shows at most 300 layers, but this network has 301');
  });
});

describe('rows', () => {
  const text = `input(16,16,8)\n${'conv(16,16,8)\n'.repeat(30)}`;
  const rowsOf = (wrap: unknown) => {
    const { scene } = drawn(text, { wrap });
    expectTidy(scene);
    const middles = layersOf(scene).map((layer) => measured(layer).middle);
    return [...new Set(middles)].map((y) => middles.filter((each) => each === y).length);
  };

  it('are as few as fit, and about equally long', () => {
    // 32 + 64·0.3 + 5 px each, so that ten fit in 600.
    expect(rowsOf('never')).toEqual([31]);
    expect(rowsOf('auto')).toEqual([16, 15]);
    expect(rowsOf(600)).toEqual([8, 8, 8, 7]);
  });

  it('are joined by an arrow', () => {
    const edges = drawn(text, { wrap: 600 }).scene.children.find(
      (node) => node.kind === 'group' && node.role === 'edges',
    );
    expect((edges as GroupNode).children).toHaveLength(6);
  });
});

describe('colours and texts', () => {
  it('are grey and white in black and white, but for those of `draw`', () => {
    const { scene } = drawn(
      sample('1-default'),
      { blackAndWhite: true },
      { overrides: { relu1: { color: '#5bc3c4', label: 'first' } } },
    );
    const layers = layersOf(scene);
    expect(colours(layers[0] as GroupNode)).toEqual(['#e6e6e6', '#ffffff', '#ffffff']);
    expect(colours(layers[2] as GroupNode)).toEqual(['#42aaab', '#75ddde', '#8ef6f7']);
    expect(textsOf(scene).map(({ text }) => text)).toContain('first');
  });

  it('name layers that nobody knows', () => {
    const texts = textsOf(drawn(sample('4-names')).scene).map(({ text }) => text);
    expect(texts).toEqual(['64x64x3', '64x64x32', 'batch norm', '32x32x64', 'dropout']);
  });

  it('are those of the slots', () => {
    const labels = { map: '{channels} maps', name: '{op} {kernel}' };
    const texts = textsOf(drawn('input: 1x8x8\nlayers: [conv 4 3x3]', {}, { labels }).scene);
    expect(texts.map(({ text }) => text)).toEqual([
      '1 maps',
      'Input',
      '4 maps',
      'Convolution',
      '3×3',
    ]);
  });

  it('can be left out', () => {
    expect(textsOf(drawn(sample('4-names'), { showLabels: false }).scene)).toEqual([]);
  });

  it.each(['1-default', '2-lenet-5', '3-alexnet', '4-names', '5-expressions', '6-not-square'])(
    'never touch in %s, whatever the options',
    (name) => {
      for (const options of [
        {},
        { fontSize: 30 },
        { scale: 'linear' },
        { scale: 'log', wrap: 300 },
        { zoomX: 1, zoomY: 12, ratio1: 900, ratio2: 50 },
        { gap: 0, minSize: 0.5, ratio1: 0 },
      ]) {
        expectTidy(drawn(sample(name), options).scene);
      }
    },
  );
});

describe('all networks', () => {
  const able = fixtures.filter((name) => {
    const refusal = convnetdraw.refuses(networkOf(fixtureText(name)));
    return refusal === undefined;
  });

  it('of one chain are shown', () => {
    expect(able).toContain('vgg-16');
    expect(able).toContain('resnet-50');
    expect(able).toContain('mlp');
    expect(able).not.toContain('u-net');
  });

  it.each(able)('%s is tidy', (name) => {
    const { scene, problems } = drawn(fixtureText(name), { small: 'all', wrap: 800 });
    expectTidy(scene);
    expect(problems).toEqual([]);
  });
});
