/** Any text as one line that TeX can read: no controls, no half characters. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/**
 * Makes a text one line, as the SVG writer does.
 *
 * @param text Any text.
 * @returns The line.
 */
export function cleanLine(text: string): string {
  return text
    .replace(controls, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\S\u00a0\u2000-\u200a\u202f]+/g, ' ');
}
