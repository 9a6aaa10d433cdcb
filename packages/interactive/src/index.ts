/** Brings the figures of a page to life. */
import { enliven } from './figure.js';
import { listen } from './listen.js';
import { enlivenTable } from './table.js';

/**
 * Brings the figures in a part of a page to life: layers light up with what they
 * are connected to, the keyboard walks along them, figures can be enlarged, and
 * tables sorted. What is alive already is left as it is.
 *
 * @param root Where to look; the whole page unless given.
 */
export function enhance(root: ParentNode = document): void {
  listen();
  take<SVGElement>(root, '.nnfig svg[role=img]', (svg) => {
    const figure = svg.closest('.nnfig');
    if (figure) enliven(figure, svg);
  });
  take<HTMLTableElement>(root, 'table[data-nnfig-table]', enlivenTable);
}

let watching = false;

/** Brings the figures of the page to life, and those that are added to it later. */
export function watch(): void {
  enhance();
  if (watching) return;
  watching = true;
  new MutationObserver(() => enhance()).observe(document, { childList: true, subtree: true });
}

/** Does something with elements that it was not done with before, by this script or another copy of it. */
function take<E extends Element>(
  root: ParentNode,
  selector: string,
  action: (element: E) => void,
): void {
  for (const element of root.querySelectorAll<E>(`${selector}:not([data-nnfig-live])`)) {
    element.setAttribute('data-nnfig-live', '');
    action(element);
  }
}
