import { toSvg, toTex } from '@nnfig/export';
import type { Rendering, Scene, SceneNode } from 'nnfig';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchChromium } from '../support/chromium.js';
import { compile, hasPdflatex } from '../support/pdflatex.js';
import {
  type Apart,
  apart,
  browserPicture,
  drawingsIn,
  folders,
  openPage,
  readPdf,
} from './pictures.js';

/** Pixels for one px of the figure. */
const scale = 2;

/** Some signs are set in another font; shapes are at the same places. */
const most: Apart = { mean: 3, plain: 0.004 };

/** Words that every font and PDF reader gives back as they are. */
function wordsOf(nodes: readonly SceneNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return wordsOf(node.children);
    if (node.kind !== 'text') return [];
    return (node.runs ?? [{ text: node.text }])
      .filter((run) => !('math' in run))
      .flatMap(({ text }) => text.match(/[a-zA-Z0-9]+/g) ?? []);
  });
}

/** The text of a PDF has ligatures, and spaces where fonts have kerning. */
const dense = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

describe.each(folders)('LaTeX of %s', (folder) => {
  test.each(drawingsIn(folder))('%s is well-formed', async (_name, drawing) => {
    for (const options of [
      {},
      { document: false },
      { font: 'serif' },
      { theme: 'dark' },
    ] as const) {
      const { content, warnings } = await toTex(drawing, options);
      expect(warnings).toEqual([]);
      expectWellFormed(content);
    }
  });
});

/** Braces and environments that are closed; names that are defined. */
function expectWellFormed(tex: string): void {
  const code = tex.replace(/(?<!\\)%.*$/gm, '');
  let depth = 0;
  for (const brace of code.replace(/\\[{}\\]/g, '').match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  const open: string[] = [];
  for (const [, kind, name = ''] of code.matchAll(/\\(begin|end)\{(\w+)\}/g)) {
    if (kind === 'begin') open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
  const colours = names(code, /\\definecolor\{(\w+)\}/g);
  const used = names(code, /(?:draw|fill|text)=(nnfig\w+)|\\fill\[(nnfig\w+)\]/g);
  expect([...used].filter((name) => !colours.has(name))).toEqual([]);
  const styles = names(code, /^ {2}(nn [^/]+)\/\.style/gm);
  const worn = names(code, /\\\w+\[(nn [^,\]]+)/g);
  expect([...worn].filter((name) => !styles.has(name))).toEqual([]);
  const commands = names(code, /\\(?:newcommand\*|newlength)\{\\(nnfig\w+)\}/g);
  const called = names(code, /\\(nnfig[a-zA-Z]+)/g);
  expect([...called].filter((name) => !commands.has(name))).toEqual([]);
}

function names(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map((match) => match.slice(1).find(Boolean) ?? ''));
}

describe.skipIf(!hasPdflatex || !hasChromium)('pdflatex draws what a browser draws', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await openPage(browser, scale);
  });

  afterAll(async () => browser?.close());

  const look = { theme: 'light', background: 'white' } as const;

  const compare = async (shown: Rendering, changed = shown) => {
    const [drawing, other] = [withPaleFormulas(shown), withPaleFormulas(changed)];
    const expected = await browserPicture(page, (await toSvg(drawing, look)).content);
    const { content, files } = await toTex(other, look);
    const { pdf, log } = compile(content, files);
    const { picture, text } = await readPdf(pdf, scale);
    return { difference: apart(expected, picture), text, log };
  };

  describe.each(folders)('%s', (folder) => {
    test.each(drawingsIn(folder))('%s', async (_name, drawing) => {
      const { difference, text, log } = await compare(drawing);
      expect(difference.mean).toBeLessThan(most.mean);
      expect(difference.plain).toBeLessThan(most.plain);
      // What a font lacks is a bitmap or a gap, and LaTeX says so here alone.
      expect(log.match(/LaTeX Font Warning: .*|Missing character: .*/g) ?? []).toEqual([]);
      const said = dense(text);
      const words = wordsOf(drawing.scene?.children ?? []);
      expect(words.filter((word) => !said.includes(word))).toEqual([]);
    });
  });

  test('a shape that is missing is noticed', async () => {
    const [, drawing] = drawingsIn('lenet').find(([name]) => name === 'lenet-5.nn') as [
      string,
      Rendering,
    ];
    const { children } = drawing.scene as Scene;
    const found = children.findIndex((node) => node.kind === 'group' && node.layer === 'avgpool1');
    const other = {
      ...drawing,
      scene: {
        children: children.map((node, index) => (index === found ? invisible(node) : node)),
      },
    };
    const { difference } = await compare(drawing, other);
    expect(difference.plain).toBeGreaterThan(most.plain);
  });

  test('a picture goes into a paper, twice', async () => {
    const [[, drawing]] = drawingsIn('graph') as [[string, Rendering]];
    const { content } = await toTex(drawing, { document: false });
    const preamble = content.match(/(?<=^% +)\\usepackage.*/gm) ?? [];
    const paper = [
      String.raw`\documentclass{article}`,
      ...preamble,
      String.raw`\begin{document}`,
      String.raw`Before \input{picture} between \input{picture} after`,
      String.raw`\end{document}`,
    ].join('\n');
    const { log } = compile(paper, { 'picture.tex': content });
    expect(log).toContain('Output written');
  });
});

/** Formulas, set in fonts of LaTeX that differ by size, are white on white. */
function withPaleFormulas(drawing: Rendering): Rendering {
  const white = { light: '#ffffff', dark: '#ffffff' };
  const pale = (node: SceneNode): SceneNode => {
    if (node.kind === 'group') return { ...node, children: node.children.map(pale) };
    const formula = node.kind === 'text' && node.runs?.some((run) => run.math);
    return formula ? { ...node, fill: white } : node;
  };
  const { scene } = drawing;
  return scene ? { ...drawing, scene: { children: scene.children.map(pale) } } : drawing;
}

/** The same room, with nothing to see. */
function invisible(node: SceneNode): SceneNode {
  if (node.kind === 'group') return { ...node, children: node.children.map(invisible) };
  if (node.kind !== 'path' && node.kind !== 'circle') return node;
  const { fillOpacity: _, strokeOpacity: __, ...paint } = node.paint;
  return { ...node, paint: { ...paint, fillOpacity: 0, strokeOpacity: 0 } };
}
