import { describe, expect, it, test } from 'vitest';
import { svgText } from '../../src/output/svg-text.js';
import { svgTree } from '../../src/output/svg-tree.js';
import { boundsOf, imageCorners } from '../../src/scene/bounds.js';
import type { ImageNode, PathNode, Scene } from '../../src/scene/scene.js';
import type { XY } from '../../src/scene/shapes.js';
import { tikzCnn } from '../../src/styles/tikz-cnn/index.js';
import {
  layersOf,
  leaves,
  outside,
  overlappingTexts,
  pathsOf,
  textsOf,
  textsOnStrokes,
} from '../geometry.js';
import { type ContextOptions, drawContext } from '../networks.js';
import { fixtures, fixtureText, networkOf } from './descriptions.js';

function drawn(text: string, options: Record<string, unknown> = {}, given: ContextOptions = {}) {
  const network = networkOf(text);
  const context = drawContext(network, given);
  const scene: Scene = tikzCnn.draw(network, tikzCnn.options.parse(options), context);
  return { scene, problems: context.problems };
}

const svgOf = (scene: Scene) =>
  svgText(svgTree(scene, { title: 't', description: 'd', theme: 'auto' }));

function expectTidy(scene: Scene) {
  expect(overlappingTexts(scene)).toEqual([]);
  expect(textsOnStrokes(scene)).toEqual([]);
  expect(outside(scene)).toEqual([]);
}

/** Corners of the hexagon of each cuboid: near top left, far top left, far top right, far bottom right, near bottom right, near bottom left. */
function cuboidsOf(scene: Scene): XY[][] {
  return layersOf(scene).map(({ children }) => pointsOf(children[0] as PathNode));
}

function pointsOf({ commands }: PathNode): XY[] {
  return commands.flatMap((command) =>
    command[0] === 'Z' || command[0] === 'C' ? [] : [{ x: command[1], y: command[2] }],
  );
}

const linesOf = (scene: Scene) => pathsOf(scene, 'edges').map(pointsOf);
const textNames = (scene: Scene) => textsOf(scene).map(({ text }) => text);

/** The figure of tikz_cnn. */
const example = `
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
const asThere = { channelScale: 'linear', maxWidth: 15 };

describe('every fixture', () => {
  const shown = fixtures.filter(
    (name) => tikzCnn.refuses(networkOf(fixtureText(name))) === undefined,
  );

  it('can be shown', () => {
    expect(shown).toEqual(fixtures);
  });

  test.each(shown)('%s is tidy', (name) => {
    expectTidy(drawn(fixtureText(name)).scene);
  });

  test.each(shown)('%s is tidy in one row with all connectors', (name) => {
    expectTidy(drawn(fixtureText(name), { connectors: 'all', wrap: 'never' }).scene);
  });

  test.each(shown)('%s is tidy unfolded', (name) => {
    expectTidy(drawn(fixtureText(name), { fold: 'never' }).scene);
  });
});
