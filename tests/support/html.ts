import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/**
 * Reads the figures of a page as a browser would, in a form in which what means
 * the same is the same: no positions, styles as sorted declarations.
 *
 * @param html Text of the page.
 * @returns The `<figure>` elements of nnfig, in the order of the page.
 */
export function figuresOf(html: string): Element[] {
  const figures: Element[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && hasClass(node, 'nnfig')) figures.push(plain(node));
    else if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(fromHtml(html, { fragment: !/^<!doctype/i.test(html) }));
  return figures;
}

/**
 * Finds elements in a figure.
 *
 * @param root Where to look.
 * @param tagName Name of the elements.
 * @returns All of them, in order.
 */
export function findAll(root: Element, tagName: string): Element[] {
  return root.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return [...(child.tagName === tagName ? [child] : []), ...findAll(child, tagName)];
  });
}

/**
 * @param root An element.
 * @returns All text in it.
 */
export function textOf(root: Element): string {
  return root.children
    .map((child) => {
      if (child.type === 'element') return textOf(child);
      return child.type === 'text' ? child.value : '';
    })
    .join('');
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function plain({ tagName, properties, children }: Element): Element {
  return {
    type: 'element',
    tagName,
    properties: Object.fromEntries(Object.entries(properties).map(plainProperty)),
    children: children.flatMap((child): ElementContent[] => {
      if (child.type === 'element') return [plain(child)];
      return child.type === 'text' ? [{ type: 'text', value: child.value }] : [];
    }),
  };
}

function plainProperty([name, value]: [string, Properties[string]]): [string, Properties[string]] {
  if (name !== 'style' || typeof value !== 'string') return [name, value];
  const declarations = value.split(';').map((part) => part.replace(/\s*([:,])\s*/g, '$1').trim());
  return [name, declarations.filter(Boolean).sort().join(';')];
}
