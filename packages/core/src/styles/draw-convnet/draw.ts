/** Numbers to a scene: stacks, kernels, pyramids, arrows and texts. */
import type { Colour, Paint, SceneNode } from '../../scene/scene.js';
import { line, path, polygon, rectangle, type XY } from '../../scene/shapes.js';
import { textLine } from '../../scene/text.js';
import type { Column } from '../chain.js';
import { arrowhead, type Rounded, roundedLine } from '../lines.js';
import type { PlacedSkip } from '../rows.js';
import type { DrawContext } from '../style.js';
import type { Layout } from './layout.js';
import { lineColour, type StackColours } from './looks.js';
import type { Options } from './options.js';
import { frontOf, type PlacedColumn } from './stack.js';
import type { Box, Tie } from './ties.js';

/** What a stack is painted with. */
export interface StackLook extends StackColours {
  readonly column: Column;
  readonly tooltip: string;
  /** On its foremost square, as a data URL. */
  readonly image?: string;
}

/**
 * Draws a laid out chain.
 *
 * @param layout Where everything stands.
 * @param looks What each stack is painted with.
 * @param options The style's options.
 * @param context Palette.
 * @returns The parts of the figure, in paint order.
 */
export function draw(
  layout: Layout,
  looks: readonly StackLook[],
  options: Options,
  context: DrawContext,
): SceneNode[] {
  const { palette } = context;
  const stroke = lineColour(options, context);
  const edge: Paint = { stroke, strokeWidth: options.lineWidth, cap: 'round', join: 'round' };
  const stacks = layout.columns.map((placed, index): SceneNode => {
    const look = looks[index] as StackLook;
    const { column, tooltip } = look;
    const children = stackNodes(placed, look, options);
    return { kind: 'group', role: 'layer', layer: column.id, title: tooltip, children };
  });
  const ties = layout.ties.flatMap((tie) => {
    const source = looks[tie.column - 1]?.image ? layout.columns[tie.column - 1] : undefined;
    const halo = source && tie.kind === 'kernel' ? haloOf(tie, source, palette.surface) : [];
    return [...halo, ...drawTie(tie, looks, options, edge, stroke)];
  });
  const thin: Paint = { ...edge, strokeWidth: Math.min(options.lineWidth, 1.2) };
  const skips = layout.skips.flatMap((skip) => drawSkip(skip, thin, stroke));
  const turns = layout.turns.flatMap((points) => arrow({ points, radius: 10 }, thin, stroke));
  const texts = layout.texts.map(({ text, x, y, role }) =>
    textLine(text, x, y, {
      size: options.fontSize,
      fill: role === 'detail' ? palette.muted : palette.ink,
    }),
  );
  return [
    // Where stacks overlap, one stands before the next, as in draw_convnet.
    ...(layout.overlapping ? stacks.reverse() : stacks),
    { kind: 'group', role: 'edges', children: [...ties, ...skips, ...turns] },
    { kind: 'group', role: 'labels', children: texts },
  ];
}

function stackNodes({ form, x, y }: PlacedColumn, look: StackLook, options: Options): SceneNode[] {
  const { width, height } = form;
  const border: Paint =
    options.borderWidth > 0
      ? { stroke: look.outline, strokeWidth: options.borderWidth, join: 'miter' }
      : {};
  const square = (at: XY, paint: Paint) => rectangle(x + at.x, y + at.y, width, height, paint);
  const squares = form.squares.map((each) =>
    square(each, { fill: look.shades[each.place % 2 === 0 ? 0 : 1], ...border }),
  );
  const front = form.squares.at(-1);
  const image: SceneNode[] =
    front && look.image !== undefined
      ? [
          { kind: 'image', x: x + front.x, y: y + front.y, width, height, href: look.image },
          ...(border.stroke ? [square(front, border)] : []),
        ]
      : [];
  const dots = form.dots.map((dot): SceneNode => {
    const radius = options.dotRadius * options.unit;
    return { kind: 'circle', x: x + dot.x, y: y + dot.y, radius, paint: { fill: look.dot } };
  });
  // Dots stand before the squares behind them, but behind those before them.
  const back = form.squares.findIndex(({ place }, index) => place !== index);
  const split = back < 0 ? squares.length : back;
  return [...squares.slice(0, split), ...dots, ...squares.slice(split), ...image];
}

function drawTie(
  tie: Tie,
  looks: readonly StackLook[],
  options: Options,
  edge: Paint,
  head: Colour,
): SceneNode[] {
  if (tie.kind === 'arrow') return arrow({ points: [tie.from, tie.to], radius: 0 }, edge, head);
  const { kernel } = looks[tie.column - 1] as StackLook;
  const outline: Paint = { stroke: head, strokeWidth: Math.min(options.borderWidth, 1) };
  return pyramid(tie.box, tie.point, { fill: kernel, ...outline }, edge);
}

/** What sets a kernel and its lines off from the image under them. */
function haloOf(
  { box, point }: Extract<Tie, { kind: 'kernel' }>,
  source: PlacedColumn,
  stroke: Colour,
): SceneNode[] {
  const paint: Paint = { stroke, strokeWidth: 4, strokeOpacity: 0.85, cap: 'round', join: 'round' };
  const right = frontOf(source).x + source.form.width;
  /** What of the line from a corner to the point is on the image. */
  const onImage = (corner: XY): SceneNode => {
    const part = Math.min(1, Math.max(0, (right - corner.x) / Math.max(point.x - corner.x, 1)));
    const x = corner.x + part * (point.x - corner.x);
    return line(corner, { x, y: corner.y + part * (point.y - corner.y) }, paint);
  };
  return [rectangle(box.x, box.y, box.width, box.height, paint), ...cornersOf(box).map(onImage)];
}

const cornersOf = ({ x, y, width, height }: Box): XY[] => [
  { x, y },
  { x: x + width, y },
  { x, y: y + height },
  { x: x + width, y: y + height },
];

/**
 * Draws a kernel, and lines from its corners to a point.
 *
 * @param box The kernel.
 * @param point Where the lines meet.
 * @param patch Paint of the kernel.
 * @param edge Paint of the lines.
 * @returns The nodes.
 */
export function pyramid(box: Box, point: XY, patch: Paint, edge: Paint): SceneNode[] {
  return [
    rectangle(box.x, box.y, box.width, box.height, patch),
    ...cornersOf(box).map((corner) => line(corner, point, edge)),
  ];
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
  const commands = roundedLine({ ...route, points: tip.shaft });
  return [path(commands, edge), polygon(tip.triangle, { fill: head })];
}
