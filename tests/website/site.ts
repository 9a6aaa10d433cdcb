import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/machine.mjs';

/** Folder that the website is built to. */
export const folder = join(root, 'website', 'build');

/**
 * Builds the website, unless `npm test` has just done so.
 *
 * @throws {Error} If the build fails; its message is what the build printed.
 */
export function build(): void {
  if (process.env.NNFIG_WEBSITE_BUILT === '1') return;
  for (const command of [
    ['node', 'scripts/generate.mjs'],
    ['node', 'node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'],
  ]) {
    const [program = '', ...args] = command;
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: join(root, 'website'),
      encoding: 'utf8',
      env: { ...process.env, BASE_URL: '/', NODE_ENV: 'production' },
    });
    if (status !== 0) throw new Error(`${command.join(' ')}\n${stdout}\n${stderr}`);
  }
}

/**
 * Lists the pages of the built website.
 *
 * @returns Their paths, from its sitemap.
 */
export function paths(): string[] {
  const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8');
  return [...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path = '']) => path);
}
