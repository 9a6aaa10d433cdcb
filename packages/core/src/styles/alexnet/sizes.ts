/** How large tensors and kernels are in the world. */
import type { Vector } from '../../scene/camera.js';
import type { Extent } from '../extent.js';
import type { Options } from './options.js';

/** Thickness of a bar in units: that of two positions, as in NN-SVG. */
export const barSide = 10 * Math.LN2;

/** Least side of a kernel. */
const leastKernel = 2;

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
