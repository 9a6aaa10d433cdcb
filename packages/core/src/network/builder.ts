/** Adds layers to a network one by one, inferring each shape as it comes. */
import type { Place, Problem, Reporter } from '../diagnostics.js';
import type { Operation, Profile, Shape } from '../ops/operation.js';
import { formatShape, OperationError } from '../ops/operation.js';
import { explain } from '../validation.js';
import type { Group, GroupKind, Layer, LayerOrigin, Network, Reference } from './network.js';
import type { Tensor } from './scope.js';

/** Most layers that a network can have; a person's description is far below. */
export const layerLimit = 50_000;

/** Thrown when a network outgrows the limit: nothing more can be said of it. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** What a layer is made from. */
export interface LayerRequest {
  readonly operation: Operation;
  /** Attributes as worked out, not yet validated. */
  readonly attributes: Record<string, unknown>;
  /** Place of an attribute, by name. */
  readonly attributePlaces?: Pick<ReadonlyMap<string, Place>, 'get'>;
  readonly inputs: readonly Tensor[];
  readonly place: Place;
  /** Place of the word that names the operation. */
  readonly opPlace: Place;
  readonly name?: string;
  /** What its id is made from, when it is not the operation. */
  readonly idBase?: string;
  readonly unit?: string;
  readonly share?: string;
  readonly origin?: LayerOrigin;
  /** Whether a problem hides some of its attributes: what they lack is not worth saying. */
  readonly incomplete?: boolean;
}

/** What a shape rule says. */
interface Inferred {
  readonly outputs: readonly Shape[];
  readonly featureMap: boolean;
}

/** Grows a network. */
export class NetworkBuilder {
  readonly layers: Layer[] = [];
  readonly groups: Group[] = [];
  readonly #byId = new Map<string, Layer>();
  readonly #groupsById = new Map<string, Group>();
  readonly #counters = new Map<string, number>();
  /** Problems inside blocks: one mistake there is said once, however many calls run into it. */
  readonly #reported = new Set<string>();
  /** Group around the next layer. */
  group: string | undefined;
  /** What ids of the layers of this block's copy begin with. */
  prefix = '';
  /** Takes problems whose maker knows nothing of the blocks around. */
  readonly problems = {
    report: ({ rule, message, place, hint }: Problem & { readonly place: Place }): void =>
      this.report(rule, message, place, hint),
  };
  /** Calls around the next layer, for messages: `bottleneck`, line 14. */
  readonly calls: { block: string; line: number }[] = [];

  /**
   * @param profile Whose arithmetic decides where frameworks differ.
   * @param reporter Where problems go.
   */
  constructor(
    readonly profile: Profile,
    readonly reporter: Reporter,
  ) {}

  /**
   * @param id Id of a layer.
   * @returns The layer.
   */
  layer(id: string): Layer | undefined {
    return this.#byId.get(id);
  }

  /**
   * @param id Id of a group.
   * @returns The group.
   */
  groupOf(id: string): Group | undefined {
    return this.#groupsById.get(id);
  }

  /**
   * Lets a layer use the parameters of another.
   *
   * @param index Place of the layer in `layers`.
   * @param owner Id of the layer that owns the parameters.
   */
  share(index: number, owner: string): void {
    const layer = this.layers[index];
    if (!layer) return;
    const shared = { ...layer, share: owner };
    this.layers[index] = shared;
    this.#byId.set(layer.id, shared);
  }

  /** Makes an id that is not taken: `conv1`, `bottleneck2.conv1`. */
  #identify(base: string, name?: string): string {
    if (name !== undefined && !this.#byId.has(this.prefix + name)) return this.prefix + name;
    const stem = this.prefix + base;
    for (;;) {
      const number = (this.#counters.get(stem) ?? 0) + 1;
      this.#counters.set(stem, number);
      const id = `${stem}${number}`;
      if (!this.#byId.has(id)) return id;
    }
  }

  /** Says in which calls a problem is, so that a message inside a block can be followed. */
  #where(): string {
    const call = this.calls[this.calls.length - 1];
    return call ? ` (in \`${call.block}\`, called on line ${call.line})` : '';
  }

  /**
   * Reports a problem of the layer that is being added.
   *
   * @param rule Kind of problem.
   * @param message What is wrong.
   * @param place Where.
   * @param hint What to do.
   */
  report(rule: string, message: string, place: Place, hint?: string): void {
    if (this.calls.length > 0) {
      const key = `${rule} ${place.start.offset}`;
      if (this.#reported.has(key)) return;
      this.#reported.add(key);
    }
    this.reporter.report({ rule, message: message + this.#where(), place, hint });
  }

  /**
   * Runs steps inside a new group.
   *
   * @param kind What the group stands for.
   * @param name Its name.
   * @param prefix Whether ids inside begin with the group's id.
   * @param repeat Which copy of what it is.
   * @param run What adds its layers.
   * @returns What `run` returns.
   */
  inGroup<T>(
    kind: GroupKind,
    name: string,
    prefix: boolean,
    repeat: Group['repeat'],
    run: (id: string) => T,
  ): T {
    const around = this.group;
    const aroundPrefix = this.prefix;
    // The name of a group is free text, the others are words already.
    const slug =
      kind === 'group' ? name.replace(/\W+/g, '_').replace(/^_+|_+$/g, '') || kind : name;
    const stem = `${this.prefix}${slug}`;
    const number = (this.#counters.get(`group ${stem}`) ?? 0) + 1;
    this.#counters.set(`group ${stem}`, number);
    const id = `${stem}${number}`;
    const group: Group = {
      id,
      name,
      kind,
      ...(around !== undefined && { parent: around }),
      ...(repeat && { repeat }),
    };
    this.groups.push(group);
    this.#groupsById.set(id, group);
    this.group = id;
    if (prefix) this.prefix = `${id}.`;
    try {
      return run(id);
    } finally {
      this.group = around;
      this.prefix = aroundPrefix;
    }
  }

  /** Validates attributes by the operation's schema; nothing after a report. */
  #validate(request: LayerRequest): Record<string, unknown> | undefined {
    const { operation, attributes } = request;
    const result = operation.attributes.safeParse(attributes);
    if (result.success) return request.incomplete ? undefined : result.data;
    const known = Object.keys(operation.attributes.shape);
    for (const problem of explain(result.error, attributes, `\`${operation.name}\``, known)) {
      if (request.incomplete && problem.rule === 'missing-value') continue;
      const place = request.attributePlaces?.get(String(problem.path[0])) ?? request.opPlace;
      const value = attributes[String(problem.path[0])];
      const isName = typeof value === 'string' && /^[A-Za-z_]\w*$/.test(value);
      // A word where a number belongs may be a size that nothing says.
      const size = isName && problem.message.includes('number');
      const hint = size ? `If it is a size, give it a value: \`dims: {${value}: 64}\`.` : undefined;
      this.report(problem.rule, problem.message, place, problem.hint ?? hint);
    }
    return undefined;
  }

  /** Runs the operation's shape rule; nothing when a shape is unknown or after a report. */
  #infer(request: LayerRequest, attributes: Record<string, unknown>): Inferred | undefined {
    const { operation, inputs } = request;
    const shapes: Shape[] = [];
    for (const input of inputs) {
      if (!input.shape) return undefined;
      shapes.push(input.shape);
    }
    const context = { profile: this.profile, featureMap: inputs[0]?.featureMap ?? false };
    try {
      const call = { attributes, inputs: shapes, context };
      const outputs = operation.outputs(call);
      const featureMap = operation.featureMap?.({ ...call, outputs }) ?? context.featureMap;
      return { outputs, featureMap };
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      const place =
        (error.attribute !== undefined && request.attributePlaces?.get(error.attribute)) ||
        request.place;
      this.report(error.rule, error.message, place, error.hint);
      return undefined;
    }
  }

  /**
   * Adds a layer.
   *
   * @param request What it is made from.
   * @returns Its outputs; their shapes are unknown after a problem.
   * @throws {TooLarge} If the network has too many layers.
   */
  add(request: LayerRequest): Tensor[] {
    const { operation, inputs } = request;
    if (this.layers.length >= layerLimit) {
      this.report(
        'absurd-size',
        `the network has more than ${layerLimit} layers`,
        request.place,
        'Repeat less.',
      );
      throw new TooLarge();
    }
    const { min, max } = operation.inputs ?? { min: 1, max: 1 };
    const attributes = this.#validate(request);
    let inferred: Inferred | undefined;
    if (inputs.length < min || inputs.length > max) {
      const wanted = min === max ? `${min}` : max > 1000 ? `at least ${min}` : `${min} to ${max}`;
      this.report(
        'wrong-inputs',
        `\`${operation.name}\` takes ${wanted} tensor${min === 1 && max === 1 ? '' : 's'}, not ${inputs.length}`,
        request.opPlace,
        min > 1
          ? `Name the others: \`${operation.name} e1\`, or give a list of branches.`
          : undefined,
      );
    } else if (attributes) inferred = this.#infer(request, attributes);
    const { outputs, featureMap = false } = inferred ?? {};

    const id = this.#identify(request.idBase ?? operation.name, request.name);
    const [first] = inputs;
    const layer: Layer = {
      id,
      ...(request.name !== undefined && { name: request.name }),
      op: operation.name,
      attributes: attributes ?? {},
      inputs: inputs.map(({ layer: source, port }): Reference => ({ layer: source, port })),
      shape: outputs?.[0] ?? [],
      outputs: outputs ?? [],
      featureMap: first?.featureMap ?? false,
      ...(this.group !== undefined && { group: this.group }),
      unit: request.unit ?? id,
      ...(request.share !== undefined && { share: request.share }),
      ...(request.origin && { origin: request.origin }),
      place: request.place,
    };
    this.layers.push(layer);
    this.#byId.set(id, layer);
    if (!outputs) return [{ layer: id, port: 0, shape: undefined, featureMap: false }];
    return outputs.map((shape, port) => ({ layer: id, port, shape, featureMap }));
  }

  /**
   * Gives out the network.
   *
   * @param name Name of the whole.
   * @param outputs What it gives out; every output that no layer takes unless given.
   * @returns The layers so far, as a network.
   */
  finish(name: string, outputs: readonly Reference[] = this.#sinks()): Network {
    return {
      name,
      profile: this.profile,
      layers: this.layers,
      groups: this.groups,
      inputs: this.layers.filter((layer) => layer.op === 'input').map((layer) => layer.id),
      outputs,
    };
  }

  /** Outputs that nothing takes, in the order of the network. */
  #sinks(): Reference[] {
    const taken = new Map<string, Set<number>>();
    for (const { inputs } of this.layers) {
      for (const { layer, port } of inputs) {
        const ports = taken.get(layer);
        if (ports) ports.add(port);
        else taken.set(layer, new Set([port]));
      }
    }
    const ends: Reference[] = [];
    for (const layer of this.layers) {
      if (layer.op === 'input' && layer.outputs.length > 0) continue;
      const ports = Math.max(layer.outputs.length, 1);
      for (let port = 0; port < ports; port++) {
        if (!taken.get(layer.id)?.has(port)) ends.push({ layer: layer.id, port });
      }
    }
    return ends;
  }
}

/**
 * Writes the shape of a tensor for a message.
 *
 * @param tensor The tensor.
 * @returns `64×56×56`, or `unknown`.
 */
export function shapeText(tensor: Tensor): string {
  return tensor.shape ? formatShape(tensor.shape) : 'unknown';
}
