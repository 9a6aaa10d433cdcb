/**
 * The style `netscope`: any network as boxes of stacked layers with arrows, as Netscope
 * (https://github.com/ethereon/netscope) and its analyzer draw Caffe's.
 */
import type { LayerAnalysis } from '../../analysis/analysis.js';
import type { Layer } from '../../network/network.js';
import { measureText } from '../../scene/text.js';
import { withLegend } from '../kinds.js';
import { categoryOf, figuresById, labeller } from '../labels.js';
import { defineStyle } from '../style.js';
import { type BoxDrawing, draw } from './draw.js';
import { heatOf } from './heat.js';
import { leastWidth } from './layout/index.js';
import { legendOf } from './legend.js';
import { type BoxKind, classicEdge, lookOf } from './looks.js';
import { type Model, modelOf } from './model.js';
import { options } from './options.js';
import { graphOf, place } from './place.js';
import { edgeText, rowsOf, sizeOf, slots, small } from './texts.js';
import { titleOf } from './titles.js';

/** Boxes of stacked layers, for any network. */
export const netscope = defineStyle({
  name: 'netscope',
  title: 'Netscope',
  summary:
    'Boxes of stacked layers with arrows that tell shapes, for any network of any size, as Netscope draws Caffe’s.',
  options,
  labels: {
    title: 'First row of a box: the name of the layer in its own notation, or what it does.',
    stacked: 'Further rows of a box, one a layer.',
    edge: 'On the connections that leave a box: the shape of what runs along them.',
  },
  refuses: () => undefined,
  draw(network, resolved, context) {
    const model = modelOf(network, resolved);
    const figures = figuresById(context.analysis);
    const layers = new Map(network.layers.map((layer) => [layer.id, layer]));
    const { paletteName, palette } = context;
    const edge = paletteName === 'classic' ? classicEdge : palette.edge;
    const overrides = model.boxes.flatMap((box) =>
      box.layers.map(({ id }) => context.override(id)),
    );
    const labels = labeller(slots, context, overrides);
    const ports = portsOf(model);
    const edgeLabels = model.boxes.map((box, index) =>
      Array.from({ length: ports[index]?.outputs ?? 0 }, (_, port) =>
        resolved.shapes || context.labels.edge !== undefined
          ? edgeText(box, port, figures, labels, context)
          : '',
      ),
    );
    const heat =
      resolved.heat === 'none'
        ? undefined
        : {
            cost: resolved.heat,
            scale: heatOf(
              resolved.heat,
              figures,
              model.boxes.map((box) => box.layers),
              palette,
            ),
          };
    const kinds = kindsOf(model);
    const looks = model.boxes.map((box, index) =>
      heat
        ? heat.scale.lookOf(heat.scale.costOf(box.layers))
        : lookOf(
            kinds[index] as BoxKind,
            context.override(box.stage.layer.id),
            resolved.ends,
            context,
          ),
    );
    const labelSizes = edgeLabels.map((texts) =>
      texts.map((text) => labelSize(text, resolved.fontSize * small)),
    );
    const titles = new Map(
      model.frames.map(({ id, name, count }) => [
        id,
        count > 1 ? `${name} ×${count}`.trim() : name,
      ]),
    );
    const boxes = model.boxes.map((box, index): BoxDrawing => {
      const frame = titles.get(box.frame ?? '') ?? '';
      const rows = rowsOf(box, frame, figures, labels, resolved, context);
      const { inputs = 0, outputs = 0 } = ports[index] ?? {};
      const { direction } = resolved;
      const least = leastWidth(inputs, outputs, labelSizes[index] ?? [], direction);
      return {
        rows,
        ...sizeOf(rows, least, direction),
        look: looks[index] as BoxDrawing['look'],
        titles: titlesOf(box.layers, figures, layers),
      };
    });
    const graph = graphOf(model, boxes, labelSizes, titles, resolved.fontSize);
    const placement = place(graph, resolved);
    const drawing = {
      model,
      boxes,
      labels: edgeLabels,
      titles,
      fontSize: resolved.fontSize,
      direction: resolved.direction,
      edge,
    };
    const entries = legendOf(model, kinds, looks, heat, edge, resolved.ends, context);
    // A heat map says nothing without its scale.
    const legend = heat && context.legend === false ? 'below' : context.legend;
    return {
      children: withLegend(draw(placement, drawing, context), entries, { ...context, legend }),
    };
  },
});

/** How many connections enter each box, and how many outputs leave it. */
function portsOf({ boxes, connections }: Model): { inputs: number; outputs: number }[] {
  const ports = boxes.map(() => ({ inputs: 0, outputs: 0 }));
  for (const { from, port, to } of connections) {
    const [source, target] = [ports[from], ports[to]];
    if (source) source.outputs = Math.max(source.outputs, port + 1);
    if (target) target.inputs += 1;
  }
  return ports;
}

function kindsOf({ boxes, connections }: Model): BoxKind[] {
  const entered = new Set(connections.map(({ to }) => to));
  const left = new Set(connections.map(({ from }) => from));
  return boxes.map(({ stage: { layer } }, index) => ({
    category: categoryOf(layer),
    op: layer.op,
    isSource: !entered.has(index),
    isSink: !left.has(index),
  }));
}

function titlesOf(
  stacked: readonly Layer[],
  figures: ReadonlyMap<string, LayerAnalysis>,
  layers: ReadonlyMap<string, Layer>,
): ReadonlyMap<string, string> {
  return new Map(stacked.map((layer) => [layer.id, titleOf(layer, figures.get(layer.id), layers)]));
}

function labelSize(text: string, size: number): { width: number; height: number } | undefined {
  return text === '' ? undefined : { width: measureText(text, size), height: size * 1.2 };
}
