/**
 * Folding: blocks, residuals and branches stand as one stage each, and the
 * copies of a repeated block as one stage times N.
 */
import type { Shape } from '../ops/operation.js';
import { type Boundaries, boundaries, type GroupBoundary } from './boundary.js';
import type { Stage } from './coalesce.js';
import type { Group, GroupKind, Layer, Network } from './network.js';

/** A stage as it is. */
export interface SingleItem {
  readonly kind: 'stage';
  /** Id of the stage. */
  readonly id: string;
  readonly stage: Stage;
  readonly inputs: readonly string[];
  readonly shape: Shape;
  readonly count: 1;
}

/** A group that stands for all that is in it. */
export interface FoldedItem {
  readonly kind: 'fold';
  /** Id of its group; of the first copy when it stands for several. */
  readonly id: string;
  /** Name of the block. */
  readonly name: string;
  readonly group: GroupKind;
  /** How many copies of the block it stands for. */
  readonly count: number;
  /** What is in the first copy, folded in its turn. */
  readonly inner: readonly Item[];
  /** Layers of all copies. */
  readonly layers: readonly Layer[];
  /** Id of the stage of the first copy whose output leaves. */
  readonly exit: string;
  /** Id of the stage of the last copy whose output leaves; `exit` when there is one copy. */
  readonly end: string;
  /**
   * Ids of the items beside it that it takes from; what comes from outside of
   * the fold around it stands as the id of its stage.
   */
  readonly inputs: readonly string[];
  /** Shape of its output, batch axis first. */
  readonly shape: Shape;
}

/** What stands in a folded network. */
export type Item = SingleItem | FoldedItem;

/** What to fold. */
export interface FoldOptions {
  /** How many levels of groups stay open, from the outermost; none unless given. */
  readonly open?: number;
  /**
   * Whether a block that takes from several stages (one of them a skip, say)
   * folds too; it does not unless asked for.
   */
  readonly manyEntries?: boolean;
  /**
   * Whether copies whose outputs differ in their channels alone are one item
   * too, as those of a dense block are; the item has the last one's shape.
   */
  readonly growing?: boolean;
}

/**
 * Folds the groups of a network that have a single entry and a single exit.
 * Consecutive copies of a repeated block whose outputs have equal shapes become
 * one item; so does a first copy with a stride, since only its input differs.
 *
 * @param network The network.
 * @param stages Its stages, from `coalesce`.
 * @param options Which groups fold.
 * @returns What stands at the outermost level, each after its inputs. Linear
 *   time for a bounded depth of groups.
 */
export function fold(
  network: Network,
  stages: readonly Stage[],
  options: FoldOptions = {},
): readonly Item[] {
  const { open = 0, manyEntries = false, growing = false } = options;
  const edges = boundaries(network, stages);
  const groups = new Map(network.groups.map((group) => [group.id, group]));
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const position = new Map(stages.map((stage, index) => [stage.id, index]));

  const foldable = (id: string, depth: number): GroupBoundary | undefined => {
    const boundary = edges.of(id);
    if (depth < open || boundary?.exits.size !== 1) return undefined;
    return boundary.entries.size === 1 || (manyEntries && boundary.entries.size > 1)
      ? boundary
      : undefined;
  };

  const level = (members: readonly Stage[], depth: number): readonly Item[] => {
    const parts = partition(members, (stage) => {
      const path = edges.path(stage.id);
      const at = path.findIndex((id, index) => index >= depth && foldable(id, index));
      return at < 0 ? undefined : { id: path[at] as string, depth: at };
    });
    const drafts = parts.map((part): Item => {
      const [first] = part.stages;
      if (!part.group) return asItem(first as Stage);
      const boundary = edges.of(part.group.id) as GroupBoundary;
      const exit = byId.get([...boundary.exits][0] as string) as Stage;
      const inner = level(part.stages, part.group.depth + 1);
      return folded(groups.get(part.group.id) as Group, part.stages, inner, exit, boundary.entries);
    });
    const ordered = drafts.sort((a, b) => exitPosition(a) - exitPosition(b));
    return connect(merge(ordered, groups, edges, growing));
  };

  const exitPosition = (item: Item) =>
    position.get(item.kind === 'fold' ? item.exit : item.id) ?? 0;
  return level(stages, 0);
}

/**
 * @param item An item.
 * @returns All layers that it stands for, those of every copy.
 */
export function itemLayers(item: Item): readonly Layer[] {
  return item.kind === 'fold' ? item.layers : stageLayers(item.stage);
}

function stageLayers(stage: Stage): readonly Layer[] {
  return [stage.layer, ...stage.attached];
}

/**
 * @param stage A stage.
 * @returns The item that is the stage as it is.
 */
export function asItem(stage: Stage): SingleItem {
  const { id, inputs, shape } = stage;
  return { kind: 'stage', id, stage, inputs, shape, count: 1 };
}

/** A group as one item; one that holds nothing but one item is that item, under the better name. */
function folded(
  group: Group,
  stages: readonly Stage[],
  inner: readonly Item[],
  exit: Stage,
  entries: ReadonlySet<string>,
): Item {
  const [only] = inner;
  const repeated = group.repeat !== undefined && group.repeat.count > 1;
  const within = inner.length === 1 && only?.kind === 'fold' ? only : undefined;
  const keepsOwn = repeated || (within?.count === 1 && group.kind === 'block');
  if (only && inner.length === 1 && !keepsOwn) return { ...only, inputs: [...entries] };
  const nested = within?.count === 1 ? within : undefined;
  const named = nested && group.kind !== 'block' && nested.group === 'block' ? nested : group;
  return {
    kind: 'fold',
    id: group.id,
    name: named.name,
    group: 'group' in named ? named.group : named.kind,
    count: 1,
    inner: nested?.inner ?? inner,
    layers: stages.flatMap(stageLayers),
    exit: exit.id,
    end: exit.id,
    inputs: [...entries],
    shape: exit.shape,
  };
}

interface Part {
  readonly group: { readonly id: string; readonly depth: number } | undefined;
  readonly stages: Stage[];
}

function partition(stages: readonly Stage[], groupOf: (stage: Stage) => Part['group']): Part[] {
  const parts: Part[] = [];
  const byGroup = new Map<string, Part>();
  for (const stage of stages) {
    const group = groupOf(stage);
    const known = group && byGroup.get(group.id);
    if (known) {
      known.stages.push(stage);
      continue;
    }
    const part = { group, stages: [stage] };
    parts.push(part);
    if (group) byGroup.set(group.id, part);
  }
  return parts;
}

/** Merges each copy of a repeated block into the copies just before it. */
function merge(
  items: readonly Item[],
  groups: ReadonlyMap<string, Group>,
  edges: Boundaries,
  growing: boolean,
): Item[] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last, item)) run.push(item);
    else runs.push([item]);
  }
  return runs.map((run): Item => {
    const first = run[0] as Item;
    const last = run.at(-1);
    if (first.kind !== 'fold' || last?.kind !== 'fold' || run.length === 1) return first;
    const { end, shape } = last;
    return { ...first, count: run.length, layers: run.flatMap(itemLayers), end, shape };
  });

  function follows(before: Item, after: Item): boolean {
    if (before.kind !== 'fold' || after.kind !== 'fold') return false;
    const a = groups.get(before.id)?.repeat;
    const b = groups.get(after.id)?.repeat;
    if (!a || !b || a.key !== b.key || b.index !== a.index + 1) return false;
    if (!sameShape(before.shape, after.shape, growing)) return false;
    // Nothing but the next copy may see what a copy hands on.
    if (!edges.feedsOnly(before.end, after.id)) return false;
    const constant = new Set(edges.of(before.id)?.entries);
    const others = [...(edges.of(after.id)?.entries ?? [])].filter((id) => id !== before.end);
    return others.every((id) => constant.has(id)) && others.length === constant.size - 1;
  }
}

/** Channels are the axis after the batch, where there are more axes. */
function sameShape(a: Shape, b: Shape, growing: boolean): boolean {
  const free = growing && a.length > 2 ? 1 : -1;
  return a.length === b.length && a.every((size, axis) => size === b[axis] || axis === free);
}

/** Points the inputs of items, so far ids of stages, at the items beside them. */
function connect(items: readonly Item[]): Item[] {
  const owner = new Map(items.map((item) => [item.kind === 'fold' ? item.end : item.id, item.id]));
  return items.map((item) => ({
    ...item,
    inputs: [...new Set(item.inputs.map((id) => owner.get(id) ?? id))],
  }));
}
