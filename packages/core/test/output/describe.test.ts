import { expect, it } from 'vitest';
import { describe as describeNetwork } from '../../src/output/describe.js';
import { analyzeText } from '../../src/render.js';
import { blankAnalysis, chain, dense, input, layer } from '../networks.js';

function ofText(text: string, title = 'Net') {
  const { network, analysis, diagnostics } = analyzeText(text);
  expect(diagnostics).toEqual([]);
  if (!network || !analysis) throw new Error('no network');
  return describeNetwork(network, analysis, title);
}

it('says the size, the input, the layers and the output', () => {
  expect(ofText('784 -> 128 relu -> 10 softmax', 'MNIST')).toBe(
    'MNIST: 102 K parameters, 102 K MACs. Input 784; dense 128, dense 10; output 10.',
  );
});

it('counts equal neighbours and copies of a block together', () => {
  const text = `
input: 3x32x32
blocks:
  block(c):
    - residual: [conv $c 3x3 pad=same bn relu, conv $c 3x3 pad=same bn]
    - relu
layers:
  - conv 16 3x3 pad=same
  - conv 16 3x3 pad=same
  - block 16 x3
  - block 32 x2
  - gap
  - dense 10
`;
  expect(ofText(text)).toMatch(
    / Input 3×32×32; convolution 16 ×2, block ×5, global average pooling, dense 10; output 10\.$/,
  );
});

it('names several inputs', () => {
  const text = `
inputs: {left: 8, right: 4}
layers:
  - concat left right
  - dense 2
`;
  expect(ofText(text)).toMatch(/ Inputs left 8, right 4; concatenat\w+, dense 2; output 2\.$/);
});

it('stays short', () => {
  const widths = Array.from({ length: 300 }, (_, index) => dense(1000 + index));
  const network = chain([input(1), ...widths]);
  const text = describeNetwork(network, blankAnalysis(network), 'Deep');
  expect(text.length).toBeLessThan(520);
  expect(text).toMatch(/dense 1032 and 267 more; output 1299\.$/);
});

it('has a name whatever the title is', () => {
  const network = chain([input(3)], '');
  expect(describeNetwork(network, blankAnalysis(network), ' ')).toMatch(/^Neural network: 0 /);
  const named = chain([input(3), layer('op', [5], { name: 'Mystery' })], 'Net');
  expect(describeNetwork(named, blankAnalysis(named), '')).toBe(
    'Net: 0 parameters, 0 MACs. Input 3; Mystery; output 5.',
  );
});
