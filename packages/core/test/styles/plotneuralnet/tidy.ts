/** What eyes check in a drawing of boxes, by numbers. Each function lists what is wrong. */
import { textCorners } from '../../../src/scene/bounds.js';
import { overlaps } from '../../../src/scene/overlap.js';
import type { XY } from '../../../src/scene/shapes.js';
import { outside, overlappingTexts, textsOf, textsOnStrokes } from '../../geometry.js';
import { piecesOf, type Seen, type SeenArrow, type SeenBlock, strokesOf } from './seen.js';

/** Less than this many px of overlap is touching, not overlapping. */
const tolerance = 0.5;

/** What a message calls a block. */
function nameOf({ figure }: Seen, index: number): string {
  const block = figure.graph.blocks[index];
  return block ? `${block.caption ?? block.names[0] ?? ''}#${block.id}` : `block ${index}`;
}

const arrowName = (seen: Seen, { kind, from, to, ends }: SeenArrow): string =>
  from === undefined || to === undefined
    ? `${kind} at ${ends.map((end) => nameOf(seen, end)).join()}`
    : `${kind} ${nameOf(seen, from)} → ${nameOf(seen, to)}`;

/** Texts that lie on a box, or partly on a ball. */
export function textsOnBlocks(seen: Seen): string[] {
  return textsOf(seen.scene).flatMap((node) => {
    const corners = textCorners(node);
    return seen.blocks
      .filter(({ kind, outlines }) =>
        outlines.some(
          (outline) =>
            overlaps(corners, outline, tolerance) && !(kind === 'ball' && within(corners, outline)),
        ),
      )
      .map(({ index }) => `${node.text} on ${nameOf(seen, index)}`);
  });
}

/** Whether all points lie in a convex shape, by a px. */
function within(points: readonly XY[], outline: readonly XY[]): boolean {
  const sides = points.flatMap((point) =>
    outline.map((a, index) => {
      const b = outline[(index + 1) % outline.length] as XY;
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      return ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)) / length;
    }),
  );
  return sides.every((side) => side > -1) || sides.every((side) => side < 1);
}

/** Texts that the heads of arrows touch. */
export function textsOnHeads(seen: Seen): string[] {
  const heads = seen.arrows.flatMap((arrow) => arrow.heads);
  return textsOf(seen.scene)
    .filter((node) => heads.some((head) => overlaps(textCorners(node), head, tolerance)))
    .map(({ text }) => text);
}

/** Pieces of arrows that run neither along an axis of the page nor along the depth axis, at 45°. */
export function slanted(seen: Seen): string[] {
  // A line that the description adds may be straight from anchor to anchor.
  const connections = seen.arrows.filter(({ kind }) => kind !== 'line');
  return connections.flatMap((arrow) =>
    piecesOf(arrow).flatMap(([a, b]) => {
      const [x, y] = [b.x - a.x, b.y - a.y];
      const straight = Math.abs(x) < 0.01 || Math.abs(y) < 0.01 || Math.abs(x + y) < 0.01;
      return straight ? [] : [`${arrowName(seen, arrow)}: (${x.toFixed(1)}, ${y.toFixed(1)})`];
    }),
  );
}

/** Strokes without a length, which print as stray dots. */
export function dots(seen: Seen): string[] {
  return strokesOf(seen.scene)
    .filter(([a, b]) => Math.hypot(b.x - a.x, b.y - a.y) < 0.01)
    .map(([a]) => `(${a.x.toFixed(1)}, ${a.y.toFixed(1)})`);
}

/** A line that the description adds goes where the description says. */
const foreign = ({ kind, ends }: SeenArrow, { index }: SeenBlock) =>
  kind !== 'line' && !ends.includes(index);

/** Heads of arrows on boxes that they neither leave nor reach. */
export function headsOnForeign(seen: Seen): string[] {
  return seen.arrows.flatMap((arrow) =>
    seen.blocks
      .filter(
        (block) =>
          foreign(arrow, block) &&
          block.outlines.some((outline) =>
            arrow.heads.some((head) => overlaps(head, outline, tolerance)),
          ),
      )
      .map(({ index }) => `${arrowName(seen, arrow)}, head on ${nameOf(seen, index)}`),
  );
}

/** Arrows that cross the faces of boxes that they neither leave nor reach, in front of them or behind. */
export function acrossForeign(seen: Seen, where: 'before' | 'behind'): string[] {
  return seen.arrows.flatMap((arrow) =>
    seen.blocks
      .filter(
        (block) =>
          foreign(arrow, block) &&
          block.order < arrow.order === (where === 'before') &&
          block.outlines.some((outline) =>
            piecesOf(arrow).some((piece) => overlaps(piece, outline, tolerance)),
          ),
      )
      .map(({ index }) => `${arrowName(seen, arrow)} ${where} ${nameOf(seen, index)}`),
  );
}

/** Arrows of different ends that share a stretch of more than 6 px. */
export function merged(seen: Seen): string[] {
  const found: string[] = [];
  seen.arrows.forEach((one, index) => {
    for (const other of seen.arrows.slice(index + 1)) {
      const kin =
        (one.from !== undefined && one.from === other.from) ||
        (one.to !== undefined && one.to === other.to);
      if (kin) continue;
      const shared = piecesOf(one).some((a) => piecesOf(other).some((b) => sharedLength(a, b) > 6));
      if (shared) found.push(`${arrowName(seen, one)} | ${arrowName(seen, other)}`);
    }
  });
  return found;
}

/** The length of the stretch that two pieces have in common, when they are less than 1.5 px apart. */
function sharedLength([a, b]: readonly [XY, XY], [c, d]: readonly [XY, XY]): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return 0;
  const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const across = (p: XY) => Math.abs((p.x - a.x) * along.y - (p.y - a.y) * along.x);
  if (across(c) > 1.5 || across(d) > 1.5) return 0;
  const at = (p: XY) => (p.x - a.x) * along.x + (p.y - a.y) * along.y;
  const [low, high] = [Math.min(at(c), at(d)), Math.max(at(c), at(d))];
  return Math.min(length, high) - Math.max(0, low);
}

/** Balls that a box or another ball touches. */
export function touchedBalls(seen: Seen): string[] {
  const balls = seen.blocks.filter(({ kind }) => kind === 'ball');
  return balls.flatMap((ball) =>
    seen.blocks
      .filter(
        (block) =>
          block !== ball &&
          block.outlines.some((outline) => overlaps(ball.outlines[0] ?? [], outline, tolerance)),
      )
      .map(({ index }) => `${nameOf(seen, ball.index)} touches ${nameOf(seen, index)}`),
  );
}

/** Blocks of one lane that are painted before one to their left, or that overlap in space. */
export function disordered(seen: Seen): string[] {
  const { wests } = seen.figure.placement;
  return seen.blocks.flatMap((block, place) => {
    const west = wests[block.index];
    const width = seen.figure.sized[block.index]?.width ?? 0;
    return seen.blocks.slice(place + 1).flatMap((later) => {
      const other = wests[later.index];
      if (!west || !other || other.y !== west.y || other.z !== west.z) return [];
      if (other.x >= west.x + width - 0.01) return [];
      return [`${nameOf(seen, later.index)} is painted after ${nameOf(seen, block.index)}`];
    });
  });
}

/** Boxes of different lanes that cover one another. */
export function coveredBoxes(seen: Seen): string[] {
  const { wests } = seen.figure.placement;
  return seen.blocks.flatMap((block, place) =>
    seen.blocks.slice(place + 1).flatMap((other) => {
      const [a, b] = [wests[block.index], wests[other.index]];
      if (!a || !b || (a.y === b.y && a.z === b.z)) return [];
      const touch = block.outlines.some((one) =>
        other.outlines.some((two) => overlaps(one, two, tolerance)),
      );
      return touch ? [`${nameOf(seen, block.index)} | ${nameOf(seen, other.index)}`] : [];
    }),
  );
}

/** Every complaint about a drawing; nothing when all is well. */
export function complaints(seen: Seen): Readonly<Record<string, readonly string[]>> {
  const all: Record<string, readonly string[]> = {
    'texts that overlap': overlappingTexts(seen.scene),
    'texts on strokes': textsOnStrokes(seen.scene),
    'texts on boxes': textsOnBlocks(seen),
    'texts on heads': textsOnHeads(seen),
    'outside the frame': outside(seen.scene),
    'slanted pieces': slanted(seen),
    'stray dots': dots(seen),
    'heads on foreign boxes': headsOnForeign(seen),
    'arrows across faces': acrossForeign(seen, 'before'),
    'arrows behind faces': acrossForeign(seen, 'behind'),
    'merged arrows': merged(seen),
    'touched balls': touchedBalls(seen),
    'wrong paint order': disordered(seen),
    'boxes of two lanes': coveredBoxes(seen),
  };
  return Object.fromEntries(Object.entries(all).filter(([, found]) => found.length > 0));
}
