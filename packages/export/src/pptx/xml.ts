/** XML as text. */
import { cleanText } from 'nnfig/writers';

/** Values by name; what is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Makes any text fit to stand in XML, between tags or between double quotes.
 *
 * @param text The text.
 * @returns Markup that reads as one line of it, without characters that XML has no place for.
 */
export function escapeXml(text: string): string {
  return cleanText(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/**
 * Writes an element.
 *
 * @param name Its name, with the prefix.
 * @param attributes Its attributes, in order.
 * @param children What is in it, as markup.
 * @returns Its markup.
 */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly string[] = [],
): string {
  const parts = [`<${name}`];
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) parts.push(` ${key}="${escapeXml(String(value))}"`);
  }
  if (children.length === 0) parts.push('/>');
  else parts.push('>', ...children, `</${name}>`);
  return parts.join('');
}
