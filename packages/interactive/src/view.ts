/** Where a drawing is in its frame, in plain numbers. */

/** A drawing is scaled from its top left corner, then moved by (x, y), in px. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** The whole drawing, as large as the frame allows. */
export const whole: View = { x: 0, y: 0, scale: 1 };

const smallest = 0.5;
const largest = 100;
/** What of a drawing stays in view, in px. */
const rest = 60;

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));

/**
 * Scales a view so that one point of the drawing stays where it is.
 *
 * @param view The view.
 * @param factor How much larger.
 * @param x Where the point is in the frame, in px.
 * @param y Where the point is in the frame, in px.
 * @returns The new view.
 */
export function zoomed(view: View, factor: number, x: number, y: number): View {
  const scale = clamp(view.scale * factor, smallest, largest);
  const ratio = scale / view.scale;
  return { x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio, scale };
}

/**
 * Moves a view, though never out of the frame.
 *
 * @param view The view.
 * @param dx How far to the right, in px.
 * @param dy How far down, in px.
 * @param width Width of the frame, in px.
 * @param height Height of the frame, in px.
 * @returns The new view.
 */
export function moved(
  { x, y, scale }: View,
  dx: number,
  dy: number,
  width: number,
  height: number,
): View {
  return {
    x: clamp(x + dx, rest - width * scale, width - rest),
    y: clamp(y + dy, rest - height * scale, height - rest),
    scale,
  };
}
