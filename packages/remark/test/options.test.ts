import { describe, expect, it, vi } from 'vitest';
import type { Options } from '../src/index.js';
import remarkNnfig, * as exports from '../src/index.js';

vi.mock('nnfig/core', () => import('./support/nnfig.js'));

describe('remark-nnfig', () => {
  it('exports the plugin alone', () => {
    expect(Object.keys(exports)).toEqual(['default']);
    expect(remarkNnfig.name).toBe('remarkNnfig');
  });

  it('takes no options, and does not change those it takes', () => {
    expect(() => remarkNnfig()).not.toThrow();
    expect(() => remarkNnfig(null)).not.toThrow();
    const options = Object.freeze({ lang: Object.freeze(['nn', 'net']), theme: 'dark' as const });
    expect(() => remarkNnfig(options)).not.toThrow();
  });

  it.each([
    [
      { outputs: 'hast' },
      'Unknown option `outputs`; expected one of `lang`, `output`, `onError`, `figureClassName`, `read`, `style`,',
    ],
    [{ output: 'html' }, 'Expected `output` to be one of `hast`, `jsx`, got: `"html"`'],
    [
      { onError: 'ignore' },
      'Expected `onError` to be one of `throw`, `warn`, `card`, or a function, got: `"ignore"`',
    ],
    [{ lang: [] }, 'Expected `lang` to be one word, or a list of words, got: `[]`'],
    [{ lang: 'n n' }, 'Expected `lang` to be one word, or a list of words, got: `"n n"`'],
    [{ lang: 3 }, 'Expected `lang` to be one word, or a list of words, got: `3`'],
    [{ figureClassName: ['a'] }, 'Expected `figureClassName` to be a string, got: `["a"]`'],
    [{ theme: 'night' }, 'Unknown `theme`: `night`. Use one of `auto`, `light`, `dark`.'],
    [{ read: './w.json' }, 'Expected `read` to be a function, got: `"./w.json"`'],
    [['lenet'], 'Expected options to be an object, got: `["lenet"]`'],
    ['lenet', 'Expected options to be an object, got: `"lenet"`'],
  ])('refuses %j when it is attached', (options, message) => {
    expect(() => remarkNnfig(options as Options)).toThrow(`remark-nnfig: ${message}`);
  });
});
