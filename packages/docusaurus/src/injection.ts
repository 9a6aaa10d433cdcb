/**
 * How figures reach every Markdown file of a site. Docusaurus has no way for a
 * plugin to add remark plugins (facebook/docusaurus#6370), and what a site can
 * configure leaves out partials outside the content folders. So a bundler plugin
 * adds ours to the options of each `@docusaurus/mdx-loader` before it is used,
 * and a loader that tells the bundler which files the figures read.
 */

/** What is read and changed of the options of `@docusaurus/mdx-loader`. */
interface LoaderOptions {
  remarkPlugins?: unknown[];
  /** Files that compiled pages depend on. */
  dependencies?: string[];
  /** Made ahead of time from the other options; made again when missing. */
  processors?: unknown;
}

/** A loader with its options, as rules have it. */
export interface LoaderItem {
  readonly loader: string;
  readonly options: object;
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
  /** Loader that runs before the Markdown loader. */
  readonly before: LoaderItem;
}

type NamedFunction = { readonly name: string };

const markdownLoader = /[\\/](?:@docusaurus[\\/]|docusaurus-)mdx-loader[\\/]/;

/**
 * Makes the bundler plugin.
 *
 * @param injection
 *   What to add.
 * @returns
 *   The plugin, for `configureWebpack`; it throws if the bundler has no Markdown loader.
 */
export function createBundlerPlugin({
  remarkPlugin,
  dependency,
  before,
}: Injection): BundlerPlugin {
  return {
    // When this is called, the rules of all Docusaurus plugins are there, those
    // of the plugins after ours and of the fallback for partials included.
    apply({ options }) {
      const loaders = [...findLoaders(options.module.rules)];
      if (loaders.length === 0) throw new Error(notFound);
      const plugin = remarkPlugin(options.mode === 'production');
      for (const { options: loaderOptions, precede } of loaders) {
        if (inject(loaderOptions, plugin, dependency)) precede(before);
      }
    },
  };
}

const notFound = `docusaurus-plugin-nnfig found no Markdown loader in the bundler's configuration, so it \
cannot draw figures. This version of Docusaurus may be newer than the plugin. Set the option \
\`inject: false\` and add \`remark-nnfig\` to the \`remarkPlugins\` of docs, blog and pages instead.`;

/**
 * Adds the remark plugin, once: the client and the server compiler share options.
 * Returns whether it is there, as a site may have `remark-nnfig` of its own instead.
 */
function inject(
  options: LoaderOptions,
  plugin: readonly [NamedFunction, unknown],
  dependency: string,
): boolean {
  const plugins = options.remarkPlugins ?? [];
  const names = plugins.map((entry) => nameOf(Array.isArray(entry) ? entry[0] : entry));
  if (names.includes('remarkNnfig')) return false;
  if (names.includes(plugin[0].name)) return true;
  options.remarkPlugins = [...plugins, plugin];
  options.dependencies = [...(options.dependencies ?? []), dependency];
  delete options.processors;
  return true;
}

// By name, as the configuration and we may each have loaded a copy of the module.
function nameOf(plugin: unknown): string {
  return typeof plugin === 'function' ? plugin.name : '';
}

/** A Markdown loader in the rules. */
interface FoundLoader {
  readonly options: LoaderOptions;
  /** Puts a loader so that it runs before this one, if it is not there yet. */
  readonly precede: (item: LoaderItem) => void;
}

/** The Markdown loaders in rules: `{loader, options}`, `{use}`, `{oneOf}`, `{rules}`. */
function* findLoaders(rules: unknown): Generator<FoundLoader> {
  if (Array.isArray(rules)) {
    for (const rule of rules) yield* findLoaders(rule);
  } else if (isObject(rules)) {
    if (isMarkdownLoader(rules)) {
      const { loader, options } = rules;
      const precede = (item: LoaderItem) => {
        rules.use = [{ loader, options }, item];
        for (const key of ['loader', 'options']) Reflect.deleteProperty(rules, key);
      };
      yield { options, precede };
    } else if (isMarkdownLoader(rules.use)) {
      const { use } = rules;
      const precede = (item: LoaderItem) => {
        rules.use = [use, item];
      };
      yield { options: use.options, precede };
    } else if (Array.isArray(rules.use)) {
      yield* findUsed(rules.use);
    }
    for (const key of ['oneOf', 'rules']) yield* findLoaders(rules[key]);
  }
}

function* findUsed(items: unknown[]): Generator<FoundLoader> {
  for (const used of items.filter(isMarkdownLoader)) {
    // The last one runs first.
    const precede = (item: LoaderItem) => {
      const place = items.indexOf(used) + 1;
      const next = items[place];
      if (isObject(next) && next.loader === item.loader) return;
      items.splice(place, 0, item);
    };
    yield { options: used.options, precede };
  }
}

function isMarkdownLoader(
  item: unknown,
): item is { readonly loader: string; readonly options: LoaderOptions } & Record<string, unknown> {
  return (
    isObject(item) &&
    typeof item.loader === 'string' &&
    markdownLoader.test(item.loader) &&
    isObject(item.options)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
