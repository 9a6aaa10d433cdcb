/** The tree of an `<svg>` as text: well-formed XML that is also proper HTML. */
import type { Element, ElementContent } from 'hast';
import { escapeAttribute, escapeText } from './characters.js';

/** Attributes that keep their capitals; all others are written with hyphens. */
const capital: ReadonlySet<string> = new Set(['viewBox', 'preserveAspectRatio']);

/** Names as they are written, each worked out once: a figure has thousands of few kinds. */
const names = new Map<string, string>();

/** A property of the tree as an attribute: `strokeWidth` is `stroke-width`. */
function attributeName(property: string): string {
  let name = names.get(property);
  if (name === undefined) {
    name = capital.has(property)
      ? property
      : property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    names.set(property, name);
  }
  return name;
}

/**
 * Writes a tree that `svgTree` made, in which all texts are fit for a document already.
 *
 * @param svg The `<svg>` element.
 * @returns One line of SVG, the same for the same tree.
 */
export function svgText(svg: Element): string {
  return written(svg);
}

function written(node: ElementContent): string {
  if (node.type === 'text') return escapeText(node.value);
  if (node.type !== 'element') return '';
  const { tagName, properties, children } = node;
  let text = `<${tagName}`;
  for (const property in properties) {
    const value = properties[property];
    const safe = typeof value === 'number' ? value : escapeAttribute(String(value));
    text += ` ${attributeName(property)}="${safe}"`;
  }
  if (children.length === 0) return `${text}/>`;
  text += '>';
  for (const child of children) text += written(child);
  return `${text}</${tagName}>`;
}
