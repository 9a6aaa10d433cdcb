/** Pieces of a layout that move as one. */
import type { XY } from '../../scene/shapes.js';
import { moved, type Shape } from '../blocks/clearance.js';
import type { Link } from '../blocks/model.js';
import type { RouteKind } from '../blocks/placement.js';
import { type Area, areaOf } from '../blocks/skyline.js';
import type { Unit } from './units.js';

/** A connector in the plane through the middles of all cuboids. */
export interface Connector {
  readonly kind: RouteKind;
  readonly link: Link;
  readonly points: readonly XY[];
}

/** Units, branches or whole lanes, placed. */
export interface Placed {
  /** West of each block in it. */
  readonly wests: ReadonlyMap<number, XY>;
  readonly units: readonly { readonly unit: Unit; readonly at: XY }[];
  readonly connectors: readonly Connector[];
  readonly outlines: readonly Shape[];
  readonly labels: readonly Shape[];
  /** From the west of its first block to the east of its last. */
  readonly width: number;
}

/** What holds nothing: a connector alone. */
export const nothing: Placed = {
  wests: new Map(),
  units: [],
  connectors: [],
  outlines: [],
  labels: [],
  width: 0,
};

/**
 * A unit by itself.
 *
 * @param unit The unit.
 * @returns The unit with its west in the origin.
 */
export function placedUnit(unit: Unit): Placed {
  return {
    wests: new Map(unit.blocks.map(({ block, x }) => [block, { x, y: 0 }])),
    units: [{ unit, at: { x: 0, y: 0 } }],
    connectors: [],
    outlines: unit.outlines,
    labels: unit.labels,
    width: unit.width,
  };
}

/**
 * Moves a piece.
 *
 * @param placed The piece.
 * @param x How far to the right.
 * @param y How far down.
 * @returns The moved piece.
 */
export function shifted(placed: Placed, x: number, y: number): Placed {
  if (x === 0 && y === 0) return placed;
  const by = (point: XY): XY => ({ x: point.x + x, y: point.y + y });
  return {
    wests: new Map([...placed.wests].map(([block, west]) => [block, by(west)])),
    units: placed.units.map(({ unit, at }) => ({ unit, at: by(at) })),
    connectors: placed.connectors.map((each) => ({ ...each, points: each.points.map(by) })),
    outlines: placed.outlines.map((shape) => moved(shape, x, y)),
    labels: placed.labels.map((shape) => moved(shape, x, y)),
    width: placed.width,
  };
}

/**
 * Takes pieces as one.
 *
 * @param pieces The pieces where they stand.
 * @param connectors What connects them.
 * @param width From the west of the first to the east of the last.
 * @returns The whole.
 */
export function joined(
  pieces: readonly Placed[],
  connectors: readonly Connector[],
  width: number,
): Placed {
  return {
    wests: new Map(pieces.flatMap(({ wests }) => [...wests])),
    units: pieces.flatMap(({ units }) => units),
    connectors: [...pieces.flatMap((piece) => piece.connectors), ...connectors],
    outlines: pieces.flatMap(({ outlines }) => outlines),
    labels: pieces.flatMap(({ labels }) => labels),
    width,
  };
}

/**
 * What a piece takes, connectors too.
 *
 * @param placed The piece.
 * @returns Areas.
 */
export function areasOf({ outlines, labels, connectors }: Placed): Area[] {
  const pieces = connectors.flatMap(({ points }) =>
    points.slice(1).map((to, index) => [points[index] as XY, to]),
  );
  return [...outlines, ...labels, ...pieces].map((points) => areaOf(points));
}
