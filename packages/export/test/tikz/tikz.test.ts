import type { ImageNode, Paint, SceneNode, TextNode } from 'nnfig/writers';
import { describe, expect, test } from 'vitest';
import { type TexExportOptions, tikz, toTex } from '../../src/tikz/index.js';
import { draw, imageScene, images, ink, sceneOf } from '../drawings.js';

const blue = { variable: 'conv', light: '#b3d3f7', dark: '#1f4f78' };

const text = (value: string, more: Partial<TextNode> = {}): TextNode => ({
  kind: 'text',
  x: 10,
  y: 20,
  text: value,
  size: 12,
  fill: { variable: 'ink', ...ink },
  ...more,
});

const circle = (paint: Paint): SceneNode => ({ kind: 'circle', x: 5, y: 6, radius: 4, paint });

/** Lines of the picture after its bounding box. */
function picture(nodes: readonly SceneNode[], options: TexExportOptions = {}): string[] {
  const lines = tikz(sceneOf(...nodes), options).content.split('\n');
  const start = lines.findIndex((line) => line.includes('use as bounding box'));
  return lines
    .slice(start + 1, lines.indexOf(String.raw`\end{tikzpicture}`))
    .map((line) => line.trim());
}

const mathRun = (tex: string) => ({
  text: `$${tex}$`,
  math: {
    tex,
    width: 1.5,
    ascent: 0.7,
    descent: 0.2,
    commands: [['M', 0, 0], ['L', 1, 0], ['L', 1, -0.7], ['Z']] as const,
  },
});

describe('tikz', () => {
  test('writes a document that says what it is', () => {
    const { content, warnings, files } = tikz(draw('title: Tiny 100 %\nlayers: 2 -> 1\n'));
    expect(content).toMatch(/^% Title: Tiny 100 %\n/);
    expect(content).toMatch(/^% Description: .*3 parameters/m);
    expect(content).toContain(String.raw`\documentclass[tikz, border=0pt]{standalone}`);
    expect(content).toContain(String.raw`\setlength{\nnfigpx}{0.75bp}`);
    expect(content).toMatch(/\\end\{tikzpicture\}\n\\end\{document\}\n$/);
    expect(warnings).toEqual([]);
    expect(files).toEqual({});
    expect(tikz(draw('title: Tiny 100 %\nlayers: 2 -> 1\n')).content).toBe(content);
  });

  test('has the room of the SVG, and its width', () => {
    const { content } = tikz(sceneOf(circle({ fill: ink })), { width: 48 });
    expect(content).toContain(String.raw`\path[use as bounding box] (-7,-6) rectangle (17,18);`);
    expect(content).toContain(String.raw`\setlength{\nnfigpx}{1.5bp}`);
  });

  test('names colours after their variables, in the theme that is asked for', () => {
    const nodes = [circle({ fill: blue }), circle({ fill: { light: '#00ff00', dark: '#00ff00' } })];
    const { content } = tikz(sceneOf(...nodes));
    expect(content).toContain(String.raw`\definecolor{nnfigConv}{HTML}{B3D3F7}`);
    expect(content).toContain(String.raw`\definecolor{nnfig00FF00}{HTML}{00FF00}`);
    expect(tikz(sceneOf(...nodes), { theme: 'dark' }).content).toContain(
      '{nnfigConv}{HTML}{1F4F78}',
    );
    const other = { ...blue, light: '#123456' };
    expect(tikz(sceneOf(...nodes, circle({ fill: other }))).content).toContain(
      String.raw`\definecolor{nnfigConv123456}{HTML}{123456}`,
    );
  });

  test('gives a name to what is drawn the same way more than once', () => {
    const paint = { fill: blue, stroke: ink, strokeWidth: 1.5, fillOpacity: 0.5, dash: [4, 2, 1] };
    const look = String.raw`draw=nnfig000000, line width=1.5\nnfigpx, dash pattern=on 4\nnfigpx off 2\nnfigpx on 1\nnfigpx off 4\nnfigpx on 2\nnfigpx off 1\nnfigpx, fill=nnfigConv, fill opacity=0.5`;
    expect(picture([circle(paint)])).toEqual([`\\filldraw[${look}] (5,6) circle[radius=4];`]);
    const twice = tikz(sceneOf(circle(paint), circle(paint))).content;
    expect(twice).toContain(`  nn conv/.style={${look}},\n`);
    expect(twice).toContain(String.raw`\filldraw[nn conv] (5,6) circle[radius=4];`);
  });

  test('draws ends and corners of lines as SVG does', () => {
    const paint: Paint = { stroke: ink, cap: 'square', join: 'round', strokeOpacity: 0.25 };
    expect(
      picture([
        {
          kind: 'path',
          commands: [
            ['M', 0, 0],
            ['L', 5, 5],
          ],
          paint,
        },
      ]),
    ).toEqual([
      String.raw`\draw[draw=nnfig000000, line width=1\nnfigpx, draw opacity=0.25, line cap=rect, line join=round] (0,0) -- (5,5);`,
    ]);
    expect(tikz(sceneOf(circle({ fill: ink }))).content).toContain('miter limit=4');
    expect(picture([circle({}), circle({ stroke: ink, strokeWidth: 0 })])).toEqual([]);
  });

  test('makes long see-through lines one layer, so that crossings are not darker', () => {
    const commands = Array.from({ length: 600 }, (_, index) => [
      ['M', 0, index] as const,
      ['L', 9, index] as const,
    ]).flat();
    const lines = picture([{ kind: 'path', commands, paint: { stroke: ink, strokeOpacity: 0.5 } }]);
    expect(lines[0]).toBe(String.raw`\begin{scope}[transparency group, opacity=0.5]`);
    expect(lines.filter((line) => line.startsWith(String.raw`\draw[`))).toEqual(
      Array(3).fill(String.raw`\draw[nn 000000 line]`),
    );
    expect(lines.join()).not.toContain('draw opacity');
  });

  test('writes texts with their place, turn and font', () => {
    expect(picture([text('50 %', { anchor: 'middle', rotate: 90 })])).toEqual([
      String.raw`\node[font=\nnfigFont{12}, text=nnfigInk, anchor=base, rotate=-90] at (10,20) {50 \%};`,
    ]);
    expect(picture([text('a', { weight: 'bold', italic: true, anchor: 'end' })])).toEqual([
      String.raw`\node[font=\nnfigFont{12}\bfseries\boldmath\itshape, text=nnfigInk, anchor=base east] at (10,20) {a};`,
    ]);
    const twice = tikz(sceneOf(text('a'), text('b'))).content;
    expect(twice).toContain(String.raw`  nn text 12/.style={font=\nnfigFont{12}, text=nnfigInk},`);
    expect(twice).toContain(String.raw`\node[nn text 12] at (10,20) {b};`);
    expect(picture([text(' '), text('')])).toEqual([]);
  });

  test('writes scripts and slanted pieces of a text', () => {
    const runs = [
      { text: 'h', italic: true },
      { text: 'i', script: 'sub' as const },
      { text: ' & 2' },
    ];
    const nodes = [text('', { runs })];
    expect(picture(nodes)[0]).toContain(String.raw`{\textit{h}\nnfigSub{i} \& 2};`);
    expect(tikz(sceneOf(...nodes)).content).toContain(String.raw`\newcommand*{\nnfigSub}[1]`);
    expect(tikz(sceneOf(text('a'))).content).not.toContain('nnfigSub');
  });

  test('sets text in Helvetica or Latin Modern', () => {
    expect(tikz(sceneOf(text('a'))).content).toContain(String.raw`\usepackage{helvet}`);
    const serif = tikz(sceneOf(text('a')), { font: 'serif' }).content;
    expect(serif).not.toContain('helvet');
    expect(serif).toContain(String.raw`\rmfamily`);
    expect(() => tikz(sceneOf(text('a')), { font: 'comic' as 'serif' })).toThrow('no font `comic`');
  });

  test('writes formulas as LaTeX', () => {
    const nodes = [text('', { runs: [{ text: 'loss ' }, mathRun('E_\\mathcal{S}')] })];
    expect(picture(nodes)[0]).toContain(String.raw`{loss \nnfigFormula{$E_{\mathcal{S}}$}};`);
    expect(tikz(sceneOf(...nodes)).content).toContain(String.raw`\usepackage{amsmath, amssymb}`);
    const scaled = String.raw`\newcommand*{\nnfigFormula}[1]{{\unboldmath\nnfigScaled{1.1}{#1}}}`;
    expect(tikz(sceneOf(...nodes)).content).toContain(scaled);
    expect(tikz(sceneOf(...nodes), { font: 'serif' }).content).toContain(
      String.raw`\newcommand*{\nnfigFormula}[1]{{\unboldmath#1}}`,
    );
  });

  test('draws a formula that LaTeX must not read as outlines, and says so', () => {
    const { content, warnings } = tikz(sceneOf(text('', { runs: [mathRun('\\input{a}')] })));
    expect(content).not.toMatch(/\\input/);
    expect(content).toContain(
      String.raw`{\tikz[x=12\nnfigpx, y=-12\nnfigpx, baseline=0pt]{ \path[use as bounding box] (0,-0.7) rectangle (1.5,0.2); \fill[nnfigInk] (0,0) -- (1,0) -- (1,-0.7) -- cycle; }};`,
    );
    expect(warnings).toMatchObject([{ rule: 'tex-formula', severity: 'warning' }]);
    expect(warnings[0]?.message).toContain('because of `\\input`');
  });

  test('keeps the structure as scopes with comments', () => {
    const layer: SceneNode = {
      kind: 'group',
      role: 'layer',
      layer: 'conv1',
      title: 'Conv 3×3:\n8×8',
      children: [circle({ fill: blue })],
    };
    expect(
      picture([
        { kind: 'group', children: [layer] },
        { kind: 'group', role: 'edges', children: [] },
      ]),
    ).toEqual([
      '% layer conv1: Conv 3×3: 8×8',
      String.raw`\begin{scope}`,
      String.raw`\fill[fill=nnfigConv] (5,6) circle[radius=4];`,
      String.raw`\end{scope}`,
    ]);
  });

  test('writes no text of the figure outside of comments and nodes', () => {
    const evil = 'x\n\\end{document}\r\\input{a}\u2028\\write18{ls}';
    const group: SceneNode = {
      kind: 'group',
      role: 'layer',
      layer: evil,
      title: evil,
      children: [circle({ fill: blue })],
    };
    const { content } = tikz({ ...sceneOf(group), title: evil, description: evil });
    const code = content.split(/[\n\r\u2028]/).filter((line) => !/^\s*%/.test(line));
    expect(code.join('\n')).not.toMatch(/\\input\b|\\write/);
    expect(code.filter((line) => line.includes(String.raw`\end{document}`))).toHaveLength(1);
  });

  test('is a picture alone when asked, which says what it needs and leaves nothing behind', () => {
    const { content } = tikz(sceneOf(text('a∈ℝ')), { document: false });
    expect(content).not.toMatch(/^[^%]*\\(documentclass|usepackage)/m);
    expect(content).toContain(String.raw`%   \usepackage{amsmath, amssymb}`);
    expect(content).toContain(String.raw`%   \usepackage{tikz}`);
    expect(content.indexOf(String.raw`\begingroup`)).toBeLessThan(
      content.indexOf(String.raw`\newcommand`),
    );
    expect(content).toMatch(/\\end\{tikzpicture\}%\n\\endgroup\n$/);
  });

  test('paints a background only when asked', () => {
    expect(tikz(sceneOf(circle({ fill: ink }))).content).not.toContain('Background');
    expect(picture([circle({ fill: ink })], { background: '#fec' })[0]).toBe(
      String.raw`\fill[nnfigBackground] (-7,-6) rectangle (17,18);`,
    );
  });

  test('says which characters it has no font for', () => {
    const { warnings } = tikz(sceneOf(text('中中文')));
    expect(warnings).toMatchObject([{ rule: 'tex-character', severity: 'warning' }]);
    expect(warnings[0]?.message).toContain('`中`, `文`');
  });

  test('makes a figure that no page can hold smaller, and says so', () => {
    const far: SceneNode = { kind: 'circle', x: 40_000, y: 0, radius: 4, paint: { fill: ink } };
    const { content, warnings } = tikz(sceneOf(circle({ fill: ink }), far));
    expect(warnings).toMatchObject([{ rule: 'tex-size' }]);
    expect(content).toContain(String.raw`x=10\nnfigpx, y=-10\nnfigpx`);
    expect(content).toContain('(4000,0) circle[radius=0.4]');
    const unit = Number(/\{\\nnfigpx\}\{([\d.]+)bp\}/.exec(content)?.[1]);
    expect(unit * 40_019).toBeLessThanOrEqual(14_401);
  });

  test('warns of a figure that may be more than pdflatex holds', () => {
    const many = Array.from({ length: 6000 }, (_, index) => text(`t${index}`));
    expect(tikz(sceneOf(...many)).warnings).toMatchObject([{ rule: 'tex-memory' }]);
  });
});

describe('images', () => {
  const png = 'data:image/png;base64,iVBORw0KGgo=';
  const image = (more: Partial<ImageNode> = {}): SceneNode => ({
    kind: 'image',
    x: 2,
    y: 3,
    width: 10,
    height: 20,
    href: png,
    ...more,
  });

  test('are files beside the document, each once', () => {
    const { content, files } = tikz(sceneOf(image(), image({ opacity: 0.5 })), { name: 'My %fig' });
    expect(Object.keys(files ?? {})).toEqual(['My-fig-image-1.png']);
    expect([...(files?.['My-fig-image-1.png'] ?? [])].slice(0, 4)).toEqual([
      0x89, 0x50, 0x4e, 0x47,
    ]);
    expect(content).toContain(
      String.raw`\node[anchor=north west] at (2,3) {\includegraphics[width=10\nnfigpx, height=20\nnfigpx]{My-fig-image-1.png}};`,
    );
    expect(content).toContain(String.raw`\node[anchor=north west, opacity=0.5] at (2,3)`);
  });

  test('lie on their plane as the matrix says, y up', () => {
    const [line] = picture([
      image({ x: 0, y: 0, width: 1, height: 1, matrix: [30, -40, 0, 100, 7, 8] }),
    ]);
    expect(line).toBe(
      String.raw`\node[anchor=north west, cm={0.6,0.8,0,1,(0,0)}] at (7,8) {\includegraphics[width=50\nnfigpx, height=100\nnfigpx]{figure-image-1.png}};`,
    );
  });

  test('of other formats become PNG', async () => {
    for (const href of [images.gif, images.webp]) {
      const { files, warnings } = await toTex(imageScene(href));
      expect(warnings).toEqual([]);
      expect(Object.keys(files ?? {})).toEqual(['figure-image-1.png']);
    }
    await expect(toTex(imageScene(images.broken))).rejects.toThrow('cannot be read');
  });

  test('of other formats are frames with a warning where there is no wait', () => {
    const { content, warnings, files } = tikz(imageScene(images.gif));
    expect(files).toEqual({});
    expect(warnings).toMatchObject([
      { rule: 'tex-image', message: expect.stringContaining('`gif`') },
    ]);
    expect(content).toContain('(0,0) -- (16,0) -- (16,16) -- (0,16) -- cycle');
  });
});
