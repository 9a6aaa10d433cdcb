/** Tooltips that say everything of a layer: what it is, its attributes, its shapes, its costs. */
import type { LayerAnalysis } from '../../analysis/analysis.js';
import type { Layer } from '../../network/network.js';
import { formatShape } from '../../ops/operation.js';
import { operationTitle } from '../labels.js';

/** Longest value that is said whole. */
const longest = 80;

/**
 * Writes the tooltip of a layer, a fact a line.
 *
 * @param layer The layer.
 * @param figures Its figures.
 * @param layers All layers by id, for the shapes that enter.
 * @returns Such as `conv1`, `type: Convolution`, `kernel_size: 3`, `output: 64×55×55`.
 */
export function titleOf(
  layer: Layer,
  figures: LayerAnalysis | undefined,
  layers: ReadonlyMap<string, Layer>,
): string {
  const { origin, inputs } = layer;
  const lines = [layer.id, `type: ${origin?.type ?? operationTitle(layer)}`];
  for (const [name, value] of origin?.attributes ?? Object.entries(layer.attributes)) {
    const text = valueText(value);
    if (text !== '' && !(name === 'shape' && layer.op === 'input')) lines.push(`${name}: ${text}`);
  }
  const shapes = inputs.map(({ layer: id, port }) => layers.get(id)?.outputs[port]);
  if (shapes.length > 0) {
    lines.push(`input: ${shapes.map((shape) => (shape ? formatShape(shape) : '?')).join(', ')}`);
  }
  if (layer.outputs.length > 0) {
    lines.push(`output: ${layer.outputs.map(formatShape).join(', ')}`);
  }
  if (figures && figures.params > 0) lines.push(`parameters: ${grouped(figures.params)}`);
  if (figures && figures.macs > 0) lines.push(`MACs: ${grouped(figures.macs)}`);
  return lines.map(oneLine).join('\n');
}

/** What another notation says may have line breaks; most has none. */
function oneLine(text: string): string {
  return /[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** Nothing for what is not given. */
function valueText(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = Array.isArray(value) ? value.map(valueText).join('×') : String(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** Writes a whole number with commas between thousands. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
