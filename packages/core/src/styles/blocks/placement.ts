/** What layouts are given and what they give. */
import type { Shape } from './clearance.js';
import type { Block, Link, Part } from './model.js';
import { type Cuboid, type Point, silhouette } from './oblique.js';
import type { Size } from './sizes.js';

/** A box with its lengths, its west face at `x` from the west of its block. */
export interface SizedBox {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** Each part by where it begins and how thick it is. */
  readonly parts: readonly { readonly part: Part; readonly x: number; readonly width: number }[];
}

/** A block with its lengths, in px, its west in the origin. */
export interface SizedBlock {
  readonly block: Block;
  readonly boxes: readonly SizedBox[];
  readonly width: number;
  /** Of a ball. */
  readonly radius: number;
  /** What its boxes cover of the drawing. */
  readonly outlines: readonly Shape[];
  /** What its texts cover of the drawing. */
  readonly labels: readonly Shape[];
}

/** What a connection is. */
export type RouteKind = 'flow' | 'skip';

/** A connection by its corners. */
export interface Route {
  readonly kind: RouteKind;
  readonly points: readonly Point[];
  /** Block that it is painted before. */
  readonly before: number;
  readonly link?: Link;
}

/** Where everything stands. */
export interface Placement {
  /** West of each block: the middle of its first face, or the left of a ball. */
  readonly wests: readonly Point[];
  readonly routes: readonly Route[];
  /** Blocks in the order in which they are painted. */
  readonly order: readonly number[];
}

/** What decides on distances, in px. */
export interface Spacing {
  /** Free stretch of a connection between two blocks. */
  readonly gap: number;
  /** Least room between things that must not touch. */
  readonly margin: number;
  /** Width at which a line is broken; none for never. */
  readonly wrap?: number;
  /** Between lines. */
  readonly rowGap: number;
}

/**
 * Gives a block its lengths.
 *
 * @param block The block.
 * @param sizeOf The size of each part.
 * @param radius Of balls.
 * @param slabGap Between the slabs of a stack.
 * @returns The block without labels.
 */
export function sizedBlock(
  block: Block,
  sizeOf: (part: Part) => Size,
  radius: number,
  slabGap: number,
): SizedBlock {
  if (block.kind === 'ball') {
    const ring = Array.from({ length: 8 }, (_, index) => {
      const angle = ((index + 0.5) * Math.PI) / 4;
      const reach = radius / Math.cos(Math.PI / 8);
      return { x: radius + reach * Math.cos(angle), y: reach * Math.sin(angle) };
    });
    return { block, boxes: [], width: 2 * radius, radius, outlines: [ring], labels: [] };
  }
  let x = block.kind === 'stack' ? slabGap : 0;
  const boxes = block.boxes.map((box): SizedBox => {
    const start = x;
    const parts = box.parts.map((part) => {
      const { width } = sizeOf(part);
      const placed = { part, x: x - start, width };
      x += width;
      return placed;
    });
    const { height, depth } = sizeOf(box.parts[0] as Part);
    const sized = { x: start, width: x - start, height, depth, parts };
    if (block.kind === 'stack') x += slabGap;
    return sized;
  });
  const sized: SizedBlock = { block, boxes, width: x, radius: 0, outlines: [], labels: [] };
  const origin = { x: 0, y: 0, z: 0 };
  const outlines = boxes.map((box) => silhouette(cuboidOf(box, origin)));
  if (block.kind === 'stack') outlines.push(silhouette(envelope(sized, origin, slabGap)));
  return { ...sized, outlines };
}

/**
 * A box where it stands.
 *
 * @param box The box.
 * @param west West of its block.
 * @returns The cuboid.
 */
export function cuboidOf(box: SizedBox, west: Point): Cuboid {
  const { width, height, depth } = box;
  return { west: { ...west, x: west.x + box.x }, width, height, depth };
}

/**
 * The envelope around all boxes of a block.
 *
 * @param block The block.
 * @param west Its west.
 * @param margin Room around the boxes.
 * @returns The cuboid.
 */
export function envelope({ boxes, width }: SizedBlock, west: Point, margin: number): Cuboid {
  return {
    west,
    width,
    height: Math.max(...boxes.map((box) => box.height)) + margin,
    depth: Math.max(...boxes.map((box) => box.depth)) + margin,
  };
}
