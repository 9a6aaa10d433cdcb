/**
 * A small figure for each option of a style, which shows what the option does.
 * The pages of the styles show them, and a test finds options that have none.
 */
import { alexnet } from './alexnet.mjs';
import { convnetDrawer } from './convnet-drawer.mjs';
import { convnetdraw } from './convnetdraw.mjs';
import { drawConvnet } from './draw-convnet.mjs';
import { fcnn } from './fcnn.mjs';
import { graph } from './graph.mjs';
import { lenet } from './lenet.mjs';
import { netscope } from './netscope.mjs';
import { plotneuralnet } from './plotneuralnet.mjs';
import { tikzCnn } from './tikz-cnn.mjs';

/** @type {Readonly<Record<string, readonly import('./block.mjs').Heading[]>>} */
export const optionExamples = {
  fcnn,
  lenet,
  alexnet,
  plotneuralnet,
  'tikz-cnn': tikzCnn,
  convnetdraw,
  'convnet-drawer': convnetDrawer,
  'draw-convnet': drawConvnet,
  netscope,
  graph,
};
