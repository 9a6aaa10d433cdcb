/** Files of the project, and files that are written from them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the website. */
export const website = fileURLToPath(new URL('..', import.meta.url));

/** Root of the project. */
export const root = join(website, '..');

/** Endings of fixtures: descriptions, and texts of Caffe. */
const endings = /\.(?:nn|prototxt)$/;

/**
 * Reads the descriptions of a folder of fixtures.
 *
 * @param {string} folder Folder in `tests/fixtures`.
 * @returns {{name: string, text: string}[]} One entry a file, by name; none without the folder.
 */
export function fixtures(folder) {
  const path = join(root, 'tests/fixtures', folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => endings.test(file))
    .sort()
    .map((file) => ({
      name: file.replace(endings, ''),
      text: readFileSync(join(path, file), 'utf8').trimEnd(),
    }));
}

/**
 * Writes a file unless it has that text already, so that a running development
 * server sees only what changed.
 *
 * @param {string} path Path in the website.
 * @param {string} text What to write.
 */
export function write(path, text) {
  const file = join(website, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * Removes files that are not written any more.
 *
 * @param {string} folder Folder in the website, all of it generated.
 * @param {readonly string[]} kept Names of its files that stay.
 */
export function prune(folder, kept) {
  const path = join(website, folder);
  if (!existsSync(path)) return;
  for (const file of readdirSync(path)) {
    if (!kept.includes(file)) rmSync(join(path, file), { recursive: true });
  }
}

/**
 * @param {string} style Name of a style.
 * @returns {boolean} Whether it has a page of its own in the documentation.
 */
export function hasPage(style) {
  return existsSync(join(website, 'docs/styles', `${style}.mdx`));
}
