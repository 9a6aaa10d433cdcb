/** The camera: named views, and what they become. */
import type { Problem } from '../../diagnostics.js';
import {
  type Camera,
  type Direction,
  nearest,
  orthographic,
  perspective,
  type Vector,
} from '../../scene/camera.js';
import type { Options } from './options.js';

const views = {
  /** NN-SVG looks from (−219, 92, 84): `atan2(84, 219)` and `atan2(92, hypot(219, 84))`. */
  classic: { azimuth: 20.985, elevation: 21.416 },
  /** All three axes are equally short: the elevation is `atan(1/√2)`. */
  isometric: { azimuth: 45, elevation: 35.264 },
  side: { azimuth: 0, elevation: 0 },
  top: { azimuth: 0, elevation: 90 },
  front: { azimuth: -90, elevation: 0 },
  back: { azimuth: 90, elevation: 0 },
} as const satisfies Record<string, Direction>;

/** Names of the views. */
export const viewNames = Object.keys(views) as (keyof typeof views)[];

/** Nothing is drawn larger by perspective than this. */
const mostMagnified = 8;

/** `zoom: auto` is this, and less where the figure would be wider than a page, down to the least. */
const fullZoom = 2;
const leastZoom = 1.2;
const pageWidth = 960;

/**
 * Places the camera.
 *
 * @param points Corners of all that it looks at; the origin in the middle.
 * @param options The options.
 * @returns The camera and its zoom, or what is wrong with it.
 */
export function cameraFor(
  points: readonly Vector[],
  options: Options,
): { readonly camera: Camera; readonly zoom: number } | Problem {
  const view = views[options.view];
  const direction = {
    azimuth: options.azimuth ?? view.azimuth,
    elevation: options.elevation ?? view.elevation,
  };
  const length = lengthOf(points);
  const distance = options.distance * length;
  // Of an eye at this distance, what is nearest looks `mostMagnified` times its size.
  const least = (nearest(points, direction) * mostMagnified) / (mostMagnified - 1);
  if (options.projection === 'perspective' && distance <= least) {
    const enough = Math.ceil((least / length) * 100 + 1) / 100;
    return {
      rule: 'camera-too-near',
      message: `at the distance \`${options.distance}\` the camera stands among the layers, or nearly`,
      hint: `Use a \`distance\` of at least ${enough}, or \`projection: orthographic\`.`,
    };
  }
  const at = (zoom: number) =>
    options.projection === 'perspective'
      ? perspective(direction, zoom, distance)
      : orthographic(direction, zoom);
  const zoom = options.zoom === 'auto' ? zoomFor(points, at(1)) : options.zoom;
  return { camera: at(zoom), zoom };
}

function lengthOf(points: readonly Vector[]): number {
  const extent = (axis: keyof Vector) => {
    const values = points.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return Math.max(extent('x'), extent('y'), extent('z'));
}

function zoomFor(points: readonly Vector[], camera: Camera): number {
  const xs = points.map((point) => camera.project(point).x);
  const width = Math.max(...xs) - Math.min(...xs);
  return Math.max(leastZoom, Math.min(fullZoom, pageWidth / width));
}
