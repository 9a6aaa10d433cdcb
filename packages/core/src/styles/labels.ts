/** What label templates can say of a stage, and the tooltip that every style gives it. */
import type { Analysis, LayerAnalysis } from '../analysis/analysis.js';
import { formatCount } from '../analysis/format.js';
import type { Stage } from '../network/coalesce.js';
import { type Item, itemLayers } from '../network/fold.js';
import type { Layer } from '../network/network.js';
import { findOperation } from '../ops/index.js';
import { type Category, formatShape, type Shape } from '../ops/operation.js';
import type { DrawContext, DrawOverride } from './style.js';
import { checkTemplate, fillTemplate } from './template.js';

/** The placeholders of label templates, each with what it stands for. */
export const placeholders = {
  name: 'The name that the description gives the layer, or the name of its block.',
  op: 'What it does, such as `Convolution`; for a block, its name.',
  label: 'What it does in short, such as `Conv 3×3, 64 /2`.',
  shape: 'Shape of the output without the batch axis, such as `64×56×56`.',
  channels: 'Channels of a feature map.',
  depth: 'Depth of a feature map with three axes, such as frames.',
  height: 'Height of a feature map.',
  width: 'Width of a feature map, or the length of one with a single axis.',
  fraction: 'Width as a fraction of that of the input: `I`, `I/2`, `I/4`.',
  units: 'Length of a vector, or of each vector of a sequence.',
  out: 'The number written in the description: filters or units.',
  kernel: 'Size of the kernel, such as `3×3`.',
  stride: 'Stride, when it is not 1.',
  activation: 'Activation, such as `ReLU`.',
  params: 'Parameters, such as `25.6 M`.',
  macs: 'Multiply-accumulates, such as `4.09 G`.',
  repeat: 'How often a block is repeated, such as `×3`, when it is.',
} as const;

/** Name of a placeholder. */
export type Placeholder = keyof typeof placeholders;

/** What the placeholders stand for at one stage; what has no value vanishes from the label. */
export type LabelValues = Readonly<Partial<Record<Placeholder, string>>>;

/** How the axes of an output are read: a map of channels, a sequence of vectors, or a vector. */
export type Reading = 'map' | 'sequence' | 'vector';

/**
 * Says how the axes of an output are read.
 *
 * @param shape Shape, batch axis first.
 * @param featureMap Whether it is channels first, as convolutions have it.
 * @returns `vector` too for feature maps of a single position.
 */
export function readShape(shape: Shape, featureMap: boolean): Reading {
  const positions = shape.slice(2).every((size) => size === 1);
  if (shape.length <= 2 || (featureMap && positions)) return 'vector';
  return featureMap || shape.length > 3 ? 'map' : 'sequence';
}

/**
 * Finds the figures of layers by id.
 *
 * @param analysis The analysis of the network.
 * @returns A map from the id of a layer to its figures.
 */
export function figuresById(analysis: Analysis): ReadonlyMap<string, LayerAnalysis> {
  return new Map(analysis.layers.map((entry) => [entry.layer.id, entry]));
}

/**
 * What an operation does, for colours.
 *
 * @param layer A layer.
 * @returns Its category; of an operation that nnfig does not know, the one that it is given, or `other`.
 */
export function categoryOf(layer: Layer): Category {
  // The schema of `op` has categories alone.
  if (layer.op === 'op') return (layer.attributes.kind as Category | undefined) ?? 'other';
  return findOperation(layer.op)?.category ?? 'other';
}

/**
 * Names an operation for people.
 *
 * @param layer A layer.
 * @returns Its title, such as `Max pooling`; the name of the layer for an operation that says nothing else.
 */
export function operationTitle(layer: Layer): string {
  const { name } = layer.attributes;
  if (layer.op === 'op' && typeof name === 'string') return name;
  return findOperation(layer.op)?.title ?? layer.op;
}

/**
 * Names an operation in short, with its sizes.
 *
 * @param layer A layer.
 * @returns Such as `Conv 3×3, 64 /2`, `MaxPool 2×2`, `Dense 10`.
 */
export function shortLabel(layer: Layer): string {
  const { out, kernel } = layer.attributes;
  if (layer.op === 'input' && layer.name !== undefined && layer.name !== layer.op)
    return layer.name;
  const whole = typeof kernel === 'number' ? { kernel: perAxis(kernel, layer) } : {};
  const label =
    findOperation(layer.op)?.label?.({ ...layer.attributes, ...whole }) ?? operationTitle(layer);
  const filters = kernel !== undefined && typeof out === 'number' ? `, ${out}` : '';
  const stride = strideOf(layer);
  return `${label}${filters}${stride === undefined ? '' : ` /${stride}`}`;
}

function sizes(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.every((size) => size === value[0]) ? String(value[0]) : value.join('×');
}

/** The stride, unless it is 1 or, for a pooling, the kernel. */
function strideOf(layer: Layer): string | undefined {
  const stride = sizes(layer.attributes.stride);
  const usual = categoryOf(layer) === 'pooling' ? sizes(layer.attributes.kernel) : '1';
  return stride === usual || stride === '1' ? undefined : stride;
}

/** One size for all axes, written for each. */
function perAxis(size: number, { shape }: Layer): readonly number[] {
  return Array.from({ length: Math.max(shape.length - 2, 1) }, () => size);
}

function kernelOf(layer: Layer): string | undefined {
  const { kernel } = layer.attributes;
  if (typeof kernel === 'number') return perAxis(kernel, layer).join('×');
  return Array.isArray(kernel) ? kernel.join('×') : undefined;
}

/** What is written of a stage or a folded block. */
export interface Labelled {
  /** Main layer of the stage; of a block, the layer whose output leaves. */
  readonly layer: Layer;
  readonly attached: readonly Layer[];
  /** All layers that it stands for. */
  readonly layers: readonly Layer[];
  readonly shape: Shape;
  readonly reading: Reading;
  /** Name of the block, when it is one of several stages. */
  readonly block?: string;
  /** How often it stands there; once unless given. */
  readonly count?: number;
}

/**
 * Gathers what the placeholders stand for.
 *
 * @param labelled The stage or block.
 * @param figures From `figuresById`.
 * @returns The values; placeholders that do not apply have none.
 */
export function labelValues(
  labelled: Labelled,
  figures: ReadonlyMap<string, LayerAnalysis>,
): LabelValues {
  const { layer, attached, layers, shape, reading, block, count = 1 } = labelled;
  const activation = attached.find((entry) => categoryOf(entry) === 'activation');
  const { out } = layer.attributes;
  const spatial = shape.slice(2);
  const own: Partial<Record<Placeholder, string | undefined>> = block
    ? { op: block, label: block, name: block }
    : {
        op: operationTitle(layer),
        label: shortLabel(layer),
        name: layer.name,
        out: typeof out === 'number' ? String(out) : undefined,
        kernel: kernelOf(layer),
        stride: strideOf(layer),
        activation: activation && operationTitle(activation),
      };
  const axes: Partial<Record<Placeholder, string | undefined>> = {
    channels: reading === 'map' ? text(shape[1]) : undefined,
    depth: reading === 'map' && spatial.length > 2 ? text(spatial.at(-3)) : undefined,
    height: reading === 'map' && spatial.length > 1 ? text(spatial.at(-2)) : undefined,
    width: reading === 'map' ? text(spatial.at(-1)) : undefined,
    fraction: reading === 'map' ? fraction(spatial.at(-1), figures) : undefined,
    units: reading === 'map' ? undefined : text(reading === 'vector' ? shape[1] : shape.at(-1)),
    shape: formatShape(shape),
  };
  const total = (figure: (entry: LayerAnalysis) => number) =>
    layers.reduce(
      (sum, { id }) => sum + (figures.has(id) ? figure(figures.get(id) as LayerAnalysis) : 0),
      0,
    );
  const params = total((entry) => entry.params);
  const macs = total((entry) => entry.macs);
  return defined({
    ...own,
    ...axes,
    params: params > 0 ? formatCount(params) : undefined,
    macs: macs > 0 ? formatCount(macs) : undefined,
    repeat: count > 1 ? `×${count}` : undefined,
  });
}

/** A width as a fraction of the first input's. */
function fraction(
  width: number | undefined,
  figures: ReadonlyMap<string, LayerAnalysis>,
): string | undefined {
  if (width === undefined) return undefined;
  for (const { layer } of figures.values()) {
    // Inputs stand before all other layers.
    if (layer.op !== 'input') return undefined;
    const whole = layer.shape.length > 2 ? layer.shape.at(-1) : undefined;
    if (whole === undefined) continue;
    const ratio = Math.round((100 * Math.max(whole, width)) / Math.min(whole, width)) / 100;
    return ratio === 1 ? 'I' : whole > width ? `I/${ratio}` : `${ratio}I`;
  }
  return undefined;
}

function text(size: number | undefined): string | undefined {
  return size === undefined ? undefined : String(size);
}

function defined<K extends string>(values: Partial<Record<K, string | undefined>>) {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Record<K, string>>;
}

/**
 * The tooltip of a stage: operation, what follows it, output shape, parameters.
 *
 * @param labelled The stage or block.
 * @param figures From `figuresById`.
 * @returns Such as `Conv 5×5, 6, Tanh: 6×28×28, 156 parameters`.
 */
export function tooltip(labelled: Labelled, figures: ReadonlyMap<string, LayerAnalysis>): string {
  const { layer, attached, layers, shape, block, count = 1 } = labelled;
  const name = block ?? [shortLabel(layer), ...attached.map(operationTitle)].join(', ');
  const head = count > 1 ? `${name} ×${count}` : name;
  const params = layers.reduce((sum, { id }) => sum + (figures.get(id)?.params ?? 0), 0);
  const counted = params > 0 ? `, ${formatCount(params)} parameter${params === 1 ? '' : 's'}` : '';
  return `${head}: ${formatShape(shape)}${counted}`;
}

/**
 * Sees a stage as something to label.
 *
 * @param stage The stage.
 * @param reading How its shape is read.
 * @returns What labels need of it.
 */
export function labelledStage(stage: Stage, reading: Reading): Labelled {
  const { layer, attached, shape } = stage;
  return { layer, attached, layers: [layer, ...attached], shape, reading };
}

/**
 * Sees a folded block, or a stage, as something to label.
 *
 * @param item The item.
 * @param exit The stage whose output leaves it.
 * @param reading How its shape is read.
 * @returns What labels need of it.
 */
export function labelledItem(item: Item, exit: Stage, reading: Reading): Labelled {
  if (item.kind === 'stage') return labelledStage(item.stage, reading);
  return {
    layer: exit.layer,
    attached: exit.attached,
    layers: itemLayers(item),
    shape: item.shape,
    reading,
    count: item.count,
    // A single layer that repeats says what it is, like one that does not.
    ...(item.inner.length > 1 && { block: item.name }),
  };
}

/** The templates of a style, ready to fill. */
export interface Labeller<Slot extends string> {
  /** @returns The text of a slot. */
  fill(slot: Slot, values: LabelValues): string;
  /** @returns The text that `draw:` gives in place of a slot, or else the slot's. */
  override(text: string | undefined, slot: Slot, values: LabelValues): string;
}

/**
 * Joins the templates of a description with a style's own, and reports
 * placeholders that do not exist.
 *
 * @param defaults The style's template of each slot.
 * @param context What the style is drawn with.
 * @param overrides What `draw:` says of the layers that are shown.
 * @returns What fills them.
 */
export function labeller<Slot extends string>(
  defaults: Readonly<Record<Slot, string>>,
  context: DrawContext,
  overrides: readonly DrawOverride[] = [],
): Labeller<Slot> {
  const known = Object.keys(placeholders);
  const templates = new Map<string, string>(Object.entries(defaults));
  for (const slot of templates.keys()) {
    const given = context.labels[slot];
    if (given === undefined) continue;
    checkTemplate(given, known, (problem) => context.reportLabel(slot, problem));
    templates.set(slot, given);
  }
  for (const { label, caption, place } of overrides) {
    for (const template of [label, caption]) {
      if (template !== undefined) checkTemplate(template, known, context.report, place);
    }
  }
  const fill = (slot: Slot, values: LabelValues) =>
    fillTemplate(templates.get(slot) ?? '', values, known);
  return {
    fill,
    override: (template, slot, values) =>
      template === undefined ? fill(slot, values) : fillTemplate(template, values, known),
  };
}
