/** Where a long figure is broken into rows. */
import type { Options } from './options.js';
import type { Piece, Spot } from './places.js';

/** Width of rows when nothing says otherwise: what a page can shrink and still be read. */
const usual = 1900;

/** How many px off an even row it is worth to break where lines of a kernel lead on. */
const detours = { kernel: 0, arrow: 40, dense: 120, text: 160 } as const;

/**
 * Breaks a figure into rows of nearly equal width.
 *
 * @param pieces Its maps.
 * @param spots Where they stand in a single row.
 * @param options The width of rows.
 * @returns The index of the first map of each row.
 */
export function breakRows(
  pieces: readonly Piece[],
  spots: readonly Spot[],
  { wrap }: Pick<Options, 'wrap'>,
): readonly number[] {
  const last = pieces.at(-1);
  if (wrap === 'never' || !last) return [0];
  const width = (spots.at(-1)?.left ?? 0) + last.size.width.x + last.size.channels;
  const rows = Math.ceil(width / (wrap === 'auto' ? usual : wrap));
  const starts = [0];
  for (let row = 1; row < rows; row++) {
    const even = (width * row) / rows;
    const badness = (index: number) => {
      const kind = pieces[index - 1]?.next?.kind ?? 'text';
      return Math.abs((spots[index]?.left ?? 0) - even) + detours[kind];
    };
    let best: number | undefined;
    for (let index = (starts.at(-1) ?? 0) + 1; index < pieces.length; index++) {
      if (best === undefined || badness(index) < badness(best)) best = index;
    }
    if (best !== undefined) starts.push(best);
  }
  return starts;
}
