/** Breaks a long flow into columns; what goes on goes up between them, each line on its own track. */
import type { PathCommand } from '../../../scene/scene.js';
import { roundedLine } from '../../lines.js';
import { cutsOf } from './cutting.js';
import type { Figure, Rect } from './figure.js';
import type { Regions } from './regions.js';
import type { FlowExtent, Graph, LayoutOptions } from './types.js';

/** Between tracks, and from tracks to what is beside them. */
const [trackGap, trackMargin] = [12, 18];
/** Of the corners of a track. */
const radius = 8;
/** Of a frame beyond the last box before a break. */
const framePad = 6;

/** A line that goes on in the next column. */
interface Passing {
  readonly x: number;
  /** Which it is from the first on, across. */
  index: number;
}

/** A part of the flow between two cuts. */
interface Column {
  readonly start: number;
  readonly end: number;
  /** Reach across of all in it. */
  before: number;
  after: number;
  /** Where the first box begins. */
  top: number;
  /** How far all of it moves. */
  dx: number;
  dy: number;
  /** What goes on from it. */
  readonly passing: Map<string, Passing>;
}

/**
 * Breaks a flow, if it is longer than it may be.
 *
 * @param figure Everything along one flow.
 * @param graph What it shows.
 * @param regions Its connections.
 * @param options How long a column may be, and gaps.
 * @returns The same in columns side by side.
 */
export function wrap(
  figure: Figure,
  graph: Graph,
  regions: Regions,
  options: LayoutOptions,
): Figure {
  const most = typeof options.wrap === 'number' ? options.wrap : options.wrap(extentOf(figure));
  const cuts = Number.isFinite(most) ? cutsOf(figure, regions, most) : [];
  if (cuts.length === 0) return figure;
  const columns = columnsOf(cuts);
  const columnAt = (y: number): number => {
    let [low, high] = [0, cuts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cuts[middle] as number) <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  measure(figure, graph, regions, columns, columnAt);
  setSideBySide(columns, options.nodeGap);
  const moved = <T extends Rect>(rect: T): T => {
    const { dx, dy } = columns[columnAt(rect.y)] as Column;
    return { ...rect, x: rect.x + dx, y: rect.y + dy };
  };
  return {
    boxes: figure.boxes.map(moved),
    labels: figure.labels.map(moved),
    frames: figure.frames.flatMap((frame) => piecesOf(frame, columns, columnAt)),
    lines: figure.lines.map((line, edge) => {
      const { from, port } = graph.edges[edge] ?? { from: 0, port: 0 };
      return broken(line, `${from} ${port}`, columns, columnAt);
    }),
  };
}

function extentOf({ boxes }: Figure): FlowExtent {
  let [before, start, after, end] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, across, along } of boxes) {
    before = Math.min(before, x);
    start = Math.min(start, y);
    after = Math.max(after, x + across);
    end = Math.max(end, y + along);
  }
  return { across: Math.max(after - before, 0), along: Math.max(end - start, 0) };
}

function columnsOf(cuts: readonly number[]): Column[] {
  const edges = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
  return edges.slice(1).map((end, index) => ({
    start: edges[index] as number,
    end,
    before: Number.POSITIVE_INFINITY,
    after: Number.NEGATIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    dx: 0,
    dy: 0,
    passing: new Map(),
  }));
}

/** Finds the reach of columns, and what goes on from each. */
function measure(
  figure: Figure,
  graph: Graph,
  { boxes }: Regions,
  columns: readonly Column[],
  columnAt: (y: number) => number,
): void {
  const grow = (column: Column, before: number, after: number) => {
    column.before = Math.min(column.before, before);
    column.after = Math.max(column.after, after);
  };
  figure.boxes.forEach(({ y }, node) => {
    const column = columns[columnAt(y)] as Column;
    const { x, before, after } = boxes[node] ?? { x: 0, before: 0, after: 0 };
    grow(column, x + before, x + after);
    column.top = Math.min(column.top, y);
  });
  for (const { x, y, across, along } of figure.frames) {
    const last = columnAt(y + along);
    for (let at = columnAt(y); at <= last; at++) {
      const column = columns[at] as Column;
      grow(column, x, x + across);
      column.top = Math.min(column.top, Math.max(y, column.start));
    }
  }
  figure.lines.forEach((line, edge) => {
    const { from, port } = graph.edges[edge] ?? { from: 0, port: 0 };
    follow(line, columns, columnAt, {
      draw: (command, column) => {
        const points = command.slice(1) as number[];
        for (let at = 0; at < points.length; at += 2) {
          grow(column, points[at] as number, points[at] as number);
        }
      },
      pass: (x, column) => {
        grow(column, x, x);
        const key = `${from} ${port} ${x}`;
        if (!column.passing.has(key)) column.passing.set(key, { x, index: 0 });
      },
    });
  });
  for (const { passing } of columns) {
    [...passing.values()]
      .sort((a, b) => a.x - b.x)
      .forEach((line, index) => {
        line.index = index;
      });
  }
}

/** What is done with the parts of a line. */
interface Pen {
  draw(command: PathCommand, column: Column): void;
  /** Goes from a column to the next one. */
  pass(x: number, column: Column, next: Column): void;
}

/** Follows a line through the columns. */
function follow(
  line: readonly PathCommand[],
  columns: readonly Column[],
  columnAt: (y: number) => number,
  pen: Pen,
): void {
  let column = 0;
  line.forEach((command, index) => {
    if (command[0] === 'Z') return;
    const y = command.at(-1) as number;
    if (index === 0) column = columnAt(y);
    // What ends right at a cut is before it; what goes on from there is after it.
    let end = columnAt(y);
    if (end > column && (columns[end] as Column).start === y) end--;
    for (; column < end; column++) {
      const [current, next] = [columns[column] as Column, columns[column + 1] as Column];
      const x = command[1];
      if (command[0] !== 'M') pen.pass(x, current, next);
    }
    pen.draw(command, columns[column] as Column);
  });
}

function setSideBySide(columns: readonly Column[], nodeGap: number): void {
  let x = 0;
  columns.forEach((column, index) => {
    if (index > 0) {
      const tracks = columns[index - 1]?.passing.size ?? 0;
      x += 2 * Math.max(trackMargin, nodeGap) + Math.max(tracks - 1, 0) * trackGap;
    }
    column.dx = x - column.before;
    column.dy = -column.top;
    x += column.after - column.before;
  });
}

/** The pieces of a frame, one in each column that it is in. */
function piecesOf(
  frame: Figure['frames'][number],
  columns: readonly Column[],
  columnAt: (y: number) => number,
): Figure['frames'][number][] {
  const pieces: Figure['frames'][number][] = [];
  const [first, last] = [columnAt(frame.y), columnAt(frame.y + frame.along)];
  for (let at = first; at <= last; at++) {
    const { start, end, dx, dy } = columns[at] as Column;
    const from = Math.max(frame.y, start);
    const to = Math.min(frame.y + frame.along, end + framePad);
    pieces.push({
      ...frame,
      x: frame.x + dx,
      y: from + dy,
      along: to - from,
      continued: frame.continued || at > first,
    });
  }
  return pieces;
}

/** A line with its ways from column to column. */
function broken(
  line: readonly PathCommand[],
  output: string,
  columns: readonly Column[],
  columnAt: (y: number) => number,
): PathCommand[] {
  const drawn: PathCommand[] = [];
  follow(line, columns, columnAt, {
    draw: (command, { dx, dy }) => {
      const points = command.slice(1) as number[];
      const shifted = points.map((value, at) => value + (at % 2 === 0 ? dx : dy));
      drawn.push([command[0], ...shifted] as unknown as PathCommand);
    },
    pass: (x, column, next) => {
      const { index } = column.passing.get(`${output} ${x}`) ?? { index: 0 };
      const [, ...way] = wayUp(x, index, column, next);
      const end = column.end + column.dy;
      if (drawn.at(-1)?.at(-1) !== end) drawn.push(['L', x + column.dx, end]);
      drawn.push(...way);
    },
  });
  return drawn;
}

/**
 * The way from the end of a column to the start of the next: under all that
 * goes on after it across, up between the columns, and over all before it.
 */
function wayUp(x: number, index: number, column: Column, next: Column): PathCommand[] {
  const inner = column.passing.size - 1 - index;
  const bottom = column.end + column.dy + framePad + 2 * radius + inner * trackGap;
  const top = next.start + next.dy - 2 * radius - index * trackGap;
  const first = column.after + column.dx;
  const last = next.before + next.dx;
  const middle = (first + last) / 2 - ((column.passing.size - 1) * trackGap) / 2;
  const up = middle + inner * trackGap;
  const points = [
    { x: x + column.dx, y: column.end + column.dy },
    { x: x + column.dx, y: bottom },
    { x: up, y: bottom },
    { x: up, y: top },
    { x: x + next.dx, y: top },
    { x: x + next.dx, y: next.start + next.dy },
  ];
  return roundedLine({ points, radius });
}
