/** The default network of NN-SVG's AlexNet page, and how it is drawn. */
import type { Scene } from '../../src/scene/scene.js';
import { alexnet } from '../../src/styles/alexnet/index.js';
import { type ContextOptions, drawContext } from '../networks.js';
import { networkOf } from './descriptions.js';

/** 224·224·3, 55·55·96, 27·27·256, 13·13·384, 13·13·384, 13·13·256, 2048, 2048, 1000. */
export const nnSvgDefault = `
input: 3x224x224
layers:
  - conv 96 11x11 /4 p2 relu
  - conv 256 5x5 /2 p1 relu
  - conv 384 3x3 /2 relu
  - conv 384 3x3 p1 relu
  - conv 256 3x3 p1 relu
  - flatten
  - dense 2048 relu
  - dense 2048 relu
  - dense 1000 softmax
`;

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
  const scene: Scene = alexnet.draw(network, alexnet.options.parse(options), context);
  return { scene, problems: context.problems };
}
