/** Finds what to show of a network: which layers lie side by side, which merge, what connects them. */
import type { Stage } from '../../network/coalesce.js';
import { isAttachable } from '../../network/coalesce.js';
import type { Item } from '../../network/fold.js';
import type { Network } from '../../network/network.js';
import { categoryOf, labelledItem } from '../labels.js';
import { captionGroups } from './captions.js';
import { shownItems } from './items.js';
import type { Block, BlockGraph, BlockOptions, Box, End, Link, Part, Sign } from './model.js';
import { isSoftmax, partsOf } from './parts.js';

/** More parts than this in one box are a wall: what follows begins another. */
const mostParts = 8;

/** Sides that differ by less are drawn alike. */
const alikeShare = 0.85;

const signs: Readonly<Record<string, Sign>> = {
  add: 'plus',
  sub: 'minus',
  mul: 'times',
  matmul: 'times',
  div: 'divide',
  maximum: 'max',
  minimum: 'min',
  average: 'mean',
  concat: 'concat',
};

/** Categories that only rearrange what they get, so that nothing needs to be drawn for them. */
const passing = new Set(['pad', 'crop', 'flatten']);

/** A block that is being put together. */
interface Draft {
  kind: Block['kind'];
  id: string;
  boxes: { parts: Part[] }[];
  sign?: Sign;
  names: string[];
  layers: string[];
  item: Item;
  exit: Stage;
  group?: string | undefined;
  caption?: string | undefined;
  /** Whether a name or a group's end closed it. */
  closed: boolean;
}

/**
 * Finds the blocks of a network.
 *
 * @param network The network; every shape known.
 * @param options What stands together.
 * @returns Blocks and links. Linear time.
 */
export function blockGraph(network: Network, options: BlockOptions): BlockGraph {
  const { items, exitOf, reading } = shownItems(network, options.fold);
  const uses = countUses(items, network);
  const groups = captionGroups(network);
  const drafts: Draft[] = [];
  const position = new Map<Draft, number>();
  const links: Link[] = [];
  const entries = new Set<number>();
  /** Blocks whose only slab stands in a stack. */
  const absorbed = new Set<number>();
  /** Where the output of an item leaves; nothing for an input that is not shown. */
  const ends = new Map<string, End | undefined>();
  /** Whether nothing but one item takes what an item gives. */
  const sole = new Map<string, boolean>();

  const sourcesOf = (item: Item) =>
    item.inputs.filter((id) => ends.has(id)).map((id) => ({ id, end: ends.get(id) }));

  const open = (item: Item, exit: Stage, kind: Draft['kind'], boxes: Draft['boxes']): Draft => {
    const draft: Draft = {
      kind,
      id: item.id,
      boxes,
      names: [],
      layers: [],
      item,
      exit,
      group: groups.of(exit.layer),
      closed: false,
    };
    position.set(draft, drafts.length);
    drafts.push(draft);
    return draft;
  };

  const connect = (sources: readonly (End | undefined)[], to: End) => {
    for (const from of sources) {
      if (from) links.push({ from, to });
      else entries.add(to.block);
    }
  };

  const finish = (item: Item, exit: Stage, draft: Draft) => {
    ends.set(item.id, { block: position.get(draft) ?? 0, box: draft.boxes.length - 1 });
    const { names, own } = namesOf(item, exit);
    draft.names.push(...names);
    draft.layers.push(...own);
    // A name that several layers take from is there for the wiring; others are for readers.
    if ((uses.get(item.id) ?? 0) <= 1) draft.caption ??= names.at(-1);
    if (item.kind === 'fold') draft.caption ??= foldName(item);
    if (names.length > 0 && draft.boxes.at(-1)?.parts.at(-1)?.kind !== 'pooling')
      draft.closed = true;
  };

  for (const item of items) {
    const exit = exitOf(item);
    const sources = sourcesOf(item);
    const [first] = sources;
    const only = sources.length === 1 ? first : undefined;
    sole.set(
      item.id,
      uses.get(item.id) === 1 && (!passes(item) || sole.get(first?.id ?? '') !== false),
    );

    if (exit.layer.op === 'input' && !options.input) {
      ends.set(item.id, undefined);
      continue;
    }
    if (only && passes(item)) {
      ends.set(item.id, only.end);
      const draft = only.end && drafts[only.end.block];
      draft?.layers.push(...namesOf(item, exit).own);
      draft?.names.push(...namesOf(item, exit).names);
      continue;
    }

    const labelled = labelledItem(item, exit, reading(exit));
    const merge = item.kind === 'stage' && sources.length > 1 && categoryOf(exit.layer) === 'merge';
    if (merge) {
      const sign = signs[exit.layer.op] ?? 'other';
      const before = first?.end && drafts[first.end.block];
      const copied =
        sign === 'concat' &&
        options.concat === 'copy' &&
        sources.length === 2 &&
        first?.end &&
        // What joins from beside the path needs a place of its own.
        (sources[1]?.end?.block ?? first.end.block) < first.end.block &&
        before?.kind === 'boxes' &&
        before.boxes.at(-1)?.parts.at(-1)?.extent.kind === 'box' &&
        !before.closed &&
        first.end.box === before.boxes.length - 1 &&
        sole.get(first.id);
      if (copied && first?.end && before) {
        const [part] = partsOf({ item, exit, labelled, kind: 'copy' });
        const source = sources[1]?.end;
        if (part) addPart(before, copyOf(part, source && drafts[source.block], source));
        connect([source], { block: first.end.block, box: before.boxes.length - 1 });
        finish(item, exit, before);
        continue;
      }
      if (sign === 'concat' && options.concat === 'stack' && sources.length > 2) {
        stack(
          item,
          exit,
          sources.map(({ end }) => end),
        );
        continue;
      }
      const draft = open(item, exit, 'ball', []);
      draft.sign = sign;
      connect(
        sources.map(({ end }) => end),
        { block: drafts.length - 1, box: 0 },
      );
      finish(item, exit, draft);
      continue;
    }

    const made = partsOf({ item, exit, labelled });
    // A softmax on a line of its own has a box of its own.
    const apart = made.length > 1 && made.at(-1)?.kind === 'softmax' && !made.at(-1)?.silent;
    const parts = apart ? made.slice(0, -1) : made;
    const before = only?.end && drafts[only.end.block];
    const last = before?.boxes.at(-1)?.parts.at(-1);
    const atEnd = before?.kind === 'boxes' && only?.end?.box === before.boxes.length - 1;
    // A folded block stands for itself, whatever is beside it.
    const whole = item.kind === 'fold' || before?.item.kind === 'fold';
    const pool = parts[0]?.kind === 'pooling';
    if ((!whole || pool) && before && last && atEnd && joins(parts, last, before, only?.id ?? '')) {
      for (const part of parts) addPart(before, part);
      finish(item, exit, before);
      if (apart) addApart(item, exit, made);
      continue;
    }
    const draft = open(item, exit, 'boxes', []);
    for (const part of parts) addPart(draft, part);
    connect(
      sources.length > 0
        ? sources.map(({ end }) => end)
        : exit.layer.op === 'input'
          ? []
          : [undefined],
      { block: drafts.length - 1, box: 0 },
    );
    finish(item, exit, draft);
    if (apart) addApart(item, exit, made);
  }

  const exits = network.outputs.flatMap(({ layer }) => {
    const item = items.find((each) => endsWith(each, exitOf(each), layer));
    const end = item && ends.get(item.id);
    return end ? [end] : [];
  });
  const named = new Set<string>();
  for (const draft of drafts) {
    if (draft.group === undefined || named.has(draft.group)) continue;
    named.add(draft.group);
    draft.caption = groups.name(draft.group) ?? draft.caption;
  }
  return without(absorbed, {
    blocks: drafts.map(asBlock),
    links,
    entries: [...entries],
    exits,
  });

  /** The block that the branch of an end begins at. */
  function originOf(end: End | undefined): number {
    if (!end) return -1;
    const before = links.filter(({ to }) => to.block === end.block).map(({ from }) => from.block);
    return enlarges(end) ? originOf({ block: before[0] ?? 0, box: 0 }) : (before[0] ?? end.block);
  }

  /** A box for the last part alone, after the block that the item ended in. */
  function addApart(item: Item, exit: Stage, made: readonly Part[]): void {
    const source = ends.get(item.id);
    const part = made.at(-1);
    if (!part) return;
    const before = source && drafts[source.block];
    if (before) before.layers = before.layers.filter((layer) => layer !== part.layer);
    const draft = open(item, exit, 'boxes', [{ parts: [part] }]);
    draft.layers.push(part.layer);
    draft.id = part.id;
    draft.caption = undefined;
    const to = { block: drafts.length - 1, box: 0 };
    connect([source], to);
    ends.set(item.id, to);
  }

  function joins(parts: readonly Part[], last: Part, before: Draft, source: string): boolean {
    const [next] = parts;
    if (!next || next.extent.kind === 'bar' || last.extent.kind === 'bar') return false;
    if (next.kind === 'pooling') {
      return options.pooling === 'after' && last.kind !== 'pooling' && last.kind !== 'input';
    }
    if (!options.join || !sole.get(source) || last.kind === 'softmax' || last.kind === 'input')
      return false;
    if (next.kind === 'softmax' || next.kind === 'deconvolution' || next.kind === 'unpooling')
      return false;
    if (last.kind === 'pooling' && (options.pooling !== 'before' || before.boxes.length > 1))
      return false;
    if (before.closed || before.group !== groups.of(exitLayer(next))) return false;
    const count = before.boxes.reduce((sum, { parts: inside }) => sum + inside.length, 0);
    return count + parts.length <= mostParts && sameFace(last, next);
  }

  function exitLayer(part: Part) {
    return part.labelled.layer;
  }

  /** The end of a branch that only enlarges, so that its slab can stand in the stack. */
  function enlarges(end: End | undefined): boolean {
    const draft = end && drafts[end.block];
    const kind = draft?.boxes[0]?.parts[0]?.kind;
    const alone = draft?.boxes.length === 1 && draft.boxes[0]?.parts.length === 1;
    return (
      alone && (kind === 'unpooling' || kind === 'deconvolution') && sole.get(draft.id) === true
    );
  }

  /** Takes the last slab of each branch into the stack; a branch without one gets a copy. Late sources come first. */
  function stack(item: Item, exit: Stage, ends: readonly (End | undefined)[]): void {
    const sources = [...ends].sort((a, b) => originOf(b) - originOf(a));
    const labelled = labelledItem(item, exit, reading(exit));
    const draft = open(item, exit, 'stack', []);
    const block = drafts.length - 1;
    sources.forEach((end, index) => {
      const [part] = partsOf({ item, exit, labelled, kind: 'copy' });
      if (!part) return;
      const to = { block, box: index };
      if (end && enlarges(end)) {
        const [slab] = drafts[end.block]?.boxes[0]?.parts ?? [];
        if (slab) draft.boxes.push({ parts: [{ ...slab, silent: true }] });
        absorbed.add(end.block);
        links.forEach((link, at) => {
          if (link.to.block === end.block) links[at] = { ...link, to };
        });
        return;
      }
      const slab = copyOf(part, end && drafts[end.block], end);
      draft.boxes.push({ parts: [{ ...slab, id: `${item.id}.${index}`, silent: true }] });
      connect([end], to);
    });
    finish(item, exit, draft);
  }
}

/** Leaves blocks out, and counts the others anew. */
function without(absorbed: ReadonlySet<number>, graph: BlockGraph): BlockGraph {
  if (absorbed.size === 0) return graph;
  const left = [...graph.blocks.keys()].filter((index) => !absorbed.has(index));
  const place = new Map(left.map((index, at) => [index, at]));
  const end = ({ block, box }: End): End => ({ block: place.get(block) ?? 0, box });
  return {
    blocks: left.map((index) => graph.blocks[index] as Block),
    links: graph.links
      .filter(({ from }) => !absorbed.has(from.block))
      .map(({ from, to }) => ({ from: end(from), to: end(to) })),
    entries: graph.entries.map((index) => place.get(index) ?? 0),
    exits: graph.exits.map(end),
  };
}

/** A part joins the box at the right when their faces agree, else it begins another. */
function addPart(draft: Draft, part: Part): void {
  const box = draft.boxes.at(-1);
  const last = box?.parts.at(-1);
  if (box && last && sameFace(last, part) && last.kind !== 'pooling') box.parts.push(part);
  else draft.boxes.push({ parts: [part] });
}

/** Whether two parts are drawn with one face: what a convolution without padding takes off is not seen. */
function sameFace(a: Part, b: Part): boolean {
  const alike = (one: number, other: number) =>
    Math.min(one, other) >= alikeShare * Math.max(one, other);
  return (
    a.extent.kind === b.extent.kind &&
    alike(a.extent.height, b.extent.height) &&
    alike(a.extent.width, b.extent.width)
  );
}

/** A copied map has the channels of where it comes from. */
function copyOf(part: Part, source: Draft | undefined, end: End | undefined): Part {
  const origin = source?.boxes[end?.box ?? 0]?.parts.at(-1);
  if (!origin) return part;
  return {
    ...part,
    labelled: { ...part.labelled, shape: origin.labelled.shape },
    extent: { ...part.extent, depth: origin.extent.depth },
  };
}

/** Whether an item needs no part of its own: what only rescales or rearranges what it gets. */
function passes(item: Item): boolean {
  if (item.kind !== 'stage') return false;
  const { layer } = item.stage;
  if (isSoftmax(item.stage)) return false;
  return isAttachable(layer) || categoryOf(layer) === 'reshape' || passing.has(layer.op);
}

function countUses(items: readonly Item[], network: Network): Map<string, number> {
  const uses = new Map<string, number>();
  const add = (id: string) => uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const item of items) for (const id of item.inputs) add(id);
  for (const { layer } of network.outputs) add(layer);
  return uses;
}

/** Names that are given in the description, and the layers that stand behind an item. */
function namesOf(item: Item, exit: Stage): { names: readonly string[]; own: readonly string[] } {
  const layers = item.kind === 'stage' ? [exit.layer, ...exit.attached] : item.layers;
  const named = item.kind === 'stage' ? layers : [exit.layer, ...exit.attached];
  const names = named.flatMap(({ name, op }) =>
    name === undefined || (op === 'input' && name === 'input') ? [] : [name],
  );
  return { names, own: layers.map(({ id }) => id) };
}

/** A block by its name and how often it comes; a repeated layer shows itself what it is. */
function foldName(item: Item & { kind: 'fold' }): string {
  const times = item.count > 1 ? `×${item.count}` : '';
  return item.inner.length > 1 ? `${item.name} ${times}`.trim() : times;
}

function endsWith(item: Item, exit: Stage, layer: string): boolean {
  const last = item.kind === 'stage' ? exit : undefined;
  const layers = last ? [last.layer, ...last.attached] : item.kind === 'fold' ? item.layers : [];
  return layers.some(({ id }) => id === layer);
}

function asBlock(draft: Draft): Block {
  const { kind, id, boxes, sign, names, layers, item, exit, group, caption } = draft;
  const labelled = labelledItem(item, exit, 'map');
  return {
    kind,
    id,
    boxes: boxes as readonly Box[],
    ...(sign && { sign }),
    names,
    layers,
    labelled,
    ...(group !== undefined && { group }),
    ...(caption && { caption }),
  };
}
