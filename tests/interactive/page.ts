/** Pages with figures and what `@nnfig/interactive` ships, served on this machine. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import rehypeStringify from 'rehype-stringify';
import remarkNnfig from 'remark-nnfig';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { serve } from '../support/server.js';

/** What is shipped for pages without a bundler. */
export const shipped = {
  script: fileURLToPath(import.meta.resolve('@nnfig/interactive/bundle')),
  styles: fileURLToPath(import.meta.resolve('@nnfig/interactive/styles.css')),
};

/** Path of the script of axe. */
export const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const processor = unified()
  .use(remarkParse)
  .use(remarkNnfig)
  .use(remarkRehype)
  .use(rehypeStringify);

/**
 * Draws the blocks of a page.
 *
 * @param markdown Text of the page.
 * @returns Its body as HTML.
 */
export function body(markdown: string): string {
  return String(processor.processSync(markdown));
}

/** Files of a page. */
export interface PageFiles {
  /** The body. */
  readonly html: string;
  /** Whether the script is there. */
  readonly script?: boolean;
}

/**
 * Serves pages, each with the stylesheet, and under a strict policy for scripts.
 *
 * @param pages Their bodies, by name.
 * @returns Their address, and a way to end it.
 */
export async function serveBodies(
  pages: Readonly<Record<string, PageFiles>>,
): ReturnType<typeof serve> {
  const folder = mkdtempSync(join(tmpdir(), 'nnfig-interactive-'));
  copyFileSync(shipped.script, join(folder, 'interactive.js'));
  copyFileSync(shipped.script, join(folder, 'again.js'));
  copyFileSync(shipped.styles, join(folder, 'interactive.css'));
  for (const [name, { html, script = true }] of Object.entries(pages)) {
    writeFileSync(join(folder, `${name}.html`), documentOf(html, script));
  }
  const { url, close } = await serve(folder);
  return {
    url,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function documentOf(html: string, script: boolean): string {
  const policy = "script-src 'self'; require-trusted-types-for 'script'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Figures</title>
<style>
:root { color-scheme: light dark }
body { max-width: 50rem; margin: 1rem auto; font-family: sans-serif }
a { color: inherit }
</style>
<link rel="stylesheet" href="interactive.css">
${script ? '<script type="module" src="interactive.js"></script>' : ''}
</head>
<body>
<main>
<h1>Figures</h1>
<p><a href="#before">Before</a></p>
${html}
<p><a href="#after">After</a></p>
</main>
</body>
</html>
`;
}
