/** Paths as TikZ writes them. */
import type { Paint, PathCommand } from 'nnfig/writers';
import {
  doubleArea,
  rectangleCorners,
  roundedRectangleOf,
  type Subpath,
  subpathsOf,
} from '../shapes.js';
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

/**
 * Whether pieces look like the whole. An outline always does (its opacity is that of all pieces
 * together); areas do where all turn the same way, so that none is a hole in another.
 */
function splittable(subpaths: readonly Subpath[], paint: Paint): boolean {
  if (subpaths.reduce((sum, { commands }) => sum + commands.length, 0) <= longestPath) return false;
  if (!paint.fill) return true;
  if (hasStroke(paint)) return false;
  const turns = new Set(subpaths.map((subpath) => Math.sign(doubleArea(subpath))));
  return !(turns.has(1) && turns.has(-1));
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

/** An upright rectangle in four lines; nothing for any other shape. */
function rectangleText(subpath: Subpath, point: PointWriter): string | undefined {
  const corners = rectangleCorners(subpath);
  return corners && `${point(...corners.from)} rectangle ${point(...corners.to)}`;
}

/** What `rectangle` of core draws with a radius; nothing for any other shape. */
function roundedRectangle(subpath: Subpath, point: PointWriter): PathText | undefined {
  const rounded = roundedRectangleOf(subpath);
  if (!rounded) return undefined;
  const { left, top, right, bottom } = rounded.bounds;
  return {
    options: [`rounded corners=${decimal(rounded.radius)}${pixel}`],
    lines: [`${point(left, top)} rectangle ${point(right, bottom)}`],
  };
}
