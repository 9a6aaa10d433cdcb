/** Layers that use the parameters of another: `param { name: "conv1_w" }` in both. */
import { findOperation, type Layer, type NetworkBuilder, quote } from 'nnfig/readers';
import type { CaffeLayer } from './layer.js';
import type { Problems, Span } from './problems.js';

/** A parameter by its name. */
interface Named extends Span {
  readonly text: string;
}

/** Who has a parameter first. */
interface Owner {
  readonly id: string;
  readonly name: string;
  readonly start: number;
}

/** Names of parameters; in older versions they stand alone. */
function namesOf({ fields }: CaffeLayer): Named[] {
  return [
    ...fields.messages('param').flatMap((param) => param.texts('name').slice(0, 1)),
    ...fields.fields.flatMap(({ name, value }) =>
      name === 'param' && value.kind === 'string' ? [value] : [],
    ),
  ].filter(({ text }) => text !== '');
}

/** Follows names of parameters to the layers that have them first. */
export class Sharing {
  readonly #owners = new Map<string, Owner>();

  /**
   * @param builder The network that grows.
   * @param problems Where problems go.
   */
  constructor(
    readonly builder: NetworkBuilder,
    readonly problems: Problems,
  ) {}

  /**
   * Lets a layer share, if it names parameters that another has.
   *
   * @param layer The layer.
   * @param index Its place in the network; it is the last one.
   */
  settle(layer: CaffeLayer, index: number): void {
    if (!layer.fields.has('param')) return;
    const own = this.builder.layers[index];
    const names = namesOf(layer);
    if (!own || names.length === 0) return;
    const shared = names.map(({ text }) => this.#owners.get(text));
    const owner = shared[0];
    for (const { text } of names) {
      if (this.#owners.has(text)) continue;
      this.#owners.set(text, { id: own.id, name: layer.name, start: layer.span.start });
    }
    if (!owner || owner.id === own.id) return;
    const other = this.builder.layer(owner.id);
    if (!other) return;
    if (shared.some((each) => each?.id !== owner.id) || names.length < this.#blobs(own)) {
      this.problems.warn(
        'wrong-share',
        `${quote(layer.name)} shares only some of its parameters; all are counted as its own`,
        names[0] ?? layer.span,
        'Name its bias, too, if it is the same.',
      );
      return;
    }
    const [needed, had] = [this.#parameters(own), this.#parameters(other)];
    if (needed !== undefined && had !== undefined && needed !== had) {
      this.problems.error(
        'wrong-share',
        `${quote(layer.name)} needs ${needed} parameters, but shares those of ${quote(owner.name)} on line ${this.problems.line(owner.start)}, which has ${had}`,
        names[0] ?? layer.span,
        'Give both the same widths and kernels, or other names to the parameters of one.',
      );
      return;
    }
    this.builder.share(index, other.share ?? owner.id);
  }

  /** How many blobs of parameters a layer has: weights, and perhaps a bias. */
  #blobs({ attributes }: Layer): number {
    return attributes.bias === true ? 2 : 1;
  }

  #parameters(layer: Layer): number | undefined {
    const operation = findOperation(layer.op);
    if (!operation || layer.outputs.length === 0) return undefined;
    const inputs = layer.inputs.map(
      ({ layer: id, port }) => this.builder.layer(id)?.outputs[port] ?? [],
    );
    const context = { profile: this.builder.profile, featureMap: layer.featureMap };
    const { attributes, outputs } = layer;
    return operation.parameters?.({ attributes, inputs, outputs, context }) ?? 0;
  }
}
