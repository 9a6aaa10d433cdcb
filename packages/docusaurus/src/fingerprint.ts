/**
 * Bundlers keep compiled pages as long as the pages and the site's configuration
 * stay the same; options of plugins and their versions are not in that. So they
 * are written to a file that the pages depend on.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Writes what figures depend on besides their pages, if it changed.
 *
 * @param file
 *   Path of the file.
 * @param options
 *   Options of the plugin.
 */
export function writeFingerprint(file: string, options: unknown): void {
  const packages = ['nnfig', 'remark-nnfig', 'docusaurus-plugin-nnfig'].map((name) => {
    const manifest = require.resolve(`${name}/package.json`);
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    return [name, { version, code: hashCode(join(dirname(manifest), 'dist')) }];
  });
  const text = `${JSON.stringify({ options, packages: Object.fromEntries(packages) }, null, 2)}\n`;
  // Touching it would compile every page again.
  if (readIfPresent(file) === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The code itself and not only the version: packages are patched, and linked while they are worked on. */
function hashCode(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((name) => /\.jsx?$/.test(name)).sort()) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
