/** Texts as the outlines of their glyphs: what looks the same where no font is known. */
import type { PathCommand, PathNode, Scene, SceneNode, TextNode } from 'nnfig/writers';
import { mapCommands } from '../shapes.js';
import type { Placed, Typesetter } from './typesetter.js';

/**
 * Replaces the texts of a scene by outlines.
 *
 * @param scene The scene.
 * @param typesetter Sets its lines.
 * @returns A scene that looks the same and has no text.
 */
export function outlineTexts(scene: Scene, typesetter: Typesetter): Scene {
  return { children: scene.children.map((node) => outline(node, typesetter)) };
}

function outline(node: SceneNode, typesetter: Typesetter): SceneNode {
  if (node.kind === 'text') return lineOutline(node, typesetter);
  if (node.kind !== 'group') return node;
  return { ...node, children: node.children.map((child) => outline(child, typesetter)) };
}

function lineOutline(node: TextNode, typesetter: Typesetter): PathNode {
  const angle = ((node.rotate ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const commands = typesetter
    .line(node)
    .flatMap((placed) =>
      mapCommands(glyphsOutline(placed), (x, y) => [
        node.x + x * cos - y * sin,
        node.y + x * sin + y * cos,
      ]),
    );
  return { kind: 'path', commands, paint: { fill: node.fill } };
}

/**
 * The outline of a part of a line, in the coordinates of the line.
 *
 * @param placed The part.
 * @returns What is filled, by the nonzero rule.
 */
export function glyphsOutline({ x, y, size, content }: Placed): PathCommand[] {
  if ('commands' in content) {
    return mapCommands(content.commands, (u, v) => [x + u * size, y + v * size]);
  }
  const { run, face } = content;
  const scale = size / face.font.unitsPerEm;
  const commands: PathCommand[] = [];
  let pen = 0;
  run.glyphs.forEach((glyph, index) => {
    const position = run.positions[index];
    const left = pen + (position?.xOffset ?? 0);
    const up = position?.yOffset ?? 0;
    const place = (u: number, v: number): [number, number] => [
      x + (left + u) * scale,
      y - (up + v) * scale,
    ];
    commands.push(...mapCommands(cubic(glyph.path.commands), place));
    pen += position?.xAdvance ?? glyph.advanceWidth;
  });
  return commands;
}

interface FontCommand {
  readonly command: string;
  readonly args: readonly number[];
}

/** A quadratic Bézier is the cubic whose handles are two thirds of the way to its one. */
function cubic(commands: readonly FontCommand[]): PathCommand[] {
  let [fromX, fromY] = [0, 0];
  return commands.map(({ command, args }): PathCommand => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    const [startX, startY] = [fromX, fromY];
    [fromX = fromX, fromY = fromY] = args.slice(-2);
    switch (command) {
      case 'moveTo':
        return ['M', a, b];
      case 'lineTo':
        return ['L', a, b];
      case 'quadraticCurveTo':
        return [
          'C',
          startX + (2 / 3) * (a - startX),
          startY + (2 / 3) * (b - startY),
          c + (2 / 3) * (a - c),
          d + (2 / 3) * (b - d),
          c,
          d,
        ];
      case 'bezierCurveTo':
        return ['C', a, b, c, d, e, f];
      default:
        return ['Z'];
    }
  });
}
