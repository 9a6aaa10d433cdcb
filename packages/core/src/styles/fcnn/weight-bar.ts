/** The scale of weights in a legend: what edges tell by colour, width and opacity. */
import type { PictureSample } from '../../scene/legend-samples.js';
import type { SceneNode } from '../../scene/scene.js';
import { rectangle } from '../../scene/shapes.js';
import { barHeight, scaleBar } from '../scale-bar.js';
import type { Palette } from '../style.js';
import { type Scale, steps } from './scale.js';
import { formatValue } from './unit-texts.js';

/** Of one step of the scale. */
const stepWidth = 6;

/**
 * Makes the scale: one piece a step, as an edge of that weight looks, between
 * the least weight and the greatest.
 *
 * @param scale The scale.
 * @param range Weight of its last step.
 * @param palette The colours.
 * @returns What to show in a legend.
 */
export function weightBar(scale: Scale, range: number, palette: Palette): PictureSample {
  const levels = Array.from({ length: 2 * steps + 1 }, (_, index) => index - steps);
  const strongest = scale.look(steps).width;
  return scaleBar(
    {
      numbers: [formatValue(-range), formatValue(range)],
      width: levels.length * stepWidth,
      outlined: !scale.widths,
      pieces: (left, top) =>
        levels.map((level, index): SceneNode => {
          const { colour, width, opacity } = scale.look(level);
          const height = scale.widths ? Math.max(barHeight * (width / strongest), 1) : barHeight;
          const y = top + (barHeight - height) / 2;
          return rectangle(left + index * stepWidth, y, stepWidth, height, {
            fill: colour,
            fillOpacity: opacity,
          });
        }),
    },
    palette,
  );
}
