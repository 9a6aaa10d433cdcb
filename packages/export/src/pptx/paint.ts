/** Colours, fills and outlines in DrawingML: ECMA-376-1, 20.1.8 and 20.1.10. */
import { type Colour, colourText, type Paint } from 'nnfig/writers';
import { element } from './xml.js';

/** What colours and lengths become. */
export interface Look {
  readonly theme: 'light' | 'dark';
  /** Units of the slide for one px of the scene. */
  readonly scale: number;
}

/** Widest outline, 1584 points. */
const widest = 20_116_800;

/** Percentages are counted in thousandths. */
const whole = 100_000;

/** The shortest dash: one without a length is left out by some programs. */
const shortest = 1000;

const caps = { butt: 'flat', round: 'rnd', square: 'sq' } as const;

/**
 * Tells whether anything is seen of a paint.
 *
 * @param paint The paint.
 * @returns Whether it has a fill or an outline.
 */
export function isSeen(paint: Paint): boolean {
  return hasFill(paint) || hasOutline(paint);
}

/**
 * Tells whether an area is painted.
 *
 * @param paint The paint.
 * @returns Whether it has a fill that is not clear.
 */
export function hasFill({ fill, fillOpacity = 1 }: Paint): boolean {
  return fill !== undefined && fillOpacity > 0;
}

/**
 * Tells whether an outline is drawn.
 *
 * @param paint The paint.
 * @returns Whether it has one that is not clear.
 */
export function hasOutline({ stroke, strokeWidth = 1, strokeOpacity = 1 }: Paint): boolean {
  return stroke !== undefined && strokeWidth > 0 && strokeOpacity > 0;
}

/**
 * Writes a paint, as it stands after the geometry of a shape.
 *
 * @param paint The paint.
 * @param look Theme and scale.
 * @returns The fill and the outline.
 */
export function paintXml(paint: Paint, look: Look): string[] {
  const fill =
    paint.fill && hasFill(paint)
      ? solidFill(paint.fill, look, paint.fillOpacity)
      : element('a:noFill');
  return [fill, outline(paint, look)];
}

/**
 * Writes a fill of one colour.
 *
 * @param colour The colour.
 * @param look Its theme.
 * @param opacity From 0 to 1.
 * @returns The fill.
 */
export function solidFill(colour: Colour, { theme }: Pick<Look, 'theme'>, opacity = 1): string {
  const text = colourText(colour, theme);
  // What is not #rrggbb is the page's text colour, and a slide has its own.
  const shade =
    text === 'currentColor'
      ? { name: 'a:schemeClr', val: theme === 'dark' ? 'bg1' : 'tx1' }
      : { name: 'a:srgbClr', val: text.slice(1).toUpperCase() };
  const alpha = opacity < 1 ? [element('a:alpha', { val: Math.round(opacity * whole) })] : [];
  return element('a:solidFill', {}, [element(shade.name, { val: shade.val }, alpha)]);
}

function outline(paint: Paint, look: Look): string {
  const { stroke, strokeWidth = 1, strokeOpacity, join = 'miter' } = paint;
  if (!stroke || !hasOutline(paint)) return element('a:ln', {}, [element('a:noFill')]);
  const width = Math.min(widest, Math.max(1, Math.round(strokeWidth * look.scale)));
  return element('a:ln', { w: width, cap: caps[paint.cap ?? 'butt'] }, [
    solidFill(stroke, look, strokeOpacity),
    ...dashes(paint.dash ?? [], strokeWidth),
    // 4 is SVG's own limit of a miter.
    join === 'miter' ? element('a:miter', { lim: 4 * whole }) : element(`a:${join}`),
  ]);
}

/** In widths of the line. An odd number of lengths is repeated, so that dashes and gaps alternate. */
function dashes(lengths: readonly number[], width: number): string[] {
  if (!lengths.some((length) => length > 0)) return [element('a:prstDash', { val: 'solid' })];
  const pattern = lengths.length % 2 === 1 ? [...lengths, ...lengths] : lengths;
  const share = (length = 0) => Math.max(shortest, Math.round((length / width) * whole));
  const stops = pattern.flatMap((length, index) =>
    index % 2 === 0 ? [element('a:ds', { d: share(length), sp: share(pattern[index + 1]) })] : [],
  );
  return [element('a:custDash', {}, stops)];
}
