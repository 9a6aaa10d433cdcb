/** Heat maps: boxes coloured by what they cost. */

import type { LayerAnalysis } from '../../analysis/analysis.js';
import { formatCount } from '../../analysis/format.js';
import type { PictureSample } from '../../scene/legend-samples.js';
import type { Colour, SceneNode } from '../../scene/scene.js';
import { rectangle } from '../../scene/shapes.js';
import { colour } from '../palette.js';
import { barHeight, scaleBar } from '../scale-bar.js';
import { mix } from '../shade.js';
import type { Palette } from '../style.js';
import { type BoxLook, readableOn } from './looks.js';

/** What a heat map shows. */
export type Cost = 'macs' | 'params' | 'activations';

/** Names of the costs, for legends. */
export const costNames: Readonly<Record<Cost, string>> = {
  macs: 'Multiply-accumulates',
  params: 'Parameters',
  activations: 'Activations',
};

/**
 * The hot end: from yellow over orange to a deep red, as the sequential scheme YlOrRd of
 * ColorBrewer (https://colorbrewer2.org) goes, which colour-blind readers see as light to dark.
 */
const stops: readonly Colour[] = [
  colour(undefined, '#fff7dc', '#2b2416'),
  colour(undefined, '#fed976', '#5e4413'),
  colour(undefined, '#fd8d3c', '#9a4a10'),
  colour(undefined, '#e31a1c', '#d4441f'),
  colour(undefined, '#a50f26', '#ff8f6b'),
];

const outline = colour(undefined, '#7a4a2b', '#d8a98a');

/** Colours of costs, from none to the greatest. */
export interface Heat {
  /** @returns What some layers cost together. */
  costOf(layers: readonly { readonly id: string }[]): number;
  /** @returns The colours of a box of a cost. */
  lookOf(cost: number): BoxLook;
  /** The scale, for a legend. */
  readonly sample: PictureSample;
}

/**
 * Makes the colours of a heat map. Colours follow the square root of a cost, so that small ones
 * can be told apart beside the greatest.
 *
 * @param cost Which cost.
 * @param figures Figures of all layers, by id.
 * @param boxes The layers of each box.
 * @param palette Colours of the scale's text.
 * @returns The colours; all are cold when nothing costs anything.
 */
export function heatOf(
  cost: Cost,
  figures: ReadonlyMap<string, LayerAnalysis>,
  boxes: readonly (readonly { readonly id: string }[])[],
  palette: Palette,
): Heat {
  const costOf: Heat['costOf'] = (layers) =>
    layers.reduce((sum, { id }) => sum + (figures.get(id)?.[cost] ?? 0), 0);
  const most = boxes.reduce((greatest, box) => Math.max(greatest, costOf(box)), 0);
  const shareOf = (value: number) => (most > 0 ? Math.sqrt(value / most) : 0);
  return {
    costOf,
    lookOf: (value) => readableOn(colourAt(shareOf(value)), outline),
    sample: scaleSample(most, palette),
  };
}

function colourAt(share: number): Colour {
  const place = Math.min(Math.max(share, 0), 1) * (stops.length - 1);
  const index = Math.min(Math.floor(place), stops.length - 2);
  return mix(stops[index] as Colour, stops[index + 1] as Colour, place - index, '');
}

const barWidth = 120;
const pieceCount = 24;

function scaleSample(most: number, palette: Palette): PictureSample {
  const step = barWidth / pieceCount;
  return scaleBar(
    {
      numbers: ['0', formatCount(most)],
      width: barWidth,
      outlined: true,
      pieces: (left, top) =>
        Array.from({ length: pieceCount }, (_, index): SceneNode => {
          // The scale is even in what is said, the colours in its square root.
          const fill = colourAt(Math.sqrt((index + 0.5) / pieceCount));
          // Each reaches to the end, under those after it, so that no seams show.
          return rectangle(left + index * step, top, barWidth - index * step, barHeight, { fill });
        }),
    },
    palette,
  );
}
