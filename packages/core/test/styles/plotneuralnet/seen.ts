/** What is seen of a drawing of boxes: their outlines, the arrows and whom they join, in paint order. */
import { vi } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics.js';
import { render } from '../../../src/render.js';
import type { GroupNode, PathNode, Scene, SceneNode } from '../../../src/scene/scene.js';
import type { XY } from '../../../src/scene/shapes.js';
import type { FigureSettings } from '../../../src/settings.js';
import { project } from '../../../src/styles/blocks/oblique.js';
import { arrange, type Figure } from '../../../src/styles/plotneuralnet/arrange.js';
import { draw } from '../../../src/styles/plotneuralnet/draw.js';
import { freeArrows } from '../../../src/styles/plotneuralnet/free.js';
import { plotneuralnet } from '../../../src/styles/plotneuralnet/index.js';
import type { Options } from '../../../src/styles/plotneuralnet/options.js';
import { segmentsOf } from '../../geometry.js';

/** A block as it is painted. */
export interface SeenBlock {
  /** Index in the graph. */
  readonly index: number;
  readonly kind: 'boxes' | 'ball' | 'image';
  /** Convex outlines of its boxes, by what is filled; of a ball a polygon around it. */
  readonly outlines: readonly (readonly XY[])[];
  /** Place in paint order. */
  readonly order: number;
}

/** An arrow as it is painted. */
export interface SeenArrow {
  readonly points: readonly XY[];
  /** Outlines of its heads, the tip first. */
  readonly heads: readonly (readonly XY[])[];
  readonly kind: 'flow' | 'skip' | 'free' | 'line';
  /** Blocks that it joins. */
  readonly ends: readonly number[];
  readonly from?: number;
  readonly to?: number;
  readonly order: number;
}

/** A drawing and what is seen of it. */
export interface Seen {
  readonly figure: Figure;
  readonly scene: Scene;
  readonly diagnostics: readonly Diagnostic[];
  readonly blocks: readonly SeenBlock[];
  readonly arrows: readonly SeenArrow[];
}

/**
 * Draws a description in this style.
 *
 * @param text The description.
 * @param options Options of the style, before those of the description.
 * @param settings What else is said of the figure, before what the description says.
 * @returns What is seen.
 */
export function seenOf(
  text: string,
  options: Partial<Record<keyof Options, unknown>> = {},
  settings: FigureSettings = {},
): Seen {
  const spy = vi.spyOn(plotneuralnet, 'draw');
  try {
    const { diagnostics } = render(text, {}, { ...settings, style: 'plotneuralnet', options });
    const [call] = spy.mock.calls;
    if (!call) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    const [network, given, context] = call;
    const resolved = given as Options;
    const figure = arrange(network, resolved, context);
    if (!figure) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    const scene = draw(figure, resolved, context);
    return { figure, scene, diagnostics, ...readScene(scene, figure, resolved) };
  } finally {
    spy.mockRestore();
  }
}

const key = (points: readonly XY[]) =>
  points.map(({ x, y }) => `${x.toFixed(3)},${y.toFixed(3)}`).join(' ');

function readScene(scene: Scene, figure: Figure, options: Options) {
  const joined = new Map<string, Pick<SeenArrow, 'kind' | 'ends' | 'from' | 'to'>>();
  for (const { points, kind, link, before } of figure.placement.routes) {
    const [from, to] = [link?.from.block, link?.to.block ?? before];
    joined.set(key(points.map(project)), {
      kind,
      ends: [...(from === undefined ? [] : [from]), to],
      ...(from !== undefined && { from }),
      to,
    });
  }
  const free = freeArrows(figure.graph, figure.sized, figure.placement, figure.texts, options);
  for (const { from, to, block } of free) {
    joined.set(key([project(from), project(to)]), { kind: 'free', ends: [block] });
  }
  const blocks: SeenBlock[] = [];
  const arrows: SeenArrow[] = [];
  let painted = 0;
  scene.children.forEach((node, order) => {
    if (node.kind !== 'group') return;
    if (node.role === 'edges') arrows.push(arrowOf(node, order, joined));
    if (node.role !== 'block' && node.role !== 'layer' && node.role !== 'image') return;
    const index = figure.placement.order[painted] as number;
    painted++;
    const kind = node.role === 'block' ? 'boxes' : node.role === 'layer' ? 'ball' : 'image';
    blocks.push({ index, kind, outlines: outlinesOf(node), order });
  });
  return { blocks, arrows };
}

function arrowOf(
  { children }: GroupNode,
  order: number,
  joined: ReadonlyMap<string, Pick<SeenArrow, 'kind' | 'ends' | 'from' | 'to'>>,
): SeenArrow {
  const [line, ...heads] = children.filter((node): node is PathNode => node.kind === 'path');
  const points = line ? pointsOf(line) : [];
  const known = joined.get(key(points)) ?? { kind: 'line', ends: [] };
  return { points, heads: heads.map(pointsOf), order, ...known };
}

/** The corners of a path, in order. */
export const pointsOf = ({ commands }: PathNode): XY[] =>
  commands.flatMap((command) =>
    command[0] === 'M' || command[0] === 'L' ? [{ x: command[1], y: command[2] }] : [],
  );

/** A hull for the boxes of each group of parts: parts end where hidden edges, or the edges, follow. */
function outlinesOf(block: GroupNode): XY[][] {
  if (block.role === 'layer') {
    const [circle] = block.children;
    if (circle?.kind !== 'circle') throw new Error('a ball begins with a disc');
    return [
      Array.from({ length: 24 }, (_, index) => ({
        x: circle.x + circle.radius * Math.cos((index * Math.PI) / 12),
        y: circle.y + circle.radius * Math.sin((index * Math.PI) / 12),
      })),
    ];
  }
  const found: XY[][] = [];
  let open: XY[] = [];
  const close = () => {
    if (open.length > 0) found.push(hullOf(open));
    open = [];
  };
  for (const node of block.children) {
    if (node.kind === 'group' && node.role === 'layer') open.push(...filledPoints(node));
    else if (node.kind === 'group' && node.role === 'envelope') {
      close();
      found.push(hullOf(filledPoints(node)));
    } else close();
  }
  if (block.role === 'image') return [hullOf(block.children.flatMap(strokedPoints))];
  close();
  return found;
}

const filledPoints = (node: SceneNode): XY[] =>
  node.kind === 'group'
    ? node.children.flatMap(filledPoints)
    : node.kind === 'path' && node.paint.fill
      ? pointsOf(node)
      : [];

const strokedPoints = (node: SceneNode): XY[] => (node.kind === 'path' ? pointsOf(node) : []);

/** The convex hull of points, by Andrew's monotone chain. */
export function hullOf(points: readonly XY[]): XY[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (all: readonly XY[]) => {
    const hull: XY[] = [];
    for (const point of all) {
      for (;;) {
        const [a, b] = [hull.at(-2), hull.at(-1)];
        if (!a || !b) break;
        if ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 1e-9) break;
        hull.pop();
      }
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Straight pieces of an arrow. */
export const piecesOf = ({ points }: SeenArrow): (readonly [XY, XY])[] =>
  points.slice(1).map((to, index) => [points[index] as XY, to]);

/** All straight pieces of a scene, closing lines left out. */
export function strokesOf(scene: Scene): (readonly [XY, XY])[] {
  const found: (readonly [XY, XY])[] = [];
  const walk = (node: SceneNode) => {
    if (node.kind === 'group') node.children.forEach(walk);
    else if (node.kind === 'path' && node.paint.stroke) {
      const open = node.commands.filter(([name]) => name !== 'Z');
      found.push(...segmentsOf({ ...node, commands: open }));
    }
  };
  scene.children.forEach(walk);
  return found;
}
