/** Moves and scales a drawing that fills the window: wheel, pinch, drag, double click, keys. */
import { placeTooltip } from './tooltip.js';
import { moved, type View, whole, zoomed } from './view.js';

/** How much larger `+` makes a drawing. */
const factor = 1.25;
/** How far an arrow moves it, in px. */
const stride = 60;

/**
 * Lets a drawing be moved and scaled.
 *
 * @param frame What it is seen through, as large as the window; it gets the listeners.
 * @param svg The drawing, which fills the frame at first.
 * @returns Does what a key stands for (`+`, `-`, `0`, arrows), and says whether it stands for something.
 */
export function zoomable(frame: HTMLElement, svg: SVGElement): (key: string) => boolean {
  let view = whole;
  const show = (next: View) => {
    view = next;
    svg.style.transform = `translate(${view.x}px,${view.y}px) scale(${view.scale})`;
    placeTooltip();
  };
  const pan = (dx: number, dy: number) => show(moved(view, dx, dy, innerWidth, innerHeight));
  const zoom = (by: number, x = innerWidth / 2, y = innerHeight / 2) => {
    view = zoomed(view, by, x, y);
    pan(0, 0);
  };

  frame.addEventListener('wheel', (event) => {
    event.preventDefault();
    // A pinch on a touchpad comes as a wheel with Ctrl, in small steps.
    const speed = event.ctrlKey ? 0.01 : 0.002;
    zoom(Math.exp(-event.deltaY * speed), event.clientX, event.clientY);
  });
  frame.addEventListener('dblclick', ({ clientX, clientY }) => zoom(2, clientX, clientY));

  const fingers = new Map<number, PointerEvent>();
  frame.addEventListener('pointerdown', (event) => fingers.set(event.pointerId, event));
  for (const type of ['pointerup', 'pointerleave'] as const) {
    frame.addEventListener(type, ({ pointerId }) => fingers.delete(pointerId));
  }
  frame.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    fingers.set(event.pointerId, event);
    const { clientX: x, clientY: y } = event;
    const other = [...fingers.values()].find((finger) => finger !== event);
    // Of two fingers each moves the point between them by half of its way.
    const share = other ? 0.5 : 1;
    pan((x - before.clientX) * share, (y - before.clientY) * share);
    if (!other) return;
    const span = ({ clientX, clientY }: PointerEvent) =>
      Math.hypot(clientX - other.clientX, clientY - other.clientY) + 1;
    zoom(span(event) / span(before), (x + other.clientX) / 2, (y + other.clientY) / 2);
  });

  const larger = () => zoom(factor);
  const actions: Readonly<Record<string, () => void>> = {
    '+': larger,
    '=': larger,
    '-': () => zoom(1 / factor),
    0: () => show(whole),
    ArrowLeft: () => pan(stride, 0),
    ArrowRight: () => pan(-stride, 0),
    ArrowUp: () => pan(0, stride),
    ArrowDown: () => pan(0, -stride),
  };
  return (key) => {
    actions[key]?.();
    return key in actions;
  };
}
