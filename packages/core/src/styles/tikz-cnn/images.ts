/** Images on the right faces of inputs and outputs. */
import type { BlockGraph } from '../blocks/model.js';
import { loadImage } from '../image-file.js';
import type { DrawContext } from '../style.js';
import type { Options } from './options.js';
import type { Role } from './sizes.js';

/**
 * Finds the images of a figure.
 *
 * @param graph The cuboids.
 * @param roles What each block is.
 * @param options The style's options.
 * @param context Reads files; where to report.
 * @returns A data URL for each block that has one: the first input and the last output.
 */
export function imagesOf(
  { blocks, exits }: BlockGraph,
  roles: readonly Role[],
  options: Pick<Options, 'image' | 'outputImage'>,
  context: DrawContext,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const put = (key: 'image' | 'outputImage', block: number | undefined, what: string) => {
    const given = options[key];
    if (given === undefined) return;
    const part = block === undefined ? undefined : blocks[block]?.boxes.at(-1)?.parts[0];
    if (block === undefined || part?.extent.kind !== 'box') {
      context.reportOption([key], {
        rule: 'wrong-value',
        message: part
          ? `The ${what} is a vector, and only feature maps can have an image`
          : `There is no ${what} to have an image`,
      });
      return;
    }
    const href = loadImage(given, [key], context);
    if (href !== undefined) found.set(block, href);
  };
  const input = roles.indexOf('input');
  put('image', input < 0 ? undefined : input, 'input');
  put('outputImage', exits.at(-1)?.block, 'output');
  return found;
}
