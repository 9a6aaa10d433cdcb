/** From positions to nodes of a scene. */
import type { Colour, Paint, SceneNode, TextNode } from '../../scene/scene.js';
import { path, polygon, polyline } from '../../scene/shapes.js';
import { type Cuboid, type Point, project, seen, silhouette, slant } from '../blocks/oblique.js';
import { cuboidOf, type Route, type SizedBlock } from '../blocks/placement.js';
import { tooltip } from '../labels.js';
import type { DrawContext } from '../style.js';
import type { Figure } from './arrange.js';
import { type CuboidLook, classicRole, cuboidLook } from './looks.js';
import type { Options } from './options.js';
import { faceOf } from './units.js';

/** A connector between neighbours is drawn when so much of it is seen, in units. */
const leastSeen = 6;

/**
 * Draws a figure.
 *
 * @param figure Where everything stands.
 * @param options The style's options.
 * @param context Palette.
 * @returns Nodes in paint order.
 */
export function draw(figure: Figure, options: Options, context: DrawContext): SceneNode[] {
  const { graph, sized, placement, line, figures, overrideOf, images } = figure;
  const { palette } = context;
  const nodes: SceneNode[] = [];
  const under = new Map<number, Route[]>();
  const over = new Map<number, Route[]>();
  for (const route of shownRoutes(figure, options)) {
    const list = endsOnTop(route) ? over : under;
    const known = list.get(route.before);
    if (known) known.push(route);
    else list.set(route.before, [route]);
  }
  for (const index of placement.order) {
    const west = placement.wests[index] as Point;
    nodes.push(...(under.get(index) ?? []).map(connector));
    nodes.push(...cuboids(index, sized[index] as SizedBlock, west));
    nodes.push(...(over.get(index) ?? []).map(connector));
  }
  const texts = line.units.flatMap(({ unit, at }) => {
    const first = unit.blocks[0]?.block ?? 0;
    const [from, to] = [line.wests[first], placement.wests[first]];
    const shift = from && to ? { x: to.x - from.x, y: to.y - from.y } : { x: 0, y: 0 };
    return unit.texts.map(
      (text): TextNode => ({ ...text, x: text.x + at.x + shift.x, y: text.y + at.y + shift.y }),
    );
  });
  if (texts.length > 0) nodes.push({ kind: 'group', role: 'labels', children: texts });
  return nodes;

  function connector({ points }: Route): SceneNode {
    const paint: Paint = {
      stroke: palette.ink,
      strokeWidth: options.lineWidth,
      join: 'round',
      cap: 'round',
    };
    return { kind: 'group', role: 'edges', children: [polyline(points.map(project), paint)] };
  }

  function cuboids(index: number, block: SizedBlock, west: Point): SceneNode[] {
    const role = classicRole(figure.roles[index] ?? 'layer', line.branched.has(index));
    const image = images.get(index);
    return block.boxes.map((box, position): SceneNode => {
      const part = box.parts[0]?.part;
      const cuboid = cuboidOf(box, west);
      const last = position === block.boxes.length - 1;
      const children = part
        ? drawCuboid(
            cuboid,
            cuboidLook(part, role, overrideOf(part.layer), context),
            { ink: palette.ink, edgeWidth: options.edgeWidth },
            last ? image : undefined,
          )
        : [];
      return {
        kind: 'group',
        role: 'layer',
        ...(part && {
          layer: part.layer,
          title: tooltip(
            block.boxes.length > 1
              ? part.labelled
              : (graph.blocks[index]?.labelled ?? part.labelled),
            figures,
          ),
        }),
        children,
      };
    });
  }
}

/**
 * Finds the connectors that are drawn.
 *
 * @param figure Where everything stands.
 * @param options Which are asked for.
 * @returns Their routes.
 */
export function shownRoutes(
  { placement, sized, images }: Pick<Figure, 'placement' | 'sized' | 'images'>,
  { connectors, unit }: Pick<Options, 'connectors' | 'unit'>,
): Route[] {
  if (connectors === 'none') return [];
  if (connectors === 'all') return [...placement.routes];
  return placement.routes.filter(({ points, before, link }) => {
    const [from, to] = points;
    const level = points.length === 2 && from?.y === to?.y;
    if (!level || !from || !to) return true;
    // A line across a picture would spoil it.
    if (link && images.has(link.from.block)) return false;
    const hidden = (slant * faceOf(sized[before] as SizedBlock).depth) / 2;
    return to.x - from.x - hidden > leastSeen * unit;
  });
}

/** Whether a connector comes down to its block, and so ends in front of it. */
function endsOnTop({ points }: Route): boolean {
  const [before, last] = points.slice(-2);
  return before !== undefined && last !== undefined && before.x === last.x;
}

/** Its outline in one piece, so that no seam shows between faces of one colour; then the edges within. */
function drawCuboid(
  cuboid: Cuboid,
  { fill, opacity }: CuboidLook,
  { ink, edgeWidth }: { readonly ink: Colour; readonly edgeWidth: number },
  image: string | undefined,
): SceneNode[] {
  const at = (x: number, y: number, z: number) => seen(cuboid, [x, y, z]);
  const [nearTop, farTop, nearBottom] = [at(1, 0, 1), at(1, 0, 0), at(1, 1, 1)];
  const paint: Paint = { fill, ...(opacity < 1 && { fillOpacity: opacity }) };
  const edges: Paint = { stroke: ink, strokeWidth: edgeWidth, join: 'round', cap: 'round' };
  const outline = silhouette(cuboid);
  const nodes: SceneNode[] = [];
  if (image === undefined)
    nodes.push(polygon(outline, edgeWidth > 0 ? { ...paint, ...edges } : paint));
  else {
    nodes.push(polygon(outline, paint), {
      kind: 'image',
      x: 0,
      y: 0,
      width: 1,
      height: 1,
      href: image,
      // Its left is near, so that it is seen as it is.
      matrix: [
        farTop.x - nearTop.x,
        farTop.y - nearTop.y,
        nearBottom.x - nearTop.x,
        nearBottom.y - nearTop.y,
        nearTop.x,
        nearTop.y,
      ],
    });
    if (edgeWidth > 0) nodes.push(polygon(outline, edges));
  }
  if (edgeWidth > 0) {
    const near = at(0, 0, 1);
    nodes.push(
      path(
        [
          ['M', near.x, near.y],
          ['L', nearTop.x, nearTop.y],
          ['L', farTop.x, farTop.y],
          ['M', nearTop.x, nearTop.y],
          ['L', nearBottom.x, nearBottom.y],
        ],
        edges,
      ),
    );
  }
  return nodes;
}
