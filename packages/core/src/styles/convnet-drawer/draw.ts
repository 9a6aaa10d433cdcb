/** From places to nodes of a scene. */
import { type Bounds, boundsOf, growBounds } from '../../scene/bounds.js';
import type { GroupNode, Scene, SceneNode } from '../../scene/scene.js';
import { path } from '../../scene/shapes.js';
import { withLegend } from '../kinds.js';
import { figuresById, tooltip } from '../labels.js';
import type { DrawContext } from '../style.js';
import type { Figure } from './arrange.js';
import type { Layout } from './layout.js';
import { legendOf } from './legend.js';
import { drawArrow, drawShape, drawTie } from './lines.js';
import { overrideColour } from './looks.js';
import type { FeatureMap } from './maps.js';
import type { Options } from './options.js';

/** Every figure has this room around it anyway, in px. */
const usualMargin = 8;

/**
 * Draws a figure. With nothing filled, lines may be painted over maps, as they
 * are in convnet-drawer.
 *
 * @param figure Where everything stands.
 * @param options The style's options.
 * @param context Figures of the layers, palette and legend.
 * @returns The scene.
 */
export function draw(figure: Figure, options: Options, context: DrawContext): Scene {
  const { maps, overrides, looks, layout } = figure;
  const figures = figuresById(context.analysis);
  const shapes = layout.maps.map(({ shape }, index): GroupNode => {
    const { id, labelled } = maps[index] as FeatureMap;
    const stroke = overrideColour(overrides[index] ?? {}) ?? looks.map;
    return {
      kind: 'group',
      role: 'layer',
      layer: id,
      title: tooltip(labelled, figures),
      children: drawShape(shape, stroke, options),
    };
  });
  const ties = layout.ties.flatMap((tie, index) =>
    drawTie(tie, looks.layer(maps[index + 1]?.category ?? 'other'), options),
  );
  const skips = layout.skips.map(
    (points): GroupNode => ({
      kind: 'group',
      role: 'edges',
      children: drawArrow(points, { stroke: looks.skip, strokeWidth: options.lineWidth }),
    }),
  );
  const labels: GroupNode = {
    kind: 'group',
    role: 'labels',
    children: [
      ...layout.maps.flatMap(({ label }) => label.nodes),
      ...layout.ties.flatMap(({ caption }) => caption.nodes),
    ],
  };
  const entries = legendOf(figure, options);
  const children = withLegend([...shapes, ...ties, ...skips, labels], entries, context);
  return { children: [...children, ...room(children, layout, options)] };
}

/** The room that the options ask for, in as far as figures do not have it anyway: a path that paints nothing. */
function room(
  drawing: readonly SceneNode[],
  { canvas }: Layout,
  { boundingBoxMargin }: Options,
): SceneNode[] {
  if (!canvas && boundingBoxMargin <= usualMargin) return [];
  const { left, top, right, bottom }: Bounds = canvas
    ? growBounds(canvas, -usualMargin)
    : growBounds(boundsOf({ children: drawing }), boundingBoxMargin - usualMargin);
  const corners = [
    ['M', left, top],
    ['M', right, bottom],
  ] as const;
  return [path(corners, {})];
}
