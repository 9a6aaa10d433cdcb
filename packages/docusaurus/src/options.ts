/** Options of the plugin, and the check of them. */
import type { FigureSettings } from 'nnfig/core';
import { settingKeys } from 'nnfig/core';
import type { Options as RemarkOptions } from 'remark-nnfig';
import remarkNnfig from 'remark-nnfig';

/** Options of the plugin: how figures look, and what happens when one is broken. */
export interface PluginOptions extends Omit<RemarkOptions, 'output' | 'onError' | 'read'> {
  /** Id of the plugin instance (default: `'default'`). */
  readonly id?: string;
  /**
   * What happens when blocks have errors. `'throw'` fails the build, `'card'`
   * shows the errors on the page, `'warn'` leaves the code blocks; all print
   * them (default: `'throw'` in `docusaurus build`, `'card'` in `docusaurus start`).
   */
  readonly onError?: 'throw' | 'card' | 'warn';
  /**
   * Whether to handle all Markdown files of the site by itself (default: `true`).
   * With `false`, add `remark-nnfig` to `remarkPlugins` where you want it.
   */
  readonly inject?: boolean;
  /**
   * Folder whose files blocks may read, such as weights and images, relative to
   * the folder of the site (default: `'.'`). `false` lets them read none.
   */
  readonly files?: string | false;
  /**
   * Whether readers get the script and the stylesheet of `@nnfig/interactive`, with
   * which layers light up and figures can be enlarged (default: `false`).
   */
  readonly interactive?: boolean;
}

/** Options with defaults filled in. */
export interface ResolvedPluginOptions {
  readonly id: string;
  readonly inject: boolean;
  /** Depends on the command when it is not given. */
  readonly onError: PluginOptions['onError'];
  readonly files: string | false;
  readonly interactive: boolean;
  /** Options for `remark-nnfig`. */
  readonly figures: Omit<RemarkOptions, 'output' | 'onError' | 'read'>;
}

const reactions = ['throw', 'card', 'warn'] as const;

// A record, so that a key that is added to the type cannot be forgotten here.
const ownKeys: Record<Exclude<keyof PluginOptions, keyof FigureSettings>, true> = {
  id: true,
  inject: true,
  onError: true,
  files: true,
  interactive: true,
  lang: true,
  figureClassName: true,
};
const allowedKeys = [...Object.keys(ownKeys), ...settingKeys];

/**
 * Checks options and fills in defaults.
 *
 * @param options
 *   What the site's configuration gives.
 * @returns
 *   All options.
 * @throws {Error}
 *   If an option is unknown or has a wrong value; the message names the allowed ones.
 */
export function resolveOptions(options: PluginOptions): ResolvedPluginOptions {
  for (const key of Object.keys(options)) {
    if (!allowedKeys.includes(key)) {
      const allowed = allowedKeys.map((name) => `\`${name}\``);
      fail(`Unknown option \`${key}\`; expected one of ${allowed.join(', ')}`);
    }
  }
  const {
    id = 'default',
    inject = true,
    onError,
    files = '.',
    interactive = false,
    ...figures
  } = options;
  for (const [key, value] of Object.entries({ inject, interactive })) {
    if (typeof value !== 'boolean') {
      fail(`Expected \`${key}\` to be \`true\` or \`false\`, got: \`${JSON.stringify(value)}\``);
    }
  }
  if (onError !== undefined && !reactions.includes(onError)) {
    const allowed = reactions.map((name) => `\`${name}\``).join(', ');
    fail(`Expected \`onError\` to be one of ${allowed}, got: \`${JSON.stringify(onError)}\``);
  }
  if (files !== false && (typeof files !== 'string' || files === '')) {
    fail(`Expected \`files\` to be a folder or \`false\`, got: \`${JSON.stringify(files)}\``);
  }
  try {
    remarkNnfig(figures);
  } catch (error) {
    fail(error instanceof Error ? error.message.replace(/^remark-nnfig: /, '') : String(error));
  }
  return { id, inject, onError, files, interactive, figures };
}

/**
 * Docusaurus's hook for checking options.
 *
 * @param given
 *   The options of the site's configuration; Docusaurus gives its own validator too.
 * @returns
 *   The options with an id.
 * @throws {Error}
 *   If an option is unknown or has a wrong value.
 */
export function validateOptions({
  options,
}: {
  readonly options: PluginOptions | undefined;
}): PluginOptions & { readonly id: string } {
  const { id } = resolveOptions(options ?? {});
  return { ...options, id };
}

function fail(message: string): never {
  throw new Error(`docusaurus-plugin-nnfig: ${message}`);
}
