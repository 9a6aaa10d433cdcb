import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/diagnostics.js';
import { coalesce } from '../../src/network/coalesce.js';
import { analyzeText } from '../../src/render.js';
import {
  figuresById,
  labelledStage,
  labelValues,
  readShape,
  shortLabel,
  tooltip,
} from '../../src/styles/labels.js';
import { checkTemplate, fillTemplate } from '../../src/styles/template.js';

describe('fillTemplate', () => {
  const values = { out: '64', kernel: '3×3', channels: '6', name: 'stem' };
  test.each([
    ['{out} {kernel}', '64 3×3'],
    ['{channels}@{height}×{width}', '6'],
    ['{height}×{width}', ''],
    ['{name}, {stride}, {out}', 'stem, 64'],
    ['{stride} · {out}', '64'],
    ['{name} ({kernel}, {stride})', 'stem (3×3)'],
    ['{name} ({stride})', 'stem'],
    ['{kernel} /{stride}', '3×3'],
    ['∈ ℝ {out}', '∈ ℝ 64'],
    ['stride {stride}', 'stride'],
    ['plain text', 'plain text'],
    ['({out}', '(64'],
    ['', ''],
  ])('%s gives %s', (template, text) => {
    expect(fillTemplate(template, values)).toBe(text);
  });
});

test('an unknown placeholder is a problem with a suggestion', () => {
  const problems: Problem[] = [];
  checkTemplate('{kernal} {out}', ['kernel', 'out'], (problem) => problems.push(problem));
  expect(problems).toMatchObject([
    {
      rule: 'unknown-placeholder',
      message: 'no placeholder is called `{kernal}`',
      hint: 'Did you mean `kernel`?',
    },
  ]);
});

function stagesOf(text: string) {
  const { network, analysis } = analyzeText(text);
  if (!network || !analysis) throw new Error('not a network');
  return { stages: coalesce(network), figures: figuresById(analysis) };
}

describe('the values of placeholders', () => {
  const { stages, figures } = stagesOf(
    'input: 3x224x224\nlayers:\n  - conv 64 7x7 /2 p3 bn relu as stem\n  - maxpool 3 /2 p1\n  - gap\n  - dense 10 softmax',
  );
  const [input, stem, pool, , dense] = stages;

  test('of a convolution', () => {
    if (!stem) throw new Error('no stem');
    expect(labelValues(labelledStage(stem, 'map'), figures)).toEqual({
      name: 'stem',
      op: 'Convolution',
      label: 'Conv 7×7, 64 /2',
      shape: '64×112×112',
      channels: '64',
      height: '112',
      fraction: 'I/2',
      width: '112',
      out: '64',
      kernel: '7×7',
      stride: '2',
      activation: 'ReLU',
      params: '9.60 K',
      macs: '118 M',
    });
  });

  test('of a dense layer', () => {
    if (!dense) throw new Error('no dense layer');
    const values = labelValues(labelledStage(dense, 'vector'), figures);
    expect(values).toMatchObject({ units: '10', out: '10', params: '650' });
    expect(values).not.toHaveProperty('kernel');
    expect(values).not.toHaveProperty('channels');
  });

  test('short labels name sizes once', () => {
    expect(stages.map(({ layer }) => shortLabel(layer))).toEqual([
      'Input',
      'Conv 7×7, 64 /2',
      'MaxPool 3×3 /2',
      'GAP',
      'Dense 10',
    ]);
  });

  test('tooltips say operation, shape and parameters', () => {
    if (!input || !stem || !pool) throw new Error('no stages');
    expect(tooltip(labelledStage(stem, 'map'), figures)).toMatch(
      /^Conv 7×7, 64 \/2, .+, ReLU: 64×112×112, 9\.60 K parameters$/,
    );
    expect(tooltip(labelledStage(pool, 'map'), figures)).toBe('MaxPool 3×3 /2: 64×56×56');
    expect(tooltip(labelledStage(input, 'map'), figures)).toBe('Input: 3×224×224');
  });
});

test('shapes are read by their axes', () => {
  expect(readShape([1, 10], false)).toBe('vector');
  expect(readShape([1, 120, 1, 1], true)).toBe('vector');
  expect(readShape([1, 6, 28, 28], true)).toBe('map');
  expect(readShape([1, 16, 128], true)).toBe('map');
  expect(readShape([1, 197, 768], false)).toBe('sequence');
});
