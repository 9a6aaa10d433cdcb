/** `remark-nnfig` as Docusaurus needs it: with the theme component, and messages in the terminal. */
import { logger } from '@docusaurus/logger';
import type { Root } from 'mdast';
import type { Options } from 'remark-nnfig';
import remarkNnfig from 'remark-nnfig';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { createPageError, formatMessage } from './report.js';

/** Options of the remark plugin. */
export interface PageOptions {
  readonly figures: Omit<Options, 'output' | 'onError'>;
  readonly onError: 'throw' | 'card' | 'warn';
  /** Folder that paths are shown from. */
  readonly siteDir: string;
}

/** What was printed: pages are compiled more than once, in a blog for each list they are in. */
const printed = new Set<string>();

/**
 * Draws the figures of the pages of a site.
 *
 * @param options
 *   Options.
 * @returns
 *   Transform; it throws for a page with errors when it is told to.
 */
export function remarkNnfigPages({
  figures,
  onError,
  siteDir,
}: PageOptions): (tree: Root, file: VFile) => undefined {
  // Errors are thrown below, when warnings are told from them.
  const quiet = onError === 'throw' ? () => undefined : onError;
  const draw = remarkNnfig({ ...figures, output: 'jsx', onError: quiet });
  const languages = [figures.lang ?? 'nn'].flat();

  return (tree, file) => {
    draw(tree, file);
    const messages = file.messages
      .filter(({ source }) => source === 'remark-nnfig')
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    const errors = messages.filter(({ fatal }) => fatal);
    if (errors.length > 0 && onError === 'throw') {
      throw createPageError(messages, file, siteDir);
    }

    // The compiler of the server sees the same pages.
    if (file.data.compilerName !== 'server') {
      for (const message of messages) {
        const text = formatMessage(message, file, siteDir);
        if (printed.has(text)) continue;
        printed.add(text);
        if (message.fatal) logger.error(text);
        else if (message.fatal === false) logger.warn(text);
        else logger.info(text);
      }
    }

    // Blocks that stay code are highlighted as what they are.
    visit(tree, 'code', (node) => {
      if (languages.includes(node.lang ?? '')) node.lang = 'yaml';
    });
  };
}
