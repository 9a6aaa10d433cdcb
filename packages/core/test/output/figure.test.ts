import type { Element, ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Place } from '../../src/diagnostics.js';
import { excerpt } from '../../src/output/excerpt.js';
import { errorElement, figureElement } from '../../src/output/figure.js';

const svg: Element = { type: 'element', tagName: 'svg', properties: {}, children: [] };

const place = (line: number, column: number, endColumn: number, endLine = line): Place => ({
  start: { line, column, offset: 0 },
  end: { line: endLine, column: endColumn, offset: 0 },
});

const textOf = (node: ElementContent): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.children.map(textOf).join('')
      : '';

function all(node: ElementContent, tagName: string): Element[] {
  if (node.type !== 'element') return [];
  const inner = node.children.flatMap((child) => all(child, tagName));
  return node.tagName === tagName ? [node, ...inner] : inner;
}

describe('figureElement', () => {
  it('scrolls, is named, and can be reached by keyboard', () => {
    const figure = figureElement({ svg, title: 'LeNet-5' });
    expect(figure.tagName).toBe('figure');
    expect(figure.properties).toMatchObject({
      className: ['nnfig'],
      tabIndex: 0,
      ariaLabel: 'LeNet-5',
    });
    expect(figure.properties.style).toMatch(/overflow-x: auto; max-width: 100%/);
    expect(figure.children).toEqual([svg]);
  });

  it('has a caption and the source when given', () => {
    const source = { text: 'layers:\n  - conv 6 5x5\n', lang: 'nn' };
    const figure = figureElement({
      svg,
      title: 't',
      caption: 'Figure 1',
      source,
      className: 'net',
    });
    expect(all(figure, 'figcaption').map(textOf)).toEqual(['Figure 1']);
    const [details] = all(figure, 'details');
    expect(details?.properties.className).toEqual(['net-source']);
    const [code] = all(figure, 'code');
    expect(code?.properties.className).toEqual(['language-nn']);
    expect(code && textOf(code)).toBe(source.text);
  });
});

describe('errorElement', () => {
  const diagnostics: Diagnostic[] = [
    {
      rule: 'unknown-word',
      message: 'No operation is called `cnov`',
      place: place(2, 5, 9),
      severity: 'error',
      hint: 'Did you mean `conv`?',
      url: 'https://nnfig.github.io/nnfig/docs/reference/problems#unknown-word',
    },
    { rule: 'no-layers', message: 'There are no layers', severity: 'error' },
  ];
  const card = errorElement({
    diagnostics,
    text: 'layers:\n  - cnov 6\n',
    firstLine: 12,
    path: 'docs/a.md',
  });

  it('lists each problem with its place, excerpt, hint and page', () => {
    expect(all(card, 'p').map(textOf)).toEqual([
      'This figure has 2 problems',
      'docs/a.md:13:5 No operation is called cnov',
      'Did you mean conv? More',
      'docs/a.md There are no layers',
    ]);
    expect(all(card, 'pre').map(textOf)).toEqual(['13 |   - cnov 6\n   |     ^^^^']);
    expect(all(card, 'a').map(({ properties }) => properties.href)).toEqual([diagnostics[0]?.url]);
  });

  it('shows what is in backticks as code', () => {
    expect(
      all(card, 'p')
        .flatMap((p) => all(p, 'code'))
        .map(textOf),
    ).toEqual(['cnov', 'conv']);
  });

  it('has styles of plain declarations only', () => {
    const figures: Element[] = [
      card,
      figureElement({ svg, title: 't', source: { text: '', lang: 'nn' } }),
    ];
    for (const tag of ['figure', 'p', 'pre', 'a', 'details']) {
      for (const { properties } of figures.flatMap((figure) => all(figure, tag))) {
        if (properties.style === undefined) continue;
        for (const declaration of String(properties.style).split('; ')) {
          expect(declaration).toMatch(/^[a-z-]+: [^{};:]+$/);
        }
      }
    }
  });
});

describe('excerpt', () => {
  it('marks to the end of the line what goes on in the next', () => {
    expect(excerpt('a: [b,\nc', place(1, 4, 2, 2))).toBe('1 | a: [b,\n  |    ^^^');
  });

  it('marks one column where there is nothing', () => {
    expect(excerpt('a:', place(1, 3, 3))).toBe('1 | a:\n  |   ^');
    expect(excerpt('a', place(7, 1, 1))).toBe('7 | \n  | ^');
  });

  it('cuts long lines around the mark', () => {
    const [line = '', mark = ''] = excerpt(
      `${'x'.repeat(500)}BAD${'y'.repeat(500)}`,
      place(1, 501, 504),
    ).split('\n');
    expect(line.length).toBeLessThan(110);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('BAD');
  });

  it('keeps marks under their words after tabs', () => {
    expect(excerpt('\tbad', place(1, 2, 5))).toBe('1 |  bad\n  |  ^^^');
  });
});
