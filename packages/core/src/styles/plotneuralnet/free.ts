/** Arrows from and to nowhere: what goes in, what comes out, and the way back. */
import type { TextNode } from '../../scene/scene.js';
import { measureLine, runsOf } from '../../scene/scripts.js';
import { textLine } from '../../scene/text.js';
import { type Reach, reachOf } from '../blocks/gaps.js';
import type { BlockGraph } from '../blocks/model.js';
import { type Point, project } from '../blocks/oblique.js';
import type { Placement, SizedBlock } from '../blocks/placement.js';
import type { Palette } from '../style.js';
import type { Options } from './options.js';
import type { Slot, Texts } from './texts.js';

/** An arrow to draw, with its text. */
export interface FreeArrow {
  readonly from: Point;
  readonly to: Point;
  /** Block that it is painted before; past the last for after all. */
  readonly before: number;
  readonly block: number;
  readonly text: string;
  /** Middle of the stretch that is not in front of a box. */
  readonly middle: number;
  /** Where the text stands. */
  readonly side: 'above' | 'below';
}

/** Length of an arrow without a text, in units. */
const shortest = 7;

/** From the arrow forward to the one back, in units. */
const apart = 2.5;

/** Room at both ends of a text, in font sizes. */
const textRoom = 0.6;

/**
 * Finds the free arrows of a figure.
 *
 * @param graph The blocks.
 * @param sized Their lengths.
 * @param placement Where they stand.
 * @param texts What is written at the arrows.
 * @param options The style's options.
 * @returns The arrows.
 */
export function freeArrows(
  graph: BlockGraph,
  sized: readonly SizedBlock[],
  { wests }: Placement,
  texts: Texts,
  options: Options,
): readonly FreeArrow[] {
  const { unit, gradients, arrowFontSize } = options;
  const found: FreeArrow[] = [];
  const widthOf = (text: string) =>
    text === ''
      ? 0
      : measureLine({ text, runs: runsOf(text), size: arrowFontSize }).width +
        2 * textRoom * arrowFontSize;
  const pair = (block: number, way: 'in' | 'out') => {
    const west = wests[block];
    const size = sized[block];
    if (!west || !size) return;
    const [forward, back]: readonly [Slot, Slot] =
      way === 'in' ? ['input', 'inputGradient'] : ['output', 'outputGradient'];
    const said = [texts.arrow(forward), gradients ? texts.arrow(back) : ''] as const;
    const reach = said.some((text) => text !== '') ? textReach(size) : reachOf(size);
    const length = Math.max(shortest * unit, ...said.map(widthOf));
    const face = way === 'in' ? west.x : west.x + size.width;
    const shift = gradients ? (apart / 2) * unit : 0;
    const at = (x: number, y: number): Point => ({ x, y: west.y + y, z: west.z });
    const before = way === 'in' ? block : sized.length;
    const edge = way === 'in' ? face - Math.max(0, reach.left) : face + Math.max(0, reach.right);
    const end = way === 'in' ? edge - length : edge + length;
    const middle = (edge + end) / 2;
    const [start, stop] = way === 'in' ? [end, face] : [face, end];
    found.push({
      from: at(start, -shift),
      to: at(stop, -shift),
      before,
      block,
      text: said[0],
      middle,
      side: 'above',
    });
    if (gradients) {
      found.push({
        from: at(stop, shift),
        to: at(start, shift),
        before,
        block,
        text: said[1],
        middle,
        side: 'below',
      });
    }
  };
  if (options.inputArrow) for (const block of graph.entries) pair(block, 'in');
  const leaving = new Set(graph.links.map(({ from }) => from.block));
  if (options.outputArrow) {
    const ends = new Set(graph.exits.map(({ block }) => block));
    for (const block of ends) if (!leaving.has(block)) pair(block, 'out');
  }
  return found;
}

/** How far a block reaches with its texts, for arrows that have texts themselves. */
function textReach(size: SizedBlock): Reach {
  const { left, right } = reachOf(size);
  const xs = size.labels.flatMap((shape) => shape.map(({ x }) => x));
  return {
    left: Math.max(left, ...xs.map((x) => -x)),
    right: Math.max(right, ...xs.map((x) => x - size.width)),
  };
}

/**
 * Writes the text of a free arrow.
 *
 * @param arrow The arrow.
 * @param options The style's options.
 * @param palette Its colours.
 * @returns The text; nothing when it has none.
 */
export function arrowText(
  { from, middle, text, side }: FreeArrow,
  { arrowFontSize: size, lineWidth }: Options,
  palette: Palette,
): TextNode[] {
  if (text === '') return [];
  const { ascent, descent } = measureLine({ text, runs: runsOf(text), size });
  const room = lineWidth * 2.6 + size * 0.15;
  const y = project(from).y + (side === 'above' ? -room - descent : room + ascent);
  return [textLine(text, middle, y, { size, anchor: 'middle', fill: palette.ink })];
}
