import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(`packages/${path}.ts`, import.meta.url));

// The theme component is built with its JSX as it is, for those who swizzle it.
const jsx = { jsx: { runtime: 'automatic' } } as const;

// Unit tests read the sources, so that a change is seen without a build; the
// tests in `tests/` read the packages as they are published.
export default defineConfig({
  test: {
    projects: [
      {
        resolve: {
          alias: [
            { find: /^nnfig(\/core)?$/, replacement: source('core/src/index') },
            { find: /^nnfig\/readers$/, replacement: source('core/src/readers') },
            { find: /^nnfig\/writers$/, replacement: source('core/src/writers') },
            { find: /^@nnfig\/export$/, replacement: source('export/src/index') },
            { find: /^@nnfig\/formats$/, replacement: source('formats/src/index') },
            { find: /^remark-nnfig$/, replacement: source('remark/src/index') },
            { find: /^remark-nnfig\/(\w+)$/, replacement: source('remark/src/$1') },
          ],
        },
        oxc: jsx,
        test: {
          name: 'unit',
          include: ['packages/*/test/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        oxc: jsx,
        test: {
          name: 'whole',
          root: 'tests',
          include: ['**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
