/** Options of the 3-D style; lengths of the world default to those of NN-SVG. */
import * as z from 'zod';
import { hexColour } from '../hex-colour.js';
import { viewNames } from './views.js';

const scale = z.enum(['log', 'sqrt', 'linear']);

const factor = z.number().min(0.5).max(50);

const share = z.number().min(0).max(1);

/** Its options with defaults and descriptions. */
export const options = z.strictObject({
  view: z
    .enum(viewNames)
    .default('classic')
    .describe('Where the camera stands; `classic` is the view that NN-SVG opens with.'),
  azimuth: z
    .number()
    .min(-360)
    .max(360)
    .optional()
    .describe(
      'Degrees around the network, in place of those of the view: 0 looks at its side, 90 from its end, −90 from its start.',
    ),
  elevation: z
    .number()
    .min(-90)
    .max(90)
    .optional()
    .describe('Degrees above the network, in place of those of the view.'),
  projection: z
    .enum(['orthographic', 'perspective'])
    .default('orthographic')
    .describe('Whether what is farther away is drawn as large or smaller.'),
  distance: z
    .number()
    .positive()
    .max(1000)
    .default(2.5)
    .describe(
      'From the middle of the network to the camera, in lengths of the network; for `perspective` only.',
    ),
  zoom: z
    .union([z.literal('auto'), z.number().min(0.2).max(8)])
    .default('auto')
    .describe(
      'Drawn px for each unit of the other lengths; `auto` is 2, and less for a long network.',
    ),
  layerGap: z
    .number()
    .min(6)
    .max(400)
    .default(20)
    .describe('Gap between layers, in units; it grows where labels need more.'),
  sideScale: scale.default('log').describe('How the sides of a map follow its height and width.'),
  sideFactor: factor
    .default(10)
    .describe(
      'Units for the natural logarithm of a height or width; `sqrt` and `linear` draw the largest as long as `log` does.',
    ),
  depthScale: scale.default('log').describe('How the depth of a box follows its channels.'),
  depthFactor: factor
    .default(10)
    .describe('Units for the natural logarithm of a number of channels.'),
  vectorScale: scale.default('log').describe('How the length of a bar follows its vector.'),
  vectorFactor: factor
    .default(10)
    .describe('Units for the natural logarithm of the length of a vector.'),
  minSize: z
    .number()
    .min(1)
    .max(100)
    .default(4)
    .describe('Least side and depth of a box in units, so that a depth of 1 is seen.'),
  kernels: z
    .boolean()
    .default(true)
    .describe('Whether kernels are drawn in the tensors that they read.'),
  kernelScale: z
    .enum(['linear', 'sqrt', 'log', 'share'])
    .default('linear')
    .describe('How the sides of a kernel follow its size; `share` is its true share of the map.'),
  kernelFactor: z
    .number()
    .min(0.1)
    .max(20)
    .default(1)
    .describe('Units for each position of a kernel, or for its root or logarithm.'),
  kernelPlace: z
    .union([
      z.enum(['fixed', 'seeded']),
      z
        .array(z.tuple([share, share]))
        .min(1)
        .max(100),
    ])
    .default('seeded')
    .describe(
      'Where kernels stand on their maps: all at `kernelX` and `kernelY`, each somewhere by `seed`, or a list of `[x, y]`.',
    ),
  kernelX: share
    .default(0.6)
    .describe('Place of the kernels from 0 at one side of the map to 1 at the other.'),
  kernelY: share
    .default(0.5)
    .describe('Place of the kernels from 0 at the top to 1 at the bottom.'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .default(7)
    .describe('What the seeded places follow from.'),
  showPooling: z
    .boolean()
    .default(true)
    .describe('Whether poolings have boxes of their own, or are left out as in NN-SVG.'),
  color: hexColour.optional().describe('Colour of all boxes and bars.'),
  kernelColor: hexColour.optional().describe('Colour of all kernels.'),
  pyramidColor: hexColour.optional().describe('Colour of the pyramids from kernels.'),
  opacity: share.default(0.4).describe('Opacity of the faces of boxes and bars.'),
  kernelOpacity: share.default(0.4).describe('Opacity of the faces of kernels and pyramids.'),
  borderWidth: z.number().min(0).max(4).default(1).describe('Width of the edges, in px.'),
  hiddenEdges: z
    .enum(['solid', 'dashed', 'none'])
    .default('solid')
    .describe('How edges behind a box are drawn.'),
  shading: z
    .boolean()
    .optional()
    .describe('Whether sides are darker than tops; they are unless `palette: classic`.'),
  image: z
    .string()
    .max(4_000_000)
    .regex(
      /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z\d+/]+={0,2}$/,
      'an image as a data URL, such as `data:image/png;base64,…`',
    )
    .optional()
    .describe('Image on the first face of the input: PNG, JPEG, GIF or WebP as a data URL.'),
  imageOpacity: share.default(1).describe('Opacity of the image.'),
  imageFlip: z.boolean().default(false).describe('Whether the image is mirrored.'),
  showLabels: z.boolean().default(true).describe('Whether sizes are written.'),
  kernelLabels: z
    .enum(['size', 'sides', 'none'])
    .default('size')
    .describe(
      'Sizes of kernels: one text under the pyramid; height and width beside the sides of the kernel as in NN-SVG, where there is room; or none.',
    ),
  fontSize: z.number().min(6).max(40).default(12).describe('Size of the text, in px.'),
  fold: z
    .enum(['auto', 'always', 'never'])
    .default('auto')
    .describe(
      'Whether blocks stand as one box; `auto` folds them when the network is no plain chain or is long.',
    ),
});

/** The options, resolved. */
export type Options = z.output<typeof options>;
