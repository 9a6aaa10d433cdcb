import { describe, expect, test } from 'vitest';
import { coalesce, isAttachable } from '../../src/network/coalesce.js';
import { fixtureText, networkOf } from '../styles/descriptions.js';

const stagesOf = (text: string) =>
  coalesce(networkOf(text)).map(({ id, attached, inputs }) => ({
    id,
    attached: attached.map(({ op }) => op).join(' '),
    inputs: inputs.join(' '),
  }));

describe('coalesce', () => {
  test('joins what follows a layer on its line and on the next ones', () => {
    const stages = stagesOf(
      'input: 1x8x8\nlayers:\n  - conv 4 3x3 bn relu\n  - dropout 0.5\n  - flatten\n  - dense 2 softmax',
    );
    expect(stages).toEqual([
      { id: 'input', attached: '', inputs: '' },
      { id: 'conv1', attached: 'batchnorm relu dropout flatten', inputs: 'input' },
      { id: 'dense1', attached: 'softmax', inputs: 'conv1' },
    ]);
  });

  test('keeps the shape of the main layer when a flatten follows', () => {
    const [, conv] = coalesce(networkOf('input: 1x8x8\nlayers: [conv 4 3x3, flatten, dense 2]'));
    expect(conv?.shape).toEqual([1, 4, 6, 6]);
  });

  test('leaves apart what two layers take from', () => {
    const stages = stagesOf('input: 4\nlayers:\n  - dense 4 as a\n  - relu\n  - add a');
    expect(stages.map(({ id }) => id)).toEqual(['input', 'a', 'relu1', 'add1']);
  });

  test('follows out of a residual, but not into one', () => {
    const stages = stagesOf('input: 4\nlayers:\n  - residual: [layernorm, dense 4]\n  - relu');
    expect(stages.map(({ attached }) => attached)).toEqual(['', '', '', 'relu']);
    expect(stages[3]?.inputs.split(' ')).toHaveLength(2);
  });

  test('leaves no copy of a repeated block', () => {
    const stages = stagesOf(
      'input: 4\nblocks:\n  b: [dense 4, relu]\nlayers:\n  - b x2\n  - layernorm',
    );
    expect(stages.map(({ attached }) => attached)).toEqual(['', 'relu', 'relu', '']);
  });

  test('counts the stages of known networks', () => {
    const count = (name: string) => coalesce(networkOf(fixtureText(name))).length;
    expect(count('lenet-5')).toBe(8);
    // Three before the blocks, 16 × (3 convolutions + 1 addition), 4 projections, two after.
    expect(count('resnet-50')).toBe(3 + 16 * 4 + 4 + 2);
  });

  test('knows which layers join', () => {
    const { layers } = networkOf('input: 1x8x8\nlayers: [conv 4 3x3 bn relu, maxpool 2, flatten]');
    expect(layers.map(isAttachable)).toEqual([false, false, true, true, false, true]);
  });
});
