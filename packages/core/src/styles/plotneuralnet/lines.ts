/** Lines that the description adds, between anchors of boxes. */
import { type Bounds, boundsOf } from '../../scene/bounds.js';
import type { SceneNode, TextNode } from '../../scene/scene.js';
import type { XY } from '../../scene/shapes.js';
import { textLine } from '../../scene/text.js';
import { listOf, suggestion } from '../../suggest.js';
import { quote } from '../../validation.js';
import type { Block, Part } from '../blocks/model.js';
import { anchors, project, seen } from '../blocks/oblique.js';
import { cuboidOf, type SizedBox } from '../blocks/placement.js';
import type { DrawContext } from '../style.js';
import type { Figure } from './arrange.js';
import { drawArrow } from './arrows.js';
import { lineColours } from './looks.js';
import type { Options } from './options.js';

/** Room between a line and what it passes, in units. */
const room = 3;

/** How far a line that runs towards the viewer comes, in units of the drawing. */
const forward = 12;

/** Anchors that a ball has. */
const ballAnchors: Readonly<Record<string, XY>> = {
  anchor: { x: 0, y: 0 },
  west: { x: -1, y: 0 },
  east: { x: 1, y: 0 },
  north: { x: 0, y: -1 },
  south: { x: 0, y: 1 },
};

/** What lines are drawn as. */
export interface DrawnLines {
  readonly lines: readonly SceneNode[];
  readonly texts: readonly TextNode[];
}

/**
 * Draws the lines of the option `lines`, and reports ends that are nowhere.
 *
 * @param figure Where everything stands.
 * @param drawing What is drawn so far, which `over` and `under` pass.
 * @param options The style's options.
 * @param context Where to report; the palette.
 * @returns Lines and their texts.
 */
export function drawLines(
  figure: Figure,
  drawing: readonly SceneNode[],
  options: Options,
  context: DrawContext,
): DrawnLines {
  const lines: SceneNode[] = [];
  const texts: TextNode[] = [];
  const bounds = options.lines.length > 0 ? boundsOf({ children: drawing }) : undefined;
  options.lines.forEach((line, index) => {
    const from = endOf(line.from, ['lines', index, 'from'], figure, context);
    const to = endOf(line.to, ['lines', index, 'to'], figure, context);
    if (!from || !to || !bounds) return;
    const points = routeOf(line.route, from, to, bounds, options.unit);
    lines.push(
      drawArrow(
        {
          points,
          colour:
            line.color === undefined ? lineColours.flow : { light: line.color, dark: line.color },
          dashed: line.dashed,
          heads: line.head ?? (line.dashed ? 'none' : options.heads),
          covers: [],
        },
        line.dashed ? 0.6 * options.lineWidth : options.lineWidth,
        context.palette,
      ),
    );
    if (line.label !== undefined) texts.push(labelOf(line.label, points, options, context));
  });
  return { lines, texts };
}

type Route = Options['lines'][number]['route'];

function routeOf(route: Route, from: XY, to: XY, { top, bottom }: Bounds, unit: number): XY[] {
  const corner = (x: number, y: number): XY => ({ x, y });
  switch (route) {
    case 'straight':
      return [from, to];
    case 'elbow':
      return [from, corner(to.x, from.y), to];
    case 'z': {
      const middle = (from.x + to.x) / 2;
      return [from, corner(middle, from.y), corner(middle, to.y), to];
    }
    case 'over':
      return [from, corner(from.x, top - room * unit), corner(to.x, top - room * unit), to];
    case 'under':
      return [from, corner(from.x, bottom + room * unit), corner(to.x, bottom + room * unit), to];
    case 'front': {
      // Both ways run at 45°, so that each end decides how far the other comes.
      const level = Math.max(from.y, to.y) + forward * unit;
      return [
        from,
        corner(from.x - (level - from.y), level),
        corner(to.x - (level - to.y), level),
        to,
      ];
    }
  }
}

/** Where an end such as `conv1.east` is drawn; nothing after a report. */
function endOf(
  end: string,
  path: readonly PropertyKey[],
  { sized, placement }: Figure,
  context: DrawContext,
): XY | undefined {
  const dot = end.lastIndexOf('.');
  const [whole, cut] = [end, dot < 0 ? end : end.slice(0, dot)];
  // A name that the description gives goes before an id that looks like it.
  const matches = (name: string) => [
    (block: Block, box: SizedBox) =>
      block.names.includes(name) && mainOf(box).labelled.layer.name === name,
    (block: Block) => block.names.includes(name),
    (_: Block, box: SizedBox) =>
      box.parts.some(({ part }) => part.layer === name || part.id === name),
    (block: Block) => block.id === name || block.layers.includes(name),
  ];
  const find = (name: string) => {
    for (const fits of matches(name)) {
      for (const [index, { block, boxes, radius }] of sized.entries()) {
        if (radius > 0 && block.names.includes(name)) return { index, box: 0 };
        const box = boxes.findIndex((each) => fits(block, each));
        if (box >= 0) return { index, box };
      }
    }
    return undefined;
  };
  // The id of a layer may have dots itself.
  const [found, anchor] = find(whole) ? [find(whole), 'anchor'] : [find(cut), end.slice(dot + 1)];
  if (!found) {
    const known = sized.flatMap(({ block }) => [...block.names, block.id]);
    context.reportOption(path, {
      rule: 'unknown-name',
      message: `\`lines\` names ${quote(cut)}, but no box is called so`,
      hint: suggestion(cut, known, 'Name a layer by `as`.'),
    });
    return undefined;
  }
  const size = sized[found.index];
  const west = placement.wests[found.index];
  if (!size || !west) return undefined;
  const known = Object.keys(size.radius > 0 ? ballAnchors : anchors);
  if (!known.includes(anchor)) {
    context.reportOption(path, {
      rule: 'unknown-name',
      message: `${size.radius > 0 ? 'a ball' : 'a box'} has no anchor ${quote(anchor)}`,
      hint: suggestion(anchor, known, `It has ${listOf(known, 'and')}.`),
    });
    return undefined;
  }
  if (size.radius > 0) {
    const centre = project({ ...west, x: west.x + size.radius });
    const { x, y } = ballAnchors[anchor] as XY;
    return { x: centre.x + x * size.radius, y: centre.y + y * size.radius };
  }
  const box = size.boxes[found.box];
  const share = anchors[anchor];
  return box && share && seen(cuboidOf(box, west), share);
}

/** The part at the east of a box. */
function mainOf({ parts }: SizedBox): Part {
  return (parts.at(-1) as SizedBox['parts'][number]).part;
}

/** A text above the middle of the longest level piece, or beside the middle of the line. */
function labelOf(
  text: string,
  points: readonly XY[],
  options: Options,
  { palette }: DrawContext,
): TextNode {
  const pieces = points.slice(1).map((to, index) => [points[index] as XY, to] as const);
  const level = pieces.filter(([a, b]) => Math.abs(a.y - b.y) < 0.5);
  const length = ([a, b]: readonly [XY, XY]) => Math.hypot(b.x - a.x, b.y - a.y);
  const candidates = level.length > 0 ? level : pieces;
  const [a, b] = candidates.reduce((best, piece) => (length(piece) > length(best) ? piece : best));
  const style = { size: options.fontSize, fill: palette.ink } as const;
  const gap = options.lineWidth * 3 + 0.3 * options.fontSize;
  return level.length > 0
    ? textLine(text, (a.x + b.x) / 2, a.y - gap, { ...style, anchor: 'middle' })
    : textLine(text, (a.x + b.x) / 2 + gap, (a.y + b.y) / 2, style);
}
