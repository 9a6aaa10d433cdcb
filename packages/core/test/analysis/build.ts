/** Builds networks by hand: shapes come from the operations, wiring from the calls. */
import type { Layer, Network, Reference } from '../../src/network/network.js';
import { findOperation } from '../../src/ops/index.js';
import type { Profile, Shape } from '../../src/ops/operation.js';

export type Attributes = Record<string, unknown>;

export class Builder {
  readonly #layers: Layer[] = [];
  readonly #maps = new Map<string, boolean>();

  constructor(readonly profile: Profile = 'torch') {}

  /** Adds a layer after the named ones, or after the last. */
  add(op: string, attributes: Attributes = {}, inputs?: readonly (string | Reference)[]): string {
    const operation = findOperation(op);
    if (!operation) throw new Error(`no operation ${op}`);
    const last = this.#layers.at(-1)?.id;
    const from = inputs ?? (last === undefined || operation.name === 'input' ? [] : [last]);
    const references = from.map((one) => (typeof one === 'string' ? { layer: one, port: 0 } : one));
    const shapes = references.map((one): Shape => this.#layer(one.layer).outputs[one.port] ?? []);
    const first = references[0];
    const featureMap = first !== undefined && this.#maps.get(first.layer) === true;
    const parsed = operation.attributes.parse(attributes);
    const call = {
      attributes: parsed,
      inputs: shapes,
      context: { profile: this.profile, featureMap },
    };
    const outputs = operation.outputs(call);
    const id = `${operation.name}${this.#layers.length}`;
    this.#maps.set(id, operation.featureMap?.({ ...call, outputs }) ?? featureMap);
    this.#layers.push({
      id,
      op: operation.name,
      attributes: parsed,
      inputs: references,
      shape: outputs[0] ?? [],
      outputs,
      featureMap,
      unit: id,
    });
    return id;
  }

  /** Adds layers one after another; gives the last. */
  chain(
    from: string,
    ...steps: readonly (readonly [op: string, attributes?: Attributes])[]
  ): string {
    return steps.reduce((before, [op, attributes]) => this.add(op, attributes, [before]), from);
  }

  /** Convolution, batch normalization and ReLU, padded as torchvision pads. */
  block(from: string, out: number, kernel: number, stride = 1, groups = 1, act = true): string {
    const padding = (kernel - 1) / 2;
    const conv = this.add('conv', { out, kernel, stride, padding, groups, bias: false }, [from]);
    const norm = this.add('batchnorm', {}, [conv]);
    return act ? this.add('relu', {}, [norm]) : norm;
  }

  /** Changes a layer that was added, to try what no operation gives. */
  change(id: string, change: Partial<Layer>): void {
    const place = this.#layers.findIndex((layer) => layer.id === id);
    this.#layers[place] = { ...this.#layer(id), ...change };
  }

  #layer(id: string): Layer {
    const layer = this.#layers.find((one) => one.id === id);
    if (!layer) throw new Error(`no layer ${id}`);
    return layer;
  }

  network(): Network {
    const last = this.#layers.at(-1);
    return {
      name: 'test',
      profile: this.profile,
      layers: this.#layers,
      groups: [],
      inputs: this.#layers.filter(({ op }) => op === 'input').map(({ id }) => id),
      outputs: last ? [{ layer: last.id, port: 0 }] : [],
    };
  }
}
