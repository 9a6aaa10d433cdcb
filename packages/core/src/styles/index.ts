/** The styles, and which of them shows a network that asks for none. */
import type { Network } from '../network/network.js';
import { alexnet } from './alexnet/index.js';
import { findChain, rowLength } from './chain.js';
import { convnetDrawer } from './convnet-drawer/index.js';
import { convnetdraw } from './convnetdraw/index.js';
import { drawConvnet } from './draw-convnet/index.js';
import { fcnn } from './fcnn/index.js';
import { graph } from './graph/index.js';
import { lenet } from './lenet/index.js';
import { netscope } from './netscope/index.js';
import { plotneuralnet } from './plotneuralnet/index.js';
import type { Style } from './style.js';
import { tikzCnn } from './tikz-cnn/index.js';

/** Every style, in the order of the reference. */
export const styles: readonly Style[] = [
  fcnn,
  lenet,
  alexnet,
  plotneuralnet,
  tikzCnn,
  convnetdraw,
  convnetDrawer,
  drawConvnet,
  netscope,
  graph,
];

const byName = new Map(styles.map((style) => [style.name, style]));

/**
 * Finds a style by its name.
 *
 * @param name The name, whatever its case.
 * @returns The style, or nothing when there is none of that name.
 */
export function findStyle(name: string): Style | undefined {
  return byName.get(name.toLowerCase());
}

/**
 * Chooses the style of a network that asks for none, the first that fits:
 *
 * 1. `fcnn` for vectors only;
 * 2. `lenet` for a chain of feature maps, with its blocks folded and skips over
 *    it, that fits in two rows;
 * 3. `graph` for everything else, as long as it can show it;
 * 4. `netscope` for networks of more boxes than that.
 *
 * @param network The network.
 * @returns A style that can show it.
 */
export function chooseStyle(network: Network): Style {
  if (fcnn.refuses(network) === undefined) return fcnn;
  const chain = findChain(network);
  if (typeof chain === 'string' || chain.columns.length > 2 * rowLength) return forAny(network);
  const readings = new Set(chain.columns.map(({ labelled }) => labelled.reading));
  return readings.has('map') && !readings.has('sequence') ? lenet : forAny(network);
}

/** Of the styles that show any network the one that suits its size. */
function forAny(network: Network): Style {
  return graph.refuses(network) === undefined ? graph : netscope;
}
