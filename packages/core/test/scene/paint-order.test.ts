import { describe, expect, it } from 'vitest';
import { orthographic, parallel, perspective } from '../../src/scene/camera.js';
import { nearer, paintOrder, partingPlane } from '../../src/scene/paint-order.js';
import { box, pyramid, rectangleAcross, type Solid } from '../../src/scene/solids.js';

const named = (name: string, solid: Solid) => ({ name, solid });
const at = (x: number, y: number, z: number, sx = 2, sy = 2, sz = 2) =>
  box({ x, y, z }, { x: sx, y: sy, z: sz });

const names = (items: readonly { name: string }[]) => items.map(({ name }) => name).join('');

describe('the paint order', () => {
  const row = [named('a', at(0, 0, 0)), named('b', at(0, 0, 3)), named('c', at(0, 0, 6))];

  it('of a row follows the side that the camera is on', () => {
    const order = (azimuth: number) =>
      names(paintOrder(row, orthographic({ azimuth, elevation: 10 }, 1)));
    expect(order(80)).toBe('abc');
    expect(order(-80)).toBe('cba');
  });

  it('of what does not overlap is as given', () => {
    const side = orthographic({ azimuth: 0, elevation: 0 }, 1);
    expect(names(paintOrder([...row].reverse(), side))).toBe('cba');
  });

  it('puts what the eye is beside in front of what lies on both sides of it', () => {
    // The eye is level with b, whose neighbours it sees from within the row.
    const eye = perspective({ azimuth: 35, elevation: 0 }, 1, 5);
    const long = [
      named('a', at(0, 0, -6)),
      named('b', at(-2.4, 0, 2.9, 3)),
      named('c', at(0, 0, 9)),
    ];
    for (const given of [long, [...long].reverse()]) {
      expect(names(paintOrder(given, eye)).at(-1)).toBe('b');
    }
  });

  it('holds for an oblique camera', () => {
    const oblique = parallel({ x: 1, y: 0, z: -0.4 }, { x: 0, y: 1, z: -0.4 });
    const pair = [named('n', at(0, 0, 2)), named('f', at(0, 0, -2))];
    expect(names(paintOrder(pair, oblique))).toBe('fn');
  });

  it('finds planes along edges where no face parts two solids', () => {
    const roof = pyramid(rectangleAcross({ x: 0, y: 0, z: -2 }, 8, 0.5), { x: 0, y: 0, z: 2 });
    // Stands across the first, past its sloping side, turned against it.
    const wedge: Solid = {
      ...pyramid(rectangleAcross({ x: 0, y: 0, z: 5.5 }, 0.5, 8), { x: 0, y: 0, z: 2.05 }),
    };
    expect(partingPlane(roof, wedge)).toBeDefined();
    const view = orthographic({ azimuth: 89, elevation: 1 }, 1);
    expect(nearer(roof, wedge, view)).toBeLessThan(0);
    expect(nearer(wedge, roof, view)).toBeGreaterThan(0);
  });

  it('says nothing of solids that meet', () => {
    expect(partingPlane(at(0, 0, 0), at(1, 1, 1))).toBeUndefined();
    expect(nearer(at(0, 0, 0), at(1, 1, 1), orthographic({ azimuth: 9, elevation: 9 }, 1))).toBe(0);
  });

  it('takes solids that touch for parted', () => {
    const view = orthographic({ azimuth: 45, elevation: 0 }, 1);
    expect(names(paintOrder([named('b', at(0, 0, 2)), named('a', at(0, 0, 0))], view))).toBe('ab');
  });

  it('of a ring holds all of it, the same every time', () => {
    // Three bars, each over the next.
    const ring = [
      named('x', at(0, 1, 1, 10, 1, 1)),
      named('y', at(1, 0, 2, 1, 10, 1)),
      named('z', at(2, 2, 0, 1, 1, 10)),
    ];
    const view = orthographic({ azimuth: 135, elevation: 35 }, 10);
    const order = names(paintOrder(ring, view));
    expect([...order].sort().join('')).toBe('xyz');
    expect(names(paintOrder(ring, view))).toBe(order);
  });
});
