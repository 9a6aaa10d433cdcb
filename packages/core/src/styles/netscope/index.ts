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
import { type BoxDrawing, draw, titleSize } from './draw.js';
import { heatOf } from './heat.js';
import { type GraphNode, layoutGraph, leastWidth, type Placement } from './layout/index.js';
import { legendOf } from './legend.js';
import { type BoxKind, classicEdge, lookOf } from './looks.js';
import { type Model, modelOf } from './model.js';
import { type NetscopeOptions, options } from './options.js';
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
      const least =
        resolved.direction === 'down' ? leastWidth(inputs, outputs, labelSizes[index] ?? []) : 0;
      return {
        rows,
        ...sizeOf(rows, least),
        look: looks[index] as BoxDrawing['look'],
        titles: titlesOf(box.layers, figures, layers),
      };
    });
    const placement = place(model, boxes, labelSizes, titles, resolved);
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

/** A graph that is longer than this breaks into columns. */
const longest = { down: 1500, right: 1400 } as const;
/** How much longer than wide a figure should be. */
const proportion = { down: 1.15, right: 0.55 } as const;
/** Room between columns. */
const between = 60;

function place(
  model: Model,
  boxes: readonly BoxDrawing[],
  labels: readonly GraphNode['labels'][],
  titles: ReadonlyMap<string, string>,
  { direction, columns, nodeGap, rankGap, fontSize }: NetscopeOptions,
): Placement {
  const size = fontSize * titleSize;
  const graph = {
    nodes: boxes.map(({ width, height }, index): GraphNode => {
      const box = model.boxes[index];
      const own = labels[index];
      return {
        id: box?.stage.id ?? '',
        width,
        height,
        ...(box?.frame !== undefined && { frame: box.frame }),
        ...(own && { labels: own }),
      };
    }),
    edges: model.connections,
    frames: model.frames.map(({ id, parent }) => {
      const text = titles.get(id) ?? '';
      const title = {
        width: text ? measureText(text, size, 'bold') : 0,
        height: text ? size * 1.2 : 0,
      };
      return { id, ...(parent !== undefined && { parent }), title };
    }),
  };
  const lay = (wrap: number) => layoutGraph(graph, { direction, nodeGap, rankGap, wrap });
  const whole = lay(Number.POSITIVE_INFINITY);
  if (columns === 1) return whole;
  const { across, along } = extentOf(whole, boxes, direction);
  if (columns !== 'auto') return lay(along / columns + 1);
  if (along <= longest[direction]) return whole;
  const wished = Math.sqrt(along / ((across + between) * proportion[direction]));
  const count = Math.max(Math.round(wished), Math.ceil(along / (4 * longest[direction])));
  return count < 2 ? whole : lay(along / count + 1);
}

/** How far a graph reaches, side by side and along the flow. */
function extentOf(
  { nodes }: Placement,
  boxes: readonly BoxDrawing[],
  direction: 'down' | 'right',
): { readonly across: number; readonly along: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  nodes.forEach(({ x, y }, index) => {
    const { width = 0, height = 0 } = boxes[index] ?? {};
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  });
  const [width, height] = [Math.max(right - left, 0), Math.max(bottom - top, 0)];
  return direction === 'down' ? { across: width, along: height } : { across: height, along: width };
}
