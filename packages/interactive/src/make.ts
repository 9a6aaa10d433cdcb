/** Elements for the page. */

/**
 * Makes an element.
 *
 * @param tag Its name.
 * @param properties Its properties.
 * @param children What is in it; texts stay texts, whatever they say.
 * @returns The element.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/**
 * Makes a button.
 *
 * @param text What stands on it.
 * @param press What it does.
 * @returns The button.
 */
export function button(text: string, press: () => void): HTMLButtonElement {
  return make('button', { type: 'button', onclick: press }, text);
}
