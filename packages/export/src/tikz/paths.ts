/** Paths as TikZ writes them. */
import type { Paint, PathCommand } from 'nnfig/writers';
import { decimal } from './numbers.js';
import { hasStroke, pixel } from './styles.js';

/** Writes a point in the coordinates of the picture. */
export type PointWriter = (x: number, y: number) => string;

/** Most stretches of one `\draw`: TeX keeps a whole path in its memory. */
export const longestPath = 500;

/** Longest line of a path. */
const lineLength = 100;

/** What one `\path` draws. */
export interface PathText {
  /** Options besides its look. */
  readonly options: readonly string[];
  /** Its lines. */
  readonly lines: readonly string[];
}

type Move = Exclude<PathCommand, readonly ['Z']>;

/** A stretch of a path without a gap. */
interface Subpath {
  readonly commands: readonly Move[];
  readonly closed: boolean;
}

/**
 * Writes a path in pieces that TeX can hold.
 *
 * @param commands Its commands.
 * @param paint How it is painted.
 * @param point Writes a point.
 * @returns One text a piece; no text for a path that paints nothing.
 */
export function pathTexts(
  commands: readonly PathCommand[],
  paint: Paint,
  point: PointWriter,
): readonly PathText[] {
  const stroked = hasStroke(paint);
  if (!stroked && !paint.fill) return [];
  const subpaths = subpathsOf(commands);
  const [only] = subpaths;
  if (!only) return [];
  const dashed = stroked && paint.dash !== undefined;
  const rounded = subpaths.length === 1 ? roundedRectangle(only, point) : undefined;
  if (rounded && !dashed) return [rounded];
  const together = splittable(subpaths, paint) ? longestPath : Number.POSITIVE_INFINITY;
  return pieces(subpaths, together).map((piece) => ({
    options: [],
    lines: piece.flatMap((subpath) => {
      const rectangle = dashed ? undefined : rectangleText(subpath, point);
      return rectangle === undefined ? subpathLines(subpath, point) : [rectangle];
    }),
  }));
}

function subpathsOf(commands: readonly PathCommand[]): Subpath[] {
  const found: Subpath[] = [];
  let moves: Move[] = [];
  const end = (closed: boolean) => {
    // A move alone paints nothing.
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
 * Whether pieces look like the whole. An outline always does (its opacity is that of all pieces
 * together); areas do where all turn the same way, so that none is a hole in another.
 */
function splittable(subpaths: readonly Subpath[], paint: Paint): boolean {
  if (subpaths.reduce((sum, { commands }) => sum + commands.length, 0) <= longestPath) return false;
  if (!paint.fill) return true;
  if (hasStroke(paint)) return false;
  const turns = new Set(subpaths.map((subpath) => Math.sign(area(subpath))));
  return !(turns.has(1) && turns.has(-1));
}

/** Twice the area, by the ends of its stretches. */
function area({ commands }: Subpath): number {
  let sum = 0;
  const ends = commands.map((command) => command.slice(-2) as [number, number]);
  ends.forEach(([x, y], index) => {
    const [fromX, fromY] = ends.at(index - 1) as [number, number];
    sum += fromX * y - x * fromY;
  });
  return sum;
}

function pieces(subpaths: readonly Subpath[], most: number): Subpath[][] {
  const found: Subpath[][] = [];
  let size = 0;
  for (const subpath of subpaths) {
    const last = found.at(-1);
    if (last && size + subpath.commands.length <= most) last.push(subpath);
    else {
      found.push([subpath]);
      size = 0;
    }
    size += subpath.commands.length;
  }
  return found;
}

function subpathLines({ commands, closed }: Subpath, point: PointWriter): string[] {
  const lines: string[] = [];
  let line = '';
  const add = (text: string) => {
    if (line !== '' && line.length + text.length > lineLength) {
      lines.push(line);
      line = `  ${text}`;
    } else {
      line += line === '' ? text : ` ${text}`;
    }
  };
  for (const command of commands) {
    if (command[0] === 'M') add(point(command[1], command[2]));
    else if (command[0] === 'L') add(`-- ${point(command[1], command[2])}`);
    else {
      const [, x1, y1, x2, y2, x, y] = command;
      add(`.. controls ${point(x1, y1)} and ${point(x2, y2)} .. ${point(x, y)}`);
    }
  }
  if (closed) add('-- cycle');
  return [...lines, line];
}

const near = (a: number, b: number) => Math.abs(a - b) < 0.005;

/** An upright rectangle in four lines; nothing for any other shape. */
function rectangleText({ commands, closed }: Subpath, point: PointWriter): string | undefined {
  const corners = commands.filter(([letter]) => letter !== 'C') as readonly (readonly [
    string,
    number,
    number,
  ])[];
  const [a, b, c, d] = corners;
  if (!closed || commands.length !== 4 || !a || !b || !c || !d) return undefined;
  const across = near(a[2], b[2]) && near(b[1], c[1]) && near(c[2], d[2]) && near(d[1], a[1]);
  const down = near(a[1], b[1]) && near(b[2], c[2]) && near(c[1], d[1]) && near(d[2], a[2]);
  if (!across && !down) return undefined;
  return `${point(a[1], a[2])} rectangle ${point(c[1], c[2])}`;
}

/** What `rectangle` of core draws with a radius; nothing for any other shape. */
function roundedRectangle(subpath: Subpath, point: PointWriter): PathText | undefined {
  const { commands, closed } = subpath;
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
  if (!same || radius <= 0) return undefined;
  return {
    options: [`rounded corners=${decimal(radius)}${pixel}`],
    lines: [`${point(left, top)} rectangle ${point(right, bottom)}`],
  };
}
