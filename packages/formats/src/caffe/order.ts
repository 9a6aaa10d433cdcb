/** An order of layers in which each comes after those it takes from. */
import { listOf, quote } from 'nnfig/readers';
import type { Problems } from './problems.js';
import { bottomsOf, type Node, nameOf, type Version } from './wiring.js';

/** Goes through nodes depth first, without a stack of its own that could overflow. */
class Sorter {
  readonly order: number[] = [];
  readonly #state: Uint8Array;

  constructor(
    readonly nodes: readonly Node[],
    readonly sources: (Version | undefined)[][],
    readonly problems: Problems,
  ) {
    this.#state = new Uint8Array(nodes.length);
    for (const index of nodes.keys()) this.#visit(index);
  }

  #visit(start: number): void {
    if (this.#state[start] !== 0) return;
    const path: { readonly node: number; next: number }[] = [];
    const enter = (node: number) => {
      this.#state[node] = 1;
      path.push({ node, next: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const sources = this.sources[top.node] ?? [];
      if (top.next === sources.length) {
        this.#state[top.node] = 2;
        this.order.push(top.node);
        path.pop();
        continue;
      }
      const bottom = top.next++;
      const source = sources[bottom];
      if (!source) continue;
      if (this.#state[source.node] === 0) enter(source.node);
      else if (this.#state[source.node] === 1) {
        const from = path.findIndex(({ node }) => node === source.node);
        this.#reportCircle(
          path.slice(from).map(({ node }) => node),
          top.node,
          bottom,
        );
        sources[bottom] = undefined;
      }
    }
  }

  #reportCircle(circle: readonly number[], node: number, bottom: number): void {
    const last = this.nodes[node];
    const span = last && bottomsOf(last)[bottom];
    if (!span) return;
    const names = circle.map((index) => {
      const one = this.nodes[index];
      return one ? nameOf(one) : '';
    });
    const shown = names.length > 6 ? [...names.slice(0, 3), '…', ...names.slice(-2)] : names;
    this.problems.error(
      'cycle',
      names.length === 1
        ? `${quote(names[0])} takes what it gives`
        : `${listOf(shown, 'and')} take from each other in a circle`,
      span,
      'Take one of them from an earlier blob.',
    );
  }
}

/**
 * Orders nodes: as in the file where that will do. Circles are reported, and cut where they close.
 *
 * @param nodes Inputs and layers.
 * @param sources For each what its bottoms are; the one that closes a circle goes.
 * @param problems Where problems go.
 * @returns Indices of the nodes. Linear time.
 */
export function sort(
  nodes: readonly Node[],
  sources: (Version | undefined)[][],
  problems: Problems,
): readonly number[] {
  return new Sorter(nodes, sources, problems).order;
}
