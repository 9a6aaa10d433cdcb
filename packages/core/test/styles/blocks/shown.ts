/** Graphs of blocks in a few words, for tests of what lays them out. */
import { blockGraph } from '../../../src/styles/blocks/build.js';
import type { Block, BlockGraph, BlockOptions, Part } from '../../../src/styles/blocks/model.js';
import { type SizedBlock, type Spacing, sizedBlock } from '../../../src/styles/blocks/placement.js';
import { networkOf } from '../descriptions.js';

/** What a line of boxes is made with. */
export const usual: BlockOptions = {
  fold: 'never',
  concat: 'copy',
  pooling: 'after',
  join: true,
  input: false,
};

/** The blocks of a description. */
export const graphOf = (text: string, options: Partial<BlockOptions> = {}): BlockGraph =>
  blockGraph(networkOf(text), { ...usual, ...options });

/**
 * A block in a line of text.
 *
 * @param block The block.
 * @returns Parts, `,` between those of one box and ` | ` between boxes, the sign of a ball, and ` = ` with a caption.
 */
export function wordsOf({ kind, boxes, sign, caption }: Block): string {
  const inside = boxes.map(({ parts }) => parts.map(({ id }) => id).join(',')).join(' | ');
  const shown = kind === 'ball' ? `(${sign})` : inside;
  const whole = kind === 'stack' ? `[${shown}]` : shown;
  return caption === undefined ? whole : `${whole} = ${caption}`;
}

/** All blocks of a graph, each in a line of text. */
export const allWords = ({ blocks }: BlockGraph): string[] => blocks.map(wordsOf);

/** All links: indices of the blocks, with the box where it is not the only one. */
export function linksOf({ blocks, links }: BlockGraph): string[] {
  const end = ({ block, box }: { readonly block: number; readonly box: number }) =>
    (blocks[block]?.boxes.length ?? 0) > 1 ? `${block}.${box}` : String(block);
  return links.map(({ from, to }) => `${end(from)}>${end(to)}`);
}

const labelled = {
  layer: {
    id: 'a',
    op: 'conv',
    attributes: {},
    inputs: [],
    shape: [1, 8, 8, 8],
    outputs: [[1, 8, 8, 8]],
    featureMap: true,
    unit: 'a',
  },
  shape: [1, 8, 8, 8],
  reading: 'map',
} as unknown as Part['labelled'];

/** A part of a map of this side. */
export const partOf = (id: string, side = 8): Part => ({
  id,
  layer: id,
  kind: 'convolution',
  category: 'convolution',
  labelled,
  banded: false,
  extent: { kind: 'box', height: side, width: side, depth: 8 },
});

/**
 * A graph by hand.
 *
 * @param kinds One character a block: `+` for a ball, `s` for a stack of three slabs of a side of 32, a digit for a box of that side in eights.
 * @param links Pairs of indices, such as `0>1 1>2`, or `1>2.1` for the second slab.
 * @returns The graph.
 */
export function handGraph(kinds: string, links: string): BlockGraph {
  const blocks = [...kinds].map((kind, index): Block => {
    const base = { id: `b${index}`, names: [], layers: [`b${index}`], labelled };
    if (kind === '+') return { ...base, kind: 'ball', boxes: [], sign: 'plus' };
    if (kind === 's') {
      const slabs = [0, 1, 2].map((slab) => ({ parts: [partOf(`b${index}.${slab}`, 32)] }));
      return { ...base, kind: 'stack', boxes: slabs };
    }
    return { ...base, kind: 'boxes', boxes: [{ parts: [partOf(`b${index}`, 8 * Number(kind))] }] };
  });
  return {
    blocks,
    links: links
      .split(' ')
      .filter((each) => each !== '')
      .map((each) => {
        const [from = '', to = ''] = each.split('>');
        const end = (text: string) => {
          const [block, box] = text.split('.').map(Number);
          return { block: block ?? 0, box: box ?? 0 };
        };
        return { from: end(from), to: end(to) };
      }),
    entries: [0],
    exits: [{ block: blocks.length - 1, box: 0 }],
  };
}

/** Distances that are easy to add up. */
export const spacing: Spacing = { gap: 24, margin: 6, rowGap: 36 };

/**
 * Blocks with lengths that are easy to add up: boxes of 20 by 60 by 40 px for each
 * eight of their side, balls of a radius of 15 px.
 */
export const sizedBlocks = ({ blocks }: BlockGraph): SizedBlock[] =>
  blocks.map((block) =>
    sizedBlock(
      block,
      ({ extent: { height } }) => ({ width: 20, height: 7.5 * height, depth: 5 * height }),
      15,
      9,
    ),
  );
