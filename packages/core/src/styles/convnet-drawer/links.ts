/** What leads from a map to the next: a kernel with two lines, two dashed lines, or an arrow. */
import type { XY } from '../../scene/shapes.js';
import type { TieKind } from './maps.js';
import { type Edge, extremes, middleSpan, type Shape, target } from './shapes.js';
import type { Size } from './sizes.js';

/** What is drawn of a layer. */
export interface Link {
  readonly kind: TieKind;
  /** The kernel, in the map that it reads. */
  readonly kernel?: Shape;
  readonly lines: readonly Edge[];
}

/** A layer between two maps. */
export interface LinkSpec {
  readonly kind: TieKind;
  readonly kernel?: Size;
}

/**
 * Joins two maps.
 *
 * @param spec The layer.
 * @param before The map that it reads.
 * @param after The map that it makes, or a point that the lines end in.
 * @param centred Whether the kernel has its own middle in that of the map, or its left end, as in
 *   convnet-drawer.
 * @returns What is drawn.
 */
export function linkOf(
  { kind, kernel }: LinkSpec,
  before: Shape,
  after: Shape | XY,
  centred: boolean,
): Link {
  const end = 'kind' in after ? target(after) : after;
  if (kind === 'kernel' && kernel) {
    const back = centred ? kernel.width.x / 2 : 0;
    const solid: Shape = { ...kernel, left: before.left + before.width.x / 2 - back, y: before.y };
    const { left, right, top, bottom } = extremes(solid);
    return {
      kind,
      kernel: solid,
      lines: [
        [{ x: left + solid.channels, y: top }, end],
        [{ x: right, y: bottom }, end],
      ],
    };
  }
  if (kind === 'dense') {
    const { right, top, bottom } = extremes(before);
    return {
      kind,
      lines: [
        [{ x: right, y: top }, end],
        [{ x: right, y: bottom }, end],
      ],
    };
  }
  // Where a row ends, a text alone would not say that it goes on.
  if (kind === 'text' && 'kind' in after) return { kind, lines: [] };
  const tip = 'kind' in after ? { x: middleSpan(after).left, y: after.y } : after;
  return { kind: 'arrow', lines: [[{ x: middleSpan(before).right, y: before.y }, tip]] };
}
