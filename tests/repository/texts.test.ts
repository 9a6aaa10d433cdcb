import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/machine.mjs';
import { projectFiles, projectText } from '../support/repository.js';

const binary = /\.(png|jpe?g|gif|ico|woff2?|ttf|onnx|npz|pb|h5|pdf)$/;
const texts = projectFiles().filter((path) => !binary.test(path));

test('the lockfile names packages by their content, never by a host', () => {
  const lockfile = projectText('pnpm-lock.yaml');
  expect(lockfile).toContain('integrity: sha512-');
  expect(lockfile.match(/https?:\/\/|tarball:/g)).toBeNull();
});

test('there is no lockfile of another package manager', () => {
  expect(texts.filter((path) => /(package-lock\.json|yarn\.lock|bun\.lockb?)$/.test(path))).toEqual(
    [],
  );
});

test('no file names a folder of one machine', () => {
  // Homes and temporary folders with something in them; the words alone are fine.
  const paths = /(?<![\w.])\/(?:home|Users|root|work|tmp)\/\w+/;
  const found = texts.flatMap((path) => {
    const match = paths.exec(projectText(path));
    return match ? [`${path}: ${match[0]}`] : [];
  });
  expect(found).toEqual([]);
});

test('no file is set to be passed over by the compiler or the linter without a reason', () => {
  const suppression = /(@ts-(?:ignore|nocheck|expect-error)|biome-ignore [\w/]+:?)[ \t]*(.*)$/gm;
  const silent = texts
    .filter(
      (path) => /\.(ts|tsx|mjs|js|jsx)$/.test(path) && path !== 'tests/repository/texts.test.ts',
    )
    .flatMap((path) =>
      [...projectText(path).matchAll(suppression)]
        .filter(([, , reason = '']) => reason.length < 10)
        .map(([line]) => `${path}: ${line}`),
    );
  expect(silent).toEqual([]);
});

test('links between the pages of the repository lead somewhere', () => {
  const pages = texts.filter((path) => /^[^/]+\.md$|^packages\/[^/]+\/README\.md$/.test(path));
  const dead = pages.flatMap((page) =>
    [...projectText(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(pages).toContain('README.md');
  expect(dead).toEqual([]);
});
