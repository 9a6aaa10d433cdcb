/** Where the keys of the keyboard lead from a box. */
import type { Graph } from './graph.js';

/**
 * Finds the box that a key leads to. Along the network, arrows follow connections,
 * to the nearest of several ends. Across, they go to the box that stands beside;
 * where there is none, they go along as well. Where nothing is connected, the
 * order of the drawing is the way.
 *
 * @param graph The boxes.
 * @param box The box to go from.
 * @param key Name of the key, as events have it.
 * @returns The box, if the key leads to one.
 */
export function destination(
  { boxes }: Graph,
  box: SVGElement,
  key: string,
): SVGElement | undefined {
  const order = [...boxes.keys()];
  if (key === 'Home') return order[0];
  if (key === 'End') return order.at(-1);
  const [, arrow] = key.split('Arrow');
  if (!arrow) return undefined;
  const step = arrow === 'Down' || arrow === 'Right' ? 1 : -1;

  /** From middle to middle, to the right and down, and where two boxes would touch. */
  const between = (from: SVGElement, to: SVGElement) => {
    const [a, b] = [from.getBoundingClientRect(), to.getBoundingClientRect()];
    const [width, height] = [(a.width + b.width) / 2, (a.height + b.height) / 2];
    return { to, x: b.right - a.left - width, y: b.bottom - a.top - height, width, height };
  };
  let lean = 0;
  for (const [from, { next }] of boxes) {
    for (const to of next) {
      const { x, y } = between(from, to);
      lean += Math.abs(x) - Math.abs(y);
    }
  }
  const sideways = lean >= 0;

  const others = order
    .map((other) => between(box, other))
    .sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
  const beside = others.find(({ x, y, width, height }) =>
    sideways ? y * step > 0 && Math.abs(x) < width : x * step > 0 && Math.abs(y) < height,
  );
  const ends = boxes.get(box)?.[step > 0 ? 'next' : 'previous'] ?? [];
  const along = others.find(({ to }) => ends.includes(to));
  const across = sideways === (arrow === 'Down' || arrow === 'Up');
  return ((across && beside) || along)?.to ?? order[order.indexOf(box) + step];
}
