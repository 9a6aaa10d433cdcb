import { type Analysis, analyzeText, type Network, render } from 'nnfig';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../support/fixtures.js';
import { expected } from './expected.js';
import { type ModelRow, models } from './models.js';

function analyzed(text: string): { network: Network; analysis: Analysis } {
  const { network, analysis, diagnostics } = analyzeText(text);
  expect(diagnostics).toEqual([]);
  if (!network || !analysis) throw new Error('no analysis');
  return { network, analysis };
}

it('expects figures of every fixture, and of nothing else', () => {
  expect(fixtures.map(({ name }) => name)).toEqual(Object.keys(expected).sort());
});

describe.each(fixtures)('$name', ({ name, text }) => {
  const figures = expected[name];
  if (!figures) throw new Error(`nothing is expected of ${name}`);
  const { network, analysis } = analyzed(text);

  it('counts parameters, buffers and multiply-accumulates exactly', () => {
    const { params, buffers, macs, flops } = analysis.totals;
    expect({ params, buffers, macs, flops }).toEqual({
      params: figures.params,
      buffers: figures.buffers,
      macs: figures.macs,
      flops: 2 * figures.macs,
    });
  });

  it('sums up to its totals, layer by layer', () => {
    const sum = (key: 'params' | 'buffers' | 'macs') =>
      analysis.layers.reduce((total, layer) => total + layer[key], 0);
    expect([sum('params'), sum('buffers'), sum('macs')]).toEqual([
      figures.params,
      figures.buffers,
      figures.macs,
    ]);
  });

  it('gives outputs of the right shape', () => {
    const shapes = network.outputs.map(
      ({ layer, port }) => network.layers.find(({ id }) => id === layer)?.outputs[port],
    );
    expect(shapes).toEqual(figures.outputs);
  });

  it('draws without a problem', () => {
    const { svg, diagnostics } = render(text);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(svg).toMatch(/^<svg[ >]/);
  });

  const { field, model, layers: table } = figures;
  if (field) {
    it('sees as far as is known', () => {
      const layer = analysis.layers.find((each) => each.layer.id === field.layer);
      const axes = Array.isArray(layer?.field) ? layer.field : [];
      expect(axes.length).toBeGreaterThan(0);
      for (const axis of axes) expect(axis).toEqual({ size: field.size, stride: field.stride });
    });
  }

  if (model !== undefined) {
    it.skipIf(!models)('agrees with the framework', () => {
      const { params, buffers, macs } = figures;
      expect(models?.models[model]).toMatchObject({ params, buffers, macs });
    });
  }

  if (table !== undefined) {
    it.skipIf(!models)('agrees with it layer by layer', () => {
      const theirs = models?.layers[table] ?? [];
      expect(theirs.length).toBeGreaterThan(10);
      expect(tableOf(analysis)).toEqual(theirs.flatMap(rowOf));
    });
  }
});

/** Classes of PyTorch and the operations that they are here. */
const operationsOf: Readonly<Record<string, readonly string[]>> = {
  Conv2d: ['conv', 'dwconv'],
  BatchNorm2d: ['batchnorm'],
  Linear: ['dense'],
  MaxPool2d: ['maxpool'],
  AvgPool2d: ['avgpool'],
};

/** What both tables say: kind, shape, parameters, multiply-accumulates. */
type Row = readonly [string, string, number, number];

function rowOf([, kind, shape, params, macs]: ModelRow): Row[] {
  const [operation] = operationsOf[kind] ?? [];
  return operation === undefined ? [] : [[operation, shape.join('x'), params, macs]];
}

function tableOf({ layers }: Analysis): Row[] {
  return layers.flatMap(({ layer, shape, params, macs }): Row[] => {
    const found = Object.values(operationsOf).find((names) => names.includes(layer.op));
    return found?.[0] === undefined ? [] : [[found[0], shape.join('x'), params, macs]];
  });
}
