/// <reference types="@docusaurus/module-type-aliases" />
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import NnFigure from '../src/theme/NnFigure/index.js';

vi.mock('@docusaurus/Translate', () => ({
  translate: ({ message }: { message: string }) => `[${message}]`,
}));

const svg = '<svg viewBox="0 0 1 1"><text>a &lt; b</text></svg>';

describe('NnFigure', () => {
  it('shows the drawing', () => {
    expect(renderToStaticMarkup(createElement(NnFigure, { svg, title: 'A & B' }))).toBe(
      `<figure class="nnfig" aria-label="A &amp; B" tabindex="0"><div class="nnfig-drawing">${svg}</div></figure>`,
    );
  });

  it('shows a table between the caption and the source', () => {
    const props = { svg, caption: 'C', source: 's' };
    expect(renderToStaticMarkup(createElement(NnFigure, props, createElement('table')))).toContain(
      '</figcaption><table></table><details',
    );
  });

  it('shows a caption and the source, and takes a class', () => {
    const props = { svg, title: 'T', caption: 'C < D', source: '4 -> 3\n', className: 'wide' };
    expect(renderToStaticMarkup(createElement(NnFigure, props))).toBe(
      `<figure class="nnfig wide" aria-label="T" tabindex="0"><div class="nnfig-drawing">${svg}</div>` +
        '<figcaption>C &lt; D</figcaption><details class="nnfig-source"><summary>[Source]</summary>' +
        '<pre><code class="language-nn">4 -&gt; 3\n</code></pre></details></figure>',
    );
  });
});
