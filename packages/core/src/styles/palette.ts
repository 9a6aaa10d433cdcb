/**
 * The palettes. `nnfig` says what kind of operation a layer is: the hues of
 * Okabe and Ito (https://jfly.uni-koeln.de/color/), softened to fills that text
 * stands on, their lightness spread so that the common kinds stay apart with
 * each kind of colour blindness. `classic` has the greys of NN-SVG.
 */
import type { Category } from '../ops/operation.js';
import type { Colour } from '../scene/scene.js';
import type { Palette } from './style.js';

/** Name of the custom property of each category, without `--nnfig-`. */
const variables: Readonly<Record<Category, string>> = {
  input: 'input',
  convolution: 'conv',
  pooling: 'pool',
  dense: 'dense',
  normalization: 'norm',
  activation: 'act',
  regularization: 'drop',
  reshape: 'reshape',
  merge: 'merge',
  resample: 'resample',
  embedding: 'embed',
  attention: 'attention',
  recurrent: 'recurrent',
  other: 'other',
};

/** All categories, in the order that legends list them. */
export const categories = Object.keys(variables) as readonly Category[];

/** A colour of each theme: light, then dark. */
type Pair = readonly [light: string, dark: string];

/**
 * A colour of both themes.
 *
 * @param variable Custom property without `--nnfig-`; without one a page cannot change it.
 * @param light `#rrggbb` in light mode.
 * @param dark `#rrggbb` in dark mode.
 * @returns The colour.
 */
export function colour(variable: string | undefined, light: string, dark: string): Colour {
  return { ...(variable !== undefined && { variable }), light, dark };
}

function byCategory(
  pairs: Readonly<Record<Category, Pair>>,
  name: (category: Category) => string,
): Record<Category, Colour> {
  const entries = categories.map((category) => {
    const [light, dark] = pairs[category];
    return [category, colour(name(category), light, dark)] as const;
  });
  return Object.fromEntries(entries) as Record<Category, Colour>;
}

function everyCategory(pair: (category: Category) => Pair): Record<Category, Pair> {
  const entries = categories.map((category) => [category, pair(category)] as const);
  return Object.fromEntries(entries) as Record<Category, Pair>;
}

const surface = colour('surface', '#ffffff', '#1b1b1d');

const nnfig: Palette = {
  ink: colour('ink', '#1b1f24', '#f1f3f6'),
  muted: colour('muted', '#3a414c', '#dfe3e9'),
  surface,
  edge: colour('edge', '#59616e', '#9aa3b0'),
  category: byCategory(
    {
      input: ['#e4e8ee', '#343a44'],
      convolution: ['#b3d3f7', '#1f4f78'],
      pooling: ['#eb9d80', '#662a10'],
      dense: ['#93d8b8', '#086149'],
      normalization: ['#fbf1b0', '#6a6319'],
      activation: ['#f6ca80', '#73450f'],
      regularization: ['#e6dfd6', '#48423a'],
      reshape: ['#d5d9d2', '#3c423a'],
      merge: ['#c9cfd8', '#454d59'],
      resample: ['#a5e4ea', '#0b5159'],
      embedding: ['#d3dd96', '#4a521a'],
      attention: ['#b9a3e6', '#3c2f76'],
      recurrent: ['#dfa3c3', '#7d2d58'],
      other: ['#e3e3e3', '#3b3b3e'],
    },
    (category) => variables[category],
  ),
  outline: byCategory(
    {
      input: ['#5a6575', '#a4afbf'],
      convolution: ['#0a5796', '#7dbbf0'],
      pooling: ['#93330a', '#f5a07d'],
      dense: ['#00674b', '#63d0a8'],
      normalization: ['#756500', '#e6d75e'],
      activation: ['#8a5a00', '#f2b950'],
      regularization: ['#6b6256', '#b8ab9a'],
      reshape: ['#565e52', '#a7b3a1'],
      merge: ['#434c59', '#b4becd'],
      resample: ['#006570', '#65cfda'],
      embedding: ['#566100', '#bccb5c'],
      attention: ['#57369a', '#bd9ff2'],
      recurrent: ['#8c2a58', '#f09bc6'],
      other: ['#5c5c5c', '#a9a9ad'],
    },
    (category) => `${variables[category]}-line`,
  ),
};

/** NN-SVG greys its maps by turns, the input dark; in LeNet-5 that is these kinds. */
const darkGrey: ReadonlySet<Category> = new Set(['input', 'pooling', 'resample', 'embedding']);

const classic: Palette = {
  ink: colour('ink', '#000000', '#f2f2f2'),
  muted: colour('muted', '#333333', '#d9d9d9'),
  surface,
  edge: colour('classic-edge', '#505050', '#a6a6a6'),
  category: byCategory(
    everyCategory((category) =>
      darkGrey.has(category) ? ['#a0a0a0', '#4a4a4d'] : ['#e0e0e0', '#2f2f32'],
    ),
    (category) => `classic-${variables[category]}`,
  ),
  outline: byCategory(
    everyCategory(() => ['#333333', '#cccccc']),
    (category) => `classic-${variables[category]}-line`,
  ),
};

/** The palettes by name. */
export const palettes: Readonly<Record<'nnfig' | 'classic', Palette>> = { nnfig, classic };
