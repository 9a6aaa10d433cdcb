/** What the tests of the node-link style share. */
import { expect } from 'vitest';
import type { Network } from '../../../src/network/network.js';
import type { Scene } from '../../../src/scene/scene.js';
import type { XY } from '../../../src/scene/shapes.js';
import { fcnn } from '../../../src/styles/fcnn/index.js';
import {
  circlesOf,
  leaves,
  outside,
  overlappingTexts,
  pathsOf,
  segmentsOf,
  textsOnCircles,
  textsOnStrokes,
} from '../../geometry.js';
import { type ContextOptions, drawContext } from '../../networks.js';

/** Draws a network with some options. */
export function draw(network: Network, options = {}, context: ContextOptions = {}) {
  expect(fcnn.refuses(network)).toBeUndefined();
  const given = drawContext(network, context);
  const scene = fcnn.draw(network, fcnn.options.parse(options), given);
  return { scene, problems: given.problems };
}

/** Texts touch neither one another nor what is not theirs, and nothing is cut off. */
export function expectTidy(scene: Scene) {
  expect(overlappingTexts(scene)).toEqual([]);
  expect(outside(scene)).toEqual([]);
  expect(textsOnStrokes(scene)).toEqual([]);
  expect(textsOnCircles(scene)).toEqual([]);
}

/** Straight pieces of the edges. */
export const edgesOf = (scene: Scene) => pathsOf(scene, 'edges').flatMap(segmentsOf);

/** Tips of the arrowheads. */
export function tipsOf(scene: Scene): XY[] {
  return pathsOf(scene, 'arrowheads').flatMap(({ commands }) =>
    commands.flatMap((command, index) =>
      command[0] === 'L' && commands[index - 1]?.[0] === 'M'
        ? [{ x: command[1], y: command[2] }]
        : [],
    ),
  );
}

/** How far each tip is from the outer edge of the nearest circle's outline. */
export function tipGaps(scene: Scene): number[] {
  const circles = circlesOf(scene);
  return tipsOf(scene).map((tip) =>
    Math.min(
      ...circles.map(({ x, y, radius, paint }) =>
        Math.abs(
          Math.hypot(tip.x - x, tip.y - y) -
            radius -
            (paint.stroke ? (paint.strokeWidth ?? 1) : 0) / 2,
        ),
      ),
    ),
  );
}

/** Nodes in groups of a role. */
export const inRole = (scene: Scene, role: string) =>
  leaves(scene)
    .filter(({ roles }) => roles.includes(role))
    .map(({ node }) => node);
