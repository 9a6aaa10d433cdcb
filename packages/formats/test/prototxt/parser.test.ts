import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/prototxt/message.js';
import { parse } from '../../src/prototxt/parser.js';

/** A message as plain values, fields of one name after another. */
type Plain = [name: string, value: unknown][];

function plain({ fields }: Message): Plain {
  return fields.map(({ name, value }) => {
    if (value.kind === 'message') return [name, plain(value)];
    if (value.kind === 'number') return [name, value.number];
    return [name, value.kind === 'unknown' ? undefined : value.text];
  });
}

function read(text: string): Plain {
  const { root, problems } = parse(text);
  expect(problems).toEqual([]);
  return plain(root);
}

describe('values', () => {
  test.each([
    ['3', 3],
    ['-3', -3],
    ['- 3', -3],
    ['.5', 0.5],
    ['1.', 1],
    ['1e-3', 0.001],
    ['-2.5E+2', -250],
    ['2f', 2],
    ['0x1F', 31],
    ['010', 8],
    ['-inf', Number.NEGATIVE_INFINITY],
    ['MAX', 'MAX'],
    ['true', 'true'],
    ['inf', 'inf'],
    ['"a b"', 'a b'],
    ['\'a "b"\'', 'a "b"'],
    ['"a" \'b\'  # and\n "c"', 'abc'],
    ['"\\n\\t\\"\\\\"', '\n\t"\\'],
    ['"\\x41\\102\\u00e9\\303\\251"', 'AB\u00e9\u00e9'],
    ['"C:\\data\\q"', 'C:\\data\\q'],
    ['""', ''],
  ])('%s', (text, value) => {
    expect(read(`a: ${text}`)).toEqual([['a', value]]);
  });
});

test('reads nesting of every kind', () => {
  expect(read('a { b: { c < d: 1 > } e {} }')).toEqual([
    [
      'a',
      [
        ['b', [['c', [['d', 1]]]]],
        ['e', []],
      ],
    ],
  ]);
});

test('reads lists as fields of one name', () => {
  expect(read('a: [1, 2] b: [] c: [{ d: 1 }, < d: 2 >] a: 3')).toEqual([
    ['a', 1],
    ['a', 2],
    ['c', [['d', 1]]],
    ['c', [['d', 2]]],
    ['a', 3],
  ]);
});

test('reads comments, separators, extensions and line ends of all systems', () => {
  const text = '# first\r\na: 1; b: 2, c { d: 3; }, [x.y] { z: 4 } [x.w]: 5 # last';
  expect(read(text)).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', [['d', 3]]],
    ['[x.y]', [['z', 4]]],
    ['[x.w]', 5],
  ]);
});

test('knows where everything stands', () => {
  const { root } = parse('ab: 12\nc { d: "x" }');
  expect(root.fields).toMatchObject([
    { start: 0, value: { start: 4, end: 6 } },
    {
      start: 7,
      value: { start: 7, end: 19, fields: [{ start: 11, value: { start: 14, end: 17 } }] },
    },
  ]);
});

/** What is wrong, as `offset: message`. */
function problems(text: string): string[] {
  return parse(text).problems.map(({ start, message }) => `${start}: ${message}`);
}

describe('problems', () => {
  test.each([
    ['pad: }', ['0: `pad` has no value', '5: this `}` closes nothing']],
    ['pad', ['0: `pad` has no value']],
    ['pad: stride: 2', ['0: `pad` has no value']],
    ['pad: layer { }', ['0: `pad` has no value']],
    ['a: ; b: 1', ['0: `a` has no value']],
    ['pad 3', ['0: `pad` needs a colon before its value']],
    ['pool MAX stride: 2', ['0: `pool` needs a colon before its value']],
    ['name "x"', ['0: `name` needs a colon before its value']],
    ['a: "x\nb: 1', ['3: this string has no end on its line']],
    ['a: "x', ['3: this string has no end on its line']],
    ['k: 3x3', ['3: `3x3` is no number']],
    ['k: 1.2.3', ['3: `1.2.3` is no number']],
    ['k: 08', ['3: `08` is no number']],
    ['k: -x', ['3: `-x` is no number']],
    ['k: -', ['3: `-` has no number after it']],
    ['@@ a: 1', ['0: `@@` does not belong here']],
    ['3 a: 1', ['0: `3` is a value without a name']],
    ['a: 1 }', ['5: this `}` closes nothing']],
    ['a { b: 1 >', ['9: `>` cannot close `a {`']],
    ['a { b: 1', ['0: `a {` is never closed']],
    ['a < b: 1', ['0: `a <` is never closed']],
    ['{ a: 1 }', ['0: this `{` has no name before it']],
    ['a: [1, 2', ['3: the list of `a` is never closed']],
    ['a: [1, b: 2', ['3: the list of `a` is never closed']],
    ['[ ] a: 1', ['0: this is no name of an extension', '2: this `]` closes nothing']],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('says several at once, and reads the rest', () => {
    const { root, problems } = parse('a: 1x\nb 2\nc: "y\nd: 4');
    expect(problems).toHaveLength(3);
    expect(plain(root)).toEqual([
      ['a', undefined],
      ['b', 2],
      ['c', 'y'],
      ['d', 4],
    ]);
  });

  test('finds the brace that is missing by the indentation', () => {
    const text = 'layer {\n  pooling_param {\n    stride: 2\n}\nlayer {\n  name: "b"\n}\n';
    expect(parse(text).problems).toMatchObject([
      { start: 10, end: 25, message: '`pooling_param {` is never closed', fatal: true },
    ]);
  });

  test('every one says what to do', () => {
    for (const text of ['pad: }', 'pad 3', 'a: "x', 'k: 3x', 'a {', 'a: [', '@', '{ }', '[ ]']) {
      for (const { hint } of parse(text).problems) expect(hint).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('limits', () => {
  test('messages may be nested 100 deep, and no deeper', () => {
    expect(problems(`${'a {'.repeat(100)}${'}'.repeat(100)}`)).toEqual([]);
    const deep = `${'a {'.repeat(200_000)}${'}'.repeat(200_000)}`;
    expect(problems(deep)).toEqual(['300: messages are nested more than 100 deep']);
  });

  test.each(['a:', '[', '"', '{', '}', 'a [', 'a: [1,', '-', '@ ', "'\\", 'a', '#\n', '1'])(
    'takes little time for many %j',
    (part) => {
      const text = part.repeat(200_000);
      expect(() => parse(text)).not.toThrow();
    },
  );
});
