/** An image as a picture: ECMA-376-1, 19.3.1.37. */
import type { ImageNode } from 'nnfig/writers';
import { type Placement, preset, transform } from './geometry.js';
import { element } from './xml.js';

/** Angles are counted in 1/60,000 of a degree, percentages in 1/1000. */
const degree = 60_000;
const whole = 100_000;

/**
 * Writes an image that is not slanted.
 *
 * @param node The image.
 * @param image Id of its file.
 * @param about Its name and number, as markup.
 * @param placement Where the scene is.
 * @returns The picture; nothing when it has no extent.
 */
export function picture(
  node: ImageNode,
  image: string,
  about: string,
  { scale, left, top }: Placement,
): string | undefined {
  const [a, b, c, d, e, f] = node.matrix ?? [1, 0, 0, 1, 0, 0];
  const width = node.width * Math.hypot(a, b);
  const height = node.height * Math.hypot(c, d);
  if (!(width > 0 && height > 0)) return undefined;
  const [x, y] = [node.x + node.width / 2, node.y + node.height / 2];
  // It is turned about its middle.
  const middle = { x: a * x + c * y + e, y: b * x + d * y + f };
  const frame = {
    x: Math.round(left + (middle.x - width / 2) * scale),
    y: Math.round(top + (middle.y - height / 2) * scale),
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const turn = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const mirrored = a * d - b * c < 0;
  const opacity = node.opacity ?? 1;
  const blend = opacity < 1 ? [element('a:alphaModFix', { amt: Math.round(opacity * whole) })] : [];
  return element('p:pic', {}, [
    element('p:nvPicPr', {}, [about, element('p:cNvPicPr'), element('p:nvPr')]),
    element('p:blipFill', {}, [
      element('a:blip', { 'r:embed': image }, blend),
      element('a:stretch', {}, [element('a:fillRect')]),
    ]),
    element('p:spPr', {}, [
      transform(frame, {
        rot: Math.round(turn * degree) || undefined,
        flipV: mirrored ? 1 : undefined,
      }),
      preset('rect'),
    ]),
  ]);
}
