/** What stands in boxes and on connections, and the room that it takes. */

import type { LayerAnalysis } from '../../analysis/analysis.js';
import { formatCount } from '../../analysis/format.js';
import type { Layer } from '../../network/network.js';
import { lineExtent, measureText, overshootOf } from '../../scene/text.js';
import { type Labeller, labelledStage, labelValues, readShape, shortLabel } from '../labels.js';
import type { DrawContext } from '../style.js';
import type { Cost } from './heat.js';
import type { Box } from './model.js';
import type { NetscopeOptions } from './options.js';
import { shapeText } from './shapes.js';

/** Slots of label templates; nothing is what the style itself writes. */
export const slots = { title: '', stacked: '', edge: '' } as const;

/** One layer of a box, or what more is said of it. */
export interface Row {
  /** Id of the layer; a further line of one has none. */
  readonly layer?: string;
  readonly text: string;
  readonly size: number;
  readonly weight: 'normal' | 'bold';
  /** From its top to that of the row below. */
  readonly height: number;
}

/** Height of a line of text, in font sizes. */
const lineHeight = 1.3;
/** From the text of a row to the top and bottom of the row. */
const rowPadding = 3.5;
/** From texts to the sides of their box. */
const sidePadding = 11;
const leastWidth = 52;
/** Size of further lines and of texts on connections, in sizes of the text in boxes. */
export const small = 0.86;

/**
 * Writes the rows of a box.
 *
 * @param box The box.
 * @param frame Title of the frame around it; empty where there is none.
 * @param figures Figures of all layers, by id.
 * @param labels The templates that are given.
 * @param options Sizes, and which cost a heat map shows.
 * @param context Overrides.
 * @returns A row a layer, and one for each caption and cost.
 */
export function rowsOf(
  box: Box,
  frame: string,
  figures: ReadonlyMap<string, LayerAnalysis>,
  labels: Labeller<keyof typeof slots>,
  { fontSize, heat }: Pick<NetscopeOptions, 'fontSize' | 'heat'>,
  context: DrawContext,
): readonly Row[] {
  const rows = box.layers.flatMap((layer, index): Row[] => {
    const override = context.override(layer.id);
    const slot = index === 0 ? 'title' : 'stacked';
    const values = () => valuesOf(box, layer, figures);
    const text = textOf(
      override.label,
      context.labels[slot],
      () => nameOf(layer, frame),
      () => labels.override(override.label, slot, values()),
    );
    const weight = index === 0 && box.layers.length > 1 ? 'bold' : 'normal';
    const row = { ...rowOf(text, fontSize, weight), layer: layer.id };
    if (override.caption === undefined) return [row];
    const caption = labels.override(override.caption, slot, values());
    return [row, rowOf(caption, fontSize * small, 'normal')];
  });
  if (heat === 'none') return rows;
  const cost = box.layers.reduce((sum, { id }) => sum + (figures.get(id)?.[heat] ?? 0), 0);
  return cost > 0 ? [...rows, rowOf(costText(cost, heat), fontSize * small, 'normal')] : rows;
}

const units: Readonly<Record<Cost, string>> = {
  macs: 'MACs',
  params: 'parameters',
  activations: 'activations',
};

const costText = (cost: number, heat: Cost) => `${formatCount(cost)} ${units[heat]}`;

/** What is said of a layer, in place of what the style writes if anything is. */
function textOf(
  override: string | undefined,
  template: string | undefined,
  usual: () => string,
  filled: () => string,
): string {
  return override === undefined && template === undefined ? usual() : filled();
}

/**
 * The name that another notation gives a layer, without what the frame around it says already;
 * else what it does.
 */
function nameOf(layer: Layer, frame: string): string {
  if (!layer.origin || layer.name === undefined) return shortLabel(layer);
  const rest = layer.name.startsWith(`${frame}/`) ? layer.name.slice(frame.length + 1) : '';
  return rest === '' ? layer.name : rest;
}

function valuesOf(box: Box, layer: Layer, figures: ReadonlyMap<string, LayerAnalysis>) {
  const reading = readShape(layer.shape, layer.featureMap || layer.shape.length > 3);
  const stage =
    layer === box.stage.layer
      ? box.stage
      : { ...box.stage, layer, attached: [], shape: layer.shape };
  return labelValues(labelledStage(stage, reading), figures);
}

function rowOf(text: string, size: number, weight: 'normal' | 'bold'): Row {
  const { above, below } = overshootOf(text, size);
  return { text, size, weight, height: size * lineHeight + above + below + 2 * rowPadding };
}

/**
 * Finds the baseline of the text in a row.
 *
 * @param row The row.
 * @returns How far it lies below the top of the row.
 */
export function baselineOf({ text, size }: Row): number {
  const rest = size * (lineHeight - lineExtent.ascent - lineExtent.descent);
  return rowPadding + overshootOf(text, size).above + rest / 2 + size * lineExtent.ascent;
}

/**
 * Measures the box around rows.
 *
 * @param rows The rows.
 * @param least Least length of the side at which its connections meet it.
 * @param direction Where data flow: the side is its width when that is down, else its height.
 * @returns Its size in px.
 */
export function sizeOf(
  rows: readonly Row[],
  least: number,
  direction: 'down' | 'right',
): { readonly width: number; readonly height: number } {
  const down = direction === 'down';
  const texts = rows.map(({ text, size, weight }) => measureText(text, size, weight));
  const width = Math.max(leastWidth, down ? least : 0, Math.max(0, ...texts) + 2 * sidePadding);
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  // Whole pixels keep outlines sharp.
  return { width: Math.ceil(width), height: Math.max(height, down ? 0 : least) };
}

/**
 * Writes what stands on the connections that leave a box.
 *
 * @param box The box.
 * @param port Which output.
 * @param figures Figures of all layers, by id.
 * @param labels The templates that are given.
 * @param context The templates as they are.
 * @returns The text; empty where there is none.
 */
export function edgeText(
  box: Box,
  port: number,
  figures: ReadonlyMap<string, LayerAnalysis>,
  labels: Labeller<keyof typeof slots>,
  context: DrawContext,
): string {
  const last = box.layers.at(-1) as Layer;
  const shape = last.outputs[port];
  if (!shape) return '';
  if (context.labels.edge !== undefined) return labels.fill('edge', valuesOf(box, last, figures));
  return shapeText(shape, last.featureMap || shape.length > 3);
}
