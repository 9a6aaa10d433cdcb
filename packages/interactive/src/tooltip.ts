/** The panel beside a box: what the drawing says of its layers, in rows. */
import { make } from './make.js';

const name = 'nnfig-tooltip';
/** Between the panel and what is around it, in px. */
const gap = 8;

let panel: HTMLElement | undefined;
let owner: Element | undefined;

/**
 * Lists what a drawing says of the layers of a box.
 *
 * @param box The box.
 * @returns A text a layer: its name on the first line, then `key: value`.
 */
export function titlesOf(box: SVGElement): string[] {
  const layers = [box, ...box.querySelectorAll<SVGElement>('[data-title]')];
  return layers.flatMap(({ dataset }) => dataset.title ?? []);
}

/**
 * Shows the panel of a box, and describes the box by it.
 *
 * @param box The box.
 */
export function showTooltip(box: SVGElement): void {
  panel ??= make('div', { id: name, className: name, role: 'tooltip', popover: 'manual' });
  panel.replaceChildren(...titlesOf(box).flatMap(contentOf));
  // In its figure it has the colours of the figure, and in a dialog it is not inert.
  box.closest('svg')?.after(panel);
  panel.showPopover();
  owner = box;
  box.setAttribute('aria-describedby', name);
  placeTooltip();
}

/** Hides the panel. */
export function hideTooltip(): void {
  owner?.removeAttribute('aria-describedby');
  owner = undefined;
  panel?.remove();
}

/** Puts the panel beside its box, within the window. */
export function placeTooltip(): void {
  if (!panel || !owner) return;
  const { left, right, top, bottom } = owner.getBoundingClientRect();
  const { offsetWidth, offsetHeight, style } = panel;
  // A box of many layers has much to say, and the panel does not scroll.
  const fit = Math.min(1, (innerHeight - 2 * gap) / offsetHeight);
  const [width, height] = [offsetWidth * fit, offsetHeight * fit];
  let [x, y] = [right + gap, top];
  if (x + width > innerWidth) {
    x = left;
    y = bottom + height + gap > innerHeight ? top - height - gap : bottom + gap;
  }
  const inside = (start: number, room: number) => `${Math.max(gap, Math.min(start, room - gap))}px`;
  style.scale = `${fit}`;
  style.left = inside(x, innerWidth - width);
  style.top = inside(y, innerHeight - height);
}

function contentOf(title: string): HTMLElement[] {
  const [heading = '', ...lines] = title.split('\n');
  const list = make('dl');
  for (const line of lines) {
    const [key = '', value = ''] = line.split(/: (.*)/);
    list.append(make('dt', {}, key), make('dd', {}, value));
  }
  return [make('b', {}, heading), list];
}
