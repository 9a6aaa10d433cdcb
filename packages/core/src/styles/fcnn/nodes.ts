/** The circles of a layer, and what stands in and beside them. */
import type { Colour, GroupNode, Paint, SceneNode, TextRun } from '../../scene/scene.js';
import { measureLine, runsOf, scriptedLine } from '../../scene/scripts.js';
import { path, type XY } from '../../scene/shapes.js';
import { mix } from '../shade.js';
import type { Palette } from '../style.js';
import { type Column, outward, type Unit } from './layout.js';
import type { ColumnLook } from './looks.js';
import type { Options } from './options.js';
import { readableOn } from './readable.js';
import { insideSize, type UnitTexts } from './unit-texts.js';

/** One layer, ready to draw. */
export interface LayerDrawing {
  readonly column: Column;
  readonly look: ColumnLook;
  readonly texts: UnitTexts;
  /** Units that a dropout leaves out. */
  readonly dropped: ReadonlySet<number>;
  /** Whether it is the first layer. */
  readonly first: boolean;
  /** @returns Whether a unit fades behind a highlighted one; the bias unit has no number. */
  faded(unit: number | undefined): boolean;
}

/** How near to the page a faded colour is. */
const fadedShare = 0.72;

/** Text in a circle that is smaller is left out. */
const leastSize = 5;

/**
 * Draws the circles of a layer.
 *
 * @param layer The layer.
 * @param options The options.
 * @param palette The colours.
 * @returns Groups of circles, of texts, and of what marks a circle.
 */
export function drawNodes(layer: LayerDrawing, options: Options, palette: Palette): GroupNode[] {
  const { column, look, dropped } = layer;
  const fade = (colour: Colour, unit: number | undefined) =>
    layer.faded(unit) ? mix(colour, palette.surface, fadedShare, 'faded') : colour;
  const nodes = column.units.map((unit): SceneNode => {
    const { index = 0 } = unit;
    const fill = dropped.has(index) ? palette.surface : look.fill(index);
    const outline = fade(look.outline(index), index);
    return circle(unit, options.nodeDiameter / 2, paintOf(fade(fill, index), outline, options));
  });
  const crosses = column.units
    .filter(({ index = 0 }) => dropped.has(index))
    .map((unit) => drawCross(unit, fade(look.outline(unit.index ?? 0), unit.index), options));
  const dotSize = Math.max(1.25, options.nodeDiameter * 0.1);
  const dots = column.dots.map((at) => circle(at, dotSize, { fill: palette.muted }));
  const ink = (unit: number | undefined) => fade(palette.ink, unit);
  return [
    ...group('nodes', nodes),
    ...group('crosses', crosses),
    ...group('bias', column.bias ? drawBias(column.bias, fade, options, palette) : []),
    ...group('dots', dots),
    ...group('names', drawInside(layer, fade, palette)),
    ...group('values', drawBeside(layer, ink, options)),
  ];
}

function group(role: string, children: readonly SceneNode[]): GroupNode[] {
  return children.length > 0 ? [{ kind: 'group', role, children }] : [];
}

function circle({ x, y }: XY, radius: number, paint: Paint): SceneNode {
  return { kind: 'circle', x, y, radius, paint };
}

function paintOf(fill: Colour, stroke: Colour, { nodeOutlineWidth }: Options): Paint {
  return { fill, ...(nodeOutlineWidth > 0 && { stroke, strokeWidth: nodeOutlineWidth }) };
}

/**
 * The cross through a dropped unit, from edge to edge of the circle.
 *
 * @param centre Centre of the circle.
 * @param stroke Colour of its outline.
 * @param options Diameter of the circle and width of its outline.
 * @returns The cross.
 */
export function drawCross(
  { x, y }: XY,
  stroke: Colour,
  { nodeDiameter, nodeOutlineWidth }: Pick<Options, 'nodeDiameter' | 'nodeOutlineWidth'>,
): SceneNode {
  const arm = (nodeDiameter / 2) * Math.SQRT1_2;
  return path(
    [
      ['M', x - arm, y - arm],
      ['L', x + arm, y + arm],
      ['M', x - arm, y + arm],
      ['L', x + arm, y - arm],
    ],
    { stroke, strokeWidth: Math.max(nodeOutlineWidth, 0.75) },
  );
}

/**
 * @param options The options.
 * @param palette The colours.
 * @returns How bias units are painted.
 */
export function biasPaint({ nodeOutlineWidth }: Options, palette: Palette) {
  return {
    fill: mix(palette.surface, palette.ink, 0.16, 'bias'),
    stroke: palette.muted,
    strokeWidth: Math.max(nodeOutlineWidth, 0.75),
    dash: [2.5, 2],
  };
}

/** A bias unit always gives 1: a grey circle that says so, with no edge into it. */
function drawBias(
  at: Unit,
  fade: (colour: Colour, unit: number | undefined) => Colour,
  options: Options,
  palette: Palette,
): SceneNode[] {
  const { fill, stroke, ...rest } = biasPaint(options, palette);
  const paint: Paint = { fill: fade(fill, undefined), stroke: fade(stroke, undefined), ...rest };
  const runs = runsOf(options.biasLabel);
  const size = Math.min(options.nodeDiameter * 0.55, insideSize([runs], options));
  const shape = circle(at, options.nodeDiameter / 2, paint);
  if (options.biasLabel === '' || size < leastSize) return [shape];
  return [shape, centred(runs, at, size, fade(palette.ink, undefined))];
}

/** A line whose box stands in the middle of a circle. */
function centred(runs: readonly TextRun[], { x, y }: XY, size: number, fill: Colour): SceneNode {
  const { ascent, descent } = measureLine({ text: '', runs, size });
  return scriptedLine(runs, x, y + (ascent - descent) / 2, { size, anchor: 'middle', fill });
}

function drawInside(
  { column, texts, dropped, look }: LayerDrawing,
  fade: (colour: Colour, unit: number | undefined) => Colour,
  palette: Palette,
): SceneNode[] {
  return column.units.flatMap((unit) => {
    const { index = 0 } = unit;
    const runs = texts.inside.get(index);
    if (!runs || dropped.has(index)) return [];
    const ink = fade(readableOn(palette.ink, look.fill(index)), index);
    return [centred(runs, unit, texts.insideSize, ink)];
  });
}

const anchors = { left: 'end', right: 'start', above: 'middle', below: 'middle' } as const;

function drawBeside(
  { column, texts, first }: LayerDrawing,
  ink: (unit: number | undefined) => Colour,
  { fontSize, direction }: Options,
): SceneNode[] {
  const anchor = anchors[outward(first, direction)];
  return column.units.flatMap(({ index = 0 }, place) => {
    const runs = texts.beside.get(index);
    const at = column.beside[place];
    if (!runs || !at) return [];
    return [scriptedLine(runs, at.x, at.y, { size: fontSize, anchor, fill: ink(index) })];
  });
}
