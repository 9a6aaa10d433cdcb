import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { renderFence, styles } from 'nnfig';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/machine.mjs';
import { controlPages } from '../../website/data/nn-svg.mjs';

const markdown = readFileSync(join(root, 'website/docs/coming-from/nn-svg.mdx'), 'utf8');

const named = controlPages.flatMap(({ style, controls }) =>
  controls.flatMap(({ options }) => options.map((text) => ({ style, text }))),
);

const pairs = [
  ...markdown.matchAll(/<Pair image="([^"]+)"([^>]*)>\s*```nn source\n(.*?)\n```/gs),
].map(([, image = '', attributes = '', text = '']) => ({ image, attributes, text }));

describe('the tables of the controls of NN-SVG', () => {
  test('have a row for every control', () => {
    const ids = controlPages.map(({ style, controls }) => [style, controls.length]);
    expect(ids).toEqual([
      ['fcnn', 22],
      ['lenet', 13],
      ['alexnet', 17],
    ]);
  });

  test.each(named)('name an option of $style: $text', ({ style, text }) => {
    const { options } = styles.find(({ name }) => name === style) ?? {};
    const [, name = '', value] = /^(\w+)(?:: (.*))?$/.exec(text) ?? [];
    expect(Object.keys(options?.shape ?? {})).toContain(name);
    const given = value === undefined ? {} : { [name]: parse(value) };
    expect(options?.safeParse(given).success).toBe(true);
  });

  test.each(controlPages)('name every option of $style that NN-SVG has', ({ style, controls }) => {
    const keys = new Set(
      controls.flatMap(({ options }) => options.map((text) => text.split(':')[0])),
    );
    expect(keys.size).toBeGreaterThan({ fcnn: 20, lenet: 20, alexnet: 25 }[style] ?? 0);
  });
});

describe('the pairs of figures', () => {
  test('are as many as the kinds of pictures', () => {
    expect(pairs).toHaveLength(12);
    expect(new Set(pairs.map(({ image }) => image)).size).toBe(12);
  });

  test.each(pairs)('$image: the block has no problem and NN-SVG’s colours', ({ text }) => {
    expect(renderFence({ value: text }).diagnostics).toEqual([]);
    expect(parse(text).palette).toBe('classic');
  });

  test.each(pairs)(
    '$image: the picture is there, small, and described',
    ({ image, attributes }) => {
      const file = join(root, 'website/static/img/nn-svg', `${image}.webp`);
      expect(statSync(file).size).toBeLessThan(120_000);
      expect(/alt="([^"]{20,})"/.test(attributes)).toBe(true);
    },
  );
});
