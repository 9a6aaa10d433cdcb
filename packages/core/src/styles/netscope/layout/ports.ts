/** Where connections meet the side of a box. */
import type { Size } from './types.js';

/** Least room between two ends on a side. */
export const portGap = 12;
/** Least room between an end and a corner. */
export const cornerInset = 8;
/** Between labels of two outputs of a box. */
export const labelGap = 8;

/**
 * The least length of the side of a box at which its connections meet it, so
 * that their ends and labels find room: its width where data flow down, its
 * height where they flow to the right.
 *
 * @param inputs How many connections enter.
 * @param outputs How many outputs have connections.
 * @param labels Room of the label of each output.
 * @param direction Where the data flow.
 * @returns The length in px.
 */
export function leastWidth(
  inputs: number,
  outputs: number,
  labels: readonly (Size | undefined)[] = [],
  direction: 'down' | 'right' = 'down',
): number {
  let between = 0;
  for (let port = 1; port < outputs; port++) {
    const [a, b] = [labels[port - 1], labels[port]];
    const room =
      direction === 'down'
        ? ((a?.width ?? 0) + (b?.width ?? 0)) / 2 + labelGap
        : (b?.height ?? 0) + labelGap;
    between += Math.max(portGap, room);
  }
  return 2 * cornerInset + Math.max(portGap * Math.max(inputs - 1, 0), between);
}
