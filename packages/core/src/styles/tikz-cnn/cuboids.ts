/** The network as cuboids: one for each layer, merges too. */
import type { Network } from '../../network/network.js';
import { blockGraph } from '../blocks/build.js';
import type { Block, BlockGraph, Part } from '../blocks/model.js';
import { featureMaps } from '../chain.js';
import { extentOf } from '../extent.js';
import { readShape } from '../labels.js';
import type { Options } from './options.js';

/**
 * Finds what to show of a network.
 *
 * @param network The network; every shape known.
 * @param options The style's options.
 * @returns Blocks of boxes of one part each, and what connects them.
 */
export function cuboidGraph(
  network: Network,
  options: Pick<Options, 'fold' | 'input'>,
): BlockGraph {
  const graph = blockGraph(network, {
    fold: options.fold,
    join: false,
    input: options.input,
    concat: 'ball',
    pooling: 'apart',
  });
  const maps = featureMaps(network);
  return {
    ...graph,
    blocks: graph.blocks.map((block) =>
      block.kind === 'ball' ? boxOf(block, maps) : apart(block),
    ),
  };
}

/** A merge is a box whose thickness says nothing. */
function boxOf(block: Block, maps: ReadonlySet<string>): Block {
  const { layer, shape } = block.labelled;
  const labelled = { ...block.labelled, reading: readShape(shape, maps.has(layer.id)) };
  const part: Part = {
    id: block.id,
    layer: layer.id,
    kind: 'other',
    category: 'merge',
    labelled,
    banded: false,
    extent: { ...extentOf(labelled), depth: 1 },
  };
  return { ...block, kind: 'boxes', boxes: [{ parts: [part] }], labelled };
}

/** Each part in a box of its own; a softmax on the line of its layer needs none. */
function apart(block: Block): Block {
  const parts = block.boxes.flatMap((box) => box.parts).filter(({ silent }) => !silent);
  return { ...block, boxes: parts.map((part) => ({ parts: [part] })) };
}
