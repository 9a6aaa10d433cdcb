/** Which layers stand in one box: those that work in place, with the one whose blob they work on. */
import type { Wiring } from './wiring.js';

/**
 * Finds the box of each node. A layer that works in place stands in that of what it works on,
 * unless another of its bottoms comes out of that box: then the box would have to come before
 * itself.
 *
 * @param wiring The wiring.
 * @returns For each node the one in whose box it stands; its own index unless it is in another's.
 */
export function boxesOf({ nodes, sources, order }: Wiring): readonly number[] {
  const ranks: number[] = [];
  const boxes = nodes.map((_, index) => index);
  for (const [rank, index] of order.entries()) {
    ranks[index] = rank;
    const node = nodes[index];
    if (node?.kind !== 'layer') continue;
    const { layer } = node;
    const taken = sources[index] ?? [];
    const source = taken[layer.bottoms.findIndex(({ text }) => layer.worksInPlaceOn(text))];
    if (!source) continue;
    const box = boxes[source.node] ?? source.node;
    const first = ranks[box] ?? 0;
    const fits = taken.every(
      (other) =>
        other === undefined || boxes[other.node] === box || (ranks[other.node] ?? 0) < first,
    );
    if (fits) boxes[index] = box;
  }
  return boxes;
}
