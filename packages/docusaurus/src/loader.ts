/**
 * A loader that runs before `@docusaurus/mdx-loader`, and in the same context: that
 * is where a bundler is told what a page depends on, whether it compiles or fails.
 */
import type { PageContext, PageReads } from './reads.js';

/** Options of the loader. */
export interface ReadsLoaderOptions {
  /** The files that pages read. */
  readonly reads: PageReads;
}

/**
 * Has the bundler told of the files that the blocks of a page read.
 *
 * @param this
 *   What bundlers give loaders.
 * @param source
 *   Text of the page.
 * @returns
 *   The same text.
 */
export default function followReads(
  this: PageContext & { getOptions(): ReadsLoaderOptions },
  source: string,
): string {
  this.getOptions().reads.follow(this);
  return source;
}
