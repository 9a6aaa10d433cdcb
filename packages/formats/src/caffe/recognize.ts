/** Tells prototxt from all other texts by how it begins. */

/** Spaces and comments. */
const blank = /(?:\s|#[^\n]*(?:\n|$))*/y;

/** A field of one value that networks have beside their layers. */
const scalar =
  /(?:name|input|input_dim|bottom|force_backward|debug_info)[ \t]*:[ \t]*(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\w.+-]+)[ \t]*(?=[\s;,#]|$)[;,]?/y;

/** What only prototxt has: a message where YAML has a list. */
const message =
  /(?:layers?|input_shape|state)(?:\s*\{|\s*:\s*\{\s*(?:#|(?:name|type|bottom|top|layer|include|dim|phase)\s*[:{]))/y;

/** Most fields before the first message that are looked at. */
const most = 1000;

/**
 * Tells prototxt by its first fields: a few of a network's own, then a layer or the shape of
 * an input. A text with inputs alone is one if it says their sizes one by one.
 *
 * @param text Any text.
 * @returns Whether it surely is prototxt. Linear time.
 */
export function isPrototxt(text: string): boolean {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (let fields = 0; fields < most; fields++) {
    skip(blank);
    if (skip(message)) return true;
    const from = at;
    if (!skip(scalar)) return false;
    if (text.startsWith('input_dim', from)) return true;
  }
  return false;
}
