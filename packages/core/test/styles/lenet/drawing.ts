/** Draws with the style `lenet`, and takes the drawing apart. */
import { render } from '../../../src/render.js';
import { boundsOf } from '../../../src/scene/bounds.js';
import type { PathNode, Scene } from '../../../src/scene/scene.js';
import { lenet } from '../../../src/styles/lenet/index.js';
import {
  layersOf,
  outside,
  overlappingTexts,
  pathsOf,
  textsOf,
  textsOnCircles,
  textsOnStrokes,
} from '../../geometry.js';
import { type ContextOptions, drawContext } from '../../networks.js';
import { networkOf } from '../descriptions.js';

/** LeNet-5 as NN-SVG's users type it. */
export const lenet5 = `input: 1x32x32
layers: [conv 6 5x5 as first, maxpool 2, conv 16 5x5, maxpool 2, flatten, dense 120, dense 84, dense 10]
`;

/** Draws a description with options, as its blocks would. */
export function drawn(text: string, options: object = {}, context: ContextOptions = {}) {
  const network = networkOf(text);
  const given = drawContext(network, context);
  const scene = lenet.draw(network, lenet.options.parse(options), given);
  return { scene, problems: given.problems };
}

/** Paths of each column. */
export const shapesOf = (scene: Scene): PathNode[][] =>
  layersOf(scene).map(({ children }) => children.filter((node) => node.kind === 'path'));

/** Left, top, right and bottom of shapes, without their strokes. */
export function boxOf(nodes: readonly PathNode[]): number[] {
  const bounds = boundsOf({ children: nodes.map((node) => ({ ...node, paint: {} })) });
  const { left, top, right, bottom } = bounds;
  return [left, top, right, bottom].map((value) => Math.round(value * 100) / 100);
}

/** Unfilled squares among the lines: the kernels. */
export const kernelsOf = (scene: Scene): PathNode[] =>
  pathsOf(scene, 'edges').filter(
    ({ commands, paint }) => commands.at(-1)?.[0] === 'Z' && !paint.fill,
  );

/** Texts as they are read. */
export const wordsOf = (scene: Scene): string[] => textsOf(scene).map(({ text }) => text);

/** Texts over a stack or a bar, whether it has outlines or not. */
function textsOnShapes(scene: Scene): string[] {
  const columns = layersOf(scene).map((column) => boundsOf(column));
  return textsOf(scene)
    .filter((node) => {
      const { left, top, right, bottom } = boundsOf(node);
      return columns.some(
        (box) => left < box.right && right > box.left && top < box.bottom && bottom > box.top,
      );
    })
    .map(({ text }) => text);
}

/** What is wrong with the places of texts; nothing when all is well. */
export const faults = (scene: Scene): string[] => [
  ...overlappingTexts(scene),
  ...textsOnStrokes(scene),
  ...textsOnShapes(scene),
  ...textsOnCircles(scene),
  ...outside(scene),
];

/** Messages of a block in this style. */
export const messagesOf = (settings: string): string[] =>
  render(`${lenet5}style: lenet\n${settings}`).diagnostics.map(({ message }) => message);
