import { describe, expect, it } from 'vitest';
import { parseMeta } from '../../src/meta.js';
import {
  ExpressionError,
  evaluate,
  namesOf,
  parseExpression,
} from '../../src/notation/expression.js';
import { attributeValue, numberValue, plainValue, sizeValue } from '../../src/notation/values.js';
import { listOf, nearest, suggestion } from '../../src/suggest.js';

const none = () => false;
const known = (name: string) => ['T', 'd', 'x'].includes(name);
const literal = (value: number | boolean | null) => ({ kind: 'literal', value });

describe('sums', () => {
  it.each([
    ['1', 1],
    ['.5', 0.5],
    ['4*c', 256],
    ['4*$c', 256],
    ['2*c+1', 129],
    ['2*(c+1)', 130],
    ['c/2-1', 31],
    ['-c', -64],
    ['--c', 64],
    ['7%4', 3],
    ['1-2-3', -4],
    ['64/4/4', 4],
    [' 2 * c ', 128],
    ['2**3', 8],
    ['2**3**2', 512],
    ['-2**2', -4],
    ['2**-1', 0.5],
    ['3*2**2*5', 60],
  ])('%s is %d', (text, value) => {
    expect(evaluate(parseExpression(text), (name) => (name === 'c' ? 64 : undefined))).toBe(value);
  });

  it.each(['', '1 2', '4*', '(1', '1)', 'a b', '1e3', '2**', '2***3', '$', '4*$', 'a.b', '1;2'])(
    '%j is none',
    (text) => {
      expect(() => parseExpression(text)).toThrow(ExpressionError);
    },
  );

  it('is not nested without end, nor endless', () => {
    expect(() => parseExpression(`${'('.repeat(60)}1${')'.repeat(60)}`)).toThrow(/too deeply/);
    expect(() => parseExpression(`1${'+1'.repeat(500)}`)).toThrow(/too long/);
  });

  it('says which name it lacks, and which it has', () => {
    expect(() => evaluate(parseExpression('2*d'), () => undefined)).toThrow(
      'nothing says what `d` is',
    );
    expect(() => evaluate(parseExpression('1/0'), () => undefined)).toThrow('divides by zero');
    expect(() => evaluate(parseExpression('1%0'), () => undefined)).toThrow('divides by zero');
    expect(namesOf(parseExpression('a*(b-$c)/-a'))).toEqual(['a', 'b', 'c', 'a']);
  });
});

describe('values', () => {
  it('are numbers, sums, or something else', () => {
    expect(numberValue('64')).toEqual(literal(64));
    expect(numberValue('-0.5')).toEqual(literal(-0.5));
    expect(numberValue('1e-5')).toEqual(literal(1e-5));
    expect(numberValue('$c')).toMatchObject({ kind: 'expression', text: '$c' });
    expect(numberValue('d/2')).toMatchObject({ kind: 'expression' });
    expect(numberValue('relu')).toBeUndefined();
    expect(numberValue('3x3')).toBeUndefined();
  });

  it('split into sizes at every x that can part them', () => {
    const parts = (text: string) => {
      const value = sizeValue(text, known);
      return value?.kind === 'list'
        ? value.items.map((item) =>
            'text' in item ? item.text : 'value' in item ? item.value : undefined,
          )
        : undefined;
    };
    expect(parts('3x3')).toEqual([3, 3]);
    expect(parts('3×224×224')).toEqual([3, 224, 224]);
    expect(parts('3 x 224 x 224')).toEqual([3, 224, 224]);
    expect(parts('Txd')).toEqual(['T', 'd']);
    expect(parts('T x d')).toEqual(['T', 'd']);
    expect(parts('$kx$k')).toEqual(['$k', '$k']);
    expect(parts('4*$cx1')).toEqual(['4*$c', 1]);
    expect(parts('2*d x 8')).toEqual(['2*d', 8]);
    expect(parts('relux')).toBeUndefined();
    expect(parts('max')).toBeUndefined();
    expect(parts('64')).toBeUndefined();
  });

  it('are switches, texts, lists and words after a key', () => {
    for (const word of ['true', 'yes', 'on'])
      expect(attributeValue(word, none)).toEqual(literal(true));
    for (const word of ['false', 'no', 'off'])
      expect(attributeValue(word, none)).toEqual(literal(false));
    expect(attributeValue('"a b"', none)).toEqual({ kind: 'text', text: 'a b' });
    expect(attributeValue('[1, 2]', none)).toEqual({
      kind: 'list',
      items: [literal(1), literal(2)],
    });
    expect(attributeValue('1,2', none)).toEqual({ kind: 'list', items: [literal(1), literal(2)] });
    expect(attributeValue('same', none)).toEqual({ kind: 'word', text: 'same' });
  });

  it('are plain data in the long form', () => {
    expect(plainValue(3, none)).toEqual(literal(3));
    expect(plainValue(null, none)).toEqual(literal(null));
    expect(plainValue([1, [2, 3]], none)).toEqual({
      kind: 'list',
      items: [literal(1), { kind: 'list', items: [literal(2), literal(3)] }],
    });
    expect(plainValue({ a: 1 }, none)).toBeUndefined();
    expect(plainValue([{ a: 1 }], none)).toBeUndefined();
  });
});

describe('metas', () => {
  const entries = (meta: string) => parseMeta(meta).entries.map(({ key, value }) => [key, value]);

  it('are words, switches, numbers and quoted texts', () => {
    expect(entries('title="A \\"net\\"" style=lenet width=640 source no-legend')).toEqual([
      ['title', 'A "net"'],
      ['style', 'lenet'],
      ['width', 640],
      ['source', true],
      ['legend', false],
    ]);
    expect(entries("caption='it''s'")).toEqual([]);
    expect(entries("caption='a b' render=false")).toEqual([
      ['caption', 'a b'],
      ['render', false],
    ]);
  });

  it('know where their words and values stand', () => {
    const [entry] = parseMeta('  title="A"').entries;
    expect([entry?.place.start.column, entry?.place.end.column]).toEqual([3, 12]);
    expect([entry?.valuePlace.start.column, entry?.valuePlace.end.column]).toEqual([9, 12]);
    expect(
      parseMeta('a="b {1,3}').stray.map(({ text, place }) => [text, place.start.column]),
    ).toEqual([
      ['a="b', 1],
      ['{1,3}', 6],
    ]);
  });
});

describe('suggestions', () => {
  const words = ['conv', 'relu', 'maxpool', 'avgpool', 'batchnorm', 'bn', 'stride', 's'];

  it.each([
    ['cnov', 'conv'],
    ['rleu', 'relu'],
    ['Conv', 'conv'],
    ['maxpol', 'maxpool'],
    ['pool', 'maxpool'],
    ['batch', 'batchnorm'],
    ['conv2', 'conv'],
    ['stirde', 'stride'],
    ['S', 's'],
  ])('%s is meant as %s', (word, meant) => {
    expect(nearest(word, words)).toBe(meant);
  });

  it.each(['zebra', 'x', 'true', 'c', '', 'a'.repeat(500)])('%s is near to nothing', (word) => {
    expect(nearest(word, words)).toBeUndefined();
  });

  it('are sentences', () => {
    expect(suggestion('cnov', words)).toBe('Did you mean `conv`?');
    expect(suggestion('zebra', ['a', 'b', 'c'])).toBe('Use `a`, `b` or `c`.');
    expect(suggestion('zebra', words, 'Leave it out.')).toBe('Leave it out.');
    expect(listOf(['a'])).toBe('`a`');
    expect(listOf(['a', 'b'], 'and')).toBe('`a` and `b`');
  });
});
