/**
 * Settings before a text of another notation: lines of YAML, then a line `---`.
 * nnfig's own notation has its settings beside its layers and needs none.
 */

/** A text in two parts. Both are as long as the whole, so that places in either are places in it. */
export interface Parts {
  /** The settings; nothing but spaces after them. */
  readonly settings: string;
  /** The text of the other notation; nothing but spaces before it. */
  readonly rest: string;
}

/** An opening `---` may stand before the settings too, as in front matter. */
const parting = /^---[ \t]*$/gm;

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/**
 * Parts a text at its line `---`.
 *
 * @param text The text.
 * @returns Its parts; nothing when there is no such line with something on both sides.
 */
export function partText(text: string): Parts | undefined {
  const opening = /^\s*---[ \t]*\n/.exec(text)?.[0].length ?? 0;
  parting.lastIndex = opening;
  const match = parting.exec(text);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  const settings = text.slice(opening, match.index);
  if (settings.trim() === '' || text.slice(end).trim() === '') return undefined;
  return {
    settings: blank(text.slice(0, opening)) + settings + blank(text.slice(match.index)),
    rest: blank(text.slice(0, end)) + text.slice(end),
  };
}
