/** The panel beside a box: what the drawing says of its layers, in rows. */
import { make } from './make.js';

const name = 'nnfig-tooltip';
/** Between the panel and what is around it, in px. */
const gap = 8;
/** How small the panel may become for want of room. */
const smallest = 0.4;

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
  const narrow = right + offsetWidth + 2 * gap > innerWidth;
  const above = top > innerHeight - bottom;
  const room = narrow ? (above ? top : innerHeight - bottom) : innerHeight;
  // A box of many layers has much to say, and the panel does not scroll.
  const fit = Math.max(smallest, Math.min(1, (room - 2 * gap) / offsetHeight));
  const inside = (start: number, size: number, length: number) =>
    `${Math.max(gap, Math.min(start, length - size * fit - gap))}px`;
  const beside = above ? top - offsetHeight * fit - gap : bottom + gap;
  style.scale = `${fit}`;
  style.left = inside(narrow ? left : right + gap, offsetWidth, innerWidth);
  style.top = inside(narrow ? beside : top, offsetHeight, innerHeight);
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
