/** Numbers to a scene: frames, connections, boxes with their rows. */
import type { Colour, Paint, PathCommand, SceneNode } from '../../scene/scene.js';
import { line, path, rectangle } from '../../scene/shapes.js';
import { lineExtent, textLine } from '../../scene/text.js';
import type { DrawContext } from '../style.js';
import type { Placement } from './layout/index.js';
import type { BoxLook } from './looks.js';
import type { Model } from './model.js';
import { baselineOf, type Row, small } from './texts.js';

/** What a box is painted with. */
export interface BoxDrawing {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly height: number;
  readonly look: BoxLook;
  /** Tooltip of each layer, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Width of connections. */
export const edgeWidth = 1.4;
/** Dashes of the outline of a frame. */
export const frameDash: readonly number[] = [4, 3];
const cornerRadius = 5;
/** Reach of the two strokes of an arrowhead, against the flow and to the side. */
const head = { length: 6, side: 3.4 } as const;
/** From the tip of an arrowhead to the outline, so that neither covers the other. */
const tipGap = 1.2;
/** Size of the title of a frame, in font sizes. */
export const titleSize = 0.92;

/** What is drawn besides the boxes. */
export interface Drawing {
  readonly model: Model;
  readonly boxes: readonly BoxDrawing[];
  /** Text on the connections of each output of each box. */
  readonly labels: readonly (readonly string[])[];
  /** Title of each frame, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly fontSize: number;
  readonly direction: 'down' | 'right';
  readonly edge: Colour;
}

/**
 * Draws a laid out graph.
 *
 * @param placement Where everything stands.
 * @param drawing What it is painted with.
 * @param context Palette.
 * @returns The parts of the figure, in paint order.
 */
export function draw(
  placement: Placement,
  drawing: Drawing,
  { palette }: Pick<DrawContext, 'palette'>,
): SceneNode[] {
  const { model, boxes, fontSize, direction, edge } = drawing;
  const paint: Paint = { stroke: edge, strokeWidth: edgeWidth, cap: 'round', join: 'round' };
  const idOf = (index: number) => model.boxes[index]?.stage.id ?? '';
  const edges = model.connections.map(({ from, to }, index): SceneNode => {
    const commands = placement.edges[index]?.commands ?? [];
    return {
      kind: 'group',
      role: 'edge',
      from: idOf(from),
      to: idOf(to),
      children: [path(withHead(commands, direction), paint)],
    };
  });
  const labelSize = fontSize * small;
  const labels = placement.labels.map(({ node, port, x, y }): SceneNode => {
    const text = drawing.labels[node]?.[port] ?? '';
    return textLine(text, x, y + labelSize * lineExtent.ascent, {
      size: labelSize,
      fill: palette.muted,
    });
  });
  return [
    ...(placement.frames.length > 0
      ? [
          {
            kind: 'group',
            role: 'frames',
            children: drawFrames(placement, drawing, palette),
          } as const,
        ]
      : []),
    { kind: 'group', role: 'edges', children: edges },
    ...(labels.length > 0 ? [{ kind: 'group', role: 'labels', children: labels } as const] : []),
    ...placement.nodes.map(({ x, y }, index) =>
      drawBox(x, y, boxes[index] as BoxDrawing, idOf(index)),
    ),
  ];
}

function drawFrames(
  { frames }: Placement,
  { titles, fontSize }: Drawing,
  { edge, muted }: DrawContext['palette'],
): SceneNode[] {
  const size = fontSize * titleSize;
  return frames.flatMap(({ id, x, y, width, height, titleX, titleY, continued }): SceneNode[] => {
    const outline = rectangle(
      x,
      y,
      width,
      height,
      { stroke: edge, strokeWidth: 1, strokeOpacity: 0.7, dash: frameDash },
      8,
    );
    const title = titles.get(id) ?? '';
    if (!title || continued) return [outline];
    const baseline = titleY + size * lineExtent.ascent;
    return [outline, textLine(title, titleX, baseline, { size, fill: muted, weight: 'bold' })];
  });
}

/** Shortens a connection a little and puts two strokes to its end. */
function withHead(commands: readonly PathCommand[], direction: 'down' | 'right'): PathCommand[] {
  const last = commands.at(-1);
  if (!last || last[0] === 'Z') return [...commands];
  const [dx, dy] = direction === 'down' ? [0, 1] : [1, 0];
  const [x, y] = [last.at(-2) as number, last.at(-1) as number];
  const tip = { x: x - dx * tipGap, y: y - dy * tipGap };
  const end: PathCommand =
    last[0] === 'C'
      ? ['C', last[1], last[2], last[3] - dx * tipGap, last[4] - dy * tipGap, tip.x, tip.y]
      : [last[0], tip.x, tip.y];
  const back = { x: tip.x - dx * head.length, y: tip.y - dy * head.length };
  const side = { x: dy * head.side, y: dx * head.side };
  return [
    ...commands.slice(0, -1),
    end,
    ['M', back.x - side.x, back.y - side.y],
    ['L', tip.x, tip.y],
    ['L', back.x + side.x, back.y + side.y],
  ];
}

function drawBox(
  x: number,
  y: number,
  { rows, width, height, look, titles }: BoxDrawing,
  id: string,
): SceneNode {
  const box = rectangle(
    x,
    y,
    width,
    height,
    { fill: look.fill, stroke: look.outline, strokeWidth: 1.1 },
    cornerRadius,
  );
  const layers: { readonly id: string; readonly nodes: SceneNode[] }[] = [];
  const rules: SceneNode[] = [];
  // A box that is higher for its connections has its rows in its middle.
  let top = y + (height - rows.reduce((sum, row) => sum + row.height, 0)) / 2;
  for (const row of rows) {
    if (row.layer !== undefined) {
      if (layers.length > 0) {
        const paint: Paint = { stroke: look.text, strokeWidth: 0.75, strokeOpacity: 0.35 };
        rules.push(line({ x, y: top }, { x: x + width, y: top }, paint));
      }
      layers.push({ id: row.layer, nodes: [] });
    }
    const { text, size, weight } = row;
    const baseline = top + baselineOf(row);
    layers.at(-1)?.nodes.push(
      textLine(text, x + width / 2, baseline, {
        size,
        weight,
        anchor: 'middle',
        fill: look.text,
      }),
    );
    top += row.height;
  }
  const [only] = layers;
  if (only && layers.length === 1) {
    const title = titles.get(only.id);
    return {
      kind: 'group',
      role: 'layer',
      layer: id,
      ...(title !== undefined && { title }),
      children: [box, ...only.nodes],
    };
  }
  return {
    kind: 'group',
    role: 'box',
    layer: id,
    children: [
      box,
      ...rules,
      ...layers.map((layer): SceneNode => {
        const title = titles.get(layer.id);
        return {
          kind: 'group',
          role: 'layer',
          layer: layer.id,
          ...(title !== undefined && { title }),
          children: layer.nodes,
        };
      }),
    ],
  };
}
