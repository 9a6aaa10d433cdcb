/** Groups of layers: those of `inception_3a/1x1` and its neighbours stand in one, as in Netscope. */

/** A layer as groups see it. */
export interface Member {
  readonly name: string;
  /** Index of the member in whose box it stands; its own unless it works in place. */
  readonly box: number;
}

function prefixOf(name: string): string | undefined {
  const end = name.indexOf('/');
  return end > 0 ? name.slice(0, end) : undefined;
}

/**
 * Finds groups: neighbours whose names share what stands before the first `/`. Those that
 * stand apart make no group, nor does a single box.
 *
 * @param members Layers in their order; nothing for an input, which stands in none.
 * @returns For each the name of its group, if it is in one.
 */
export function groupsOf(members: readonly (Member | undefined)[]): (string | undefined)[] {
  const prefixes = members.map((member) => {
    const box = member && members[member.box];
    return box && prefixOf(box.name);
  });
  const runs = new Map<string, number>();
  const boxes = new Map<string, number>();
  for (const [index, prefix] of prefixes.entries()) {
    if (prefix === undefined) continue;
    if (prefix !== prefixes[index - 1]) runs.set(prefix, (runs.get(prefix) ?? 0) + 1);
    if (members[index]?.box === index) boxes.set(prefix, (boxes.get(prefix) ?? 0) + 1);
  }
  return prefixes.map((prefix) =>
    prefix !== undefined && runs.get(prefix) === 1 && (boxes.get(prefix) ?? 0) > 1
      ? prefix
      : undefined,
  );
}
