/** Shapes as connections tell them. */
import type { Shape } from '../../ops/operation.js';

/**
 * Writes a shape with its channels apart from its places, as Netscope's analyzer does.
 *
 * @param shape Shape, batch axis first.
 * @param featureMap Whether it is channels first.
 * @returns Such as `96 × 55×55`; `4096` for a vector, `64×512` for a sequence of vectors, and
 *   `10 · 96 × 55×55` for a batch of ten; nothing for a single number.
 */
export function shapeText(shape: Shape, featureMap: boolean): string {
  const [batch = 1, channels, ...places] = shape;
  if (channels === undefined) return batch > 1 ? String(batch) : '';
  const one =
    places.length === 0
      ? String(channels)
      : featureMap || places.length > 1
        ? `${channels} × ${places.join('×')}`
        : [channels, ...places].join('×');
  return batch > 1 ? `${batch} · ${one}` : one;
}
