/** How large boxes are: from tensors by a stated scale, or by hand. */
import type { Extent } from '../extent.js';
import type { DrawOverride } from '../style.js';
import type { Block, Part } from './model.js';

/** How a number of positions becomes a length. */
export type Scale = 'log' | 'sqrt' | 'linear';

/** The scales of a figure, in units. */
export interface SizeOptions {
  /** Px of a unit. */
  readonly unit: number;
  readonly spatialScale: Scale;
  /** Side of the largest map. */
  readonly maxSize: number;
  /** Side of the smallest map. */
  readonly minSize: number;
  readonly channelScale: Scale;
  /** Thickness of the layer with the most channels. */
  readonly maxWidth: number;
  readonly minWidth: number;
  /** Thickness of poolings and other layers whose channels are not written. */
  readonly slabWidth: number;
  /** Length of the longest vector. */
  readonly maxVector: number;
  /** Thickness of a vector's bar. */
  readonly barSize: number;
}

/** Width, height and depth, in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** Each halving of a map takes this share of the largest off it, unless the smallest would not fit. */
const halving = 0.155;

/** Each doubling of the channels adds this share of the thickest layer. */
const doubling = 0.133;

/** Positions that a scale of vectors begins with. */
const shortest = 2;

/** Turns positions into units, from the sizes that a figure has. */
type Ruler = (positions: number) => number;

function spatialRuler(sizes: readonly number[], options: SizeOptions): Ruler {
  const { spatialScale, maxSize, minSize } = options;
  const largest = Math.max(1, ...sizes);
  const smallest = Math.min(largest, ...sizes);
  if (spatialScale !== 'log') return proportional(spatialScale, largest, maxSize, minSize);
  const halvings = Math.log2(largest / smallest);
  const step = Math.min(halving, halvings > 0 ? (1 - minSize / maxSize) / halvings : halving);
  return (positions) =>
    Math.max(minSize, maxSize * (1 - step * Math.log2(largest / Math.max(1, positions))));
}

function channelRuler(sizes: readonly number[], options: SizeOptions): Ruler {
  const { channelScale, maxWidth, minWidth } = options;
  const largest = Math.max(1, ...sizes);
  if (channelScale !== 'log') return proportional(channelScale, largest, maxWidth, minWidth);
  // 4096 channels, the most of the classic networks, are as thick as it gets.
  const top = Math.max(largest, 4096);
  return (channels) =>
    Math.max(minWidth, maxWidth * (1 - doubling * Math.log2(top / Math.max(1, channels))));
}

function vectorRuler(sizes: readonly number[], { maxVector, barSize }: SizeOptions): Ruler {
  const largest = Math.max(shortest, ...sizes);
  return (units) =>
    Math.max(barSize, (maxVector * Math.log(Math.max(shortest, units))) / Math.log(largest));
}

function proportional(
  scale: 'sqrt' | 'linear',
  largest: number,
  most: number,
  least: number,
): Ruler {
  return (size) => {
    const share = size / largest;
    return Math.max(least, most * (scale === 'sqrt' ? Math.sqrt(share) : share));
  };
}

/**
 * Sizes the parts of a figure.
 *
 * @param blocks The blocks.
 * @param options The scales.
 * @param overrideOf What `draw:` says of a part.
 * @returns The size of each part, by part. A height or a depth that `draw:` gives holds for the box.
 */
export function sizeParts(
  blocks: readonly Block[],
  options: SizeOptions,
  overrideOf: (part: Part) => DrawOverride,
): ReadonlyMap<Part, Size> {
  const parts = blocks.flatMap(({ boxes }) => boxes.flatMap((box) => box.parts));
  const maps = parts.filter(({ extent }) => extent.kind === 'box');
  const spatial = spatialRuler(
    maps.flatMap(({ extent }) => sidesOf(extent)),
    options,
  );
  const channel = channelRuler(
    maps.map(({ extent }) => extent.depth),
    options,
  );
  const vector = vectorRuler(
    parts.filter(({ extent }) => extent.kind === 'bar').map(({ extent }) => extent.height),
    options,
  );
  const natural = (part: Part): Size => {
    const { extent, kind } = part;
    if (extent.kind === 'bar') {
      const side = options.barSize;
      return {
        width: kind === 'softmax' ? side / 2 : side,
        height: side,
        depth: vector(extent.height),
      };
    }
    const thin =
      kind === 'pooling' || kind === 'unpooling' || kind === 'softmax' || kind === 'input';
    const [height = 1, depth = 1] = sidesOf(extent);
    return {
      width: thin ? options.slabWidth : channel(extent.depth),
      height: spatial(height),
      depth: spatial(depth),
    };
  };
  const { unit } = options;
  return new Map(
    blocks.flatMap(({ boxes }) =>
      boxes.flatMap((box) => {
        const given = box.parts.map((part) => overrideOf(part).size ?? {});
        const face = Object.assign({}, ...given) as Partial<Size>;
        return box.parts.map((part, index): [Part, Size] => {
          const own = natural(part);
          return [
            part,
            {
              width: (given[index]?.width ?? own.width) * unit,
              height: (face.height ?? own.height) * unit,
              depth: (face.depth ?? own.depth) * unit,
            },
          ];
        });
      }),
    ),
  );
}

/** Height and width of a map; a line of positions runs away from the viewer. */
function sidesOf({ kind, height, width }: Extent): readonly number[] {
  if (kind === 'bar') return [];
  return [height, width];
}
