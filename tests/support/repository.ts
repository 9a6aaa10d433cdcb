import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../../scripts/machine.mjs';

/** Folders that installing, building and testing make. */
const made =
  /(^|\/)(\.git|node_modules|dist|\.docusaurus)$|^(website\/build|tests\/output|coverage)$/;

/**
 * Lists the files of the project, without what is installed, built or left by tests.
 *
 * @param folder Folder in the project, with `/` between its parts.
 * @returns Paths from the root of the project, with `/` between their parts, in order.
 */
export function projectFiles(folder = '.'): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = join(path, entry.name);
      const name = relative(root, inside).replaceAll('\\', '/');
      if (entry.isDirectory() && !made.test(name)) walk(inside);
      if (entry.isFile() && !name.endsWith('.tgz')) found.push(name);
    }
  };
  walk(join(root, folder));
  return found.sort();
}

/**
 * Reads a file of the project.
 *
 * @param path Path from the root of the project.
 * @returns Its text.
 */
export function projectText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What the tests ask of a `package.json`. */
export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly type?: string;
  readonly license?: string;
  readonly engines?: { readonly node?: string };
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly packageManager?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/**
 * Reads a `package.json`.
 *
 * @param folder Folder it is in, from the root of the project.
 * @returns Its content.
 */
export function manifest(folder: string): Manifest {
  return JSON.parse(projectText(join(folder, 'package.json'))) as Manifest;
}

/** Folders of the packages that are published. */
export const published = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
