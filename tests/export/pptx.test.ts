import { posix } from 'node:path';
import { type PptxExportOptions, toPptx, toSvg } from '@nnfig/export';
import { JSDOM } from 'jsdom';
import JSZip from 'jszip';
import type { Rendering, SceneNode } from 'nnfig';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchChromium } from '../support/chromium.js';
import { hasLibreOffice, printSlides } from '../support/libreoffice.js';
import {
  type Apart,
  apart,
  browserPicture,
  cropped,
  drawingsIn,
  folders,
  openPage,
  readPdf,
} from './pictures.js';

/** Pixels for one px of the figure. */
const scale = 2;

/** Another program, with its own smallest width of lines and its own size of exponents. */
const most: Apart = { mean: 3, plain: 0.004 };

const look = { theme: 'light', background: 'white' } as const;

const { DOMParser } = new JSDOM().window;

function parse(text: string, name: string): XMLDocument {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  expect(document.getElementsByTagName('parsererror'), name).toHaveLength(0);
  return document;
}

async function partsOf(content: Uint8Array): Promise<Map<string, string>> {
  const { files } = await JSZip.loadAsync(content, { checkCRC32: true });
  const parts = Object.values(files).map(
    async (file) => [file.name, await file.async('string')] as const,
  );
  return new Map(await Promise.all(parts));
}

/** Every part is well-formed and has a type, and everything that a part points to is there. */
function expectWholePackage(parts: ReadonlyMap<string, string>): void {
  const types = parse(parts.get('[Content_Types].xml') ?? '', 'types');
  const values = (name: string, attribute: string) =>
    new Set([...types.getElementsByTagName(name)].map((type) => type.getAttribute(attribute)));
  const extensions = values('Default', 'Extension');
  const overrides = values('Override', 'PartName');
  for (const [name, text] of parts) {
    if (name === '[Content_Types].xml') continue;
    const typed = overrides.has(`/${name}`) || extensions.has(name.split('.').at(-1) ?? '');
    expect(typed, name).toBe(true);
    if (name.endsWith('.xml') || name.endsWith('.rels')) parse(text, name);
    if (name.endsWith('.rels')) expectTargets(name, text, parts);
  }
  for (const name of overrides) expect(parts.has((name ?? '').slice(1)), name ?? '').toBe(true);
}

function expectTargets(name: string, text: string, parts: ReadonlyMap<string, string>): void {
  const [folder = '', file = ''] = name.split(/_rels\/(?=[^/]*$)/);
  const relations = [...parse(text, name).getElementsByTagName('Relationship')];
  for (const relation of relations) {
    const target = relation.getAttribute('Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    expect(parts.has(path), `${name}: ${target}`).toBe(true);
  }
  const ids = new Set(relations.map((relation) => relation.getAttribute('Id')));
  expect(ids.size).toBe(relations.length);
  const source = parts.get(folder + file.replace(/\.rels$/, '')) ?? '';
  for (const [, id] of source.matchAll(/\br:(?:id|embed|link)="([^"]*)"/g)) {
    expect(ids.has(id ?? ''), `${name}: ${id}`).toBe(true);
  }
}

/** What a scene says and shows. */
interface Content {
  readonly texts: string[];
  readonly layers: Set<string>;
  shapes: number;
  images: number;
  circles: number;
}

function contentOf(
  nodes: readonly SceneNode[],
  content: Content = { texts: [], layers: new Set(), shapes: 0, images: 0, circles: 0 },
): Content {
  for (const node of nodes) {
    if (node.kind === 'group') {
      if (node.role === 'layer' && node.layer !== undefined) content.layers.add(node.layer);
      contentOf(node.children, content);
    } else if (node.kind === 'text') {
      const runs = node.runs ?? [{ text: node.text }];
      content.texts.push(...runs.filter((run) => !('math' in run)).map(({ text }) => text));
      content.shapes += runs.filter((run) => 'math' in run).length;
    } else if (node.kind === 'image') {
      content.images += 1;
    } else if (isSeen(node)) {
      content.shapes += 1;
      if (node.kind === 'circle') content.circles += 1;
    }
  }
  return content;
}

function isSeen({ paint }: Extract<SceneNode, { readonly kind: 'path' | 'circle' }>): boolean {
  const { fill, fillOpacity = 1, stroke, strokeOpacity = 1, strokeWidth = 1 } = paint;
  return (fill && fillOpacity > 0) || (stroke && strokeOpacity > 0 && strokeWidth > 0) || false;
}

describe.each(folders)('PPTX of %s', (folder) => {
  test.each(drawingsIn(folder))(
    '%s is a whole package of native shapes',
    async (_name, drawing) => {
      await expectWhole(drawing, {});
    },
  );

  test('dark, on a slide of a screen', async () => {
    const [[, drawing]] = drawingsIn(folder) as [[string, Rendering]];
    await expectWhole(drawing, { theme: 'dark', slide: '16:9' });
  });
});

async function expectWhole(drawing: Rendering, options: PptxExportOptions): Promise<void> {
  const { content, warnings } = await toPptx(drawing, options);
  expect(warnings).toEqual([]);
  const parts = await partsOf(content);
  expectWholePackage(parts);
  expectShapes(parse(parts.get('ppt/slides/slide1.xml') ?? '', 'slide'), drawing);
}

function expectShapes(slide: XMLDocument, { scene, title }: Rendering): void {
  const expected = contentOf(scene?.children ?? []);
  const all = (name: string) => [...slide.getElementsByTagName(name)];
  const named = all('p:cNvPr');
  const dense = (texts: readonly (string | null)[]) => texts.join('').replace(/\s+/g, '');
  expect(dense(all('a:t').map(({ textContent }) => textContent))).toBe(dense(expected.texts));
  const boxes = all('p:cNvSpPr').filter((each) => each.getAttribute('txBox') === '1');
  expect(all('p:sp').length - boxes.length + all('p:cxnSp').length).toBe(expected.shapes);
  expect(all('p:pic')).toHaveLength(expected.images);
  const ellipses = all('a:prstGeom').filter((each) => each.getAttribute('prst') === 'ellipse');
  expect(ellipses).toHaveLength(expected.circles);
  const names = new Set(named.map((each) => each.getAttribute('name')));
  for (const layer of expected.layers) expect(names.has(layer), layer).toBe(true);
  const ids = named.map((each) => each.getAttribute('id'));
  expect(new Set(ids).size).toBe(ids.length);
  const [, figure] = named;
  expect(figure?.getAttribute('title')).toBe(title || 'Neural network');
  expect(figure?.getAttribute('descr')).not.toBe('');
}

describe.skipIf(!hasLibreOffice || !hasChromium)('LibreOffice draws what a browser draws', () => {
  const printed = new Map<string, Uint8Array>();
  let browser: Browser;
  let page: Page;

  const drawings = folders.flatMap((folder) =>
    drawingsIn(folder).map(([name, drawing]) => [`${folder}/${name}`, drawing] as const),
  );

  beforeAll(async () => {
    browser = await launchChromium();
    page = await openPage(browser, scale);
    const presentations = new Map<string, Uint8Array>();
    for (const [name, drawing] of drawings) {
      presentations.set(name, (await toPptx(drawing, look)).content);
    }
    for (const [name, pdf] of printSlides(presentations)) printed.set(name, pdf);
  });

  afterAll(async () => browser?.close());

  const compare = async (drawing: Rendering, pdf: Uint8Array): Promise<Apart> => {
    const expected = await browserPicture(page, (await toSvg(drawing, look)).content);
    const { picture } = await readPdf(pdf, scale);
    // A slide is not smaller than an inch, and a smaller figure in its middle.
    const spare = (side: number) => Math.max(0, Math.round((96 * scale - side) / 2));
    const [left, top] = [spare(expected.width), spare(expected.height)];
    // LibreOffice counts in hundredths of millimetres, so a page may be a pixel larger.
    expect(Math.abs(picture.width - expected.width - 2 * left)).toBeLessThanOrEqual(2);
    expect(Math.abs(picture.height - expected.height - 2 * top)).toBeLessThanOrEqual(2);
    return apart(expected, cropped(picture, { ...expected, left, top }));
  };

  test.each(drawings)('%s', async (name, drawing) => {
    const difference = await compare(drawing, printed.get(name) as Uint8Array);
    expect(difference.mean).toBeLessThan(most.mean);
    expect(difference.plain).toBeLessThan(most.plain);
  });

  test('a shape that is missing is noticed', async () => {
    const [, drawing] = drawings.find(([name]) => name === 'lenet/lenet-5.nn') as [
      string,
      Rendering,
    ];
    const children = (drawing.scene?.children ?? []).filter(
      (node) => node.kind !== 'group' || node.layer !== 'avgpool1',
    );
    const { content } = await toPptx({ ...drawing, scene: { children } }, look);
    const [pdf] = printSlides(new Map([['other', content]])).values();
    const { plain } = await compare(drawing, pdf as Uint8Array);
    expect(plain).toBeGreaterThan(most.plain);
  });
});
