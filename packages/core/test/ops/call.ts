/** Calls an operation as the network builder does: attributes checked, then its rules. */
import { findOperation } from '../../src/ops/index.js';
import {
  type Operation,
  OperationError,
  type Profile,
  type Shape,
} from '../../src/ops/operation.js';
import { totalWork } from '../../src/ops/work.js';

export interface Options {
  readonly profile?: Profile;
  readonly featureMap?: boolean;
}

export function operationOf(name: string): Operation {
  const operation = findOperation(name);
  if (!operation) throw new Error(`no operation ${name}`);
  return operation;
}

/** Everything an operation says of one call; feature maps are inputs of four axes and more. */
export function run(
  name: string,
  attributes: Record<string, unknown>,
  inputs: readonly Shape[],
  { profile = 'torch', featureMap = (inputs[0]?.length ?? 0) >= 4 }: Options = {},
) {
  const operation = operationOf(name);
  const call = {
    attributes: operation.attributes.parse(attributes),
    inputs,
    context: { profile, featureMap },
  };
  const outputs = operation.outputs(call);
  const counted = { ...call, outputs };
  return {
    outputs,
    shape: outputs[0],
    params: operation.parameters?.(counted) ?? 0,
    buffers: operation.buffers?.(counted) ?? 0,
    macs: operation.macs?.(counted) ?? 0,
    work: totalWork(operation.work?.(counted) ?? {}),
    windows: (input = 0) => operation.windows?.(counted, input),
    featureMap: operation.featureMap?.(counted) ?? featureMap,
    label: operation.label?.(call.attributes),
  };
}

/** The error that a call throws. */
export function failure(...args: Parameters<typeof run>): OperationError {
  try {
    run(...args);
  } catch (error) {
    if (error instanceof OperationError) return error;
    throw error;
  }
  throw new Error('no error');
}

/** The messages that a schema gives. */
export function complaints(name: string, attributes: Record<string, unknown>): string[] {
  const result = operationOf(name).attributes.safeParse(attributes);
  return result.success ? [] : [...new Set(result.error.issues.map(({ message }) => message))];
}
