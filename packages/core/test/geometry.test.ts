import { expect, it } from 'vitest';
import type { Colour, SceneNode } from '../src/scene/scene.js';
import { line, rectangle } from '../src/scene/shapes.js';
import { textLine } from '../src/scene/text.js';
import { outside, overlappingTexts, textsOnEdges, textsOnStrokes } from './geometry.js';

const ink: Colour = { light: '#000000', dark: '#ffffff' };
const text = (name: string, x: number, y: number, rotate = 0) =>
  textLine(name, x, y, { size: 10, rotate, fill: ink });
const scene = (...children: SceneNode[]) => ({ children });
const edge: SceneNode = {
  kind: 'group',
  role: 'edges',
  children: [line({ x: -50, y: 6 }, { x: 50, y: 6 }, { stroke: ink })],
};

it('finds texts that overlap, and only those', () => {
  expect(overlappingTexts(scene(text('one', 0, 0), text('two', 5, 3)))).toEqual(['one | two']);
  expect(overlappingTexts(scene(text('one', 0, 0), text('two', 0, 12)))).toEqual([]);
  // Their upright bounds overlap, they do not.
  expect(overlappingTexts(scene(text('slanted', 0, 0, 45), text('up', 25, 5)))).toEqual([]);
});

it('finds what is outside of a frame', () => {
  const frame = { left: 0, top: -20, right: 100, bottom: 20 };
  expect(outside(scene(text('in', 0, 0), text('out', 95, 0)), frame)).toEqual(['text out']);
  const broken = rectangle(0, Number.NaN, 5, 5, { fill: ink });
  expect(outside(scene(broken), frame)).toEqual(['path']);
});

it('finds texts that a stroke runs through, unless a shape hides it', () => {
  const box = rectangle(-20, -20, 60, 60, { fill: ink, stroke: ink });
  expect(textsOnEdges(scene(edge, text('hit', 0, 9)))).toEqual(['hit']);
  expect(textsOnEdges(scene(edge, text('miss', 0, 30)))).toEqual([]);
  expect(textsOnEdges(scene(edge, box, text('hidden', 0, 9)))).toEqual([]);
  expect(textsOnEdges(scene(box, edge, text('hit', 0, 9)))).toEqual(['hit']);
  expect(textsOnStrokes(scene(box, text('across', 20, 9)))).toEqual(['across']);
  expect(textsOnStrokes(scene(box, text('in', 0, 9)))).toEqual([]);
});
