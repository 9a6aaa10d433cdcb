/** Where groups take from and what leaves them, by stages. */
import type { Stage } from './coalesce.js';
import type { Network } from './network.js';

/** What crosses the outline of a group. */
export interface GroupBoundary {
  /** Ids of stages outside that stages inside take from. */
  readonly entries: ReadonlySet<string>;
  /** Ids of stages inside that something outside takes from, or that the network gives out. */
  readonly exits: ReadonlySet<string>;
}

/** The outlines of all groups. */
export interface Boundaries {
  /** @returns What crosses a group's outline; nothing for a group without stages. */
  of(group: string): GroupBoundary | undefined;
  /** @returns Ids of the groups around a stage, outermost first. */
  path(stage: string): readonly string[];
  /** @returns Whether everything that takes from a stage stands in a group. */
  feedsOnly(stage: string, group: string): boolean;
}

/**
 * Finds what crosses the outline of every group.
 *
 * @param network Groups and outputs.
 * @param stages The stages of the network.
 * @returns The outlines. Linear time for a bounded depth of groups.
 */
export function boundaries(network: Network, stages: readonly Stage[]): Boundaries {
  const paths = stagePaths(network, stages);
  const found = new Map<string, { entries: Set<string>; exits: Set<string> }>();
  const consumers = new Map<string, string[]>();
  const boundary = (id: string) => {
    const known = found.get(id) ?? { entries: new Set<string>(), exits: new Set<string>() };
    found.set(id, known);
    return known;
  };

  for (const stage of stages) {
    const to = paths.get(stage.id) ?? [];
    for (const id of to) boundary(id);
    for (const source of stage.inputs) {
      const from = paths.get(source) ?? [];
      const shared = commonLength(from, to);
      for (const id of from.slice(shared)) boundary(id).exits.add(source);
      for (const id of to.slice(shared)) boundary(id).entries.add(source);
      const known = consumers.get(source);
      if (known) known.push(stage.id);
      else consumers.set(source, [stage.id]);
    }
  }

  const given = givenOut(network, stages);
  for (const id of given) for (const group of paths.get(id) ?? []) boundary(group).exits.add(id);

  return {
    of: (group) => found.get(group),
    path: (stage) => paths.get(stage) ?? [],
    feedsOnly: (stage, group) =>
      !given.has(stage) &&
      (consumers.get(stage) ?? []).every((id) => paths.get(id)?.includes(group) ?? false),
  };
}

function stagePaths(network: Network, stages: readonly Stage[]): Map<string, readonly string[]> {
  const parents = new Map(network.groups.map((group) => [group.id, group.parent]));
  const known = new Map<string, readonly string[]>();
  const pathOf = (group: string): readonly string[] => {
    const before = known.get(group);
    if (before) return before;
    const parent = parents.get(group);
    const path = [...(parent === undefined ? [] : pathOf(parent)), group];
    known.set(group, path);
    return path;
  };
  return new Map(stages.map(({ id, group }) => [id, group === undefined ? [] : pathOf(group)]));
}

/** Stages that hold a layer that the network gives out. */
function givenOut(network: Network, stages: readonly Stage[]): ReadonlySet<string> {
  const outputs = new Set(network.outputs.map(({ layer }) => layer));
  return new Set(
    stages
      .filter(({ layer, attached }) => [layer, ...attached].some(({ id }) => outputs.has(id)))
      .map(({ id }) => id),
  );
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
