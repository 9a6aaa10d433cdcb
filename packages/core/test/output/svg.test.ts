import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { describeFormulas } from '../../src/output/describe.js';
import { svgText } from '../../src/output/svg-text.js';
import { type SvgOptions, svgTree } from '../../src/output/svg-tree.js';
import type { Colour, Scene, SceneNode } from '../../src/scene/scene.js';
import { runsOf, scriptedLine } from '../../src/scene/scripts.js';
import { line, rectangle } from '../../src/scene/shapes.js';
import { textLine } from '../../src/scene/text.js';

const ink: Colour = { variable: 'ink', light: '#000000', dark: '#FFFFFF' };
const box = rectangle(0, 0, 100, 50, { fill: ink });

const write = (children: readonly SceneNode[], options: Partial<SvgOptions> = {}) =>
  svgText(
    svgTree({ children }, { title: 'Net', description: 'A net.', theme: 'light', ...options }),
  );

/** Parses as XML, which fails on anything ill-formed. */
const parse = (svg: string) => new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;

describe('the root', () => {
  it('is cropped, has a size and a name', () => {
    expect(write([box])).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 116 66" width="116" height="66" ' +
        'role="img" aria-label="Net" font-family="Helvetica, Arial, &quot;Liberation Sans&quot;, sans-serif">' +
        '<desc>A net.</desc><path d="M0 0H100V50H0Z" fill="#000000"/></svg>',
    );
  });

  it('rounds its box outward', () => {
    const odd = rectangle(0.4, 0.6, 9.3, 9.3, { fill: ink });
    expect(write([odd])).toContain('viewBox="-8 -8 26 26"');
  });

  it('scales height with width', () => {
    expect(write([box], { width: 400 })).toContain('width="400" height="227.59"');
  });

  it('is named by title and caption', () => {
    expect(write([box], { caption: 'As in 1998.' })).toContain('aria-label="Net. As in 1998."');
    expect(write([box], { title: 'Which?', caption: 'This.' })).toContain('"Which? This."');
    expect(write([box], { title: '' })).toContain('aria-label="Neural network"');
  });

  it('can stand on a colour', () => {
    const svg = write([box], { background: ink, theme: 'dark' });
    expect(svg).toContain('</desc><rect x="-8" y="-8" width="116" height="66" fill="#ffffff"/>');
  });

  it('shows one pixel of an empty scene', () => {
    expect(write([])).toContain('viewBox="0 0 1 1" width="1" height="1"');
  });
});

describe('colours', () => {
  it('follow the page unless a theme is given', () => {
    expect(write([box], { theme: 'auto' })).toContain(
      'fill="var(--nnfig-ink, light-dark(#000000, #ffffff))"',
    );
    expect(write([box], { theme: 'dark' })).toContain('fill="#ffffff"');
  });

  it('are short where there is nothing to choose', () => {
    const same = rectangle(0, 0, 9, 9, { fill: { light: '#aabbcc', dark: '#aabbcc' } });
    expect(write([same], { theme: 'auto' })).toContain('fill="#aabbcc"');
  });

  it('cannot carry anything else', () => {
    const evil = { light: 'url(https://example.com/x)', dark: 'red' };
    expect(write([rectangle(0, 0, 9, 9, { fill: evil })])).toContain('fill="currentColor"');
  });
});

describe('paint', () => {
  it('writes every property, in one order', () => {
    const all = line(
      { x: 0, y: 0 },
      { x: 10, y: 5 },
      {
        join: 'bevel',
        cap: 'round',
        dash: [3, 1.5],
        strokeOpacity: 0.3333,
        strokeWidth: 1.005,
        stroke: ink,
        fillOpacity: 0.5,
        fill: ink,
      },
    );
    expect(write([all])).toContain(
      '<path d="M0 0L10 5" fill="#000000" fill-opacity="0.5" stroke="#000000" stroke-width="1" ' +
        'stroke-opacity="0.33" stroke-dasharray="3 1.5" stroke-linecap="round" stroke-linejoin="bevel"/>',
    );
  });

  it('is said once by a group whose children agree', () => {
    const circle = (x: number): SceneNode => ({
      kind: 'circle',
      x,
      y: 0,
      radius: 5,
      paint: { fill: ink, stroke: ink },
    });
    expect(write([{ kind: 'group', children: [circle(0), circle(20)] }])).toContain(
      '<g fill="#000000" stroke="#000000" stroke-width="1">' +
        '<circle cx="0" cy="0" r="5"/><circle cx="20" cy="0" r="5"/></g>',
    );
  });

  it('is not said by a group whose children differ', () => {
    const bare = rectangle(0, 0, 5, 5, { stroke: ink });
    const svg = write([{ kind: 'group', children: [bare, box] }]);
    expect(svg).toContain('<g><path d="M0 0H5V5H0Z" fill="none" stroke="#000000"');
  });
});

describe('nodes', () => {
  it('are groups with a layer and a title, in that order', () => {
    const svg = write([
      { kind: 'group', role: 'layer', layer: 'conv1', title: 'Conv 5×5', children: [box] },
    ]);
    expect(svg).toContain(
      '<g data-role="layer" data-layer="conv1"><title>Conv 5×5</title><path d=',
    );
  });

  it('are texts with their anchor and turn', () => {
    const text = textLine('a', 1.234, 5, {
      size: 12,
      weight: 'bold',
      italic: true,
      anchor: 'end',
      rotate: -45,
      fill: ink,
    });
    expect(write([text])).toContain(
      '<text x="1.23" y="5" font-size="12" font-weight="bold" font-style="italic" ' +
        'text-anchor="end" transform="rotate(-45 1.23 5)" fill="#000000">a</text>',
    );
  });

  it('are images only when the file itself holds them', () => {
    const image = (href: string): SceneNode => ({
      kind: 'image',
      x: 0,
      y: 0,
      width: 8,
      height: 8,
      href,
    });
    const good = 'data:image/png;base64,iVBORw0KGgo=';
    expect(write([image(good)])).toContain(`href="${good}"`);
    for (const bad of [
      'https://example.com/a.png',
      'data:image/svg+xml;base64,PHN2Zy8+',
      'data:text/html;base64,AAAA',
      'javascript:alert(1)',
      'data:image/png;base64,AA" onload="x',
    ]) {
      expect(write([image(bad)])).not.toContain('<image');
    }
  });
});

describe('text from anywhere', () => {
  it('is escaped, and what XML forbids is gone', () => {
    const nasty = '<script>"&\'</script>\u0000\u0008\ufffe\ud800 x\n\ty ]]>';
    const scene: SceneNode[] = [
      {
        kind: 'group',
        layer: nasty,
        title: nasty,
        children: [textLine(nasty, 0, 0, { size: 9, fill: ink })],
      },
    ];
    const svg = write(scene, { title: nasty, description: nasty });
    const document = parse(svg);
    const clean = '<script>"&\'</script>\ufffd x  y ]]>';
    expect(document.querySelector('script')).toBeNull();
    expect(document.querySelector('text')?.textContent).toBe(clean);
    // A tooltip may have several lines.
    expect(document.querySelector('title')?.textContent).toBe(clean.replace('x  y', 'x\n y'));
    expect(document.querySelector('desc')?.textContent).toBe(clean);
    expect(document.querySelector('g')?.getAttribute('data-layer')).toBe(clean);
    expect(document.documentElement.getAttribute('aria-label')).toBe(clean);
  });

  it('shrinks with its column until its text is barely legible, where it follows a page', () => {
    const text = textLine('x', 0, 0, { size: 10, fill: ink });
    const wide = (theme: 'auto' | 'light', width?: number) =>
      svgText(
        svgTree(
          { children: [box, text] },
          { title: 'Net', description: '', theme, ...(width !== undefined && { width }) },
        ),
      );
    expect(wide('auto')).toContain('style="max-width: 100%; min-width: 87px; height: auto"');
    expect(wide('auto', 40)).toContain('min-width: 40px');
    expect(wide('light')).not.toContain('style=');
  });

  it('never gives rise to a style, an id, a script or a reference', () => {
    const svg = write([box, textLine('x', 0, 0, { size: 9, fill: ink })], { theme: 'auto' });
    const fitted = svg.replace(/ style="max-width: 100%; min-width: \d+px; height: auto"/, '');
    expect(fitted).not.toMatch(/<style|\sid=|<script|href|url\(|foreignObject|\sstyle=/);
  });
});

describe('formulas', () => {
  const children = (text: string, more = {}) => {
    const node = textLine(text, 10, 20, { size: 10, fill: ink, ...more });
    return parse(write([node])).querySelector('svg > g') as Element;
  };

  it('are outlines in the colour of their text, between texts', () => {
    const group = children('ab $x$ cd', { weight: 'bold' });
    expect([...group.children].map(({ tagName }) => tagName)).toEqual(['text', 'path', 'text']);
    expect(group.getAttribute('fill')).toBe('#000000');
    expect(group.getAttribute('font-weight')).toBe('bold');
    expect([...group.querySelectorAll('text')].map((text) => text.outerHTML)).toEqual([
      '<text xmlns="http://www.w3.org/2000/svg" x="21.67" y="20" text-anchor="end">ab</text>',
      '<text xmlns="http://www.w3.org/2000/svg" x="33.52" y="20">cd</text>',
    ]);
    expect(group.querySelector('path')?.getAttributeNames()).toEqual(['d']);
  });

  it('turn with their line', () => {
    expect(children('$x$', { rotate: -90 }).getAttribute('transform')).toBe('rotate(-90 10 20)');
  });

  it('have scripts beside them', () => {
    const node = scriptedLine(runsOf('ℝ² $x$'), 0, 0, { size: 10, fill: ink });
    expect(write([node])).toContain('ℝ<tspan dy="-3.7" font-size="7.4">2</tspan></text><path d=');
  });

  it('are named in a description', () => {
    const lines = ['$x$ and $\\hat{y}$', '$x$'].map((text) =>
      textLine(text, 0, 0, { size: 10, fill: ink }),
    );
    const group: SceneNode = { kind: 'group', children: lines };
    expect(describeFormulas([group])).toBe('Formulas: x; \\hat{y}.');
    expect(describeFormulas([box])).toBe('');
    const many = Array.from({ length: 200 }, (_, index) =>
      textLine(`$x_{${index}}$`, 0, 0, { size: 10, fill: ink }),
    );
    expect(describeFormulas(many)).toMatch(/^Formulas: x_\{0\}; .* and \d+ more\.$/);
    expect(describeFormulas(many).length).toBeLessThan(430);
  });
});

it('writes the same bytes for the same scene', () => {
  const scene: Scene = { children: [box] };
  const options: SvgOptions = { title: 't', description: 'd', theme: 'auto' };
  const tree = svgTree(scene, options);
  expect(svgText(tree)).toBe(svgText(svgTree(scene, options)));
});
