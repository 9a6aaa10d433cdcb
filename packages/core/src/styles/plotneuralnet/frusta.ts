/** Dashed lines from corner to corner that show how a small face becomes a large one. */
import type { SceneNode } from '../../scene/scene.js';
import { path, polygon, type XY } from '../../scene/shapes.js';
import { moved, type Shape, within } from '../blocks/clearance.js';
import type { Link } from '../blocks/model.js';
import { type Cuboid, seen } from '../blocks/oblique.js';
import { cuboidOf, type Placement, type SizedBlock, type SizedBox } from '../blocks/placement.js';
import type { BoxStyle } from './boxes.js';
import type { Options } from './options.js';

/** A map of at least this many times the size of the one before it gets a frustum. */
const enlargement = 4;

const dash = [4, 3];
const opacity = 0.8;

/** Room that a line leaves to a text, in px. */
const textMargin = 3;

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
  // A link to another row or lane is no straight projection.
  const level = a && b && Math.abs(a.y - b.y) < 1 && Math.abs(a.z - b.z) < 1;
  if (!source || !target || !a || !b || !level || stack || !projects(source, target, frusta))
    return [];
  const start = cuboidOf(source, a);
  const whole = cuboidOf(target, b);
  const bar = target.parts[0]?.part.extent.kind === 'bar';
  const end: Cuboid = bar ? { ...whole, depth: Math.min(whole.depth, whole.height) } : whole;
  const texts = sized[from.block]?.labels.map((shape) => moved(shape, a.x, a.y)) ?? [];
  const commands = corners.flatMap(([y, z]) =>
    clearOf(texts, seen(start, [1, y, z]), seen(end, [0, y, z])).flatMap(([near, far]) => [
      ['M', near.x, near.y] as const,
      ['L', far.x, far.y] as const,
    ]),
  );
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

/** The pieces of a line that no text is in the way of. */
function clearOf(texts: readonly Shape[], from: XY, to: XY): (readonly [XY, XY])[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const margin = textMargin / length;
  const taken = texts
    .flatMap((shape) => within(from, to, shape) ?? [])
    .reduce<readonly [number, number] | undefined>(
      (around, share) =>
        around ? [Math.min(around[0], share), Math.max(around[1], share)] : [share, share],
      undefined,
    );
  if (!taken) return [[from, to]];
  const at = (share: number): XY => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  const pieces: (readonly [number, number])[] = [
    [0, taken[0] - margin],
    [taken[1] + margin, 1],
  ];
  return pieces
    .filter(([start, end]) => end > start)
    .map(([start, end]) => [at(start), at(end)] as const);
}

function projects(source: SizedBox, target: SizedBox, frusta: Options['frusta']): boolean {
  const a = source.parts.at(-1)?.part.extent;
  const b = target.parts[0]?.part.extent;
  if (frusta === 'none' || !a || !b || a.kind === 'bar') return false;
  if (b.kind === 'bar') return a.height > 1 || a.width > 1;
  const ratio = b.height / a.height;
  return frusta === 'all' ? ratio !== 1 : ratio >= enlargement;
}
