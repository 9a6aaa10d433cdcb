import { readers } from '@nnfig/formats';
import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Options } from '../src/index.js';
import remarkNnfig from '../src/index.js';
import { drawn } from './support/nnfig.js';

vi.mock('nnfig/core', () => import('./support/nnfig.js'));

beforeEach(() => {
  drawn.length = 0;
});

function html(text: string, options?: Options, data = {}): string {
  const file = new VFile({ value: text, data });
  return String(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkFrontmatter)
      .use(remarkNnfig, options)
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync(file),
  );
}

describe('hast', () => {
  it('is the figure alone, without a `pre` or a `p`', () => {
    expect(html('a\n\n```nn\nout 1\n```\n\nb')).toBe(
      '<p>a</p>\n<figure class="nnfig">out 1</figure>\n<p>b</p>',
    );
  });

  it('stands in tight lists and quotes', () => {
    expect(html('* ```nn\n  out 2\n  ```\n* b\n\n> ```nn\n> out 2\n> ```')).toBe(
      '<ul>\n<li>\n<figure class="nnfig">out 2</figure>\n</li>\n<li>b</li>\n</ul>\n' +
        '<blockquote>\n<figure class="nnfig">out 2</figure>\n</blockquote>',
    );
  });

  it('stays a code block in Markdown', () => {
    const processor = unified()
      .use(remarkParse)
      .use(remarkNnfig)
      .use(remarkStringify, { bullet: '*' });
    const text = 'a\n\n```nn title="x"\nout: *3*\n\n  _b_\n```\n\n* ~~~\n  c\n';
    const tidy = 'a\n\n```nn title="x"\nout: *3*\n\n  _b_\n```\n\n* ```\n  c\n  ```\n';
    expect(String(processor.processSync(text))).toBe(tidy);
  });

  it('takes a class', () => {
    expect(html('```nn\nout 3\n```', { figureClassName: 'wide tall' })).toBe(
      '<figure class="nnfig wide tall">out 3</figure>',
    );
    expect(html('```nn\nout 3\n```')).toBe('<figure class="nnfig">out 3</figure>');
  });

  it('leaves other languages, `render=false` and code without a fence', () => {
    const text = '```nnn\na\n```\n\n```nn render=false\nb\n```\n\n    nn\n\n`nn`';
    expect(html(text)).not.toContain('figure');
    expect(html(text)).toContain('<pre><code class="language-nn">b');
  });

  it('takes other languages when told', () => {
    const text = '```nn\na\n```\n```net\nb\n```\n```dnn\nc\n```';
    expect(html(text, { lang: ['net', 'dnn'] }).match(/<figure/g)).toHaveLength(2);
    expect(html(text, { lang: 'net' }).match(/<figure/g)).toHaveLength(1);
  });

  it('is not changed by what later plugins do to it', () => {
    const spoil = () => (tree: unknown) => {
      const [figure] = (tree as { children: { children: { value: string }[] }[] }).children;
      if (figure?.children[0]) figure.children[0].value = 'spoilt';
    };
    const text = '```nn\nout 4\n```';
    const spoilt = unified().use(remarkParse).use(remarkNnfig).use(remarkRehype).use(spoil);
    expect(String(spoilt.use(rehypeStringify).processSync(text))).toContain('spoilt');
    expect(html(text)).toBe('<figure class="nnfig">out 4</figure>');
  });
});

describe('what the core is given', () => {
  it('is the block with plain line endings, its meta, the front matter, the settings and readers', () => {
    html(
      '```nn title="a &amp; b"\r\nx: 1\r\ny: 2\r\n```\r\n',
      { style: 'lenet', lang: 'nn' },
      {
        frontMatter: { nnfig: { theme: 'dark' } },
      },
    );
    expect(drawn).toEqual([
      {
        value: 'x: 1\ny: 2',
        meta: 'title="a & b"',
        frontMatter: { theme: 'dark' },
        settings: { style: 'lenet' },
        lang: 'nn',
        readers,
      },
    ]);
  });

  it.each([
    ['Docusaurus', { frontMatter: { nnfig: 'it' } }],
    ['vfile-matter', { matter: { nnfig: 'it' } }],
    ['Astro', { astro: { frontmatter: { nnfig: 'it' } } }],
  ])('has front matter as %s leaves it', (name, data) => {
    html(`\`\`\`nn\n${name}\n\`\`\``, undefined, data);
    expect(drawn[0]?.frontMatter).toBe('it');
  });

  it('has front matter from the tree, and survives broken or odd ones', () => {
    html('---\nnnfig: {theme: dark}\n---\n\n```nn\nm1\n```');
    html('---\n: [\n---\n\n```nn\nm2\n```');
    html('---\n- a\n---\n\n```nn\nm3\n```');
    html('---\nnnfig: &a [*a]\n---\n\n```nn\nm4\n```');
    html('```nn\nm5\n```', undefined, { frontMatter: null });
    expect(drawn.map(({ frontMatter }) => frontMatter).filter((_, index) => index !== 3)).toEqual([
      { theme: 'dark' },
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is given once for the same block, and again for another', () => {
    html('```nn\nsame\n```\n\n```nn\nsame\n```');
    html('> ```nn\r\n> same\r\n> ```');
    html('```nn\nsame\n```', { style: 'fcnn' });
    html('```nn width=3\nsame\n```');
    expect(drawn).toHaveLength(3);
  });
});

describe('jsx', () => {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkNnfig, { output: 'jsx', figureClassName: 'wide' });

  it('is a component with its import', () => {
    const tree = processor.runSync(
      processor.parse('# T\n\n```nn\nj\n```\n\n```nn\nk\n```'),
    ) as Root;
    expect(tree.children.map(({ type }) => type)).toEqual([
      'mdxjsEsm',
      'heading',
      'mdxJsxFlowElement',
      'mdxJsxFlowElement',
    ]);
    expect(tree.children[0]).toMatchObject({
      value: "import NnfigThemeFigure from '@theme/NnFigure';",
      data: { estree: { type: 'Program', body: [{ source: { value: '@theme/NnFigure' } }] } },
    });
    expect(tree.children[2]).toEqual({
      type: 'mdxJsxFlowElement',
      name: 'NnfigThemeFigure',
      attributes: [
        { type: 'mdxJsxAttribute', name: 'svg', value: '<svg>j</svg>' },
        { type: 'mdxJsxAttribute', name: 'title', value: 'T "&" {x}' },
        { type: 'mdxJsxAttribute', name: 'className', value: 'wide' },
      ],
      children: [],
    });
  });

  it('holds the table of a figure', () => {
    const tree = processor.runSync(processor.parse('```nn table\nj\n```')) as Root;
    expect(tree.children[1]).toMatchObject({
      type: 'mdxJsxFlowElement',
      children: [
        {
          type: 'paragraph',
          data: {
            hName: 'table',
            hProperties: { dataNnfigTable: '' },
            hChildren: [{ type: 'text', value: 'costs' }],
          },
        },
      ],
    });
  });

  it('adds no import to a page without figures', () => {
    const tree = processor.runSync(processor.parse('# T\n\n```nn render=false\nj\n```')) as Root;
    expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'code']);
  });
});
