import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderFence, styles } from 'nnfig';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/machine.mjs';
import { colours, pairs, rowTables, wishes } from '../../website/data/plotneuralnet.mjs';
import { fixtures } from '../../website/scripts/files.mjs';
import { countFigure, plotNeuralNetPairsPart } from '../../website/scripts/pages/plotneuralnet.mjs';

const schema = styles.find(({ name }) => name === 'plotneuralnet')?.options;
const texts = new Map(fixtures('plotneuralnet').map(({ name, text }) => [name, text]));
const svgs = new Map([...texts].map(([name, text]) => [name, renderFence({ value: text }).svg]));

const rows = rowTables.flatMap(({ title, rows }) =>
  rows.map(({ theirs, parameters = [], options = [], notation = '' }) => ({
    title,
    theirs,
    parameters,
    options,
    notation,
  })),
);
const named = rows.flatMap(({ options }) => options);

/** What PlotNeuralNet has, by its files. */
const functions = [
  ...['to_head', 'to_cor', 'to_begin', 'to_input', 'to_Conv', 'to_ConvConvRelu', 'to_Pool'],
  ...['to_UnPool', 'to_ConvRes', 'to_ConvSoftMax', 'to_SoftMax', 'to_Sum', 'to_connection'],
  ...['to_skip', 'to_end', 'to_generate', 'block_2ConvPool', 'block_Unconv', 'block_Res'],
];
const keys = {
  Box: [
    ...['width', 'height', 'depth', 'scale', 'xlabel', 'ylabel', 'zlabel', 'caption', 'name'],
    ...['fill', 'opacity'],
  ],
  RightBandedBox: ['bandfill', 'bandopacity'],
  Ball: ['radius', 'scale', 'fill', 'opacity', 'logo', 'caption', 'name'],
};

describe('the tables of PlotNeuralNet', () => {
  test.each(functions)('have the function %s', (name) => {
    expect(rows.filter(({ theirs }) => theirs.includes(`\`${name}\``))).toHaveLength(1);
  });

  test.each(Object.entries(keys))('have the keys of %s', (shape, names) => {
    const theirs = rows.filter(({ title }) => title === shape).map((row) => row.theirs);
    const missing = names.filter((name) => !theirs.some((text) => text.includes(`\`${name}\``)));
    expect(missing).toEqual([]);
  });

  test('explain every parameter of the functions', () => {
    const parameters = new Set(rows.flatMap((row) => row.parameters));
    const explained = rows
      .filter(({ title }) => title === 'Parameters of the functions')
      .map(({ theirs }) => theirs)
      .join();
    expect([...parameters].filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
    expect(parameters.size).toBe(21);
  });

  test.each(named)('name an option: %s', (text) => {
    const [, name = '', value] = /^(\w+)(?:: (.*))?$/.exec(text) ?? [];
    expect(Object.keys(schema?.shape ?? {})).toContain(name);
    const given = value === undefined ? {} : { [name]: parse(value) };
    expect(schema?.safeParse(given).success).toBe(true);
  });

  test('say something for everything', () => {
    expect(rows.filter(({ options, notation }) => options.length + notation.length === 0)).toEqual(
      [],
    );
  });
});

describe('the colours of PlotNeuralNet', () => {
  const everything = [...svgs.values()].join('');

  test.each(colours.flatMap(({ property, hex }) => (property ? [{ property, hex }] : [])))(
    '$property is $hex where it is drawn',
    ({ property, hex }) => {
      expect(everything).toContain(`var(--nnfig-${property}, `);
      // Lines are mixed with what they stand on, and differ by theme.
      if (!['pnn-edge', 'pnn-skip'].includes(property)) {
        expect(everything).toContain(`var(--nnfig-${property}, ${hex})`);
      }
    },
  );
});

describe('the pairs of figures', () => {
  test('are the five hardest and the loss', () => {
    expect(pairs.map(({ fixture }) => fixture)).toEqual([
      ...['fcn-8s', 'u-net', 'u-net-u', 'hed', 'vgg-16', 'softmax-loss'],
    ]);
  });

  test.each(pairs)('$fixture: has at most 30 lines, and no coordinate', ({ fixture }) => {
    const text = texts.get(fixture) ?? '';
    expect(text.split('\n').length).toBeLessThanOrEqual(30);
    expect(text).not.toMatch(/\b(?:offset|position|lines|x|y):/);
  });

  test('give a reason where a count differs, and only there', () => {
    expect(() => plotNeuralNetPairsPart()).not.toThrow();
  });

  test('count lines, heads and hidden edges', () => {
    expect(countFigure(svgs.get('softmax-loss') ?? '')).toEqual({ lines: 4, heads: 4, dashed: 3 });
    expect(countFigure(svgs.get('vgg-16') ?? '')).toEqual({ lines: 9, heads: 9, dashed: 66 });
  });
});

describe('the page', () => {
  test('names every wish with its threads', () => {
    expect(wishes.every(({ threads, answer }) => threads.length > 0 && answer !== '')).toBe(true);
    expect(new Set(wishes.flatMap(({ threads }) => threads)).size).toBeGreaterThan(50);
  });

  test('has blocks without problems', () => {
    for (const path of ['coming-from/plotneuralnet.mdx', 'styles/plotneuralnet.mdx']) {
      const markdown = readFileSync(join(root, 'website/docs', path), 'utf8');
      for (const [, text = ''] of markdown.matchAll(/^```nn source\n(.*?)\n```$/gms)) {
        expect(renderFence({ value: text }).diagnostics, text).toEqual([]);
      }
    }
  });
});
