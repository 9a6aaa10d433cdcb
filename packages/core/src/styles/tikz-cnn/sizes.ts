/** How large the cuboids are, and what they are to the figure. */
import type { BlockGraph, Part } from '../blocks/model.js';
import { type Size, sizeParts } from '../blocks/sizes.js';
import type { DrawOverride } from '../style.js';
import type { Options } from './options.js';

/** What a cuboid is to the figure. */
export type Role = 'input' | 'output' | 'merge' | 'layer';

/** An input or output of at most so many channels is a picture, thin whatever the scale. */
const mostPlanes = 4;

/**
 * Finds what the cuboids are to the figure.
 *
 * @param graph The cuboids.
 * @returns The role of each, by block; parts of one block have the same.
 */
export function rolesOf({ blocks, exits }: BlockGraph): readonly Role[] {
  const out = new Set(exits.map(({ block }) => block));
  return blocks.map(({ boxes }, index) => {
    const part = boxes[0]?.parts[0];
    if (part?.kind === 'input') return 'input';
    if (out.has(index)) return 'output';
    return part?.category === 'merge' ? 'merge' : 'layer';
  });
}

/**
 * Sizes the cuboids.
 *
 * @param graph The cuboids.
 * @param roles What each block is.
 * @param options The scales.
 * @param overrideOf What `draw:` says of a layer.
 * @returns The size of each part, in px.
 */
export function sizesOf(
  { blocks }: BlockGraph,
  roles: readonly Role[],
  options: Options,
  overrideOf: (layer: string) => DrawOverride,
): ReadonlyMap<Part, Size> {
  const sizes = sizeParts(blocks, options, (part) => overrideOf(part.layer));
  const { unit } = options;
  return new Map(
    blocks.flatMap(({ boxes }, index) =>
      boxes.flatMap(({ parts }) =>
        parts.map((part): [Part, Size] => {
          const size = sizes.get(part) as Size;
          const given = overrideOf(part.layer).size ?? {};
          const { kind, depth } = part.extent;
          if (kind === 'bar') {
            return [part, options.vectors === 'tall' ? standing(size, given) : size];
          }
          const ends = roles[index] === 'input' || roles[index] === 'output';
          const width =
            part.category === 'merge'
              ? options.mergeWidth
              : ends && depth <= mostPlanes
                ? options.planeWidth
                : undefined;
          if (width === undefined || given.width !== undefined) return [part, size];
          return [part, { ...size, width: width * unit }];
        }),
      ),
    ),
  );
}

/** A bar on its end, but for lengths that are given by hand. */
function standing(size: Size, given: NonNullable<DrawOverride['size']>): Size {
  return {
    width: size.width,
    height: given.height === undefined && given.depth === undefined ? size.depth : size.height,
    depth: given.height === undefined && given.depth === undefined ? size.height : size.depth,
  };
}
