import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/machine.mjs';
import { manifest, published } from '../support/repository.js';

const all = ['.', ...published, 'tests', 'website'];

describe.each(all)('package.json of %s', (folder) => {
  const content = manifest(folder);

  test('names exact versions of what it depends on', () => {
    const ranges = Object.entries({ ...content.dependencies, ...content.devDependencies });
    expect(ranges.length).toBeGreaterThan(0);
    expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([]);
  });
});

test('the root leaves `packageManager` out, which pnpm 12 and a frozen lockfile do not bear', () => {
  expect(manifest('.').packageManager).toBeUndefined();
});

test('set-up and devDependencies name the same pnpm', () => {
  const { scripts, devDependencies } = manifest('.');
  expect(scripts?.setup).toContain(`pnpm@${devDependencies?.pnpm} install --frozen-lockfile`);
});

describe.each(published)('%s as a published package', (folder) => {
  const content = manifest(folder);

  // From 20.16 on, a module can load another one synchronously: MathJax, when a formula asks for it.
  test('is an ES module under the MIT licence for Node 20.16', () => {
    const engines = { node: '>=20.16' };
    expect(content).toMatchObject({ type: 'module', license: 'MIT', engines });
    expect(content.private).toBeUndefined();
  });

  test('has the version of its sisters, in itself and where they name it', () => {
    const { version } = manifest('packages/core');
    expect(content.version).toBe(version);
    const sisters = new Set(published.map((sister) => manifest(sister).name));
    const ranges = Object.entries(content.dependencies ?? {});
    for (const [name, range] of ranges) if (sisters.has(name)) expect(range).toBe(version);
  });

  test('gives every entry its types first and a default, since Docusaurus resolves no other', () => {
    const entries = Object.entries(content.exports ?? {});
    expect(entries.map(([name]) => name)).toContain('.');
    for (const [name, entry] of entries) {
      if (typeof entry === 'string') continue;
      // Docusaurus takes `plugins: ['nnfig']` for a package of that name first; only
      // when it cannot resolve that does it look for `docusaurus-plugin-nnfig`. What
      // Docusaurus loads imports `nnfig/core` instead.
      const shadowed = content.name === 'nnfig' && name === '.';
      expect(Object.keys(entry)).toEqual(['types', shadowed ? 'import' : 'default']);
      for (const file of Object.values(entry)) {
        expect(existsSync(join(root, folder, file)), `${file} is built`).toBe(true);
      }
    }
  });
});

test('what the root, the website and the tests take from the workspace has its version', () => {
  const versions = new Map(
    published.map((folder) => [manifest(folder).name, manifest(folder).version]),
  );
  for (const folder of ['.', 'tests', 'website']) {
    const { dependencies, devDependencies } = manifest(folder);
    for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (versions.has(name)) expect(`${name}@${range}`).toBe(`${name}@${versions.get(name)}`);
    }
  }
});
