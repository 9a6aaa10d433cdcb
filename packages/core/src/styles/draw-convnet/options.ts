/**
 * Options of the style `draw-convnet`. Lengths are in its units, of which a map of
 * 32 positions has 32 on a side; defaults are those of draw_convnet where it has them.
 */
import * as z from 'zod';
import { hexColour } from '../hex-colour.js';

const length = (least: number, most: number) => z.number().min(least).max(most);

const share = length(0, 1);

const step = z.tuple([length(-20, 20), length(-20, 20)]);

const places = z
  .array(z.tuple([share, share]))
  .min(1)
  .max(1000);

/** Squares of one stack, at most. */
export const mostOfStack = 1000;

const most = z.union([z.literal('all'), z.int().min(1).max(mostOfStack)]);

const byLayer = <T extends z.ZodType>(value: T) => z.record(z.string().max(200), value);

const sizes = {
  unit: length(0.5, 20).default(2.5).describe('Length of one unit in px.'),
  scale: z
    .enum(['auto', 'linear', 'sqrt', 'log'])
    .default('auto')
    .describe(
      'How the side of a map follows its size; `auto` is `linear` until the largest is more than ten times the smallest, then `sqrt`.',
    ),
  mapSize: length(4, 400)
    .default(40)
    .describe('Greatest side of a map; in networks of smaller ones each position has one unit.'),
  minSize: length(1, 100).default(2.5).describe('Least side of a map.'),
  layerWidth: z
    .union([length(0, 400), z.array(length(0, 400)).min(1).max(1000)])
    .default(40)
    .describe(
      'From the left of one stack to that of the next; more where stacks need it. A list has one for each gap, and stacks may overlap then. Texts always keep clear.',
    ),
};

const stacks = {
  mapStep: step
    .default([3, 3])
    .describe('From one map of a stack to the next: right and down; less for the smallest maps.'),
  maxMaps: most
    .default(8)
    .describe('Places of a stack of maps, those of its dots among them; `all` for every map.'),
  unitSize: length(0.5, 40).default(2).describe('Side of the square of a dense unit.'),
  unitStep: step
    .optional()
    .describe('From one dense unit to the next: right and down; their side unless given.'),
  maxUnits: most
    .default(20)
    .describe(
      'Places of a stack of dense units, those of its dots among them; `all` for every unit.',
    ),
  omit: z
    .boolean()
    .default(true)
    .describe('Whether dots stand in the middle of stacks that do not show all; else squares.'),
  dots: z.int().min(1).max(100).default(4).describe('How many dots.'),
  dotPlace: z
    .enum(['auto', 'middle', 'corner'])
    .default('auto')
    .describe(
      'Where dots stand: in the middle of the squares left out, or at their corners, where no square hides them; `auto` is the middle while at least half of them show there.',
    ),
  dotRadius: length(0.1, 10).default(0.5).describe('Radius of the dots.'),
};

const colours = {
  mapColors: z
    .union([hexColour, z.tuple([hexColour, hexColour])])
    .optional()
    .describe(
      'Two colours that squares have by turns, the hindmost the first; a single one takes turns with a paler shade. `draw` gives single layers their own.',
    ),
  borderColor: hexColour.optional().describe('Colour of the outlines of squares.'),
  borderWidth: length(0, 4).default(1.2).describe('Width of outlines in px.'),
  dotColor: hexColour.optional().describe('Colour of the dots; that of outlines unless given.'),
  kernelColor: hexColour.optional().describe('Colour of the kernels.'),
  lineColor: hexColour.optional().describe('Colour of the lines of pyramids and of arrows.'),
  lineWidth: length(0.1, 6).default(1.4).describe('Width of these lines in px.'),
};

const kernels = {
  kernels: z
    .boolean()
    .default(true)
    .describe('Whether kernels stand on the maps they read, with their pyramids.'),
  kernelPlaces: places
    .default([
      [0.4, 0.5],
      [0.4, 0.8],
    ])
    .describe(
      'Where kernels stand on the foremost map, by turns: `[0, 0]` is its left top corner.',
    ),
  pointPlaces: places
    .optional()
    .describe(
      'Where pyramids end on the foremost map, by turns; unless given as `kernelPlaces`, but clear of the next kernel.',
    ),
  arrows: z
    .boolean()
    .default(true)
    .describe('Whether arrows lead to layers without a kernel, such as dense ones.'),
  image: z
    .string()
    .min(1)
    .max(4_000_000)
    .optional()
    .describe(
      'Image on the foremost map of the input: PNG, JPEG, GIF or WebP, as a data URL or the path of a file.',
    ),
};

const texts = {
  showHeaders: z
    .boolean()
    .default(true)
    .describe('Whether names and sizes stand above the stacks.'),
  showCaptions: z.boolean().default(true).describe('Whether operations stand under the gaps.'),
  showKernels: z
    .boolean()
    .default(true)
    .describe('Whether kernel sizes and strides are written under the operations.'),
  operations: byLayer(z.string().max(200))
    .optional()
    .describe(
      'Texts under single gaps in place of the operation: templates by the name or operation of the layer.',
    ),
  headerGap: length(0, 40).default(4).describe('From the baseline of the headers to the stacks.'),
  captionGap: length(0, 100).default(12).describe('From the lowest stack to the captions.'),
  captionShift: length(-40, 80)
    .default(14)
    .describe('How far captions begin before the stack of maps that they lead to.'),
  unitCaptionShift: length(-40, 80)
    .default(10)
    .describe('How far captions begin before the stack of dense units that they lead to.'),
  fontSize: length(6, 40).default(14).describe('Size of the text in px.'),
};

const rows = {
  flatten: z
    .boolean()
    .default(true)
    .describe('Whether maps that are flattened stand as a stack of units, too.'),
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

/** Options of the style `draw-convnet`. */
export const options = z.strictObject({
  ...sizes,
  ...stacks,
  ...colours,
  ...kernels,
  ...texts,
  ...rows,
});

/** The options with their defaults filled in. */
export type Options = z.output<typeof options>;
