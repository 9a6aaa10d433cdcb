import { describe, expect, it } from 'vitest';
import { createBundlerPlugin } from '../src/injection.js';

const path = '/site/node_modules/@docusaurus/mdx-loader/lib/index.js';
const other = () => undefined;
function remarkNnfig() {}
function ours() {}

const injected: boolean[] = [];
const plugin = createBundlerPlugin({
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

  it.each([
    ['plain', [remarkNnfig]],
    ['with options', [[remarkNnfig, { style: 'lenet' }]]],
  ])('leaves loaders that have remark-nnfig already, %s', (_, remarkPlugins) => {
    const options = { remarkPlugins: [...remarkPlugins] };
    plugin.apply(compiler([{ use: [{ loader: path, options }] }]));
    expect(options).toEqual({ remarkPlugins });
  });

  it('says what to do when there is no Markdown loader', () => {
    expect(() => plugin.apply(compiler([{ use: ['css-loader'] }]))).toThrow(
      /found no Markdown loader .* `inject: false` .* `remark-nnfig` to the `remarkPlugins`/,
    );
  });
});
