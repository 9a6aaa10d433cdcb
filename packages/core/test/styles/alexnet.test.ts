import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { svgText } from '../../src/output/svg-text.js';
import { svgTree } from '../../src/output/svg-tree.js';
import { boundsOf, imageCorners } from '../../src/scene/bounds.js';
import { orthographic } from '../../src/scene/camera.js';
import type { GroupNode, ImageNode, Scene, SceneNode } from '../../src/scene/scene.js';
import { alexnet } from '../../src/styles/alexnet/index.js';
import { layout } from '../../src/styles/alexnet/layout.js';
import { options as schema } from '../../src/styles/alexnet/options.js';
import { solidSizes } from '../../src/styles/alexnet/sizes.js';
import {
  layersOf,
  leaves,
  outside,
  overlappingTexts,
  pathsOf,
  textsOf,
  textsOnStrokes,
} from '../geometry.js';
import { drawn, nnSvgDefault } from './alexnet-networks.js';
import { fixtures, fixtureText, networkOf } from './descriptions.js';

const box = (height: number, width: number, depth: number) =>
  ({ kind: 'box', height, width, depth }) as const;
const bar = (height: number) => ({ kind: 'bar', height, width: 1, depth: 1 }) as const;

const defaults = schema.parse({});

const svgOf = (scene: Scene) =>
  svgText(svgTree(scene, { title: 't', description: 'd', theme: 'auto' }));

function expectTidy(scene: Scene) {
  expect(overlappingTexts(scene)).toEqual([]);
  expect(textsOnStrokes(scene)).toEqual([]);
  expect(outside(scene)).toEqual([]);
}

describe("NN-SVG's default network", () => {
  const world = layout(
    [
      { extent: box(224, 224, 3) },
      { extent: box(55, 55, 96), kernel: [11, 11] },
      { extent: box(27, 27, 256), kernel: [5, 5] },
      { extent: box(13, 13, 384), kernel: [3, 3] },
      { extent: box(13, 13, 384), kernel: [3, 3] },
      { extent: box(13, 13, 256), kernel: [3, 3] },
      { extent: bar(2048) },
      { extent: bar(2048) },
      { extent: bar(1000) },
    ],
    defaults,
  );
  // NN-SVG starts a third of the length before the origin.
  const shift = -128.8 - (world.tensors[0]?.centre.z ?? 0);

  it('has its sizes', () => {
    const sizes = world.tensors.map(({ size }) => [size.x, size.y, size.z]);
    const rounded = sizes.map((size) => size.map((value) => Math.round(value * 10) / 10));
    expect(rounded).toEqual([
      [54.1, 54.1, 11],
      [40.1, 40.1, 45.6],
      [33, 33, 55.5],
      [25.6, 25.6, 59.5],
      [25.6, 25.6, 59.5],
      [25.6, 25.6, 55.5],
      [6.9, 76.2, 6.9],
      [6.9, 76.2, 6.9],
      [6.9, 69.1, 6.9],
    ]);
  });

  it('has its places', () => {
    const centres = [-128.8, -80.5, -10, 67.5, 147, 224.5, 279.1, 306.1, 333];
    for (const [index, { centre }] of world.tensors.entries()) {
      expect(Math.abs(centre.z + shift - (centres[index] as number))).toBeLessThan(0.1);
    }
  });

  it('has the corners of its near faces within a pixel', () => {
    const { project } = orthographic({ azimuth: 20.985, elevation: 21.416 }, 1);
    const corners = [
      [-135, -34, -125, -32, -125, 18, -135, 17],
      [-104, -25, -61, -19, -61, 18, -104, 12],
      [-41, -15, 11, -7, 11, 23, -41, 16],
      [31, -3, 86, 5, 86, 29, 31, 21],
      [105, 8, 160, 16, 160, 39, 105, 32],
      [179, 18, 231, 25, 231, 49, 179, 42],
    ];
    for (const [index, expected] of corners.entries()) {
      const { centre, size } = world.tensors[index] as (typeof world.tensors)[number];
      const at = (y: number, z: number) => {
        const drawnAt = project({
          x: -size.x / 2,
          y: (y * size.y) / 2,
          z: centre.z + shift + (z * size.z) / 2,
        });
        return [drawnAt.x, drawnAt.y];
      };
      const found = [...at(1, -1), ...at(1, 1), ...at(-1, 1), ...at(-1, -1)];
      for (const [corner, value] of found.entries()) {
        expect(Math.abs(value - (expected[corner] as number))).toBeLessThan(1);
      }
    }
  });

  it('takes as much room as there, in its colours', () => {
    const options = { zoom: 1, showLabels: false };
    const { scene } = drawn(nnSvgDefault, options, { paletteName: 'classic' });
    const { left, right, top, bottom } = boundsOf(scene);
    expect(Math.abs(right - left - 450)).toBeLessThan(2);
    expect(Math.abs(bottom - top - 129)).toBeLessThan(2);
    const fills = new Set(pathsOf(scene).map(({ paint }) => paint.fill?.light));
    expect(fills).toEqual(new Set([undefined, '#eeeeee', '#99ddff', '#ffbbbb', '#000000']));
    const opacities = pathsOf(scene, 'layer').map(({ paint }) => paint.fillOpacity);
    expect(new Set(opacities)).toEqual(new Set([undefined, 0.4]));
  });

  it('has five kernels with pyramids and three arrows', () => {
    expect(world.ties.map((tie) => ('kernel' in tie ? 'kernel' : 'arrow'))).toEqual([
      ...Array.from({ length: 5 }, () => 'kernel'),
      ...Array.from({ length: 3 }, () => 'arrow'),
    ]);
    for (const [index, tie] of world.ties.slice(0, 5).entries()) {
      if (!('kernel' in tie)) continue;
      const after = world.tensors[index + 1] as (typeof world.tensors)[number];
      const before = world.tensors[index] as (typeof world.tensors)[number];
      const { prism, apex } = tie.kernel;
      expect(prism.size.z).toBe(before.size.z);
      expect(Math.abs(prism.centre.x) + prism.size.x / 2).toBeLessThanOrEqual(before.size.x / 2);
      expect(Math.abs(prism.centre.y) + prism.size.y / 2).toBeLessThanOrEqual(before.size.y / 2);
      expect(apex.z).toBeCloseTo(after.centre.z - after.size.z / 2, 10);
      expect(Math.abs(apex.x)).toBeLessThan(after.size.x / 2);
      expect(Math.abs(apex.y)).toBeLessThan(after.size.y / 2);
    }
  });

  it('says every size, and is tidy', () => {
    const { scene, problems } = drawn(nnSvgDefault);
    expect(problems).toEqual([]);
    const texts = textsOf(scene).map(({ text }) => text);
    expect([...texts].sort()).toEqual(
      [
        ...['224', '224', '3', '55', '55', '96', '27', '27', '256', '13', '13', '384'],
        ...['13', '13', '384', '13', '13', '256', '2048', '2048', '1000'],
        ...['11×11', '5×5', '3×3', '3×3', '3×3'],
      ].sort(),
    );
    expectTidy(scene);
    expect(layersOf(scene)[0]?.title).toBe('Input: 3×224×224');
  });

  it('is the same bytes every time, and few of them', () => {
    const svg = svgOf(drawn(nnSvgDefault).scene);
    expect(svgOf(drawn(nnSvgDefault).scene)).toBe(svg);
    expect(svg.length).toBeLessThan(30_000);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('labels', () => {
  const views = [
    { view: 'isometric' },
    { view: 'side' },
    { view: 'top' },
    { view: 'front' },
    { view: 'back' },
    { azimuth: -30 },
    { azimuth: 160 },
    { azimuth: -150, elevation: 40 },
    { azimuth: 60, elevation: 5 },
    { elevation: -40 },
    { projection: 'perspective' },
    { projection: 'perspective', azimuth: -40, distance: 1.2 },
    { kernelLabels: 'sides' },
    { kernelPlace: 'fixed', layerGap: 60 },
    { zoom: 1 },
    { zoom: 4, fontSize: 18 },
  ];

  test.each(views)('stay clear of all else: %o', (options) => {
    expectTidy(drawn(nnSvgDefault, options).scene);
  });

  it('stand beside the right edges of maps that are no squares', () => {
    const text = 'input: 1x16x256\nlayers: [conv 8 3x3]';
    const { scene } = drawn(text, { kernels: false, view: 'classic' });
    const [layer] = layersOf(scene);
    const { left, right, top, bottom } = boundsOf(layer as GroupNode);
    const find = (wanted: string) => textsOf(scene).find(({ text }) => text === wanted);
    const height = find('16');
    const width = find('256');
    // Heights stand left of their box, widths over its receding upper edge.
    expect(height?.x).toBeLessThan(left);
    expect(height?.y).toBeGreaterThan((top + bottom) / 2);
    expect(width?.x).toBeGreaterThan(left);
    expect(width?.x).toBeLessThan(right);
    expect(width?.y).toBeLessThan((top + bottom) / 2);
  });

  it('give a kernel both of its sides or one text, never one side alone', () => {
    const { scene } = drawn(nnSvgDefault, { kernelLabels: 'sides' });
    const texts = textsOf(scene).map(({ text }) => text);
    // A lone 3 is the depth of the input.
    expect(texts.filter((text) => text === '3')).toHaveLength(1);
    expect(texts.filter((text) => text === '3×3')).toHaveLength(3);
    const large = drawn(nnSvgDefault, {
      kernelLabels: 'sides',
      kernelFactor: 2.5,
      kernelPlace: 'fixed',
      zoom: 3,
    });
    const sides = textsOf(large.scene).filter(({ text }) => text === '11' || text === '5');
    expect(sides.map(({ text }) => text)).toEqual(['11', '11', '5', '5']);
  });

  it('that find no room are left out with a sentence', () => {
    const { problems } = drawn(nnSvgDefault, { view: 'front' });
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['labels-left-out', 'info'],
    ]);
  });

  it('come from templates and overrides', () => {
    const { scene } = drawn(
      nnSvgDefault,
      {},
      {
        labels: { depth: '{channels} maps', name: '{activation}' },
        overrides: { conv1: { label: 'first', caption: 'of all', color: '#ff0000' } },
      },
    );
    const texts = textsOf(scene).map(({ text }) => text);
    expect(texts).toContain('96 maps');
    expect(texts).toContain('of all');
    expect(texts).toContain('Softmax');
    const first = layersOf(scene).find(({ layer }) => layer === 'conv1') as GroupNode;
    const fills = pathsOf({ children: [first] }).map(({ paint }) => paint.fill?.light);
    expect(fills).toContain('#ff0000');
    expectTidy(scene);
  });

  test.each(fixtures)('of the fixture %s are tidy', (name) => {
    const text = fixtureText(name);
    if (alexnet.refuses(networkOf(text)) !== undefined) return;
    expectTidy(drawn(text).scene);
  });
});

describe('sizes', () => {
  const heights = (scale: string, sizes: readonly number[]) =>
    solidSizes(
      sizes.map((size) => box(size, size, size)),
      schema.parse({ sideScale: scale, depthScale: scale }),
    );

  it('keep a depth of 1 visible', () => {
    const [size] = solidSizes([box(28, 28, 1)], defaults);
    expect(size).toMatchObject({ z: 4 });
    expect(size?.x).toBeCloseTo(33.32, 2);
  });

  it('have the same largest with every scale', () => {
    const log = heights('log', [200, 50]);
    const sqrt = heights('sqrt', [200, 50]);
    const linear = heights('linear', [200, 50]);
    expect(sqrt[0]).toEqual(log[0]);
    expect(linear[0]).toEqual(log[0]);
    expect(sqrt[1]?.y).toBeCloseTo((log[0]?.y ?? 0) / 2, 10);
    expect(linear[1]?.y).toBeCloseTo((log[0]?.y ?? 0) / 4, 10);
  });

  it('of millions are drawn', () => {
    const { scene } = drawn('input: 1000000\nlayers: [dense 2, dense 1000000]');
    const { left, right, top, bottom } = boundsOf(scene);
    expect(right - left).toBeLessThan(1000);
    expect(bottom - top).toBeLessThan(1000);
    expectTidy(scene);
  });
});

describe('what is beyond reason', () => {
  it('is refused by the options', () => {
    for (const options of [
      { elevation: 91 },
      { azimuth: Number.NaN },
      { azimuth: 1e6 },
      { layerGap: -5 },
      { zoom: 0 },
      { sideFactor: 1e6 },
      { distance: 0 },
      { opacity: 2 },
      { kernelPlace: [[2, 0]] },
      { image: 'https://example.com/a.png' },
      { azimut: 3 },
    ]) {
      expect(alexnet.options.safeParse(options).success).toBe(false);
    }
  });

  it('is a camera among the layers, which is told how far away to stand', () => {
    const { scene, problems } = drawn(nnSvgDefault, {
      projection: 'perspective',
      view: 'front',
      distance: 0.3,
    });
    expect(scene.children).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.rule).toBe('camera-too-near');
    const enough = Number(/at least ([\d.]+)/.exec(problems[0]?.hint ?? '')?.[1]);
    const far = drawn(nnSvgDefault, { projection: 'perspective', view: 'front', distance: enough });
    expect(far.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(outside(far.scene)).toEqual([]);
  });

  it('is a network with skips, branches, or too many layers', () => {
    const refuses = (text: string) => alexnet.refuses(networkOf(text));
    expect(refuses(fixtureText('u-net'))).toMatch(/plain chain|one chain/);
    const many = Array.from({ length: 70 }, (_, index) => `  - conv ${index + 1} 3x3 p1`);
    expect(refuses(`input: 3x32x32\nlayers:\n${many.join('\n')}`)).toBe(
      'It shows at most 60 tensors, but this network has 71',
    );
    expect(refuses(fixtureText('resnet-50'))).toBeUndefined();
  });
});

describe('the image', () => {
  const pixel =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const imageOf = (scene: Scene) =>
    leaves(scene).find(({ node }) => node.kind === 'image')?.node as ImageNode;

  it('covers the first face, never mirrored', () => {
    for (const azimuth of [21, -21, 159, -159]) {
      const { scene } = drawn(nnSvgDefault, { image: pixel, azimuth, zoom: 2 });
      const corners = imageCorners(imageOf(scene));
      const [topLeft, topRight, bottomRight, bottomLeft] = corners;
      expect(topRight.x).toBeGreaterThan(topLeft.x);
      expect(bottomLeft.y).toBeGreaterThan(topLeft.y);
      const area =
        (topRight.x - topLeft.x) * (bottomRight.y - topRight.y) -
        (topRight.y - topLeft.y) * (bottomRight.x - topRight.x);
      expect(Math.sign(area)).toBe(1);
      const outline = pathsOf({
        children: [layersOf(scene).find(({ layer }) => layer === 'input') as SceneNode],
      });
      const drawnCorners = outline.flatMap(({ commands }) =>
        commands.flatMap((command) =>
          command[0] === 'Z' ? [] : [[command[1], command[2]] as const],
        ),
      );
      for (const { x, y } of corners) {
        const near = drawnCorners.some(([cx, cy]) => Math.hypot(cx - x, cy - y) < 0.01);
        expect(near).toBe(true);
      }
    }
  });

  it('is in the SVG', () => {
    const svg = svgOf(drawn(nnSvgDefault, { image: pixel, imageOpacity: 0.5 }).scene);
    expect(svg).toContain(pixel);
    expect(svg).toMatch(/<image[^>]* opacity="0.5"[^>]* transform="matrix\(/);
  });

  it('is mirrored when asked to be', () => {
    const [plain, flipped] = [false, true].map((imageFlip) =>
      imageCorners(imageOf(drawn(nnSvgDefault, { image: pixel, imageFlip }).scene)),
    );
    expect(flipped?.[0].x).toBeCloseTo(plain?.[1].x ?? 0, 6);
    expect(flipped?.[1].x).toBeCloseTo(plain?.[0].x ?? 0, 6);
  });

  it('is left out where the face is edge-on', () => {
    const { scene } = drawn(nnSvgDefault, { image: pixel, view: 'side' });
    expect(imageOf(scene)).toBeUndefined();
  });
});

describe('options', () => {
  it('leave out poolings, hidden edges, kernels', () => {
    const text = fixtureText('alexnet');
    const count = (options: object) => layersOf(drawn(text, { ...options }).scene).length;
    expect(count({}) - count({ showPooling: false })).toBe(4);
    const edges = (options: object) => pathsOf(drawn(text, { ...options }).scene).length;
    expect(edges({ hiddenEdges: 'none' })).toBeLessThan(edges({}));
    expect(edges({ kernels: false })).toBeLessThan(edges({}));
  });

  it('place kernels as they say', () => {
    const xs = (options: object) =>
      layout(
        [
          { extent: box(30, 30, 9) },
          { extent: box(30, 30, 9), kernel: [3, 3] },
          { extent: box(30, 30, 9), kernel: [3, 3] },
        ],
        schema.parse(options),
      ).ties.map((tie) => ('kernel' in tie ? tie.kernel.prism.centre : undefined));
    const side = 10 * Math.log(30);
    const [first, second] = xs({
      kernelPlace: [
        [0, 0],
        [1, 0.5],
      ],
    });
    expect(first?.x).toBeCloseTo(-(side - 3) / 2, 10);
    expect(first?.y).toBeCloseTo((side - 3) / 2, 10);
    expect(second?.x).toBeCloseTo((side - 3) / 2, 10);
    expect(second?.y).toBeCloseTo(0, 10);
    expect(xs({ seed: 1 })).toEqual(xs({ seed: 1 }));
    expect(xs({ seed: 1 })).not.toEqual(xs({ seed: 2 }));
    const fixed = xs({ kernelPlace: 'fixed', kernelX: 0.5, kernelY: 0.5 });
    expect(fixed.map((place) => [place?.x, place?.y])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('the fixtures of the style', () => {
  const folder = fileURLToPath(new URL('../../../../tests/fixtures/alexnet/', import.meta.url));
  const names = readdirSync(folder).filter((name) => name.endsWith('.nn'));

  it('are several', () => {
    expect(names.length).toBeGreaterThan(5);
  });

  test.each(names)('%s is a network that the style shows', (name) => {
    const network = networkOf(readFileSync(`${folder}${name}`, 'utf8'));
    expect(alexnet.refuses(network)).toBeUndefined();
  });
});
