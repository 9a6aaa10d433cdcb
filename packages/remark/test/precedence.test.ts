import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Options } from '../src/index.js';
import remarkNnfig from '../src/index.js';

/** What `title` is, when it is said in some of the places that can say it. */
function title(places: { meta?: string; block?: string; page?: string; plugin?: string }): string {
  const text = [
    ...(places.page ? ['---', `nnfig: {title: ${places.page}}`, '---', ''] : []),
    `\`\`\`nn${places.meta ? ` title="${places.meta}"` : ''}`,
    ...(places.block ? [`title: ${places.block}`] : []),
    'layers: 4 -> 3',
    '```',
  ].join('\n');
  const options: Options = places.plugin ? { title: places.plugin } : {};
  const html = String(
    unified()
      .use(remarkParse)
      .use(remarkFrontmatter)
      .use(remarkNnfig, options)
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync(text),
  );
  return /<figure[^>]* aria-label="([^"]*)"/.exec(html)?.[1] ?? '';
}

describe('what counts first', () => {
  const all = { meta: 'meta', block: 'block', page: 'page', plugin: 'plugin' };

  it.each([
    ['meta', all],
    ['block', { ...all, meta: '' }],
    ['page', { ...all, meta: '', block: '' }],
    ['plugin', { plugin: 'plugin' }],
    ['Neural network', {}],
    ['meta', { meta: 'meta', plugin: 'plugin' }],
    ['block', { block: 'block', page: 'page' }],
  ])('is %s of %j', (expected, places) => {
    expect(title(places)).toBe(expected);
  });
});
