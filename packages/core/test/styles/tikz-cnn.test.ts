import { describe, expect, it } from 'vitest';
import { svgText } from '../../src/output/svg-text.js';
import { svgTree } from '../../src/output/svg-tree.js';
import type { PathNode, Scene } from '../../src/scene/scene.js';
import type { XY } from '../../src/scene/shapes.js';
import { tikzCnn } from '../../src/styles/tikz-cnn/index.js';
import { layersOf, pathsOf } from '../geometry.js';
import {
  asThere,
  cuboidsOf,
  drawn,
  example,
  expectTidy,
  linesOf,
  pointsOf,
  textNames,
} from './tikz-cnn/drawing.js';

const svgOf = (scene: Scene) =>
  svgText(svgTree(scene, { title: 't', description: 'd', theme: 'auto' }));

describe('the figure of tikz_cnn', () => {
  const { scene } = drawn(example, asThere, { paletteName: 'classic' });
  const cuboids = cuboidsOf(scene);
  /** Height and depth of a front, in units of 6 px. */
  const face = (corners: readonly XY[]) => {
    const [nearTop, farTop, , , , nearBottom] = corners as [XY, XY, XY, XY, XY, XY];
    const round = (value: number) => Math.round((value / 6) * 10) / 10;
    return [round(nearBottom.y - nearTop.y), round((farTop.x - nearTop.x) / 0.385)];
  };

  it('has its cuboids, sizes and colours', () => {
    expect(cuboids).toHaveLength(25);
    const steps = [30, 25.3, 20.7, 16.1, 11.4];
    const down = steps.flatMap((size) => [size, size]);
    const merged = [11.4, 11.4, 11.4, 11.4, 11.4];
    const up = [16.1, 20.7, 25.3, 30].flatMap((size) => [size, size]);
    const ordered = [...cuboids].sort((a, b) => (a[0]?.x ?? 0) - (b[0]?.x ?? 0)).map(face);
    expect(ordered.map(([height]) => height)).toEqual([30, ...down, ...merged, ...up, 30]);
    for (const [height = 0, depth = 0] of ordered)
      expect(Math.abs(height - depth)).toBeLessThan(0.11);
    const fills = layersOf(scene).map(
      ({ children }) => (children[0] as PathNode).paint.fill?.light ?? '',
    );
    const counts = new Map<string, number>();
    for (const fill of fills) counts.set(fill, (counts.get(fill) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      '#999999': 1,
      '#ffffff': 20,
      '#80ff80': 2,
      '#8080ff': 1,
      '#ff9999': 1,
    });
  });

  it('has thicknesses that double', () => {
    const width = ([nearTop, , , , nearRight]: readonly XY[]) =>
      Math.round(((nearRight?.x ?? 0) - (nearTop?.x ?? 0)) / 0.6) / 10;
    const widths = [1, 3, 5, 7, 9].map((index) => width(cuboids[index] as XY[]));
    expect(widths).toEqual([1, 1.9, 3.8, 7.5, 15]);
  });

  it('has four connectors without heads, which spread and join level about the middle', () => {
    const lines = linesOf(scene);
    expect(lines).toHaveLength(4);
    expect(lines.every((points) => points.length === 2)).toBe(true);
    const rises = lines.map(([from, to]) => Math.round((to?.y ?? 0) - (from?.y ?? 0)));
    const [rise = 0] = rises;
    expect([...rises].sort((a, b) => a - b)).toEqual(
      [-1, -1, 1, 1].map((sign) => sign * Math.abs(rise)),
    );
    expect(pathsOf(scene, 'edges').every(({ paint }) => paint.fill === undefined)).toBe(true);
  });

  it('has a label for each pair, none twice', () => {
    expect(textNames(scene).sort()).toEqual(
      [...Array(8).fill('conv'), ...Array(5).fill('deconv'), 'sum'].sort(),
    );
    expectTidy(scene);
  });

  it('is the same each time, small, and has only numbers', () => {
    const svg = svgOf(scene);
    const again = drawn(example, asThere, { paletteName: 'classic' });
    expect(svgOf(again.scene)).toBe(svg);
    expect(svg.length).toBeLessThan(16_000);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('has dark fills and light edges for dark pages', () => {
    const paints = layersOf(scene).map(({ children }) => (children[0] as PathNode).paint);
    const brightness = (hex = '') =>
      [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(hex.slice(at, at + 2), 16), 0) / 3;
    for (const { fill, stroke } of paints) {
      expect(brightness(fill?.dark)).toBeLessThan(115);
      expect(brightness(stroke?.dark)).toBeGreaterThan(230);
    }
  });
});

describe('cuboids', () => {
  const two = 'input: 3x32x32\nlayers: [conv 8 3x3 p1, conv 8 3x3 p1, conv 16 3x3 /2 p1]';

  it('are opaque, a hexagon and the edges within it', () => {
    for (const { children } of layersOf(drawn(two).scene)) {
      const [outline, edges] = children as PathNode[];
      expect(children).toHaveLength(2);
      expect(pointsOf(outline as PathNode)).toHaveLength(6);
      expect(outline?.paint.fillOpacity).toBeUndefined();
      expect(edges?.paint.fill).toBeUndefined();
    }
  });

  it('stand in pairs of one size, further from others', () => {
    const options = { pairGap: 2, gap: 7, endGap: 11, fontSize: 6 };
    const cuboids = cuboidsOf(drawn(two, options).scene);
    // Along the axis: a front is drawn to the left by half of its depth.
    const spans = cuboids.map((corners) => {
      const [nearTop, farTop, farRight] = corners as [XY, XY, XY];
      const half = (farTop.x - nearTop.x) / 2;
      return { west: nearTop.x + half, east: farRight.x - half };
    });
    const gaps = spans.slice(1).map(({ west }, index) => west - (spans[index]?.east ?? 0));
    expect(gaps.map((gap) => Math.round(gap / 0.6) / 10)).toEqual([11, 2, 7]);
  });

  it('never hide the front of the one before, however much larger', () => {
    const text = `
input: 3x64x64
layers: [conv 8 3x3 /8 p1, upconv 8 8x8 /8, conv 8 3x3 /8 p1, upconv 8 8x8 /8]
`;
    const cuboids = cuboidsOf(drawn(text, { gap: 0 }).scene);
    for (const [index, corners] of cuboids.slice(1).entries()) {
      const before = cuboids[index] as XY[];
      expect(corners[0]?.x ?? 0).toBeGreaterThan(before[4]?.x ?? 0);
    }
  });

  it('have the sizes, colours, opacities and texts that `draw:` gives', () => {
    const size = { width: 5, height: 10, depth: 20 };
    const overrides = { conv1: { size, color: '#123456', opacity: 0.5, label: 'L' } };
    const { scene } = drawn(two, {}, { overrides });
    const [, first] = layersOf(scene);
    const outline = first?.children[0] as PathNode;
    const [nearTop, farTop, , , nearRight, nearBottom] = pointsOf(outline) as XY[];
    expect((nearRight?.x ?? 0) - (nearTop?.x ?? 0)).toBeCloseTo(30);
    expect((nearBottom?.y ?? 0) - (nearTop?.y ?? 0)).toBeCloseTo(60);
    expect((farTop?.x ?? 0) - (nearTop?.x ?? 0)).toBeCloseTo(0.385 * 120);
    expect(outline.paint).toMatchObject({ fill: { light: '#123456' }, fillOpacity: 0.5 });
    expect(textNames(scene)).toEqual(['L', 'conv', 'conv']);
  });

  it('of vectors stand, or lie towards the viewer', () => {
    const text = 'input: 100\nlayers: [dense 50 relu, dense 10]';
    const size = (vectors: string) => {
      const [corners] = cuboidsOf(drawn(text, { vectors }).scene);
      const [nearTop, farTop, , , , nearBottom] = corners as [XY, XY, XY, XY, XY, XY];
      return [nearBottom.y - nearTop.y, (farTop.x - nearTop.x) / 0.385].map(Math.round);
    };
    expect(size('tall')).toEqual([144, 15]);
    expect(size('deep')).toEqual([15, 144]);
  });
});

describe('options', () => {
  it('have the documented defaults, and no others pass', () => {
    expect(tikzCnn.options.parse({})).toMatchObject({
      unit: 6,
      maxSize: 30,
      pairGap: 1,
      connectors: 'auto',
      vectors: 'tall',
    });
    for (const options of [{ depth: 3 }, { gap: -1 }, { unit: 0 }, { connectors: 'some' }]) {
      expect(tikzCnn.options.safeParse(options).success).toBe(false);
    }
    for (const [name, schema] of Object.entries(tikzCnn.options.shape)) {
      expect((schema as { description?: string }).description, name).toMatch(/\.$/);
    }
  });
});
