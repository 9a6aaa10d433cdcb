import { describe, expect, it } from 'vitest';
import { analyzeText, render } from '../../src/render.js';
import { categoryOf } from '../../src/styles/labels.js';
import { layersOf, networkOf } from '../notation/networks.js';

const problemsOf = (text: string) =>
  analyzeText(text).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);

describe('operations that nnfig does not know', () => {
  it('begin a network when they say their whole shape', () => {
    expect(layersOf('layers: [op Encoder out=8x4x4, relu]')).toEqual([
      'op1() 8x4x4',
      'relu1(op1) 8x4x4',
    ]);
    expect(problemsOf('layers: [op Encoder 8]')).toEqual([
      'missing-input: the network has no input',
    ]);
  });

  it('have the kind that they are given', () => {
    const [, first, second] = networkOf(
      'input: 3x8x8\nlayers: [op Deformable 8 kind=convolution, op Other]',
    ).layers.map(categoryOf);
    expect([first, second]).toEqual(['convolution', 'other']);
    expect(problemsOf('input: 3x8x8\nlayers: [op A kind=convlution]')).toEqual([
      expect.stringMatching(
        /^wrong-value: `kind` of `op` must be `convolution`, `pooling`, .* not `convlution`$/,
      ),
    ]);
  });

  it('may have costs that nobody knows, and then the network has, too', () => {
    const text = 'name: Net\ninput: 3x8x8\nlayers: [conv 4 3x3, op Secret no-counted]';
    expect(analyzeText(text).analysis?.totals).toMatchObject({ params: 112, uncounted: 1 });
    expect(render(text).description).toMatch(/^Net: parameters and MACs not known\. Input 3×8×8;/);
    expect(analyzeText(text.replace(' no-counted', '')).analysis?.totals.uncounted).toBeUndefined();
  });

  it('are named in `draw` by what they are called', () => {
    const text =
      'style: graph\ninput: 3x8x8\nlayers: [op Mixer, op Mixer]\ndraw: {Mixer: {color: "#123456"}}';
    const { svg, diagnostics } = render(text);
    expect(diagnostics).toEqual([]);
    expect(svg?.match(/#123456/g)?.length).toBeGreaterThanOrEqual(2);
  });
});
