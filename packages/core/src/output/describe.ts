/** What a figure shows, in words: for readers who do not see it, and for search. */
import type { Analysis } from '../analysis/analysis.js';
import { formatCount } from '../analysis/format.js';
import { coalesce } from '../network/coalesce.js';
import { fold, type Item } from '../network/fold.js';
import type { Layer, Network } from '../network/network.js';
import { findOperation } from '../ops/index.js';
import { formatShape } from '../ops/operation.js';
import type { SceneNode } from '../scene/scene.js';

/** Most characters that the list of layers takes, and that of formulas; beyond it a reader has lost the thread. */
const longest = 400;

/**
 * Describes a network: its size, what goes in, its layers with repeats folded,
 * and what comes out.
 *
 * @param network The network.
 * @param analysis Its analysis.
 * @param title Name of the figure; the network's own when it is empty.
 * @returns Such as `ResNet-50: 25.6 M parameters, 4.09 G MACs. Input 3×224×224;
 *   convolution 64, max pooling, bottleneck ×16, …; output 1000.`
 */
export function describe(network: Network, analysis: Analysis, title: string): string {
  const name = title.trim() || network.name.trim() || 'Neural network';
  const size = `${name}: ${costs(analysis)}.`;
  const parts = [inputs(network), layers(network), outputs(network)].filter((part) => part !== '');
  if (parts.length === 0) return size;
  const rest = `${parts.join('; ')}.`;
  return `${size} ${rest[0]?.toUpperCase()}${rest.slice(1)}`;
}

/** What a network costs; nothing is said of what is only a part of it. */
function costs({ totals: { params, macs, uncounted } }: Analysis): string {
  if (uncounted !== undefined) return 'parameters and MACs not known';
  return `${formatCount(params)} parameters, ${formatCount(macs)} MACs`;
}

/**
 * Names the formulas that a drawing shows as outlines, which nobody can read aloud.
 *
 * @param nodes The drawing.
 * @returns Such as `Formulas: E_\\mathcal{S}; \\hat{y}.`; nothing when there are none.
 */
export function describeFormulas(nodes: readonly SceneNode[]): string {
  const found = [...new Set(nodes.flatMap(formulasIn))];
  if (found.length === 0) return '';
  const shown = found.slice(0, 1);
  for (const tex of found.slice(1)) {
    if (shown.join('; ').length + tex.length > longest) break;
    shown.push(tex);
  }
  const more = found.length > shown.length ? ` and ${found.length - shown.length} more` : '';
  return `${found.length === 1 ? 'Formula' : 'Formulas'}: ${shown.join('; ')}${more}.`;
}

function formulasIn(node: SceneNode): string[] {
  if (node.kind === 'group') return node.children.flatMap(formulasIn);
  if (node.kind !== 'text') return [];
  return (node.runs ?? []).flatMap(({ math }) => (math ? [math.tex] : []));
}

function inputs(network: Network): string {
  const found = network.layers.filter(({ id }) => network.inputs.includes(id));
  return join('input', found, (layer) => `${layer.name ?? layer.id} ${formatShape(layer.shape)}`);
}

function outputs(network: Network): string {
  const byId = new Map(network.layers.map((layer) => [layer.id, layer]));
  const found = network.outputs.flatMap(({ layer: id, port }) => {
    const layer = byId.get(id);
    return layer ? [{ ...layer, shape: layer.outputs[port] ?? layer.shape }] : [];
  });
  return join('output', found, (layer) => `${layer.name ?? layer.id} ${formatShape(layer.shape)}`);
}

/** One input needs no name, several do. */
function join(word: string, found: readonly Layer[], named: (layer: Layer) => string): string {
  const [only, ...others] = found;
  if (!only) return '';
  if (others.length === 0) return `${word} ${formatShape(only.shape)}`;
  return `${word}s ${found.map(named).join(', ')}`;
}

/** The phrases in their order, equal neighbours as one; those past the limit are only counted. */
function layers(network: Network): string {
  const runs: { phrase: string; count: number }[] = [];
  for (const item of fold(network, coalesce(network), { manyEntries: true })) {
    if (item.kind === 'stage' && item.stage.layer.op === 'input') continue;
    const phrase = phraseOf(item);
    const last = runs.at(-1);
    if (last?.phrase === phrase) last.count += item.count;
    else runs.push({ phrase, count: item.count });
  }
  const phrases = runs.map(({ phrase, count }) => (count > 1 ? `${phrase} ×${count}` : phrase));
  let text = '';
  for (const [index, phrase] of phrases.entries()) {
    const longer = text ? `${text}, ${phrase}` : phrase;
    if (longer.length > longest) return `${text} and ${phrases.length - index} more`;
    text = longer;
  }
  return text;
}

function phraseOf(item: Item): string {
  if (item.kind === 'fold') return item.name;
  const { layer } = item.stage;
  const operation = findOperation(layer.op);
  // An operation that nnfig does not know is called what the description calls it.
  if (!operation || layer.op === 'op') return operation?.label?.(layer.attributes) ?? layer.op;
  const { title } = operation;
  const words = /^[A-Z][a-z]/.test(title) ? `${title[0]?.toLowerCase()}${title.slice(1)}` : title;
  const counted = operation.category === 'convolution' || operation.category === 'dense';
  return counted ? `${words} ${width(layer)}` : words;
}

/** Channels of a feature map, units of anything else. */
function width({ featureMap, shape }: Layer): number | string {
  return (featureMap && shape.length > 2 ? shape[1] : shape.at(-1)) ?? '';
}
