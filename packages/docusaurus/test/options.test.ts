import type { LoadContext } from '@docusaurus/types';
import { describe, expect, it } from 'vitest';
import type { PluginOptions } from '../src/index.js';
import pluginNnfig, * as exports from '../src/index.js';

const { getSwizzleConfig, validateOptions } = exports;

describe('docusaurus-plugin-nnfig', () => {
  it('exports what Docusaurus asks a plugin for', () => {
    expect(Object.keys(exports).sort()).toEqual(['default', 'getSwizzleConfig', 'validateOptions']);
    expect(pluginNnfig).toBeTypeOf('function');
  });

  it('has a component that is safe to replace', () => {
    expect(getSwizzleConfig().components.NnFigure?.actions).toEqual({
      wrap: 'safe',
      eject: 'safe',
    });
  });
});

describe('the plugin', () => {
  const context = { siteDir: import.meta.dirname, generatedFilesDir: '/x' } as LoadContext;

  it('wants a folder to read files of that exists', () => {
    expect(pluginNnfig(context, { files: '..' }).name).toBe('docusaurus-plugin-nnfig');
    expect(pluginNnfig(context, { files: false }).name).toBe('docusaurus-plugin-nnfig');
    for (const files of ['../models', 'options.test.ts']) {
      expect(() => pluginNnfig(context, { files })).toThrow(
        /^docusaurus-plugin-nnfig: Expected `files` to be a folder, but there is no `/,
      );
    }
  });

  it('sends a script to readers only when it is asked to', () => {
    const modulesOf = (options: PluginOptions) =>
      pluginNnfig(context, options)
        .getClientModules?.()
        .map((path) => path.replace(/^.*[\\/](?=\w+[\\/][\w.]+$)/, '').replaceAll('\\', '/'));
    expect(modulesOf({})).toEqual(['docusaurus/styles.css']);
    expect(modulesOf({ interactive: true })).toEqual([
      'docusaurus/styles.css',
      'dist/client.js',
      'dist/styles.css',
    ]);
  });
});

describe('validateOptions', () => {
  it('gives an id and leaves the rest', () => {
    expect(validateOptions({ options: undefined })).toEqual({ id: 'default' });
    const options = { id: 'b', style: 'lenet', theme: 'dark', onError: 'card' } as const;
    expect(validateOptions({ options })).toEqual(options);
  });

  it.each([
    [
      { thme: 'dark' },
      'Unknown option `thme`; expected one of `id`, `inject`, `onError`, `files`, `interactive`,',
    ],
    [{ output: 'hast' }, 'Unknown option `output`; expected one of'],
    [{ inject: 'yes' }, 'Expected `inject` to be `true` or `false`, got: `"yes"`'],
    [{ interactive: 1 }, 'Expected `interactive` to be `true` or `false`, got: `1`'],
    [{ onError: 'log' }, 'Expected `onError` to be one of `throw`, `card`, `warn`, got: `"log"`'],
    [{ files: true }, 'Expected `files` to be a folder or `false`, got: `true`'],
    [{ files: '' }, 'Expected `files` to be a folder or `false`, got: `""`'],
    [{ lang: '' }, 'Expected `lang` to be one word, or a list of words, got: `""`'],
    [{ theme: 'night' }, '`theme` of the options must be `auto`, `light` or `dark`, not `night`'],
  ])('refuses %j', (options, message) => {
    expect(() => validateOptions({ options: options as PluginOptions })).toThrow(
      `docusaurus-plugin-nnfig: ${message}`,
    );
  });
});
