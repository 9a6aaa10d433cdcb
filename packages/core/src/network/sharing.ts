/** Shared weights: layers and calls of blocks that use the parameters of others (`share`). */
import type { CallShare, Name } from '../notation/spec.js';
import { findOperation } from '../ops/index.js';
import { quote } from '../validation.js';
import type { NetworkBuilder } from './builder.js';
import type { Layer } from './network.js';
import type { Tensor } from './scope.js';
import type { Copy } from './steps.js';

/** The layers that one call of a block added. */
interface Call {
  /** Where they start and end in the network's layers. */
  readonly start: number;
  readonly end: number;
  readonly copy: Copy;
}

/** Follows shared weights to the layer that owns them, and checks that they fit. */
export class SharedWeights {
  /** Calls by the group that they ran in. */
  readonly #calls = new Map<string, Call>();
  /** Groups of the copies of one call, by the key of its repeat. */
  readonly #copies = new Map<string, string[]>();

  /** @param builder The network that grows. */
  constructor(readonly builder: NetworkBuilder) {}

  /**
   * Finds the layer that owns the parameters.
   *
   * @param name The name after `share=`.
   * @param tensor The tensor of that name.
   * @returns Id of the owner; nothing when it has no parameters, after a report.
   */
  owner(name: Name, tensor: Tensor | undefined): string | undefined {
    let layer = tensor && this.builder.layer(tensor.layer);
    // A name stands for the end of its line; the parameters are at its start.
    if (layer && layer.unit !== layer.id) layer = this.builder.layer(layer.unit);
    if (layer?.share !== undefined) return layer.share;
    if (!layer) return undefined;
    if (this.#parameters(layer) === 0) {
      this.builder.report(
        'wrong-share',
        `${quote(name.text)} has no parameters to share`,
        name.place,
        'Name a layer that has weights.',
      );
      return undefined;
    }
    return layer.id;
  }

  /**
   * Checks that a layer has as many parameters as the one it shares with.
   *
   * @param tensor Output of the layer.
   * @param owner Id of the owner.
   * @param name The name after `share=`.
   */
  check(tensor: Tensor | undefined, owner: string, name: Name): void {
    const layer = tensor && this.builder.layer(tensor.layer);
    const other = this.builder.layer(owner);
    if (!layer || !other || layer.outputs.length === 0) return;
    const own = this.#parameters(layer);
    const shared = this.#parameters(other);
    if (own === shared) return;
    this.builder.report(
      'wrong-share',
      `this layer needs ${own} parameters, but ${quote(name.text)} has ${shared}`,
      name.place,
      'Layers that share weights need the same widths and kernels, and both a bias or none.',
    );
  }

  /**
   * Keeps which layers a call added.
   *
   * @param group Id of the group that it ran in.
   * @param start How many layers there were before it.
   * @param copy Which copy of the call it is.
   */
  record(group: string, start: number, copy: Copy): void {
    this.#calls.set(group, { start, end: this.builder.layers.length, copy });
    const copies = this.#copies.get(copy.key);
    if (copies) copies.push(group);
    else this.#copies.set(copy.key, [group]);
  }

  /**
   * Lets the layers of a call use the parameters of another call of the same
   * block, one by one; copies share with copies of the same number.
   *
   * @param group Id of the group that the call ran in.
   * @param share What the call says of it.
   * @param tensor Output of the other call, when it names one.
   * @param copy Which copy of the call it is.
   */
  shareCall(group: string, share: CallShare, tensor: Tensor | undefined, copy: Copy): void {
    const own = this.#calls.get(group);
    if (!own || (!share.name && copy.index === 0)) return;
    const block = this.builder.groupOf(group)?.name ?? '';
    const other = share.name
      ? this.#callOf(tensor, block, copy)
      : this.#calls.get(this.#copies.get(copy.key)?.[0] ?? '');
    if (!other) {
      this.builder.report(
        'wrong-share',
        `${quote(share.name?.text)} is no output of a call of block ${quote(block)}`,
        share.place,
        'Name the output of a call by `as`, and share between calls of one block.',
      );
      return;
    }
    const { layers } = this.builder;
    for (let offset = 0; offset < own.end - own.start; offset++) {
      const layer = layers[own.start + offset];
      const owner = layers[other.start + offset];
      if (!layer || layer.outputs.length === 0 || owner?.outputs.length === 0) continue;
      const count = this.#parameters(layer);
      const fits = owner?.op === layer.op && this.#parameters(owner) === count;
      if (!owner || !fits || other.end - other.start !== own.end - own.start) {
        this.builder.report(
          'wrong-share',
          `the parameters of the two calls differ, at ${quote(layer.id)}`,
          share.place,
          'Calls that share weights need the same arguments and inputs of the same width.',
        );
        return;
      }
      if (count > 0 && layer.share === undefined) {
        this.builder.share(own.start + offset, owner.share ?? owner.id);
      }
    }
  }

  /** The call that gave a tensor; of a repeated one, the copy of the same number. */
  #callOf(tensor: Tensor | undefined, block: string, copy: Copy): Call | undefined {
    let group = tensor && this.builder.layer(tensor.layer)?.group;
    while (group !== undefined) {
      const call = this.#calls.get(group);
      const found = this.builder.groupOf(group);
      if (call && found?.name === block) {
        if (call.copy.count === 1) return call;
        return this.#calls.get(this.#copies.get(call.copy.key)?.[copy.index] ?? '');
      }
      group = found?.parent;
    }
    return undefined;
  }

  #parameters(layer: Layer): number {
    const operation = findOperation(layer.op);
    if (!operation?.parameters || layer.outputs.length === 0) return 0;
    const inputs = layer.inputs.map(
      ({ layer: id, port }) => this.builder.layer(id)?.outputs[port] ?? [],
    );
    const context = { profile: this.builder.profile, featureMap: layer.featureMap };
    return operation.parameters({
      attributes: layer.attributes,
      inputs,
      outputs: layer.outputs,
      context,
    });
  }
}
