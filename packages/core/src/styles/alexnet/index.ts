/** The style `alexnet`: tensors as boxes in space, as NN-SVG draws AlexNet. */

import type { Problem } from '../../diagnostics.js';
import type { Network } from '../../network/network.js';
import type { Camera, Vector } from '../../scene/camera.js';
import type { Scene, SceneNode } from '../../scene/scene.js';
import { box } from '../../scene/solids.js';
import { lineExtent, textLine, wrapText } from '../../scene/text.js';
import { kindsLegend } from '../kinds.js';
import { figuresById, type LabelValues, labeller, labelValues, tooltip } from '../labels.js';
import type { Column } from '../lenet/chain.js';
import { type DrawContext, type DrawOverride, defineStyle, type Palette } from '../style.js';
import { findTensors } from './chain.js';
import { draw } from './draw.js';
import { type Labelling, placeLabels, type TensorTexts } from './labels.js';
import { layout, type World } from './layout.js';
import { tensorLook } from './looks.js';
import { type Options, options } from './options.js';
import { type Part, partsOf } from './parts.js';
import { lineHeight, type Placed, textSize } from './placement.js';
import { extentOf } from './sizes.js';
import { cameraFor } from './views.js';

const templates = {
  name: '',
  block: '{op} {repeat}',
  height: '{height}',
  width: '{width}',
  depth: '{channels}{units}',
  vector: '{units}',
  kernel: '{kernel}',
} as const;

/** How much larger the gap before a box may grow for labels, in units. */
const growth = [0, 4, 8, 12, 16, 20];

/** Names of layers are wrapped to this many font sizes. */
const widestName = 8;

/** Tensors as boxes, kernels as prisms with pyramids, vectors as bars. */
export const alexnet = defineStyle({
  name: 'alexnet',
  title: 'AlexNet',
  summary: 'Tensors as boxes in space with kernels, pyramids and sizes, as NN-SVG draws AlexNet.',
  options,
  labels: {
    name: 'Text under a layer; none unless given.',
    block: 'Text under a folded block.',
    height: 'Beside the height of a box.',
    width: 'Beside the width of a box.',
    depth: 'Beside the depth of a box.',
    vector: 'Length of a vector, under its bar.',
    kernel: 'Beside a kernel; of the layer that it computes.',
  },
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
    context.report(view);
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
    context.report({
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
  if (!context.legend) return { children: drawing };
  const kinds = columns.map(({ category }) => category);
  return { children: [...drawing, kindsLegend(drawing, kinds, context.palette)] };
}

/** A world, seen. */
interface View {
  readonly camera: Camera;
  readonly parts: readonly Part[];
  readonly labelling: Labelling;
}

/** Places everything; the gaps grow until each label has the place that it should have, if one will do. */
function arrange(
  columns: readonly Column[],
  texts: readonly TensorTexts[],
  options: Options,
): View | Problem {
  const specs = columns.map((column) => ({
    extent: extentOf(column),
    ...(column.kernel && { kernel: column.kernel }),
  }));
  let best: View | undefined;
  const badness = ({ labelling: { crowded, strayed } }: View) => 3 * crowded + strayed;
  for (const more of growth) {
    const world = layout(specs, options, more);
    const found = cameraFor(cornersOf(world), options);
    if ('rule' in found) return best ?? found;
    const parts = partsOf(world, found.camera);
    const view = { camera: found.camera, parts, labelling: placeLabels(parts, texts, options) };
    if (!best || badness(view) < badness(best)) best = view;
    if (badness(best) === 0) break;
  }
  return best as View;
}

function cornersOf({ tensors }: World): Vector[] {
  return tensors.flatMap(({ centre, size }) => box(centre, size).vertices);
}

function textsOf(
  columns: readonly Column[],
  overrides: readonly DrawOverride[],
  { fontSize }: Options,
  context: DrawContext,
): TensorTexts[] {
  const figures = figuresById(context.analysis);
  const labels = labeller(templates, context, overrides);
  return columns.map(({ labelled }, index): TensorTexts => {
    const override = overrides[index];
    const { reading, shape, block } = labelled;
    const values: LabelValues = {
      ...labelValues(labelled, figures),
      ...(reading === 'sequence' && { height: String(shape.at(-2) ?? 1) }),
      ...(reading === 'map' && shape.length > 4 && { channels: shape.slice(1, -2).join('×') }),
    };
    const name = labels.override(override?.label, block ? 'block' : 'name', values);
    const lines = [name, labels.override(override?.caption, 'name', {})]
      .filter((text) => text !== '')
      .flatMap((text) => wrapText(text, fontSize * widestName, fontSize));
    const next = columns[index + 1];
    return {
      ...(reading === 'vector'
        ? { x: '', y: labels.fill('vector', values), z: '' }
        : {
            x: labels.fill('width', values),
            y: labels.fill('height', values),
            z: labels.fill('depth', values),
          }),
      name: lines,
      ...(next?.kernel && {
        kernel: {
          y: String(next.kernel[0]),
          x: String(next.kernel[1]),
          size: labels.fill('kernel', labelValues(next.labelled, figures)),
        },
      }),
    };
  });
}

function drawText({ wanted, x, y }: Placed, palette: Palette): SceneNode[] {
  const { lines, fontSize, role } = wanted;
  const top = y - textSize(lines, fontSize).y / 2;
  return lines.map((text, index) =>
    textLine(text, x, top + fontSize * (lineExtent.ascent + lineHeight * index), {
      size: fontSize,
      anchor: 'middle',
      fill: role === 'kernel' ? palette.muted : palette.ink,
    }),
  );
}
