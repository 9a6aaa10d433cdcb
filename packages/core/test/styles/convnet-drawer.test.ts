import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { boundsOf } from '../../src/scene/bounds.js';
import type { PathNode } from '../../src/scene/scene.js';
import { arrange, type Figure } from '../../src/styles/convnet-drawer/arrange.js';
import { convnetDrawer } from '../../src/styles/convnet-drawer/index.js';
import { options as schema } from '../../src/styles/convnet-drawer/options.js';
import { extremes, innerEdges, outlineOf } from '../../src/styles/convnet-drawer/shapes.js';
import {
  layersOf,
  leaves,
  outside,
  overlappingTexts,
  pathsOf,
  segmentsOf,
  textsOf,
  textsOnStrokes,
} from '../geometry.js';
import { type ContextOptions, drawContext } from '../networks.js';
import { fixtures, fixtureText, networkOf } from './descriptions.js';

const own = (name: string) =>
  readFileSync(
    new URL(`../../../../tests/fixtures/convnet-drawer/${name}.nn`, import.meta.url),
    'utf8',
  );

type Given = Readonly<Record<string, unknown>>;

function figureOf(text: string, options: Given = {}, given: ContextOptions = {}): Figure {
  const network = networkOf(text);
  const figure = arrange(network, schema.parse(options), drawContext(network, given));
  if (typeof figure === 'string') throw new Error(figure);
  return figure;
}

function drawn(text: string, options: Given = {}, given: ContextOptions = {}) {
  const network = networkOf(text);
  const context = drawContext(network, given);
  const scene = convnetDrawer.draw(network, schema.parse(options), context);
  return { scene, problems: context.problems };
}

const round = (value: number, digits = 1) => Number(value.toFixed(digits));

const sizes = ({ layout }: Figure) =>
  layout.maps.map(({ label }) => label.nodes.map(({ text }) => text).join(' '));

const captions = ({ layout }: Figure) =>
  layout.ties.map(({ caption }) => caption.nodes.map(({ text }) => text));

const lefts = ({ layout }: Figure) => layout.maps.map(({ shape }) => round(shape.left));

/** `x y width height`, as in a `viewBox`. */
function canvas({ layout }: Figure): number[] {
  const { left, top, right, bottom } = layout.canvas ?? boundsOf({ children: [] });
  return [left, top, right - left, bottom - top].map((value) => round(value, 2));
}

/** The examples of convnet-drawer with the settings that they have there. */
const examples = {
  lenet: { interLayerMargin: 65, channelScale: 0.8 },
  alexnet: {},
  autoencoder: { channelScale: 2 / 3 },
  'vgg-16': {},
  zfnet: {},
} as const;

const classic = (name: keyof typeof examples) =>
  figureOf(own(name), { ...examples[name], layout: 'classic' });

describe("in convnet-drawer's own layout", () => {
  it('LeNet stands where it does there', () => {
    const figure = classic('lenet');
    expect(sizes(figure)).toEqual(
      '32×32×1 28×28×6 14×14×6 10×10×16 5×5×16 400 120 84 10'.split(' '),
    );
    expect(lefts(figure)).toEqual([0, 85.4, 171.6, 249.2, 329.5, 406.7, 475.7, 544.7, 613.7]);
    expect(canvas(figure)).toEqual([-40, -94.34, 697.72, 202.68]);
  });

  it('AlexNet has its maps and its canvas', () => {
    const figure = classic('alexnet');
    expect(sizes(figure).join(' ')).toBe(
      '227×227×3 55×55×96 27×27×96 27×27×256 13×13×256 13×13×384 13×13×384 13×13×256 6×6×256 9216 4096 4096 1000',
    );
    expect(canvas(figure)).toEqual([-40, -187.22, 1150.2, 388.45]);
  });

  it('the autoencoder has its maps and its canvas', () => {
    const figure = classic('autoencoder');
    expect(sizes(figure).join(' ')).toBe(
      '256×256×3 128×128×16 64×64×32 32×32×64 16×16×128 8×8×256 16×16×128 32×32×64 64×64×32 128×128×16 256×256×3',
    );
    expect(canvas(figure)).toEqual([-40, -206.8, 1346.35, 427.6]);
  });

  it('VGG-16 has its canvas', () => {
    const figure = classic('vgg-16');
    const map = (side: number, channels: number) => `${side}×${side}×${channels}`;
    expect(sizes(figure)).toEqual([
      ...[3, 64, 64].map((channels) => map(224, channels)),
      ...[64, 128, 128].map((channels) => map(112, channels)),
      ...[128, 256, 256, 256].map((channels) => map(56, channels)),
      ...[256, 512, 512, 512].map((channels) => map(28, channels)),
      ...[512, 512, 512, 512].map((channels) => map(14, channels)),
      map(7, 512),
      '25088',
      '4096',
      '4096',
      '1000',
    ]);
    expect(canvas(figure)).toEqual([-40, -252.1, 2591.62, 518.19]);
  });

  it('ZFNet has its maps and its canvas', () => {
    const figure = classic('zfnet');
    expect(sizes(figure).slice(1, 5).join(' ')).toBe('109×109×96 54×54×96 27×27×256 13×13×256');
    expect(canvas(figure)).toEqual([-40, -185.2, 1197.49, 384.4]);
  });

  it('shows its canvas, in whole pixels', () => {
    const { scene } = drawn(own('alexnet'), { layout: 'classic' });
    const { left, top, right, bottom } = boundsOf(scene);
    expect([left - 8, top - 8, right + 8].map((value) => round(value, 2))).toEqual([
      -40, -187.22, 1110.2,
    ]);
    // Its texts stand lower than the canvas ends, less the margin that every figure has.
    expect(round(bottom + 8, 2)).toBeGreaterThanOrEqual(201.22);
  });

  it('boxes have twelve edges, three of them hidden', () => {
    const [first] = classic('alexnet').layout.maps;
    if (!first) throw new Error('no maps');
    const { shape } = first;
    expect(shape.width.x).toBeCloseTo(227 * 0.7 * Math.cos(Math.PI / 6), 10);
    expect(shape.width.y).toBeCloseTo(227 * 0.35, 10);
    expect(shape.channels).toBeCloseTo(3 ** 0.6, 10);
    const outline = outlineOf(shape).map(({ x, y }) => [round(x), round(y)]);
    expect(outline).toEqual([
      [0, -153.2],
      [1.9, -153.2],
      [139.5, -73.8],
      [139.5, 153.2],
      [137.6, 153.2],
      [0, 73.8],
    ]);
    const { visible, hidden } = innerEdges(shape);
    expect(visible.map(([{ x, y }]) => [round(x), round(y)])).toEqual(
      Array.from({ length: 3 }, () => [137.6, -73.8]),
    );
    expect(hidden.map(([{ x, y }]) => [round(x), round(y)])).toEqual(
      Array.from({ length: 3 }, () => [1.9, 73.8]),
    );
  });

  it('a kernel begins at half the width of its map, and its lines meet in the next', () => {
    const { maps, ties } = classic('alexnet').layout;
    const { link } = ties[0] as (typeof ties)[number];
    const next = (maps[1] as (typeof maps)[number]).shape;
    expect(link.kernel?.left).toBeCloseTo(227 * 0.35 * Math.cos(Math.PI / 6), 10);
    expect(link.kernel?.height).toBe(11);
    expect(link.kernel?.channels).toBeCloseTo(3 ** 0.6, 10);
    const [upper, lower] = link.lines;
    expect(upper?.[0].y).toBeCloseTo(-5.5 - 0.175 * 11, 10);
    expect(lower?.[0].y).toBeCloseTo(5.5 + 0.175 * 11, 10);
    for (const line of [upper, lower]) {
      expect(line?.[1].x).toBeCloseTo(next.left + 55 * 0.175 * Math.cos(Math.PI / 6), 10);
      expect(line?.[1].y).toBeCloseTo(-55 / 4 - 55 * 0.0875, 10);
    }
  });

  it('vectors are joined by two dashed lines, a flatten by its text', () => {
    const { maps, ties } = classic('alexnet').layout;
    expect(ties.map(({ link }) => link.kind)).toEqual([
      ...Array.from({ length: 8 }, () => 'kernel'),
      'text',
      'dense',
      'dense',
      'dense',
    ]);
    const [before, after] = maps.slice(9, 11).map(({ shape }) => shape);
    const half = 9216 ** 0.6 / 2;
    const end = { x: after?.left, y: -(4096 ** 0.6) / 4 };
    expect(ties[9]?.link.lines).toEqual([
      [{ x: (before?.left ?? 0) + 4, y: -half }, end],
      [{ x: (before?.left ?? 0) + 4, y: half }, end],
    ]);
    const { scene } = drawn(own('alexnet'), { layout: 'classic' });
    const dashes = pathsOf(scene, 'edges').map(({ paint }) => paint.dash?.[0]);
    expect(dashes.filter((dash) => dash === 2)).toHaveLength(6);
    // A hidden corner for each of eight kernels.
    expect(dashes.filter((dash) => dash === 1)).toHaveLength(8);
  });

  it('texts stand where they do there', () => {
    const { maps, ties } = classic('lenet').layout;
    const [label] = maps[0]?.label.nodes ?? [];
    const { left, right, top } = extremes((maps[0] as (typeof maps)[number]).shape);
    expect([label?.x, label?.y]).toEqual([(left + right) / 2, top - 10]);
    const [first, second] = ties[0]?.caption.nodes ?? [];
    expect(round(first?.y ?? 0, 4)).toBe(round(16 + 0.175 * 32 + 24, 4));
    expect(round((second?.y ?? 0) - (first?.y ?? 0), 10)).toBe(14);
    expect(first?.x).toBeCloseTo((right + (maps[1]?.shape.left ?? 0)) / 2, 10);
  });
});

describe('the clear layout', () => {
  const variants: readonly [string, Given][] = [
    ['as it is', {}],
    ['with large texts', { textSize: 22, textMargin: 3 }],
    ['with narrow gaps', { interLayerMargin: 10, oneDimWidth: 20 }],
    ['steep', { theta: -70, ratio: 1.2 }],
    ['flat', { theta: -10, channelScale: 0.9 }],
    ['in short rows', { wrap: 500 }],
    ['in one row', { wrap: 'never', annotations: false }],
    ['unfolded', { fold: 'never' }],
    ['folded', { fold: 'always', kernels: false }],
    ['by kinds', { layerColors: 'kinds' }],
  ];
  const shown = fixtures.filter((name) => !convnetDrawer.refuses(networkOf(fixtureText(name))));

  it('shows most networks', () => {
    expect(shown).toHaveLength(39);
  });

  test.each(variants)('is tidy %s', (_, options) => {
    for (const name of shown) {
      const { scene, problems } = drawn(fixtureText(name), options, { legend: 'auto' });
      if (options.fold === 'never' && problems.length > 0) continue;
      expect({
        name,
        problems,
        overlapping: overlappingTexts(scene),
        crossed: textsOnStrokes(scene),
        outside: outside(scene),
      }).toEqual({ name, problems: [], overlapping: [], crossed: [], outside: [] });
    }
  });

  test.each(Object.entries(examples))('%s has the sizes of the classic one', (name, options) => {
    const clear = figureOf(own(name), { ...options, wrap: 'never' });
    const there = classic(name as keyof typeof examples);
    expect(sizes(clear)).toEqual(sizes(there));
    for (const [index, { shape }] of clear.layout.maps.entries()) {
      const same = there.layout.maps[index]?.shape;
      expect([shape.height, shape.channels]).toEqual([same?.height, same?.channels]);
      expect(shape.left).toBeGreaterThanOrEqual((same?.left ?? 0) - 1e-9);
    }
  });

  it('moves what collides there', () => {
    const collisions = (name: keyof typeof examples, layout: string) => {
      const { scene } = drawn(own(name), { ...examples[name], layout });
      const pairs = overlappingTexts(scene).filter((pair) => !pair.includes('| stride'));
      return [...pairs, ...textsOnStrokes(scene)];
    };
    expect(collisions('lenet', 'classic')).toEqual([]);
    expect(collisions('autoencoder', 'classic')).toContain('deconv3×3, 128 | deconv3×3, 64');
    expect(collisions('vgg-16', 'classic')).toEqual(['4096']);
    for (const name of ['lenet', 'autoencoder', 'vgg-16'] as const) {
      expect(collisions(name, 'clear')).toEqual([]);
    }
  });

  it('keeps kernels within their maps', () => {
    for (const name of shown) {
      const { maps, ties } = figureOf(fixtureText(name)).layout;
      for (const [index, { link }] of ties.entries()) {
        const map = maps[index]?.shape;
        if (!link.kernel || !map) continue;
        const [kernel, around] = [extremes(link.kernel), extremes(map)];
        expect(kernel.left).toBeGreaterThanOrEqual(around.left - 1e-9);
        expect(kernel.right).toBeLessThanOrEqual(around.right + 1e-9);
        expect(kernel.top).toBeGreaterThanOrEqual(around.top - 1e-9);
        expect(kernel.bottom).toBeLessThanOrEqual(around.bottom + 1e-9);
        expect(link.kernel.channels).toBe(map.channels);
      }
    }
  });

  it('draws large maps smaller, small ones no smaller than the least, and long vectors shorter', () => {
    const { maps } = figureOf(`
input: 3x1024x512
layers: [conv 16 3x3 /2 p1, maxpool 256, flatten, dense 400000, dense 1000, dense 1]`).layout;
    const [input, half, least, , longest, short, one] = maps.map(({ shape }) => shape);
    expect(input?.height).toBe(256);
    expect(half?.height).toBe(128);
    expect(least?.height).toBe(4);
    expect(longest?.height).toBeCloseTo(440, 10);
    expect(short?.height).toBeCloseTo(440 * (1000 / 400000) ** 0.6, 10);
    expect(one?.height).toBe(4);
  });

  it('gives the label of a vector room beside steep lines', () => {
    const { maps, ties } = figureOf('input: 16384\nlayers: [dense 256]').layout;
    const [, after] = maps;
    expect(after?.label.nodes[0]?.x).toBeGreaterThan((after?.shape.left ?? 0) + 10);
    expect(ties[0]?.link.kind).toBe('dense');
    expect(round(after?.shape.left ?? 0)).toBe(54);
  });
});

describe('what layers are called', () => {
  it('has the words of convnet-drawer', () => {
    const figure = figureOf(`
input: 3x64x64
layers:
  - conv 8 3x5 /2
  - deconv 8 2x2 /2
  - maxpool 2
  - avgpool 3 /1
  - dwconv 3x3
  - adaptiveavgpool 4
  - upsample 2
  - gap
  - dense 10`);
    expect(captions(figure)).toEqual([
      ['conv3×5, 8', 'stride (2, 2)'],
      ['deconv2×2, 8', 'stride (2, 2)'],
      ['maxpool2×2', 'stride (2, 2)'],
      ['avepool3×3', 'stride (1, 1)'],
      ['depthwise conv3×3', 'stride (1, 1)'],
      ['adaptive avepool 4×4'],
      ['upsample ×2'],
      ['global avepool'],
      ['dense'],
    ]);
  });

  it('has annotations for what convnet-drawer lacks', () => {
    const text = `
input: 3x64x64
layers:
  - pad 3
  - conv 8 7x7 /2 bn relu
  - conv 8 3x3 d2 g4
  - dropout 0.25
  - flatten
  - dropout 0.5
  - dense 10 softmax`;
    expect(captions(figureOf(text))).toEqual([
      ['conv7×7, 8', 'stride (2, 2)', 'zeropad\u00a03,', 'batchnorm, relu'],
      [
        'conv3×3, 8',
        'stride (1, 1)',
        'dilation\u00a0(2,\u00a02),',
        '4\u00a0groups,',
        'dropout\u00a00.25',
      ],
      ['flatten', 'dropout\u00a00.5'],
      ['dense', 'softmax'],
    ]);
    const bare = captions(figureOf(text, { annotations: false }));
    expect(bare.flat()).toEqual([
      'conv7×7, 8',
      'stride (2, 2)',
      'conv3×3, 8',
      'stride (1, 1)',
      'flatten',
      'dense',
    ]);
  });

  it('keeps what follows on repeated layers and on blocks', () => {
    const text = `
input: 3x16x16
blocks:
  pair(c): [conv $c 3x3 p1 bn relu, conv $c 3x3 p1 bn]
layers: [conv 4 3x3 p1 x2, relu, pair 8 x2, dropout 0.5, flatten, dropout 0.25, dense 10 x2, softmax]`;
    const figure = figureOf(text, { fold: 'always' });
    expect(sizes(figure)).toEqual(['16×16×3', '16×16×4', '16×16×8', '2048', '10']);
    expect(captions(figure)).toEqual([
      ['conv3×3, 4 ×2', 'stride (1, 1)', 'relu'],
      ['pair ×2', 'dropout\u00a00.5'],
      ['flatten', 'dropout\u00a00.25'],
      ['dense ×2', 'softmax'],
    ]);
    const ties = figure.layout.ties.map(({ link }) => link.kind);
    expect(ties).toEqual(['kernel', 'arrow', 'text', 'dense']);
  });

  it('shows convolutions over one axis on upright sheets', () => {
    const figure = figureOf('input: 1x400\nlayers: [conv 16 5 /2, maxpool 2, gap, dense 3]');
    expect(sizes(figure)).toEqual(['400×1', '198×16', '99×16', '16', '3']);
    expect(captions(figure).slice(0, 2)).toEqual([
      ['conv1d 5, 16', 'stride 2'],
      ['maxpool1d 2', 'stride 2'],
    ]);
    const [sheet] = figure.layout.maps;
    expect(sheet?.shape.height).toBe(256);
    expect(sheet?.shape.width.y).toBeCloseTo(4 * 0.35, 10);
  });

  it('writes what templates and `draw:` say', () => {
    const text = `
input: 3x32x32
blocks:
  pair(c): [conv $c 3x3 p1, conv $c 3x3 p1]
layers: [conv 8 3x3 p1 as stem, pair 16, gap, dense 10]`;
    const figure = figureOf(
      text,
      { fold: 'always' },
      {
        labels: { map: '{channels}@{width}', layer: '{op}', stride: '{kernel}', block: '<{op}>' },
        overrides: {
          input: { label: 'an image', caption: '{width} px' },
          stem: { label: 'features', caption: 'at first', color: '#d1495b' },
        },
      },
    );
    expect(sizes(figure)).toEqual(['an image 32 px', '8@32', '16@32', '16', '10']);
    expect(captions(figure)).toEqual([
      ['features', 'at first'],
      ['<pair>'],
      ['Global average pooling'],
      ['Dense'],
    ]);
  });
});

describe('a chain that is no plain one', () => {
  const residual = `
input: 16x32x32
layers:
  - conv 16 3x3 p1
  - residual: [conv 16 3x3 p1, conv 16 3x3 p1]
  - gap
  - dense 10`;

  it('has skips below all texts, from outline to outline', () => {
    const { maps, ties, skips } = figureOf(residual, { fold: 'never' }).layout;
    expect(skips).toHaveLength(1);
    const [start, down, up, end] = skips[0] ?? [];
    const [from, to] = [maps[1]?.shape, maps[4]?.shape];
    if (!from || !to) throw new Error('no maps');
    expect(start?.y).toBeCloseTo(extremes(from).bottom, 10);
    expect(start?.x).toBeCloseTo(from.left + from.width.x + from.channels / 2, 10);
    expect(end?.x).toBeCloseTo(to.left + to.width.x / 2, 10);
    expect(end?.y).toBeCloseTo(extremes(to).bottom - to.width.y / 2, 10);
    expect(down?.y).toBe(up?.y);
    const lowest = Math.max(
      ...ties.flatMap(({ caption }) => caption.boxes.flat().map(({ y }) => y)),
    );
    expect((down?.y ?? 0) - lowest).toBeCloseTo(16, 10);
  });

  it('shows a folded block by an arrow from outline to outline', () => {
    const { maps, ties } = figureOf(residual, { fold: 'always' }).layout;
    expect(ties.map(({ link }) => link.kind)).toEqual(['kernel', 'arrow', 'text', 'dense']);
    const [[from, to] = []] = ties[1]?.link.lines ?? [];
    const shapes = maps.map(({ shape }) => extremes(shape));
    expect(from?.x).toBeCloseTo(shapes[1]?.right ?? 0, 10);
    expect(to?.x).toBeCloseTo(shapes[2]?.left ?? 0, 10);
    expect([from?.y, to?.y]).toEqual([0, 0]);
  });

  it('breaks into rows, and leads from each to the next', () => {
    const figure = figureOf(own('vgg-16'), { wrap: 900 });
    const rows = [...new Set(figure.layout.maps.map(({ shape }) => shape.y))];
    expect(rows.length).toBe(3);
    const turns = figure.layout.ties.filter(({ turn }) => turn);
    expect(turns).toHaveLength(2);
    expect(figure.layout.ties).toHaveLength(22);
    for (const [index, { link, turn = [] }] of figure.layout.ties.entries()) {
      if (turn.length === 0) continue;
      const next = figure.layout.maps[index + 1]?.shape;
      expect(turn[0]).toEqual(link.lines[0]?.[1]);
      expect(turn.at(-1)?.x).toBeCloseTo((next?.left ?? 0) + (next?.width.x ?? 0) / 4, 10);
    }
  });

  it('refuses branches, and more maps than a reader follows', () => {
    const branches = 'input: 3x8x8\nlayers: [concat: [conv 3 1x1, conv 3 1x1]]';
    expect(convnetDrawer.refuses(networkOf(branches))).toContain('one chain of layers');
    const long = `input: 3x8x8\nlayers:\n${'  - conv 3 1x1\n'.repeat(60)}`;
    expect(convnetDrawer.refuses(networkOf(long))).toBe(
      'It shows at most 60 maps, but this network has 61',
    );
  });
});

describe('the drawing', () => {
  const text = own('lenet');

  it('says of each map what it is', () => {
    const { scene } = drawn(text);
    expect(layersOf(scene).map(({ layer, title }) => `${layer}: ${title}`)).toEqual([
      'input: Input: 1×32×32',
      'conv1: Conv 5×5, 6: 6×28×28',
      'maxpool1: MaxPool 2×2: 6×14×14',
      'conv2: Conv 5×5, 16: 16×10×10',
      'maxpool2: MaxPool 2×2: 16×5×5',
      'flatten1: Flatten: 400',
      'dense1: Dense 120: 120',
      'dense2: Dense 84: 84',
      'dense3: Dense 10: 10',
    ]);
  });

  it('fills nothing', () => {
    const { scene } = drawn(text);
    expect(pathsOf(scene).filter(({ paint }) => paint.fill)).toEqual([]);
    const segments = pathsOf(scene, 'layer').map((node: PathNode) => segmentsOf(node).length);
    // Six edges around a box and three within, three hidden before them; four of a bar.
    expect(segments).toEqual([3, 9, 3, 9, 3, 9, 3, 9, 3, 9, 4, 4, 4, 4]);
  });

  it('has the colours of convnet-drawer, and those of the options', () => {
    const strokes = (options: Given, role: string) => [
      ...new Set(pathsOf(drawn(text, options).scene, role).map(({ paint }) => paint.stroke?.light)),
    ];
    expect(strokes({}, 'layer')).toEqual(['#1b1f24']);
    expect(strokes({}, 'edges')).toEqual(['#0000ff']);
    expect(strokes({ lineColorFeatureMap: '#112233' }, 'layer')).toEqual(['#112233']);
    expect(strokes({ lineColorLayer: '#445566' }, 'edges')).toEqual(['#445566']);
    expect(strokes({ layerColors: 'kinds' }, 'edges')).toEqual(['#0a5796', '#93330a', '#00674b']);
    const fills = (options: Given) => [
      ...new Set(textsOf(drawn(text, options).scene).map(({ fill }) => fill.light)),
    ];
    expect(fills({ textColorFeatureMap: '#112233', textColorLayer: '#445566' })).toEqual([
      '#112233',
      '#445566',
    ]);
    const { scene } = drawn(text, {}, { overrides: { conv1: { color: '#d1495b' } } });
    const [, conv] = layersOf(scene);
    expect(conv?.children.map((node) => node.kind === 'path' && node.paint.stroke)).toEqual([
      { light: '#d1495b', dark: '#d1495b' },
      { light: '#d1495b', dark: '#d1495b' },
    ]);
  });

  it('lists kernels and full connections, and maps with colours of their own', () => {
    const entries = (options: Given, given: ContextOptions = {}) => {
      const { scene } = drawn(text, options, { legend: 'below', ...given });
      return leaves(scene)
        .filter(({ roles }) => roles.includes('legend'))
        .flatMap(({ node }) => (node.kind === 'text' ? [node.text] : []));
    };
    expect(entries({})).toEqual(['Kernel', 'Full connection']);
    expect(entries({ layerColors: 'kinds' })).toEqual(['Convolution', 'Pooling', 'Dense']);
    expect(entries({}, { overrides: { conv1: { color: '#d1495b', label: 'stem' } } })).toEqual([
      'Convolution',
      'stem',
      'Kernel',
      'Full connection',
    ]);
  });

  it('has room around it', () => {
    const width = (margin: number) => {
      const { left, right } = boundsOf(drawn(text, { boundingBoxMargin: margin }).scene);
      return right - left;
    };
    expect(width(50) - width(0)).toBeCloseTo(2 * 42, 10);
    expect(width(8)).toBe(width(0));
  });

  it('leaves out hidden edges and kernels', () => {
    const bare = drawn(text, { hiddenEdges: 'none', kernels: false }).scene;
    expect(pathsOf(bare).filter(({ paint }) => paint.dash?.[0] === 1)).toEqual([]);
    expect(pathsOf(bare, 'kernel')).toEqual([]);
    // An arrow for each kernel: its line and its head.
    expect(pathsOf(bare, 'edges').filter(({ paint }) => paint.fill)).toHaveLength(4);
  });
});
