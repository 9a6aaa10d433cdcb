/** Characters that XML and HTML can carry, and how they are written. */

/** What XML 1.0 has no place for, not even escaped: https://www.w3.org/TR/xml/#charsets. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** With the flag `u`, a surrogate without its other half. */
const loneSurrogate = /\p{Surrogate}/gu;

/** Anything that is not printable ASCII: long path data has none, and is quickly let through. */
const unusual = /[^ -~]/;

/** What is not fit for a line of text as it is; most of what is unusual, such as `×`, is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const unfit = /[\u0000-\u001f\ufffe\uffff]|[^\S ]|\p{Surrogate}/u;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Makes any string fit for a document: forbidden characters go, half surrogates
 * become U+FFFD, and line breaks and tabs become spaces.
 *
 * @param text Any string.
 * @returns A well-formed line of text.
 */
export function cleanText(text: string): string {
  if (!unusual.test(text) || !unfit.test(text)) return text;
  return text.replace(forbidden, '').replace(loneSurrogate, '\ufffd').replace(/\s/g, ' ');
}

/**
 * Makes any string fit for a document, and keeps its line breaks.
 *
 * @param text Any string.
 * @returns Well-formed lines of text.
 */
export function cleanLines(text: string): string {
  return text.includes('\n') ? text.split('\n').map(cleanText).join('\n') : cleanText(text);
}

/**
 * Escapes what is between tags.
 *
 * @param text Well-formed text.
 * @returns Markup that reads as the text.
 */
export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/**
 * Escapes what is between double quotes.
 *
 * @param text Well-formed text.
 * @returns Markup that reads as the text.
 */
export function escapeAttribute(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
