import { dirname, relative } from 'node:path';
import type { ReadFile } from 'nnfig';
import { readWithin } from 'remark-nnfig/files';
import type { Io } from './io.js';

/**
 * Lets a description read the files beside it: those of the current folder when it
 * stands in there, else those of its own.
 *
 * @param source Absolute path of the file with the description, unless it is standard input.
 * @param io Current folder.
 * @returns What core reads files with.
 */
export function fileReader(
  { path }: { readonly path?: string | undefined },
  io: Pick<Io, 'cwd'>,
): ReadFile {
  const away = path !== undefined && relative(io.cwd, path).startsWith('..');
  const read = readWithin(away ? dirname(path) : io.cwd);
  return (file, encoding) => read(file, { path }, encoding);
}
