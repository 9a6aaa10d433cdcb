/** Breaks a line of blocks into rows. */
import { moved } from './clearance.js';
import type { Line } from './line.js';
import type { Point } from './oblique.js';
import { project } from './oblique.js';
import type { Placement, Route, SizedBlock, Spacing } from './placement.js';
import { areaOf } from './skyline.js';

/** The first block of the spine in each row, and one past the last. */
type Breaks = readonly number[];

/**
 * Breaks a line where it is too long, only where all that crosses the break
 * comes from the block before it. Rows are about equally long.
 *
 * @param line The line.
 * @param sized The blocks with their lengths.
 * @param spacing Where to break, and the room between rows.
 * @returns The rows; the line itself when it fits or cannot be broken.
 */
export function wrapLine(line: Line, sized: readonly SizedBlock[], spacing: Spacing): Placement {
  const breaks = spacing.wrap === undefined ? [] : findBreaks(line, sized, spacing.wrap);
  if (breaks.length <= 2) return line;
  const { spans, wests, routes } = line;
  const rowOf = (place: number) => breaks.findLastIndex((start) => start <= place);
  const rows = breaks.slice(0, -1).map((_, row) => ({
    blocks: [...sized.keys()].filter((index) => rowOf(spans[index]?.[0] ?? 0) === row),
    row,
  }));
  const routeRow = (route: Route) => rowOf(spans[route.link?.from.block ?? route.before]?.[0] ?? 0);
  const crosses = (route: Route) =>
    route.link !== undefined && routeRow(route) !== rowOf(spans[route.before]?.[0] ?? 0);

  const shifts: { x: number; y: number; bottom: number; right: number }[] = [];
  for (const { blocks, row } of rows) {
    const shapes = blocks.flatMap((index) => {
      const { outlines, labels } = sized[index] as SizedBlock;
      const west = wests[index] as Point;
      return [...outlines, ...labels].map((shape) => areaOf(moved(shape, west.x, west.y)));
    });
    for (const route of routes) {
      if (routeRow(route) === row && !crosses(route))
        shapes.push(areaOf(route.points.map(project)));
    }
    const area = areaOf(
      shapes.flatMap(({ left, right, top, bottom }) => [
        { x: left, y: top },
        { x: right, y: bottom },
      ]),
    );
    const above = shifts.at(-1);
    // Between two rows runs the line that joins them.
    const top = above ? above.bottom + 2 * spacing.rowGap : area.top;
    shifts.push({
      x: -area.left,
      y: top - area.top,
      bottom: area.bottom + (top - area.top),
      right: area.right - area.left,
    });
  }
  const shift = (point: Point, row: number): Point => ({
    x: point.x + (shifts[row]?.x ?? 0),
    y: point.y + (shifts[row]?.y ?? 0),
    z: point.z,
  });
  const rowOfBlock = (index: number) => rowOf(spans[index]?.[0] ?? 0);
  return {
    wests: wests.map((west, index) => shift(west, rowOfBlock(index))),
    order: [...line.order].sort((a, b) => rowOfBlock(a) - rowOfBlock(b)),
    routes: routes.map((route) => {
      const row = routeRow(route);
      if (!crosses(route)) {
        return { ...route, points: route.points.map((point) => shift(point, row)) };
      }
      return { ...route, points: acrossRows(route, row) };
    }),
  };

  /** A connection to the next row: around its end and back to the left, where others branch off. */
  function acrossRows({ points }: Route, row: number): Point[] {
    const corner = (x: number, y: number): Point => ({ x, y, z: 0 });
    const start = shift(points[0] as Point, row);
    const rest = points.map((point) => shift(point, row + 1));
    const end = rest.at(-1) as Point;
    const left = -spacing.gap;
    if (points.length > 2) {
      const turn = rest.at(-2) as Point;
      const fromAbove = turn.y < (shifts[row + 1]?.y ?? 0);
      const joins = fromAbove ? [] : [corner(left, shifts[row + 1]?.y ?? 0)];
      return [...joins, corner(left, turn.y), ...(turn.x > left && fromAbove ? [turn] : []), end];
    }
    const right = Math.max((shifts[row]?.right ?? 0) + spacing.margin, start.x + spacing.gap);
    const between = (shifts[row]?.bottom ?? 0) + spacing.rowGap;
    return [
      start,
      corner(right, start.y),
      corner(right, between),
      corner(left, between),
      corner(left, end.y),
      end,
    ];
  }

  function findBreaks({ spine: path }: Line, blocks: readonly SizedBlock[], limit: number): Breaks {
    const at = (place: number) => {
      const index = path[place] as number;
      const start = line.wests[index]?.x ?? 0;
      return { left: start, right: start + (blocks[index]?.width ?? 0) };
    };
    const total = at(path.length - 1).right - at(0).left;
    const count = Math.ceil(total / limit);
    if (count < 2) return [];
    const target = total / count;
    const breakable = breakablePlaces(line);
    const found = [0];
    let begin = at(0).left;
    for (let place = 1; place < path.length; place++) {
      const next = at(place).right - begin;
      if (breakable[place] && next > target * 1.05) {
        found.push(place);
        begin = at(place).left;
      }
    }
    return [...found, path.length];
  }
}

/** Whether all that crosses the gap before each place of the spine comes from the block before it. */
function breakablePlaces({ spine, spans, routes }: Line): boolean[] {
  const change = new Array<number>(spine.length + 1).fill(0);
  const leaving = new Array<number>(spine.length + 1).fill(0);
  for (const { link, before } of routes) {
    if (!link) continue;
    const from = spans[link.from.block]?.[0] ?? 0;
    const to = spans[before]?.[1] ?? 0;
    if (to <= from) continue;
    change[from + 1] = (change[from + 1] ?? 0) + 1;
    change[to + 1] = (change[to + 1] ?? 0) - 1;
    if (spine[from] === link.from.block) leaving[from + 1] = (leaving[from + 1] ?? 0) + 1;
  }
  let open = 0;
  return change.map((each, place) => {
    open += each;
    return open > 0 && open === leaving[place];
  });
}
