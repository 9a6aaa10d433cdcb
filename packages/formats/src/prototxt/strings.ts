/** Escapes in strings of protobuf's text format. */

const controls: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const escapes =
  /(?:\\(?:[0-7]{1,3}|[xX][0-9a-fA-F]{1,2}))+|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[abfnrtv\\'"?]/g;

const byte = /\\(?:([0-7]{1,3})|[xX]([0-9a-fA-F]{1,2}))/g;

/** Escaped bytes are UTF-8; those that are not are characters of their own. */
function decodeBytes(text: string): string {
  const bytes = [...text.matchAll(byte)].map(([, octal, hex]) =>
    octal === undefined ? Number.parseInt(hex ?? '0', 16) : Number.parseInt(octal, 8) & 255,
  );
  try {
    return decodeURIComponent(bytes.map((one) => `%${one.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return bytes.map((one) => String.fromCharCode(one)).join('');
  }
}

/**
 * Replaces the escapes of a string by what they stand for. A backslash that begins none
 * stays, as paths of Windows have them.
 *
 * @param text What stands between the quotes.
 * @returns What the string holds.
 */
export function unescaped(text: string): string {
  return text.replace(escapes, (match) => {
    const letter = match[1] ?? '';
    if (letter === 'u' || letter === 'U') {
      const code = Number.parseInt(match.slice(2), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : match;
    }
    if (/[0-7xX]/.test(letter)) return decodeBytes(match);
    return controls[letter] ?? letter;
  });
}
