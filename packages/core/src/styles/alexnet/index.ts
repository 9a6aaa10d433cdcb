/** The style `alexnet`: tensors as boxes in space, as NN-SVG draws AlexNet. */
import type { Network } from '../../network/network.js';
import type { Scene, SceneNode } from '../../scene/scene.js';
import { withLegend } from '../kinds.js';
import { figuresById, tooltip } from '../labels.js';
import { type DrawContext, defineStyle } from '../style.js';
import { arrange } from './arrange.js';
import { findTensors } from './chain.js';
import { draw } from './draw.js';
import { legendOf } from './legend.js';
import { tensorLook } from './looks.js';
import { type Options, options } from './options.js';
import { drawText, slots, textsOf } from './texts.js';

/** Tensors as boxes, kernels as prisms with pyramids, vectors as bars. */
export const alexnet = defineStyle({
  name: 'alexnet',
  title: 'AlexNet',
  summary: 'Tensors as boxes in space with kernels, pyramids and sizes, as NN-SVG draws AlexNet.',
  options,
  labels: slots,
  refuses(network) {
    const tensors = findTensors(network);
    return typeof tensors === 'string' ? tensors : undefined;
  },
  draw: drawNetwork,
});

function drawNetwork(network: Network, given: Options, context: DrawContext): Scene {
  const columns = findTensors(network, given.fold, given.showPooling);
  if (typeof columns === 'string') {
    context.report({ rule: 'style-refuses', message: columns });
    return { children: [] };
  }
  const resolved = { ...given, shading: given.shading ?? context.paletteName !== 'classic' };
  const overrides = columns.map(({ id }) => context.override(id));
  const view = arrange(columns, textsOf(columns, overrides, resolved, context), resolved);
  if ('rule' in view) {
    context.reportOption(['distance'], view);
    return { children: [] };
  }
  const { parts, camera, labelling } = view;
  const figures = figuresById(context.analysis);
  const tensors = columns.map((column, index) => ({
    id: column.id,
    tooltip: tooltip(column.labelled, figures),
    look: tensorLook(column, overrides[index], resolved, context),
  }));
  const { placed, crowded } = labelling;
  if (crowded > 0) {
    context.reportOption(['view'], {
      rule: 'labels-left-out',
      severity: 'info',
      message: `From this view there is no room for ${crowded} of the sizes, so they are left out`,
      hint: 'Raise `layerGap` or `zoom`, lower `fontSize`, or choose another `view`.',
    });
  }
  const drawing: SceneNode[] = [
    ...draw(parts, tensors, camera, resolved, context.palette),
    {
      kind: 'group',
      role: 'labels',
      children: placed.flatMap((text) => drawText(text, context.palette)),
    },
  ];
  const looks = tensors.map(({ look }) => look);
  const entries = legendOf(columns, looks, parts, resolved, context);
  return { children: withLegend(drawing, entries, context) };
}
