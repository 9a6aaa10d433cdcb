/** What a legend shows beside each label: a box, a ball, a line, or a small picture. */
import type { Colour, Paint, SceneNode } from './scene.js';
import { measureLine, runsOf, scriptedLine } from './scripts.js';
import { line, polygon, rectangle, type XY } from './shapes.js';

/** A box as the figure paints it. */
export interface BoxSample {
  readonly kind: 'box';
  /** Nothing for a frame. */
  readonly fill?: Colour;
  /** 1 unless given. */
  readonly fillOpacity?: number;
  readonly outline?: Colour;
  /** Dashes of the outline. */
  readonly dash?: readonly number[];
  /** A band along its right side, over the fill: an activation after the operation. */
  readonly band?: { readonly fill: Colour; readonly opacity: number };
}

/** A circle with a sign in it. */
export interface BallSample {
  readonly kind: 'ball';
  readonly fill?: Colour;
  /** 1 unless given. */
  readonly fillOpacity?: number;
  readonly outline?: Colour;
  /** Dashes of the outline. */
  readonly dash?: readonly number[];
  /** One character or two. */
  readonly symbol?: string;
}

/** A line with or without a head. */
export interface LineSample {
  readonly kind: 'line';
  readonly stroke: Colour;
  readonly width: number;
  /** 1 unless given. */
  readonly opacity?: number;
  readonly dash?: readonly number[];
  /** Where its head is. */
  readonly head: 'middle' | 'end' | 'none';
  /** `triangle` unless given. */
  readonly headShape?: 'triangle' | 'stealth';
}

/** What no box, ball or line shows. */
export interface PictureSample {
  readonly kind: 'picture';
  readonly width: number;
  readonly height: number;
  /** @returns The picture with its left top corner at a place. */
  draw(x: number, y: number): readonly SceneNode[];
}

/** What stands beside a label. */
export type Sample = BoxSample | BallSample | LineSample | PictureSample;

const box = { width: 16, height: 12, corner: 1.5, band: 5 } as const;
const ballRadius = 7;
const symbolSize = 11;
const lineLength = 28;
/** Thicker lines are drawn so thick. */
const thickest = 4;

/** Room that something takes. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * @param sample A sample.
 * @returns The room that it takes.
 */
export function sampleSize(sample: Sample): Size {
  switch (sample.kind) {
    case 'box':
      return { width: box.width, height: box.height };
    case 'ball':
      return { width: 2 * ballRadius, height: 2 * ballRadius };
    case 'line':
      return { width: lineLength, height: headSize(sample.width).width };
    case 'picture':
      return { width: sample.width, height: sample.height };
  }
}

/**
 * Draws a sample.
 *
 * @param sample The sample.
 * @param centre Its middle.
 * @param ink Colour of signs.
 * @returns Nodes in paint order.
 */
export function drawSample(sample: Sample, centre: XY, ink: Colour): readonly SceneNode[] {
  const { width, height } = sampleSize(sample);
  const left = centre.x - width / 2;
  const top = centre.y - height / 2;
  switch (sample.kind) {
    case 'box':
      return drawBox(sample, left, top);
    case 'ball':
      return drawBall(sample, centre, ink);
    case 'line':
      return drawLine(sample, left, centre.y);
    case 'picture':
      return sample.draw(left, top);
  }
}

function fillOf({ fill, fillOpacity }: BoxSample | BallSample): Paint {
  if (!fill) return {};
  return { fill, ...(fillOpacity !== undefined && { fillOpacity }) };
}

function outlineOf({ outline, dash }: BoxSample | BallSample): Paint {
  return outline ? { stroke: outline, strokeWidth: 1, ...(dash && { dash }) } : {};
}

/** The outline comes last, as the band reaches its middle. */
function drawBox(sample: BoxSample, x: number, y: number): SceneNode[] {
  const { band } = sample;
  const whole = (paint: Paint) => rectangle(x, y, box.width, box.height, paint, box.corner);
  if (!band) return [whole({ ...fillOf(sample), ...outlineOf(sample) })];
  const paint: Paint = { fill: band.fill, fillOpacity: band.opacity };
  return [
    ...(sample.fill ? [whole(fillOf(sample))] : []),
    rectangle(x + box.width - box.band, y, box.band, box.height, paint),
    ...(sample.outline ? [whole(outlineOf(sample))] : []),
  ];
}

function drawBall(sample: BallSample, { x, y }: XY, ink: Colour): SceneNode[] {
  const paint = { ...fillOf(sample), ...outlineOf(sample) };
  const circle: SceneNode = { kind: 'circle', x, y, radius: ballRadius, paint };
  if (!sample.symbol) return [circle];
  const runs = runsOf(sample.symbol);
  const measure = (size: number) => measureLine({ text: '', runs, size });
  const { width, ascent, descent } = measure(symbolSize);
  // Its box fits into the circle.
  const size = Math.min(1, (1.9 * ballRadius) / Math.hypot(width, ascent + descent)) * symbolSize;
  const line = measure(size);
  const baseline = y + (line.ascent - line.descent) / 2;
  return [circle, scriptedLine(runs, x, baseline, { size, anchor: 'middle', fill: ink })];
}

function headSize(width: number): { readonly length: number; readonly width: number } {
  const stroke = Math.min(width, thickest);
  return { length: 5 + 1.6 * stroke, width: 4 + 1.6 * stroke };
}

/** A head in the middle stands with its own middle there, so that as much line shows on both sides. */
function drawLine(sample: LineSample, x: number, y: number): SceneNode[] {
  const { stroke, opacity, dash, head, headShape = 'triangle' } = sample;
  const strokeWidth = Math.min(sample.width, thickest);
  const { length, width } = headSize(sample.width);
  const right = x + lineLength;
  const tip = head === 'middle' ? x + (lineLength + length) / 2 : right;
  // A line of full length would show beside the tip of a head at its end.
  const end = head === 'end' ? right - length * 0.6 : right;
  const shaft = line(
    { x, y },
    { x: end, y },
    {
      stroke,
      strokeWidth,
      ...(opacity !== undefined && { strokeOpacity: opacity }),
      ...(dash && { dash }),
    },
  );
  if (head === 'none') return [shaft];
  const back = tip - length;
  const notch = headShape === 'stealth' ? [{ x: back + length / 3, y }] : [];
  const corners = [
    { x: tip, y },
    { x: back, y: y + width / 2 },
    ...notch,
    { x: back, y: y - width / 2 },
  ];
  return [
    shaft,
    polygon(corners, { fill: stroke, ...(opacity !== undefined && { fillOpacity: opacity }) }),
  ];
}
