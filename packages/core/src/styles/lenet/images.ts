/** Images on maps: data URLs as they are, files through the reader of the adapter. */
import type { Problem } from '../../diagnostics.js';
import { quote } from '../../validation.js';
import type { Column } from '../chain.js';
import type { DrawContext } from '../style.js';
import type { LenetOptions } from './options.js';
import { checkNames, ofColumn } from './per-layer.js';

/** Images of one stack, its maps from the back; nothing for a map without one. */
export type StackImages = readonly (string | undefined)[];

/** First characters of each format in base64, by its signature. */
const signatures: Readonly<Record<string, string>> = {
  iVBORw0KGgo: 'image/png',
  '/9j/': 'image/jpeg',
  R0lGOD: 'image/gif',
  UklGR: 'image/webp',
};

const dataUrl = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z\d+/]+={0,2}$/;

const formats = 'PNG, JPEG, GIF or WebP';

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
      const front = load(given, path, context);
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
      each === null ? undefined : load(each, [...path, map], context),
    );
  });
}

/** The data URL of an image; nothing after a report. */
function load(given: string, path: readonly PropertyKey[], context: DrawContext) {
  const fail = (problem: Pick<Problem, 'rule' | 'message' | 'hint'>): undefined => {
    context.reportOption(path, problem);
  };
  if (given.startsWith('data:')) {
    if (dataUrl.test(given)) return given;
    return fail({
      rule: 'wrong-value',
      message: `\`${String(path[0])}\` holds no image that can be drawn`,
      hint: `Write it as \`data:image/png;base64,…\`; it may be ${formats}.`,
    });
  }
  if (!context.read) {
    return fail({
      rule: 'unreadable-file',
      message: `\`${String(path[0])}\` names the file ${quote(given)}, but no files can be read here`,
      hint: 'Write the image as a data URL, `data:image/png;base64,…`.',
    });
  }
  let content: string;
  try {
    content = context.read(given, 'base64').replace(/\s/g, '');
  } catch (error) {
    return fail({
      rule: 'unreadable-file',
      message: `${quote(given)} cannot be read: ${(error as Error).message}`,
    });
  }
  const signature = Object.keys(signatures).find((start) => content.startsWith(start));
  const url = signature && `data:${signatures[signature]};base64,${content}`;
  if (url && dataUrl.test(url)) return url;
  return fail({
    rule: 'wrong-value',
    message: `${quote(given)} is no ${formats} image`,
  });
}
