/** Moves and scales a drawing that fills the window: wheel, pinch, drag, double click, keys. */
import { placeTooltip } from './tooltip.js';

/** How much of the window a drawing may fill, as multiples of its size at first. */
const [smallest, largest] = [0.5, 100];
/** How far an arrow moves a drawing, and what of it stays in the window, in px. */
const stride = 60;
/** How much larger `+` makes a drawing. */
const factor = 1.25;

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));

/**
 * Lets a drawing be moved and scaled.
 *
 * @param frame What it is seen through, as large as the window; it gets the listeners.
 * @param svg The drawing, which fills the frame at first.
 * @returns Does what a key stands for (`+`, `-`, `0`, arrows), and says whether it stands for something.
 */
export function zoomable(frame: HTMLElement, svg: SVGElement): (key: string) => boolean {
  let [x, y, scale] = [0, 0, 1];
  /** Scales about a point of the window, then moves; the drawing is never lost from sight. */
  const change = (
    by: number,
    aboutX = innerWidth / 2,
    aboutY = innerHeight / 2,
    dx = 0,
    dy = 0,
  ) => {
    const ratio = clamp(scale * by, smallest, largest) / scale;
    scale *= ratio;
    x = aboutX + dx - (aboutX - x) * ratio;
    y = aboutY + dy - (aboutY - y) * ratio;
    x = clamp(x, stride - innerWidth * scale, innerWidth - stride);
    y = clamp(y, stride - innerHeight * scale, innerHeight - stride);
    svg.style.transform = `translate(${x}px,${y}px) scale(${scale})`;
    placeTooltip();
  };

  frame.addEventListener('wheel', (event) => {
    event.preventDefault();
    // A pinch on a touchpad comes as a wheel with Ctrl, in small steps.
    const speed = event.ctrlKey ? 0.01 : 0.002;
    change(Math.exp(-event.deltaY * speed), event.clientX, event.clientY);
  });
  frame.addEventListener('dblclick', ({ clientX, clientY }) => change(2, clientX, clientY));

  const fingers = new Map<number, PointerEvent>();
  frame.addEventListener('pointerdown', (event) => fingers.set(event.pointerId, event));
  for (const type of ['pointerup', 'pointerleave'] as const) {
    frame.addEventListener(type, ({ pointerId }) => fingers.delete(pointerId));
  }
  frame.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    fingers.set(event.pointerId, event);
    // One finger moves the point it is on. Of two, each moves the point between them.
    const other = [...fingers.values()].find((finger) => finger !== event);
    const span = (finger: PointerEvent, still: PointerEvent) =>
      Math.hypot(finger.clientX - still.clientX, finger.clientY - still.clientY) + 1;
    const share = other ? 0.5 : 1;
    const still = other ?? before;
    change(
      other ? span(event, other) / span(before, other) : 1,
      (before.clientX + still.clientX) / 2,
      (before.clientY + still.clientY) / 2,
      (event.clientX - before.clientX) * share,
      (event.clientY - before.clientY) * share,
    );
  });

  const arrow = (dx: number, dy: number) => () => change(1, 0, 0, dx, dy);
  const actions: Readonly<Record<string, () => void>> = {
    '+': () => change(factor),
    '=': () => change(factor),
    '-': () => change(1 / factor),
    0: () => {
      [x, y, scale] = [0, 0, 1];
      change(1, 0, 0);
    },
    ArrowLeft: arrow(stride, 0),
    ArrowRight: arrow(-stride, 0),
    ArrowUp: arrow(0, stride),
    ArrowDown: arrow(0, -stride),
  };
  return (key) => {
    actions[key]?.();
    return key in actions;
  };
}
