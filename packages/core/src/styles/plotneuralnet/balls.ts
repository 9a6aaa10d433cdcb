/** Draws balls: shaded as TikZ shades them, with a sign. */
import type { Colour, SceneNode } from '../../scene/scene.js';
import { path, type XY } from '../../scene/shapes.js';
import { lineExtent, textLine } from '../../scene/text.js';
import type { Sign } from '../blocks/model.js';
import { mix } from '../shade.js';
import type { Palette } from '../style.js';
import { ballColours, ballOpacity } from './looks.js';

/** Signs that are written. */
const writtenSigns: Readonly<Partial<Record<Sign, string>>> = {
  divide: '÷',
  max: 'max',
  min: 'min',
  mean: 'mean',
};

/** Discs that make a shaded ball; more are not told apart at its size. */
const discs = 14;

/** The shading `ball` of TikZ: how much of the colour, and of what, by the distance from the highlight in radii. */
const stops = [
  { at: 0, share: 0.15, other: '#ffffff' },
  { at: 0.36, share: 0.75, other: '#ffffff' },
  { at: 0.72, share: 0.7, other: '#000000' },
  { at: 1, share: 0.5, other: '#000000' },
] as const;

/** Where the highlight is, in radii left of and above the centre. */
const highlight = 0.4;

/** What a ball shows. */
export interface BallLook {
  readonly sign: Sign;
  /** Text in place of the sign. */
  readonly text?: string;
  readonly color?: string;
}

/**
 * Draws a ball.
 *
 * @param centre Its centre.
 * @param radius Its radius.
 * @param look Sign and colour.
 * @param palette Ink, and what it stands on.
 * @param edgeWidth Width of its outline.
 * @returns Discs, outline, sign.
 */
export function drawBall(
  centre: XY,
  radius: number,
  { sign, text, color }: BallLook,
  palette: Palette,
  edgeWidth: number,
): SceneNode[] {
  const kind = sign === 'concat' ? 'concat' : 'sum';
  const fill: Colour = color === undefined ? ballColours[kind] : { light: color, dark: color };
  const surface = palette.surface;
  const nodes: SceneNode[] = Array.from({ length: discs }, (_, index): SceneNode => {
    const inward = index / discs;
    return {
      kind: 'circle',
      x: centre.x - highlight * radius * inward,
      y: centre.y - highlight * radius * inward,
      radius: radius * (1 - inward),
      paint: { fill: plain(mix(surface, shade(fill, 1 - inward), ballOpacity[kind], 'ball')) },
    };
  });
  nodes.push({
    kind: 'circle',
    x: centre.x,
    y: centre.y,
    radius,
    paint: { stroke: palette.ink, strokeWidth: edgeWidth },
  });
  return [...nodes, ...signNodes(centre, radius, sign, text, palette)];
}

/** A page changes no single disc. */
function plain({ light, dark }: Colour): Colour {
  return { light, dark };
}

function shade(fill: Colour, distance: number): Colour {
  const after = stops.findIndex(({ at }) => at >= distance);
  const to = stops[Math.max(1, after)] as (typeof stops)[number];
  const from = stops[Math.max(1, after) - 1] as (typeof stops)[number];
  const colourOf = ({ share, other }: (typeof stops)[number]) =>
    mix({ light: other, dark: other }, fill, share, '');
  return mix(colourOf(from), colourOf(to), (distance - from.at) / (to.at - from.at), '');
}

/** Signs are drawn, so that they stand in the middle in any font; other texts are written. */
function signNodes(
  { x, y }: XY,
  radius: number,
  sign: Sign,
  text: string | undefined,
  palette: Palette,
): SceneNode[] {
  const r = radius * 0.5;
  const strokes: Partial<Record<Sign, readonly (readonly [number, number, number, number])[]>> = {
    plus: [
      [-r, 0, r, 0],
      [0, -r, 0, r],
    ],
    minus: [[-r, 0, r, 0]],
    times: [
      [-r * 0.7, -r * 0.7, r * 0.7, r * 0.7],
      [-r * 0.7, r * 0.7, r * 0.7, -r * 0.7],
    ],
    concat: [
      [-r * 0.25, -r, -r * 0.25, r],
      [r * 0.25, -r, r * 0.25, r],
    ],
  };
  const lines = strokes[sign];
  if (text === undefined && lines) {
    const commands = lines.flatMap(([x1, y1, x2, y2]) => [
      ['M', x + x1, y + y1] as const,
      ['L', x + x2, y + y2] as const,
    ]);
    const width = Math.max(1, radius * 0.1);
    return [path(commands, { stroke: palette.ink, strokeWidth: width, cap: 'round' })];
  }
  const written = text ?? writtenSigns[sign] ?? '∘';
  const size =
    radius *
    (written.length > 3 && !written.includes('$')
      ? 0.6
      : written.length > 2 && !written.includes('$')
        ? 0.75
        : 1.2);
  const middle = (lineExtent.ascent * 0.8 - lineExtent.descent * 0.4) / 2;
  const style = { size, anchor: 'middle', fill: palette.ink } as const;
  return [textLine(written, x, y + middle * size, style)];
}
