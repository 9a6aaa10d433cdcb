import { describe, expect, test } from 'vitest';
import type { XY } from '../../../src/scene/shapes.js';
import { clearance, moved, within } from '../../../src/styles/blocks/clearance.js';
import {
  anchors,
  facesOf,
  project,
  seen,
  silhouette,
  slant,
} from '../../../src/styles/blocks/oblique.js';
import { areaOf, Skyline } from '../../../src/styles/blocks/skyline.js';

const shape = (...points: [number, number][]): XY[] => points.map(([x, y]) => ({ x, y }));
const square = shape([0, 0], [10, 0], [10, 10], [0, 10]);
/** A parallelogram whose left side runs from (0, 10) to (10, 0). */
const leaning = shape([10, 0], [20, 0], [10, 10], [0, 10]);

describe('the room that a shape needs', () => {
  test('beside another is that of their widths', () => {
    expect(clearance(square, square, 0)).toBe(10);
    expect(clearance(square, square, 2)).toBe(12);
    expect(clearance(square, moved(square, 25, 0), 2)).toBe(-13);
  });

  test('beside one that leans as it does is less than that of their bounds', () => {
    expect(clearance(leaning, leaning, 0)).toBeCloseTo(10, 10);
    expect(clearance(leaning, leaning, 3)).toBeGreaterThanOrEqual(13);
  });

  test('above another is none', () => {
    expect(clearance(square, moved(square, 0, 10), 0)).toBe(Number.NEGATIVE_INFINITY);
    expect(clearance(square, moved(square, 0, 11), 2)).toBe(12);
    expect(clearance(square, moved(square, 0, 13), 2)).toBe(Number.NEGATIVE_INFINITY);
  });

  test('counts the corner that reaches furthest where only parts are level', () => {
    // Level from y 5 to 10, where the leaning one reaches to x 15 and the square begins at 0.
    expect(clearance(leaning, moved(square, 0, 5), 0)).toBeCloseTo(15, 10);
  });
});

describe('the stretch of a line within a shape', () => {
  test('is that between its sides', () => {
    expect(within({ x: -5, y: 5 }, { x: 15, y: 5 }, square)).toEqual([0.25, 0.75]);
    expect(within({ x: 5, y: 5 }, { x: 25, y: 5 }, square)).toEqual([0, 0.25]);
    expect(within({ x: 2, y: 2 }, { x: 8, y: 8 }, square)).toEqual([0, 1]);
  });

  test('does not depend on which way the corners go round', () => {
    const other = [...square].reverse();
    expect(within({ x: -5, y: 5 }, { x: 15, y: 5 }, other)).toEqual([0.25, 0.75]);
  });

  test('is none beside it', () => {
    expect(within({ x: -5, y: 12 }, { x: 15, y: 12 }, square)).toBeUndefined();
    expect(within({ x: -15, y: 5 }, { x: -5, y: 5 }, square)).toBeUndefined();
    expect(within({ x: -2, y: 9 }, { x: 4, y: 15 }, square)).toBeUndefined();
  });
});

describe('a skyline', () => {
  const line = new Skyline();
  line.add({ left: 0, right: 100, top: 0, bottom: 20 });
  line.add({ left: 300, right: 400, top: -50, bottom: 5 });
  const area = (left: number, right: number) => ({ left, right, top: 0, bottom: 10 });

  test('says how far down and up there is room', () => {
    expect(line.below([area(50, 60)], 5)).toBe(25);
    expect(line.above([area(50, 60)], 5)).toBe(-15);
    expect(line.below([area(310, 320)], 5)).toBe(10);
    expect(line.above([area(310, 320)], 5)).toBe(-65);
  });

  test('counts the margin to the sides', () => {
    expect(line.below([area(104, 110)], 5)).toBe(25);
    expect(line.below([area(105, 110)], 5)).toBe(0);
    expect(line.below([area(150, 250)], 5)).toBe(0);
  });

  test('takes the most of several areas, and of wide ones', () => {
    expect(line.below([area(150, 160), area(350, 360), area(90, 95)], 0)).toBe(20);
    expect(line.above([area(-1000, 1000)], 0)).toBe(-60);
  });

  test('has the areas of points', () => {
    expect(areaOf(leaning)).toEqual({ left: 0, right: 20, top: 0, bottom: 10 });
  });
});

describe('the oblique view', () => {
  const cuboid = { west: { x: 100, y: 50, z: 0 }, width: 20, height: 60, depth: 40 };

  test('is that of TikZ: 0.385 to the left and down for each unit towards the viewer', () => {
    expect(slant).toBe(0.385);
    expect(project({ x: 10, y: 20, z: 0 })).toEqual({ x: 10, y: 20 });
    expect(project({ x: 10, y: 20, z: 100 })).toEqual({ x: -28.5, y: 58.5 });
  });

  test('has the west of a box in the middle of its face', () => {
    expect(seen(cuboid, [0, 0.5, 0.5])).toEqual({ x: 100, y: 50 });
    expect(seen(cuboid, [1, 0.5, 0.5])).toEqual({ x: 120, y: 50 });
  });

  test('has the near face to the lower left: PlotNeuralNet measures 87.6 bp for a depth of 40', () => {
    expect(seen(cuboid, [0, 0, 1])).toEqual({ x: 92.3, y: 27.7 });
    const far = seen(cuboid, [0, 0, 0]);
    expect(far.x).toBeCloseTo(107.7, 10);
    expect(far.y).toBeCloseTo(12.3, 10);
    const unit = (0.2 * 72) / 2.54;
    expect(slant * 40 * unit).toBeCloseTo(87.3, 1);
  });

  test('shows front, top and right, and three edges behind', () => {
    const { front, top, right, hidden } = facesOf(cuboid);
    for (const face of [front, top, right]) expect(face).toHaveLength(4);
    expect(hidden).toHaveLength(3);
    const corner = seen(cuboid, [0, 1, 0]);
    for (const [from] of hidden) expect(from).toEqual(corner);
    const lengths = hidden.map(([a, b]) => Math.hypot(b.x - a.x, b.y - a.y));
    expect(lengths.map((length) => Math.round(length * 10) / 10).sort((a, b) => a - b)).toEqual([
      20, 21.8, 60,
    ]);
  });

  test('covers a hexagon of the area of its three faces', () => {
    const area = (points: readonly XY[]) =>
      Math.abs(
        points.reduce((sum, a, index) => {
          const b = points[(index + 1) % points.length] as XY;
          return sum + a.x * b.y - b.x * a.y;
        }, 0),
      ) / 2;
    const { front, top, right } = facesOf(cuboid);
    expect(silhouette(cuboid)).toHaveLength(6);
    expect(area(silhouette(cuboid))).toBeCloseTo(area(front) + area(top) + area(right), 8);
    expect(area(front)).toBeCloseTo(1200, 8);
    expect(area(top)).toBeCloseTo(20 * 15.4, 8);
    expect(area(right)).toBeCloseTo(60 * 15.4, 8);
  });
});

describe('anchors', () => {
  /** As `Box.sty` of PlotNeuralNet names them, lines 56–83. */
  const names = [
    ...['west', 'east', 'north', 'south', 'anchor', 'near', 'far'],
    ...['nearwest', 'neareast', 'farwest', 'fareast'],
    ...['northeast', 'northwest', 'southeast', 'southwest'],
    ...['nearnortheast', 'farnortheast', 'nearsoutheast', 'farsoutheast'],
    ...['nearnorthwest', 'farnorthwest', 'nearsouthwest', 'farsouthwest'],
  ];

  test('are the 23 of PlotNeuralNet', () => {
    expect(names).toHaveLength(23);
    expect(Object.keys(anchors).sort()).toEqual([...names].sort());
  });

  test('are the centre, the middles of faces and edges, and the corners', () => {
    const cuboid = { west: { x: 0, y: 0, z: 0 }, width: 20, height: 60, depth: 100 };
    const at = (name: string) => {
      const { x, y } = seen(cuboid, anchors[name] ?? [9, 9, 9]);
      return [x, y].map((value) => Math.round(value * 100) / 100 + 0);
    };
    const z = 19.25;
    expect(Object.fromEntries(names.map((name) => [name, at(name)]))).toEqual({
      west: [0, 0],
      east: [20, 0],
      north: [10, -30],
      south: [10, 30],
      anchor: [10, 0],
      near: [10 - z, z],
      far: [10 + z, -z],
      nearwest: [-z, z],
      neareast: [20 - z, z],
      farwest: [z, -z],
      fareast: [20 + z, -z],
      northeast: [20, -30],
      northwest: [0, -30],
      southeast: [20, 30],
      southwest: [0, 30],
      nearnortheast: [20 - z, z - 30],
      farnortheast: [20 + z, -z - 30],
      nearsoutheast: [20 - z, z + 30],
      farsoutheast: [20 + z, 30 - z],
      nearnorthwest: [-z, z - 30],
      farnorthwest: [z, -z - 30],
      nearsouthwest: [-z, z + 30],
      farsouthwest: [z, 30 - z],
    });
  });
});
