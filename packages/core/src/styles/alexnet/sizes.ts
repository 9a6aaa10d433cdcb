/** How large tensors and kernels are in the world. */
import type { Vector } from '../../scene/camera.js';
import type { Column } from '../chain.js';
import type { Options } from './options.js';

/** Sizes of a tensor as numbers of positions, and how it stands. */
export interface Extent {
  /** A box, or the bar of a vector. */
  readonly kind: 'box' | 'bar';
  /** Height; of a sequence its length, of a vector its units. */
  readonly height: number;
  readonly width: number;
  /** Channels; of a sequence the length of its vectors. */
  readonly depth: number;
}

/** Thickness of a bar in units: that of two positions, as in NN-SVG. */
export const barSide = 10 * Math.LN2;

/** Least side of a kernel. */
const leastKernel = 2;

/**
 * Reads the axes of a tensor.
 *
 * @param column The tensor.
 * @returns Its sizes; axes that it lacks are 1, and those before height and width join the channels.
 */
export function extentOf({ labelled: { reading, shape } }: Column): Extent {
  if (reading === 'vector') return { kind: 'bar', height: shape[1] ?? 1, width: 1, depth: 1 };
  if (reading === 'sequence') {
    return { kind: 'box', height: shape.at(-2) ?? 1, width: 1, depth: shape.at(-1) ?? 1 };
  }
  const spatial = shape.slice(2);
  const before = shape.slice(1, shape.length - Math.min(2, spatial.length));
  return {
    kind: 'box',
    height: spatial.length > 1 ? (spatial.at(-2) ?? 1) : 1,
    width: spatial.at(-1) ?? 1,
    depth: before.reduce((product, size) => product * size, 1),
  };
}

type Scale = Options['sideScale'];

/** @returns What turns a number of positions into units; the largest is as long with every scale. */
function scaleOf(scale: Scale, factor: number, sizes: readonly number[]) {
  const largest = Math.max(2, ...sizes);
  const longest = factor * Math.log(largest);
  return (size: number): number => {
    if (scale === 'log') return factor * Math.log(Math.max(1, size));
    const part = size / largest;
    return longest * (scale === 'sqrt' ? Math.sqrt(part) : part);
  };
}

/**
 * Sizes the tensors of a figure.
 *
 * @param extents Their sizes in positions.
 * @param options The options.
 * @returns Extents along x, y and z in units.
 */
export function solidSizes(extents: readonly Extent[], options: Options): Vector[] {
  const boxes = extents.filter(({ kind }) => kind === 'box');
  const bars = extents.filter(({ kind }) => kind === 'bar');
  const sides = boxes.flatMap(({ width, height }) => [width, height]);
  const side = scaleOf(options.sideScale, options.sideFactor, sides);
  const depth = scaleOf(
    options.depthScale,
    options.depthFactor,
    boxes.map((extent) => extent.depth),
  );
  const length = scaleOf(
    options.vectorScale,
    options.vectorFactor,
    bars.map(({ height }) => height),
  );
  const floor = (size: number) => Math.max(options.minSize, size);
  return extents.map((extent) =>
    extent.kind === 'bar'
      ? { x: barSide, y: floor(length(extent.height)), z: barSide }
      : {
          x: floor(side(extent.width)),
          y: floor(side(extent.height)),
          z: floor(depth(extent.depth)),
        },
  );
}

/**
 * Sizes one side of a kernel.
 *
 * @param kernel Its size in positions.
 * @param positions Size of the map in positions.
 * @param side Size of the map in units.
 * @param options The options.
 * @returns Units, never more than the map.
 */
export function kernelSide(
  kernel: number,
  positions: number,
  side: number,
  { kernelScale, kernelFactor }: Options,
): number {
  const size = {
    linear: kernel,
    sqrt: Math.sqrt(kernel),
    log: Math.log(kernel),
    share: (kernel / positions) * side,
  }[kernelScale];
  return Math.min(side, Math.max(leastKernel, kernelFactor * size));
}
