/** The plugin. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { writeFingerprint } from './fingerprint.js';
import { createBundlerPlugin } from './injection.js';
import { type PluginOptions, resolveOptions } from './options.js';
import { type PageOptions, remarkNnfigPages } from './remark.js';

const name = 'docusaurus-plugin-nnfig';

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
 *   If an option is unknown or has a wrong value.
 */
export default function pluginNnfig(context: LoadContext, options: PluginOptions = {}): Plugin {
  const { id, inject, onError, figures } = resolveOptions(options);
  const packagePath = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
  const dependency = join(context.generatedFilesDir, name, `${id}.json`);

  const bundlerPlugin = createBundlerPlugin({
    dependency,
    remarkPlugin(production) {
      const pages: PageOptions = {
        figures,
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
    getClientModules: () => [packagePath('styles.css')],
    configureWebpack() {
      if (!inject) return {};
      writeFingerprint(dependency, options);
      return { plugins: [bundlerPlugin] };
    },
  };
}
