/** Scales in legends: a bar of pieces between two numbers. */
import type { PictureSample } from '../scene/legend-samples.js';
import type { SceneNode } from '../scene/scene.js';
import { rectangle } from '../scene/shapes.js';
import { measureText, textLine } from '../scene/text.js';
import type { Palette } from './style.js';

const fontSize = 12;
/** Height of the bar, in px. */
export const barHeight = 10;
/** From the bar to its numbers. */
const numberGap = 6;

/** What a scale shows. */
export interface ScaleBar {
  /** Numbers at its start and end. */
  readonly numbers: readonly [least: string, greatest: string];
  /** Width of the bar, in px. */
  readonly width: number;
  /** Whether a line runs around it. */
  readonly outlined: boolean;
  /**
   * @param left Left end of the bar.
   * @param top Its top.
   * @returns What it is filled with.
   */
  pieces(left: number, top: number): readonly SceneNode[];
}

/**
 * Makes a scale.
 *
 * @param bar What it shows.
 * @param palette Colours of its numbers and its line.
 * @returns What to show in a legend.
 */
export function scaleBar(
  { numbers: [least, greatest], width, outlined, pieces }: ScaleBar,
  palette: Palette,
): PictureSample {
  const before = measureText(least, fontSize) + numberGap;
  return {
    kind: 'picture',
    width: before + width + numberGap + measureText(greatest, fontSize),
    height: barHeight,
    draw(x, y) {
      const left = x + before;
      const number = (text: string, at: number) =>
        textLine(text, at, y + barHeight - 1, { size: fontSize, fill: palette.ink });
      const outline = rectangle(left - 0.5, y - 0.5, width + 1, barHeight + 1, {
        stroke: palette.muted,
        strokeWidth: 0.75,
      });
      return [
        number(least, x),
        ...pieces(left, y),
        ...(outlined ? [outline] : []),
        number(greatest, left + width + numberGap),
      ];
    },
  };
}
