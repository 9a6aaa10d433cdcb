import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) =>
  fileURLToPath(new URL(`packages/${path}/src/index.ts`, import.meta.url));

// Unit tests read the sources, so that a change is seen without a build; the
// tests in `tests/` read the packages as they are published.
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: { nnfig: source('core'), 'remark-nnfig': source('remark') } },
        test: { name: 'unit', include: ['packages/*/test/**/*.test.ts'] },
      },
      {
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
