import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/network/network.js';
import type { Sample } from '../../src/scene/legend-samples.js';
import { type KindUse, kindsLegend, type LineUse, ownName } from '../../src/styles/kinds.js';
import { chain, layer } from '../networks.js';

const box = (hex: string): Sample => ({ kind: 'box', fill: { light: hex, dark: hex } });
const [blue, red, green] = [box('#0000ff'), box('#ff0000'), box('#00ff00')];
const arrow: Sample = {
  kind: 'line',
  stroke: { light: '#000000', dark: '#ffffff' },
  width: 1,
  head: 'end',
};

const convolution = (sample: Sample, name?: string, operation = 'Convolution'): KindUse => ({
  category: 'convolution',
  sample,
  ...(name !== undefined && { own: { name, operation } }),
});

const listed = (kinds: readonly KindUse[], lines: readonly LineUse[] = []) =>
  kindsLegend(kinds, lines).map(({ label, sample }) => [label, sample]);

describe('kinds', () => {
  it('stand there once each, in one order', () => {
    const dense = { category: 'dense', sample: green } as const;
    const input = { category: 'input', sample: red } as const;
    expect(listed([dense, convolution(blue), dense, input, convolution(blue)])).toEqual([
      ['Input', red],
      ['Convolution', blue],
      ['Dense', green],
    ]);
  });

  it('can have titles of their own', () => {
    const banded = { ...convolution(red), label: 'Convolution + activation' };
    expect(listed([banded, convolution(blue), banded])).toEqual([
      ['Convolution + activation', red],
      ['Convolution', blue],
    ]);
  });
});

describe('colours of single layers', () => {
  it('are that of the kind, when all its layers have it', () => {
    expect(listed([convolution(red, 'stem'), convolution(red, 'head')])).toEqual([
      ['Convolution', red],
    ]);
  });

  it('are named after the layers, when others have another', () => {
    expect(listed([convolution(red, 'stem'), convolution(blue)])).toEqual([
      ['Convolution', blue],
      ['stem', red],
    ]);
    expect(listed([convolution(red, 'stem'), convolution(green, 'head')])).toEqual([
      ['stem', red],
      ['head', green],
    ]);
    expect(listed([convolution(blue, 'stem'), convolution(blue)])).toEqual([['Convolution', blue]]);
  });

  it('are named after an operation, when it alone has the colour', () => {
    const depthwise = (name: string) => convolution(red, name, 'Depthwise convolution');
    expect(listed([convolution(blue), depthwise('a'), depthwise('b')])).toEqual([
      ['Convolution', blue],
      ['Depthwise convolution', red],
    ]);
  });

  it('of many layers name the first', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => convolution(red, name));
    const other = convolution(green, 'e');
    expect(listed([convolution(blue), ...many, other]).map(([label]) => label)).toEqual([
      'Convolution',
      'a, b, 2 more',
      'e',
    ]);
  });

  it('have the name that the description gives', () => {
    const [conv] = chain([layer('conv', [8, 4, 4])]).layers as [Layer];
    const named = { ...conv, name: 'stem' };
    const color = '#ff0000';
    expect(ownName(conv, {})).toBeUndefined();
    expect(ownName(conv, { color })).toEqual({ name: 'Convolution', operation: 'Convolution' });
    expect(ownName(named, { color })?.name).toBe('stem');
    expect(ownName(named, { color, label: 'Filters' })?.name).toBe('Filters');
    expect(ownName(named, { color, label: '{out} filters' })?.name).toBe('stem');
    expect(ownName(named, { color, label: '$E_{S}$' })?.name).toBe('$E_{S}$');
  });
});

describe('lines', () => {
  it('come after the kinds, in one order', () => {
    const skip = { kind: 'skip', sample: blue } as const;
    const flow = { kind: 'flow', sample: arrow } as const;
    const block = { kind: 'block', sample: red, label: 'Repeated block' } as const;
    expect(listed([convolution(blue)], [block, skip, flow, flow])).toEqual([
      ['Convolution', blue],
      ['Data flow', arrow],
      ['Skip connection', blue],
      ['Repeated block', red],
    ]);
  });

  it('need no entry when there is nothing but data flow', () => {
    expect(listed([], [{ kind: 'flow', sample: arrow }])).toEqual([]);
    expect(listed([], [{ kind: 'kernel', sample: arrow }])).toEqual([['Kernel', arrow]]);
  });
});
