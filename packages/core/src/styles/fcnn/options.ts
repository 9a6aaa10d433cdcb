/** Options of the node-link style; the lengths default to those of NN-SVG. */
import * as z from 'zod';

const length = (least: number, most: number) => z.number().min(least).max(most);

const hexColour = z.string().regex(/^#[\da-f]{6}$/i, 'expected a colour such as `#a0c4ff`');

/** Its options with defaults and descriptions. */
export const options = z.strictObject({
  direction: z
    .enum(['right', 'left', 'up', 'down'])
    .default('right')
    .describe('Where the network runs to.'),
  nodeDiameter: length(4, 100).default(20).describe('Diameter of a circle, in px.'),
  nodeGap: length(0, 200).default(20).describe('Gap between the circles of a layer, in px.'),
  layerGap: length(10, 1000)
    .default(160)
    .describe('Gap between layers, in px; it grows where labels need more.'),
  maxNodes: z
    .int()
    .min(4)
    .max(500)
    .default(16)
    .describe('Most places in a layer; a longer one shows three dots in its middle.'),
  elide: z.boolean().default(true).describe('Whether longer layers leave out their middle.'),
  nodeFill: hexColour.optional().describe('Fill of all circles.'),
  nodeOutline: hexColour.optional().describe('Outline of all circles.'),
  nodeOutlineWidth: length(0, 10).default(1).describe('Width of the outlines, in px.'),
  edgeWidth: length(0, 10).default(0.5).describe('Width of an edge, in px.'),
  edgeOpacity: length(0, 1).default(1).describe('Opacity of the edges, from 0 to 1.'),
  edgeColor: hexColour.optional().describe('Colour of the edges.'),
  edgeCurve: z
    .enum(['straight', 'bezier'])
    .default('straight')
    .describe('Whether edges are straight or bend out of their circles.'),
  arrowheads: z
    .enum(['none', 'open', 'solid'])
    .default('none')
    .describe('Arrowheads where edges end.'),
  showLabels: z.boolean().default(true).describe('Whether layers have labels.'),
  showBias: z
    .boolean()
    .default(false)
    .describe('Whether each layer has a bias unit for the next, where that has a bias.'),
  fontSize: length(6, 40).default(12).describe('Size of the labels, in px.'),
});

/** The options, resolved. */
export type Options = z.output<typeof options>;
