/** How long the edges of cuboids are. */
import type { Cuboid } from './cuboids.js';
import { type Options, usualZoom } from './options.js';

/** Lengths in px: along the row, upwards, and into the depth. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

type Scale = Exclude<Options['scale'], 'auto'>;

/** Turns a number of positions into px at the usual zoom. */
function ruler(
  counts: readonly number[],
  scale: Options['scale'],
  longest: number,
  shortest: number,
): (count: number) => number {
  const largest = Math.max(1, ...counts);
  const fits = largest * usualZoom <= longest;
  const chosen: Scale = scale === 'auto' ? (fits ? 'linear' : 'sqrt') : scale;
  const floor = Math.min(shortest, longest);
  switch (chosen) {
    case 'linear':
      return (count) => count * usualZoom;
    case 'sqrt':
      return (count) => Math.max(floor, longest * Math.sqrt(count / largest));
    case 'log': {
      const whole = Math.log(largest) || 1;
      return (count) => floor + (longest - floor) * (Math.log(Math.max(1, count)) / whole);
    }
  }
}

/**
 * Sizes the cuboids of a figure. Rows and columns have one scale, so that square maps stay square.
 *
 * @param cuboids The cuboids.
 * @param options The options.
 * @returns The size of each.
 */
export function sizesOf(
  cuboids: readonly Pick<Cuboid, 'rows' | 'columns' | 'channels'>[],
  { scale, zoomX, zoomY, zoomZ, maxSize, maxLength, minSize }: Options,
): Size[] {
  const sides = cuboids.flatMap(({ rows, columns }) => [rows, columns]);
  const side = ruler(sides, scale, maxSize, minSize);
  const channels = cuboids.map((cuboid) => cuboid.channels);
  const length = ruler(channels, scale, maxLength, minSize);
  return cuboids.map((cuboid) => ({
    width: length(cuboid.channels) * (zoomX / usualZoom),
    height: side(cuboid.rows) * (zoomY / usualZoom),
    depth: side(cuboid.columns) * (zoomZ / usualZoom),
  }));
}
