/**
 * Stages: what a paper counts as one layer. A convolution, its normalisation,
 * its activation and its dropout are one stage.
 */
import { findOperation } from '../ops/index.js';
import type { Category, Shape } from '../ops/operation.js';
import type { Group, Layer, Network } from './network.js';

/** A main layer with the small ones that follow it. */
export interface Stage {
  /** Id of the main layer. */
  readonly id: string;
  readonly layer: Layer;
  /** Normalisation, activation, regularisation and flatten after it, in their order. */
  readonly attached: readonly Layer[];
  /** Ids of the stages it takes from, each once, in the order of the main layer's inputs. */
  readonly inputs: readonly string[];
  /** Output of the main layer, before anything attached (a flatten) reshapes it; batch axis first. */
  readonly shape: Shape;
  /** Id of the innermost group of the main layer. */
  readonly group?: string;
}

const attachable: ReadonlySet<Category> = new Set([
  'normalization',
  'activation',
  'regularization',
]);

/**
 * Whether a layer is of the kind that joins the stage before it.
 *
 * @param layer Any layer.
 * @returns True for normalisation, activation, regularisation and flatten.
 */
export function isAttachable(layer: Layer): boolean {
  const operation = findOperation(layer.op);
  return operation !== undefined && (attachable.has(operation.category) || layer.op === 'flatten');
}

/**
 * Joins layers into stages. An attachable layer joins the stage before it when
 * nothing else takes from there, and when joining carries it neither into
 * another group nor out of a copy of a repeated block.
 *
 * @param network Layers in running order.
 * @param joins Which layers may join the stage before them; `isAttachable` unless given.
 * @returns The stages, in the order of their main layers. Linear time.
 */
export function coalesce(
  network: Network,
  joins: (layer: Layer) => boolean = isAttachable,
): readonly Stage[] {
  const uses = countUses(network);
  const groups = new Map(network.groups.map((group) => [group.id, group]));
  const stageOf = new Map<string, { readonly layer: Layer; readonly attached: Layer[] }>();
  const last = new Map<string, Layer>();
  const open: { readonly layer: Layer; readonly attached: Layer[] }[] = [];

  for (const layer of network.layers) {
    const [input, ...others] = layer.inputs;
    const before = input && others.length === 0 ? stageOf.get(input.layer) : undefined;
    if (
      input &&
      before &&
      joins(layer) &&
      uses.get(input.layer) === 1 &&
      (last.get(before.layer.id)?.outputs.length ?? 0) <= 1 &&
      mayJoin(before.layer.group, layer.group, groups)
    ) {
      before.attached.push(layer);
      last.set(before.layer.id, layer);
      stageOf.set(layer.id, before);
    } else {
      const stage = { layer, attached: [] };
      open.push(stage);
      last.set(layer.id, layer);
      stageOf.set(layer.id, stage);
    }
  }

  return open.map(({ layer, attached }) => ({
    id: layer.id,
    layer,
    attached,
    inputs: [...new Set(layer.inputs.map(({ layer: id }) => stageOf.get(id)?.layer.id ?? id))],
    shape: layer.shape,
    ...(layer.group !== undefined && { group: layer.group }),
  }));
}

function countUses(network: Network): Map<string, number> {
  const uses = new Map<string, number>();
  const add = (id: string) => uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const layer of network.layers) for (const input of layer.inputs) add(input.layer);
  for (const output of network.outputs) add(output.layer);
  return uses;
}

/** Whether going from one group to the other only leaves groups, none of them a repeated copy. */
function mayJoin(
  from: string | undefined,
  to: string | undefined,
  groups: ReadonlyMap<string, Group>,
): boolean {
  let at = from;
  while (at !== to) {
    const group = at === undefined ? undefined : groups.get(at);
    if (!group || (group.repeat && group.repeat.count > 1)) return false;
    at = group.parent;
  }
  return true;
}
