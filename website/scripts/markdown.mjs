/** Writes Markdown: tables, fences, numbers. */

/**
 * Writes a sentence so that MDX takes no character of it for its own; what is in
 * backticks stays code.
 *
 * @param {string} text The sentence.
 * @returns {string} Markdown.
 */
export function sentence(text) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? code(part) : part.replace(/[{}<>*_|[\]]/g, '\\$&')))
    .join('');
}

/**
 * @param {string} text Any text.
 * @returns {string} It as code, for tables too.
 */
export function code(text) {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/**
 * @param {readonly string[]} head Headings of the columns.
 * @param {readonly (readonly string[])[]} rows Cells, in Markdown.
 * @param {string} [align] One letter a column: `l` or `r`.
 * @returns {string} A table.
 */
export function table(head, rows, align = '') {
  const rule = head.map((_, index) => (align[index] === 'r' ? '--:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * @param {string} opening Language and meta.
 * @param {string} text What is in it.
 * @returns {string} A fenced code block.
 */
export function fence(opening, text) {
  return `\`\`\`${opening}\n${text}\n\`\`\``;
}

/**
 * @param {number} value A whole number.
 * @returns {string} With a comma between thousands: `25,557,032`.
 */
export function integer(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * @param {Readonly<Record<string, string | boolean>>} matter Keys and values.
 * @returns {string} Front matter.
 */
export function frontMatter(matter) {
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---`;
}

/**
 * @param {...(string | readonly string[])} blocks Blocks of Markdown.
 * @returns {string} A page of them.
 */
export function page(...blocks) {
  return `${blocks.flat().join('\n\n')}\n`;
}
