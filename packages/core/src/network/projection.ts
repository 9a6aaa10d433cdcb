/** The shortcut of a residual whose shapes differ. */
import type { Place } from '../diagnostics.js';
import { findOperation } from '../ops/index.js';
import type { Operation } from '../ops/operation.js';
import type { NetworkBuilder } from './builder.js';
import type { Tensor } from './scope.js';

/** Stride that takes `from` positions to `to` by a kernel of 1; nothing when none does. */
function strideBetween(from: number, to: number): number | undefined {
  const stride = Math.max(1, Math.round(from / to));
  for (const candidate of [stride, stride + 1, Math.max(1, stride - 1)]) {
    if (Math.floor((from - 1) / candidate) + 1 === to) return candidate;
  }
  return undefined;
}

/**
 * Adds a projection: a convolution of kernel 1 with the stride that the shapes
 * ask for, or a dense layer for sequences and vectors, and the normalisation that
 * convolutions have by default, but no activation. This is option B of He et al.,
 * "Deep Residual Learning for Image Recognition" (2015).
 *
 * @param builder What the layers go to.
 * @param input What the shortcut starts from.
 * @param target What it must agree with.
 * @param place Place of the residual.
 * @param bias Whether convolutions have a bias by default.
 * @param norm Operation that normalises convolutions by default.
 * @returns The projected tensor; nothing when no projection leads there.
 */
export function addProjection(
  builder: NetworkBuilder,
  input: Tensor,
  target: Tensor,
  place: Place,
  bias: unknown,
  norm: string | undefined,
): Tensor | undefined {
  const from = input.shape ?? [];
  const to = target.shape ?? [];
  if (from.length !== to.length) return undefined;
  const spatial = target.featureMap && to.length > 2;
  let operation: Operation;
  let attributes: Record<string, unknown>;
  if (spatial) {
    const stride: number[] = [];
    for (let axis = 2; axis < to.length; axis++) {
      const step = strideBetween(from[axis] ?? 0, to[axis] ?? 0);
      if (step === undefined) return undefined;
      stride.push(step);
    }
    operation = findOperation('conv') as Operation;
    attributes = { out: to[1], kernel: 1, stride, padding: 0, ...(bias !== undefined && { bias }) };
  } else {
    const last = to.length - 1;
    if (to.some((size, axis) => axis < last && size !== from[axis])) return undefined;
    operation = findOperation('dense') as Operation;
    attributes = { out: to[last] };
  }
  let [tensor] = builder.add({
    operation,
    attributes,
    inputs: [input],
    place,
    opPlace: place,
    idBase: 'shortcut',
  });
  if (tensor && norm !== undefined && spatial) {
    [tensor] = builder.add({
      operation: findOperation(norm) as Operation,
      attributes: {},
      inputs: [tensor],
      place,
      opPlace: place,
      unit: tensor.layer,
    });
  }
  return tensor;
}
