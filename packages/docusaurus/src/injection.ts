/**
 * How figures reach every Markdown file of a site. Docusaurus has no way for a
 * plugin to add remark plugins (facebook/docusaurus#6370), and what a site can
 * configure leaves out partials outside the content folders. So a bundler plugin
 * adds ours to the options of each `@docusaurus/mdx-loader` before it is used.
 */

/** What is read and changed of the options of `@docusaurus/mdx-loader`. */
interface LoaderOptions {
  remarkPlugins?: unknown[];
  /** Files that compiled pages depend on. */
  dependencies?: string[];
  /** Made ahead of time from the other options; made again when missing. */
  processors?: unknown;
}

/** What webpack and Rspack have in common. */
interface Compiler {
  readonly options: { readonly mode?: unknown; readonly module: { readonly rules: unknown } };
}

/** A bundler plugin. */
export interface BundlerPlugin {
  apply(compiler: Compiler): void;
}

/** What is added to the loaders. */
export interface Injection {
  /**
   * Makes the remark plugin.
   *
   * @param production
   *   Whether the site is built, not served for development.
   * @returns
   *   The plugin with its options, as unified takes them.
   */
  readonly remarkPlugin: (
    production: boolean,
  ) => readonly [plugin: NamedFunction, options: unknown];
  /** File that changes when figures may look different though their pages did not change. */
  readonly dependency: string;
}

type NamedFunction = { readonly name: string };

const loader = /[\\/](?:@docusaurus[\\/]|docusaurus-)mdx-loader[\\/]/;

/**
 * Makes the bundler plugin.
 *
 * @param injection
 *   What to add.
 * @returns
 *   The plugin, for `configureWebpack`; it throws if the bundler has no Markdown loader.
 */
export function createBundlerPlugin({ remarkPlugin, dependency }: Injection): BundlerPlugin {
  return {
    // When this is called, the rules of all Docusaurus plugins are there, those
    // of the plugins after ours and of the fallback for partials included.
    apply({ options }) {
      const loaders = [...findLoaders(options.module.rules)];
      if (loaders.length === 0) throw new Error(notFound);
      const plugin = remarkPlugin(options.mode === 'production');
      for (const loaderOptions of loaders) inject(loaderOptions, plugin, dependency);
    },
  };
}

const notFound = `docusaurus-plugin-nnfig found no Markdown loader in the bundler's configuration, so it \
cannot draw figures. This version of Docusaurus may be newer than the plugin. Set the option \
\`inject: false\` and add \`remark-nnfig\` to the \`remarkPlugins\` of docs, blog and pages instead.`;

/** The client and the server compiler share options, and a site may have the remark plugin of its own. */
function inject(
  options: LoaderOptions,
  plugin: readonly [NamedFunction, unknown],
  dependency: string,
): void {
  const plugins = options.remarkPlugins ?? [];
  const names = ['remarkNnfig', plugin[0].name];
  if (plugins.some((entry) => names.includes(nameOf(Array.isArray(entry) ? entry[0] : entry)))) {
    return;
  }
  options.remarkPlugins = [...plugins, plugin];
  options.dependencies = [...(options.dependencies ?? []), dependency];
  delete options.processors;
}

// By name, as the configuration and we may each have loaded a copy of the module.
function nameOf(plugin: unknown): string {
  return typeof plugin === 'function' ? plugin.name : '';
}

/** Options of the Markdown loaders in rules: `{loader, options}`, `{use}`, `{oneOf}`, `{rules}`. */
function* findLoaders(rules: unknown): Generator<LoaderOptions> {
  if (Array.isArray(rules)) {
    for (const rule of rules) yield* findLoaders(rule);
  } else if (isObject(rules)) {
    if (typeof rules.loader === 'string' && loader.test(rules.loader) && isObject(rules.options)) {
      yield rules.options;
    }
    for (const key of ['use', 'oneOf', 'rules']) yield* findLoaders(rules[key]);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
