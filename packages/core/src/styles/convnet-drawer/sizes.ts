/** How large maps, vectors and kernels are drawn. */
import type { XY } from '../../scene/shapes.js';
import type { Extent } from '../extent.js';
import type { Options } from './options.js';
import type { Shape } from './shapes.js';

/** Lengths of a shape that has no place yet. */
export type Size = Pick<Shape, 'kind' | 'height' | 'width' | 'channels'>;

/** Greatest number of positions that is drawn with 1 px each. */
const mostPositions = 256;

/** Least height and width of a kernel with `clear`, in px. */
const leastKernel = 2;

/** Turns positions and channels into px. */
export interface Scales {
  readonly sizes: readonly Size[];
  /** Size of a kernel in a map, which has its channels. */
  kernel(kernel: readonly [number, number], map: Size, extent: Extent): Size;
}

/** Where a width of so many px leads. */
function falling(width: number, { theta, ratio }: Options): XY {
  const angle = (theta * Math.PI) / 180;
  return { x: width * ratio * Math.cos(angle), y: -width * ratio * Math.sin(angle) };
}

/**
 * Sizes the maps of a figure.
 *
 * @param extents Their sizes in positions.
 * @param options The options.
 * @returns Sizes in px, and what sizes kernels.
 */
export function scalesOf(extents: readonly Extent[], options: Options): Scales {
  const classic = options.layout === 'classic';
  const boxes = extents.filter(({ kind }) => kind === 'box');
  const largest = Math.max(1, ...boxes.flatMap(({ height, width }) => [height, width]));
  const auto = classic ? 1 : Math.min(1, mostPositions / largest);
  const scale = options.spatialScale === 'auto' ? auto : options.spatialScale;
  const least = classic ? 0 : options.minSize;
  const power = (count: number) => count ** options.channelScale;
  // Vectors stand upright and channels lie, so that each can be shorter by itself.
  const lengths = (lying: boolean) => {
    const some = extents.filter(({ kind }) => (kind === 'box') === lying);
    const longest = Math.max(1, ...some.map(({ height, depth }) => power(lying ? depth : height)));
    const factor = classic ? 1 : Math.min(1, options.maxLength / longest);
    return (count: number) => factor * power(count);
  };
  const [channels, vector] = [lengths(true), lengths(false)];
  const sizes = extents.map(({ kind, height, width, depth }): Size => {
    if (kind === 'bar') {
      const length = Math.max(least, vector(height));
      return { kind, height: length, width: { x: 0, y: 0 }, channels: options.oneDimWidth };
    }
    return {
      kind,
      height: Math.max(least, scale * height),
      width: falling(Math.max(least, scale * width), options),
      channels: channels(depth),
    };
  });
  return {
    sizes,
    kernel([high, wide], map, extent) {
      const { height, width } = map;
      if (classic) {
        return {
          kind: 'box',
          height: scale * high,
          width: falling(scale * wide, options),
          channels: map.channels,
        };
      }
      // A kernel may reach over its map, whose padding is not drawn.
      const share = (size: number, positions: number, side: number) =>
        Math.min(side, Math.max(leastKernel, Math.min(1, size / positions) * side));
      const whole = Math.hypot(width.x, width.y) / options.ratio;
      return {
        kind: 'box',
        height: share(high, extent.height, height),
        width: falling(share(wide, extent.width, whole), options),
        channels: map.channels,
      };
    },
  };
}
