import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { manifest, projectFiles, projectText, published } from '../support/repository.js';

/** What the files of one room of core may import from outside it. */
interface Rule {
  /** Other rooms, or single files of them. */
  readonly rooms: readonly string[];
  readonly libraries: readonly string[];
}

// The table in CONTRIBUTING.md says why. Text goes in at `notation`, and comes
// out at `output`; nobody reaches back over a room.
const rules: Readonly<Record<string, Rule>> = {
  ops: { rooms: [], libraries: ['zod'] },
  notation: { rooms: ['ops'], libraries: ['yaml', 'zod'] },
  network: { rooms: ['ops', 'notation/spec', 'notation/expression'], libraries: ['zod'] },
  analysis: { rooms: ['ops', 'network'], libraries: [] },
  scene: { rooms: [], libraries: ['roughjs'] },
  styles: {
    rooms: ['ops', 'network', 'analysis', 'scene'],
    libraries: ['zod', '@dagrejs/dagre'],
  },
  output: { rooms: ['scene'], libraries: ['hast'] },
};

/** Files that may import more than their room, each for a reason. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // The generated description says in words what the network is.
  'output/describe.ts': ['ops', 'network', 'analysis'],
  // So does the table under a figure, in numbers.
  'output/table.ts': ['ops', 'network', 'analysis'],
};

/** Files outside the rooms that every room may import. */
const common = new Set(['diagnostics', 'suggest', 'validation']);

const core = 'packages/core/src';

function importsOf(path: string): string[] {
  return ts.preProcessFile(projectText(path)).importedFiles.map(({ fileName }) => fileName);
}

function isSource(path: string): boolean {
  return /\.(ts|tsx)$/.test(path);
}

/** `../ops/index.js` in `network/build.ts` is `ops/index`. */
function targetOf(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier).replace(/\.jsx?$/, '');
}

describe.each(Object.entries(rules))('the room %s', (room, rule) => {
  const files = projectFiles(`${core}/${room}`).filter(isSource);

  test('imports only what its rule names', () => {
    const forbidden = files.flatMap((path) => {
      const file = posix.relative(core, path);
      const rooms = [room, ...rule.rooms, ...(exceptions[file] ?? [])];
      return importsOf(path)
        .filter((specifier) => {
          if (!specifier.startsWith('.')) return !rule.libraries.includes(specifier);
          const target = targetOf(file, specifier);
          return (
            !common.has(target) &&
            !rooms.some((allowed) => target === allowed || target.startsWith(`${allowed}/`))
          );
        })
        .map((specifier) => `${file} imports ${specifier}`);
    });
    expect(files.length).toBeGreaterThan(0);
    expect(forbidden).toEqual([]);
  });
});

test('every folder of core is a room with a rule', () => {
  const folders = projectFiles(core).map((path) => posix.relative(core, path).split('/'));
  const rooms = new Set(folders.filter((parts) => parts.length > 1).map(([room]) => room));
  expect([...rooms].sort()).toEqual(Object.keys(rules).sort());
});

test('nothing but the entry for browsers imports MathJax, which Node loads at the first formula', () => {
  const importers = projectFiles(core)
    .filter(isSource)
    .filter((path) => importsOf(path).some((specifier) => specifier.startsWith('mathjax-full')));
  expect(importers).toEqual([`${core}/math.ts`]);
});

test('nothing but one file imports rough.js, which is not deterministic by itself', () => {
  const importers = projectFiles(core)
    .filter(isSource)
    .filter((path) => importsOf(path).some((specifier) => specifier.startsWith('roughjs')));
  expect(importers).toEqual([`${core}/scene/sketch/rough.ts`]);
});

test('core is synchronous and deterministic', () => {
  // Node and the page are out of reach already: core is compiled without their types.
  const { compilerOptions } = JSON.parse(projectText('packages/core/tsconfig.json')) as {
    compilerOptions: { types: string[]; lib?: string[] };
  };
  expect(compilerOptions).toMatchObject({ types: [] });
  expect(compilerOptions.lib).toBeUndefined();
  const machine = /\b(Math\.random|Date\.|new Date|toLocale\w+|localeCompare|Intl\.|async|await)\b/;
  const found = projectFiles(core)
    .filter(isSource)
    .flatMap((path) => {
      const code = projectText(path).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      const match = machine.exec(code);
      return match ? [`${path}: ${match[0]}`] : [];
    });
  expect(found).toEqual([]);
});

describe.each(published)('%s', (folder) => {
  const { dependencies, peerDependencies } = manifest(folder);
  const declared = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
  const files = projectFiles(`${folder}/src`).filter(isSource);

  test('depends on every package that it imports', () => {
    const undeclared = files.flatMap((path) =>
      importsOf(path)
        .filter((specifier) => !/^(\.|node:)/.test(specifier))
        .map((specifier) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier)
        .filter((name) => !declared.has(name) && !declared.has(`@types/${name}`))
        // Names that Docusaurus resolves to files of the site.
        .filter(
          (name) =>
            folder !== 'packages/docusaurus' ||
            !/^@(theme|site|generated|docusaurus\/Translate)/.test(name),
        )
        .map((name) => `${path} imports ${name}`),
    );
    expect(undeclared).toEqual([]);
  });

  test('imports only sisters that stand below it', () => {
    const order = [
      'nnfig',
      '@nnfig/interactive',
      'remark-nnfig',
      'docusaurus-plugin-nnfig',
      '@nnfig/export',
      '@nnfig/cli',
    ];
    const below = new Set(order.slice(0, order.indexOf(manifest(folder).name)));
    if (below.has('docusaurus-plugin-nnfig')) below.delete('docusaurus-plugin-nnfig');
    const sisters = [...declared].filter((name) => order.includes(name));
    expect(sisters.filter((name) => !below.has(name))).toEqual([]);
  });
});
