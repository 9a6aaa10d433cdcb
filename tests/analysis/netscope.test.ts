import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedPath } from '../support/shared.js';
import { analyzePreset, countKinds, countsOf, readTable, sumOf, tableFiles } from './tables.js';

const tables = sharedPath('ground-truth', 'netscope-analyzer-tables');
const presets = sharedPath('models', 'caffe', 'dgschwend__netscope', 'presets') ?? '';

/** Where that tool errs, and what is different here for it: exactly this, or the test fails. */
const exceptions: Readonly<Record<string, { reason: string; differences: readonly string[] }>> = {
  SSD300: {
    reason:
      'It takes 120, 852 or no number of prior boxes where there are 34,928 coordinates in two rows.',
    differences: ['mbox_priorbox activation: theirs 5760, ours 69856'],
  },
  'fcn-16s': {
    reason: 'The last crop would enlarge 368 positions to 500, which Caffe refuses.',
    differences: ['upscore is missing', 'output is missing'],
  },
};

/** What makes a preset readable that Caffe would refuse, and that tool takes as it is. */
const repairs: Readonly<Record<string, (text: string) => string>> = {
  'fcn-16s': (text) => {
    // A blob that nobody takes is misspelt, and one that somebody takes nobody gives.
    const spelt = text.replace("top: 'score-pool44c'", "top: 'score-pool4c'");
    return spelt.slice(0, spelt.indexOf("layers { type: CROP name: 'upscore'"));
  },
};

/** Layers of ours that no row is of: a second input, and one whose type is “implicit”. */
const more: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ['AlexNet', 'ResNet', 'VGG', 'ZynqNet'].map((net) => [
    `fasterRCNN_${net}`,
    ['im_info', 'bbox_out'],
  ]),
);

describe.skipIf(!tables)('counting as Netscope', () => {
  const files = tables === undefined ? [] : [...tableFiles(tables)];

  it('is compared with all presets that the tool could count', () => {
    expect(files).toHaveLength(22);
  });

  it.each(files)('counts each layer of %s, and all of them, as that tool does', (preset, file) => {
    const rows = readTable(file);
    const text = readFileSync(join(presets, `${preset}.prototxt`), 'utf8');
    const repaired = repairs[preset]?.(text) ?? text;
    const { layers, totals } = analyzePreset(repaired, rows[0]?.batch ?? 1);

    const byName = new Map(layers.map((entry) => [entry.layer.id, entry]));
    const differences = rows.flatMap((row) => {
      const entry = byName.get(row.name);
      byName.delete(row.name);
      if (!entry) return [`${row.name} is missing`];
      const ours = countsOf(entry);
      return countKinds
        .filter((kind) => row[kind] !== ours[kind])
        .map((kind) => `${row.name} ${kind}: theirs ${row[kind]}, ours ${ours[kind]}`);
    });
    expect(differences).toEqual(exceptions[preset]?.differences ?? []);
    expect([...byName.keys()]).toEqual(more[preset] ?? []);
    expect(layers.filter(({ work }) => work.multiplications > 0)).toEqual([]);

    if (exceptions[preset]) return;
    const extra = [...byName.values()].map(countsOf);
    expect(countsOf(totals)).toEqual(sumOf([...rows, ...extra]));

    // By default the same layers multiply, without normalization, regions and proposals.
    const multiplying = rows.filter(({ type }) => /^(convolution|inner_?product)$/i.test(type));
    const ours = analyzePreset(repaired, rows[0]?.batch ?? 1, 'nnfig').totals;
    expect(ours.macs).toBe(sumOf(multiplying).macc);
  });
});
