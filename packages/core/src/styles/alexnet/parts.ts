/** The solids of a world in the order in which they are painted. */
import { type Camera, subtract, type Vector } from '../../scene/camera.js';
import { paintOrder } from '../../scene/paint-order.js';
import {
  box,
  circleAcross,
  look,
  pyramid,
  rectangleAcross,
  type Sight,
  type Solid,
} from '../../scene/solids.js';
import type { Arrow, Kernel, World } from './layout.js';

/** A tensor with the kernel in it. */
export interface TensorPart {
  readonly kind: 'tensor';
  readonly index: number;
  /** Whether it is the bar of a vector. */
  readonly bar: boolean;
  readonly solid: Solid;
  readonly sight: Sight;
  /** The kernel that the next tensor reads it with. */
  readonly kernel?: { readonly solid: Solid; readonly sight: Sight };
}

/** What leads from a tensor to the next. */
export interface TiePart {
  readonly kind: 'pyramid' | 'arrow';
  /** Which tensor it leads to. */
  readonly index: number;
  /** The pyramid; of an arrow the box around it. */
  readonly solid: Solid;
  readonly sight: Sight;
  /** Of an arrow, its line and its head. */
  readonly shaft?: readonly [Vector, Vector];
  readonly head?: Solid;
}

/** One thing to paint. */
export type Part = TensorPart | TiePart;

/** Greatest length of an arrow's head, and its radius, in units. */
const headLength = 20 / 3;
const headRadius = 2.5;

/**
 * Orders the parts of a world. Between two neighbours, a plane across z parts
 * them, so there always is an order. A kernel stands within its tensor: it is
 * painted after the faces behind it and before those in front.
 *
 * @param world The world.
 * @param camera What looks at it.
 * @returns All parts, the farthest first.
 */
export function partsOf(world: World, camera: Camera): readonly Part[] {
  const parts: Part[] = [];
  world.tensors.forEach((tensor, index) => {
    const solid = box(tensor.centre, tensor.size);
    const tie = world.ties[index];
    const kernel = tie && 'kernel' in tie ? tie.kernel : undefined;
    const prism = kernel && box(kernel.prism.centre, kernel.prism.size);
    parts.push({
      kind: 'tensor',
      index,
      bar: tensor.kind === 'bar',
      solid,
      sight: look(solid, camera),
      ...(prism && { kernel: { solid: prism, sight: look(prism, camera) } }),
    });
    if (kernel) parts.push(pyramidPart(kernel, index + 1, camera));
    else if (tie && 'arrow' in tie) parts.push(arrowPart(tie.arrow, index + 1, camera));
  });
  return paintOrder(parts, camera);
}

function pyramidPart({ prism, apex }: Kernel, index: number, camera: Camera): TiePart {
  const { centre, size } = prism;
  const end = { ...centre, z: centre.z + size.z / 2 };
  const solid = pyramid(rectangleAcross(end, size.x, size.y), apex);
  return { kind: 'pyramid', index, solid, sight: look(solid, camera) };
}

function arrowPart({ from, to }: Arrow, index: number, camera: Camera): TiePart {
  const length = to.z - from.z;
  const neck = { ...to, z: to.z - Math.min(headLength, length * 0.6) };
  const head = pyramid(circleAcross(neck, headRadius), to);
  const middle = { ...from, z: (from.z + to.z) / 2 };
  const around = box(middle, { x: 2 * headRadius, y: 2 * headRadius, z: subtract(to, from).z });
  return {
    kind: 'arrow',
    index,
    solid: around,
    sight: look(around, camera),
    shaft: [from, neck],
    head,
  };
}
