/** What is nearer covers what is farther: every face at sampled points, by its exact depth. */
import { describe, expect, it } from 'vitest';
import type { Direction, Vector } from '../../src/scene/camera.js';
import { axesOf, dot, subtract } from '../../src/scene/camera.js';
import type { XY } from '../../src/scene/shapes.js';
import { look, planesOf, type SeenFace, type Solid } from '../../src/scene/solids.js';
import { findTensors } from '../../src/styles/alexnet/chain.js';
import { layout, type World } from '../../src/styles/alexnet/layout.js';
import { type Options, options as schema } from '../../src/styles/alexnet/options.js';
import { type Part, partsOf } from '../../src/styles/alexnet/parts.js';
import { cameraFor } from '../../src/styles/alexnet/views.js';
import { extentOf } from '../../src/styles/extent.js';
import { drawn, nnSvgDefault } from './alexnet-networks.js';
import { networkOf } from './descriptions.js';

const azimuths = Array.from({ length: 24 }, (_, index) => -180 + index * 15);
const elevations = [-90, -60, -30, 0, 30, 60, 90];

function worldOf(options: Options): World {
  const columns = findTensors(networkOf(nnSvgDefault));
  if (typeof columns === 'string') throw new Error(columns);
  return layout(
    columns.map((column) => ({
      extent: extentOf(column.labelled),
      ...(column.kernel && { kernel: column.kernel }),
    })),
    options,
  );
}

function view(given: Record<string, unknown>) {
  const options = schema.parse(given);
  const world = worldOf(options);
  const points = world.tensors.flatMap(({ centre, size }): Vector[] =>
    [-0.5, 0.5].flatMap((x) =>
      [-0.5, 0.5].flatMap((y) =>
        [-0.5, 0.5].map((z) => ({
          x: centre.x + x * size.x,
          y: centre.y + y * size.y,
          z: centre.z + z * size.z,
        })),
      ),
    ),
  );
  const found = cameraFor(points, options);
  if ('rule' in found) throw new Error(found.message);
  const extent = (axis: keyof Vector) =>
    Math.max(...points.map((point) => point[axis])) -
    Math.min(...points.map((point) => point[axis]));
  const length = Math.max(extent('x'), extent('y'), extent('z'));
  return { ...found, parts: partsOf(world, found.camera), distance: options.distance * length };
}

/** A face in the order of painting, with its plane. */
interface Face {
  readonly points: readonly XY[];
  readonly normal: Vector;
  readonly point: Vector;
}

function facesOf(parts: readonly Part[], camera: Parameters<typeof look>[1]): Face[] {
  const faces = (solid: Solid, seen: readonly SeenFace[]): Face[] => {
    const planes = planesOf(solid);
    return seen.map(({ face, points }) => ({ ...(planes[face] as Face), points }));
  };
  return parts.flatMap((part) => {
    if (part.kind === 'arrow') {
      const sight = look(part.head as Solid, camera);
      return [...faces(part.head as Solid, sight.back), ...faces(part.head as Solid, sight.front)];
    }
    const kernel = part.kind === 'tensor' ? part.kernel : undefined;
    return [
      ...faces(part.solid, part.sight.back),
      ...(kernel ? faces(kernel.solid, [...kernel.sight.back, ...kernel.sight.front]) : []),
      ...faces(part.solid, part.sight.front),
    ];
  });
}

/** Whether a point lies in a convex polygon, farther than a hundredth of a px from its rim. */
function within(points: readonly XY[], { x, y }: XY): boolean {
  let side = 0;
  for (const [index, from] of points.entries()) {
    const to = points[(index + 1) % points.length] as XY;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length < 1e-6) return false;
    const away = ((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)) / length;
    if (Math.abs(away) < 0.01 || (side !== 0 && Math.sign(away) !== side)) return false;
    side = Math.sign(away);
  }
  return true;
}

/** Points that tell most: in the middle of every face, and between the middles. */
function samples(faces: readonly Face[]): XY[] {
  const middles = faces.map(({ points }) => ({
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  }));
  const nearCorners = faces.flatMap(({ points }, index) =>
    points.map(({ x, y }) => ({
      x: x * 0.93 + (middles[index] as XY).x * 0.07,
      y: y * 0.93 + (middles[index] as XY).y * 0.07,
    })),
  );
  return [...middles, ...nearCorners];
}

/** Pairs of faces, the second painted later but farther away at some sample. */
function wrongPairs(
  faces: readonly Face[],
  direction: Direction,
  zoom: number,
  distance?: number,
): { wrong: number; compared: number } {
  const { right, up, towards } = axesOf(direction);
  let wrong = 0;
  let compared = 0;
  for (const sample of samples(faces)) {
    // The point of the plane through the origin across the view that is drawn at the sample.
    const at = {
      x: (right.x * sample.x - up.x * sample.y) / zoom,
      y: (right.y * sample.x - up.y * sample.y) / zoom,
      z: (right.z * sample.x - up.z * sample.y) / zoom,
    };
    const eye = distance && {
      x: towards.x * distance,
      y: towards.y * distance,
      z: towards.z * distance,
    };
    const ray = eye ? subtract(eye, at) : towards;
    const depths = faces
      .filter(({ points }) => within(points, sample))
      .map(({ normal, point }) => dot(normal, subtract(point, at)) / dot(normal, ray));
    for (let index = 1; index < depths.length; index++) {
      compared += 1;
      if ((depths[index] as number) < (depths[index - 1] as number) - 1e-6) wrong += 1;
    }
  }
  return { wrong, compared };
}

describe.each(elevations)('from %i degrees above, all around', (elevation) => {
  it.each(['orthographic', 'perspective'] as const)(
    '%s faces are painted from far to near',
    (projection) => {
      for (const azimuth of azimuths) {
        const { camera, zoom, parts, distance } = view({ azimuth, elevation, projection });
        const faces = facesOf(parts, camera);
        const eye = projection === 'perspective' ? distance : undefined;
        const { wrong, compared } = wrongPairs(faces, { azimuth, elevation }, zoom, eye);
        expect(wrong, `azimuth ${azimuth}`).toBe(0);
        expect(compared).toBeGreaterThan(50);
      }
    },
    30_000,
  );
});

it('is a check that notices a wrong order', () => {
  const direction = { azimuth: 60, elevation: 30 };
  const { camera, zoom, parts } = view(direction);
  const faces = facesOf([...parts].reverse(), camera);
  expect(wrongPairs(faces, direction, zoom).wrong).toBeGreaterThan(20);
});

it('is the order of the scene: layers and ties as the parts are', () => {
  for (const azimuth of [20, 160, -70]) {
    const options = { azimuth, elevation: 20, showLabels: false };
    const ids = [
      'input',
      'conv1',
      'conv2',
      'conv3',
      'conv4',
      'conv5',
      'dense1',
      'dense2',
      'dense3',
    ];
    const { scene } = drawn(nnSvgDefault, options);
    const groups = scene.children.filter((node) => node.kind === 'group' && node.role !== 'labels');
    const { parts } = view(options);
    expect(groups.map((node) => node.kind === 'group' && (node.layer ?? node.role))).toEqual(
      parts.map((part) => (part.kind === 'tensor' ? ids[part.index] : 'edges')),
    );
  }
});
