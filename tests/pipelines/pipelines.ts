/** The ways from Markdown to HTML that people use, each with the remark plugin as its readers are told to add it. */
import type { Options as LoaderOptions } from '@docusaurus/mdx-loader/lib/options.js';
import { createProcessorUncached } from '@docusaurus/mdx-loader/lib/processor.js';
import { type EvaluateOptions, evaluate, run } from '@mdx-js/mdx';
import { createElement, type FunctionComponent } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkNnfig from 'remark-nnfig';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { parse } from 'yaml';

/** Markdown in, HTML out. */
export type Pipeline = (markdown: string) => string | Promise<string>;

/** Nodes of MDX that raw HTML is parsed around, as Docusaurus has them. */
const passThrough = [
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'mdxjsEsm',
] as const;

async function mdx(markdown: string, options: Partial<EvaluateOptions>): Promise<string> {
  const { default: Content } = await evaluate(markdown, {
    ...runtime,
    remarkPlugins: [remarkFrontmatter, remarkNnfig],
    ...options,
  });
  return renderToStaticMarkup(createElement(Content));
}

/**
 * Runs what Docusaurus's own loader runs on a page.
 *
 * @param markdown Text of the page.
 * @param format How the page is read.
 * @param remarkPlugin The plugin and its options.
 * @param NnFigure The theme component, for a plugin that writes it.
 * @returns The page as HTML.
 */
export async function docusaurus(
  markdown: string,
  format: 'md' | 'mdx',
  remarkPlugin: readonly unknown[] = [remarkNnfig],
  NnFigure?: unknown,
): Promise<string> {
  const options = {
    siteDir: '/site',
    staticDirs: [],
    admonitions: true,
    remarkPlugins: [remarkPlugin],
    markdownConfig: {
      mermaid: false,
      emoji: true,
      format,
      mdx1Compat: { comments: false, admonitions: false, headingIds: false },
      anchors: { maintainCase: false },
      hooks: { onBrokenMarkdownLinks: 'warn', onBrokenMarkdownImages: 'warn' },
    },
    // Not of Docusaurus: makes code that can be run right here.
    outputFormat: 'function-body',
  } as unknown as LoaderOptions;
  const processor = await createProcessorUncached({ options, format });
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(markdown)?.[1];
  const { content } = await processor.process({
    content: markdown,
    filePath: '/site/docs/page.md',
    frontMatter: frontMatter === undefined ? {} : (parse(frontMatter) as Record<string, unknown>),
    compilerName: 'client',
  });
  const code = content.replace(
    /await import\(\w+\(["']@theme\/NnFigure["']\)\)/,
    'arguments[0].theme',
  );
  const { default: Content } = await run(code, {
    ...runtime,
    useMDXComponents: () => ({}),
    theme: { default: NnFigure },
    baseUrl: import.meta.url,
  } as Parameters<typeof run>[1]);
  return renderToStaticMarkup(createElement(Content as FunctionComponent));
}

/** The pipelines by name. The first is what the others are compared with. */
export const pipelines: Readonly<Record<string, Pipeline>> = {
  'remark-rehype and rehype-stringify': (markdown) =>
    String(
      unified()
        .use(remarkParse)
        .use(remarkFrontmatter)
        .use(remarkNnfig)
        .use(remarkRehype)
        .use(rehypeStringify)
        .processSync(markdown),
    ),
  'rehype-raw': (markdown) =>
    String(
      unified()
        .use(remarkParse)
        .use(remarkFrontmatter)
        .use(remarkNnfig)
        .use(remarkRehype, { allowDangerousHtml: true })
        .use(rehypeRaw)
        .use(rehypeStringify)
        .processSync(markdown),
    ),
  'MDX, format mdx': (markdown) => mdx(markdown, { format: 'mdx' }),
  'MDX, format md': (markdown) =>
    mdx(markdown, { format: 'md', rehypePlugins: [[rehypeRaw, { passThrough }]] }),
  'Docusaurus, format mdx': (markdown) => docusaurus(markdown, 'mdx'),
  'Docusaurus, format md': (markdown) => docusaurus(markdown, 'md'),
  'react-markdown': (markdown) =>
    renderToStaticMarkup(
      createElement(Markdown, { remarkPlugins: [remarkFrontmatter, remarkNnfig] }, markdown),
    ),
};
