/** Options of the style `convnetdraw`; those that ConvNetDraw has default to its values. */
import * as z from 'zod';

const length = (least: number, most: number) => z.number().min(least).max(most);

/** Zoom that ConvNetDraw opens with, in px for each channel, row or column. */
export const usualZoom = 4;

const zoom = (what: string) =>
  length(0, 20)
    .default(usualZoom)
    .describe(
      `Px for each ${what} where the scale is linear; other scales are stretched by it, 4 leaving them as they are.`,
    );

/** Its options with defaults and descriptions. */
export const options = z.strictObject({
  scale: z
    .enum(['auto', 'linear', 'sqrt', 'log'])
    .default('auto')
    .describe(
      'How lengths follow sizes. `linear` is that of ConvNetDraw; `auto` is it too where that fits `maxSize` and `maxLength`, else `sqrt`, maps and channels each by themselves.',
    ),
  zoomX: zoom('channel'),
  zoomY: zoom('row'),
  zoomZ: zoom('column'),
  ratio1: length(0, 1000)
    .default(300)
    .describe('How far depth is drawn to the right, in thousandths of it.'),
  ratio2: length(0, 1000).default(500).describe('How far depth is drawn up, in thousandths of it.'),
  maxSize: length(8, 1000)
    .default(160)
    .describe('Height and depth of the largest map in px, where the scale is not linear.'),
  maxLength: length(8, 2000)
    .default(160)
    .describe('Length of the layer with the most channels in px, where the scale is not linear.'),
  minSize: length(0.5, 100)
    .default(4)
    .describe('Least height, depth and length in px, where the scale is not linear.'),
  gap: length(0, 200)
    .default(5)
    .describe('Gap between layers in px; it grows where labels need more.'),
  wrap: z
    .union([z.enum(['auto', 'never']), length(200, 20_000)])
    .default('auto')
    .describe(
      'Width in px at which the layers go on in the next row; `auto` is 1100, `never` keeps one row.',
    ),
  rowGap: length(8, 400).default(44).describe('Room between rows in px.'),
  small: z
    .enum(['written', 'all', 'none'])
    .default('written')
    .describe(
      'Which activations, normalizations and dropouts are cuboids of their own: those on a line of their own, all, or none.',
    ),
  fold: z
    .enum(['auto', 'always', 'never'])
    .default('auto')
    .describe(
      'Whether blocks stand as one cuboid; `auto` folds them when the network is no plain chain or is long.',
    ),
  blackAndWhite: z
    .boolean()
    .default(false)
    .describe('Whether faces are white and grey, whatever a layer does.'),
  showLabels: z.boolean().default(true).describe('Whether anything is written.'),
  fontSize: length(6, 40).default(12).describe('Size of the text in px.'),
  edgeWidth: length(0, 6).default(1).describe('Width of the edges in px.'),
});

/** The options, resolved. */
export type Options = z.output<typeof options>;
