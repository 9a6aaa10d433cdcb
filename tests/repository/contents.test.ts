import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/machine.mjs';
import { published } from '../support/repository.js';

describe.each(published)('what npm packs of %s', (folder) => {
  const { stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json'], {
    cwd: join(root, folder),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const names = packedFiles(stdout);

  test('is the built code with its types, a README and the licence', () => {
    expect(names, stderr).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'package.json',
        'dist/index.js',
        'dist/index.d.ts',
      ]),
    );
  });

  test('is nothing else', () => {
    const expected =
      /^(LICENSE|README\.md|package\.json|[\w-]+\.(css|d\.ts)|bin\/\w+\.js|(dist|src)\/.+\.(js|d\.ts|map|ts|tsx|jsx|css))$/;
    expect(names.filter((name) => !expected.test(name))).toEqual([]);
    expect(names.filter((name) => /(^|\/)(tests?|fixtures)\/|\.test\./.test(name))).toEqual([]);
  });
});

/** npm prints a list with one entry, newer ones an object with the package's name as key. */
function packedFiles(json: string): string[] {
  const [packed] = Object.values(JSON.parse(json) as Record<string, { files: { path: string }[] }>);
  return packed?.files.map(({ path }) => path) ?? [];
}
