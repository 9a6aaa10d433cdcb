/** Edges and their arrowheads: those that look the same share a path, so that files stay small. */
import type { GroupNode, Paint, PathCommand, PathNode } from '../../scene/scene.js';
import { path, type XY } from '../../scene/shapes.js';
import { type Column, isHorizontal, type Unit } from './layout.js';
import type { Options } from './options.js';
import { type EdgeLook, type Level, type Scale, steps } from './scale.js';

/** What is known of an edge besides where it runs. */
export interface Connection {
  readonly from: Unit;
  readonly to: Unit;
  /** Step of its weight; 0 when edges do not tell it. */
  readonly level: Level;
  /** Whether it fades behind highlighted ones. */
  readonly faded: boolean;
}

/** One edge on the page. */
interface Edge {
  readonly from: XY;
  /** On the outline of the circle that it comes to, when it has an arrowhead. */
  readonly to: XY;
  /** The way it comes in, of length 1. */
  readonly way: XY;
  /** Length of its arrowhead; 0 for none. */
  readonly head: number;
}

/** How much of an edge's opacity is left when it fades. */
const fadedShare = 0.12;

/** The strokes of an open arrowhead are at least this wide, in px. */
const leastStroke = 0.75;

/** An arrowhead takes at most this share of the gap between two circles. */
const mostOfGap = 0.7;

/**
 * Joins each unit of a layer with each of the next. A bias unit feeds, but is
 * not fed; a dropped unit does neither.
 *
 * @param columns The placed layers.
 * @param dropped For each layer, the units that a dropout leaves out.
 * @param describe What is known of an edge: its gap, and the units it joins.
 * @returns For each gap its edges, those of one source together.
 */
export function connect(
  columns: readonly Column[],
  dropped: readonly ReadonlySet<number>[],
  describe: (gap: number, from: Unit, to: Unit) => Pick<Connection, 'level' | 'faded'>,
): Connection[][] {
  const active = ({ units }: Column, layer: number) =>
    units.filter(({ index }) => index === undefined || !dropped[layer]?.has(index));
  return columns.slice(1).map((column, gap) => {
    const source = columns[gap] as Column;
    const connections: Connection[] = [];
    const targets = active(column, gap + 1);
    for (const from of [...(source.bias ? [source.bias] : []), ...active(source, gap)]) {
      for (const to of targets) {
        const { level, faded } = describe(gap, from, to);
        connections.push({ from, to, level, faded });
      }
    }
    return connections;
  });
}

/**
 * Draws the edges of all gaps, weak ones first, so that these cut no strong one.
 *
 * @param gaps The connections of each gap.
 * @param scale How they are painted.
 * @param options The options.
 * @returns A group `edges` and, for arrowheads, a group `arrowheads`; nothing for no edges.
 */
export function drawEdges(
  gaps: readonly (readonly Connection[])[],
  scale: Scale,
  options: Options,
): GroupNode[] {
  const { arrowheads, edgeWidth, edgeOpacity } = options;
  if (edgeWidth === 0 || edgeOpacity === 0) return [];
  const lines: PathNode[] = [];
  const heads: PathNode[] = [];
  for (const { connections, faded, level } of gaps.flatMap((gap) => bundles(gap, scale))) {
    const look = scale.look(level);
    const shown = faded ? { ...look, opacity: look.opacity * fadedShare } : look;
    const line: PathCommand[] = [];
    const head: PathCommand[] = [];
    for (const { from, to } of connections) {
      const edge = edgeOf(from, to, look.width, options);
      addLine(line, edge, options);
      if (arrowheads !== 'none') addHead(head, edge, options);
    }
    lines.push(path(line, strokeOf(shown)));
    if (arrowheads === 'none') continue;
    heads.push(path(head, arrowheads === 'solid' ? fillOf(shown) : wingsOf(shown)));
  }
  return [
    ...(lines.length > 0 ? [group('edges', lines)] : []),
    ...(heads.length > 0 ? [group('arrowheads', heads)] : []),
  ];
}

interface Bundle {
  readonly level: Level;
  readonly faded: boolean;
  readonly connections: readonly Connection[];
}

/** Connections that look the same, in the order they are painted. */
function bundles(gap: readonly Connection[], scale: Scale): Bundle[] {
  const found = new Map<number, Bundle & { readonly connections: Connection[] }>();
  for (const connection of gap) {
    const { faded } = connection;
    const level = scale.colours ? connection.level : Math.abs(connection.level);
    const key = faded ? level + 4 * steps : level;
    const bundle = found.get(key);
    if (bundle) bundle.connections.push(connection);
    else found.set(key, { level, faded, connections: [connection] });
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(b.faded) - Number(a.faded) ||
      Math.abs(a.level) - Math.abs(b.level) ||
      a.level - b.level,
  );
}

function group(role: string, children: readonly PathNode[]): GroupNode {
  return { kind: 'group', role, children };
}

function strokeOf({ colour, width, opacity }: EdgeLook): Paint {
  return { stroke: colour, strokeWidth: width, strokeOpacity: opacity };
}

function wingsOf(look: EdgeLook): Paint {
  return { ...strokeOf({ ...look, width: Math.max(look.width, leastStroke) }), join: 'miter' };
}

function fillOf({ colour, opacity }: EdgeLook): Paint {
  return { fill: colour, fillOpacity: opacity };
}

/** From centre to centre, under the circles; with an arrowhead, to the outline. */
function edgeOf(from: Unit, to: Unit, width: number, options: Options): Edge {
  const { direction, edgeCurve, arrowheads, arrowheadSize } = options;
  if (arrowheads === 'none') return { from, to, way: still, head: 0 };
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const axis = isHorizontal(direction) ? { x: Math.sign(dx), y: 0 } : { x: 0, y: Math.sign(dy) };
  const way = edgeCurve === 'bezier' ? axis : { x: dx / length, y: dy / length };
  const reach = (options.nodeDiameter + options.nodeOutlineWidth) / 2;
  const gap = dx * way.x + dy * way.y - 2 * reach;
  const head = Math.min(arrowheadSize ?? 5 + 2 * width, mostOfGap * gap);
  return { from, to: { x: to.x - reach * way.x, y: to.y - reach * way.y }, way, head };
}

/** The way of an edge without a head: it is not looked at. */
const still: XY = { x: 0, y: 0 };

function addLine(commands: PathCommand[], { from, to, way, head }: Edge, options: Options): void {
  // A line that went to the very tip would show beside it.
  const back = options.arrowheads === 'solid' ? head * 0.8 : 0;
  const x = to.x - back * way.x;
  const y = to.y - back * way.y;
  commands.push(['M', from.x, from.y]);
  if (options.edgeCurve === 'straight') {
    commands.push(['L', x, y]);
  } else if (isHorizontal(options.direction)) {
    const middle = (from.x + x) / 2;
    commands.push(['C', middle, from.y, middle, y, x, y]);
  } else {
    const middle = (from.y + y) / 2;
    commands.push(['C', from.x, middle, x, middle, x, y]);
  }
}

/** Its tip touches the outline of the circle that the edge comes to. */
function addHead(commands: PathCommand[], { to, way, head }: Edge, options: Options): void {
  const half = head * 0.38;
  const base = { x: to.x - head * way.x, y: to.y - head * way.y };
  const side = { x: -way.y * half, y: way.x * half };
  commands.push(
    ['M', base.x + side.x, base.y + side.y],
    ['L', to.x, to.y],
    ['L', base.x - side.x, base.y - side.y],
  );
  if (options.arrowheads === 'solid') commands.push(['Z']);
}
