import { JSDOM } from 'jsdom';
import JSZip from 'jszip';
import type { SceneNode } from 'nnfig/writers';
import { expect } from 'vitest';
import { type PptxExportOptions, toPptx } from '../../src/index.js';
import { sceneOf } from '../drawings.js';

const { DOMParser } = new JSDOM().window;

/** A part of a package, parsed. */
export type Part = XMLDocument;

/**
 * Parses XML.
 *
 * @param text The XML.
 * @returns Its document; a test fails where it is not well-formed.
 */
export function parse(text: string): Part {
  const part = new DOMParser().parseFromString(text, 'application/xml');
  expect(part.getElementsByTagName('parsererror').length, text.slice(0, 200)).toBe(0);
  return part;
}

/**
 * Reads the parts of a package.
 *
 * @param content The file.
 * @returns Their bytes, by name.
 */
export async function partsOf(content: Uint8Array): Promise<Map<string, Buffer>> {
  const { files } = await JSZip.loadAsync(content);
  const parts = Object.values(files).map(
    async (file) => [file.name, await file.async('nodebuffer')] as const,
  );
  return new Map(await Promise.all(parts));
}

/**
 * Reads the slide of a presentation.
 *
 * @param content The file.
 * @returns The slide.
 */
export async function slideIn(content: Uint8Array): Promise<Part> {
  const parts = await partsOf(content);
  return parse(parts.get('ppt/slides/slide1.xml')?.toString('utf8') ?? '');
}

/** What a shape is: its element without the prefix, its attributes `x y cx cy`, and its markup. */
export interface Shape {
  readonly element: Element;
  readonly kind: string;
  readonly frame: readonly number[];
  readonly xml: string;
}

/**
 * Writes nodes and reads the shapes that they became.
 *
 * @param nodes The nodes.
 * @param options What is asked.
 * @returns The shapes in the group of the figure.
 */
export async function shapesOf(
  nodes: readonly SceneNode[],
  options: PptxExportOptions = {},
): Promise<Shape[]> {
  const slide = await slideIn((await toPptx(sceneOf(...nodes), options)).content);
  const [figure] = slide.getElementsByTagName('p:grpSp');
  return [...(figure?.children ?? [])].slice(2).map(shapeOf);
}

function shapeOf(element: Element): Shape {
  const [off] = element.getElementsByTagName('a:off');
  const [ext] = element.getElementsByTagName('a:ext');
  const numbers = [off?.getAttribute('x'), off?.getAttribute('y')].concat(
    ext?.getAttribute('cx'),
    ext?.getAttribute('cy'),
  );
  return {
    element,
    kind: element.localName,
    frame: numbers.map(Number),
    xml: element.innerHTML.replace(/ xmlns:\w+="[^"]*"/g, ''),
  };
}

/**
 * Reads an attribute of the first element of a name.
 *
 * @param shape Where to look.
 * @param name Its name, with the prefix.
 * @param attribute The attribute.
 * @returns Its value; nothing when there is none.
 */
export function valueIn(
  { element }: Pick<Shape, 'element'>,
  name: string,
  attribute: string,
): string | undefined {
  return element.getElementsByTagName(name)[0]?.getAttribute(attribute) ?? undefined;
}
