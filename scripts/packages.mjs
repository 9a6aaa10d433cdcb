/** Packs every package as it would be published and lints the tarballs. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './machine.mjs';

const bin = join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
let problems = 0;

/**
 * Runs a tool and shows what it says only when it fails.
 *
 * @param {string} title
 * @param {string} cwd
 * @param {string[]} command
 */
function check(title, cwd, [program = '', ...args]) {
  const options = { cwd, env, shell: process.platform === 'win32' };
  const { status, error, stdout, stderr } = spawnSync(program, args, options);
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${title}`);
  if (status === 0) return;
  problems += 1;
  console.error(error ? error.message : `${stdout}\n${stderr}`);
}

/**
 * Lists the entries of a package that have no types to check.
 *
 * @param {string} source Folder of the package.
 * @returns {string[]}
 */
function styleSheets(source) {
  const { exports } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  return Object.keys(exports).filter((entry) => entry.endsWith('.css'));
}

const folder = mkdtempSync(join(tmpdir(), 'nnfig-packages-'));
try {
  for (const name of readdirSync(join(root, 'packages'))) {
    const into = join(folder, name);
    mkdirSync(into);
    const source = join(root, 'packages', name);
    check(`${name}: npm pack`, source, ['npm', 'pack', '--pack-destination', into]);
    for (const tarball of readdirSync(into)) {
      check(`${name}: publint`, into, ['publint', 'run', tarball, '--strict']);
      const attw = ['attw', tarball, '--profile', 'esm-only', '--no-color'];
      const sheets = styleSheets(source);
      if (sheets.length > 0) attw.push('--exclude-entrypoints', ...sheets);
      check(`${name}: attw`, into, attw);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = problems > 0 ? 1 : 0;
