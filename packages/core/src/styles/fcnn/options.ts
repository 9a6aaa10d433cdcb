/** Options of the node-link style; the lengths default to those of NN-SVG. */
import * as z from 'zod';
import { hexColour } from '../hex-colour.js';

const length = (least: number, most: number) => z.number().min(least).max(most);

/** More layers than a figure has. */
const mostLayers = 1000;

const listOf = <T extends z.ZodType>(entry: T) => z.array(entry).min(1).max(mostLayers);

/** One for all layers, or a list with one for each. */
const orList = <T extends z.ZodType>(one: T) => z.union([one, listOf(one)]);

/** One for all circles, or a list with, for each layer, one, a list for its circles, or `null` for its own. */
const orNested = <T extends z.ZodType>(one: T) =>
  z.union([one, listOf(z.union([one, listOf(one), z.null()]))]);

const text = z.string().max(200);

const values = z.array(z.union([z.number(), text])).min(1);

const source = z.enum(['fixed', 'weight']);

/** Weights of all gaps, as a block or a file gives them. */
export const matrices = listOf(z.array(z.array(z.number()).min(1)).min(1));

/** Weights from the bias units of all gaps. */
export const vectors = listOf(z.array(z.number()).min(1));

const network = {
  direction: z
    .enum(['right', 'left', 'up', 'down'])
    .default('right')
    .describe('Where the network runs to.'),
  layerGap: orList(length(10, 1000))
    .default(160)
    .describe('Gap between layers, in px, or a list of gaps; each grows where labels need more.'),
  maxNodes: z
    .int()
    .min(4)
    .max(500)
    .default(16)
    .describe('Most places in a layer; a longer one shows three dots in its middle.'),
  elide: z.boolean().default(true).describe('Whether longer layers leave out their middle.'),
  showLabels: z.boolean().default(true).describe('Whether layers have labels.'),
  fontSize: length(6, 40).default(12).describe('Size of the labels, in px.'),
};

const nodes = {
  nodeDiameter: length(4, 100).default(20).describe('Diameter of a circle, in px.'),
  nodeGap: orList(length(0, 200))
    .default(20)
    .describe(
      'Gap between the circles of a layer, in px, or a list with one for each layer; it grows where texts beside the circles need more.',
    ),
  nodeFill: orNested(hexColour)
    .optional()
    .describe(
      'Fill of the circles: one colour, or a list with, for each layer, a colour, a list of colours, or `null`.',
    ),
  nodeOutline: orNested(hexColour)
    .optional()
    .describe('Outline of the circles, given as `nodeFill` is.'),
  nodeOutlineWidth: length(0, 10).default(1).describe('Width of the outlines, in px.'),
  nodeLabels: orNested(text)
    .optional()
    .describe(
      'Names of the units: a template such as `x{i}`, or a list with, for each layer, a template, a list of names, or `null`. `{i}` is the unit from 1, `{l}` the layer from 0, `{n}` the number of units; `_` lowers, `^` raises, `*…*` slants.',
    ),
  nodeLabelPlace: z
    .enum(['auto', 'inside', 'beside'])
    .default('auto')
    .describe(
      'Where the names of units stand: in their circles, or beside those of the first and the last layer; `auto` is inside where they fit.',
    ),
  inputValues: values.optional().describe('A value for each input, written beside its circle.'),
  outputValues: values.optional().describe('A value for each output, written beside its circle.'),
  showBias: z
    .boolean()
    .default(false)
    .describe('Whether each layer has a bias unit for the next, where that has a bias.'),
  biasLabel: text.default('+1').describe('What stands in a bias unit.'),
  showDropout: z
    .boolean()
    .default(false)
    .describe(
      'Whether the units that a dropout leaves out are crossed, and have no edges; chosen by `seed`.',
    ),
  highlight: z
    .strictObject({
      layer: z
        .union([z.int().min(0), text])
        .describe('Its layer: a number from 0, the input, or a name.'),
      unit: z.int().min(1).describe('Which unit of the layer, from 1.'),
      edges: z
        .enum(['in', 'out', 'both'])
        .default('in')
        .describe('Whether the edges into it, those out of it, or both stay.'),
    })
    .optional()
    .describe('A unit to show with its edges; all others fade.'),
};

const edges = {
  edgeWidth: length(0, 10)
    .default(0.5)
    .describe('Width of an edge, in px; of the strongest one when it goes by weight.'),
  edgeWidthBy: source.default('fixed').describe('Whether strong weights have wide edges.'),
  edgeOpacity: length(0, 1)
    .default(1)
    .describe('Opacity of the edges, from 0 to 1; of the strongest when it goes by weight.'),
  edgeOpacityBy: source.default('fixed').describe('Whether weak weights fade.'),
  edgeColor: hexColour.optional().describe('Colour of the edges.'),
  edgeColorBy: source
    .optional()
    .describe(
      'Whether the colour of an edge tells its weight; so unless given when `weights` are, and neither width nor opacity go by weight.',
    ),
  negativeEdgeColor: hexColour.optional().describe('Colour of the most negative weight.'),
  zeroEdgeColor: hexColour.optional().describe('Colour of a weight of zero.'),
  positiveEdgeColor: hexColour.optional().describe('Colour of the most positive weight.'),
  edgeCurve: z
    .enum(['straight', 'bezier'])
    .default('straight')
    .describe('Whether edges are straight or bend out of their circles.'),
  arrowheads: z
    .enum(['none', 'open', 'solid'])
    .default('none')
    .describe('Arrowheads where edges end.'),
  arrowheadSize: length(1, 60)
    .optional()
    .describe('Length of an arrowhead, in px; it grows with the edge unless given.'),
};

const weights = {
  weights: z
    .union([z.string().min(1).max(1000), matrices])
    .optional()
    .describe(
      '`random`; or a matrix for each gap, a row for each unit that is fed (with `profile: keras`, that feeds); or the path of a JSON file with them, `{"weights": […], "biases": […]}`.',
    ),
  biases: vectors
    .optional()
    .describe('Weights from the bias units: for each gap a list, a number for each unit fed.'),
  weightRange: z
    .number()
    .positive()
    .optional()
    .describe('Weight of the full colour, width and opacity; the largest one unless given.'),
  seed: z.int().default(1).describe('Another number gives other random weights and dropouts.'),
  weightLegend: z
    .boolean()
    .optional()
    .describe('Whether a scale shows what the edges tell of weights; as `legend` unless given.'),
};

/** Its options with defaults and descriptions. */
export const options = z.strictObject({ ...network, ...nodes, ...edges, ...weights });

/** The options, resolved. */
export type Options = z.output<typeof options>;
