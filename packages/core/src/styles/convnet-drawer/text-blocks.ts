/** Lines of text as blocks that can be moved and measured. */
import { textCorners } from '../../scene/bounds.js';
import type { Colour, TextNode } from '../../scene/scene.js';
import type { XY } from '../../scene/shapes.js';
import { overshootOf, stackLines, textLine } from '../../scene/text.js';

/** Lines about an origin. */
export interface TextBlock {
  readonly nodes: readonly TextNode[];
  /** What each line takes. */
  readonly boxes: readonly (readonly XY[])[];
}

/** How lines are set. */
export interface TextLook {
  readonly size: number;
  readonly fill: Colour;
  /** From line to line, in font sizes. */
  readonly pitch: number;
}

/**
 * Sets lines one under the other, their middles at the origin.
 *
 * @param lines The lines.
 * @param origin Whether the origin is on the baseline of the first line or of the last; tall
 *   formulas push lines away from there.
 * @param look Size and colour.
 * @returns The block.
 */
export function textBlock(
  lines: readonly string[],
  origin: 'first' | 'last',
  { size, fill, pitch }: TextLook,
): TextBlock {
  const { shifts } = stackLines(lines, size, pitch * size);
  const end = (shifts.at(-1) ?? 0) + overshootOf(lines.at(-1) ?? '', size).below;
  const nodes = lines.map((line, index) =>
    textLine(line, 0, (shifts[index] ?? 0) - (origin === 'last' ? end : 0), {
      size,
      fill,
      anchor: 'middle',
    }),
  );
  return { nodes, boxes: nodes.map(textCorners) };
}

/**
 * Moves a block.
 *
 * @param block The block.
 * @param by How far.
 * @returns The same block there.
 */
export function movedBlock({ nodes, boxes }: TextBlock, by: XY): TextBlock {
  return {
    nodes: nodes.map((node) => ({ ...node, x: node.x + by.x, y: node.y + by.y })),
    boxes: boxes.map((box) => box.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }))),
  };
}
