/** Where a brace is missing, told by how the lines are indented. */
import type { Message } from './message.js';

function indentAt(
  text: string,
  offset: number,
): { readonly width: number; readonly first: boolean } {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  let at = from;
  while (at < offset && (text[at] === ' ' || text[at] === '\t')) at++;
  return { width: at - from, first: at === offset };
}

/**
 * Finds the message that likely lacks its brace, in one that is open at the end of the
 * text: the first whose closing brace stands further left than the line that opens it, and
 * so was meant for a message around it.
 *
 * @param text The text.
 * @param open The message that is open at the end.
 * @returns Name and offset of that message; nothing when the indentation says nothing.
 */
export function openedBeforeEnd(
  text: string,
  open: Message,
): { readonly name: string; readonly start: number } | undefined {
  for (const { name, start, value } of open.fields) {
    if (value.kind !== 'message') continue;
    const inner = openedBeforeEnd(text, value);
    if (inner) return inner;
    const closing = indentAt(text, value.end - 1);
    if (closing.first && closing.width < indentAt(text, start).width) return { name, start };
  }
  return undefined;
}
