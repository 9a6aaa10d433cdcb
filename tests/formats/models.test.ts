/** All Caffe files of the reference data are read, and count what they should. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caffe, readers } from '@nnfig/formats';
import { analyzeText } from 'nnfig';
import { describe, expect, test } from 'vitest';
import { sharedPath } from '../support/shared.js';
import { anchored, models, type Row, templates } from './models.js';

const folder = sharedPath('models', 'caffe');

const textOf = (file: string) => readFileSync(join(folder ?? '', `${file}.prototxt`), 'utf8');

describe.skipIf(!folder)('Caffe files', () => {
  test('are all in the list', () => {
    const files = readdirSync(folder ?? '', { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.prototxt'))
      .map((path) => path.slice(0, -'.prototxt'.length));
    const listed = [...models.map(([file]) => file), ...Object.keys(templates)];
    expect(listed.sort()).toEqual(files.sort());
  });

  test.each(models as Row[])('%s', (file, input, layers, macs, params) => {
    const text = textOf(file);
    expect(caffe.recognizes(text)).toBe(true);
    if (input !== '') {
      const { diagnostics } = analyzeText(text, {}, { readers });
      const lacks = diagnostics.filter(({ rule }) => rule === 'missing-size');
      expect(lacks).toHaveLength(diagnostics.length);
      expect(lacks).toHaveLength(input.split(',').length);
      for (const { place, hint } of lacks) {
        expect(hint).toMatch(/`(input|inputs): /);
        expect(text.slice(place?.start.offset, place?.end.offset)).toMatch(/^(layers?|"data")$/);
      }
    }
    const { analysis, diagnostics } = analyzeText(text, input === '' ? {} : { input }, { readers });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(analysis?.totals).toMatchObject({ layers, macs, params });
    expect(analysis?.layers.filter(({ layer }) => layer.outputs.length === 0)).toEqual([]);
    const [knownMacs, knownParams] = anchored[file] ?? [macs, params];
    expect([macs, params]).toEqual([knownMacs, knownParams]);
  });

  test.each(Object.entries(templates))('%s', (file, count) => {
    const text = textOf(file);
    const { diagnostics } = analyzeText(text, {}, { readers });
    expect(diagnostics).toHaveLength(count);
    for (const { rule, place } of diagnostics) {
      expect(rule).toBe('wrong-value');
      expect(text.slice(place?.start.offset, place?.end.offset)).toMatch(/^cls\dx$/);
    }
  });
});
