import { describe, expect, it } from 'vitest';
import { boundsOf, emptyBounds } from '../../src/scene/bounds.js';
import type { Colour, SceneNode } from '../../src/scene/scene.js';
import { line, path, polygon, rectangle } from '../../src/scene/shapes.js';
import { measureText, textLine } from '../../src/scene/text.js';

const ink: Colour = { light: '#000000', dark: '#ffffff' };

describe('boundsOf', () => {
  it('adds half the stroke, and none where nothing is stroked', () => {
    const box = rectangle(10, 20, 30, 40, { stroke: ink, strokeWidth: 4 });
    expect(boundsOf(box)).toEqual({ left: 8, top: 18, right: 42, bottom: 62 });
    const filled = rectangle(10, 20, 30, 40, { fill: ink, strokeWidth: 4 });
    expect(boundsOf(filled)).toEqual({ left: 10, top: 20, right: 40, bottom: 60 });
    const thin: SceneNode = { kind: 'circle', x: 5, y: 5, radius: 5, paint: { stroke: ink } };
    expect(boundsOf(thin)).toEqual({ left: -0.5, top: -0.5, right: 10.5, bottom: 10.5 });
  });

  it('follows a curve, not its handles', () => {
    const arch = path(
      [
        ['M', 0, 0],
        ['C', 0, -100, 100, -100, 100, 0],
      ],
      {},
    );
    expect(boundsOf(arch)).toEqual({ left: 0, top: -75, right: 100, bottom: 0 });
    const rounded = boundsOf(rectangle(0, 0, 30, 20, {}, 6));
    expect(rounded).toEqual({ left: 0, top: 0, right: 30, bottom: 20 });
  });

  it('measures a text from its baseline', () => {
    const text = textLine('8@28×28', 100, 50, { size: 20, anchor: 'middle', fill: ink });
    const width = measureText('8@28×28', 20);
    const { left, top, right, bottom } = boundsOf(text);
    expect([left, right]).toEqual([100 - width / 2, 100 + width / 2]);
    expect(top).toBeCloseTo(50 - 0.9053 * 20);
    expect(bottom).toBeCloseTo(50 + 0.2119 * 20);
  });

  it('turns a text', () => {
    const up = textLine('depth', 100, 50, { size: 20, rotate: -90, fill: ink });
    const { left, top, right, bottom } = boundsOf(up);
    expect(left).toBeCloseTo(100 - 0.9053 * 20);
    expect(right).toBeCloseTo(100 + 0.2119 * 20);
    expect(bottom).toBeCloseTo(50);
    expect(top).toBeCloseTo(50 - measureText('depth', 20));
  });

  it('joins the bounds of a group and ignores empty ones', () => {
    const group: SceneNode = {
      kind: 'group',
      children: [
        line({ x: 0, y: 5 }, { x: 10, y: 5 }, {}),
        { kind: 'group', children: [] },
        polygon(
          [
            { x: 3, y: 1 },
            { x: 4, y: 9 },
            { x: 2, y: 8 },
          ],
          {},
        ),
      ],
    };
    expect(boundsOf(group)).toEqual({ left: 0, top: 1, right: 10, bottom: 9 });
    expect(boundsOf({ children: [] })).toEqual(emptyBounds);
  });
});
