/** Images on maps: data URLs as they are, files through the reader of the adapter. */
import type { Column } from '../chain.js';
import { loadImage } from '../image-file.js';
import { checkNames, ofColumn } from '../per-column.js';
import type { DrawContext } from '../style.js';
import type { LenetOptions } from './options.js';

/** Images of one stack, its maps from the back; nothing for a map without one. */
export type StackImages = readonly (string | undefined)[];

/**
 * Finds the images of each column.
 *
 * @param columns What is shown.
 * @param counts How many maps each shows; 0 for a vector.
 * @param options The style's options.
 * @param context Reads files; where to report.
 * @returns A list for each column, empty when it has none.
 */
export function imagesOf(
  columns: readonly Column[],
  counts: readonly number[],
  options: LenetOptions,
  context: DrawContext,
): readonly StackImages[] {
  checkNames('images', options.images, columns, context);
  return columns.map((column, index) => {
    const named = ofColumn(options.images, column);
    const given = named?.value ?? (index === 0 ? options.image : undefined);
    if (given === undefined) return [];
    const path = named ? ['images', named.key] : ['image'];
    const count = counts[index] ?? 0;
    if (count === 0) {
      context.reportOption(path, {
        rule: 'wrong-value',
        message: `\`${column.id}\` is a vector, and only feature maps can have an image`,
      });
      return [];
    }
    if (typeof given === 'string') {
      const front = loadImage(given, path, context);
      return Array.from({ length: count }, (_, map) => (map === count - 1 ? front : undefined));
    }
    if (given.length > count) {
      context.reportOption(path, {
        rule: 'wrong-length',
        message: `\`${path.join('.')}\` has ${given.length} images, but ${count} ${count === 1 ? 'map is' : 'maps are'} drawn`,
        hint: 'Give at most one for each map, or raise `maxMaps`.',
      });
    }
    return given.map((each, map) =>
      each === null ? undefined : loadImage(each, [...path, map], context),
    );
  });
}
