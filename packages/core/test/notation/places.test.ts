import { describe, expect, it } from 'vitest';
import { problemsOf } from './networks.js';

/** Where the misspelt `rleu` is found, whatever the form that it stands in. */
const forms: readonly (readonly [form: string, text: string, place: string])[] = [
  ['a plain item', 'input: 8\nlayers:\n  - dense 4 rleu', '3:13-3:17'],
  [
    'a plain item, with CRLF',
    'input: 8\r\nlayers:\r\n  - dense 4 rleu\r\n  - relu\r\n',
    '3:13-3:17',
  ],
  ['an item in double quotes', 'input: 8\nlayers:\n  - "dense 4 rleu"', '3:14-3:18'],
  ['an item in single quotes', "input: 8\nlayers:\n  - 'dense 4 rleu'", '3:14-3:18'],
  [
    'double quotes with an escape before it',
    'input: 8\nlayers:\n  - "dense\\t4\\x20rleu"',
    '3:18-3:22',
  ],
  ['double quotes over two lines', 'input: 8\nlayers:\n  - "dense 4\n    rleu"', '4:5-4:9'],
  ['a plain item over two lines', 'input: 8\nlayers:\n  - dense 4\n    rleu', '4:5-4:9'],
  ['a folded text', 'input: 8\nlayers:\n  - >-\n    dense 4\n    rleu', '5:5-5:9'],
  ['a literal text', 'input: 8\nlayers:\n  - |\n    dense 4 rleu\n  - relu', '4:13-4:17'],
  [
    'a literal text, with CRLF',
    'input: 8\r\nlayers:\r\n  - |\r\n    dense 4 rleu\r\n',
    '4:13-4:17',
  ],
  ['flow', 'input: 8\nlayers: [relu, dense 4 rleu, relu]', '2:24-2:28'],
  ['nested flow', 'input: 8\nlayers: [{residual: [dense 8 rleu]}]', '2:30-2:34'],
  ['flow over lines', 'input: 8\nlayers: [\n  relu,\n  dense 4 rleu,\n]', '4:11-4:15'],
  ['JSON', '{"input": 8, "layers": ["dense 4 rleu"]}', '1:34-1:38'],
  ['a one-liner', '8 -> 4 rleu -> 2', '1:8-1:12'],
  ['a one-liner over lines', '8 -> 4 relu\n  -> 2 rleu', '2:8-2:12'],
  ['a chain of layers', 'input: 8\nlayers: 4 relu -> 2 rleu', '2:21-2:25'],
  ['a chain in an item', 'input: 8\nlayers:\n  - relu -> dense 4 rleu', '3:21-3:25'],
  ['the value of an operation', 'input: 8\nlayers:\n  - dense: 4 rleu', '3:14-3:18'],
  ['the long form', 'input: 8\nlayers:\n  - {op: dense, out: 4, act: rleu}', '3:30-3:34'],
  ['defaults', 'input: 8\ndefaults: {dense: {act: rleu}}\nlayers: [dense 4]', '2:25-2:29'],
  ['a block', 'input: 8\nblocks:\n  b: [dense 4 rleu]\nlayers: [b, b]', '3:15-3:19'],
  [
    'a branch',
    'input: 8\nlayers:\n  - add:\n      - identity\n      - [dense 8 rleu]',
    '5:18-5:22',
  ],
  [
    'a shortcut',
    'input: 8\nlayers:\n  - residual: [dense 4]\n    shortcut: dense 4 rleu',
    '4:23-4:27',
  ],
  [
    'a line after characters outside the basic plane',
    'input: 8\nlayers: ["op name=\'🔥🔥\'", "dense 4 rleu"]',
    '2:37-2:41',
  ],
  [
    'a line after a comment',
    'input: 8 # eight\n\n# and now\nlayers:\n  - dense 4 rleu # four',
    '5:13-5:17',
  ],
];

describe.each(forms)('%s', (_, text, place) => {
  it(`has it at ${place}`, () => {
    expect(problemsOf(text).map((problem) => problem.split(' ')[0])).toContain(place);
  });
});

it('places a belief, a stride, a repeat and a name at their words', () => {
  const line = (rest: string) => problemsOf(`input: 3x8x8\nlayers:\n  - conv 4 3x3 ${rest}`);
  expect(line('=> 4x7x7')).toEqual(['3:19-3:24 wrong-shape']);
  expect(line('=> 4 x 7 x 7 as a')).toEqual(['3:19-3:28 wrong-shape']);
  expect(line('/0')).toEqual(['3:16-3:18 wrong-value']);
  expect(line('x0')).toEqual(['3:16-3:18 wrong-value']);
  expect(line('as relu')).toEqual(['3:19-3:23 reserved-name']);
  expect(line('g2')).toEqual(['3:16-3:18 shape-mismatch']);
  expect(line('padding=-1')).toEqual(['3:16-3:26 wrong-value']);
});
