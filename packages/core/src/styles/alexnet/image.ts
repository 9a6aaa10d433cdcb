/** The image on the first face of the input. */
import type { Camera, Vector } from '../../scene/camera.js';
import type { SceneNode } from '../../scene/scene.js';
import type { Solid } from '../../scene/solids.js';
import type { Options } from './options.js';

/**
 * Draws the image of the options on the face of a box that looks along −z: the
 * first of the network. It is seen as if painted on the side towards the eye,
 * never mirrored.
 *
 * @param solid The box.
 * @param camera What looks at it.
 * @param options The options.
 * @returns The image; nothing when there is none, or the face is edge-on.
 */
export function drawImage(solid: Solid, camera: Camera, options: Options): SceneNode[] {
  if (options.image === undefined) return [];
  // Corners are numbered by bits: 1 for greater x, 2 for greater y.
  const [bottomNear, bottomFar, topNear, topFar] = solid.vertices.map((vertex) =>
    camera.project(vertex as Vector),
  );
  if (!bottomNear || !bottomFar || !topNear || !topFar) return [];
  // Of a face that perspective draws as no parallelogram, the edges in the middle count.
  const across = {
    x: (topFar.x - topNear.x + bottomFar.x - bottomNear.x) / 2,
    y: (topFar.y - topNear.y + bottomFar.y - bottomNear.y) / 2,
  };
  const down = {
    x: (bottomNear.x - topNear.x + bottomFar.x - topFar.x) / 2,
    y: (bottomNear.y - topNear.y + bottomFar.y - topFar.y) / 2,
  };
  const area = across.x * down.y - across.y * down.x;
  if (Math.abs(area) < 1) return [];
  const centre = {
    x: (bottomNear.x + bottomFar.x + topNear.x + topFar.x) / 4,
    y: (bottomNear.y + bottomFar.y + topNear.y + topFar.y) / 4,
  };
  const sign = area < 0 !== options.imageFlip ? -1 : 1;
  const right = { x: across.x * sign, y: across.y * sign };
  return [
    {
      kind: 'image',
      x: 0,
      y: 0,
      width: 1,
      height: 1,
      href: options.image,
      opacity: options.imageOpacity,
      matrix: [
        right.x,
        right.y,
        down.x,
        down.y,
        centre.x - (right.x + down.x) / 2,
        centre.y - (right.y + down.y) / 2,
      ],
    },
  ];
}
