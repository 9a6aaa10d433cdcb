/** Builds the network of wired layers. */
import {
  findOperation,
  type LayerRequest,
  type Network,
  NetworkBuilder,
  type Operation,
  quote,
  type ReadContext,
  type Shape,
  type Tensor,
  unknownTensor,
} from 'nnfig/readers';
import { boxesOf } from './boxes.js';
import { groupsOf, type Member } from './groups.js';
import { batchOfFile, type InputShapes, isInput } from './inputs.js';
import type { CaffeLayer } from './layer.js';
import { originOf } from './origin.js';
import type { Problems } from './problems.js';
import { ruleOf } from './rules/index.js';
import type { RuleCall, Translation } from './rules/rule.js';
import { Sharing } from './sharing.js';
import { checkShapes, translate } from './translate.js';
import type { Version, Wiring } from './wiring.js';

/** The operation of a name that rules give. */
function operation(name: string): Operation {
  const found = findOperation(name);
  if (!found) throw new Error(`no operation ${name}`);
  return found;
}

/** Adds nodes to a network in their order. */
class Building {
  readonly builder: NetworkBuilder;
  readonly #sharing: Sharing;
  /** What each node gives, one a top. */
  readonly #tensors: (readonly Tensor[])[] = [];
  /** In whose box each node stands. */
  readonly #boxes: readonly number[];
  readonly #units: string[] = [];
  readonly #batch: RuleCall['batch'];

  constructor(
    readonly wiring: Wiring,
    readonly shapes: InputShapes,
    readonly context: ReadContext,
    readonly problems: Problems,
  ) {
    this.builder = new NetworkBuilder('caffe', context.reporter);
    this.#sharing = new Sharing(this.builder, problems);
    this.#boxes = boxesOf(wiring);
    this.#batch = { file: batchOfFile(wiring), used: context.batch };
  }

  run(): void {
    const { order } = this.wiring;
    const groups = this.#groups();
    let open: string | undefined;
    for (const [rank, index] of order.entries()) {
      const group = groups[rank];
      if (group !== open) {
        this.builder.group = undefined;
        if (group !== undefined) {
          this.builder.group = this.builder.inGroup('group', group, false, undefined, (id) => id);
        }
        open = group;
      }
      this.#add(index);
    }
    this.builder.group = undefined;
  }

  /** Names of the groups that nodes stand in, in their order. */
  #groups(): readonly (string | undefined)[] {
    const { order, nodes } = this.wiring;
    const ranks = new Map(order.map((index, rank) => [index, rank]));
    const members = order.map((index): Member | undefined => {
      const node = nodes[index];
      if (node?.kind !== 'layer' || isInput(node)) return undefined;
      return { name: node.layer.name, box: ranks.get(this.#boxes[index] ?? index) ?? 0 };
    });
    return groupsOf(members);
  }

  #add(index: number): void {
    const node = this.wiring.nodes[index];
    if (!node) return;
    if (isInput(node)) this.#addInput(index);
    else if (node.kind === 'layer') this.#addLayer(index, node.layer);
  }

  #addInput(index: number): void {
    const node = this.wiring.nodes[index];
    if (!node) return;
    const [shape, ...further] = this.shapes.get(index) ?? [];
    const isBare = node.kind === 'input';
    const name = isBare ? node.input.blob : node.layer.name;
    const span = isBare ? node.input.span : node.layer.span;
    const place = this.problems.place(span);
    const known = further.filter((each): each is Shape => each !== undefined);
    // Ports are counted through: one of unknown size leaves those after it unknown.
    const complete = known.length === further.length;
    const [batch, ...sizes] = shape ?? [];
    const tensors = this.builder.add({
      operation: operation('input'),
      attributes: {
        shape: sizes,
        batch,
        ...(known.length > 0 && complete && { further: known }),
      },
      inputs: [],
      place,
      opPlace: place,
      name,
      origin: isBare
        ? {
            type: 'Input',
            attributes: node.input.sizes ? [['dim', node.input.sizes.join(', ')]] : [],
          }
        : originOf(node.layer),
      incomplete: shape === undefined,
    });
    this.#keep(index, tensors);
  }

  #keep(index: number, tensors: readonly Tensor[]): void {
    this.#tensors[index] = tensors;
    const [first] = tensors;
    if (first) this.#units[index] = first.layer;
  }

  #tensor(source: Version | undefined): Tensor {
    if (!source) return unknownTensor;
    const tensors = this.#tensors[source.node] ?? [];
    const [first] = tensors;
    if (!first) return unknownTensor;
    return (
      tensors[source.top] ?? {
        layer: first.layer,
        port: source.top,
        shape: undefined,
        featureMap: false,
      }
    );
  }

  #addLayer(index: number, layer: CaffeLayer): void {
    // What no blob leads to is no edge; it is reported where it is named.
    const sources = this.wiring.sources[index] ?? [];
    const tensors = sources.map((source) => this.#tensor(source));
    const rule = ruleOf(layer);
    const box = this.#boxes[index] ?? index;
    const unit = box === index ? undefined : this.#units[box];
    if (rule?.each && tensors.length > 1) {
      this.#addEach(index, layer, tensors);
      return;
    }
    const translation = this.#translate(layer, tensors);
    const added = this.#request(layer, translation, tensors, unit);
    this.#checkTops(layer, translation, added);
    // Copies are one blob under several names.
    const copies =
      layer.key === 'split' && added[0] ? layer.tops.map(() => added[0] as Tensor) : added;
    this.#keep(index, copies);
  }

  /** One layer a bottom, all with the parameters of the first. */
  #addEach(index: number, layer: CaffeLayer, tensors: readonly Tensor[]): void {
    const given: Tensor[] = [];
    let owner: string | undefined;
    for (const tensor of tensors) {
      const translation = this.#translate(layer, [tensor]);
      const [added] = this.#request(layer, translation, [tensor], undefined, owner);
      if (!added) continue;
      given.push(added);
      owner ??= added.layer;
    }
    this.#keep(index, given);
  }

  #translate(layer: CaffeLayer, tensors: readonly Tensor[]): Translation | undefined {
    const inputs = tensors.map(({ shape }) => shape);
    return translate({ layer, inputs, batch: this.#batch }, this.context);
  }

  #request(
    layer: CaffeLayer,
    translation: Translation | undefined,
    tensors: readonly Tensor[],
    unit: string | undefined,
    share?: string,
  ): Tensor[] {
    const place = this.problems.place(layer.span);
    const { op, attributes, from } = translation ?? {
      op: 'op',
      attributes: { name: layer.type || layer.name },
    };
    const request: LayerRequest = {
      operation: operation(op),
      attributes,
      ...(from && { attributePlaces: this.#places(from) }),
      inputs: tensors,
      place,
      opPlace: place,
      name: layer.name,
      idBase: `${layer.name}_`,
      origin: originOf(layer),
      ...(unit !== undefined && { unit }),
      ...(share !== undefined && { share }),
      ...(translation === undefined && { incomplete: true }),
    };
    const added = this.builder.add(request);
    if (share === undefined) this.#sharing.settle(layer, this.builder.layers.length - 1);
    return added;
  }

  /** Places of attributes, worked out only for a problem. */
  #places({ params, names }: NonNullable<Translation['from']>) {
    return {
      get: (attribute: string) => {
        const name = names[attribute];
        const span = name === undefined ? undefined : params.spanOf(name);
        return span && this.problems.place(span);
      },
    };
  }

  #checkTops(layer: CaffeLayer, translation: Translation | undefined, added: readonly Tensor[]) {
    const extra = layer.tops[added.length];
    if (!translation || !extra || layer.key === 'split' || added[0]?.shape === undefined) return;
    this.problems.error(
      'wrong-outputs',
      `${quote(layer.type)} gives ${added.length} top${added.length === 1 ? '' : 's'}, but ${quote(layer.name)} has ${layer.tops.length}`,
      extra,
      'Leave this one out.',
    );
  }
}

const layersOf = ({ nodes }: Wiring): CaffeLayer[] =>
  nodes.flatMap((node) => (node.kind === 'layer' ? [node.layer] : []));

/**
 * Builds a network.
 *
 * @param name Name of the whole.
 * @param wiring Its layers, and who takes what from whom.
 * @param shapes Shapes of its inputs.
 * @param context What is said around the file.
 * @param problems Where problems go.
 * @returns The network.
 * @throws {TooLarge} If it has too many layers.
 */
export function build(
  name: string,
  wiring: Wiring,
  shapes: InputShapes,
  context: ReadContext,
  problems: Problems,
): Network {
  checkShapes(layersOf(wiring), context);
  const building = new Building(wiring, shapes, context, problems);
  building.run();
  return building.builder.finish(name);
}
