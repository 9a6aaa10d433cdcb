/** The texts of a block: channels under its parts, sizes at its edges, its caption. */
import { textCorners } from '../../scene/bounds.js';
import { overlaps } from '../../scene/overlap.js';
import type { TextNode } from '../../scene/scene.js';
import { measureText, stackLines, textLine, wrapText } from '../../scene/text.js';
import type { Shape } from '../blocks/clearance.js';
import { project, seen } from '../blocks/oblique.js';
import { cuboidOf, type SizedBlock } from '../blocks/placement.js';
import type { Palette } from '../style.js';

/** What is written at a block. */
export interface BlockTexts {
  /** Under each part, by its id. */
  readonly channels: ReadonlyMap<string, string>;
  /** Along the receding edge at the bottom. */
  readonly size: string;
  /** At the left of the front. */
  readonly height: string;
  readonly caption: string;
}

/** How texts are set. */
export interface TextLook {
  readonly fontSize: number;
  readonly palette: Palette;
}

/** Room between a text and the edge that it belongs to, in font sizes. */
const edgeGap = 0.3;
/** From one line to the next, in font sizes. */
const lineHeight = 1.2;
/** Height of digits and capitals, in font sizes. */
const capital = 0.72;
/** Captions break at this multiple of the width of their block, or at the least width in font sizes. */
const captionWidth = { share: 2.6, least: 9 } as const;
/** Texts keep this far below the line through the middle, where arrows are, in font sizes. */
const arrowRoom = 0.75;
/** Room between the texts of neighbouring parts, in px. */
const betweenTexts = 5;

/**
 * The least thickness of a part whose channels are written under it.
 *
 * @param text The text.
 * @param fontSize Its size.
 * @returns Width in px.
 */
export function leastWidth(text: string, fontSize: number): number {
  return text === '' ? 0 : measureText(text, fontSize) + betweenTexts;
}

/**
 * Sets the texts of a block.
 *
 * @param sized The block, its west in the origin.
 * @param texts What is written.
 * @param look Size and colours.
 * @returns Nodes where the west of the block is the origin.
 */
export function labelNodes(sized: SizedBlock, texts: BlockTexts, look: TextLook): TextNode[] {
  const { fontSize, palette } = look;
  const origin = { x: 0, y: 0, z: 0 };
  const style = { size: fontSize, fill: palette.ink } as const;
  if (sized.radius > 0) {
    // Connections come up to a ball, so that its caption begins beside the middle.
    const top = sized.radius + 0.2 * fontSize;
    return captionNodes(
      texts.caption,
      { x: sized.radius + 0.5 * fontSize, top },
      sized.width,
      look,
      'start',
    );
  }
  const nodes: TextNode[] = [];
  let bottom = 0;
  let below = 0;
  for (const box of sized.boxes) {
    const cuboid = cuboidOf(box, origin);
    bottom = Math.max(bottom, seen(cuboid, [0, 1, 1]).y);
    for (const { part, x, width } of box.parts) {
      const text = texts.channels.get(part.id) ?? '';
      if (text === '') continue;
      const { x: centre, y } = project({
        x: box.x + x + width / 2,
        y: box.height / 2,
        z: box.depth / 2,
      });
      nodes.push(
        textLine(text, centre, y + (edgeGap + capital) * fontSize, { ...style, anchor: 'middle' }),
      );
      below = Math.max(below, y + (edgeGap + capital + 0.1) * fontSize);
    }
  }
  const main = mainBox(sized);
  let sizeText: TextNode | undefined;
  if (main && texts.size !== '') {
    const size = 0.9 * fontSize;
    const cuboid = cuboidOf(main, origin);
    const near = seen(cuboid, [1, 1, 1]);
    const far = seen(cuboid, [1, 1, 0]);
    const edge = Math.hypot(far.x - near.x, far.y - near.y);
    const half = measureText(texts.size, size) / 2;
    const bar = main.parts.at(-1)?.part.extent.kind === 'bar';
    // A text that is longer than the edge starts at its near end, clear of what is written there.
    const along = bar ? half + size * 0.6 : Math.max(edge / 2, half + size * 0.4);
    const out = (edgeGap + capital) * size;
    const style45 = { ...style, size, anchor: 'middle', rotate: -45 } as const;
    const at = (away: number) =>
      textLine(
        texts.size,
        near.x + (along + out) * Math.SQRT1_2 + away,
        near.y - (along - out) * Math.SQRT1_2 + away,
        style45,
      );
    // A text that is longer than its edge would reach up to the arrow.
    const top = Math.min(...textCorners(at(0)).map(({ y }) => y));
    sizeText = at(Math.max(0, arrowRoom * fontSize - top));
    nodes.push(sizeText);
  }
  const first = sized.boxes[0];
  if (first && texts.height !== '') {
    const { x, y } = seen(cuboidOf(first, origin), [0, 0.5, 1]);
    // Beside a small front the arrow comes in.
    const middle = Math.max(y, (arrowRoom + capital / 2) * fontSize);
    nodes.push(
      textLine(texts.height, x - edgeGap * 1.4 * fontSize, middle + (capital / 2) * fontSize, {
        ...style,
        anchor: 'end',
      }),
    );
  }
  if (first && texts.caption !== '') {
    const last = sized.boxes.at(-1) ?? first;
    const left = seen(cuboidOf(first, origin), [0, 1, 1]).x;
    const right = seen(cuboidOf(last, origin), [1, 1, 1]).x;
    const width = Math.max(right - left, first.width);
    const covered = sized.outlines.flat().map(({ y }) => y);
    const top = Math.max(bottom, below, ...covered) + 0.55 * fontSize;
    const front = main ? seen(cuboidOf(main, origin), [0.5, 1, 1]).x : (left + right) / 2;
    // Branches come to a stack from the lower left, so that its caption keeps to the right.
    const centre = sized.block.kind === 'stack' ? sized.width / 2 : front;
    const place = { x: centre, top };
    const caption = captionNodes(texts.caption, place, width, look, 'middle');
    const meets = sizeText && overlapping(sizeText, caption);
    const lower = sizeText && Math.max(...textCorners(sizeText).map(({ y }) => y)) + 0.2 * fontSize;
    nodes.push(
      ...(meets && lower !== undefined
        ? captionNodes(
            texts.caption,
            { x: centre, top: Math.max(top, lower) },
            width,
            look,
            'middle',
          )
        : caption),
    );
  }
  return nodes;
}

/** The box whose size is written: the first that is no pooling, else the first. */
function mainBox({ boxes }: SizedBlock) {
  return boxes.find(({ parts }) => parts[0]?.part.kind !== 'pooling') ?? boxes[0];
}

function overlapping(text: TextNode, others: readonly TextNode[]): boolean {
  return others.some((other) => overlaps(textCorners(text), textCorners(other), -1));
}

/** A caption under a block: bold and wrapped. */
function captionNodes(
  caption: string,
  { x, top }: { readonly x: number; readonly top: number },
  width: number,
  { fontSize, palette }: TextLook,
  anchor: 'start' | 'middle',
): TextNode[] {
  if (caption === '') return [];
  const room = Math.max(captionWidth.share * width, captionWidth.least * fontSize);
  const lines = wrapText(caption, room, fontSize, 'bold');
  const { shifts } = stackLines(lines, fontSize, lineHeight * fontSize);
  return lines.map((line, index) =>
    textLine(line, x, top + capital * fontSize + (shifts[index] ?? 0), {
      size: fontSize,
      weight: 'bold',
      anchor,
      fill: palette.ink,
    }),
  );
}

/**
 * What texts cover.
 *
 * @param nodes The texts.
 * @returns A convex shape for each.
 */
export function labelShapes(nodes: readonly TextNode[]): Shape[] {
  return nodes.map((node) => textCorners(node));
}
