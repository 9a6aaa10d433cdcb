/** Shared weights: layers that use the parameters of another (`share=name`). */
import type { Name } from '../notation/spec.js';
import { findOperation } from '../ops/index.js';
import { quote } from '../validation.js';
import type { NetworkBuilder } from './builder.js';
import type { Layer } from './network.js';
import type { Tensor } from './scope.js';

/** Follows shared weights to the layer that owns them, and checks that they fit. */
export class SharedWeights {
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
