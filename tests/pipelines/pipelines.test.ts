import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { remarkNnfigPages } from '../../packages/docusaurus/dist/remark.js';
import NnFigure from '../../packages/docusaurus/dist/theme/NnFigure/index.jsx';
import { fixtures } from '../support/fixtures.js';
import { figuresOf, findAll, textOf } from '../support/html.js';
import { docusaurus, pipelines } from './pipelines.js';

vi.mock('@docusaurus/Translate', () => ({
  translate: ({ message }: { message: string }) => message,
}));

const folder = join(import.meta.dirname, 'pages');
const pages = [
  ...readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
  {
    name: 'all networks',
    text: fixtures.map(({ text }) => `\`\`\`nn\n${text.trimEnd()}\n\`\`\`\n`).join('\n'),
  },
];

/** How many figures each page has. */
const counts: Readonly<Record<string, number>> = {
  'caffe.md': 3,
  'code.md': 1,
  'containers.md': 4,
  'convnetdraw.md': 2,
  'front-matter.md': 2,
  'settings.md': 4,
  'tables.md': 3,
  'all networks': fixtures.length,
};

const [[first, reference] = ['', () => ''], ...others] = Object.entries(pipelines);

describe.each(pages)('$name', ({ name, text }) => {
  it(`has its figures with ${first}`, async () => {
    const figures = figuresOf(await reference(text));
    expect(figures).toHaveLength(counts[name] ?? 0);
    for (const figure of figures) expect(findAll(figure, 'svg')).toHaveLength(1);
  });

  it.each(others)('has the same figures with %s', async (_, pipeline) => {
    const figures = figuresOf(await pipeline(text));
    expect(figures).toEqual(figuresOf(await reference(text)));
  });

  it.each(['mdx', 'md'] as const)(
    'has the same drawings as components, format %s',
    async (format) => {
      const plugin = [remarkNnfigPages, { figures: {}, onError: 'throw', siteDir: '/site' }];
      const expected = figuresOf(await reference(text));
      const figures = figuresOf(await docusaurus(text, format, plugin, NnFigure));
      expect(figures).toHaveLength(expected.length);
      figures.forEach((figure, index) => {
        const other = expected[index] ?? figure;
        expect(figure.properties.ariaLabel).toBe(other.properties.ariaLabel);
        expect(findAll(figure, 'svg')).toEqual(findAll(other, 'svg'));
        expect(findAll(figure, 'figcaption')).toEqual(findAll(other, 'figcaption'));
        expect(findAll(figure, 'table')).toEqual(findAll(other, 'table'));
        expect(findAll(figure, 'details').map(textOf)).toEqual(
          findAll(other, 'details').map(textOf),
        );
      });
    },
  );
});
