/** The scale of weights in a legend: what edges tell by colour, width and opacity. */
import type { PictureSample } from '../../scene/legend-samples.js';
import type { SceneNode } from '../../scene/scene.js';
import { rectangle } from '../../scene/shapes.js';
import { measureText, textLine } from '../../scene/text.js';
import type { Palette } from '../style.js';
import { type Scale, steps } from './scale.js';
import { formatValue } from './unit-texts.js';

const fontSize = 12;
/** Of one step of the scale. */
const stepWidth = 6;
const barHeight = 10;
/** From the bar to its numbers. */
const numberGap = 6;

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
  const bar = levels.length * stepWidth;
  const [least, greatest] = [formatValue(-range), formatValue(range)];
  const before = measureText(least, fontSize) + numberGap;
  const strongest = scale.look(steps).width;
  return {
    kind: 'picture',
    width: before + bar + numberGap + measureText(greatest, fontSize),
    height: barHeight,
    draw(x, y) {
      const left = x + before;
      const pieces = levels.map((level, index): SceneNode => {
        const { colour, width, opacity } = scale.look(level);
        const height = scale.widths ? Math.max(barHeight * (width / strongest), 1) : barHeight;
        const top = y + (barHeight - height) / 2;
        return rectangle(left + index * stepWidth, top, stepWidth, height, {
          fill: colour,
          fillOpacity: opacity,
        });
      });
      const outline = rectangle(left - 0.5, y - 0.5, bar + 1, barHeight + 1, {
        stroke: palette.muted,
        strokeWidth: 0.75,
      });
      const number = (text: string, at: number) =>
        textLine(text, at, y + barHeight - 1, { size: fontSize, fill: palette.ink });
      return [
        number(least, x),
        ...pieces,
        ...(scale.widths ? [] : [outline]),
        number(greatest, left + bar + numberGap),
      ];
    },
  };
}
