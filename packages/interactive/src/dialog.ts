/** The dialog that shows a drawing as large as the window. */
import { adopt, release } from './attention.js';
import { button, make } from './make.js';
import { zoomable } from './zoom.js';

/**
 * Opens the dialog of a drawing. It has a copy, so that the page stays as it is.
 *
 * @param svg The drawing.
 */
export function enlarge(svg: SVGElement): void {
  release();
  const copy = svg.cloneNode(true) as SVGElement;
  copy.role = 'img';
  copy.removeAttribute('style');
  for (const box of adopt(copy)) box.removeAttribute('tabindex');
  const frame = make('div', {}, copy);
  const press = zoomable(frame, copy);
  const tools = make(
    'div',
    { className: 'nnfig-tools' },
    button('Zoom out', () => press('-')),
    button('Zoom in', () => press('+')),
    button('Fit', () => press('0')),
    button('Close', () => dialog.close()),
  );
  const dialog = make(
    'dialog',
    { className: 'nnfig-dialog', ariaLabel: svg.ariaLabel },
    frame,
    tools,
  );
  dialog.onkeydown = (event) => {
    // With Ctrl or Cmd they are the browser's own.
    if (!event.ctrlKey && !event.metaKey && press(event.key)) event.preventDefault();
  };
  dialog.onclose = () => dialog.remove();
  // In its figure it has the colours of the figure.
  svg.closest('.nnfig')?.append(dialog);
  dialog.showModal();
}
