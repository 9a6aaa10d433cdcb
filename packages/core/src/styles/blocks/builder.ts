/** Collects blocks and links while a network is walked through. */
import type { Stage } from '../../network/coalesce.js';
import type { Item } from '../../network/fold.js';
import type { CaptionGroups } from './captions.js';
import { asBlock, type Draft, lastPart, without } from './drafts.js';
import type { BlockGraph, BlockOptions, End, Link } from './model.js';

/** An item, and what is known of it when its turn comes. */
export interface Turn {
  readonly item: Item;
  /** The stage whose output leaves it. */
  readonly exit: Stage;
  /** What it takes from, in order; an input that is not shown has no end. */
  readonly sources: readonly { readonly id: string; readonly end: End | undefined }[];
}

/** Blocks and links, as far as the network has been walked through. */
export class GraphBuilder {
  readonly drafts: Draft[] = [];
  readonly links: Link[] = [];
  /** Blocks that take from an input that is not shown. */
  readonly entries = new Set<number>();
  /** Blocks whose only slab stands in a stack. */
  readonly absorbed = new Set<number>();
  /** Where the output of an item leaves. */
  readonly ends = new Map<string, End | undefined>();
  readonly #position = new Map<Draft, number>();
  readonly #first = new Map<number, number>();
  /** Items whose output only one other takes. */
  readonly #sole = new Set<string>();

  constructor(
    readonly options: BlockOptions,
    readonly groups: CaptionGroups,
    /** How often each item is taken from. */
    readonly uses: ReadonlyMap<string, number>,
  ) {}

  /** @returns The block that an end is at. */
  draftAt(end: End | undefined): Draft | undefined {
    return end && this.drafts[end.block];
  }

  /** @returns Whether nothing but one item takes what an item gives. */
  isSole(id: string): boolean {
    return this.#sole.has(id);
  }

  /** Notes that only one item takes what this one gives. */
  noteSole(id: string): void {
    this.#sole.add(id);
  }

  /** Begins a block. */
  open({ item, exit }: Turn, kind: Draft['kind']): Draft {
    const draft: Draft = {
      kind,
      id: item.id,
      boxes: [],
      names: [],
      layers: [],
      item,
      exit,
      group: this.groups.of(exit.layer),
      closed: false,
    };
    this.#position.set(draft, this.drafts.length);
    this.drafts.push(draft);
    return draft;
  }

  /** @returns Index of a block. */
  indexOf(draft: Draft): number {
    return this.#position.get(draft) ?? 0;
  }

  /** Links sources to an end. */
  connect(sources: readonly (End | undefined)[], to: End): void {
    for (const from of sources) {
      if (!from) {
        this.entries.add(to.block);
        continue;
      }
      this.links.push({ from, to });
      if (!this.#first.has(to.block)) this.#first.set(to.block, from.block);
    }
  }

  /** @returns The block that a block takes from first. */
  firstSource(block: number): number | undefined {
    return this.#first.get(block);
  }

  /** Says that an item's output leaves at the right of a block, and gives the block its names. */
  finish({ item, exit }: Turn, draft: Draft): void {
    this.ends.set(item.id, { block: this.indexOf(draft), box: draft.boxes.length - 1 });
    const { names, layers } = namesOf(item, exit);
    draft.names.push(...names);
    draft.layers.push(...layers);
    // A name that several layers take from is there for the wiring; others are for readers.
    if ((this.uses.get(item.id) ?? 0) <= 1) draft.caption ??= names.at(-1);
    if (item.kind === 'fold') draft.caption ??= foldName(item);
    if (names.length > 0 && lastPart(draft)?.kind !== 'pooling') draft.closed = true;
  }

  /** @returns The graph; `exits` say where the outputs of the network leave. */
  build(exits: readonly End[]): BlockGraph {
    const members = new Map<string, Draft[]>();
    for (const draft of this.drafts) {
      if (draft.group === undefined || draft.kind === 'ball') continue;
      const known = members.get(draft.group);
      if (known) known.push(draft);
      else members.set(draft.group, [draft]);
    }
    // The name of a group stands under the one in its middle.
    for (const [group, drafts] of members) {
      const middle = drafts[Math.floor((drafts.length - 1) / 2)];
      if (middle) middle.caption = this.groups.name(group) ?? middle.caption;
    }
    const graph = {
      blocks: this.drafts.map(asBlock),
      links: this.links,
      entries: [...this.entries],
      exits,
    };
    return without(graph, this.absorbed);
  }
}

/**
 * Names that the description gives, and the layers that stand behind an item.
 *
 * @param item The item.
 * @param exit The stage whose output leaves it.
 * @returns Names, and ids of layers.
 */
export function namesOf(
  item: Item,
  exit: Stage,
): { readonly names: readonly string[]; readonly layers: readonly string[] } {
  const own = [exit.layer, ...exit.attached];
  const names = own.flatMap(({ name, op }) =>
    name === undefined || (op === 'input' && name === 'input') ? [] : [name],
  );
  return { names, layers: (item.kind === 'stage' ? own : item.layers).map(({ id }) => id) };
}

/** A block by its name and how often it comes; a repeated layer shows itself what it is. */
function foldName(item: Item & { kind: 'fold' }): string {
  const times = item.count > 1 ? `×${item.count}` : '';
  return item.inner.length > 1 ? `${item.name} ${times}`.trim() : times;
}
