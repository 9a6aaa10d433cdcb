/**
 * Which files the blocks of a page read. Bundlers compile a page again, and throw
 * away what they keep of it, only when a file changes that they know it depends on.
 */
import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Options } from 'remark-nnfig';
import { readWithin } from 'remark-nnfig/files';

/** What bundlers give loaders, as far as it is used here. */
export interface PageContext {
  /** Path of the page. */
  readonly resourcePath: string;
  addDependency(file: string): void;
  addMissingDependency(file: string): void;
}

type Reader = NonNullable<Options['read']>;

/** The files that pages read. */
export class PageReads {
  /**
   * By page. Files stay when a page does not name them any more: one compilation
   * too many costs little, and a page is compiled in several variants.
   */
  readonly #files = new Map<string, Set<string>>();
  /** Compilations by page: one may wait for what another one makes of the page. */
  readonly #contexts = new Map<string, Set<WeakRef<PageContext>>>();

  /**
   * Tells a bundler of the files of a page: those that are known, and those that follow.
   *
   * @param context
   *   What the bundler gives the loaders of the page.
   */
  follow(context: PageContext): void {
    const { resourcePath: page } = context;
    const running = [...(this.#contexts.get(page) ?? [])].filter((other) => other.deref());
    this.#contexts.set(page, new Set([...running, new WeakRef(context)]));
    for (const file of this.#files.get(page) ?? []) addTo(context, file);
  }

  /**
   * Notes that a page depends on a file.
   *
   * @param page
   *   Path of the page.
   * @param file
   *   Path of the file, which need not exist.
   */
  add(page: string, file: string): void {
    this.#files.set(page, (this.#files.get(page) ?? new Set()).add(file));
    for (const reference of this.#contexts.get(page) ?? []) {
      const context = reference.deref();
      if (context) addTo(context, file);
    }
  }
}

function addTo(context: PageContext, file: string): void {
  let isFile: boolean;
  try {
    isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // No file can have such a path, so none will come to be.
    return;
  }
  if (isFile) context.addDependency(file);
  else context.addMissingDependency(file);
}

/**
 * Lets blocks read files, and notes which.
 *
 * @param folder
 *   The folder; nothing outside of it is read.
 * @param reads
 *   Where to note them.
 * @returns
 *   Reader, for the option `read` of `remark-nnfig`.
 */
export function createReader(folder: string, reads: PageReads): Reader {
  const read = readWithin(folder);
  return (path, file, encoding) => {
    const page = resolve(file.cwd, file.path);
    const target = resolve(dirname(page), path);
    try {
      const text = read(path, file, encoding);
      reads.add(page, target);
      // Bundlers watch a link, and not what it leads to.
      reads.add(page, realpathSync(target));
      return text;
    } catch (error) {
      // It may come to be. What is outside never counts, so it is not watched either.
      const inside = relative(folder, target);
      if (!inside.startsWith(`..${sep}`) && !isAbsolute(inside)) reads.add(page, target);
      throw error;
    }
  };
}
