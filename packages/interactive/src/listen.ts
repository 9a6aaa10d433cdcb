/** The listeners of the page: one of each kind, for the figures of now and those to come. */
import { boxAt, focus, graphOf, hover, release } from './attention.js';
import { enlarge } from './dialog.js';
import { destination } from './keys.js';
import { placeTooltip } from './tooltip.js';

let listening = false;

/** Begins to listen, if it has not begun. */
export function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener('pointerover', ({ pointerType, target }) => {
    // A finger is over what it touches on its way; what it means is a click.
    if (pointerType !== 'touch') hover(boxAt(target));
  });
  document.addEventListener('click', ({ target }) => hover(boxAt(target)));
  document.addEventListener('pointerdown', ({ target }) => {
    if (!boxAt(target)) release();
  });
  document.addEventListener('focusin', ({ target }) => focus(boxAt(target)));
  document.addEventListener('focusout', ({ relatedTarget }) => focus(boxAt(relatedTarget)));
  document.addEventListener('keydown', onKey);
  document.addEventListener('scroll', placeTooltip, true);
}

function onKey(event: KeyboardEvent): void {
  const { key, target } = event;
  const box = boxAt(target);
  const graph = box && graphOf(box);
  if (key === 'Escape') release();
  if (graph && box === target && !event.altKey && !event.ctrlKey && !event.metaKey) {
    const svg = key === 'Enter' || key === ' ' ? box.closest('svg') : undefined;
    const next = destination(graph, box, key);
    if (svg) enlarge(svg);
    if (next) {
      box.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    }
    if (svg || next) event.preventDefault();
  }
}
