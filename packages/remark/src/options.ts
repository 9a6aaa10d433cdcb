/** What the plugin can be told, and the check of it when it is attached. */
import type { Code, RootContent } from 'mdast';
import type { FigureSettings } from 'nnfig/core';
import { settingKeys, validateSettings } from 'nnfig/core';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/**
 * Decides what stands in place of a broken block.
 *
 * @param problems
 *   The messages of the block, already recorded on the file; at least one is fatal.
 * @param node
 *   The block.
 * @param file
 *   The file it is in.
 * @returns
 *   The node that replaces the block; nothing leaves the code block as it is.
 */
export type OnError = (
  problems: readonly VFileMessage[],
  node: Code,
  file: VFile,
) => RootContent | null | undefined;

/**
 * Reads a file that a block names, such as weights or an image.
 *
 * @param path
 *   Path as the block has it.
 * @param file
 *   The file that the block is in.
 * @param encoding
 *   How its bytes become text: `utf8` unless given, `base64` for images.
 * @returns
 *   The text.
 * @throws {Error}
 *   If it cannot be read; the message says why, as part of a sentence.
 */
export type Read = (path: string, file: VFile, encoding?: 'utf8' | 'base64') => string;

/** Configuration: how figures look, and how the plugin works. */
export interface Options extends FigureSettings {
  /** Language, or languages, of the code blocks that are figures (default: `'nn'`). */
  readonly lang?: string | readonly string[];
  /**
   * What a block becomes (default: `'hast'`): `'hast'` is an element that every
   * Markdown pipeline can render, `'jsx'` is the component `@theme/NnFigure` with
   * its import, for Docusaurus.
   */
  readonly output?: 'hast' | 'jsx';
  /**
   * What happens when blocks have errors (default: `'throw'`). `'throw'` fails
   * once all blocks of the file are checked; `'card'` shows each error where the
   * figure would be; `'warn'` leaves the code block and makes the messages
   * warnings; a function decides itself.
   */
  readonly onError?: 'throw' | 'warn' | 'card' | OnError;
  /** Class that figures have beside `nnfig` (default: none). */
  readonly figureClassName?: string;
  /**
   * How blocks read files (default: they read none); `readWithin(folder)` of
   * `remark-nnfig/files` reads those of a folder.
   */
  readonly read?: Read;
}

/** The same as `Options`, named for those who import several plugins. */
export type RemarkNnfigOptions = Options;

/** Options with defaults filled in, the look apart from the work. */
export interface ResolvedOptions {
  readonly languages: ReadonlySet<string>;
  readonly output: 'hast' | 'jsx';
  readonly onError: 'throw' | 'warn' | 'card' | OnError;
  readonly figureClassName: string | undefined;
  readonly read: Read | undefined;
  readonly settings: FigureSettings;
}

const outputs = ['hast', 'jsx'] as const;
const reactions = ['throw', 'warn', 'card'] as const;

// Typed as records so that a key that is added to the types cannot be forgotten here.
const ownKeys: Record<Exclude<keyof Options, keyof FigureSettings>, true> = {
  lang: true,
  output: true,
  onError: true,
  figureClassName: true,
  read: true,
};
const allowedKeys = [...Object.keys(ownKeys), ...settingKeys];

/**
 * Fills in the defaults of options and checks them.
 *
 * @param options
 *   What the user gave.
 * @returns
 *   All options.
 * @throws {Error}
 *   If an option is unknown or has a wrong value; the message names the allowed ones.
 */
export function resolveOptions(options: Readonly<Options> | null | undefined): ResolvedOptions {
  const given = options ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) {
    fail(`Expected options to be an object, got: ${show(given)}`);
  }
  for (const key of Object.keys(given)) {
    if (!allowedKeys.includes(key)) {
      fail(`Unknown option \`${key}\`; expected one of ${list(allowedKeys)}`);
    }
  }

  const {
    lang = 'nn',
    output = 'hast',
    onError = 'throw',
    figureClassName,
    read,
    ...settings
  } = given;
  const languages = typeof lang === 'string' ? [lang] : lang;
  if (
    !Array.isArray(languages) ||
    languages.length === 0 ||
    !languages.every((language) => typeof language === 'string' && /^\S+$/.test(language))
  ) {
    fail(`Expected \`lang\` to be one word, or a list of words, got: ${show(lang)}`);
  }
  if (!outputs.includes(output)) {
    fail(`Expected \`output\` to be one of ${list(outputs)}, got: ${show(output)}`);
  }
  if (typeof onError !== 'function' && !reactions.includes(onError)) {
    fail(
      `Expected \`onError\` to be one of ${list(reactions)}, or a function, got: ${show(onError)}`,
    );
  }
  if (figureClassName !== undefined && typeof figureClassName !== 'string') {
    fail(`Expected \`figureClassName\` to be a string, got: ${show(figureClassName)}`);
  }
  if (read !== undefined && typeof read !== 'function') {
    fail(`Expected \`read\` to be a function, got: ${show(read)}`);
  }
  const problem = validateSettings(settings).find(({ severity }) => severity === 'error');
  if (problem) fail([problem.message, problem.hint].filter(Boolean).join(' '));

  return { languages: new Set(languages), output, onError, figureClassName, read, settings };
}

function fail(message: string): never {
  throw new Error(`remark-nnfig: ${message}`);
}

function list(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}

function show(value: unknown): string {
  return `\`${typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value))}\``;
}
