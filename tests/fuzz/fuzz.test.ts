import fc from 'fast-check';
import { render, renderFence } from 'nnfig';
import { describe, expect, it } from 'vitest';
import { fixture } from '../support/fixtures.js';
import { boxed, mangled, meta, plausible, structured, wordy } from './arbitraries.js';
import { checkAnswer, checkPlace, checkSvg } from './check.js';

/** Always the same texts, so that a failure is one for everybody. */
const settings = { seed: 20_150_518, numRuns: 400 };

describe.each([
  ['fixtures with a few things wrong', mangled],
  ['lines of random words', wordy],
  ['operations with random words', plausible],
  ['random structures', structured],
  ['boxes in space with random options', boxed],
])('%s', (_, texts) => {
  it('give a sound figure, or problems at places in the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        checkAnswer(render(text), text);
      }),
      settings,
    );
  });

  it('give the same twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(render(text)).toEqual(render(text));
      }),
      { ...settings, numRuns: 60 },
    );
  });
});

it('random metas give a sound figure, or problems at places in the meta', () => {
  const value = fixture('mlp');
  fc.assert(
    fc.property(meta, (text) => {
      const { svg, diagnostics, render: drawn } = renderFence({ value, meta: text });
      for (const diagnostic of diagnostics) {
        checkPlace(diagnostic, diagnostic.where === 'meta' ? text : value);
      }
      const failed = diagnostics.some(({ severity }) => severity === 'error');
      expect(svg === undefined).toBe(failed || !drawn);
      if (svg !== undefined) checkSvg(svg);
    }),
    settings,
  );
});

it('random front matter and plugin options never throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (frontMatter, options) => {
      const { diagnostics } = renderFence({
        value: fixture('mlp'),
        frontMatter,
        // What users give is not what the type says.
        settings: options as never,
      });
      for (const { message } of diagnostics) expect(message).toMatch(/\S/);
    }),
    settings,
  );
});
