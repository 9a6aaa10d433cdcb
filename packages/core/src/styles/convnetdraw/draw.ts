/** From positions to nodes of a scene. */
import type { Paint, SceneNode } from '../../scene/scene.js';
import { path, polygon } from '../../scene/shapes.js';
import { textLine } from '../../scene/text.js';
import { arrowhead, roundedLine } from '../lines.js';
import type { Palette } from '../style.js';
import type { Faces } from './faces.js';
import type { Layout } from './layout.js';
import type { CuboidLook } from './looks.js';
import type { Options } from './options.js';

/** What a cuboid is called and how it looks. */
export interface CuboidDrawing {
  readonly id: string;
  readonly tooltip: string;
  readonly look: CuboidLook;
}

const turnRadius = 6;

/**
 * Draws a figure.
 *
 * @param placed Where everything stands.
 * @param drawings What each cuboid is called and how it looks.
 * @param options The options.
 * @param palette Colours of texts and of the lines between rows.
 * @returns Nodes in paint order.
 */
export function draw(
  { cuboids, turns }: Layout,
  drawings: readonly CuboidDrawing[],
  { edgeWidth, fontSize }: Options,
  palette: Palette,
): SceneNode[] {
  const nodes: SceneNode[] = [];
  if (turns.length > 0) {
    const stroke: Paint = { stroke: palette.edge, strokeWidth: 1.25, join: 'round' };
    const children = turns.flatMap((points): SceneNode[] => {
      const { shaft, triangle } = arrowhead(points);
      return [
        path(roundedLine({ points: shaft, radius: turnRadius }), stroke),
        polygon(triangle, { fill: palette.edge }),
      ];
    });
    nodes.push({ kind: 'group', role: 'edges', children });
  }
  cuboids.forEach(({ faces }, index) => {
    const { id, tooltip, look } = drawings[index] as CuboidDrawing;
    const children = drawFaces(faces, look, edgeWidth);
    nodes.push({ kind: 'group', role: 'layer', layer: id, title: tooltip, children });
  });
  const texts = cuboids.flatMap((cuboid) =>
    cuboid.texts.map(({ text, x, y }) =>
      textLine(text, x, y, { size: fontSize, anchor: 'middle', fill: palette.ink }),
    ),
  );
  if (texts.length > 0) nodes.push({ kind: 'group', role: 'labels', children: texts });
  return nodes;
}

/**
 * Paints the faces of a cuboid.
 *
 * @param faces The faces.
 * @param look Their colours.
 * @param edgeWidth Width of the edges; 0 for none.
 * @returns A polygon for each face.
 */
export function drawFaces(faces: Faces, look: CuboidLook, edgeWidth: number): SceneNode[] {
  // Edges of the colour of the face close the seams between faces without edges.
  return (['front', 'right', 'top'] as const).map((name) =>
    polygon(faces[name], {
      fill: look[name],
      stroke: edgeWidth > 0 ? look.edge : look[name],
      strokeWidth: edgeWidth > 0 ? edgeWidth : 0.5,
      join: 'round',
    }),
  );
}
