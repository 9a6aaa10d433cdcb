import { describe, expect, it, test } from 'vitest';
import type { XY } from '../../../src/scene/shapes.js';
import { cuboidsOf, drawn, expectTidy, linesOf } from './drawing.js';

describe('connectors', () => {
  const residual =
    'input: 8x16x16\nlayers: [residual: [conv 8 3x3 p1, conv 8 3x3 p1], gap, dense 5]';

  it('are drawn all, where they are needed, or not at all', () => {
    const count = (connectors: string) => linesOf(drawn(residual, { connectors }).scene).length;
    expect(['all', 'auto', 'none'].map(count)).toEqual([6, 1, 0]);
  });

  it('of skips run over the boxes that they pass, from top to top', () => {
    const { scene } = drawn(residual);
    const [points = []] = linesOf(scene);
    const [from, up, down, to] = points as [XY, XY, XY, XY];
    expect(points).toHaveLength(4);
    expect([up.x, down.x]).toEqual([from.x, to.x]);
    expect(up.y).toBe(down.y);
    const passed = cuboidsOf(scene).slice(0, 4).flat();
    expect(up.y).toBeLessThan(Math.min(...passed.map(({ y }) => y)));
  });

  it('stay in sight where neighbours are far apart', () => {
    expect(linesOf(drawn(residual, { gap: 30 }).scene)).toHaveLength(3);
  });

  it('lie under the box that they lead to', () => {
    const { scene } = drawn(residual, { connectors: 'all' });
    const roles = scene.children.map((node) => (node.kind === 'group' ? node.role : ''));
    expect(roles.slice(0, 5)).toEqual(['layer', 'edges', 'layer', 'edges', 'layer']);
  });
});

describe('branches', () => {
  const middle = (corners: readonly XY[]) => {
    const ys = corners.map(({ y }) => y);
    return Math.round((Math.min(...ys) + Math.max(...ys)) / 2);
  };

  test.each([2, 3, 4, 5])('%i stand level about the middle, in their order', (count) => {
    const paths = Array(count).fill('conv 4 1x1').join(', ');
    const text = `input: 4x16x16\nlayers: [conv 8 3x3 p1, concat: [${paths}], conv 8 3x3 p1]`;
    const { scene } = drawn(text);
    const [axis, ...rest] = cuboidsOf(scene).slice(1).map(middle) as number[];
    const ys = rest.slice(0, count).map((y) => y - (axis ?? 0));
    expect([...ys].sort((a, b) => a - b)).toEqual(ys);
    expect(ys.map((y) => 0 - y).reverse()).toEqual(ys);
    expect(linesOf(scene)).toHaveLength(2 * count);
    expectTidy(scene);
  });

  it.each([2, 3, 4])(
    'beside %i others, one without layers is a connector clear of them',
    (count) => {
      const paths = Array(count).fill('conv 4 1x1').join(', ');
      const text = `input: 4x16x16\nlayers: [conv 8 3x3 p1, concat: [${paths}, identity], conv 8 3x3 p1]`;
      const { scene } = drawn(text);
      const lines = linesOf(scene);
      expect(lines).toHaveLength(2 * count + 1);
      const alone = lines.reduce((a, b) => {
        const length = (points: XY[]) => (points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0);
        return length(a) > length(b) ? a : b;
      });
      const level = alone[Math.floor(alone.length / 2)]?.y ?? 0;
      for (const corners of cuboidsOf(scene).slice(2, 2 + count)) {
        const ys = corners.map(({ y }) => y);
        expect(level < Math.min(...ys) || level > Math.max(...ys)).toBe(true);
      }
      expectTidy(scene);
    },
  );

  it('within branches stay within them', () => {
    const text = `
input: 4x16x16
layers:
  - concat:
      - conv 8 1x1
      - conv 8 1x1
      - - conv 8 1x1
        - concat: [conv 8 1x3 p0x1, conv 8 3x1 p1x0]
`;
    const { scene } = drawn(text);
    // Three that spread, two within, two that join there, three that join.
    expect(linesOf(scene)).toHaveLength(10);
    expectTidy(scene);
  });

  it('of inputs stand level', () => {
    const text = `
inputs: {left: 1x32x32, right: 1x32x32}
layers:
  - {from: left}
  - conv 8 3x3 as a
  - {from: right}
  - conv 8 3x3 as b
  - add: [a, b]
`;
    const ys = cuboidsOf(drawn(text).scene).map(middle);
    const far = Math.max(...ys);
    expect([...ys].sort((a, b) => a - b)).toEqual([-far, -far, 0, far, far]);
    expect(linesOf(drawn(text).scene)).toHaveLength(2);
  });

  it('that are a single path beside a longer one run over it', () => {
    const text = `
input: 8x16x16
layers:
  - residual: [conv 16 3x3 p1, conv 16 3x3 p1]
    shortcut: [conv 16 1x1]
  - conv 8 3x3
`;
    const { scene } = drawn(text);
    const ys = cuboidsOf(scene).map(middle);
    expect(new Set(ys).size).toBe(2);
    expect(linesOf(scene)).toHaveLength(2);
    expectTidy(scene);
  });
});
