/** Like layers side by side: one unit of the layout, labelled once. */
import { textCorners } from '../../scene/bounds.js';
import type { TextNode } from '../../scene/scene.js';
import { stackLines, textLine, wrapText } from '../../scene/text.js';
import type { Shape } from '../blocks/clearance.js';
import { moved } from '../blocks/clearance.js';
import type { Part } from '../blocks/model.js';
import { silhouette, slant } from '../blocks/oblique.js';
import { cuboidOf, type SizedBlock, type SizedBox } from '../blocks/placement.js';
import type { Size } from '../blocks/sizes.js';
import type { Palette } from '../style.js';
import type { BlockText } from './texts.js';

/** Blocks of one size with one text. */
export interface Unit {
  readonly blocks: readonly { readonly block: number; readonly x: number }[];
  readonly width: number;
  /** What its cuboids and its texts cover, its west in the origin. */
  readonly outlines: readonly Shape[];
  readonly labels: readonly Shape[];
  /** Its texts; those of all blocks hang on the first. */
  readonly texts: readonly TextNode[];
}

/** Room between an edge and the text under it, in font sizes. */
const edgeGap = 0.35;
/** Height of capitals, in font sizes. */
const capital = 0.72;
/** From one line to the next, in font sizes. */
const lineHeight = 1.2;
/** Texts break at the width of their unit, or at this many font sizes. */
const leastRoom = 7;

/**
 * Gives a block its lengths, its parts side by side.
 *
 * @param block The block.
 * @param sizeOf The size of each part.
 * @param pairGap Between its parts.
 * @returns The block, its west in the origin.
 */
export function sizedCuboids(
  block: SizedBlock['block'],
  sizeOf: (part: Part) => Size,
  pairGap: number,
): SizedBlock {
  let x = 0;
  const boxes = block.boxes.map(({ parts }): SizedBox => {
    const part = parts[0] as Part;
    const size = sizeOf(part);
    const box = { ...size, x, parts: [{ part, x: 0, width: size.width }] };
    x += size.width + pairGap;
    return box;
  });
  const origin = { x: 0, y: 0, z: 0 };
  return {
    block,
    boxes,
    width: x - pairGap,
    radius: 0,
    outlines: boxes.map((box) => silhouette(cuboidOf(box, origin))),
    labels: [],
  };
}

/** The face of a block: what it shows of itself beside others. */
export interface Face {
  readonly height: number;
  readonly depth: number;
}

/**
 * @param sized A block.
 * @returns Its greatest height and depth.
 */
export function faceOf({ boxes }: SizedBlock): Face {
  return {
    height: Math.max(...boxes.map(({ height }) => height)),
    depth: Math.max(...boxes.map(({ depth }) => depth)),
  };
}

/**
 * @param a One face.
 * @param b Another.
 * @returns Whether they are equally large.
 */
export function sameFace(a: Face, b: Face): boolean {
  return Math.abs(a.height - b.height) < 0.5 && Math.abs(a.depth - b.depth) < 0.5;
}

/**
 * Puts blocks together in a unit, with their text under the middle of their fronts.
 *
 * @param blocks The blocks from left to right.
 * @param sized All blocks with their lengths.
 * @param text The text that they share.
 * @param gap Between them.
 * @param look Size and colour of the text.
 * @returns The unit, its west in the origin.
 */
export function unitOf(
  blocks: readonly number[],
  sized: readonly SizedBlock[],
  { label, caption }: BlockText,
  gap: number,
  { fontSize, palette }: { readonly fontSize: number; readonly palette: Palette },
): Unit {
  let x = 0;
  const placed = blocks.map((block) => {
    const at = { block, x };
    x += (sized[block] as SizedBlock).width + gap;
    return at;
  });
  const width = x - gap;
  const faces = blocks.map((block) => faceOf(sized[block] as SizedBlock));
  const height = Math.max(...faces.map((face) => face.height));
  const depth = Math.max(...faces.map((face) => face.depth));
  const near = (slant * depth) / 2;
  const bottom = height / 2 + near;
  const room = Math.max(width + 2 * fontSize, leastRoom * fontSize);
  const lines = [label, caption].flatMap((text) =>
    text === '' ? [] : wrapText(text, room, fontSize),
  );
  const { shifts } = stackLines(lines, fontSize, lineHeight * fontSize);
  const texts = lines.map((line, index) =>
    textLine(
      line,
      width / 2 - near,
      bottom + (edgeGap + capital) * fontSize + (shifts[index] ?? 0),
      { size: fontSize, anchor: 'middle', fill: palette.ink },
    ),
  );
  return {
    blocks: placed,
    width,
    outlines: placed.flatMap(({ block, x: left }) =>
      (sized[block] as SizedBlock).outlines.map((shape) => moved(shape, left, 0)),
    ),
    labels: texts.map((text) => textCorners(text)),
    texts,
  };
}
