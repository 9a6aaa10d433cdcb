/** Options of the style `lenet`; lengths default to those of NN-SVG where it has them. */
import * as z from 'zod';
import { hexColour } from '../hex-colour.js';

const length = (least: number, most: number) => z.number().min(least).max(most);

const share = length(0, 1);

/** Characters of an image as a data URL: 3 MB. */
const longestImage = 4_000_000;

const image = z.string().min(1).max(longestImage);

const byLayer = <T extends z.ZodType>(value: T) => z.record(z.string().max(200), value);

const sizes = {
  scale: z
    .enum(['auto', 'linear', 'sqrt', 'log'])
    .default('auto')
    .describe(
      'How the side of a map follows its size; `auto` is `linear` until the largest is more than ten times the smallest, then `sqrt`.',
    ),
  mapSize: length(16, 600)
    .default(128)
    .describe(
      'Side of the largest map in px, in rows of up to eight stacks; longer rows are drawn smaller.',
    ),
  minSize: length(2, 100).default(12).describe('Least side of a map in px.'),
  mapGap: length(0, 60)
    .default(8)
    .describe(
      'Shift from one map of a stack to the next in px; small maps stand closer, so that they overlap.',
    ),
  maxMaps: z
    .union([z.literal('auto'), z.int().min(1).max(1000)])
    .default('auto')
    .describe(
      'Most maps drawn of one stack; dots stand for the rest. `auto` is 24; 12 where a stack has more, and 8 in networks of more than 12 stacks.',
    ),
  elide: z
    .boolean()
    .default(true)
    .describe('Whether tall stacks leave maps out; `false` draws all of them, up to 1000.'),
  spacing: z
    .union([length(-100, 400), z.array(length(-100, 400)).min(1).max(1000)])
    .default(32)
    .describe(
      'Gap between stacks in px, or a list of all gaps, also those beside vectors; each grows where labels need more.',
    ),
};

const vectors = {
  vectorSpacing: length(-100, 400)
    .default(-4)
    .describe(
      'Gap before and after a vector in px, unless `spacing` is a list; bars lean, so it may be negative.',
    ),
  vectorLength: z
    .enum(['linear', 'sqrt'])
    .default('linear')
    .describe('How the length of a bar follows the length of its vector.'),
  vectorScale: z
    .union([z.literal('auto'), length(1, 1000)])
    .default('auto')
    .describe(
      'Percent: 100 is 1 px for each unit, or 10 px for its root; `auto` fits the longest vector into `maxVector`.',
    ),
  minVector: length(2, 400).default(14).describe('Least length of a bar in px.'),
  maxVector: length(16, 2000).default(256).describe('Greatest length of a bar in px.'),
  vectorWidth: length(2, 60).default(10).describe('Thickness of a bar in px.'),
};

const colours = {
  mapColors: z
    .union([hexColour, z.tuple([hexColour, hexColour])])
    .optional()
    .describe(
      'Colour of the maps, or two colours that they have by turns, the hindmost map the first; a single one takes turns with a paler shade. `draw` gives single layers their own.',
    ),
  vectorColor: hexColour
    .optional()
    .describe('Colour of the bars; the second of `mapColors` unless given.'),
  opacity: length(0.1, 1).default(0.8).describe('Opacity of maps and bars.'),
  borderWidth: length(0, 4).default(1).describe('Width of outlines in px.'),
  borderColor: hexColour.optional().describe('Colour of the outlines of maps, bars and kernels.'),
  lineWidth: length(0.1, 4)
    .optional()
    .describe(
      'Width of the lines between stacks in px; three quarters of the outlines unless given.',
    ),
  lineColor: hexColour.optional().describe('Colour of the lines between stacks.'),
};

const kernels = {
  kernels: z
    .union([z.boolean(), z.enum(['fixed', 'seeded', 'none'])])
    .default('fixed')
    .describe(
      'Where kernels stand on the maps they read: all at `kernelX` and `kernelY`, each somewhere by `seed`, or none at all.',
    ),
  kernelX: share
    .default(0.62)
    .describe('Where the kernel stands on its map, from 0 at the left to 1 at the right.'),
  kernelY: share
    .default(0.3)
    .describe('Where the kernel stands on its map, from 0 at the top to 1 at the bottom.'),
  kernelPlaces: byLayer(z.tuple([share, share]))
    .optional()
    .describe('Places of single kernels: `[x, y]` by the name or operation of the layer.'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .default(7)
    .describe('What the seeded places follow from.'),
};

const images = {
  image: image
    .optional()
    .describe(
      'Image on the first stack: PNG, JPEG, GIF or WebP, as a data URL or the path of a file.',
    ),
  images: byLayer(
    z.union([
      image,
      z
        .array(z.union([image, z.null()]))
        .min(1)
        .max(1000),
    ]),
  )
    .optional()
    .describe(
      'Images by the name of a layer: one for the foremost map of its stack, or a list for its maps from the back, with `null` for those without.',
    ),
  imageOpacity: share.default(1).describe('Opacity of the images.'),
};

const texts = {
  showLabels: z.boolean().default(true).describe('Whether sizes and operations are written.'),
  showSizes: z.boolean().default(true).describe('Whether sizes are written above the stacks.'),
  showOperations: z
    .boolean()
    .default(true)
    .describe('Whether operations are written under the gaps.'),
  showDetails: z
    .boolean()
    .default(true)
    .describe('Whether kernel sizes and strides are written under the operations.'),
  operations: byLayer(z.string().max(200))
    .optional()
    .describe(
      'Texts under single gaps in place of the operation: templates by the name or operation of the layer.',
    ),
  fontSize: length(6, 40).default(14).describe('Size of the text in px.'),
};

const rows = {
  fold: z
    .enum(['auto', 'always', 'never'])
    .default('auto')
    .describe(
      'Whether blocks stand as one stack; `auto` folds them when the network is no plain chain or is longer than one row.',
    ),
  wrap: z
    .union([z.enum(['auto', 'never']), z.int().min(2).max(100)])
    .default('auto')
    .describe(
      'Most stacks in a row; a longer network goes on in the next row where no skip passes. `auto` breaks networks of more than 14 into rows of at most 10.',
    ),
};

/** Options of the style `lenet`. */
export const options = z.strictObject({
  ...sizes,
  ...vectors,
  ...colours,
  ...kernels,
  ...images,
  ...texts,
  ...rows,
});

/** The options with their defaults filled in. */
export type LenetOptions = z.output<typeof options>;
