/** Outlines of shapes in DrawingML: ECMA-376-1, 20.1.9. */
import { type Bounds, boundsOf, type Paint, type PathCommand } from 'nnfig/writers';
import { rectangleCorners, roundedRectangleOf, type Subpath, subpathsOf } from '../shapes.js';
import { islandsOf } from './islands.js';
import { hasFill, hasOutline } from './paint.js';
import { type Attributes, element } from './xml.js';

/** A rectangle on the slide, in its units. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Places lengths of the scene on the slide. */
export interface Placement {
  /** Units of the slide for one px of the scene. */
  readonly scale: number;
  /** Of the origin of the scene. */
  readonly left: number;
  readonly top: number;
}

/** Where a shape is, and its outline. */
export interface Geometry {
  /** `line` is a straight line without an area. */
  readonly kind: 'line' | 'area';
  readonly frame: Frame;
  /** Of the frame: whether the shape is turned over in it. */
  readonly flips: Attributes;
  readonly xml: string;
}

const noFlips: Attributes = {};

/** An adjustment of a preset shape is counted in 1/100,000 of its shorter side. */
const whole = 100_000;

/**
 * Finds the frame of bounds; edges are rounded, so that what touches in the scene touches here.
 *
 * @param bounds Bounds in the scene.
 * @param placement Where the scene is.
 * @returns Whole units.
 */
export function frameAt(bounds: Bounds, placement: Placement): Frame {
  const [x, y] = pointAt(bounds.left, bounds.top, placement);
  const [right, bottom] = pointAt(bounds.right, bounds.bottom, placement);
  return { x, y, width: right - x, height: bottom - y };
}

function pointAt(x: number, y: number, { scale, left, top }: Placement): [number, number] {
  return [Math.round(left + x * scale), Math.round(top + y * scale)];
}

/**
 * Writes where a shape is.
 *
 * @param frame Its frame.
 * @param turn Attributes of a shape that is turned or flipped.
 * @returns The transform.
 */
export function transform(frame: Frame, turn: Attributes = {}): string {
  return element('a:xfrm', turn, [
    element('a:off', { x: frame.x, y: frame.y }),
    element('a:ext', { cx: frame.width, cy: frame.height }),
  ]);
}

/**
 * Writes a shape that every program knows.
 *
 * @param name Its name, such as `rect`.
 * @param adjustments Its adjustments by name.
 * @returns The geometry.
 */
export function preset(name: string, adjustments: Readonly<Record<string, number>> = {}): string {
  const guides = Object.entries(adjustments).map(([key, value]) =>
    element('a:gd', { name: key, fmla: `val ${value}` }),
  );
  return element('a:prstGeom', { prst: name }, [element('a:avLst', {}, guides)]);
}

/**
 * Writes a path: a straight line, a rectangle and one with round corners as such, and any other
 * as an outline of its own.
 *
 * @param commands Its commands.
 * @param paint How it is painted.
 * @param placement Where the scene is.
 * @returns The shape; nothing when there is nothing to paint.
 */
export function pathGeometry(
  commands: readonly PathCommand[],
  paint: Paint,
  placement: Placement,
): Geometry | undefined {
  const subpaths = subpathsOf(commands);
  const [only] = subpaths;
  if (!only) return undefined;
  const known = subpaths.length === 1 ? knownShape(only, placement) : undefined;
  return known ?? customShape(subpaths, paint, placement);
}

function knownShape(subpath: Subpath, placement: Placement): Geometry | undefined {
  return lineShape(subpath, placement) ?? boxShape(subpath, placement);
}

function lineShape({ commands, closed }: Subpath, placement: Placement): Geometry | undefined {
  const [from, to] = commands;
  if (closed || commands.length !== 2 || from?.[0] !== 'M' || to?.[0] !== 'L') return undefined;
  const [x1, y1] = pointAt(from[1], from[2], placement);
  const [x2, y2] = pointAt(to[1], to[2], placement);
  return {
    kind: 'line',
    frame: {
      x: Math.min(x1, x2),
      y: Math.min(y1, y2),
      width: Math.abs(x2 - x1),
      height: Math.abs(y2 - y1),
    },
    // Dashes and ends are those of the line as it was drawn: from its start.
    flips: { flipH: x2 < x1 ? 1 : undefined, flipV: y2 < y1 ? 1 : undefined },
    xml: preset('line'),
  };
}

function boxShape(subpath: Subpath, placement: Placement): Geometry | undefined {
  const corners = rectangleCorners(subpath);
  if (corners) {
    const frame = frameAt(boundsOfSubpaths([subpath]), placement);
    return { kind: 'area', frame, flips: noFlips, xml: preset('rect') };
  }
  const rounded = roundedRectangleOf(subpath);
  if (!rounded) return undefined;
  const frame = frameAt(rounded.bounds, placement);
  const shorter = Math.max(1, Math.min(frame.width, frame.height));
  const adj = Math.round((rounded.radius * placement.scale * whole) / shorter);
  return { kind: 'area', frame, flips: noFlips, xml: preset('roundRect', { adj }) };
}

function customShape(subpaths: readonly Subpath[], paint: Paint, placement: Placement): Geometry {
  const bounds = frameAt(boundsOfSubpaths(subpaths), placement);
  // A path is stretched from its own size to that of its frame, so neither is 0.
  const width = Math.max(1, bounds.width);
  const height = Math.max(1, bounds.height);
  const point = (x: number, y: number) => {
    const [left, top] = pointAt(x, y, placement);
    return `<a:pt x="${left - bounds.x}" y="${top - bounds.y}"/>`;
  };
  const pathXml = (part: readonly Subpath[], attributes: Attributes = {}) =>
    element('a:path', { w: width, h: height, ...attributes }, [
      part.map((subpath) => subpathXml(subpath, point)).join(''),
    ]);
  const islands = hasFill(paint) ? islandsOf(subpaths) : [subpaths];
  // All areas lie behind all outlines.
  const paths =
    islands.length > 1
      ? [
          ...islands.map((island) => pathXml(island, { stroke: 0 })),
          ...(hasOutline(paint) ? [pathXml(subpaths, { fill: 'none' })] : []),
        ]
      : [pathXml(subpaths)];
  return {
    kind: 'area',
    frame: { ...bounds, width, height },
    flips: noFlips,
    xml: element('a:custGeom', {}, [
      element('a:avLst'),
      element('a:gdLst'),
      element('a:ahLst'),
      element('a:cxnLst'),
      element('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
      element('a:pathLst', {}, paths),
    ]),
  };
}

function subpathXml(
  { commands, closed }: Subpath,
  point: (x: number, y: number) => string,
): string {
  let text = '';
  for (const command of commands) {
    switch (command[0]) {
      case 'M':
        text += `<a:moveTo>${point(command[1], command[2])}</a:moveTo>`;
        break;
      case 'L':
        text += `<a:lnTo>${point(command[1], command[2])}</a:lnTo>`;
        break;
      case 'C':
        text += `<a:cubicBezTo>${point(command[1], command[2])}${point(command[3], command[4])}${point(command[5], command[6])}</a:cubicBezTo>`;
        break;
    }
  }
  return closed ? `${text}<a:close/>` : text;
}

function boundsOfSubpaths(subpaths: readonly Subpath[]): Bounds {
  const commands = subpaths.flatMap((subpath) => subpath.commands);
  return boundsOf({ kind: 'path', commands, paint: {} });
}
