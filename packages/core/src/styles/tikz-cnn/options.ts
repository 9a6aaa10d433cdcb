/** Options of the style `tikz-cnn`. A unit is a tenth of tikz_cnn's centimetre, and the defaults are those of its figure. */
import * as z from 'zod';
import { placeOptions, sizeOptions } from '../blocks/options.js';

/** Characters of an image as a data URL: 3 MB. */
const longestImage = 4_000_000;

const image = z.string().min(1).max(longestImage);
const file = 'A file beside the page, or a data URL; PNG, JPEG, GIF or WebP.';

const length = (least: number, most: number) => z.number().min(least).max(most);

/** An option of all styles of blocks, with a default of its own here. */
function from<Inner extends z.ZodType>(
  option: z.ZodDefault<Inner>,
  value: z.util.NoUndefined<z.output<Inner>>,
): z.ZodDefault<Inner> {
  return option
    .removeDefault()
    .default(value)
    .describe(option.description ?? '');
}

/** Options with defaults and descriptions. */
export const options = z.strictObject({
  ...sizeOptions,
  maxSize: from(sizeOptions.maxSize, 30),
  minSize: from(sizeOptions.minSize, 5),
  channelScale: from(sizeOptions.channelScale, 'sqrt'),
  maxWidth: length(1, 100)
    .default(12)
    .describe('Thickness of the layer with the most channels, in units.'),
  minWidth: from(sizeOptions.minWidth, 1),
  maxVector: from(sizeOptions.maxVector, 24),
  barSize: from(sizeOptions.barSize, 2.5),
  vectors: z
    .enum(['tall', 'deep'])
    .default('tall')
    .describe('Whether the bar of a vector stands, or lies towards the viewer.'),
  mergeWidth: length(0.2, 50)
    .default(5)
    .describe('Thickness of the boxes where paths merge, in units.'),
  planeWidth: length(0.1, 20)
    .default(0.4)
    .describe('Thickness of an input or output of at most four channels, in units.'),
  pairGap: length(0, 60).default(1).describe('Gap between layers of one size, in units.'),
  gap: length(0, 60).default(2).describe('Gap between layers of different sizes, in units.'),
  endGap: length(0, 100).default(5).describe('Gap after an input and before an output, in units.'),
  branchGap: length(2, 200)
    .default(15)
    .describe('Room in which paths spread before branches, and join after them, in units.'),
  branchSpread: length(1, 200)
    .default(12)
    .describe('Room between two branches, one above the other, in units.'),
  rowGap: placeOptions.rowGap,
  wrap: placeOptions.wrap,
  fold: placeOptions.fold,
  connectors: z
    .enum(['auto', 'all', 'none'])
    .default('auto')
    .describe(
      'Which connectors are drawn: where paths branch, merge, skip or go far (`auto`), between all layers, or none.',
    ),
  repeatLabels: z
    .boolean()
    .default(false)
    .describe('Whether each of several like layers side by side has its label.'),
  input: z.boolean().default(true).describe('Whether the input has a box.'),
  image: image.optional().describe(`Image on the input. ${file}`),
  outputImage: image.optional().describe(`Image on the output. ${file}`),
  edgeWidth: z.number().min(0).max(6).default(1.2).describe('Width of the edges of boxes, in px.'),
  lineWidth: z.number().min(0.2).max(8).default(1.6).describe('Width of connectors, in px.'),
  fontSize: z.number().min(6).max(40).default(13).describe('Size of the text, in px.'),
});

/** The options, resolved. */
export type Options = z.output<typeof options>;
