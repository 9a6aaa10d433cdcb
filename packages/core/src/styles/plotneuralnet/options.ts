/** Options of the style `plotneuralnet`; their defaults are those of PlotNeuralNet's examples. */
import * as z from 'zod';
import { placeOptions, sizeOptions } from '../blocks/options.js';

/** Characters of an image as a data URL: 3 MB. */
const longestImage = 4_000_000;

const share = z.number().min(0).max(1);
const image = z.string().min(1).max(longestImage);
const file = 'A file beside the page, or a data URL; PNG, JPEG, GIF or WebP.';

/** Options with defaults and descriptions. */
export const options = z.strictObject({
  layout: z
    .enum(['auto', 'line', 'u', 'sides'])
    .default('auto')
    .describe(
      'A line; a U, whose levels are the sizes of the maps; or a line whose side branches run towards the viewer. `auto` goes by the shape of the network.',
    ),
  ...placeOptions,
  ...sizeOptions,
  concat: z
    .enum(['auto', 'ball', 'copy', 'stack'])
    .default('auto')
    .describe(
      'How joined maps are shown: a ball, a grey copy in the box that goes on, or slabs in an envelope. `auto` is `copy` in a line, `ball` in a U, `stack` where side branches end.',
    ),
  pooling: z
    .enum(['auto', 'after', 'before', 'apart'])
    .default('auto')
    .describe(
      'Where a pooling is glued: after what it pools, before what it feeds, or it stands apart. `auto` is `before` in a U, else `after`.',
    ),
  join: z
    .boolean()
    .default(true)
    .describe('Whether layers of one size, one after another, are one box of several parts.'),
  bands: z
    .boolean()
    .default(true)
    .describe('Whether a darker band at the right of a part shows its activation.'),
  input: z
    .boolean()
    .default(false)
    .describe('Whether the input has a box of its own; an `image` always has a plane.'),
  image: image.optional().describe(`Image on the plane of the input. ${file}`),
  outputImage: image.optional().describe(`Image on a plane after the last box. ${file}`),
  inputArrow: z
    .boolean()
    .default(true)
    .describe('Whether an arrow from nowhere leads to what takes the input.'),
  outputArrow: z.boolean().default(true).describe('Whether an arrow leads on from the end.'),
  gradients: z
    .boolean()
    .default(false)
    .describe(
      'Whether the arrows of input and output have a second one beside them, for the way back.',
    ),
  heights: z
    .enum(['first', 'all', 'none'])
    .default('first')
    .describe('Which boxes have their height written at their left.'),
  frusta: z
    .enum(['auto', 'all', 'none'])
    .default('auto')
    .describe(
      'Where dashed lines from corner to corner show a projection: to vectors and to maps of at least four times the size (`auto`), at each change of size, or nowhere.',
    ),
  hiddenEdges: z
    .enum(['dashed', 'none'])
    .default('dashed')
    .describe('Whether the edges behind a box are drawn.'),
  opacity: share.optional().describe('Opacity of all faces; each kind has its own unless given.'),
  heads: z
    .enum(['middle', 'end', 'none'])
    .default('middle')
    .describe(
      'Where arrows have their heads: in the middle of each straight piece, or at the end.',
    ),
  lineWidth: z.number().min(0.2).max(8).default(1.9).describe('Width of arrows, in px.'),
  edgeWidth: z.number().min(0).max(4).default(0.7).describe('Width of the edges of boxes, in px.'),
  ball: z.number().min(0.5).max(20).default(2.5).describe('Radius of the balls, in units.'),
  fontSize: z.number().min(6).max(40).default(14).describe('Size of the text, in px.'),
  arrowFontSize: z
    .number()
    .min(6)
    .max(80)
    .default(16)
    .describe('Size of the text at the arrows of input and output, in px.'),
  lines: z
    .array(
      z.strictObject({
        from: z.string().max(200).describe('A box and an anchor, such as `conv1.east`.'),
        to: z.string().max(200).describe('A box and an anchor, such as `score.near`.'),
        route: z
          .enum(['straight', 'elbow', 'z', 'over', 'under', 'front'])
          .default('straight')
          .describe('How it runs.'),
        label: z.string().max(2000).optional().describe('Text at its middle.'),
        dashed: z.boolean().default(false).describe('Whether it is dashed.'),
        head: z.enum(['middle', 'end', 'none']).optional().describe('Where its head is.'),
        color: z
          .string()
          .regex(/^#[\da-f]{6}$/i, 'a colour as `#rrggbb`, in quotes')
          .optional()
          .describe('Its colour.'),
      }),
    )
    .max(200)
    .default([])
    .describe('Further lines, between anchors of boxes.'),
});

/** The options, resolved. */
export type Options = z.output<typeof options>;
