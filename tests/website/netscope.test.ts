import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readers } from '@nnfig/formats';
import { analyzeText, renderFence, styles } from 'nnfig';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/machine.mjs';
import { pairs, presets, reasons, rowTables, wishes } from '../../website/data/netscope.mjs';
import { settingsSchema } from '../../website/scripts/core.mjs';
import { fixtures } from '../../website/scripts/files.mjs';
import { sharedPath } from '../support/shared.js';

const schema = styles.find(({ name }) => name === 'netscope')?.options;
const texts = new Map(fixtures('netscope').map(({ name, text }) => [name, text]));
const rows = rowTables.flatMap(({ rows }) => rows);

/** `phase: train` as a name and a value; a name alone has none. */
function settingOf(text: string): Record<string, unknown> {
  const [, name = '', value] = /^(\w+)(?:: (.*))?$/.exec(text) ?? [];
  return value === undefined ? {} : { [name]: parse(value) };
}

const nameOf = (text: string) => text.split(':')[0] ?? '';

describe('the tables of Netscope', () => {
  test.each(rows.flatMap(({ options = [] }) => options))('name an option: %s', (text) => {
    expect(Object.keys(schema?.shape ?? {})).toContain(nameOf(text));
    expect(schema?.safeParse(settingOf(text)).success).toBe(true);
  });

  test.each(rows.flatMap(({ settings = [] }) => settings))('name a setting: %s', (text) => {
    expect(Object.keys(settingsSchema.shape)).toContain(nameOf(text));
    expect(settingsSchema.safeParse(settingOf(text)).success).toBe(true);
  });

  test('say something for everything', () => {
    const silent = rows.filter(
      ({ options = [], settings = [], notation = '' }) =>
        options.length + settings.length + notation.length === 0,
    );
    expect(silent).toEqual([]);
  });

  test('name every wish with its threads', () => {
    expect(wishes.every(({ threads, answer }) => threads.length > 0 && answer !== '')).toBe(true);
  });
});

/** A row of what the analyzer shows of each layer. */
interface Detail {
  readonly type: string;
  readonly batch: number;
  readonly ops_raw: { readonly macc: number };
  readonly mem_raw: { readonly param: number };
}

const tables = sharedPath('ground-truth', 'netscope-analyzer-tables');

/** What the analyzer says of a preset; where it says NaN, what it says with that mistake undone. */
function detailsOf(preset: string): readonly Detail[] {
  const [first = '', second = ''] = [
    join(tables ?? '', 'nan-presets-rerun-with-batch1', `${preset}.json`),
    join(tables ?? '', `${preset}.json`),
  ];
  const file = readFileSync(existsSync(first) ? first : second, 'utf8');
  return (JSON.parse(file) as { detail: readonly Detail[] }).detail;
}

const weighted = new Set(['convolution', 'innerproduct', 'inner_product', 'deconvolution']);

describe('the presets of Netscope', () => {
  test.each(presets)('$fixture counts exactly', ({ fixture, params, macs }) => {
    const { analysis, diagnostics } = analyzeText(texts.get(fixture) ?? '');
    expect(diagnostics).toEqual([]);
    expect(analysis?.totals).toMatchObject({ params, macs });
  });

  test.each(presets)('$fixture has a reason where the analyzer counts otherwise', (entry) => {
    const { params, macs, theirs, why = [] } = entry;
    const differs = theirs?.params !== params || theirs.macs !== macs;
    expect(why.length > 0).toBe(differs);
  });

  test('name no reason without need', () => {
    const named = new Set(presets.flatMap(({ why = [] }) => why));
    expect([...named].sort()).toEqual(Object.keys(reasons).sort());
  });

  test.skipIf(!tables).each(presets.filter(({ theirs }) => theirs))(
    '$preset has the convolutions and dense layers of its table',
    ({ preset, params, macs, why = [] }) => {
      const details = detailsOf(preset);
      const batch = details[0]?.batch ?? 1;
      const own = details.filter(({ type }) => weighted.has(type.toLowerCase()));
      const normalized = details.filter(({ type }) => type.toLowerCase() === 'batchnorm');
      const sum = (rows: readonly Detail[], of: (row: Detail) => number) =>
        rows.reduce((total, row) => total + of(row), 0);
      const scales = why.includes('normalize') ? 512 : 0;
      expect(params).toBe(sum([...own, ...normalized], (row) => row.mem_raw.param) + scales);
      // The preset of GoogLeNet is of another size, and transposed convolutions count otherwise.
      if (preset === 'googlenet' || why.includes('deconvolution')) return;
      expect(macs).toBe(sum(own, (row) => row.ops_raw.macc) / batch);
    },
  );
});

describe('the pairs of figures', () => {
  test.each(pairs)('$title has a picture and a block', ({ image, fixture }) => {
    expect(existsSync(join(root, 'website/static/img/netscope', `${image}.webp`))).toBe(true);
    expect(texts.has(fixture)).toBe(true);
  });
});

describe('the pages', () => {
  test.each(['coming-from/netscope.mdx', 'styles/netscope.mdx', 'guides/caffe.mdx'])(
    '%s has blocks without problems',
    (path) => {
      const markdown = readFileSync(join(root, 'website/docs', path), 'utf8');
      const blocks = [...markdown.matchAll(/^```nn source([^\n]*)\n(.*?)\n```$/gms)];
      expect(blocks.length).toBeGreaterThan(1);
      for (const [, meta = '', text = ''] of blocks) {
        const { diagnostics } = renderFence({ value: text, meta: meta.trim(), readers });
        expect(diagnostics, text).toEqual([]);
      }
    },
  );
});
