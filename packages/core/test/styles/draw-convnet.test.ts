import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/render.js';
import { type Bounds, boundsOf } from '../../src/scene/bounds.js';
import type { PathNode, Scene, SceneNode } from '../../src/scene/scene.js';
import { drawConvnet } from '../../src/styles/draw-convnet/index.js';
import {
  circlesOf,
  layersOf,
  leaves,
  outside,
  overlappingTexts,
  pathsOf,
  segmentsOf,
  textsOf,
  textsOnCircles,
  textsOnStrokes,
} from '../geometry.js';
import { type ContextOptions, drawContext } from '../networks.js';
import { fixtures, fixtureText, networkOf } from './descriptions.js';

/** The network that draw_convnet draws when it is run; the paddings give its sizes. */
const original = `input: 3x32x32
layers: [conv 32 5x5 /2 p4, maxpool 2 p1, conv 48 5x5 /2 p3, maxpool 2 p1, flatten, dense 500, dense 2]
`;

/** Px of one unit. */
const unit = 2.5;

function drawn(text: string, options: object = {}, context: ContextOptions = {}) {
  const network = networkOf(text);
  const given = drawContext(network, context);
  const scene = drawConvnet.draw(network, drawConvnet.options.parse(options), given);
  return { scene, problems: given.problems };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Left, top, right and bottom of a shape without its stroke, in units. */
function boxOf(node: PathNode): number[] {
  const { left, top, right, bottom } = boundsOf({ ...node, paint: {} });
  return [left, top, right, bottom].map((value) => round(value / unit));
}

const isPath = (node: SceneNode) => node.kind === 'path';

/** Squares of each stack, from the back, with the left top corner of the first stack at (0, 0). */
function stacksOf(scene: Scene): number[][][] {
  const stacks = layersOf(scene).map(({ children }) => children.filter(isPath).map(boxOf));
  const [x = 0, y = 0] = stacks[0]?.[0] ?? [];
  return stacks.map((squares) => squares.map((box) => moved(box, x, y)));
}

const moved = (box: readonly number[], x: number, y: number) =>
  box.map((value, index) => round(value - (index % 2 === 0 ? x : y)));

/** Where the left top corner of the first stack is, in units. */
function originOf(scene: Scene): readonly [number, number] {
  const [first] = layersOf(scene)[0]?.children.filter(isPath) ?? [];
  const [x = 0, y = 0] = first ? boxOf(first) : [];
  return [x, y];
}

/** Kernels with the point where their four lines meet, in units from the first stack. */
function pyramidsOf(scene: Scene) {
  const [x, y] = originOf(scene);
  const edges = pathsOf(scene, 'edges');
  return edges.flatMap((node, index) => {
    if (node.commands.length !== 5 || !node.paint.fill) return [];
    const lines = edges.slice(index + 1, index + 5).map((line) => segmentsOf(line)[0]);
    const points = lines.map((ends) =>
      moved([(ends?.[1].x ?? 0) / unit, (ends?.[1].y ?? 0) / unit], x, y),
    );
    expect(new Set(points.map(String)).size).toBe(1);
    return [{ box: moved(boxOf(node), x, y), point: points[0] }];
  });
}

/** Arrows, by where they begin and end. */
const arrowsOf = (scene: Scene) =>
  pathsOf(scene, 'edges').filter(
    ({ commands, paint }) => commands.length === 4 && commands[3]?.[0] === 'Z' && paint.fill,
  );

const words = (scene: Scene) => textsOf(scene).map(({ text }) => text);

const meet = (a: Bounds, b: Bounds) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Texts over a square or a dot. */
function textsOnShapes(scene: Scene): string[] {
  const shapes = layersOf(scene).flatMap(({ children }) => children.map(boundsOf));
  return textsOf(scene)
    .filter((node) => shapes.some((shape) => meet(boundsOf(node), shape)))
    .map(({ text }) => text);
}

/** Arrows that run over a square or a dot. */
function arrowsOnShapes(scene: Scene): string[] {
  const shapes = layersOf(scene).flatMap(({ children }) => children.map(boundsOf));
  return arrowsOf(scene).flatMap((head) =>
    shapes.some((shape) => meet(boundsOf(head), shape)) ? [JSON.stringify(boundsOf(head))] : [],
  );
}

/** Squares that touch those of another stack. */
function touchingStacks(scene: Scene): string[] {
  const stacks = layersOf(scene).map(({ layer, children }) => ({
    layer,
    boxes: children.filter(isPath).map(boundsOf),
  }));
  return stacks.flatMap((a, index) =>
    stacks
      .slice(index + 1)
      .filter((b) => a.boxes.some((box) => b.boxes.some((other) => meet(box, other))))
      .map((b) => `${a.layer} | ${b.layer}`),
  );
}

/** What is wrong with a drawing; nothing when all is well. */
const faults = (scene: Scene): string[] => [
  ...overlappingTexts(scene),
  ...textsOnStrokes(scene),
  ...textsOnCircles(scene),
  ...textsOnShapes(scene),
  ...arrowsOnShapes(scene),
  ...outside(scene),
];

describe('the network of draw_convnet', () => {
  const exact = {
    pointPlaces: [
      [0.4, 0.5],
      [0.4, 0.8],
    ],
    dotPlace: 'middle',
  };
  const { scene, problems } = drawn(original, exact, { paletteName: 'classic' });
  const stacks = stacksOf(scene);

  test('begins each stack 40 units after the one before, all tops level', () => {
    expect(problems).toEqual([]);
    expect(stacks.map(([first]) => first?.slice(0, 2))).toEqual(
      [0, 40, 80, 120, 160, 200, 240, 280].map((x) => [x, 0]),
    );
  });

  test('has its squares, each 3 units to the right and down', () => {
    expect(stacks[0]).toEqual([
      [0, 0, 32, 32],
      [3, 3, 35, 35],
      [6, 6, 38, 38],
    ]);
    expect(stacks[1]).toEqual([
      [40, 0, 58, 18],
      [43, 3, 61, 21],
      [58, 18, 76, 36],
      [61, 21, 79, 39],
    ]);
    expect(stacks.map(({ length }) => length)).toEqual([3, 4, 4, 4, 4, 16, 16, 2]);
    expect(stacks[4]?.at(-1)).toEqual([181, 21, 185, 25]);
  });

  test('has stairs of squares of 2 units', () => {
    expect(stacks[5]?.slice(6, 10)).toEqual([
      [212, 12, 214, 14],
      [214, 14, 216, 16],
      [224, 24, 226, 26],
      [226, 26, 228, 28],
    ]);
    expect(stacks[7]).toEqual([
      [280, 0, 282, 2],
      [282, 2, 284, 4],
    ]);
  });

  test('has four dots of half a unit in the middle of the squares left out', () => {
    const [x, y] = originOf(scene);
    const dots = circlesOf(scene).map((dot) => moved([dot.x / unit, dot.y / unit], x, y));
    expect(dots).toHaveLength(24);
    expect(dots.slice(0, 4)).toEqual([
      [55, 15],
      [58, 18],
      [61, 21],
      [64, 24],
    ]);
    expect(dots.slice(16, 20)).toEqual([
      [217, 17],
      [219, 19],
      [221, 21],
      [223, 23],
    ]);
    expect(new Set(circlesOf(scene).map(({ radius }) => radius))).toEqual(new Set([1.25]));
  });

  test('has kernels to scale, and four lines from each to one point', () => {
    expect(pyramidsOf(scene)).toEqual([
      { box: [16.8, 19.5, 21.8, 24.5], point: [68.2, 30] },
      { box: [67.4, 33.8, 69.4, 35.8], point: [105, 29] },
      { box: [103, 23.5, 108, 28.5], point: [143.4, 24] },
      { box: [142.6, 24.2, 144.6, 26.2], point: [182.6, 24.2] },
    ]);
  });

  test('has its greys by turns', () => {
    const fills = layersOf(scene).map(({ children }) =>
      children.filter(isPath).map(({ paint }) => paint.fill?.light),
    );
    expect(fills[0]).toEqual(['#b3b3b3', '#808080', '#b3b3b3']);
    expect(fills[1]).toEqual(['#b3b3b3', '#808080', '#b3b3b3', '#808080']);
    expect(fills[5]?.slice(-2)).toEqual(['#b3b3b3', '#808080']);
    const kernel = pathsOf(scene, 'edges').find(({ commands }) => commands.length === 5);
    expect(kernel?.paint.fill?.light).toBe('#4d4d4d');
    const line = pathsOf(scene, 'edges').find(({ paint }) => !paint.fill);
    expect(line?.paint.stroke?.light).toBe('#262626');
    expect(circlesOf(scene)[0]?.paint.fill?.light).toBe('#000000');
  });

  test('has its texts, left-aligned in one row of headers and one of captions', () => {
    const texts = textsOf(scene);
    expect(texts.map(({ text }) => text).slice(0, 8)).toEqual([
      'Inputs',
      '3@32×32',
      'Feature',
      'maps',
      '32@18×18',
      'Convolution',
      '5×5 kernel /2',
      'Feature',
    ]);
    expect(words(scene).slice(-6)).toEqual(['units', '500', 'Dense', 'Outputs', '2', 'Dense']);
    const [x, y] = originOf(scene);
    const placeOf = (text: string) => {
      const node = texts.find((each) => each.text === text);
      return moved([(node?.x ?? 0) / unit, (node?.y ?? 0) / unit], x, y);
    };
    expect(placeOf('3@32×32')).toEqual([0, -4]);
    expect(placeOf('48@4×4')).toEqual([160, -4]);
    expect(placeOf('768')).toEqual([200, -4]);
    expect(placeOf('Convolution')[0]).toBe(26);
    expect(placeOf('Flatten')[0]).toBe(190);
    const captions = texts.filter(({ text }) => /^(?:Conv|Max|Flat|Dense)/.test(text));
    expect(new Set(captions.map(({ y }) => y)).size).toBe(1);
    expect(captions).toHaveLength(7);
  });

  test('without omission has a square for every place', () => {
    const all = drawn(original, { omit: false }).scene;
    expect(stacksOf(all).map(({ length }) => length)).toEqual([3, 8, 8, 8, 8, 20, 20, 2]);
    expect(circlesOf(all)).toEqual([]);
  });

  test('by default moves dots and points to where they are seen', () => {
    const plain = drawn(original).scene;
    const [x, y] = originOf(plain);
    const dots = circlesOf(plain).map((dot) => moved([dot.x / unit, dot.y / unit], x, y));
    expect(dots.slice(0, 2)).toEqual([
      [64, 6],
      [67, 9],
    ]);
    expect(dots.slice(4, 6)).toEqual([
      [91, 11],
      [94, 14],
    ]);
    const [, , third] = pyramidsOf(plain);
    expect(third?.point).toEqual([143.4, 22.32]);
    expect(faults(plain)).toEqual([]);
    expect(touchingStacks(plain)).toEqual([]);
  });
});

describe('counts', () => {
  const deep = 'input: 1x16x16\nlayers: [conv 40 3x3, flatten, dense 30]\n';
  const counts = (options: object) => {
    const { scene, problems } = drawn(deep, options);
    const squares = stacksOf(scene).map(({ length }) => length);
    return { squares, dots: circlesOf(scene).length, problems };
  };

  test('of places and dots are what is said', () => {
    expect(counts({})).toMatchObject({ squares: [1, 4, 16, 16], dots: 12 });
    expect(counts({ dots: 3 })).toMatchObject({ squares: [1, 5, 17, 17], dots: 9 });
    expect(counts({ maxMaps: 12, maxUnits: 6 })).toMatchObject({ squares: [1, 8, 2, 2], dots: 12 });
    expect(counts({ dots: 100 })).toMatchObject({ squares: [1, 2, 2, 2], dots: 42 });
    expect(counts({ maxMaps: 2, maxUnits: 1 })).toMatchObject({ squares: [1, 2, 1, 1], dots: 0 });
    expect(counts({ maxMaps: 'all', maxUnits: 30 })).toMatchObject({
      squares: [1, 40, 26, 30],
      dots: 4,
      problems: [],
    });
  });

  test('more than a page can show are told', () => {
    const { squares, problems } = counts({ maxUnits: 'all' });
    expect(squares[2]).toBe(996);
    expect(problems).toMatchObject([
      {
        rule: 'too-large',
        severity: 'warning',
        message: 'A stack of 7840 squares is more than a page can show, so it has 1000 places',
      },
    ]);
    const huge = `input: 900x8x8\nlayers: [${'conv 900 1x1, '.repeat(11)}conv 900 1x1]\n`;
    const fewer = drawn(huge, { maxMaps: 'all', fold: 'never' });
    expect(stacksOf(fewer.scene)[0]).toHaveLength(4);
    expect(fewer.problems[0]?.message).toBe(
      'This figure would have 11700 squares, more than a page can show, so stacks have 8 places',
    );
  });
});

describe('options', () => {
  test('of steps and sizes are in units', () => {
    const { scene } = drawn(original, { mapStep: [4, -2], unitSize: 3, unitStep: [3, 0] });
    const [first, , , , , sixth] = stacksOf(scene);
    expect(first).toEqual([
      [0, 0, 32, 32],
      [4, -2, 36, 30],
      [8, -4, 40, 28],
    ]);
    expect(sixth?.slice(0, 2).map(([l = 0, t = 0, r = 0, b = 0]) => [r - l, b - t])).toEqual([
      [3, 3],
      [3, 3],
    ]);
    const [a, b] = sixth ?? [];
    expect([(b?.[0] ?? 0) - (a?.[0] ?? 0), (b?.[1] ?? 0) - (a?.[1] ?? 0)]).toEqual([3, 0]);
    expect(faults(scene)).toEqual([]);
    expect(touchingStacks(scene)).toEqual([]);
  });

  test('scale maps between the least and the greatest side', () => {
    const sides = (options: object) =>
      stacksOf(drawn('input: 1x224x224\nlayers: [conv 1 8x8 /8, maxpool 4]\n', options).scene).map(
        ([[left = 0, , right = 0] = []]) => round(right - left),
      );
    expect(sides({ flatten: false })).toEqual([40, 14.142, 7.071]);
    expect(sides({ mapSize: 80, scale: 'linear' })).toEqual([80, 10, 2.5]);
    expect(sides({ mapSize: 80, scale: 'linear', minSize: 12 })).toEqual([80, 12, 12]);
  });

  test('let stacks overlap, one before the next, but not their texts', () => {
    const { scene, problems } = drawn(original, {
      layerWidth: [20, 20, 20, 20, 20, 20, 20],
      showHeaders: false,
      showCaptions: false,
    });
    expect(problems).toEqual([]);
    expect(stacksOf(scene).at(-2)?.[0]?.slice(0, 2)).not.toEqual([20, 0]);
    const lefts = layersOf(scene).map((group) => boundsOf(group).left);
    expect(lefts).toEqual([...lefts].sort((a, b) => b - a));
    const labelled = drawn(original, { layerWidth: [0, 0, 0, 0, 0, 0, 0], arrows: false }).scene;
    expect(overlappingTexts(labelled)).toEqual([]);
    expect(drawn(original, { layerWidth: [20] }).problems[0]?.message).toBe(
      '`layerWidth` has 1 entries, but there are 7 gaps',
    );
  });

  test('place kernels and points by turns', () => {
    const kernelPlaces = [
      [0, 0],
      [1, 1],
    ];
    const pointPlaces = [[0.5, 0.5]];
    const [first, second] = pyramidsOf(drawn(original, { kernelPlaces, pointPlaces }).scene);
    expect(first).toEqual({ box: [6, 6, 11, 11], point: [70, 30] });
    expect(second?.box).toEqual([77, 37, 79, 39]);
  });

  test('leave out kernels, arrows and texts', () => {
    expect(pyramidsOf(drawn(original, { kernels: false }).scene)).toEqual([]);
    expect(arrowsOf(drawn(original).scene)).toHaveLength(3);
    expect(arrowsOf(drawn(original, { kernels: false }).scene)).toHaveLength(7);
    expect(arrowsOf(drawn(original, { arrows: false }).scene)).toEqual([]);
    expect(words(drawn(original, { showHeaders: false }).scene)).not.toContain('Inputs');
    expect(words(drawn(original, { showKernels: false }).scene)).not.toContain('5×5 kernel /2');
    expect(words(drawn(original, { showCaptions: false }).scene)).not.toContain('Flatten');
    expect(stacksOf(drawn(original, { flatten: false }).scene)).toHaveLength(7);
  });

  test('colour squares, outlines, dots, kernels and lines', () => {
    const { scene } = drawn(
      original,
      {
        mapColors: ['#111111', '#222222'],
        borderColor: '#333333',
        dotColor: '#444444',
        kernelColor: '#555555',
        lineColor: '#666666',
      },
      { overrides: { dense1: { color: '#ff0000' } } },
    );
    const used = new Set(
      leaves(scene).flatMap(({ node }) =>
        node.kind === 'path' || node.kind === 'circle'
          ? [node.paint.fill?.light, node.paint.stroke?.light]
          : [],
      ),
    );
    used.delete(undefined);
    expect([...used].sort()).toEqual([
      '#111111',
      '#222222',
      '#333333',
      '#444444',
      '#555555',
      '#666666',
      '#ff0000',
      '#ff8080',
    ]);
  });

  test('show an image on the foremost map of the input', () => {
    const image = `data:image/png;base64,${'A'.repeat(8)}`;
    const { scene } = drawn(original, { image });
    const [node] = leaves(scene).flatMap((each) => (each.node.kind === 'image' ? [each.node] : []));
    const [x, y] = originOf(scene);
    expect(node?.href).toBe(image);
    expect(moved([(node?.x ?? 0) / unit, (node?.y ?? 0) / unit], x, y)).toEqual([6, 6]);
    expect(node?.width).toBe(80);
  });
});

describe('texts', () => {
  test('come from templates, from draw and from operations', () => {
    const { scene, problems } = drawn(
      original,
      { operations: { dense: 'Fully connected' } },
      {
        labels: { kernel: '{kernel}', map: '{shape}', outputs: 'Classes' },
        overrides: { conv1: { label: 'First {channels}', caption: 'stride {stride}' } },
      },
    );
    expect(problems).toEqual([]);
    expect(words(scene)).toEqual(
      expect.arrayContaining(['32×18×18', 'First 32', 'stride 2', '2×2', 'Classes', 'connected']),
    );
    const wrong = drawn(original, { operations: { conv: '{chanels}', dens: 'x' } });
    expect(wrong.problems).toMatchObject([
      { rule: 'unknown-name', hint: 'Did you mean `dense`?' },
      { rule: 'unknown-placeholder', hint: 'Did you mean `channels`?' },
    ]);
  });

  test('keep clear however long they are', () => {
    const labels = {
      maps: 'A name of many unbreakablewordsinarow',
      operation: 'Somethinglongandunbreakable {op}',
      map: '$\\frac{\\sum_i x_i}{\\prod_j y_j}$',
    };
    const { scene } = drawn(original, {}, { labels });
    expect(faults(scene)).toEqual([]);
  });
});

describe('networks', () => {
  test('flatten into a stack of units, also on the line of another layer', () => {
    const text = 'input: 3x8x8\nlayers: [conv 4 3x3 relu, flatten, relu, dense 5]\n';
    const titles = layersOf(drawn(text).scene).map(({ title }) => title);
    expect(titles).toEqual([
      'Input: 3×8×8',
      'Conv 3×3, 4, ReLU: 4×6×6',
      'Flatten, ReLU: 144',
      'Dense 5: 5',
    ]);
    const single = 'input: 3x8x8\nlayers: [conv 4 8x8, flatten, dense 5]\n';
    expect(layersOf(drawn(single).scene)).toHaveLength(3);
  });

  test('of one axis have strips, and kernels over their whole height', () => {
    const { scene } = drawn('input: 1x40\nlayers: [conv 8 5]\n');
    expect(stacksOf(scene)[0]).toEqual([[0, 0, 40, 5]]);
    expect(pyramidsOf(scene)[0]?.box).toEqual([14, 0, 19, 5]);
  });

  test('that end in one position have pyramids to their last unit', () => {
    const { scene } = drawn('input: 1x32x32\nlayers: [conv 40 32x32]\n');
    const last = stacksOf(scene)[1]?.at(-1) ?? [];
    expect(pyramidsOf(scene)[0]?.point).toEqual([(last[0] ?? 0) + 1, (last[1] ?? 0) + 1]);
  });

  test('that are no chain are refused', () => {
    expect(drawConvnet.refuses(networkOf(fixtureText('fcn-8s')))).toMatch(/branches off/);
    expect(drawConvnet.refuses(networkOf(original))).toBeUndefined();
  });

  const shown: string[] = [];

  test.each(fixtures)('%s: nothing touches what is not its own', (name) => {
    const network = networkOf(fixtureText(name));
    if (drawConvnet.refuses(network) !== undefined) return;
    shown.push(name);
    const { scene } = drawn(fixtureText(name));
    expect(faults(scene)).toEqual([]);
    expect(touchingStacks(scene)).toEqual([]);
    for (const { x, y } of textsOf(scene)) expect(Number.isFinite(x + y)).toBe(true);
  });

  /** One of each kind: long, short, with skips, of one axis, of three, of vectors only. */
  const various = ['vgg-16', 'lenet-5', 'u-net', 'temporal-convolution', 'c3d', 'autoencoder'];
  const variants = [
    { fold: 'never', wrap: 5 },
    { fold: 'always', wrap: 'never', fontSize: 24 },
    { unit: 1, fontSize: 9 },
    { mapStep: [5, 1], unitStep: [1, 3], omit: false },
    { mapStep: [3, -3], unitStep: [2, -2], dotPlace: 'corner' },
    { mapStep: [-3, 3], unitStep: [-2, 2] },
    { mapStep: [0, 0], unitStep: [0, 3], dots: 2 },
    { captionShift: 60, unitCaptionShift: -20, headerGap: 0, captionGap: 0 },
    { scale: 'log', mapSize: 200, minSize: 20, kernels: false, dotRadius: 2 },
  ];

  test.each(variants)('keep clear with %j', (options) => {
    for (const name of various) {
      const { scene } = drawn(fixtureText(name), options);
      expect(faults(scene), name).toEqual([]);
      expect(touchingStacks(scene), name).toEqual([]);
    }
  });

  test('are most of them', () => {
    expect(shown.length).toBeGreaterThan(20);
  });
});

describe('the figures of the gallery', () => {
  const folder = fileURLToPath(
    new URL('../../../../tests/fixtures/draw-convnet/', import.meta.url),
  );
  const files = readdirSync(folder).filter((file) => file.endsWith('.nn'));

  test.each(files.sort())('%s: drawn without problems, nothing touches', (file) => {
    const { scene, title, diagnostics } = render(readFileSync(`${folder}${file}`, 'utf8'));
    expect(diagnostics).toEqual([]);
    expect(title).toBeTruthy();
    if (!scene) throw new Error('nothing drawn');
    expect(faults(scene)).toEqual([]);
    expect(layersOf(scene).length).toBeGreaterThan(3);
  });
});

test('its legend lists kinds, kernels, skips and arrows', () => {
  const folder = fileURLToPath(new URL('../../../../tests/fixtures/', import.meta.url));
  const { scene } = render(readFileSync(`${folder}draw-convnet/legend.nn`, 'utf8'));
  expect(words(scene ?? { children: [] }).slice(-10)).toEqual([
    'Input',
    'Convolution',
    'Features',
    'Pooling',
    'Dense',
    'Reshape',
    'Merge',
    'Data flow',
    'Skip connection',
    'Kernel',
  ]);
});
