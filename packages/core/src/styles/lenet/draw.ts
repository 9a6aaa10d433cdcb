/** Numbers to a scene: stacks, bars, kernels, brackets and texts. */
import type { Colour, Paint, PathCommand, SceneNode } from '../../scene/scene.js';
import { line, path, polygon, rectangle, type XY } from '../../scene/shapes.js';
import { textLine } from '../../scene/text.js';
import type { Column } from '../chain.js';
import { arrowhead, type Rounded, roundedLine } from '../lines.js';
import type { PlacedSkip } from '../rows.js';
import type { DrawContext } from '../style.js';
import type { StackImages } from './images.js';
import { detailSize, type LenetLayout, type PlacedColumn } from './layout.js';
import type { Link } from './links.js';
import { type ColumnColours, lineColour } from './looks.js';
import type { LenetOptions } from './options.js';

/** What a column is painted with. */
export interface ColumnLook extends ColumnColours {
  readonly column: Column;
  readonly tooltip: string;
  readonly images: StackImages;
}

/**
 * Draws a laid out chain.
 *
 * @param layout Where everything stands.
 * @param looks What each column is painted with.
 * @param options The style's options.
 * @param context Palette.
 * @returns The parts of the figure, in paint order.
 */
export function draw(
  layout: LenetLayout,
  looks: readonly ColumnLook[],
  options: LenetOptions,
  context: DrawContext,
): SceneNode[] {
  const { palette, paletteName } = context;
  const colour = lineColour(options, context);
  const width = options.lineWidth ?? 1;
  const edge: Paint = { stroke: colour, strokeWidth: width, cap: 'round', join: 'round' };
  // NN-SVG draws the lines of kernels half as wide as outlines.
  const share = paletteName === 'classic' ? 0.5 : 0.75;
  const thin = {
    ...edge,
    strokeWidth: options.lineWidth ?? Math.max(options.borderWidth * share, 0.5),
  };
  const columns = layout.columns.map((placed, index) => {
    const look = looks[index] as ColumnLook;
    return group('layer', shapes(placed, look, options), look);
  });
  const links = layout.links.flatMap((link) => {
    const halo = link.kind === 'kernel' ? haloOf(link, layout.columns, looks, palette.surface) : [];
    return [...halo, ...drawLink(link, looks, edge, thin, colour)];
  });
  const skips = layout.skips.flatMap((skip) => drawSkip(skip, edge, colour));
  const turns = layout.turns.flatMap((points) => arrow({ points, radius: 10 }, edge, colour));
  const { fontSize } = options;
  const texts = layout.texts.map(({ text, x, y, role }) =>
    textLine(text, x, y, {
      size: role === 'detail' ? fontSize * detailSize : fontSize,
      fill: role === 'detail' ? palette.muted : palette.ink,
      anchor: 'middle',
    }),
  );
  return [
    ...columns,
    { kind: 'group', role: 'edges', children: [...links, ...skips, ...turns] },
    { kind: 'group', role: 'labels', children: texts },
  ];
}

function group(role: string, children: readonly SceneNode[], look: ColumnLook): SceneNode {
  return { kind: 'group', role, layer: look.column.id, title: look.tooltip, children };
}

function shapes(placed: PlacedColumn, look: ColumnLook, options: LenetOptions): SceneNode[] {
  const { form, x, y } = placed;
  const border: Paint =
    options.borderWidth > 0 ? { stroke: look.outline, strokeWidth: options.borderWidth } : {};
  const paint = (fill: Colour): Paint => ({ fill, fillOpacity: options.opacity, ...border });
  if (form.kind === 'bar') {
    const { width, height } = form;
    const corners = [
      { x, y },
      { x: x + width, y },
      { x: x + width + height, y: y + height },
      { x: x + height, y: y + height },
    ];
    return [polygon(corners, paint(look.bar))];
  }
  const maps = form.offsets.flatMap((offset, index): SceneNode[] => {
    const [left, top] = [x + offset, y + offset];
    const { width, height } = form;
    const filled = (own: Paint) => rectangle(left, top, width, height, own);
    const map = filled(paint(look.shades[index % 2 === 0 ? 0 : 1]));
    const href = look.images[index];
    if (href === undefined) return [map];
    const { imageOpacity: opacity } = options;
    const image: SceneNode = { kind: 'image', x: left, y: top, width, height, href, opacity };
    return [map, image, ...(border.stroke ? [filled(border)] : [])];
  });
  const dots = form.dots.map((offset) => dot(x + offset + form.width, y + offset, look.outline));
  return [...maps, ...dots];
}

function dot(x: number, y: number, fill: Colour): SceneNode {
  return { kind: 'circle', x, y, radius: 1.4, paint: { fill } };
}

function drawLink(
  link: Link,
  looks: readonly ColumnLook[],
  edge: Paint,
  thin: Paint,
  head: Colour,
): SceneNode[] {
  if (link.kind === 'fan') return link.lines.map(([from, to]) => line(from, to, thin));
  if (link.kind === 'arrow') return arrow({ points: [link.from, link.to], radius: 0 }, edge, head);
  const { x, y, width, height, point } = link;
  const outline = looks[link.column - 1]?.outline ?? head;
  return [
    rectangle(x, y, width, height, { stroke: outline, strokeWidth: 1 }),
    line({ x: x + width, y }, point, thin),
    line({ x: x + width, y: y + height }, point, thin),
  ];
}

/** What sets a kernel and its lines off from the images under them. */
function haloOf(
  { column, x, y, width, height, point }: Extract<Link, { kind: 'kernel' }>,
  columns: readonly PlacedColumn[],
  looks: readonly ColumnLook[],
  surface: Colour,
): SceneNode[] {
  const halo: Paint = { stroke: surface, strokeWidth: 3.5, strokeOpacity: 0.85, cap: 'round' };
  const corners = [
    { x: x + width, y },
    { x: x + width, y: y + height },
  ];
  const between = (from: XY, left: number, right: number): SceneNode[] => {
    const at = (where: number): XY => {
      const part = (where - from.x) / Math.max(point.x - from.x, 1);
      return { x: where, y: from.y + part * (point.y - from.y) };
    };
    const [start, end] = [Math.max(left, from.x), Math.min(right, point.x)];
    return start < end ? [line(at(start), at(end), halo)] : [];
  };
  const before = imageSpan(columns[column - 1], looks[column - 1]);
  const after = imageSpan(columns[column], looks[column]);
  return [
    ...(before ? [rectangle(x, y, width, height, halo)] : []),
    ...[before, after].flatMap((span) =>
      span ? corners.flatMap((corner) => between(corner, ...span)) : [],
    ),
  ];
}

/** Left and right edge of the foremost map of a stack, if it has an image. */
function imageSpan(
  placed: PlacedColumn | undefined,
  look: ColumnLook | undefined,
): readonly [number, number] | undefined {
  if (!placed || !look?.images[placed.form.offsets.length - 1]) return undefined;
  const left = placed.x + (placed.form.offsets.at(-1) ?? 0);
  return [left, left + placed.form.width];
}

function drawSkip({ fromX, toX, foot, top }: PlacedSkip, edge: Paint, head: Colour): SceneNode[] {
  const points: XY[] = [
    { x: fromX, y: foot },
    { x: fromX, y: top },
    { x: toX, y: top },
    { x: toX, y: foot },
  ];
  return arrow({ points, radius: 8 }, edge, head);
}

function arrow(route: Rounded, edge: Paint, head: Colour): SceneNode[] {
  const tip = arrowhead(route.points);
  const commands: readonly PathCommand[] = roundedLine({ ...route, points: tip.shaft });
  return [path(commands, edge), polygon(tip.triangle, { fill: head })];
}
