import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderFence, styles } from 'nnfig';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/machine.mjs';

const markdown = readFileSync(join(root, 'website/docs/coming-from/convnet-drawer.mdx'), 'utf8');

/** What `config.py` of convnet-drawer has, in its order. */
const settings = [
  'theta',
  'ratio',
  'bounding_box_margin',
  'inter_layer_margin',
  'text_margin',
  'channel_scale',
  'text_size',
  'one_dim_width',
  'line_color_feature_map',
  'line_color_layer',
  'text_color_feature_map',
  'text_color_layer',
];

const rows = [...markdown.matchAll(/^\| `([a-z_]+)` \| `(\w+)` \| ([^|]*) \|/gm)].map(
  ([, setting = '', option = '', initial = '']) => ({ setting, option, initial }),
);

const blocks = [...markdown.matchAll(/^```nn source\n(.*?)\n```/gms)].map(([, text = '']) => text);

const style = styles.find(({ name }) => name === 'convnet-drawer');
const defaults: Readonly<Record<string, unknown>> = style?.options.parse({}) ?? {};

describe('the page for those who come from convnet-drawer', () => {
  test('has a row for every setting, in its order', () => {
    expect(rows.map(({ setting }) => setting)).toEqual(settings);
  });

  test.each(rows)('$setting is an option with the default $initial', ({ option, initial }) => {
    expect(Object.keys(style?.options.shape ?? {})).toContain(option);
    const number = Number(initial.replace('−', '-'));
    if (!Number.isNaN(number)) expect(defaults[option]).toBe(number);
  });

  test('names every class', () => {
    for (const name of [
      'Model',
      'Conv2D',
      'Deconv2D',
      'MaxPooling2D',
      'AveragePooling2D',
      'GlobalAveragePooling2D',
      'Flatten',
      'Dense',
    ]) {
      expect(markdown).toContain(`| \`${name}(`);
    }
  });

  test('has blocks without problems', () => {
    expect(blocks).toHaveLength(5);
    for (const text of blocks) expect(renderFence({ value: text }).diagnostics).toEqual([]);
  });
});
