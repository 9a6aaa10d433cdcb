/** Options that styles of blocks in space share. Lengths are in units of 0.2 cm, as PlotNeuralNet's are. */
import * as z from 'zod';

const length = (least: number, most: number) => z.number().min(least).max(most);

const scale = z.enum(['log', 'sqrt', 'linear']);

/** Sizes of boxes. */
export const sizeOptions = {
  unit: length(1, 30).default(6).describe('Drawn px for each unit of the other lengths.'),
  spatialScale: scale
    .default('log')
    .describe(
      'How height and depth follow the height and width of a map; with `log`, each halving takes the same length off.',
    ),
  maxSize: length(4, 200).default(40).describe('Height of the largest map, in units.'),
  minSize: length(1, 100).default(3).describe('Least height and depth of a map, in units.'),
  channelScale: scale.default('log').describe('How the thickness of a box follows its channels.'),
  maxWidth: length(1, 100)
    .default(10)
    .describe('Thickness of 4096 channels with `log`, of the most channels otherwise, in units.'),
  minWidth: length(0.2, 50).default(2).describe('Least thickness of a box, in units.'),
  slabWidth: length(0.2, 20)
    .default(1)
    .describe('Thickness of poolings, upsamplings and softmaxes, in units.'),
  maxVector: length(4, 400).default(80).describe('Length of the longest vector, in units.'),
  barSize: length(0.5, 40).default(3).describe('Thickness of the bar of a vector, in units.'),
};

/** Where things stand. */
export const placeOptions = {
  gap: length(1, 60)
    .default(4)
    .describe(
      'Free stretch of an arrow between two boxes, in units; it grows where texts need more.',
    ),
  rowGap: length(1, 100)
    .default(6)
    .describe('Room between the rows of a wrapped figure, in units.'),
  wrap: z
    .union([z.enum(['auto', 'never']), z.number().min(200).max(20_000)])
    .default('auto')
    .describe(
      'Width in px at which a line of boxes goes on in the next row; `auto` is 1900, `never` keeps one row.',
    ),
  fold: z
    .enum(['auto', 'always', 'never'])
    .default('auto')
    .describe(
      'Whether blocks of the description stand as one box; `auto` folds them in networks of more than 48 layers.',
    ),
};
