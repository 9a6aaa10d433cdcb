import { describe, expect, test } from 'vitest';
import { render } from '../../src/render.js';
import { boundsOf } from '../../src/scene/bounds.js';
import type { PathNode, Scene } from '../../src/scene/scene.js';
import { findChain } from '../../src/styles/chain.js';
import { lenet } from '../../src/styles/lenet/index.js';
import { rowStarts, skipLevels } from '../../src/styles/rows.js';
import {
  circlesOf,
  layersOf,
  leaves,
  outside,
  overlappingTexts,
  pathsOf,
  textsOf,
  textsOnCircles,
  textsOnStrokes,
} from '../geometry.js';
import { chain, drawContext, input, layer } from '../networks.js';
import { fixtures, fixtureText, networkOf } from './descriptions.js';

const nnSvg = chain([
  input(8, 128, 128),
  layer('maxpool', [8, 64, 64], { kernel: 8 }),
  layer('conv', [24, 48, 48], { out: 24, kernel: 16 }),
  layer('maxpool', [24, 16, 16], { kernel: 8 }),
  layer('flatten', [6144]),
  layer('dense', [256], { out: 256 }),
  layer('dense', [128], { out: 128 }),
]);

function drawn(network = nnSvg, options: object = {}, labels: Record<string, string> = {}) {
  const context = drawContext(network, { labels });
  return { scene: lenet.draw(network, lenet.options.parse(options), context), context };
}

const size = (node: PathNode) => {
  const { left, top, right, bottom } = boundsOf({ ...node, paint: {} });
  return [Math.round((right - left) * 100) / 100, Math.round((bottom - top) * 100) / 100];
};

const mapsOf = (scene: Scene) =>
  layersOf(scene).map(({ children }) => children.filter((node) => node.kind === 'path'));

const words = (scene: Scene) => textsOf(scene).map(({ text }) => text);

describe('the default network of NN-SVG', () => {
  const { scene } = drawn();

  test('has its numbers of maps at its sizes', () => {
    const stacks = mapsOf(scene);
    expect(stacks.map(({ length }) => length)).toEqual([8, 8, 24, 24, 1, 1]);
    expect(stacks.map(([first]) => size(first as PathNode))).toEqual([
      [128, 128],
      [64, 64],
      [48, 48],
      [16, 16],
      [266, 256],
      [138, 128],
    ]);
  });

  test('shifts maps by 8 px along the diagonal', () => {
    const [first, second] = mapsOf(scene)[2]?.map((node) => boundsOf(node)) ?? [];
    if (!first || !second) throw new Error('no maps');
    expect(second.left - first.left).toBeCloseTo(8, 6);
    expect(second.top - first.top).toBeCloseTo(8, 6);
  });

  test('draws kernels as maps are scaled', () => {
    const kernels = pathsOf(scene, 'edges').filter(({ commands }) => commands.at(-1)?.[0] === 'Z');
    expect(kernels.map(size)).toEqual([
      [8, 8],
      [16, 16],
      [8, 8],
    ]);
  });

  test('labels sizes in one row and operations in another', () => {
    const sizes = textsOf(scene).filter(({ text }) => /^\d/.test(text) && !/^\d+×/.test(text));
    expect(sizes.map(({ text }) => text)).toEqual([
      '8@128×128',
      '8@64×64',
      '24@48×48',
      '24@16×16',
      '256',
      '128',
    ]);
    expect(new Set(sizes.map(({ y }) => y)).size).toBe(1);
    const operations = textsOf(scene).filter(({ text }) => /^[A-Z]/.test(text));
    expect(operations.map(({ text }) => text)).toEqual([
      'Max pooling',
      'Convolution',
      'Max pooling',
      'Dense',
      'Dense',
    ]);
    expect(new Set(operations.map(({ y }) => y)).size).toBe(1);
  });

  test('centres each operation under its gap', () => {
    const columns = layersOf(scene).map((group) => boundsOf({ ...group, role: 'layer' }));
    const [first, second] = columns;
    const label = textsOf(scene).find(({ text }) => text === 'Max pooling');
    if (!first || !second || !label) throw new Error('nothing drawn');
    expect(label.x).toBeCloseTo((first.right + second.left) / 2, 0);
  });
});

describe('options', () => {
  test('elide tall stacks with dots and keep the true count', () => {
    const network = chain([input(3, 32, 32), layer('conv', [64, 32, 32], { out: 64, kernel: 3 })]);
    const { scene } = drawn(network);
    expect(mapsOf(scene).map(({ length }) => length)).toEqual([3, 12]);
    expect(circlesOf(scene)).toHaveLength(3);
    expect(words(scene)).toContain('64@32×32');
    expect(mapsOf(drawn(network, { maxMaps: 5 }).scene)[1]).toHaveLength(5);
  });

  test('keep 5×5 and 224×224 legible', () => {
    const network = chain([input(1, 224, 224), layer('conv', [1, 5, 5], { out: 1, kernel: 3 })]);
    const sides = mapsOf(drawn(network).scene).map(([map]) => size(map as PathNode)[0]);
    expect(sides).toEqual([128, 19.12]);
    const linear = mapsOf(drawn(network, { scale: 'linear' }).scene);
    expect(linear.map(([map]) => size(map as PathNode)[0])).toEqual([128, 12]);
  });

  test('draw maps that are not square in their proportions', () => {
    const network = chain([input(1, 40, 200)]);
    expect(mapsOf(drawn(network).scene).map(([map]) => size(map as PathNode))).toEqual([
      [128, 25.6],
    ]);
  });

  test('measure bars by the root', () => {
    const network = chain([input(100), layer('dense', [25], { out: 25 })]);
    const lengths = (options: object) =>
      mapsOf(drawn(network, options).scene).map(([bar]) => size(bar as PathNode)[1]);
    expect(lengths({})).toEqual([100, 25]);
    expect(lengths({ vectorLength: 'sqrt' })).toEqual([100, 50]);
    expect(lengths({ minVector: 40 })).toEqual([100, 40]);
  });

  test('leave out labels and kernels', () => {
    const { scene } = drawn(nnSvg, { showLabels: false, kernels: false });
    expect(words(scene)).toEqual([]);
    expect(pathsOf(scene, 'edges').some(({ paint }) => paint.stroke && !paint.cap)).toBe(false);
  });

  test('fill templates, and report what is unknown', () => {
    const { scene, context } = drawn(nnSvg, {}, { operation: '{op} {chanels}', map: '{shape}' });
    expect(words(scene)).toContain('24×48×48');
    expect(context.problems).toMatchObject([
      { rule: 'unknown-placeholder', hint: 'Did you mean `channels`?' },
    ]);
  });
});

describe('chains', () => {
  const shapes = (text: string) => {
    const found = findChain(networkOf(text));
    if (typeof found === 'string') return found;
    return found.columns.map(({ labelled }) => labelled.reading);
  };

  test('read the axes of one-dimensional maps and sequences', () => {
    expect(shapes('input: 16x128\nlayers: [conv 8 3, gap, dense 2]')).toEqual([
      'map',
      'map',
      'vector',
      'vector',
    ]);
    expect(shapes('input: 20x64\nlayers: [lstm 32, dense 2]').slice(0, 2)).toEqual([
      'sequence',
      'sequence',
    ]);
  });

  test('are refused with the name of the layer', () => {
    expect(lenet.refuses(networkOf(fixtureText('transformer')))).toBe(
      'it shows one chain of layers, but `tgt` starts a second one beside `src`',
    );
    expect(lenet.refuses(networkOf(fixtureText('fcn-8s')))).toMatch(
      /`conv17` branches off after `pool4`/,
    );
  });

  test('show the four skips of U-Net on four levels', () => {
    const found = findChain(networkOf(fixtureText('u-net')));
    if (typeof found === 'string') throw new Error(found);
    expect(found.columns).toHaveLength(15);
    expect(skipLevels(found.skips).map(({ from, to, level }) => [from, to, level])).toEqual([
      [7, 10, 0],
      [5, 11, 1],
      [3, 12, 2],
      [1, 13, 3],
    ]);
  });

  test('wrap into even rows, but not where a skip passes', () => {
    const columns = Array.from({ length: 22 }, () => ({})) as never[];
    expect(rowStarts({ columns, skips: [] }, 'auto')).toEqual([0, 8, 16]);
    expect(rowStarts({ columns, skips: [] }, 'never')).toEqual([0]);
    expect(rowStarts({ columns, skips: [{ from: 6, to: 9 }] }, 'auto')).toEqual([0, 6, 14]);
    expect(rowStarts({ columns, skips: [{ from: 1, to: 20 }] }, 'auto')).toEqual([0]);
    expect(rowStarts({ columns: columns.slice(0, 14), skips: [] }, 'auto')).toEqual([0]);
  });

  test('show a layer that repeats as what it is', () => {
    const { scene } = drawn(
      networkOf(`input: 3x32x32\nlayers:\n${'  - conv 8 3x3 p1 x3\n  - maxpool 2 /1\n'.repeat(4)}`),
    );
    expect(words(scene)).toContain('Convolution ×3');
    expect(words(scene)).toContain('3×3');
  });
});

describe('every fixture that is a chain', () => {
  const shown: string[] = [];

  test.each(fixtures)('%s: no text touches what is not its own', (name) => {
    const network = networkOf(fixtureText(name));
    if (lenet.refuses(network) !== undefined) return;
    shown.push(name);
    const { scene } = drawn(network);
    expect(overlappingTexts(scene)).toEqual([]);
    expect(textsOnStrokes(scene)).toEqual([]);
    expect(textsOnCircles(scene)).toEqual([]);
    expect(outside(scene)).toEqual([]);
    expect(leaves(scene).length).toBeGreaterThan(0);
  });

  test('are most of them', () => {
    expect(shown.length).toBeGreaterThan(20);
  });
});

test('a description with a style draws through the whole pipeline', () => {
  const { svg, diagnostics } = render('1x28x28 -> conv 4 3x3 -> flatten -> dense 10', {});
  expect(diagnostics).toEqual([]);
  expect(svg).toContain('4@26×26');
});
