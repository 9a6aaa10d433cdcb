/** The figures of NN-SVG's LeNet page, by their numbers. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/render.js';
import type { TextNode } from '../../../src/scene/scene.js';
import { pathsOf, segmentsOf, textsOf } from '../../geometry.js';
import { boxOf, drawn, kernelsOf, shapesOf } from './drawing.js';

/** NN-SVG leaves 12 px after a vector, but counts its length without its thickness of 10. */
const documented = {
  scale: 'linear',
  spacing: [40, 10, -20, -20, 2],
  mapGap: 8,
  opacity: 0.8,
  vectorScale: 100,
  fontSize: 16,
};

const network = `input: 8x128x128
layers: [maxpool 8 /2 p3, conv 24 16x16 d2 p7, maxpool 8 /3 p3, flatten, dense 256, dense 128]
`;

describe('the default network with the options of NN-SVG', () => {
  const { scene, problems } = drawn(network, documented, { paletteName: 'classic' });
  const boxes = shapesOf(scene).map(boxOf);

  test('draws as many maps', () => {
    expect(shapesOf(scene).map(({ length }) => length)).toEqual([8, 8, 24, 24, 1, 1]);
    expect(problems).toEqual([]);
  });

  test('stands where NN-SVG has it', () => {
    const [first] = boxes;
    const origin = { x: first?.[0] ?? 0, y: (first?.[1] ?? 0) - 36 };
    expect(boxes.map(([left = 0]) => left - origin.x)).toEqual([0, 224, 354, 566, 746, 1014]);
    expect(boxes.map(([, top = 0]) => top - origin.y)).toEqual([36, 68, 12, 28, 0, 64]);
    const extents = boxes.map(([, top = 0, , bottom = 0]) => bottom - top);
    expect(extents).toEqual([184, 120, 232, 200, 256, 128]);
  });

  test('has kernels of 8, 16 and 8 px', () => {
    expect(
      kernelsOf(scene).map((kernel) => {
        const [left = 0, top = 0, right = 0, bottom = 0] = boxOf([kernel]);
        return [right - left, bottom - top];
      }),
    ).toEqual([
      [8, 8],
      [16, 16],
      [8, 8],
    ]);
  });

  test('joins the ends of bars as NN-SVG does', () => {
    const lines = pathsOf(scene, 'edges')
      .flatMap(segmentsOf)
      .map((ends) => ends.flatMap(({ x, y }) => [x, y]));
    const [left = 0, top = 0] = boxes[0] ?? [];
    const moved = (ends: readonly number[]) =>
      ends.map((value, index) => value + (index % 2 === 0 ? left : top - 36));
    for (const ends of [
      [582, 28, 746, 0],
      [766, 228, 1002, 256],
      [756, 0, 1014, 64],
      [1012, 256, 1142, 192],
    ]) {
      expect(lines).toContainEqual(moved(ends));
    }
  });

  test('greys maps by turns, the hindmost dark, bars light', () => {
    const greys = shapesOf(scene).map((maps) => maps.map(({ paint }) => paint.fill?.light));
    expect(greys[1]?.slice(0, 3)).toEqual(['#a0a0a0', '#e0e0e0', '#a0a0a0']);
    expect(greys[4]).toEqual(['#e0e0e0']);
    const paint = shapesOf(scene)[0]?.[0]?.paint;
    expect(paint).toMatchObject({ fillOpacity: 0.8, strokeWidth: 1 });
    expect(paint?.stroke?.light).toBe('#000000');
  });

  test('without the defects: sizes in one row, each operation under its gap', () => {
    const texts = textsOf(scene);
    const sizes = texts.filter(({ text }) => /^\d+(?:@|$)/.test(text));
    expect(sizes.map(({ text }) => text)).toEqual([
      '8@128×128',
      '8@64×64',
      '24@48×48',
      '24@16×16',
      '256',
      '128',
    ]);
    expect(new Set(sizes.map(({ y }) => y)).size).toBe(1);
    const operations = texts.filter(({ text }) => /^[A-Z]/.test(text));
    operations.forEach(({ x }: TextNode, index) => {
      const right = boxes[index]?.[2] ?? Number.NaN;
      const left = boxes[index + 1]?.[0] ?? Number.NaN;
      expect(x).toBeCloseTo((right + left) / 2, 6);
    });
  });
});

const fixture = (name: string) => {
  const path = new URL(`../../../../../tests/fixtures/lenet/${name}.nn`, import.meta.url);
  const { scene, diagnostics } = render(readFileSync(path, 'utf8'));
  expect(diagnostics).toEqual([]);
  if (!scene) throw new Error('nothing drawn');
  return scene;
};

test('the fixture of that network takes as much room', () => {
  const [left = 0, top = 0, right = 0, bottom = 0] = boxOf(
    shapesOf(fixture('nnsvg-default')).flat(),
  );
  expect([right - left, bottom - top]).toEqual([1152, 256]);
});

test('the fixture of LeNet-5 keeps its smallest maps and kernels to be seen', () => {
  const scene = fixture('nnsvg-lenet-5');
  const sides = shapesOf(scene).map(([shape]) => {
    const [left = 0, , right = 0] = boxOf(shape ? [shape] : []);
    return right - left;
  });
  // 128 px for 32 positions; bars lean, so that they are as wide as they are long, and 10 more.
  expect(sides).toEqual([128, 112, 56, 40, 20, 130, 94, 24]);
  expect(
    kernelsOf(scene).map((kernel) => {
      const [left = 0, , right = 0] = boxOf([kernel]);
      return right - left;
    }),
  ).toEqual([20, 8, 20, 8]);
});
