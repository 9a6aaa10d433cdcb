/** Captions: what the description calls the blocks of a figure. */
import type { Layer, Network } from '../../network/network.js';

/** The named groups around layers. */
export interface CaptionGroups {
  /** @returns Id of the innermost group with a name around a layer. */
  of(layer: Layer): string | undefined;
  /** @returns The name of a group. */
  name(id: string): string | undefined;
}

/**
 * Finds the named groups of a network.
 *
 * @param network The network.
 * @returns What asks for them.
 */
export function captionGroups(network: Network): CaptionGroups {
  const groups = new Map(network.groups.map((group) => [group.id, group]));
  return {
    of(layer) {
      for (let at = layer.group; at !== undefined; at = groups.get(at)?.parent) {
        if (groups.get(at)?.kind === 'group') return at;
      }
      return undefined;
    },
    name: (id) => groups.get(id)?.name,
  };
}
