/** Files that blocks may read, for programs that run where there are files. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** What a block names is data of a small network; more than this is some other file. */
const mostBytes = 8 * 1024 * 1024;

/** Where a reading starts from, as a `VFile` says it. */
interface From {
  /** Path of the file that names the other. */
  readonly path?: string | undefined;
  /** Folder that the path is relative to. */
  readonly cwd?: string;
}

/**
 * Lets blocks read the files of a folder, by paths relative to the file that the block is in.
 *
 * @param folder
 *   The folder; nothing outside of it is read, links out of it neither.
 * @returns
 *   Reader, for the option `read`; it throws an `Error` that says why a file cannot be read.
 */
export function readWithin(
  folder: string,
): (path: string, file?: From, encoding?: 'utf8' | 'base64') => string {
  return (path, file = {}, encoding = 'utf8') => {
    const start =
      file.path === undefined ? folder : dirname(resolve(file.cwd ?? folder, file.path));
    const root = realpathSync(folder);
    const target = realPath(resolve(start, path));
    if (target === undefined) throw new Error('there is no such file');
    if (!`${target}${sep}`.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) {
      throw new Error(`it is outside of the folder \`${relative(dirname(root), root)}\``);
    }
    const stats = statSync(target);
    if (!stats.isFile()) throw new Error('it is no file');
    if (stats.size > mostBytes) throw new Error(`it is larger than ${mostBytes / 1024 / 1024} MB`);
    return readFileSync(target, encoding);
  };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
