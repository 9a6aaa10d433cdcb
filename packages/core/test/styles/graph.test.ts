import { describe, expect, test } from 'vitest';
import { boundsOf } from '../../src/scene/bounds.js';
import type { PathNode, Scene } from '../../src/scene/scene.js';
import { graph } from '../../src/styles/graph/index.js';
import { modelOf } from '../../src/styles/graph/model.js';
import { partsOf } from '../../src/styles/graph/parts.js';
import { tracksOf } from '../../src/styles/graph/tracks.js';
import { chooseStyle, findStyle, styles } from '../../src/styles/index.js';
import {
  circlesOf,
  layersOf,
  outside,
  overlappingTexts,
  pathsOf,
  segmentsOf,
  textsOf,
  textsOnCircles,
  textsOnStrokes,
} from '../geometry.js';
import { drawContext } from '../networks.js';
import { fixtureText, networkOf } from './descriptions.js';

function drawn(text: string, options: object = {}): Scene {
  const network = networkOf(text);
  return graph.draw(network, graph.options.parse(options), drawContext(network));
}

const words = (scene: Scene) => textsOf(scene).map(({ text }) => text);

const arrowsOf = (scene: Scene): PathNode[] =>
  pathsOf(scene, 'edges').filter(({ paint }) => paint.stroke);

const headsOf = (scene: Scene): PathNode[] =>
  pathsOf(scene, 'edges').filter(({ paint }) => paint.fill);

const boxesOf = (scene: Scene) =>
  layersOf(scene).map(({ children: [shape] }) => boundsOf({ children: shape ? [shape] : [] }));

/** Straight pieces longer than the pieces of a curve. */
const straightPieces = (arrow: PathNode) =>
  segmentsOf(arrow).filter(([a, b]) => Math.hypot(b.x - a.x, b.y - a.y) > 3);

/** How many straight pieces of arrows run through boxes that they neither leave nor enter. */
function throughBoxes(scene: Scene): number {
  const boxes = boxesOf(scene);
  return arrowsOf(scene)
    .flatMap(straightPieces)
    .filter(([a, b]) =>
      boxes.some(
        ({ left, top, right, bottom }) =>
          Math.max(a.x, b.x) > left + 2 &&
          Math.min(a.x, b.x) < right - 2 &&
          Math.max(a.y, b.y) > top + 2 &&
          Math.min(a.y, b.y) < bottom - 2,
      ),
    ).length;
}

/** Pairs of arrows that share a stretch of more than 6 px. */
function merged(scene: Scene): number {
  const pieces = arrowsOf(scene).map(straightPieces);
  let count = 0;
  const range = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)] as const;
  pieces.forEach((one, index) => {
    for (const other of pieces.slice(index + 1)) {
      for (const [a, b] of one) {
        for (const [c, d] of other) {
          for (const [along, across] of [
            ['x', 'y'],
            ['y', 'x'],
          ] as const) {
            const flat = [b, c, d].every((point) => Math.abs(point[across] - a[across]) < 1.5);
            const [low, high] = range(a[along], b[along]);
            const [from, to] = range(c[along], d[along]);
            if (flat && Math.min(high, to) - Math.max(low, from) > 6) count++;
          }
        }
      }
    }
  });
  return count;
}

/** Heads whose tip lies on no outline. */
function loose(scene: Scene): number {
  const boxes = boxesOf(scene);
  return headsOf(scene).filter(({ commands: [tip] }) => {
    const [, x, y] = tip as readonly ['M', number, number];
    return !boxes.some(({ left, top, right, bottom }) => {
      const inside = x > left - 1 && x < right + 1 && y > top - 1 && y < bottom + 1;
      const edge = Math.min(x - left, right - x, y - top, bottom - y);
      return inside && edge < 6;
    });
  }).length;
}

const networks = [
  'resnet-50',
  'transformer',
  'googlenet',
  'bert-base',
  'u-net',
  'densenet-121',
  'inception-v3',
  'fcn-8s',
  'seq2seq',
  'se-resnet-50',
  'wide-and-deep',
  'variational-autoencoder',
];

describe.each(networks)('%s', (name) => {
  test.each(['down', 'right'])('%s: nothing touches what is not its own', (direction) => {
    const scene = drawn(fixtureText(name), { direction });
    expect(overlappingTexts(scene)).toEqual([]);
    expect(textsOnStrokes(scene)).toEqual([]);
    expect(textsOnCircles(scene)).toEqual([]);
    expect(outside(scene)).toEqual([]);
    expect(throughBoxes(scene)).toBe(0);
    expect(merged(scene)).toBe(0);
    expect(loose(scene)).toBe(0);
    const boxes = boxesOf(scene);
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) {
        const apart = a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
        expect(apart).toBe(true);
      }
    });
  });
});

describe('the Transformer', () => {
  const scene = drawn(fixtureText('transformer'));

  test('draws each layer of a repeated block once, in a frame with ×6', () => {
    expect(words(scene)).toContain('encoder ×6');
    expect(words(scene)).toContain('decoder ×6');
    expect(circlesOf(scene)).toHaveLength(5);
    // Two inputs, 3 + 5 boxes and normalisations of the encoder and decoder, five additions.
    expect(layersOf(scene)).toHaveLength(2 + (2 + 3 + 2) + (3 + 4 + 3));
  });

  test('keeps the main path straight', () => {
    const straight = arrowsOf(scene).filter((arrow) => segmentsOf(arrow).length === 1);
    expect(straight.length).toBeGreaterThanOrEqual(13);
  });
});

describe('boxes', () => {
  test('say what they do, their shape, and what follows', () => {
    const scene = drawn(
      'input: 3x8x8\nlayers:\n  - conv 4 3x3 /2 p1 bn relu\n  - gap\n  - dense 2 softmax',
    );
    expect(words(scene)).toEqual([
      'Input',
      '3×8×8',
      'Conv 3×3, 4 /2',
      '4×4×4',
      expect.stringMatching(/ · ReLU$/),
      'GAP',
      '4',
      'Dense 2',
      '2',
      'Softmax',
    ]);
  });

  test('leave out shapes and what follows', () => {
    const text = 'input: 4\nlayers: [dense 2 relu]';
    expect(words(drawn(text, { shapes: false, attached: false }))).toEqual(['Input', 'Dense 2']);
  });

  test('stand for merges as circles, with what follows in a box', () => {
    const model = modelOf(networkOf('input: 4\nlayers:\n  - residual: [dense 4]\n  - relu'), {
      collapse: true,
      frames: true,
    });
    expect(model.nodes.map(({ kind }) => kind)).toEqual(['box', 'box', 'circle', 'after']);
    expect(model.edges).toHaveLength(4);
    expect(model.frames).toEqual([]);
  });

  test('are all drawn when nothing is collapsed', () => {
    const text = 'input: 4\nblocks:\n  b: [dense 4, dense 4]\nlayers:\n  - b x5';
    expect(layersOf(drawn(text))).toHaveLength(3);
    expect(layersOf(drawn(text, { collapse: false }))).toHaveLength(11);
  });
});

test('more than 1500 boxes are refused', () => {
  const line = Array.from({ length: 1500 }, () => 'dense 4').join(', ');
  const network = networkOf(`input: 4\nlayers: [${line}]`);
  expect(graph.refuses(network)).toBe(
    'it draws at most 1500 boxes, but with its repeated blocks collapsed the network still has 1501',
  );
});

describe('parts', () => {
  const options = { collapse: false, frames: false };
  const parts = (text: string) => {
    const { nodes, edges } = modelOf(networkOf(text), options);
    return partsOf(nodes, edges).map((part) => [part.nodes.length, part.edges.length]);
  };
  const line = (count: number) => Array.from({ length: count }, () => 'dense 4').join(', ');

  test('are cut where everything passes one node', () => {
    expect(parts(`input: 4\nlayers: [${line(99)}]`)).toEqual([
      [25, 24],
      [25, 24],
      [25, 24],
      [28, 27],
    ]);
  });

  test('are not cut under a skip, after a dead end, or before another input', () => {
    expect(parts(`input: 4\nlayers: [dense 4 as a, ${line(98)}, add a]`)).toHaveLength(1);
    expect(
      parts(
        `inputs: {a: 4, b: 4}\nlayers: [{from: a}, ${line(97)}, dense 4 as c, {from: b}, add c]`,
      ),
    ).toHaveLength(1);
  });

  test('give the same rows as the whole', () => {
    const scene = drawn(`input: 4\nlayers: [${line(60)}]`);
    const centres = layersOf(scene).map((group) => boundsOf(group));
    expect(new Set(centres.map(({ left, right }) => Math.round((left + right) / 2))).size).toBe(1);
    expect(arrowsOf(scene)).toHaveLength(60);
  });
});

describe('tracks', () => {
  test('keep arrows that overlap apart, and let others share', () => {
    const nested = [
      { from: 0, to: 100 },
      { from: 20, to: 120 },
      { from: 200, to: 260 },
    ];
    const { tracks, count } = tracksOf(nested);
    expect(count).toBe(2);
    expect(tracks[0]).not.toBe(tracks[1]);
    expect(tracksOf([]).count).toBe(0);
  });

  test('let the outermost turn first', () => {
    expect(
      tracksOf([
        { from: 0, to: 100 },
        { from: 20, to: 120 },
      ]).tracks,
    ).toEqual([1, 0]);
    expect(
      tracksOf([
        { from: 100, to: 0 },
        { from: 120, to: 20 },
      ]).tracks,
    ).toEqual([0, 1]);
  });
});

describe('the choice of a style', () => {
  test.each([
    ['784 -> 128 relu -> 10 softmax', 'fcnn'],
    [fixtureText('lenet-5'), 'lenet'],
    [fixtureText('alexnet'), 'lenet'],
    [fixtureText('resnet-50'), 'lenet'],
    [fixtureText('u-net'), 'lenet'],
    [fixtureText('densenet-121'), 'lenet'],
    [fixtureText('transformer'), 'graph'],
    [fixtureText('bert-base'), 'graph'],
    [fixtureText('gpt-2'), 'graph'],
    [fixtureText('fcn-8s'), 'graph'],
  ])('fits network %#', (text, name) => {
    expect(chooseStyle(networkOf(text)).name).toBe(name);
  });

  test('finds styles by name, whatever the case', () => {
    expect(findStyle('LeNet')?.name).toBe('lenet');
    expect(findStyle('nothing')).toBeUndefined();
    for (const style of styles) expect(findStyle(style.name)).toBe(style);
  });
});
