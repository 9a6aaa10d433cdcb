/** What a figure gets when it comes to life: roles, one tab stop, a button that enlarges it. */
import { adopt } from './attention.js';
import { enlarge } from './dialog.js';
import { button, make } from './make.js';
import { titlesOf } from './tooltip.js';

/**
 * Brings a figure to life.
 *
 * @param figure The figure.
 * @param svg Its drawing.
 */
export function enliven(figure: Element, svg: SVGElement): void {
  // Browsers show titles late and plain; the panel takes their place.
  for (const title of svg.querySelectorAll('g > title')) {
    title.parentElement?.setAttribute('data-title', title.textContent);
    title.remove();
  }
  const enlarging = button('Enlarge', () => enlarge(svg));
  for (const [index, box] of adopt(svg).entries()) {
    box.role = 'button';
    box.ariaHasPopup = 'dialog';
    // What stands in it is its name; else, what is said of its layers.
    if (!box.querySelector('text')) box.ariaLabel = titlesOf(box).join(', ');
    box.setAttribute('tabindex', index ? '-1' : '0');
    // An image hides what is in it from assistive technology.
    svg.role = 'graphics-document document';
    // The boxes are the tab stop now, and Enter on one of them enlarges the figure.
    figure.removeAttribute('tabindex');
    enlarging.tabIndex = -1;
  }
  // A drawing that was replaced has left its button.
  figure.querySelector('.nnfig-tools')?.remove();
  figure.prepend(make('div', { className: 'nnfig-tools' }, enlarging));
}
