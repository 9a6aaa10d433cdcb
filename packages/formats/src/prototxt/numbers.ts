/** Numbers of protobuf's text format. */

const octal = /^0[0-7]+$/;
const hexadecimal = /^0[xX][0-9a-fA-F]+$/;
// A number that begins with 0 is octal, unless it is a float.
const decimal = /^(?!0\d+$)(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fF]?$/;

/** Words that are numbers, by their lower case. */
const words: Readonly<Record<string, number>> = {
  inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
};

/**
 * Reads a number: decimal, octal (`010`), hexadecimal (`0x1F`), or a float (`.5`, `1.`, `1e-3`, `2f`).
 *
 * @param text It without its sign.
 * @returns Its value; nothing when it is none.
 */
export function readNumber(text: string): number | undefined {
  if (octal.test(text)) return Number.parseInt(text, 8);
  if (hexadecimal.test(text)) return Number.parseInt(text, 16);
  if (decimal.test(text)) return Number.parseFloat(text);
  return undefined;
}

/**
 * Reads a word that is a number.
 *
 * @param text It without its sign.
 * @returns Its value; nothing when it is another word.
 */
export function readNumberWord(text: string): number | undefined {
  return words[text.toLowerCase()];
}
