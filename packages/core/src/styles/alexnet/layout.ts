/**
 * Where everything stands in the world: numbers only. The network runs along z
 * through the origin; x is the width of maps, y their height, upwards.
 */
import type { Vector } from '../../scene/camera.js';
import type { Extent } from '../extent.js';
import type { Options } from './options.js';
import { kernelPlaces } from './places.js';
import { barSide, kernelSide, solidSizes } from './sizes.js';

/** A box by its centre and its extents. */
export interface Block {
  readonly centre: Vector;
  readonly size: Vector;
}

/** A kernel in the tensor that it reads, with a pyramid to where it writes. */
export interface Kernel {
  readonly prism: Block;
  readonly apex: Vector;
  /** Its height and width in positions. */
  readonly positions: readonly [number, number];
}

/** An arrow from one tensor to the next. */
export interface Arrow {
  readonly from: Vector;
  readonly to: Vector;
}

/** The whole world. */
export interface World {
  /** One a tensor. */
  readonly tensors: readonly (Block & Extent)[];
  /** What ties each tensor to the next, one fewer than tensors. */
  readonly ties: readonly ({ readonly kernel: Kernel } | { readonly arrow: Arrow })[];
}

/** One tensor to place. */
export interface Spec {
  readonly extent: Extent;
  /** Height and width of the kernel that computes it, if one does. */
  readonly kernel?: readonly [number, number];
}

/** Gap between an arrow and the tensors on both sides. */
const arrowGap = 1;

/**
 * Places a network.
 *
 * @param specs Its tensors in order.
 * @param options The options.
 * @param room How much larger the gap before each box is, for its labels.
 * @returns The world.
 */
export function layout(specs: readonly Spec[], options: Options, room = 0): World {
  const extents = specs.map(({ extent }) => extent);
  const sizes = solidSizes(extents, options);
  const centres = alongAxis(extents, sizes, options.layerGap, room);
  const tensors = extents.map((extent, index) => ({
    ...extent,
    centre: { x: 0, y: 0, z: centres[index] as number },
    size: sizes[index] as Vector,
  }));
  const place = kernelPlaces(options);
  let kernels = 0;
  const ties = tensors.slice(1).map((after, index) => {
    const before = tensors[index] as Block & Extent;
    const { kernel } = specs[index + 1] as Spec;
    if (!kernel || !options.kernels || before.kind === 'bar' || after.kind === 'bar') {
      return { arrow: arrowBetween(before, after) };
    }
    const at = place(kernels);
    kernels += 1;
    const width = kernelSide(kernel[1], before.width, before.size.x, options);
    const height = kernelSide(kernel[0], before.height, before.size.y, options);
    const centre = {
      x: (at.x - 0.5) * (before.size.x - width),
      y: (0.5 - at.y) * (before.size.y - height),
      z: before.centre.z,
    };
    const apex = {
      x: (at.x - 0.5) * after.size.x,
      y: (0.5 - at.y) * after.size.y,
      z: after.centre.z - after.size.z / 2,
    };
    const size = { x: width, y: height, z: before.size.z };
    return { kernel: { prism: { centre, size }, apex, positions: kernel } };
  });
  return { tensors, ties };
}

/** Centres along z, the middle of the whole at 0. */
function alongAxis(
  extents: readonly Extent[],
  sizes: readonly Vector[],
  gap: number,
  room: number,
): number[] {
  const centres: number[] = [];
  let end = 0;
  extents.forEach(({ kind }, index) => {
    const size = sizes[index] as Vector;
    const before = extents[index - 1];
    // NN-SVG keeps the first bar half a bar farther from the last box.
    const first = before?.kind === 'box' && kind === 'bar' ? barSide / 2 : 0;
    const extra = kind === 'box' ? room : first;
    const start = before ? end + gap + extra : 0;
    centres.push(start + size.z / 2);
    end = start + size.z;
  });
  return centres.map((centre) => centre - end / 2);
}

function arrowBetween(before: Block, after: Block): Arrow {
  return {
    from: { x: 0, y: 0, z: before.centre.z + before.size.z / 2 + arrowGap },
    to: { x: 0, y: 0, z: after.centre.z - after.size.z / 2 - arrowGap },
  };
}
