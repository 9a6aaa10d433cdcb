/** Drawings of `tikz-cnn`, and what tests read in them. */
import { expect } from 'vitest';
import type { PathNode, Scene } from '../../../src/scene/scene.js';
import type { XY } from '../../../src/scene/shapes.js';
import { tikzCnn } from '../../../src/styles/tikz-cnn/index.js';
import {
  layersOf,
  outside,
  overlappingTexts,
  pathsOf,
  textsOf,
  textsOnStrokes,
} from '../../geometry.js';
import { type ContextOptions, drawContext } from '../../networks.js';
import { networkOf } from '../descriptions.js';

/** The figure of tikz_cnn. */
export const example = `
input: 3x128x128
defaults: {conv: {pad: same}}
blocks:
  down(c): [conv $c 3x3 /2, conv $c 3x3]
  up(c): [upconv $c 2x2 /2, upconv $c 1x1]
layers:
  - conv 16 3x3 x2
  - down 32
  - down 64
  - down 128
  - down 256
  - add: [conv 64 3x3, conv 64 3x3]
  - upconv 256 1x1 x2
  - up 128
  - up 64
  - up 32
  - up 16
  - conv 3 1x1
`;

/** Options with which it has the sizes that it has there. */
export const asThere = { channelScale: 'linear', maxWidth: 15 };

/**
 * Draws a description.
 *
 * @param text The description.
 * @param options Options of the style.
 * @param given What differs in the context.
 * @returns The scene and the problems that were reported.
 */
export function drawn(
  text: string,
  options: Record<string, unknown> = {},
  given: ContextOptions = {},
) {
  const network = networkOf(text);
  const context = drawContext(network, given);
  const scene: Scene = tikzCnn.draw(network, tikzCnn.options.parse(options), context);
  return { scene, problems: context.problems };
}

/** No text touches another or a stroke, and nothing is cut off. */
export function expectTidy(scene: Scene) {
  expect(overlappingTexts(scene)).toEqual([]);
  expect(textsOnStrokes(scene)).toEqual([]);
  expect(outside(scene)).toEqual([]);
}

/** The corners of a path. */
export function pointsOf({ commands }: PathNode): XY[] {
  return commands.flatMap((command) =>
    command[0] === 'Z' || command[0] === 'C' ? [] : [{ x: command[1], y: command[2] }],
  );
}

/** A hexagon for each cuboid: near top left, far top left, far top right, far bottom right, near bottom right, near bottom left. */
export function cuboidsOf(scene: Scene): XY[][] {
  return layersOf(scene).map(({ children }) => pointsOf(children[0] as PathNode));
}

/** The corners of each connector. */
export const linesOf = (scene: Scene): XY[][] => pathsOf(scene, 'edges').map(pointsOf);

/** What is written. */
export const textNames = (scene: Scene): string[] => textsOf(scene).map(({ text }) => text);
