/** Dashed lines from corner to corner that show how a small face becomes a large one. */
import type { SceneNode } from '../../scene/scene.js';
import { path, polygon } from '../../scene/shapes.js';
import type { Link } from '../blocks/model.js';
import { type Cuboid, seen } from '../blocks/oblique.js';
import { cuboidOf, type Placement, type SizedBlock, type SizedBox } from '../blocks/placement.js';
import type { BoxStyle } from './boxes.js';
import type { Options } from './options.js';

/** A map of at least this many times the size of the one before it gets a frustum. */
const enlargement = 4;

const dash = [4, 3];
const opacity = 0.8;

/** The corners of a face across the way of the data: from the top near one around. */
const corners = [
  [0, 1],
  [0, 0],
  [1, 0],
  [1, 1],
] as const;

/**
 * Draws the frustum of a link.
 *
 * @param link The link.
 * @param sized The blocks.
 * @param placement Where they stand.
 * @param frusta Which links have one.
 * @param style Edges.
 * @returns Dashed lines, with the square that they end in on the bar of a vector; nothing where there is no projection.
 */
export function drawFrustum(
  { from, to }: Link,
  sized: readonly SizedBlock[],
  { wests }: Placement,
  frusta: Options['frusta'],
  { ink, edgeWidth }: BoxStyle,
): SceneNode[] {
  const source = sized[from.block]?.boxes[from.box];
  const target = sized[to.block]?.boxes[to.box];
  const [a, b] = [wests[from.block], wests[to.block]];
  const stack = sized[to.block]?.block.kind === 'stack';
  if (!source || !target || !a || !b || stack || !projects(source, target, frusta)) return [];
  const start = cuboidOf(source, a);
  const whole = cuboidOf(target, b);
  const bar = target.parts[0]?.part.extent.kind === 'bar';
  const end: Cuboid = bar ? { ...whole, depth: Math.min(whole.depth, whole.height) } : whole;
  const commands = corners.flatMap(([y, z]) => {
    const near = seen(start, [1, y, z]);
    const far = seen(end, [0, y, z]);
    return [['M', near.x, near.y] as const, ['L', far.x, far.y] as const];
  });
  const paint = { stroke: ink, strokeWidth: edgeWidth, strokeOpacity: opacity, dash };
  const nodes: SceneNode[] = [path(commands, paint)];
  if (bar)
    nodes.push(
      polygon(
        corners.map(([y, z]) => seen(end, [0, y, z])),
        paint,
      ),
    );
  return [{ kind: 'group', role: 'frustum', children: nodes }];
}

function projects(source: SizedBox, target: SizedBox, frusta: Options['frusta']): boolean {
  const a = source.parts.at(-1)?.part.extent;
  const b = target.parts[0]?.part.extent;
  if (frusta === 'none' || !a || !b || a.kind === 'bar') return false;
  if (b.kind === 'bar') return a.height > 1 || a.width > 1;
  const ratio = b.height / a.height;
  return frusta === 'all' ? ratio !== 1 : ratio >= enlargement;
}
