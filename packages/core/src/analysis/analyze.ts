/** Runs the rules of the operations over a network. */
import type { Layer, Network } from '../network/network.js';
import { findOperation } from '../ops/index.js';
import type { CountedCall, Operation, Shape } from '../ops/operation.js';
import { product } from '../ops/shapes.js';
import type { Analysis, LayerAnalysis, Totals } from './analysis.js';
import { lookThrough, mergeSights, origin, type Sight, toField } from './receptive-field.js';

/** Adds counts; a sum that is not held exactly is cut off at the largest that is. */
class Count {
  value = 0;
  exact = true;

  add(count: number): void {
    this.value += count;
    if (this.value <= Number.MAX_SAFE_INTEGER) return;
    this.value = Number.MAX_SAFE_INTEGER;
    this.exact = false;
  }
}

/** What an operation is given for a layer; nothing when a shape could not be inferred. */
function callOf(layer: Layer, network: Network, layers: ReadonlyMap<string, Layer>) {
  const inputs = layer.inputs.map(
    ({ layer: id, port }): Shape => layers.get(id)?.outputs[port] ?? [],
  );
  if (layer.shape.length === 0 || inputs.some((shape) => shape.length === 0)) return undefined;
  const context = { profile: network.profile, featureMap: layer.featureMap };
  return { attributes: layer.attributes, inputs, outputs: layer.outputs, context };
}

function sightOf(
  layer: Layer,
  operation: Operation,
  call: CountedCall,
  sights: ReadonlyMap<string, Sight>,
): Sight {
  if (operation.category === 'input') {
    // Two axes besides the batch may as well be positions and features.
    return layer.shape.length >= 4 ? origin(layer.shape.length - 2) : undefined;
  }
  return mergeSights(
    layer.inputs.map(({ layer: id }, position) =>
      lookThrough(sights.get(id), operation.windows?.(call, position)),
    ),
    operation.gates ?? false,
  );
}

/**
 * Analyses a network in one pass over its layers: parameters, buffers,
 * multiply-accumulates, activations and receptive fields, each and in total.
 * A layer whose shape is unknown counts nothing; one that shares another's parameters
 * has none of its own.
 *
 * @param network The network, each layer after its inputs.
 * @returns One entry a layer, and the sums over all but the inputs.
 */
export function analyze(network: Network): Analysis {
  const layers = new Map(network.layers.map((layer) => [layer.id, layer]));
  const sights = new Map<string, Sight>();
  const entries = network.layers.map((layer): LayerAnalysis => {
    const operation = findOperation(layer.op);
    const call = callOf(layer, network, layers);
    if (operation === undefined || call === undefined) {
      return { layer, shape: layer.shape, params: 0, buffers: 0, macs: 0, activations: 0 };
    }
    const sight = sightOf(layer, operation, call, sights);
    sights.set(layer.id, sight);
    const field = toField(sight);
    const owns = layer.share === undefined;
    return {
      layer,
      shape: layer.shape,
      params: owns ? (operation.parameters?.(call) ?? 0) : 0,
      buffers: owns ? (operation.buffers?.(call) ?? 0) : 0,
      macs: operation.macs?.(call) ?? 0,
      activations: layer.outputs.reduce((total, shape) => total + product(shape), 0),
      ...(field && { field }),
    };
  });
  return { layers: entries, totals: totalsOf(entries) };
}

function totalsOf(entries: readonly LayerAnalysis[]): Totals {
  const counts = {
    params: new Count(),
    buffers: new Count(),
    macs: new Count(),
    flops: new Count(),
    activations: new Count(),
  };
  let layers = 0;
  let uncounted = 0;
  for (const entry of entries) {
    const operation = findOperation(entry.layer.op);
    if (operation?.category === 'input') continue;
    layers += 1;
    if (operation?.isCounted?.(entry.layer.attributes) === false) uncounted += 1;
    counts.params.add(entry.params);
    counts.buffers.add(entry.buffers);
    counts.macs.add(entry.macs);
    counts.flops.add(2 * entry.macs);
    counts.activations.add(entry.activations);
  }
  return {
    layers,
    params: counts.params.value,
    buffers: counts.buffers.value,
    macs: counts.macs.value,
    flops: counts.flops.value,
    activations: counts.activations.value,
    ...(uncounted > 0 && { uncounted }),
    ...(Object.values(counts).some(({ exact }) => !exact) && { inexact: true as const }),
  };
}
