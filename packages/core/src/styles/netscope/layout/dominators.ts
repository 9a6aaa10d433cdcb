/**
 * Cuts what series and parallels do not explain into the smallest parts with
 * one vertex before and one after: pairs that dominate each other both ways
 * (Johnson, Pearson, Pingali: The program structure tree, 1994).
 */
import type { Vertex } from './flow.js';
import { type Reduction, weave } from './reduce.js';
import { type Strand, strandsFrom } from './strands.js';

/**
 * Joins all of a region into one strand.
 *
 * @param reduction The region, with all joined that is in series or parallel.
 * @returns The strand, from before all to after all.
 */
export function joinAll(reduction: Reduction): Strand {
  const whole = reduction.whole();
  if (whole) return whole;
  const { source, sink } = reduction;
  const order = [source, ...reduction.region.vertices.filter(({ taken }) => !taken), sink];
  order.forEach((vertex, index) => {
    vertex.place = index;
  });
  const before = dominators(order, ({ firstIn }, meet) => {
    for (let strand = firstIn; strand; strand = strand.nextIn) meet(strand.top.place);
  });
  const after = dominators([...order].reverse(), ({ firstOut }, meet) => {
    const last = order.length - 1;
    for (let strand = firstOut; strand; strand = strand.nextOut) {
      meet(last - strand.bottom.place);
    }
  });
  for (let index = order.length - 2; index >= 0; index--) {
    const top = order[index] as Vertex;
    if (top.taken || top.outs === 0) continue;
    const last = order.length - 1;
    const at = last - (after[last - index] as number);
    const bottom = order[at] as Vertex;
    if (bottom.taken || before[at] !== index) continue;
    const inside = between(top, bottom);
    if (inside.length === 0) continue;
    reduction.add(weave(top, bottom, inside));
    reduction.run();
  }
  return reduction.whole() as Strand;
}

/** Everything on the ways from one vertex to another, in the order of their places. */
function between(top: Vertex, bottom: Vertex): Vertex[] {
  const found = new Set<Vertex>();
  const open = [top];
  for (let vertex = open.pop(); vertex; vertex = open.pop()) {
    for (const { bottom: next } of strandsFrom(vertex)) {
      if (next === bottom || found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return [...found].sort((a, b) => a.place - b.place);
}

/**
 * For each vertex the last one that all ways to it go through. Each jumps over
 * twice as many others as the one it jumps to where that is even, so that the
 * first common one of two is found in logarithmic time.
 */
function dominators(
  order: readonly Vertex[],
  eachBefore: (vertex: Vertex, meet: (index: number) => void) => void,
): Int32Array {
  const direct = new Int32Array(order.length);
  const jump = new Int32Array(order.length);
  const depth = new Int32Array(order.length);
  const common = (first: number, second: number): number => {
    let [a, b] = [first, second];
    while (a !== b) {
      const [da, db] = [depth[a] as number, depth[b] as number];
      if (da < db) [a, b] = [b, a];
      else if (da > db)
        a =
          (depth[jump[a] as number] as number) >= db ? (jump[a] as number) : (direct[a] as number);
      else if (jump[a] !== jump[b]) [a, b] = [jump[a] as number, jump[b] as number];
      else [a, b] = [direct[a] as number, direct[b] as number];
    }
    return a;
  };
  order.forEach((vertex, index) => {
    if (index === 0) return;
    let met = -1;
    eachBefore(vertex, (other) => {
      met = met < 0 ? other : common(met, other);
    });
    const parent = Math.max(met, 0);
    direct[index] = parent;
    depth[index] = (depth[parent] as number) + 1;
    const over = jump[parent] as number;
    const same =
      (depth[parent] as number) - (depth[over] as number) ===
      (depth[over] as number) - (depth[jump[over] as number] as number);
    jump[index] = same ? (jump[over] as number) : parent;
  });
  return direct;
}
