/** The plugin. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { writeFingerprint } from './fingerprint.js';
import { createBundlerPlugin } from './injection.js';
import type { ReadsLoaderOptions } from './loader.js';
import { type PluginOptions, resolveOptions } from './options.js';
import { createReader, PageReads } from './reads.js';
import { type PageOptions, remarkNnfigPages } from './remark.js';

const name = 'docusaurus-plugin-nnfig';
const require = createRequire(import.meta.url);

/**
 * Draws ```` ```nn ```` blocks of all Markdown files of a site as figures.
 *
 * @param context
 *   The site.
 * @param options
 *   Options.
 * @returns
 *   The plugin.
 * @throws {Error}
 *   If an option is unknown or has a wrong value, or there is no folder `files`.
 */
export default function pluginNnfig(context: LoadContext, options: PluginOptions = {}): Plugin {
  const { id, inject, onError, files, interactive, figures } = resolveOptions(options);
  const packagePath = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
  const dependency = join(context.generatedFilesDir, name, `${id}.json`);
  const folder = files === false ? undefined : resolve(context.siteDir, files);
  if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${name}: Expected \`files\` to be a folder, but there is no \`${folder}\``);
  }
  const clientModules = interactive
    ? [packagePath('dist/client.js'), require.resolve('@nnfig/interactive/styles.css')]
    : [];
  const reads = new PageReads();
  const readsOptions: ReadsLoaderOptions = { reads };

  const bundlerPlugin = createBundlerPlugin({
    dependency,
    before: { loader: packagePath('dist/loader.js'), options: readsOptions },
    remarkPlugin(production) {
      const pages: PageOptions = {
        figures: folder === undefined ? figures : { ...figures, read: createReader(folder, reads) },
        onError: onError ?? (production ? 'throw' : 'card'),
        siteDir: context.siteDir,
      };
      return [remarkNnfigPages, pages];
    },
  });

  return {
    name,
    getThemePath: () => packagePath('dist/theme'),
    getTypeScriptThemePath: () => packagePath('src/theme'),
    getClientModules: () => [packagePath('styles.css'), ...clientModules],
    configureWebpack() {
      if (!inject) return {};
      writeFingerprint(dependency, options);
      return { plugins: [bundlerPlugin] };
    },
  };
}
