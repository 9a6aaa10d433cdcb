/** How large a column is: the side of its maps, how many are drawn, the length of its bar. */
import type { Chain, Column } from '../chain.js';
import type { LenetOptions } from './options.js';

/** The outline of one column, its top left corner at (0, 0). */
export interface Form {
  readonly kind: 'maps' | 'bar';
  /** Size of one map; thickness and length of a bar. */
  readonly width: number;
  readonly height: number;
  /** Where the maps stand, back to front: each this far to the right and down. */
  readonly offsets: readonly number[];
  /** Where the dots for maps left out stand, in the same measure. */
  readonly dots: readonly number[];
  /** What the whole column takes. */
  readonly extent: { readonly width: number; readonly height: number };
}

/** Height of a map with a single axis. */
const stripHeight = 12;
/** Most px for one position, so that tiny maps stay small. */
const largestUnit = 8;
/** Above this ratio of the largest map to the smallest, sizes follow the root. */
const linearRatio = 10;
/** Rows of more columns than this are drawn smaller, down to the least share. */
const fullSizeColumns = 8;
const leastShare = 0.6;
/** Share of the full size in a figure of several rows. */
const wrappedShare = 0.75;
/** Gap where maps are left out, in gaps between maps. */
const hole = 4;
/** Most maps of a stack where none are to be left out. */
export const mostOfStack = 1000;

/**
 * Sizes the columns of a chain.
 *
 * @param chain What is shown.
 * @param given The style's options.
 * @param longest How many columns the longest row has.
 * @returns One form a column.
 */
export function forms(chain: Chain, given: LenetOptions, longest: number): readonly Form[] {
  const wrapped = longest < chain.columns.length;
  const share = Math.max(
    leastShare,
    Math.min(wrapped ? wrappedShare : 1, fullSizeColumns / longest),
  );
  const options: LenetOptions = {
    ...given,
    mapSize: given.mapSize * share,
    mapGap: given.mapGap * share,
    maxVector: given.vectorScale === 'auto' ? given.maxVector * share : given.maxVector,
  };
  const side = sideScale(chain, options);
  const length = lengthScale(chain, options);
  const most = mostMaps(chain, options);
  return chain.columns.map((column) => {
    const { reading, shape } = column.labelled;
    if (reading === 'vector') return bar(length(shape[1] ?? 1), options.vectorWidth);
    const [height, width] = positions(column);
    const strip = reading === 'map' && shape.length === 3;
    const size = { width: side(width), height: strip ? stripHeight : side(height) };
    const count = reading === 'map' ? (shape[1] ?? 1) : 1;
    return stack(size, count, most, options.mapGap);
  });
}

/** Most maps of a stack: all, when none is too tall; a long network has room for few. */
function mostMaps(chain: Chain, { maxMaps, elide }: LenetOptions): number {
  if (!elide) return mostOfStack;
  if (maxMaps !== 'auto') return maxMaps;
  const stacks = chain.columns.filter(({ labelled }) => labelled.reading === 'map');
  if (stacks.length > 12) return 8;
  const tallest = Math.max(0, ...stacks.map(({ labelled }) => labelled.shape[1] ?? 1));
  return stacks.length <= 8 && tallest <= 24 ? 24 : 12;
}

/** Height and width of the maps of a column, in positions. */
function positions({ labelled: { shape } }: Column): readonly [number, number] {
  const width = shape.at(-1) ?? 1;
  return [shape.length > 3 ? (shape.at(-2) ?? 1) : (shape[1] ?? 1), width];
}

function sideScale(chain: Chain, options: LenetOptions): (size: number) => number {
  const sizes = chain.columns
    .filter(({ labelled }) => labelled.reading !== 'vector')
    .flatMap(({ labelled }) =>
      labelled.reading === 'map' ? labelled.shape.slice(2).slice(-2) : labelled.shape.slice(-2),
    );
  const largest = Math.max(1, ...sizes);
  const smallest = Math.min(largest, ...sizes.filter((size) => size > 1));
  const full = Math.min(options.mapSize, largest * largestUnit);
  const auto = largest / smallest > linearRatio ? 'sqrt' : 'linear';
  const share = {
    linear: (size: number) => size / largest,
    sqrt: (size: number) => Math.sqrt(size / largest),
    log: (size: number) => Math.log1p(size) / Math.log1p(largest),
  }[options.scale === 'auto' ? auto : options.scale];
  return (size) => Math.max(Math.min(options.minSize, full), full * share(size));
}

function lengthScale(chain: Chain, options: LenetOptions): (size: number) => number {
  const { minVector, maxVector } = options;
  if (options.vectorScale !== 'auto') {
    return (size) => Math.max(minVector, Math.min(maxVector, fixedLength(size, options)));
  }
  const sizes = chain.columns
    .filter(({ labelled }) => labelled.reading === 'vector')
    .map(({ labelled }) => labelled.shape[1] ?? 1);
  const largest = Math.max(1, ...sizes);
  const full = Math.min(maxVector, largest);
  const share = options.vectorLength === 'sqrt' ? Math.sqrt : (ratio: number) => ratio;
  return (size) => Math.max(minVector, full * share(size / largest));
}

/**
 * Length of a bar at a chosen scale, before it is cut; NN-SVG has these formulas.
 *
 * @param size Length of the vector.
 * @param options The style's options.
 * @returns Length in px: n·s/100, or √n·s/10; that of 100 % unless a scale is chosen.
 */
export function fixedLength(size: number, { vectorLength, vectorScale }: LenetOptions): number {
  const percent = vectorScale === 'auto' ? 100 : vectorScale;
  return vectorLength === 'sqrt' ? (Math.sqrt(size) * percent) / 10 : (size * percent) / 100;
}

function bar(length: number, barWidth: number): Form {
  return {
    kind: 'bar',
    width: barWidth,
    height: length,
    offsets: [0],
    dots: [],
    extent: { width: length + barWidth, height: length },
  };
}

function stack(
  size: { readonly width: number; readonly height: number },
  count: number,
  most: number,
  gap: number,
): Form {
  const drawn = Math.min(count, most);
  // Maps of a stack always overlap, else a stack of small ones looks like stairs.
  const shift = Math.min(gap, Math.max(2, Math.min(size.width, size.height) / 2));
  const elided = count > drawn && drawn > 1;
  // Beyond the middle, so that an arrow at half the height meets a map.
  const back = Math.min(drawn - 1, Math.ceil((drawn * 2) / 3));
  const offsets = Array.from(
    { length: drawn },
    (_, index) => shift * (index + (elided && index >= back ? hole - 1 : 0)),
  );
  const last = shift * (back - 1);
  const reach = offsets.at(-1) ?? 0;
  return {
    kind: 'maps',
    ...size,
    offsets,
    dots: elided ? [1, 2, 3].map((step) => last + shift * step) : [],
    extent: { width: size.width + reach, height: size.height + reach },
  };
}

/**
 * @param column A form and its left edge.
 * @returns Where the text above it is centred: over its hindmost map, or the top of its bar.
 */
export function labelCentre({ form, x }: { readonly form: Form; readonly x: number }): number {
  return x + form.width / 2;
}
