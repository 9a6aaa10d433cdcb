import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/render.js';
import { placeless, problemsOf } from '../notation/networks.js';

/** Parameters and MACs of a description without problems. */
function counts(text: string): number[] {
  const { analysis, diagnostics } = analyzeText(text);
  expect(diagnostics).toEqual([]);
  return [analysis?.totals.params ?? 0, analysis?.totals.macs ?? 0];
}

const tower = `
inputs: {one: 3x32x32, two: 3x32x32}
blocks:
  unit(c):
    - residual: [conv $c 3x3 p1 bn relu, conv $c 3x3 p1 bn]
  tower(c): [unit $c, unit 2*$c, gap, dense $c]
layers:
  - from: one
  - tower 8 as a
`;

describe('calls that share weights', () => {
  it('count the parameters of two towers once, and their work twice', () => {
    const [params = 0, macs = 0] = counts(tower);
    expect(params).toBeGreaterThan(0);
    const both = `${tower}  - tower 8 from=two share=a as b\n  - concat a b\n`;
    expect(counts(both)).toEqual([params, 2 * macs]);
    const apart = `${tower}  - tower 8 from=two as b\n  - concat a b\n`;
    expect(counts(apart)).toEqual([2 * params, 2 * macs]);
  });

  it('count the parameters of repeated blocks once, as ALBERT has them', () => {
    const encoder = (call: string) => `
dims: {T: 64, d: 512}
input: T x d
blocks:
  encoder:
    - residual: [attention heads=8]
    - layernorm
    - residual: [dense 2048 relu, dense d]
    - layernorm
layers: [${call}]
`;
    const [params = 0, macs = 0] = counts(encoder('encoder'));
    expect(params).toBe(3_152_384);
    expect(counts(encoder('encoder x6 share'))).toEqual([params, 6 * macs]);
    expect(counts(encoder('encoder x6'))).toEqual([6 * params, 6 * macs]);
  });

  it('share copies with copies of the same number', () => {
    const text = (share: string) =>
      `inputs: {one: 8x16x16, two: 8x16x16}\nblocks: {unit: [conv 8 3x3 p1 bn]}\nlayers: [unit x3 from=one as a, unit x3 from=two${share} as b, add a b]`;
    const [apart = 0] = counts(text(''));
    expect(counts(text(' share=a'))[0]).toBe(apart / 2);
    const { network } = analyzeText(text(' share=a'));
    const layers = network?.layers ?? [];
    expect(layers.find(({ id }) => id === 'unit6.conv1')?.share).toBe('unit3.conv1');
  });

  it('lead through calls that share to the layers that own the parameters', () => {
    const text =
      'input: 8\nblocks: {unit: [dense 8 relu]}\nlayers: [unit as a, unit share=a as b, unit share=b]';
    const { network } = analyzeText(text);
    expect(network?.layers.map(({ share }) => share)).toEqual([
      undefined,
      undefined,
      undefined,
      'unit1.dense1',
      undefined,
      'unit1.dense1',
      undefined,
    ]);
  });

  it('have a long form', () => {
    const text = (second: string) =>
      `input: 8\nblocks: {unit(c): [dense $c relu]}\nlayers:\n  - unit 8 as a\n  - ${second}`;
    expect(placeless(text('unit 8 share=a'))).toEqual(
      placeless(text('{op: unit, c: 8, share: a}')),
    );
    expect(placeless(text('unit 8 x2 share'))).toEqual(
      placeless(text('{op: unit, c: 8, repeat: 2, share: true}')),
    );
  });

  it('say what does not fit', () => {
    const text = (second: string) =>
      `input: 8\nblocks:\n  unit(c): [dense $c relu]\n  other: [dense 8]\nlayers:\n  - unit 8 as a\n  - dense 8 as d\n  - ${second}`;
    expect(problemsOf(text('unit 4 share=a'))).toEqual(['8:12-8:19 wrong-share']);
    expect(problemsOf(text('unit 8 share=d'))).toEqual(['8:12-8:19 wrong-share']);
    expect(problemsOf(text('other share=a'))).toEqual(['8:11-8:18 wrong-share']);
    expect(problemsOf(text('unit 8 share=z'))).toEqual(['8:12-8:19 unknown-name']);
  });
});
