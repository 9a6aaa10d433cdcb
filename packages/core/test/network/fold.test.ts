import { describe, expect, test } from 'vitest';
import { coalesce } from '../../src/network/coalesce.js';
import { type FoldOptions, fold, type Item, itemLayers } from '../../src/network/fold.js';
import { fixtureText, networkOf } from '../styles/descriptions.js';

function foldText(text: string, options: FoldOptions = {}): readonly Item[] {
  const network = networkOf(text);
  return fold(network, coalesce(network), options);
}

const short = (item: Item): string =>
  item.kind === 'stage' ? item.stage.layer.op : `${item.name} ×${item.count}`;

describe('fold', () => {
  test('folds ResNet-50 into nine items', () => {
    const items = foldText(fixtureText('resnet-50'));
    expect(items.map(short)).toEqual([
      'input',
      'conv',
      'maxpool',
      'bottleneck ×3',
      'bottleneck ×4',
      'bottleneck ×6',
      'bottleneck ×3',
      'gap',
      'dense',
    ]);
    expect(items.map(({ shape }) => shape.slice(1).join('x')).slice(3, 7)).toEqual([
      '256x56x56',
      '512x28x28',
      '1024x14x14',
      '2048x7x7',
    ]);
  });

  test('links items in a row and keeps every layer', () => {
    const network = networkOf(fixtureText('resnet-50'));
    const items = fold(network, coalesce(network));
    items.forEach(({ inputs }, index) => {
      expect(inputs).toEqual(index === 0 ? [] : [items[index - 1]?.id]);
    });
    expect(items.flatMap(itemLayers)).toHaveLength(network.layers.length);
  });

  test('keeps blocks with several entries open unless asked', () => {
    const text = fixtureText('u-net');
    expect(foldText(text)).toHaveLength(23);
    const items = foldText(text, { manyEntries: true });
    expect(items).toHaveLength(15);
    const up = items.filter((item) => item.kind === 'fold' && item.name === 'up');
    expect(up.map(({ inputs }) => inputs.length)).toEqual([2, 2, 2, 2]);
  });

  test('merges copies that share a constant second input', () => {
    const items = foldText(fixtureText('transformer'), { manyEntries: true });
    expect(items.map(short)).toEqual(['input', 'input', 'encoder ×6', 'decoder ×6']);
    expect(items[3]?.inputs).toHaveLength(2);
  });

  test('does not merge copies that something else takes from', () => {
    const items = foldText(
      'input: 4\nblocks:\n  b: [dense 4 relu, dense 4]\nlayers:\n  - b as one\n  - b\n  - add one',
    );
    expect(items.map(short)).toEqual(['input', 'b ×1', 'b ×1', 'add']);
  });

  test('does not merge copies whose shapes differ, unless they only grow', () => {
    const text =
      'input: 4x8x8\nblocks:\n  grow:\n    - concat: [[], [conv 4 1x1, conv 2 3x3 p1]]\nlayers:\n  - grow x3';
    expect(foldText(text).map(short)).toEqual(['input', 'grow ×1', 'grow ×1', 'grow ×1']);
    const items = foldText(text, { growing: true });
    expect(items.map(short)).toEqual(['input', 'grow ×3']);
    expect(items[1]?.shape).toEqual([1, 10, 8, 8]);
  });

  test('never merges copies of different extent', () => {
    const text =
      'input: 4x32x32\nblocks:\n  down: [conv 4 3x3 p1, maxpool 2]\nlayers:\n  - down x3';
    expect(foldText(text, { growing: true })).toHaveLength(4);
  });

  test('leaves as many levels open as asked', () => {
    const text =
      'input: 4\nblocks:\n  inner: [dense 4, dense 4]\n  outer: [inner, inner]\nlayers:\n  - outer\n  - dense 2';
    expect(foldText(text).map(short)).toEqual(['input', 'outer ×1', 'dense']);
    expect(foldText(text, { open: 1 }).map(short)).toEqual([
      'input',
      'inner ×1',
      'inner ×1',
      'dense',
    ]);
    expect(foldText(text, { open: 9 })).toHaveLength(6);
  });

  test('knows what is inside', () => {
    const [, , , bottleneck] = foldText(fixtureText('resnet-50'));
    if (bottleneck?.kind !== 'fold') throw new Error('not folded');
    expect(bottleneck.inner.map(short)).toEqual(['conv', 'conv', 'conv', 'conv', 'add']);
  });

  test('folds tens of thousands of layers at once', () => {
    const text = 'input: 4\nblocks:\n  b: [dense 4 relu, dense 4 relu]\nlayers:\n  - b x10000';
    const network = networkOf(text);
    const stages = coalesce(network);
    const start = performance.now();
    const items = fold(network, stages);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(items).toHaveLength(2);
    expect(items[1]?.count).toBe(10000);
  });
});
