/** From positions to nodes of a scene. */
import type { Scene, SceneNode, TextNode } from '../../scene/scene.js';
import type { XY } from '../../scene/shapes.js';
import { moved, type Shape } from '../blocks/clearance.js';
import { type Point, project } from '../blocks/oblique.js';
import { cuboidOf, type Route, type SizedBlock } from '../blocks/placement.js';
import { withLegend } from '../kinds.js';
import { tooltip } from '../labels.js';
import type { DrawContext } from '../style.js';
import type { Figure } from './arrange.js';
import { drawArrow } from './arrows.js';
import { drawBall } from './balls.js';
import { type BoxStyle, drawBoxes, drawPlane, type PartDrawing } from './boxes.js';
import { arrowText, type FreeArrow, freeArrows } from './free.js';
import { drawFrustum } from './frusta.js';
import { legendOf } from './kinds.js';
import { drawLines } from './lines.js';
import { lineColours, partLook } from './looks.js';
import type { Options } from './options.js';

/**
 * Draws a figure.
 *
 * @param figure Where everything stands.
 * @param options The style's options.
 * @param context Palette and overrides.
 * @returns The scene.
 */
export function draw(figure: Figure, options: Options, context: DrawContext): Scene {
  const { graph, sized, placement, figures, overrideOf, slabGap } = figure;
  const { palette } = context;
  const style: BoxStyle = {
    ink: palette.ink,
    edgeWidth: options.edgeWidth,
    hidden: options.hiddenEdges === 'dashed',
  };
  const drawings = new Map<string, PartDrawing>();
  for (const { boxes } of graph.blocks) {
    for (const part of boxes.flatMap(({ parts }) => parts)) {
      drawings.set(part.id, {
        look: partLook(part, overrideOf(part.layer), options, context),
        layer: part.layer,
        tooltip: tooltip(part.labelled, figures),
      });
    }
  }
  const covers = (index: number): Shape[] => {
    const west = placement.wests[index];
    const block = sized[index];
    if (!west || !block) return [];
    const at = project(west);
    return block.outlines.map((shape) => moved(shape, at.x, at.y));
  };
  const arrow = (route: Route): SceneNode =>
    drawArrow(
      {
        points: route.points.map(project),
        colour: lineColours[route.kind === 'skip' ? 'skip' : 'flow'],
        heads: options.heads,
        covers: route.link
          ? [...covers(route.link.from.block), ...covers(route.link.to.block)]
          : [],
      },
      options.lineWidth,
      palette,
    );

  const free = freeArrows(graph, sized, placement, figure.texts, options);
  const freeNode = ({ from, to, block }: FreeArrow): SceneNode =>
    drawArrow(
      {
        points: [from, to].map(project),
        colour: lineColours.flow,
        heads: options.heads,
        covers: covers(block),
      },
      options.lineWidth,
      palette,
    );
  const nodes: SceneNode[] = [];
  const routesBefore = new Map<number, Route[]>();
  for (const route of placement.routes) {
    const known = routesBefore.get(route.before);
    if (known) known.push(route);
    else routesBefore.set(route.before, [route]);
  }
  let frusta = false;
  for (const index of placement.order) {
    const block = sized[index] as SizedBlock;
    const west = placement.wests[index] as Point;
    for (const { link } of routesBefore.get(index) ?? []) {
      const frustum = link && drawFrustum(link, sized, placement, options.frusta, style);
      if (!frustum) continue;
      frusta ||= frustum.length > 0;
      nodes.push(...frustum);
    }
    nodes.push(...(routesBefore.get(index) ?? []).map(arrow));
    nodes.push(...free.filter(({ before }) => before === index).map(freeNode));
    nodes.push(blockNode(block, west));
  }
  nodes.push(...(routesBefore.get(sized.length) ?? []).map(arrow));
  nodes.push(...free.filter(({ before }) => before >= sized.length).map(freeNode));
  const labels = figure.labels.flatMap((texts, index) => {
    const at = project(placement.wests[index] as Point);
    return texts.map((text): TextNode => ({ ...text, x: text.x + at.x, y: text.y + at.y }));
  });
  labels.push(...free.flatMap((each) => arrowText(each, options, palette)));
  const { lines, texts } = drawLines(figure, nodes, options, context);
  nodes.push(...lines);
  labels.push(...texts);
  if (labels.length > 0) nodes.push({ kind: 'group', role: 'labels', children: labels });
  return { children: withLegend(nodes, legendOf(figure, frusta, options, context), context) };

  function blockNode(block: SizedBlock, west: Point): SceneNode {
    const { block: shown } = block;
    if (block.radius > 0) {
      const layer = shown.labelled.layer.id;
      const { label, color } = overrideOf(layer);
      const centre: XY = project({ ...west, x: west.x + block.radius });
      return {
        kind: 'group',
        role: 'layer',
        layer,
        title: tooltip(shown.labelled, figures),
        children: drawBall(
          centre,
          block.radius,
          {
            sign: shown.sign ?? 'other',
            ...(label !== undefined && { text: label }),
            ...(color !== undefined && { color }),
          },
          palette,
          options.edgeWidth,
        ),
      };
    }
    const [only] = block.boxes;
    const image = figure.images.get(block.block.id);
    if (only && image !== undefined) {
      return {
        kind: 'group',
        role: 'image',
        title: tooltip(shown.labelled, figures),
        children: drawPlane(cuboidOf(only, west), image, style),
      };
    }
    return {
      kind: 'group',
      role: 'block',
      children: drawBoxes(block, west, (part) => drawings.get(part), style, slabGap),
    };
  }
}
