/** The scale of weights under a drawing: what edges tell by colour, width and opacity. */
import { type Bounds, growBounds } from '../../scene/bounds.js';
import type { GroupNode, SceneNode } from '../../scene/scene.js';
import { rectangle } from '../../scene/shapes.js';
import { measureText, textLine } from '../../scene/text.js';
import type { Palette } from '../style.js';
import { type Scale, steps } from './scale.js';
import { formatValue } from './unit-texts.js';

const fontSize = 12;
/** Of one step of the scale. */
const stepWidth = 9;
const barHeight = 10;
/** From the drawing to the bar, from the bar to its numbers, from the title to the bar. */
const topGap = 20;
const numberGap = 14;
const titleGap = 16;

/**
 * Draws the scale: one piece a step, as an edge of that weight looks.
 *
 * @param scale The scale.
 * @param range Weight of its last step.
 * @param drawing Bounds of what stands above.
 * @param palette The colours.
 * @returns A group of the role `legend`.
 */
export function weightLegend(
  scale: Scale,
  range: number,
  drawing: Bounds,
  palette: Palette,
): GroupNode {
  const levels = Array.from({ length: 2 * steps + 1 }, (_, index) => index - steps);
  const width = levels.length * stepWidth;
  const title = 'Weight';
  const whole = measureText(title, fontSize) + titleGap + width;
  const left = Math.round((drawing.left + drawing.right - whole) / 2);
  const top = Math.round(drawing.bottom) + topGap;
  const bar = left + Math.ceil(whole - width);
  const strongest = scale.look(steps).width;

  const pieces = levels.map((level, index): SceneNode => {
    const { colour, width: edge, opacity } = scale.look(level);
    const height = scale.widths ? Math.max(barHeight * (edge / strongest), 1) : barHeight;
    const y = top + (barHeight - height) / 2;
    return rectangle(bar + index * stepWidth, y, stepWidth, height, {
      fill: colour,
      fillOpacity: opacity,
    });
  });
  const frame = growBounds({ left: bar, top, right: bar + width, bottom: top + barHeight }, 0.5);
  const outline = rectangle(
    frame.left,
    frame.top,
    frame.right - frame.left,
    frame.bottom - frame.top,
    { stroke: palette.muted, strokeWidth: 0.75 },
  );
  const number = (value: number, at: number) =>
    textLine(formatValue(value), bar + at, top + barHeight + numberGap, {
      size: fontSize,
      anchor: 'middle',
      fill: palette.ink,
    });
  return {
    kind: 'group',
    role: 'legend',
    children: [
      textLine(title, left, top + barHeight - 1, { size: fontSize, fill: palette.ink }),
      ...pieces,
      ...(scale.widths ? [] : [outline]),
      number(-range, stepWidth / 2),
      number(0, width / 2),
      number(range, width - stepWidth / 2),
    ],
  };
}
