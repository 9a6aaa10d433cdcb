/** Runs the rules of the operations over a network. */
import type { Layer, Network } from '../network/network.js';
import { findOperation } from '../ops/index.js';
import type { CountedCall, Operation, Shape } from '../ops/operation.js';
import { product, sum } from '../ops/shapes.js';
import { totalWork, workKinds } from '../ops/work.js';
import type { Analysis, LayerAnalysis, Totals } from './analysis.js';
import type { Counting, Counts } from './counting.js';
import { netscopeCounts } from './netscope.js';
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

function countsOf(operation: Operation, call: CountedCall): Counts {
  return {
    params: operation.parameters?.(call) ?? 0,
    macs: operation.macs?.(call) ?? 0,
    work: totalWork(operation.work?.(call) ?? {}),
    activations: sum(call.outputs.map(product)),
  };
}

/**
 * Analyses a network in one pass over its layers: parameters, buffers,
 * multiply-accumulates, other work, activations and receptive fields, each and in total.
 * A layer whose shape is unknown counts nothing; one that shares another's parameters
 * has none of its own.
 *
 * @param network The network, each layer after its inputs.
 * @param counting Whose conventions are followed; ours unless given.
 * @returns One entry a layer, and the sums.
 */
export function analyze(network: Network, counting: Counting = 'nnfig'): Analysis {
  const layers = new Map(network.layers.map((layer) => [layer.id, layer]));
  const sights = new Map<string, Sight>();
  const entries = network.layers.map((layer): LayerAnalysis => {
    const operation = findOperation(layer.op);
    const call = callOf(layer, network, layers);
    const unknown = { layer, shape: layer.shape, params: 0, buffers: 0 };
    if (operation === undefined || call === undefined) {
      return { ...unknown, macs: 0, work: totalWork(), activations: 0 };
    }
    const sight = sightOf(layer, operation, call, sights);
    sights.set(layer.id, sight);
    const field = toField(sight);
    const ours = countsOf(operation, call);
    const { params, ...counts } =
      counting === 'netscope' ? netscopeCounts(layer, call, ours) : ours;
    const owns = layer.share === undefined;
    return {
      layer,
      shape: layer.shape,
      params: owns ? params : 0,
      buffers: owns ? (operation.buffers?.(call) ?? 0) : 0,
      ...counts,
      ...(field && { field }),
    };
  });
  return { counting, layers: entries, totals: totalsOf(entries, counting) };
}

/**
 * Says which layers the totals are the sums of: Netscope counts what the inputs hold as
 * activations, we do not.
 *
 * @param analysis The analysis.
 * @returns Their figures, in the network's order.
 */
export function summedLayers({
  layers,
  counting,
}: Pick<Analysis, 'layers' | 'counting'>): readonly LayerAnalysis[] {
  return counting === 'netscope' ? layers : layers.filter(({ layer }) => !isInput(layer));
}

function isInput(layer: Layer): boolean {
  return findOperation(layer.op)?.category === 'input';
}

function totalsOf(entries: readonly LayerAnalysis[], counting: Counting): Totals {
  const work = workKinds.map((kind) => [kind, new Count()] as const);
  const counts = {
    params: new Count(),
    buffers: new Count(),
    macs: new Count(),
    flops: new Count(),
    activations: new Count(),
  };
  let layers = 0;
  let uncounted = 0;
  for (const entry of summedLayers({ layers: entries, counting })) {
    if (!isInput(entry.layer)) layers += 1;
    const { isCounted } = findOperation(entry.layer.op) ?? {};
    if (isCounted?.(entry.layer.attributes) === false) uncounted += 1;
    counts.params.add(entry.params);
    counts.buffers.add(entry.buffers);
    counts.macs.add(entry.macs);
    counts.flops.add(2 * entry.macs);
    counts.activations.add(entry.activations);
    for (const [kind, count] of work) count.add(entry.work[kind]);
  }
  const all = [...Object.values(counts), ...work.map(([, count]) => count)];
  return {
    layers,
    params: counts.params.value,
    buffers: counts.buffers.value,
    macs: counts.macs.value,
    flops: counts.flops.value,
    work: totalWork(Object.fromEntries(work.map(([kind, { value }]) => [kind, value]))),
    activations: counts.activations.value,
    ...(uncounted > 0 && { uncounted }),
    ...(all.some(({ exact }) => !exact) && { inexact: true as const }),
  };
}
