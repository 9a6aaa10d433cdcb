import { describe, expect, it } from 'vitest';
import { dot, orthographic, subtract } from '../../src/scene/camera.js';
import { overlaps } from '../../src/scene/overlap.js';
import {
  box,
  circleAcross,
  convexHull,
  edgesOf,
  look,
  planesOf,
  pyramid,
  rectangleAcross,
  type Solid,
} from '../../src/scene/solids.js';

const origin = { x: 0, y: 0, z: 0 };
const cube = box(origin, { x: 2, y: 2, z: 2 });
const tip = pyramid(rectangleAcross(origin, 4, 2), { x: 3, y: 1, z: 5 });
const classic = { azimuth: 21, elevation: 21.4 };

function expectOutwards(solid: Solid) {
  const middle = solid.vertices.reduce(
    (sum, { x, y, z }) => ({ x: sum.x + x, y: sum.y + y, z: sum.z + z }),
    origin,
  );
  const count = solid.vertices.length;
  const centre = { x: middle.x / count, y: middle.y / count, z: middle.z / count };
  for (const { normal, point } of planesOf(solid)) {
    expect(dot(normal, normal)).toBeCloseTo(1, 10);
    expect(dot(normal, subtract(centre, point))).toBeLessThan(0);
    for (const vertex of solid.vertices) {
      expect(dot(normal, subtract(vertex, point))).toBeLessThan(1e-9);
    }
  }
}

describe('solids', () => {
  it('have all normals outwards', () => {
    expectOutwards(cube);
    expectOutwards(tip);
    expectOutwards(pyramid(rectangleAcross(origin, 4, 2), { x: 0, y: 0, z: -5 }));
    expectOutwards(pyramid(circleAcross({ x: 1, y: 2, z: 3 }, 2), { x: 1, y: 2, z: 9 }));
  });

  it('have the edges and corners of their kind', () => {
    expect(edgesOf(cube)).toHaveLength(12);
    expect(edgesOf(cube).every(({ faces }) => faces.length === 2)).toBe(true);
    expect(edgesOf(tip)).toHaveLength(8);
    expect(cube.vertices[5]).toEqual({ x: 1, y: -1, z: 1 });
  });
});

describe('what a camera sees', () => {
  it('of a cube are three faces before three, and one corner of hidden edges', () => {
    const { front, back, hidden, visible, outline } = look(cube, orthographic(classic, 1));
    expect(front.map(({ face }) => face)).toEqual([0, 3, 5]);
    expect(back.map(({ face }) => face)).toEqual([1, 2, 4]);
    expect(hidden).toHaveLength(3);
    expect(visible).toHaveLength(9);
    expect(visible.filter((edge) => edge.outline)).toHaveLength(6);
    expect(outline).toHaveLength(6);
  });

  it('of a cube from the side is one face, the others edge-on', () => {
    const { front, back, visible, outline } = look(
      cube,
      orthographic({ azimuth: 0, elevation: 0 }, 10),
    );
    expect(front.map(({ face }) => face)).toEqual([0]);
    expect(back).toHaveLength(5);
    expect(visible.every((edge) => edge.outline)).toBe(true);
    expect(outline).toHaveLength(4);
    expect(new Set(outline.map(({ x }) => Math.abs(x)))).toEqual(new Set([10]));
  });
});

describe('convex shapes', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 4 },
    { x: 0, y: 4 },
  ];

  it('have a hull without what lies within', () => {
    expect(convexHull([...square, { x: 1, y: 2 }, { x: 2, y: 0 }])).toHaveLength(4);
    expect(convexHull([square[0], square[1], { x: 2, y: 0 }] as typeof square)).toHaveLength(2);
  });

  it('keep their corners when rounding shifts points that stand above each other', () => {
    const jitter = 3e-15;
    const hull = convexHull([
      { x: 0, y: 0 },
      { x: jitter, y: 9 },
      { x: 2 * jitter, y: 5 },
      { x: 4, y: 9 },
      { x: 4 + jitter, y: 0 },
      { x: 4 - jitter, y: 4 },
    ]);
    const ys = hull.map(({ y }) => y);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([0, 9]);
    expect(hull.filter(({ x, y }) => x < 1 && y === 9)).toHaveLength(1);
  });

  it('overlap or come near', () => {
    const beside = square.map(({ x, y }) => ({ x: x + 5, y }));
    expect(overlaps(square, square)).toBe(true);
    expect(overlaps(square, beside)).toBe(false);
    expect(overlaps(square, beside, -1.5)).toBe(true);
    // Their upright boxes overlap, they do not.
    const corner = [
      { x: 5, y: 3 },
      { x: 3, y: 5 },
    ];
    expect(overlaps(square, corner)).toBe(false);
    expect(
      overlaps(
        square,
        corner.map(({ x, y }) => ({ x: x - 1, y: y - 1 })),
      ),
    ).toBe(true);
  });
});
