/** Elements in a Markdown tree. */
import type { Element, ElementContent } from 'hast';
import type { Code, Paragraph, PhrasingContent, RootContent } from 'mdast';

/**
 * Wraps a code block so that it becomes an element in HTML and stays itself in
 * Markdown.
 *
 * The wrapper is a paragraph because every tool knows paragraphs: they take
 * `hName` without the `<pre>` that code blocks get around them, and they
 * serialise as what they hold.
 *
 * @param node
 *   Code block.
 * @param element
 *   What it becomes; copied, as later plugins may change it.
 * @param className
 *   Class to add (optional).
 * @returns
 *   The wrapper.
 */
export function elementNode(node: Code, element: Element, className?: string): RootContent {
  const { tagName, properties, children } = copy(element);
  if (className !== undefined) {
    properties.className = [...classes(properties.className), ...className.split(/\s+/)];
  }
  return {
    type: 'paragraph',
    // The types of mdast want phrasing in a paragraph; serialisers do not mind.
    children: [node as unknown as PhrasingContent],
    data: { hName: tagName, hProperties: properties, hChildren: children },
    ...(node.position && { position: node.position }),
  };
}

/**
 * Makes an element that stands for no text of the page.
 *
 * @param element
 *   The element; copied, as later plugins may change it.
 * @returns
 *   A node that becomes it in HTML.
 */
export function bareElement(element: Element): Paragraph {
  const { tagName, properties, children } = copy(element);
  const data = { hName: tagName, hProperties: properties, hChildren: children };
  return { type: 'paragraph', children: [], data };
}

function copy(element: Element): Element {
  return {
    ...element,
    properties: { ...element.properties },
    children: element.children.map(
      (child): ElementContent => (child.type === 'element' ? copy(child) : { ...child }),
    ),
  };
}

function classes(value: Element['properties'][string]): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? [value] : [];
}
