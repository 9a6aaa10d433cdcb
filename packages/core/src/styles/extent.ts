/** Sizes of tensors as numbers of positions. */
import type { Labelled } from './labels.js';

/** Sizes of a tensor as numbers of positions, and how it stands. */
export interface Extent {
  /** A box, or the bar of a vector. */
  readonly kind: 'box' | 'bar';
  /** Height; of a sequence its length, of a vector its units. */
  readonly height: number;
  readonly width: number;
  /** Channels; of a sequence the length of its vectors. */
  readonly depth: number;
}

/**
 * Reads the axes of a tensor.
 *
 * @param labelled The tensor.
 * @returns Its sizes; axes that it lacks are 1, and those before height and width join the channels.
 */
export function extentOf({ reading, shape }: Pick<Labelled, 'reading' | 'shape'>): Extent {
  if (reading === 'vector') return { kind: 'bar', height: shape[1] ?? 1, width: 1, depth: 1 };
  if (reading === 'sequence') {
    return { kind: 'box', height: shape.at(-2) ?? 1, width: 1, depth: shape.at(-1) ?? 1 };
  }
  const spatial = shape.slice(2);
  const before = shape.slice(1, shape.length - Math.min(2, spatial.length));
  return {
    kind: 'box',
    height: spatial.length > 1 ? (spatial.at(-2) ?? 1) : 1,
    width: spatial.at(-1) ?? 1,
    depth: before.reduce((product, size) => product * size, 1),
  };
}
