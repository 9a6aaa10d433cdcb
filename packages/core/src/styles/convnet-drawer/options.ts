/** Options of the style `convnet-drawer`: every value of the tool's `config.py` with its default, and a few more. */
import * as z from 'zod';
import { hexColour } from '../hex-colour.js';

/** Options with defaults and descriptions. */
export const options = z.strictObject({
  layout: z
    .enum(['clear', 'classic'])
    .default('clear')
    .describe(
      'Whether gaps grow until no text touches another text, a map or a line (`clear`), or all stands where convnet-drawer puts it (`classic`).',
    ),
  theta: z
    .number()
    .min(-80)
    .max(-10)
    .default(-30)
    .describe('Direction of the widths of maps in degrees: −30 falls to the right.'),
  ratio: z
    .number()
    .min(0.05)
    .max(3)
    .default(0.7)
    .describe('How long a width is drawn, by the height of as many positions.'),
  boundingBoxMargin: z
    .number()
    .min(0)
    .max(200)
    .default(10)
    .describe('Room around the drawing, in px; with `clear` at least 8.'),
  interLayerMargin: z
    .number()
    .min(10)
    .max(400)
    .default(50)
    .describe('Gap from one map to the next, in px; the least one with `clear`.'),
  textMargin: z
    .number()
    .min(0)
    .max(100)
    .default(10)
    .describe('From a map to the text over it or under it, in px.'),
  channelScale: z
    .number()
    .min(0.1)
    .max(1)
    .default(0.6)
    .describe('Power of the channels, or of the length of a vector, that is drawn as px.'),
  textSize: z.number().min(6).max(40).default(14).describe('Size of the text, in px.'),
  oneDimWidth: z
    .number()
    .min(1)
    .max(60)
    .default(4)
    .describe('Thickness of the bars of vectors, in px.'),
  lineColorFeatureMap: hexColour.optional().describe('Colour of the edges of maps and vectors.'),
  lineColorLayer: hexColour.optional().describe('Colour of kernels and of the lines from them.'),
  textColorFeatureMap: hexColour.optional().describe('Colour of the sizes of maps and vectors.'),
  textColorLayer: hexColour.optional().describe('Colour of the texts of layers.'),
  layerColors: z
    .enum(['same', 'kinds'])
    .default('same')
    .describe(
      'Whether kernels and lines all have one colour, or that of what their layer does in the palette.',
    ),
  lineWidth: z.number().min(0.25).max(5).default(1).describe('Width of all lines, in px.'),
  hiddenEdges: z
    .enum(['dotted', 'none'])
    .default('dotted')
    .describe('Whether the edges behind a box are drawn.'),
  kernels: z.boolean().default(true).describe('Whether kernels and the lines from them are drawn.'),
  annotations: z
    .boolean()
    .default(true)
    .describe(
      'Whether padding layers, normalizations, activations and dropout stand in the texts of layers.',
    ),
  spatialScale: z
    .union([z.literal('auto'), z.number().min(0.01).max(40)])
    .default('auto')
    .describe(
      'Drawn px for each position of a height; `auto` is 1, and less with `clear` where a map has more than 256.',
    ),
  minSize: z
    .number()
    .min(1)
    .max(60)
    .default(4)
    .describe('Least height and width of a map and length of a vector with `clear`, in px.'),
  maxLength: z
    .number()
    .min(20)
    .max(4000)
    .default(440)
    .describe(
      'Length of the longest vector and of the most channels with `clear`, in px: where they would be longer, all are shorter.',
    ),
  wrap: z
    .union([z.enum(['auto', 'never']), z.number().min(300).max(20_000)])
    .default('auto')
    .describe(
      'Width in px that breaks a figure of the layout `clear` into rows; `auto` is 1900. A figure with skips stays in one row.',
    ),
  rowGap: z.number().min(20).max(400).default(40).describe('Room between rows, in px.'),
  fold: z
    .enum(['auto', 'always', 'never'])
    .default('auto')
    .describe(
      'Whether blocks stand as one map; `auto` folds them when the network is no plain chain or is long.',
    ),
});

/** The options, resolved. */
export type Options = z.output<typeof options>;
