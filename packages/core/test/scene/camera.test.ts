import { describe, expect, it } from 'vitest';
import {
  axesOf,
  nearest,
  orthographic,
  parallel,
  perspective,
  type Vector,
} from '../../src/scene/camera.js';

const x = { x: 1, y: 0, z: 0 };
const y = { x: 0, y: 1, z: 0 };
const z = { x: 0, y: 0, z: 1 };

/** Where NN-SVG's camera stands: (−219, 92, 84). */
const nnSvg = {
  azimuth: (Math.atan2(84, 219) * 180) / Math.PI,
  elevation: (Math.atan2(92, Math.hypot(219, 84)) * 180) / Math.PI,
};

describe('an orthographic camera', () => {
  it('draws the axes as NN-SVG does', () => {
    const { project } = orthographic(nnSvg, 1);
    // X = 0.3581 x + 0.9337 z; Y up = 0.3409 x + 0.9310 y − 0.1308 z.
    expect(project(x).x).toBeCloseTo(0.3581, 4);
    expect(project(x).y).toBeCloseTo(-0.3409, 3);
    expect(project(y).x).toBeCloseTo(0, 10);
    expect(project(y).y).toBeCloseTo(-0.931, 4);
    expect(project(z).x).toBeCloseTo(0.9337, 4);
    expect(project(z).y).toBeCloseTo(0.1308, 4);
  });

  it('faces the sides that look at it', () => {
    const { facing } = orthographic(nnSvg, 3);
    expect(facing({ x: -1, y: 0, z: 0 }, x)).toBeGreaterThan(0.8);
    expect(facing(y, x)).toBeCloseTo(Math.sin((nnSvg.elevation * Math.PI) / 180), 10);
    expect(facing({ x: 0, y: 0, z: -1 }, x)).toBeLessThan(0);
  });

  it('looks from the side, from above, from the end', () => {
    expect(orthographic({ azimuth: 0, elevation: 0 }, 2).project({ x: 9, y: 3, z: 5 })).toEqual({
      x: 10,
      y: -6,
    });
    const above = orthographic({ azimuth: 0, elevation: 90 }, 1).project({ x: 9, y: 3, z: 5 });
    expect(above.x).toBeCloseTo(5, 10);
    expect(above.y).toBeCloseTo(-9, 10);
    const end = orthographic({ azimuth: 90, elevation: 0 }, 1).project({ x: 9, y: 3, z: 5 });
    expect(end.x).toBeCloseTo(9, 10);
    expect(end.y).toBeCloseTo(-3, 10);
  });

  it('has axes of length 1 at right angles from anywhere', () => {
    for (let azimuth = -180; azimuth <= 180; azimuth += 45) {
      for (let elevation = -90; elevation <= 90; elevation += 30) {
        const axes = axesOf({ azimuth, elevation });
        const all = [axes.right, axes.up, axes.towards];
        for (const [i, a] of all.entries()) {
          for (const [j, b] of all.entries()) {
            expect(a.x * b.x + a.y * b.y + a.z * b.z).toBeCloseTo(i === j ? 1 : 0, 10);
          }
        }
      }
    }
  });
});

describe('an oblique camera', () => {
  // A cabinet projection: z comes towards the eye, down and to the left.
  const { project, facing } = parallel({ x: 1, y: 0, z: -0.3 }, { x: 0, y: 1, z: -0.2 });

  it('draws faces across z as they are', () => {
    expect(project({ x: 2, y: 3, z: 0 })).toEqual({ x: 2, y: -3 });
    expect(project(z)).toEqual({ x: -0.3, y: 0.2 });
  });

  it('sees the front, the top and the right side', () => {
    expect(facing(z, x)).toBeGreaterThan(0);
    expect(facing(y, x)).toBeGreaterThan(0);
    expect(facing(x, x)).toBeGreaterThan(0);
  });
});

describe('a perspective camera', () => {
  const direction = { azimuth: 0, elevation: 0 };
  const { project, facing } = perspective(direction, 2, 10);

  it('draws by distance', () => {
    expect(project({ x: 0, y: 1, z: 1 })).toEqual({ x: 2, y: -2 });
    expect(project({ x: -5, y: 1, z: 1 })).toEqual({ x: 4, y: -4 });
    expect(project({ x: 10, y: 1, z: 1 })).toEqual({ x: 1, y: -1 });
  });

  it('sees a side by where it stands', () => {
    const end = { x: 0, y: 0, z: 1 };
    expect(facing(end, { x: 0, y: 0, z: -3 })).toBeGreaterThan(0);
    expect(facing(end, { x: 0, y: 0, z: 3 })).toBeLessThan(0);
  });

  it('says how near it may come', () => {
    const points: Vector[] = [{ x: -4, y: 0, z: 0 }, y, z];
    expect(nearest(points, direction)).toBe(4);
    expect(nearest([x], direction)).toBe(0);
  });
});
