/** The tree of an `<svg>` as text: well-formed XML that is also proper HTML. */
import type { Element, ElementContent } from 'hast';
import { cleanLines, cleanText, escapeAttribute, escapeText } from './characters.js';

/** Attributes that keep their capitals; all others are written with hyphens. */
const capital: ReadonlySet<string> = new Set(['viewBox', 'preserveAspectRatio']);

/** A property of the tree as an attribute: `strokeWidth` is `stroke-width`. */
function attributeName(property: string): string {
  if (capital.has(property)) return property;
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Writes a tree that `svgTree` made.
 *
 * @param svg The `<svg>` element.
 * @returns One line of SVG, the same for the same tree.
 */
export function svgText(svg: Element): string {
  const parts: string[] = [];
  write(svg, parts);
  return parts.join('');
}

function write(node: ElementContent, parts: string[]): void {
  if (node.type === 'text') parts.push(escapeText(cleanLines(node.value)));
  if (node.type !== 'element') return;
  parts.push('<', node.tagName);
  for (const [name, value] of Object.entries(node.properties)) {
    parts.push(' ', attributeName(name), '="', escapeAttribute(cleanText(String(value))), '"');
  }
  if (node.children.length === 0) {
    parts.push('/>');
    return;
  }
  parts.push('>');
  for (const child of node.children) write(child, parts);
  parts.push('</', node.tagName, '>');
}
