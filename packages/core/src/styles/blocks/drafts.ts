/** Blocks that are being put together. */
import type { Stage } from '../../network/coalesce.js';
import type { Item } from '../../network/fold.js';
import { labelledItem } from '../labels.js';
import type { Block, BlockGraph, Box, End, Part, Sign } from './model.js';

/** Sides that differ by less are drawn alike. */
const alikeShare = 0.85;

/** A block that may still grow. */
export interface Draft {
  readonly kind: Block['kind'];
  id: string;
  readonly boxes: { readonly parts: Part[] }[];
  sign?: Sign;
  readonly names: string[];
  layers: string[];
  /** What it begins with. */
  readonly item: Item;
  readonly exit: Stage;
  /** Named group that it stands in. */
  readonly group: string | undefined;
  caption?: string | undefined;
  /** Whether a name has closed it: what follows begins another. */
  closed: boolean;
}

/** @returns The part at the east of a block. */
export function lastPart(draft: Draft | undefined): Part | undefined {
  return draft?.boxes.at(-1)?.parts.at(-1);
}

/**
 * Adds a part at the right of a block: to its last box when their faces agree, else as another box.
 *
 * @param draft The block.
 * @param part The part.
 */
export function addPart(draft: Draft, part: Part): void {
  const last = lastPart(draft);
  if (last && sameFace(last, part) && last.kind !== 'pooling') draft.boxes.at(-1)?.parts.push(part);
  else draft.boxes.push({ parts: [part] });
}

/**
 * Whether two parts are drawn with one face. What a convolution without padding
 * takes off a map is not seen.
 *
 * @param a A part.
 * @param b Another.
 * @returns Whether their heights and widths are nearly equal.
 */
export function sameFace(a: Part, b: Part): boolean {
  const alike = (one: number, other: number) =>
    Math.min(one, other) >= alikeShare * Math.max(one, other);
  return (
    a.extent.kind === b.extent.kind &&
    alike(a.extent.height, b.extent.height) &&
    alike(a.extent.width, b.extent.width)
  );
}

/**
 * A copy of a map, with the channels of where it comes from.
 *
 * @param part What the copy is a part of.
 * @param origin The part that is copied.
 * @returns The part.
 */
export function copyOf(part: Part, origin: Part | undefined): Part {
  if (!origin) return part;
  return {
    ...part,
    labelled: { ...part.labelled, shape: origin.labelled.shape },
    extent: { ...part.extent, depth: origin.extent.depth },
  };
}

/**
 * A draft as it is shown.
 *
 * @param draft The draft.
 * @returns The block.
 */
export function asBlock(draft: Draft): Block {
  const { kind, id, boxes, sign, names, layers, item, exit, group, caption } = draft;
  return {
    kind,
    id,
    boxes: boxes as readonly Box[],
    ...(sign && { sign }),
    names,
    layers,
    labelled: labelledItem(item, exit, 'map'),
    ...(group !== undefined && { group }),
    ...(caption && { caption }),
  };
}

/**
 * Leaves blocks out, and counts the others anew.
 *
 * @param graph The blocks and links.
 * @param absorbed Indices of what is left out.
 * @returns The rest.
 */
export function without(graph: BlockGraph, absorbed: ReadonlySet<number>): BlockGraph {
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
