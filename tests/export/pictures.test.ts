import { toPdf, toPng, toSvg } from '@nnfig/export';
import type { Rendering, Scene, SceneNode } from 'nnfig';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchChromium } from '../support/chromium.js';
import {
  browserPicture,
  type Difference,
  difference,
  drawingsIn,
  folders,
  openPage,
  pngPicture,
  readPdf,
} from './pictures.js';

/** Pixels for one px of the figure. */
const scale = 2;

const look = { theme: 'light', background: 'white' } as const;

/** Three programs set the same glyphs, each on its own fractions of a pixel. */
const most: Difference = { whole: 0.001, worst: 0.05 };

/** What a PDF says: every text, formulas excepted, which are outlines. */
function textsOf(nodes: readonly SceneNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return textsOf(node.children);
    if (node.kind !== 'text') return [];
    return (node.runs ?? [{ text: node.text }])
      .filter((run) => !('math' in run))
      .map(({ text }) => text);
  });
}

const dense = (text: string) => text.replace(/\s+/g, '').normalize('NFKC');

describe.skipIf(!hasChromium)('PNG and PDF look as the SVG does in a browser', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await openPage(browser, scale);
  });

  afterAll(async () => browser?.close());

  const svgPicture = async (drawing: Rendering) =>
    browserPicture(page, (await toSvg(drawing, look)).content);

  describe.each(folders)('%s', (folder) => {
    test.each(drawingsIn(folder))('%s', async (_name, drawing) => {
      const expected = await svgPicture(drawing);
      const png = await toPng(drawing, { ...look, scale });
      const pdf = await toPdf(drawing, look);
      expect([...png.warnings, ...pdf.warnings]).toEqual([]);
      expectNear(difference(expected, pngPicture(png.content)));
      const { picture, text } = await readPdf(pdf.content, scale);
      expectNear(difference(expected, picture));
      expect(dense(text)).toBe(dense(textsOf(drawing.scene?.children ?? []).join('')));
    });
  });

  test('outlines look as texts do', async () => {
    const [[, drawing]] = drawingsIn('graph') as [[string, Rendering]];
    const { content } = await toSvg(drawing, { ...look, text: 'outlines' });
    expect(content).not.toContain('<text');
    expectNear(difference(await svgPicture(drawing), await browserPicture(page, content)));
  });

  test.each([
    ['lenet', /./],
    ['netscope', /^(?:heat|sketch|squeezenet-1\.0)\./],
  ])('dark figures of %s are dark in all of them', async (folder, names) => {
    const drawings = drawingsIn(folder).filter(([name]) => names.test(name));
    expect(drawings.length).toBeGreaterThan(0);
    for (const [, drawing] of drawings.slice(0, 3)) await expectDark(drawing);
  });

  const expectDark = async (drawing: Rendering) => {
    const dark = { theme: 'dark', background: '#1b1b1d' } as const;
    const expected = await browserPicture(page, (await toSvg(drawing, dark)).content);
    const png = await toPng(drawing, { ...dark, scale });
    const pdf = await readPdf((await toPdf(drawing, dark)).content, scale);
    expectNear(difference(expected, pngPicture(png.content)));
    expectNear(difference(expected, pdf.picture));
  };

  test('texts of every direction and turn stand as in a browser', async () => {
    const fill = { light: '#000000', dark: '#ffffff' };
    const texts = ['conv שלום 64 (אב) ok', 'AVATAR Wave ⊕ ∈ ℝ → ⇒', 'é ñ ů x̄', 'مرحبا 3×3'];
    const scene: Scene = {
      // The slanted cuts have no Arabic; a browser slants it by itself.
      children: texts.flatMap((text, index) => [
        { kind: 'text', x: 0, y: 30 * index, text, size: 16, fill } as const,
        {
          kind: 'text',
          x: 500,
          y: 30 * index,
          text,
          size: 16,
          fill,
          anchor: 'end',
          weight: 'bold',
        },
        {
          kind: 'text',
          x: 60 * index,
          y: 300,
          text,
          size: 14,
          fill,
          italic: index < 3,
          rotate: -60,
        },
      ]),
    };
    const expected = await browserPicture(page, (await toSvg({ scene }, look)).content);
    const png = await toPng({ scene }, { ...look, scale });
    expect(png.warnings).toEqual([]);
    expectNear(difference(expected, pngPicture(png.content)));
    const pdf = await readPdf((await toPdf({ scene }, look)).content, scale);
    expectNear(difference(expected, pdf.picture));
  });

  test('what is missing or moved is noticed, even if it is one small label', async () => {
    const [, drawing] = drawingsIn('graph').find(([name]) => name === 'transformer.nn') as [
      string,
      Rendering,
    ];
    const expected = await svgPicture(drawing);
    const scene = drawing.scene as Scene;
    for (const change of [withoutFirstText, withFirstTextMoved]) {
      const changed = { ...drawing, scene: { children: change(scene.children) } };
      const { content } = await toPng(changed, { ...look, scale });
      const { worst } = difference(expected, pngPicture(content));
      expect(worst).toBeGreaterThan(most.worst);
    }
  });
});

function expectNear({ whole, worst }: Difference): void {
  expect(whole).toBeLessThan(most.whole);
  expect(worst).toBeLessThan(most.worst);
}

function withoutFirstText(nodes: readonly SceneNode[]): SceneNode[] {
  return changeFirstText(nodes, () => []);
}

function withFirstTextMoved(nodes: readonly SceneNode[]): SceneNode[] {
  return changeFirstText(nodes, (node) => [{ ...node, y: node.y + 3 }]);
}

function changeFirstText(
  nodes: readonly SceneNode[],
  change: (node: SceneNode & { readonly kind: 'text' }) => SceneNode[],
): SceneNode[] {
  let done = false;
  const walk = (node: SceneNode): SceneNode[] => {
    if (node.kind === 'group') return [{ ...node, children: node.children.flatMap(walk) }];
    if (done || node.kind !== 'text') return [node];
    done = true;
    return change(node);
  };
  return nodes.flatMap(walk);
}
