/** What boxes, connections and frames say, how large that is, and how it looks: all but where it stands. */
import type { LayerAnalysis } from '../../analysis/analysis.js';
import type { Layer, Network } from '../../network/network.js';
import { measureText } from '../../scene/text.js';
import { categoryOf, figuresById, labeller } from '../labels.js';
import type { DrawContext } from '../style.js';
import type { BoxDrawing, Drawing } from './draw.js';
import { type Cost, type Heat, heatOf } from './heat.js';
import { leastWidth, type Size } from './layout/index.js';
import { type BoxKind, type BoxLook, classicEdge, lookOf } from './looks.js';
import { type Model, modelOf } from './model.js';
import type { NetscopeOptions } from './options.js';
import { edgeText, rowsOf, sizeOf, slots, small } from './texts.js';
import { titleOf } from './titles.js';

/** What is drawn, before it has a place. */
export interface Contents {
  readonly drawing: Drawing;
  /** Size of the label of each output of each box. */
  readonly labelSizes: readonly (readonly (Size | undefined)[])[];
  readonly kinds: readonly BoxKind[];
  readonly looks: readonly BoxLook[];
  readonly heat: { readonly cost: Cost; readonly scale: Heat } | undefined;
}

/**
 * Finds what a figure says, and how it looks.
 *
 * @param network The network.
 * @param options The options of the style.
 * @param context Figures, labels, palette and overrides.
 * @returns Boxes with their rows, labels of connections, titles of frames.
 */
export function contentsOf(
  network: Network,
  options: NetscopeOptions,
  context: DrawContext,
): Contents {
  const model = modelOf(network, options);
  const figures = figuresById(context.analysis);
  const layers = new Map(network.layers.map((layer) => [layer.id, layer]));
  const { paletteName, palette } = context;
  const edge = paletteName === 'classic' ? classicEdge : palette.edge;
  const overrides = model.boxes.flatMap((box) => box.layers.map(({ id }) => context.override(id)));
  const labels = labeller(slots, context, overrides);
  const ports = portsOf(model);
  const edgeLabels = model.boxes.map((box, index) =>
    Array.from({ length: ports[index]?.outputs ?? 0 }, (_, port) =>
      options.shapes || context.labels.edge !== undefined
        ? edgeText(box, port, figures, labels, context)
        : '',
    ),
  );
  const heat =
    options.heat === 'none'
      ? undefined
      : {
          cost: options.heat,
          scale: heatOf(
            options.heat,
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
          options.ends,
          context,
        ),
  );
  const labelSizes = edgeLabels.map((texts) =>
    texts.map((text) => labelSize(text, options.fontSize * small)),
  );
  const titles = new Map(
    model.frames.map(({ id, name, count }) => [id, count > 1 ? `${name} ×${count}`.trim() : name]),
  );
  const boxes = model.boxes.map((box, index): BoxDrawing => {
    const frame = titles.get(box.frame ?? '') ?? '';
    const rows = rowsOf(box, frame, figures, labels, options, context);
    const { inputs = 0, outputs = 0 } = ports[index] ?? {};
    const { direction } = options;
    const least = leastWidth(inputs, outputs, labelSizes[index] ?? [], direction);
    return {
      rows,
      ...sizeOf(rows, least, direction),
      look: looks[index] as BoxDrawing['look'],
      titles: titlesOf(box.layers, figures, layers),
    };
  });
  const { fontSize, direction } = options;
  const drawing = { model, boxes, labels: edgeLabels, titles, fontSize, direction, edge };
  return { drawing, labelSizes, kinds, looks, heat };
}

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
