import { describe, expect, it } from 'vitest';
import { createBundlerPlugin } from '../src/injection.js';

const path = '/site/node_modules/@docusaurus/mdx-loader/lib/index.js';
const other = () => undefined;
function remarkNnfig() {}
function ours() {}

const injected: boolean[] = [];
const before = { loader: '/site/node_modules/docusaurus-plugin-nnfig/loader.js', options: {} };
const plugin = createBundlerPlugin({
  before,
  dependency: '/site/.docusaurus/x.json',
  remarkPlugin(production) {
    injected.push(production);
    return [ours, { production }];
  },
});

function compiler(rules: unknown, mode = 'production') {
  return { options: { mode, module: { rules } } };
}

describe('the bundler plugin', () => {
  it('adds the remark plugin and the dependency to every Markdown loader', () => {
    const first = { remarkPlugins: [other], dependencies: ['a'], processors: {} };
    const second = {};
    const third = {};
    const css = {};
    plugin.apply(
      compiler([
        '...',
        { test: /\.css$/, use: [{ loader: 'css-loader', options: css }] },
        { test: /\.mdx?$/, use: [{ loader: path, options: first }] },
        { oneOf: [{ rules: [{ loader: path, options: second }] }, { use: () => [] }] },
        { use: { loader: path.replaceAll('/', '\\'), options: third } },
        { use: [path] },
        null,
      ]),
    );
    const added = [ours, { production: true }];
    expect(first).toEqual({
      remarkPlugins: [other, added],
      dependencies: ['a', '/site/.docusaurus/x.json'],
    });
    expect(second).toEqual({ remarkPlugins: [added], dependencies: ['/site/.docusaurus/x.json'] });
    expect(third).toEqual(second);
    expect(css).toEqual({});
  });

  it('adds once to options that compilers share', () => {
    const options = {};
    plugin.apply(compiler([{ use: [{ loader: path, options }] }], 'development'));
    plugin.apply(compiler([{ use: [{ loader: path, options }] }], 'development'));
    expect(options).toEqual({
      remarkPlugins: [[ours, { production: false }]],
      dependencies: ['/site/.docusaurus/x.json'],
    });
  });

  it('has its loader run right before the Markdown loader, in every form of a rule', () => {
    const truncate = { loader: '/blog/markdownLoader.js' };
    const item = () => ({ loader: path, options: {} });
    const rules: { loader?: unknown; use?: unknown }[] = [
      { use: [item(), truncate] },
      { use: item() },
      item(),
    ];
    // Twice, as for client and server.
    plugin.apply(compiler(rules));
    plugin.apply(compiler(rules));
    const markdown = { loader: path, options: expect.anything() };
    expect(rules).toEqual([
      { use: [markdown, before, truncate] },
      { use: [markdown, before] },
      { use: [markdown, before] },
    ]);
  });

  it('does so for each compiler that has a list of its own of shared options', () => {
    const options = {};
    const rules = [1, 2].map(() => ({ use: [{ loader: path, options }] }));
    for (const rule of rules) plugin.apply(compiler([rule]));
    expect(rules.map(({ use }) => use[1])).toEqual([before, before]);
  });

  it.each([
    ['plain', [remarkNnfig]],
    ['with options', [[remarkNnfig, { style: 'lenet' }]]],
  ])('leaves loaders that have remark-nnfig already, %s', (_, remarkPlugins) => {
    const options = { remarkPlugins: [...remarkPlugins] };
    const use = [{ loader: path, options }];
    plugin.apply(compiler([{ use }]));
    expect(options).toEqual({ remarkPlugins });
    expect(use).toHaveLength(1);
  });

  it('says what to do when there is no Markdown loader', () => {
    expect(() => plugin.apply(compiler([{ use: ['css-loader'] }]))).toThrow(
      /found no Markdown loader .* `inject: false` .* `remark-nnfig` to the `remarkPlugins`/,
    );
  });
});
