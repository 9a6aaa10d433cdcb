/** Paths as shapes that people know: what a format has a word for is easier to edit there. */
import type { Bounds, PathCommand } from 'nnfig/writers';

/** A command that leads to a point. */
export type Move = Exclude<PathCommand, readonly ['Z']>;

/** A stretch of a path without a gap. */
export interface Subpath {
  /** The first is `M`. */
  readonly commands: readonly Move[];
  readonly closed: boolean;
}

/**
 * Moves the points of a path.
 *
 * @param commands Its commands.
 * @param place Where a point goes.
 * @returns The commands of the moved path.
 */
export function mapCommands(
  commands: readonly PathCommand[],
  place: (x: number, y: number) => readonly [number, number],
): PathCommand[] {
  return commands.map((command): PathCommand => {
    switch (command[0]) {
      case 'Z':
        return command;
      case 'C':
        return [
          'C',
          ...place(command[1], command[2]),
          ...place(command[3], command[4]),
          ...place(command[5], command[6]),
        ];
      default:
        return [command[0], ...place(command[1], command[2])];
    }
  });
}

/**
 * Cuts a path at its gaps.
 *
 * @param commands Its commands.
 * @returns Its stretches; a move alone paints nothing, and is none.
 */
export function subpathsOf(commands: readonly PathCommand[]): Subpath[] {
  const found: Subpath[] = [];
  let moves: Move[] = [];
  const end = (closed: boolean) => {
    if (moves.length > 1) found.push({ commands: moves, closed });
  };
  for (const command of commands) {
    if (command[0] === 'Z') {
      end(true);
      moves = moves.slice(0, 1);
    } else if (command[0] === 'M') {
      end(false);
      moves = [command];
    } else {
      moves.push(command);
    }
  }
  end(false);
  return found;
}

/**
 * Measures the area of a stretch by the ends of its commands.
 *
 * @param subpath The stretch.
 * @returns Twice its area; negative when it turns to the left on the page.
 */
export function doubleArea({ commands }: Subpath): number {
  let sum = 0;
  const ends = commands.map((command) => command.slice(-2) as [number, number]);
  ends.forEach(([x, y], index) => {
    const [fromX, fromY] = ends.at(index - 1) as [number, number];
    sum += fromX * y - x * fromY;
  });
  return sum;
}

const near = (a: number, b: number) => Math.abs(a - b) < 0.005;

/** Two corners that face each other. */
export interface Corners {
  /** Where the outline begins. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/**
 * Recognises an upright rectangle in four lines.
 *
 * @param subpath Any stretch.
 * @returns Its corners; nothing for any other shape.
 */
export function rectangleCorners({ commands, closed }: Subpath): Corners | undefined {
  const corners = commands.filter(([letter]) => letter !== 'C') as readonly (readonly [
    string,
    number,
    number,
  ])[];
  const [a, b, c, d] = corners;
  if (!closed || commands.length !== 4 || !a || !b || !c || !d) return undefined;
  const across = near(a[2], b[2]) && near(b[1], c[1]) && near(c[2], d[2]) && near(d[1], a[1]);
  const down = near(a[1], b[1]) && near(b[2], c[2]) && near(c[1], d[1]) && near(d[2], a[2]);
  return across || down ? { from: [a[1], a[2]], to: [c[1], c[2]] } : undefined;
}

/** A rectangle whose corners are quarters of circles. */
export interface RoundedRectangle {
  readonly bounds: Bounds;
  readonly radius: number;
}

/**
 * Recognises what `rectangle` of core draws with a radius.
 *
 * @param subpath Any stretch.
 * @returns Its bounds and radius; nothing for any other shape.
 */
export function roundedRectangleOf({ commands, closed }: Subpath): RoundedRectangle | undefined {
  if (!closed || commands.map(([letter]) => letter).join('') !== 'MLCLCLCLC') return undefined;
  const points = commands.flatMap((command) => {
    const numbers = command.slice(1) as number[];
    return Array.from({ length: numbers.length / 2 }, (_, index) => ({
      x: numbers[2 * index] as number,
      y: numbers[2 * index + 1] as number,
    }));
  });
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const radius = (points[0]?.x ?? 0) - left;
  const handle = radius * (1 - (4 / 3) * (Math.SQRT2 - 1));
  const expected = [
    [left + radius, top],
    [right - radius, top],
    [right - handle, top],
    [right, top + handle],
    [right, top + radius],
    [right, bottom - radius],
    [right, bottom - handle],
    [right - handle, bottom],
    [right - radius, bottom],
    [left + radius, bottom],
    [left + handle, bottom],
    [left, bottom - handle],
    [left, bottom - radius],
    [left, top + radius],
    [left, top + handle],
    [left + handle, top],
    [left + radius, top],
  ];
  const same = expected.every(([x, y], index) => {
    const found = points[index];
    return found && near(found.x, x as number) && near(found.y, y as number);
  });
  return same && radius > 0 ? { bounds: { left, top, right, bottom }, radius } : undefined;
}
